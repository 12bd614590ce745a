package org.chongshan.marriage.counsellor;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.Fact;
import org.chongshan.events.marriage.CounsellorKind;
import org.chongshan.marriage.Appointments;
import org.chongshan.marriage.MarriageFigure;
import org.jspecify.annotations.Nullable;

/**
 * A counsellor (辅导师) and their diary.
 *
 * @param engaged      what was said last of their being engaged, by its own time
 * @param left         when they left last, by its own time; null when they never did
 * @param appointments the diary, and who waits for a time in it
 */
record Counsellor(String id, String subdistrict, Fact<Engagement> engaged, @Nullable Fact<Boolean> left,
        Appointments appointments) implements Aggregate {

    /**
     * Who works for the registry.
     *
     * @param organisation the social organisation or law firm
     */
    record Engagement(CounsellorKind kind, String organisation) {}

    /** Where a counsellor stands. */
    enum Status implements org.chongshan.core.Status {
        /** Can be booked. */
        ENGAGED(Sight.LIST),
        /** Works for the registry no more. */
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

    /** What a counsellor's diary waits for. */
    enum Due implements Deadline {
        /** That a hold is confirmed or runs out. */
        HOLD
    }

    Counsellor engaged(Fact<Engagement> fact) {
        return new Counsellor(id, subdistrict, Fact.later(engaged, fact), left, appointments);
    }

    Counsellor left(Fact<Boolean> fact) {
        return new Counsellor(id, subdistrict, engaged, Fact.later(left, fact), appointments);
    }

    Counsellor with(Appointments now) {
        return new Counsellor(id, subdistrict, engaged, left, now);
    }

    @Override
    public Status status() {
        return left == null || Fact.BY_TIME.compare(left, engaged) < 0 ? Status.ENGAGED : Status.LEFT;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var next = appointments.diary().nextExpiry();
        return next == null ? Map.of() : Map.of(Due.HOLD, next);
    }

    @Override
    public List<Count> counts() {
        var engagement = engaged.value();
        return status() == Status.LEFT
                ? List.of()
                : List.of(Count.each(engagement.kind() == CounsellorKind.LAWYER
                        ? MarriageFigure.COUNSELLING_LAW_FIRMS
                        : MarriageFigure.COUNSELLING_ORGANISATIONS, engagement.organisation()));
    }
}
