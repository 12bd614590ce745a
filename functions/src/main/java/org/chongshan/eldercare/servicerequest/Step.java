package org.chongshan.eldercare.servicerequest;

import org.chongshan.core.Context;
import org.chongshan.core.Term;
import org.jspecify.annotations.Nullable;

/**
 * A step somebody says was taken.
 *
 * @param party           whom it is dispatched to, or who gives it back or has handled it; null of other steps
 * @param solved          of a follow-up, whether it helped
 * @param stars           of a rating; otherwise 0
 * @param actor           who said so
 * @param nextBy          when the next step is due, should this one count; null when none follows
 * @param emergencyNextBy the same, of an emergency
 */
record Step(Kind kind, @Nullable String party, boolean solved, int stars, String actor, @Nullable Term nextBy,
        @Nullable Term emergencyNextBy) {

    /** What is done. */
    enum Kind {
        ACCEPT,
        DISPATCH,
        GIVE_BACK,
        HANDLE,
        ANSWER,
        FOLLOW_UP,
        RATE,
        WITHDRAW
    }

    Step reckonedBy(Context context) {
        return new Step(kind, party, solved, stars, actor, nextBy == null ? null : nextBy.reckonedBy(context),
                emergencyNextBy == null ? null : emergencyNextBy.reckonedBy(context));
    }

    @Nullable
    Term nextBy(boolean emergency) {
        return emergency ? emergencyNextBy : nextBy;
    }
}
