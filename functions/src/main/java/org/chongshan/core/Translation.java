package org.chongshan.core;

import java.util.Optional;
import java.util.function.Function;

import org.chongshan.events.Event;

/**
 * A line of the context map: how what one programme states reads in another's language, so that neither knows the other.
 *
 * @param from the event of the one
 * @param into the event of the other; empty when it does not concern it. Pure
 */
public record Translation<F extends Event>(Class<F> from, Function<F, Optional<Event>> into) {
    /** The event in the other's language; empty when this line is not about it. */
    public Optional<Event> of(Event event) {
        return from.isInstance(event) ? into.apply(from.cast(event)) : Optional.empty();
    }
}
