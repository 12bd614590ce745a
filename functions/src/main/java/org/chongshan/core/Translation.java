package org.chongshan.core;

import java.util.Optional;
import java.util.function.Function;

import org.chongshan.events.Event;

/**
 * A line of the context map: how what one programme states reads in another's language, so that neither knows the other.
 *
 * @param from      the event of the one
 * @param into      what it is in the other's language
 * @param translate the event of the other; empty when it does not concern it. Pure
 */
public record Translation<F extends Event, I extends Event>(Class<F> from, Class<I> into,
        Function<F, Optional<I>> translate) {
    /** The event in the other's language; empty when this line is not about it. */
    public Optional<I> of(Event event) {
        return from.isInstance(event) ? translate.apply(from.cast(event)) : Optional.empty();
    }
}
