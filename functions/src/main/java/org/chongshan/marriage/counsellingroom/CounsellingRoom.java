package org.chongshan.marriage.counsellingroom;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.marriage.Appointments;
import org.chongshan.marriage.MarriageFigure;

/**
 * A counselling room (婚姻家庭辅导室).
 *
 * @param appointments its diary, and who waits for a time in it
 */
record CounsellingRoom(String id, String subdistrict, Appointments appointments) implements Aggregate {

    /** Where a room stands. */
    enum Status implements org.chongshan.core.Status {
        /** It can be booked. */
        OPEN;

        @Override
        public Sight sight() {
            return Sight.LIST;
        }
    }

    /** What a room waits for. */
    enum Due implements Deadline {
        /** That a hold is confirmed or runs out. */
        HOLD
    }

    CounsellingRoom with(Appointments now) {
        return new CounsellingRoom(id, subdistrict, now);
    }

    @Override
    public Status status() {
        return Status.OPEN;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var next = appointments.diary().nextExpiry();
        return next == null ? Map.of() : Map.of(Due.HOLD, next);
    }

    @Override
    public List<Count> counts() {
        return List.of(Count.of(MarriageFigure.COUNSELLING_ROOMS, 1));
    }
}
