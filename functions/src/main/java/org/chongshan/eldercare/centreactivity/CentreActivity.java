package org.chongshan.eldercare.centreactivity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.SignUp;
import org.chongshan.events.Heading;

/**
 * An activity at a facility. Who has a place, who waits and who came is derived from what is known of each elder in
 * {@link #derived}, so that posts in any order end in one record.
 *
 * @param places     how many elders may come
 * @param reportBy   when somebody has said whether it took place
 * @param reportLate whether it was stated that nobody has; it is stated again each time {@code reportBy} passes
 * @param signUps    what is known of each elder, by id
 * @param participants elders with a place, in the order the platform heard of them
 * @param waiting    elders without, in that order
 * @param attended   elders with a place who came
 * @param walkIns    elders without a place who came
 */
record CentreActivity(String id, String subdistrict, Status status, String facility, String title, int places,
        Instant startsAt, Instant reportBy, boolean reportLate, SortedMap<String, SignUp> signUps,
        List<String> participants, List<String> waiting, SortedSet<String> attended,
        SortedSet<String> walkIns) implements Aggregate {

    /** How many elders an activity knows, with a place or without. */
    static final int MOST_ELDERS = 400;

    /** Where an activity stands. */
    enum Status implements org.chongshan.core.Status {
        /** Elders sign up. */
        ANNOUNCED(Sight.DEADLINE),
        /** It took place. */
        TOOK_PLACE(Sight.ENDED),
        /** It will not take place. */
        CALLED_OFF(Sight.ENDED);

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
        /** Nobody has said whether it took place, by its start. */
        @InDigest(Heading.OVERDUE)
        REPORT_OVERDUE
    }

    /** What an activity waits for. */
    enum Due implements Deadline {
        /** That somebody says whether it took place. */
        REPORT
    }

    static CentreActivity announced(String id, String subdistrict, String facility, String title, int places,
            Instant startsAt, Instant reportBy) {
        return derived(id, subdistrict, Status.ANNOUNCED, facility, title, places, startsAt, reportBy, false,
                new TreeMap<>());
    }

    private static CentreActivity derived(String id, String subdistrict, Status status, String facility, String title,
            int places, Instant startsAt, Instant reportBy, boolean reportLate, SortedMap<String, SignUp> signUps) {
        var all = SignUp.arranged(places, signUps);
        var attended = new TreeSet<String>();
        var walkIns = new TreeSet<String>();
        signUps.forEach((elder, known) -> {
            if (known.came()) {
                (all.placeOf(elder) == null ? walkIns : attended).add(elder);
            }
        });
        return new CentreActivity(id, subdistrict, status, facility, title, places, startsAt, reportBy, reportLate,
                signUps, all.participants(), all.waiting(), attended, walkIns);
    }

    SignUp signUp(String elder) {
        return signUps.getOrDefault(elder, SignUp.NONE);
    }

    boolean hasRoomFor(String elder) {
        return signUps.containsKey(elder) || signUps.size() < MOST_ELDERS;
    }

    CentreActivity with(String elder, SignUp now) {
        var all = new TreeMap<>(signUps);
        all.put(elder, now);
        return derived(id, subdistrict, status, facility, title, places, startsAt, reportBy, reportLate, all);
    }

    CentreActivity ended(Status how) {
        return derived(id, subdistrict, how, facility, title, places, startsAt, reportBy, reportLate, signUps);
    }

    CentreActivity reportStatedLate(Instant nextReportBy) {
        return derived(id, subdistrict, status, facility, title, places, startsAt, nextReportBy, true, signUps);
    }

    @Override
    public String rank() {
        return startsAt.toString();
    }

    @Override
    public Map<Listed, String> lists() {
        return status == Status.ANNOUNCED && reportLate ? Map.of(Listed.REPORT_OVERDUE, startsAt.toString()) : Map.of();
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return status == Status.ANNOUNCED ? Map.of(Due.REPORT, reportBy) : Map.of();
    }
}
