package org.chongshan.events.relief;

import java.time.Instant;
import java.util.SortedSet;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Event;
import org.chongshan.events.Id;
import org.chongshan.events.Public;
import org.chongshan.events.Sweep;
import org.chongshan.events.relief.HouseholdEvent.SubsidyDue;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyQuarterSwept;
import org.jspecify.annotations.Nullable;

/**
 * What relief states to whom it may concern: no decider has to act on it for the books to be right.
 */
public sealed interface ReliefNotice extends ReliefEvent {
    /**
     * The subdistrict's fund cannot cover a case, or its payment failed or came back: the district must act by the time given.
     */
    record UrgentReliefEscalated(@Id String reliefCase, @Id String household, @Min(1) long amountFen,
            Instant payBy) implements ReliefNotice {}

    /**
     * Nobody was paid within 24 hours. For street and district.
     */
    record ReliefDeadlineBreached(@Id String reliefCase, @Id String household, Instant requestedAt,
            Instant dueAt) implements ReliefNotice {}

    /**
     * Urgent relief whose payment failed or came back was not paid within 24 hours of when that could be known. For street and
     * district.
     *
     * @param failedAt when it could first be known
     */
    record UrgentReliefRetryOverdue(@Id String reliefCase, @Id String household, Instant failedAt,
            Instant dueAt) implements ReliefNotice {}

    /**
     * A receipt that came late shows the household was paid in time: the breach stated before does not stand.
     */
    record ReliefDeadlineBreachWithdrawn(@Id String reliefCase, Instant paidAt) implements ReliefNotice {}

    /**
     * The papers of an urgent case were not filed in time.
     */
    record RetroactiveFilingOverdue(@Id String reliefCase, Instant dueAt) implements ReliefNotice {}

    /**
     * A fund has fallen below its floor.
     */
    record FundReplenishmentRequested(@Id String fund, long availableFen, long floorFen) implements ReliefNotice {}

    /**
     * A case tells the money to go out.
     *
     * @param claim     household, cause and cycle: what is paid at most once
     * @param fund      the fund that bears it, or the district budget
     * @param decidedBy token subjects of those who asked for it and decided it: none of them records the receipt
     */
    record DisbursementInstructed(@Id String claim, @Id String reliefCase, @Id String fund, @Id String household,
            @Min(1) long amountFen, SortedSet<String> decidedBy) implements ReliefNotice {}

    /**
     * An application was not decided in time. For street and district.
     */
    record ReliefDecisionOverdue(@Id String reliefCase, @Id String household, Instant dueAt) implements ReliefNotice {}

    /**
     * A household is recognised in a category, or in none.
     *
     * @param category null for none
     */
    record CategoryDecided(@Id String household, @Nullable Category category) implements ReliefNotice {}

    /**
     * The facts a category rests on are too old: they are to be verified again.
     */
    record CategoryExpired(@Id String household, Category category) implements ReliefNotice {}

    /**
     * The plan of a household is to be looked at again.
     *
     * @param plan version
     */
    record PlanReviewDue(@Id String household, int plan) implements ReliefNotice {}

    /**
     * A household on key-watch was not visited in time. For grid and street.
     */
    record KeyWatchFollowUpOverdue(@Id String household, Instant dueAt) implements ReliefNotice {}

    /**
     * A quarter goes out to every recognised household of a subdistrict.
     *
     * @param subdistrict code
     */
    record SubsidyQuarterAnnounced(@Id String cycle, @Id String subdistrict) implements ReliefNotice, Sweep {
        @Override
        public String sweep() {
            return cycle;
        }

        @Override
        public String function() {
            return "household";
        }

        @Override
        public String list() {
            return "recognised";
        }

        @Override
        public Event reaching(String household) {
            return new SubsidyDue(cycle, household);
        }

        @Override
        public Event progress(long reached, boolean complete) {
            return new SubsidyQuarterSwept(cycle, reached, complete);
        }
    }

    /**
     * A quarter closed.
     *
     * @param entitled    households
     * @param delivered   of them, those that have their subsidy
     * @param outstanding of them, those that do not
     */
    @Public("The finance department accounts for parcels by quarter: numbers of households alone.")
    record SubsidyQuarterClosed(@Id String cycle, long entitled, long delivered,
            long outstanding) implements ReliefNotice {}

    /**
     * What became of a referral another programme asked for.
     *
     * @param origin key of what asked for it
     */
    record ReferralAnswered(@Id String referral, String origin, ReferralOutcome outcome) implements ReliefNotice {}

    /**
     * A department has not answered in time.
     */
    record ReferralAnswerOverdue(@Id String referral, Agency agency, Instant dueAt) implements ReliefNotice {}

    /**
     * Nobody looked in time how a placed person fares.
     */
    record ReferralFollowUpOverdue(@Id String referral, Instant dueAt) implements ReliefNotice {}
}
