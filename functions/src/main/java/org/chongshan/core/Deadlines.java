package org.chongshan.core;

import java.util.HashSet;

import org.chongshan.events.Event;
import org.jspecify.annotations.Nullable;

/** What follows when the instant an aggregate wanted to be woken at has passed. */
public final class Deadlines {
    private Deadlines() {}

    /**
     * Every deadline that falls on that instant, in the order of their enum, each while it still stands: one decision, with
     * the rules of all.
     *
     * @param context whose time is the instant
     * @throws IllegalStateException when the decider leaves a deadline standing, which would be told for ever
     */
    public static <S extends Aggregate, E extends Event> Decision.Become<S> reached(Decider<S, E> decider, S state,
            Context context) {
        Decision.@Nullable Become<S> all = null;
        var handled = new HashSet<Deadline>();
        for (var next = next(state, context); next != null; next = next(all.state(), context)) {
            if (!handled.add(next)) {
                throw new IllegalStateException("still waits for " + next.name() + " after it was reached");
            }
            var step = decider.reached(all == null ? state : all.state(), next, context);
            all = all == null ? step : all.and(step);
        }
        if (all == null) {
            throw new IllegalStateException("waits for nothing at this instant");
        }
        return all;
    }

    private static @Nullable Deadline next(Aggregate state, Context context) {
        return state.deadlines().entrySet().stream().filter(one -> one.getValue().equals(context.time()))
                .map(java.util.Map.Entry::getKey).map(Deadline.class::cast)
                .min(java.util.Comparator.comparingInt(one -> ((Enum<?>) one).ordinal())).orElse(null);
    }
}
