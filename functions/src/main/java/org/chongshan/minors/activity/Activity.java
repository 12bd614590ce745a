package org.chongshan.minors.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.Places;

/**
 * An activity at a practice base.
 *
 * @param places       how many children may come
 * @param reportBy     when somebody has said whether it was held
 * @param reportMissed whether it was stated that nobody has
 * @param enrolled     children with a place, in the order they got it
 * @param waiting      children without, in the order they signed up
 * @param attended     children that came
 */
record Activity(String id, String subdistrict, Status status, String base, String course, int places, Instant startsAt,
        Instant reportBy, boolean reportMissed, List<String> enrolled, List<String> waiting,
        SortedSet<String> attended) implements Aggregate {

    /** Where an activity stands. */
    enum Status implements org.chongshan.core.Status {
        /** Children sign up. */
        SCHEDULED(Sight.DEADLINE),
        /** It took place. */
        HELD(Sight.ENDED),
        /** It will not take place. */
        CANCELLED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** What an activity waits for. */
    enum Due implements Deadline {
        /** That somebody says whether it was held. */
        REPORT
    }

    /** The children and the places they have or wait for. */
    Places children() {
        return Places.of(places, enrolled, waiting);
    }

    Activity children(Places now) {
        return new Activity(id, subdistrict, status, base, course, places, startsAt, reportBy, reportMissed,
                now.participants(), now.waiting(), attended);
    }

    Activity attended(SortedSet<String> now) {
        return new Activity(id, subdistrict, status, base, course, places, startsAt, reportBy, reportMissed, enrolled,
                waiting, now);
    }

    Activity ended(Status how) {
        return new Activity(id, subdistrict, how, base, course, places, startsAt, reportBy, reportMissed, enrolled,
                waiting, attended);
    }

    Activity reportMissedStated() {
        return new Activity(id, subdistrict, status, base, course, places, startsAt, reportBy, true, enrolled, waiting,
                attended);
    }

    @Override
    public String rank() {
        return startsAt.toString();
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return status == Status.SCHEDULED && !reportMissed ? Map.of(Due.REPORT, reportBy) : Map.of();
    }
}
