package org.chongshan.minors.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.SignUp;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Heading;
import org.chongshan.minors.MinorsFigure;

/**
 * An activity at a practice base. Who has a place, who waits and who came is derived from what is known of each child in
 * {@link #derived}, so that posts in any order end in one record.
 *
 * @param places     how many children may come
 * @param reportBy   when somebody has said whether it was held
 * @param reportLate whether it was stated that nobody has; it is stated again each time {@code reportBy} passes
 * @param signUps    what is known of each child, by id
 * @param enrolled   children with a place, in the order the platform heard of them
 * @param waiting    children without, in that order
 * @param attended   children with a place that came
 */
record Activity(String id, String subdistrict, Status status, String base, String course, int places, Instant startsAt,
        Instant reportBy, boolean reportLate, SortedMap<String, SignUp> signUps, List<String> enrolled,
        List<String> waiting, SortedSet<String> attended) implements Aggregate {

    /** How many children an activity knows, with a place or without. */
    static final int MOST_CHILDREN = 400;

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

    /** The further lists an activity stands in. */
    enum Listed implements Listing {
        /** Nobody has said whether it was held, by its start. */
        @InDigest(Heading.OVERDUE)
        REPORT_OVERDUE
    }

    /** What an activity waits for. */
    enum Due implements Deadline {
        /** That somebody says whether it was held. */
        REPORT
    }

    static Activity scheduled(String id, String subdistrict, String base, String course, int places, Instant startsAt,
            Instant reportBy) {
        return derived(id, subdistrict, Status.SCHEDULED, base, course, places, startsAt, reportBy, false,
                new TreeMap<>());
    }

    private static Activity derived(String id, String subdistrict, Status status, String base, String course,
            int places, Instant startsAt, Instant reportBy, boolean reportLate, SortedMap<String, SignUp> signUps) {
        var all = SignUp.arranged(places, signUps);
        var attended = new TreeSet<String>();
        all.participants().stream().filter(child -> signUps.get(child).came()).forEach(attended::add);
        return new Activity(id, subdistrict, status, base, course, places, startsAt, reportBy, reportLate, signUps,
                all.participants(), all.waiting(), attended);
    }

    SignUp signUp(String child) {
        return signUps.getOrDefault(child, SignUp.NONE);
    }

    boolean hasRoomFor(String child) {
        return signUps.containsKey(child) || signUps.size() < MOST_CHILDREN;
    }

    Activity with(String child, SignUp now) {
        var all = new TreeMap<>(signUps);
        all.put(child, now);
        return derived(id, subdistrict, status, base, course, places, startsAt, reportBy, reportLate, all);
    }

    Activity ended(Status how) {
        return derived(id, subdistrict, how, base, course, places, startsAt, reportBy, reportLate, signUps);
    }

    Activity reportStatedLate(Instant nextReportBy) {
        return derived(id, subdistrict, status, base, course, places, startsAt, nextReportBy, true, signUps);
    }

    @Override
    public String rank() {
        return startsAt.toString();
    }

    @Override
    public Map<Listed, String> lists() {
        return status == Status.SCHEDULED && reportLate ? Map.of(Listed.REPORT_OVERDUE, startsAt.toString()) : Map.of();
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return status == Status.SCHEDULED ? Map.of(Due.REPORT, reportBy) : Map.of();
    }

    @Override
    public List<Count> counts() {
        if (status != Status.HELD) {
            return List.of();
        }
        var day = WorkingDays.dayOf(startsAt);
        return List.of(Count.on(day, MinorsFigure.ACTIVITIES_HELD, 1),
                Count.on(day, MinorsFigure.ACTIVITY_PARTICIPATIONS, attended.size()));
    }
}
