package org.chongshan.eldercare.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.Fact;
import org.chongshan.core.Facts;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.events.Heading;
import org.chongshan.events.Personal;
import org.jspecify.annotations.Nullable;

/**
 * One caller whom nobody answered. What seats did is a fact of its own time; where it stands is derived.
 *
 * @param call     id of the call
 * @param revision the highest heard of the hotline; what it said then holds
 * @param owed     what is owed; null when the call was answered after all
 * @param attempts of seats that nobody answered
 * @param madeAt   when a seat first spoke with the caller; null before
 * @param toldFor  the due time that was last stated as missed; null when the one that holds was not
 * @param dueBy    when somebody calls back; null when nobody has to any more; derived
 */
record Callback(String id, String subdistrict, String hotline, String call, long revision, @Nullable Owed owed,
        Facts<Attempt> attempts, @Nullable Instant madeAt, @Nullable Instant toldFor,
        @Nullable Instant dueBy) implements Aggregate {

    Callback {
        dueBy = dueBy(owed, attempts, madeAt);
        toldFor = dueBy != null && dueBy.equals(toldFor) ? toldFor : null;
    }

    /**
     * What is owed.
     *
     * @param caller       the number
     * @param missedAt     when nobody answered
     * @param dueBy        when the first attempt is due
     * @param mostAttempts after which it is given up
     */
    record Owed(Personal caller, boolean emergency, Instant missedAt, Instant dueBy, long mostAttempts) {}

    /** A seat called in vain; the next attempt is due so many minutes later, in an emergency and otherwise. */
    record Attempt(String seat, long emergencyMinutes, long minutes) {}

    /** Where a callback stands. */
    enum Status implements org.chongshan.core.Status {
        /** Somebody has to call. */
        @InDigest(Heading.DUE_TODAY)
        OWED(Sight.DEADLINE),
        /** A seat spoke with the caller. */
        MADE(Sight.ENDED),
        /** The caller did not answer, however often a seat called. */
        GIVEN_UP(Sight.ENDED),
        /** The call was answered after all. */
        NOT_OWED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a callback stands in. */
    enum Listed implements Listing {
        /** An emergency. */
        EMERGENCIES,
        /** Nobody called in time. */
        @InDigest(Heading.OVERDUE)
        OVERDUE
    }

    /** What a callback waits for. */
    enum Due implements Deadline {
        /** That somebody calls. */
        CALL
    }

    static Callback stated(String id, String subdistrict, String hotline, String call, long revision,
            @Nullable Owed owed) {
        return new Callback(id, subdistrict, hotline, call, revision, owed, Facts.none(), null, null, null);
    }

    Callback revised(long higher, @Nullable Owed nowOwed) {
        return new Callback(id, subdistrict, hotline, call, higher, nowOwed, attempts, madeAt, toldFor, null);
    }

    Callback attempted(Fact<Attempt> attempt) {
        return new Callback(id, subdistrict, hotline, call, revision, owed, attempts.with(attempt), madeAt, toldFor,
                null);
    }

    Callback made(Instant at) {
        return new Callback(id, subdistrict, hotline, call, revision, owed, attempts,
                madeAt == null || at.isBefore(madeAt) ? at : madeAt, toldFor, null);
    }

    Callback told(Instant due) {
        return new Callback(id, subdistrict, hotline, call, revision, owed, attempts, madeAt, due, null);
    }

    boolean hasRoomForAttempt() {
        return attempts.all().size() < Facts.KEPT;
    }

    private static @Nullable Instant dueBy(@Nullable Owed owed, Facts<Attempt> attempts, @Nullable Instant madeAt) {
        if (owed == null || madeAt != null || attempts.all().size() >= owed.mostAttempts()) {
            return null;
        }
        return attempts.latest()
                .map(last -> last.at()
                        .plus(Duration.ofMinutes(
                                owed.emergency() ? last.value().emergencyMinutes() : last.value().minutes())))
                .orElse(owed.dueBy());
    }

    @Override
    public Status status() {
        if (madeAt != null) {
            return Status.MADE;
        }
        if (owed == null) {
            return Status.NOT_OWED;
        }
        return dueBy == null ? Status.GIVEN_UP : Status.OWED;
    }

    @Override
    public String rank() {
        return dueBy == null ? "" : dueBy.toString();
    }

    @Override
    public Map<Listed, String> lists() {
        if (dueBy == null || owed == null) {
            return Map.of();
        }
        var lists = new java.util.EnumMap<Listed, String>(Listed.class);
        if (owed.emergency()) {
            lists.put(Listed.EMERGENCIES, rank());
        }
        if (toldFor != null) {
            lists.put(Listed.OVERDUE, rank());
        }
        return lists;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return dueBy == null || toldFor != null ? Map.of() : Map.of(Due.CALL, dueBy);
    }
}
