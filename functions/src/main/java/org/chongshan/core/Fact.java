package org.chongshan.core;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * What an event stated, as of its own time. Facts arrive in any order; which of two counts is decided by when they held, and
 * of one instant by their events' ids, so that every order of arrival ends in the same state.
 *
 * @param at    when it held
 * @param event id of the event that stated it
 */
public record Fact<T>(T value, Instant at, String event) {

    /** Earlier facts first. */
    public static final Comparator<Fact<?>> BY_TIME = Comparator.<Fact<?>, Instant>comparing(Fact::at)
            .thenComparing(Fact::event);

    /** Of two facts of one kind the one that counts: the later by its own time. */
    public static <T> Fact<T> later(@Nullable Fact<T> one, Fact<T> other) {
        return one == null || BY_TIME.compare(one, other) < 0 ? other : one;
    }

    /** Whether it does not count beside another of its kind: that one is later, or it is the same. */
    public boolean isOlderThan(@Nullable Fact<T> other) {
        return other != null && BY_TIME.compare(this, other) <= 0;
    }
}
