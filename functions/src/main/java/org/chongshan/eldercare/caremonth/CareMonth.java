package org.chongshan.eldercare.caremonth;

import java.time.Instant;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A subdistrict's month of care, in persons and in visits.
 *
 * @param id           month and subdistrict, such as {@code 2023-03.320613001}
 * @param closesAt     when it closes; null until it is opened
 * @param closed       whether that was stated
 * @param reached      elders it has gone out to
 * @param complete     whether it has gone out to all
 * @param entitled     persons entitled to be visited
 * @param served       persons visited at least once (人)
 * @param visits       verified (人次)
 * @param minutes      of them
 * @param closedShort  persons it has closed short for
 * @param visitsMissed by how many visits
 */
record CareMonth(String id, String subdistrict, @Nullable Instant closesAt, boolean closed, long reached,
        boolean complete, long entitled, long served, long visits, long minutes, long closedShort,
        long visitsMissed) implements Aggregate {

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        /** Visits are counted, and nobody has opened it. */
        UNOPENED(Sight.LIST),
        /** It has gone out to the elders. */
        OPEN(Sight.DEADLINE),
        /** It has closed; what is heard late is counted all the same. */
        CLOSED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** What it waits for. */
    enum Due implements Deadline {
        /** Its end, and the days after it in which visits are verified. */
        CLOSE
    }

    static CareMonth unopened(String id, String subdistrict) {
        return new CareMonth(id, subdistrict, null, false, 0, false, 0, 0, 0, 0, 0, 0);
    }

    CareMonth opened(Instant closing) {
        return new CareMonth(id, subdistrict, closing, closed, reached, complete, entitled, served, visits, minutes,
                closedShort, visitsMissed);
    }

    CareMonth reached(long elders, boolean all) {
        return new CareMonth(id, subdistrict, closesAt, closed, Math.max(reached, elders), complete || all, entitled,
                served, visits, minutes, closedShort, visitsMissed);
    }

    CareMonth counting(int moreEntitled, int moreServed, int moreVisits, int moreMinutes, int moreShort,
            int moreMissed) {
        return new CareMonth(id, subdistrict, closesAt, closed, reached, complete, entitled + moreEntitled,
                served + moreServed, visits + moreVisits, minutes + moreMinutes, closedShort + moreShort,
                visitsMissed + moreMissed);
    }

    CareMonth closing() {
        return new CareMonth(id, subdistrict, closesAt, true, reached, complete, entitled, served, visits, minutes,
                closedShort, visitsMissed);
    }

    @Override
    public Status status() {
        if (closesAt == null) {
            return Status.UNOPENED;
        }
        return closed ? Status.CLOSED : Status.OPEN;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return closesAt == null || closed ? Map.of() : Map.of(Due.CLOSE, closesAt);
    }
}
