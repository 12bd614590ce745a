package org.chongshan.core;

import org.chongshan.events.Event;

/**
 * The pure function of one aggregate: no I/O, no clock, no randomness. Implementations are records without components,
 * one per function of the topology, and name their state and sealed event interface as type arguments. The state's record
 * nests its statuses, and where it has them its further lists and its deadlines, as enums.
 *
 * @param <S> the aggregate's state
 * @param <E> the sealed interface of the events it accepts
 */
public interface Decider<S extends Aggregate, E extends Event> {
    /** The id of the one aggregate of this function that an event concerns. */
    String idOf(E event);

    /**
     * What follows from an event when there is no such aggregate: it begins; or the event came too {@linkplain Decision#early
     * early} and waits for another that begins it; or it is refused.
     */
    Decision<S> begin(String id, E event, Context context);

    /** What follows from an event. A refusal is a value, never an exception. */
    Decision<S> decide(S state, E event, Context context);

    /**
     * What follows when one of the state's {@linkplain Aggregate#deadlines() deadlines} has passed. Called only while it is
     * still in force; {@link Context#time()} is the deadline's instant. Of several that fall together each is called, in the
     * order of their enum, while it still stands. The state returned must not wait for it any longer.
     */
    default Decision.Become<S> reached(S state, Deadline deadline, Context context) {
        throw new UnsupportedOperationException("sets deadlines but does not say what they mean: " + getClass());
    }
}
