package org.chongshan.eldercare.homevisit;

import java.time.Instant;
import java.util.SortedSet;

import org.chongshan.core.Context;
import org.chongshan.core.Fact;
import org.chongshan.core.Term;
import org.chongshan.events.Personal;
import org.chongshan.events.eldercare.ConfirmedBy;
import org.chongshan.events.eldercare.DisputeOutcome;
import org.jspecify.annotations.Nullable;

/** What elder and family say of a visit; of two words of one kind the later by its own time. */
record Said(@Nullable Fact<Confirmation> confirmation, @Nullable Dispute dispute, @Nullable Fact<FollowUp> followUp) {

    static final Said NOTHING = new Said(null, null, null);

    /**
     * That it took place.
     *
     * @param by    who took their word
     * @param items that were done, by it
     */
    record Confirmation(ConfirmedBy whose, String by, SortedSet<String> items) {}

    /**
     * That it was not as recorded.
     *
     * @param by         who took their word
     * @param reviewBy   by when somebody else has reviewed it
     * @param outcome    null before
     * @param resolvedBy null before
     */
    record Dispute(String by, Instant at, Personal grounds, Term reviewBy, @Nullable DisputeOutcome outcome,
            @Nullable String resolvedBy) {
        boolean isSettledFor() {
            return outcome == DisputeOutcome.STANDS;
        }

        Dispute reckonedBy(Context context) {
            return new Dispute(by, at, grounds, reviewBy.reckonedBy(context), outcome, resolvedBy);
        }

        Dispute resolved(DisputeOutcome how, String who) {
            return new Dispute(by, at, grounds, reviewBy, how, who);
        }
    }

    /**
     * How it was, when somebody called afterwards.
     *
     * @param rating 1 to 5; null when none was given
     */
    record FollowUp(@Nullable Integer rating, @Nullable Personal observation, String by) {}

    Said confirmed(Fact<Confirmation> word) {
        return new Said(Fact.later(confirmation, word), dispute, followUp);
    }

    Said disputed(Dispute now) {
        return new Said(confirmation, now, followUp);
    }

    Said followedUp(Fact<FollowUp> call) {
        return new Said(confirmation, dispute, Fact.later(followUp, call));
    }
}
