package org.chongshan.organisations.project;

import java.time.Instant;

import org.chongshan.core.Context;
import org.chongshan.core.Term;
import org.jspecify.annotations.Nullable;

/**
 * A part of a grant, paid by itself (拨款).
 *
 * @param dueBy  when it is to be approved; null before it is due
 * @param late   whether it was stated that it was not
 * @param paidAt null unless it is paid
 */
record Tranche(long amountFen, State state, @Nullable Term dueBy, boolean late, @Nullable Instant paidAt) {
    /** Where a tranche stands. */
    enum State {
        /** What it waits for has not come. */
        NOT_DUE,
        /** An officer is to approve it. */
        DUE,
        /** The treasury is to pay it. */
        ORDERED,
        /** It was not paid, or the bank sent it back. */
        NOT_PAID,
        /** It was paid. */
        PAID
    }

    static Tranche of(long amountFen) {
        return new Tranche(amountFen, State.NOT_DUE, null, false, null);
    }

    Tranche due(Term by) {
        return state == State.NOT_DUE ? new Tranche(amountFen, State.DUE, by, late, paidAt) : this;
    }

    Tranche in(State next) {
        return new Tranche(amountFen, next, dueBy, late, null);
    }

    Tranche paid(Instant at) {
        return new Tranche(amountFen, State.PAID, dueBy, late, at);
    }

    Tranche reckonedBy(Context context) {
        return new Tranche(amountFen, state, dueBy == null ? null : dueBy.reckonedBy(context), late, paidAt);
    }

    Tranche statedLate() {
        return new Tranche(amountFen, state, dueBy, true, paidAt);
    }

    boolean isPayable() {
        return state == State.DUE || state == State.NOT_PAID;
    }
}
