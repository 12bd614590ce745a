package org.chongshan.core;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * By when something is due. A term of working days may run into days of which a notice of the State Council still to come can
 * make another kind: then it is provisional, keeps what it was reckoned from, and is reckoned again whenever its aggregate is
 * looked at, until no notice can move it.
 *
 * @param end         its end, exclusive
 * @param provisional from what it is reckoned again; null when nothing moves it any more
 */
public record Term(Instant end, @Nullable Provisional provisional) {
    /**
     * What a term is reckoned from that may still move.
     *
     * @param from        whose day is not counted (Civil Code 201)
     * @param workingDays how many
     * @param lookAgain   when the first of its days begins of which nobody knows whether it is worked; by then its notice should
     *                    be there, so the aggregate is woken once; null when that has passed
     */
    public record Provisional(Instant from, long workingDays, @Nullable Instant lookAgain) {}

    /** A term that no calendar moves: of hours, of days that are all counted. */
    public static Term at(Instant end) {
        return new Term(end, null);
    }

    /**
     * The end of the n-th working day after the day of {@code from}.
     *
     * @param now what is asked for again lies after it
     */
    public static Term of(Instant from, long workingDays, WorkingDays calendar, Instant now) {
        var end = calendar.endAfter(from, workingDays);
        var unsettled = firstUnsettled(from, end, calendar);
        return unsettled == null
                ? at(end)
                : new Term(end, new Provisional(from, workingDays, unsettled.isAfter(now) ? unsettled : null));
    }

    /** The same, as the calendar has it now. */
    public Term reckonedBy(Context context) {
        return provisional == null
                ? this
                : of(provisional.from, provisional.workingDays, context.calendar(), context.received());
    }

    /** Whether a notice still to come can move it. */
    public boolean isProvisional() {
        return provisional != null;
    }

    /** When it is to be looked at again before it ends; null when that is not needed. */
    public @Nullable Instant lookAgain() {
        return provisional == null ? null : provisional.lookAgain;
    }

    private static @Nullable Instant firstUnsettled(Instant from, Instant end, WorkingDays calendar) {
        var last = WorkingDays.dayOf(end.minusNanos(1));
        for (var day = WorkingDays.dayOf(from).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (!calendar.isSettled(day)) {
                return day.atStartOfDay(WorkingDays.ZONE).toInstant();
            }
        }
        return null;
    }
}
