package org.chongshan.events.eldercare;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.chongshan.events.Event;
import org.chongshan.events.Id;
import org.chongshan.events.Public;
import org.chongshan.events.Sweep;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthSwept;
import org.chongshan.events.eldercare.ElderEvent.CareMonthDue;

/**
 * What elder care states to whom it may concern: no decider has to act on it for the books to be right.
 */
public sealed interface EldercareNotice extends EldercareEvent {
    /**
     * It was decided anew whether an elder is entitled to be visited at home, and it came out differently.
     *
     * @param failing the tests that do not hold
     */
    record EligibilityDecided(@Id String elder, boolean eligible,
            Set<EligibilityTest> failing) implements EldercareNotice {}

    /**
     * An assessment of ability is too old: the elder is to be assessed again.
     */
    record ReassessmentDue(@Id String elder, Instant dueAt) implements EldercareNotice {}

    /**
     * A month of care goes out to every elder of a subdistrict.
     *
     * @param subdistrict code
     */
    record CareMonthAnnounced(@Id String careMonth, @Id String subdistrict) implements EldercareNotice, Sweep {
        @Override
        public String sweep() {
            return careMonth;
        }

        @Override
        public String function() {
            return "elder";
        }

        @Override
        public String list() {
            return "on-books";
        }

        @Override
        public Event reaching(String elder) {
            return new CareMonthDue(careMonth, elder);
        }

        @Override
        public Event progress(long reached, boolean complete) {
            return new CareMonthSwept(careMonth, reached, complete);
        }
    }

    /**
     * An elder is entitled to be visited once in each of these parts of the month.
     */
    record CareSlotsOffered(@Id String elder, @Id String careMonth, List<CareSlot> slots) implements EldercareNotice {}

    /**
     * A month closed, and an elder was visited less often than is owed.
     *
     * @param owed     visits
     * @param verified of them
     * @param reasons  one for each that is missing
     */
    record MonthlyVisitsMissed(@Id String elder, @Id String careMonth, int owed, int verified,
            List<VisitNotMade> reasons) implements EldercareNotice {}

    /**
     * What was heard after a month had closed changes what is missing in it: what was stated before does not stand.
     *
     * @param owed     visits
     * @param verified of them
     * @param reasons  one for each that is missing; none when nothing is
     */
    record MonthlyVisitsRestated(@Id String elder, @Id String careMonth, int owed, int verified,
            List<VisitNotMade> reasons) implements EldercareNotice {}

    /**
     * A month of care has closed in a subdistrict. What is heard later is counted in its month all the same.
     *
     * @param entitled persons
     * @param served   persons visited at least once
     * @param visits   verified
     */
    @Public("The finance department accounts for home care by month: numbers of elders and visits alone.")
    record CareMonthClosed(@Id String careMonth, long entitled, long served, long visits) implements EldercareNotice {}

    /**
     * Nobody has looked at a care bed that was built.
     */
    record CareBedAcceptanceOverdue(@Id String bed, Instant dueAt) implements EldercareNotice {}

    /**
     * A care bed came to its end because its elder died or moved.
     */
    record CareBedVacated(@Id String bed, @Id String elder) implements EldercareNotice {}

    /**
     * An elder moved up from the waiting list of an activity.
     */
    record ElderMovedUp(@Id String activity, @Id String elder) implements EldercareNotice {}

    /**
     * Nobody has said whether an activity took place.
     */
    record CentreActivityReportOverdue(@Id String activity, Instant dueAt) implements EldercareNotice {}
}
