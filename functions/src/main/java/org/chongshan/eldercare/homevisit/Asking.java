package org.chongshan.eldercare.homevisit;

import java.time.Instant;

import org.chongshan.events.eldercare.CarerKind;
import org.jspecify.annotations.Nullable;

/**
 * One request of a visit for a carer.
 *
 * @param number   from 1
 * @param windowBy by when the carer is to be there
 * @param provider whom the carer works for; null unless the carer was once held for it
 * @param kind     null likewise
 */
record Asking(int number, String carer, Answer answer, Instant windowBy, @Nullable String provider,
        @Nullable CarerKind kind) {
    /** What became of it. */
    enum Answer {
        ASKED,
        HELD,
        REFUSED,
        LAPSED,
        UNAVAILABLE,
        RELEASED
    }

    boolean isOpen() {
        return answer == Answer.ASKED || answer == Answer.HELD;
    }

    Asking now(Answer next) {
        return new Asking(number, carer, next, windowBy, provider, kind);
    }

    Asking of(String itsProvider, CarerKind itsKind) {
        return new Asking(number, carer, answer, windowBy, itsProvider, itsKind);
    }
}
