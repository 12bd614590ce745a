package org.chongshan.eldercare.carer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.Diary;
import org.chongshan.core.Fact;
import org.chongshan.events.Personal;
import org.chongshan.events.eldercare.CarerKind;
import org.chongshan.events.eldercare.Doubt;
import org.chongshan.events.eldercare.Qualification;
import org.jspecify.annotations.Nullable;

/**
 * A carer: where they are to be, and where they were.
 *
 * @param work      for whom, or that they have left, as the latest word by its own time says
 * @param diary     the visits they are to make, and when they are away
 * @param sightings the visits they made, the latest {@value #SIGHTINGS_KEPT} by their beginning
 * @param findings  how often it was stated what these say against each other
 */
record Carer(String id, String subdistrict, Status status, Fact<Work> work, Diary diary,
        SortedMap<String, Sighting> sightings, int findings) implements Aggregate {

    /** How many appointments a diary holds. */
    static final int MOST_APPOINTMENTS = 300;
    /** How many absences a diary holds. */
    static final int MOST_ABSENCES = 50;
    /** How many visits are compared with each other. */
    static final int SIGHTINGS_KEPT = 60;

    /** Where a carer stands. */
    enum Status implements org.chongshan.core.Status {
        /** Can be asked for. */
        ENGAGED(Sight.LIST),
        /** Works here no more. */
        LEFT(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** What a carer's record waits for. */
    enum Due implements Deadline {
        /** That the next hold runs out. */
        HOLD
    }

    /**
     * What a carer does.
     *
     * @param engaged whether they work
     * @param name    null once they have left
     */
    record Work(boolean engaged, String provider, CarerKind kind, SortedSet<Qualification> qualifications,
            @Nullable Personal name) {
        Work over() {
            return new Work(false, provider, kind, qualifications, null);
        }
    }

    /**
     * A visit they made.
     *
     * @param number of the visit's own statement
     * @param from   null, as is {@code until}, when they were not there after all
     * @param doubts what the others say against it
     */
    record Sighting(int number, @Nullable Instant from, @Nullable Instant until, String place,
            SortedSet<Doubt> doubts) {
        boolean overlaps(Sighting other) {
            return isTime() && other.isTime() && from().isBefore(other.until()) && other.from().isBefore(until());
        }

        /** Whether one comes from the one to the other only faster than anybody can. */
        boolean isTooFarFrom(Sighting other, Duration way) {
            return isTime() && other.isTime() && !overlaps(other) && !place.equals(other.place)
                    && gap(other).compareTo(way) < 0;
        }

        private Duration gap(Sighting other) {
            return from().isBefore(other.from())
                    ? Duration.between(until(), other.from())
                    : Duration.between(other.until(), from());
        }

        private boolean isTime() {
            return from != null && until != null;
        }

        Sighting doubted(SortedSet<Doubt> now) {
            return new Sighting(number, from, until, place, now);
        }
    }

    static Carer engaged(String id, String subdistrict, Fact<Work> work) {
        return new Carer(id, subdistrict, Status.ENGAGED, work, Diary.EMPTY, new TreeMap<>(), 0);
    }

    Carer with(Fact<Work> now) {
        return new Carer(id, subdistrict, now.value().engaged() ? Status.ENGAGED : Status.LEFT, now, diary, sightings,
                findings);
    }

    Carer with(Diary now) {
        return new Carer(id, subdistrict, status, work, now, sightings, findings);
    }

    Carer sighted(SortedMap<String, Sighting> now, int newFindings) {
        return new Carer(id, subdistrict, status, work, diary, now, newFindings);
    }

    boolean isHere() {
        return work.value().engaged();
    }

    @Override
    public String rank() {
        return work.value().provider();
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var next = diary.nextExpiry();
        return next == null ? Map.of() : Map.of(Due.HOLD, next);
    }
}
