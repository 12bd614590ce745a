package org.chongshan.eldercare.hotline;

import java.time.Instant;

import org.chongshan.core.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one seat, beside the calls it holds or held.
 *
 * @param standing     the latest there is; null when it only answered
 * @param answeredAt   the latest answer of calls that have left the record; null when there is none
 * @param freeFrom     when it was free again after the last of them; null when there is none
 * @param missedRings  rings in a row it left unanswered
 * @param unattendedAt when it left too many unanswered; it takes calls again once it answers or says it is open; null when
 *                     it did not
 */
record Seat(@Nullable Fact<Standing> standing, @Nullable Instant answeredAt, @Nullable Instant freeFrom,
        int missedRings, @Nullable Instant unattendedAt) {

    /** What is said of a seat. */
    enum Standing {
        /** Somebody sits there and takes calls. */
        OPEN,
        /** Takes none for a while. */
        PAUSED,
        /** Nobody sits there. */
        CLOSED
    }

    static Seat unheard() {
        return new Seat(null, null, null, 0, null);
    }

    Seat stands(Fact<Standing> fact) {
        if (fact.isOlderThan(standing)) {
            return this;
        }
        return new Seat(fact, answeredAt, freeFrom, 0, null);
    }

    Seat answers() {
        return new Seat(standing, answeredAt, freeFrom, 0, null);
    }

    Seat leavesRinging(long most, Instant now) {
        return new Seat(standing, answeredAt, freeFrom, missedRings + 1, missedRings + 1 >= most ? now : unattendedAt);
    }

    /** A call it answered leaves the record. */
    Seat forgets(Instant answered, Instant free) {
        return new Seat(standing, later(answeredAt, answered), later(freeFrom, free), missedRings, unattendedAt);
    }

    boolean isOpen() {
        return standing != null && standing.value() == Standing.OPEN;
    }

    boolean isAttended() {
        return isOpen() && unattendedAt == null;
    }

    private static Instant later(@Nullable Instant known, Instant other) {
        return known == null || other.isAfter(known) ? other : known;
    }
}
