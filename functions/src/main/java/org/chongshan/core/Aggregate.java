package org.chongshan.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The state of one unit of consistency: an immutable record, written as one document. It exists from its first accepted event
 * on. What the indexes need is derived from it, so that no decision can forget to set it.
 */
public interface Aggregate {
    /** Code of the subdistrict it belongs to. */
    String subdistrict();

    /** Where it stands; lists are filtered by it. */
    Status status();

    /** Orders the list of one status, ascending; empty when the id will do. No personal data. */
    default String rank() {
        return "";
    }

    /**
     * The further lists it stands in now, each with what orders it there; no personal data. A list costs a write when an
     * aggregate enters, moves in or leaves it, and can be swept.
     */
    default Map<? extends Listing, String> lists() {
        return Map.of();
    }

    /**
     * What it counts for in the figures of the year, as it is. No personal data. Whatever changes in it when an event is applied
     * goes out to the figures, so that no decision can forget to count.
     */
    default List<Count> counts() {
        return List.of();
    }

    /**
     * Token subjects it confides in: where their role may be confided in, they read this record as nobody else of that role
     * does, its names, and of its journal's sealed texts those they wrote themselves, and no others.
     */
    default Set<String> confidants() {
        return Set.of();
    }

    /** What it waits for, each with its instant. Several may share one. */
    default Map<? extends Deadline, Instant> deadlines() {
        return Map.of();
    }

    /** Those of its deadlines that are terms of working days, as long as it waits for them. */
    default List<Term> calendarTerms() {
        return List.of();
    }

    /** The same, its {@link #calendarTerms()} as the calendar has them now. */
    default Aggregate reckonedBy(Context context) {
        return this;
    }

    /**
     * When it wants to be woken: for the first of its deadlines, or because a term is to be looked at again; null when it waits
     * for nothing.
     */
    default @Nullable Instant due() {
        return Stream
                .concat(deadlines().values().stream(),
                        calendarTerms().stream().map(Term::lookAgain).filter(Objects::nonNull))
                .min(Comparator.naturalOrder()).orElse(null);
    }
}
