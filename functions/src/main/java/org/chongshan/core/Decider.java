package org.chongshan.core;

import org.chongshan.events.Event;

/**
 * The pure function of one aggregate: no I/O, no clock, no randomness. Implementations are records without components,
 * one per function of the topology, and name their state and sealed event interface as type arguments.
 *
 * @param <S> the aggregate's state
 * @param <E> the sealed interface of the events it accepts
 */
public interface Decider<S extends Aggregate, E extends Event> {
    /** The state before the first event. */
    S initial(String id);

    /** The id of the one aggregate of this function that an event concerns. */
    String idOf(E event);

    /** What follows from an event. A refusal is a value, never an exception. */
    Decision<S> decide(S state, E event, Context context);

    /**
     * What follows when the deadline that {@link Aggregate#due()} had set is reached. Called only while it is still the
     * deadline in force; {@link Context#time()} is the deadline itself. The state returned must not be due at it again.
     */
    default Decision<S> deadlineReached(S state, Context context) {
        throw new UnsupportedOperationException("sets deadlines but does not say what they mean: " + getClass());
    }
}
