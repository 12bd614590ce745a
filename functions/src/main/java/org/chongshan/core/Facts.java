package org.chongshan.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Facts of one kind in the order of their own times, whatever the order they arrived in: the latest {@value #KEPT}. What is
 * due, where something stands and what counted on a day are derived from them, and so end the same in every order of arrival
 * as long as no more than that many are held.
 *
 * @param all earliest first
 */
public record Facts<T>(List<Fact<T>> all) {
    /** How many are kept; older ones stand in the journal. */
    public static final int KEPT = 40;

    public Facts {
        all = List.copyOf(all);
    }

    /** No facts. */
    public static <T> Facts<T> none() {
        return new Facts<>(List.of());
    }

    /** These and one more; one that is there already changes nothing. */
    public Facts<T> with(Fact<T> fact) {
        if (all.stream().anyMatch(known -> known.event().equals(fact.event()))) {
            return this;
        }
        var sorted = Stream.concat(all.stream(), Stream.of(fact)).sorted(Fact.BY_TIME).toList();
        return new Facts<>(sorted.subList(Math.max(0, sorted.size() - KEPT), sorted.size()));
    }

    /** The one that counts now. */
    public Optional<Fact<T>> latest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The one that counted at a time, that instant included. */
    public Optional<Fact<T>> asOf(Instant time) {
        return all.stream().filter(fact -> !fact.at().isAfter(time)).reduce((_, later) -> later);
    }

    /** Whether any lies after a time. */
    public boolean anyAfter(Instant time) {
        return !all.isEmpty() && all.getLast().at().isAfter(time);
    }
}
