package org.chongshan.core;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The state of one unit of consistency: an immutable record, written as one document. What the indexes need is derived
 * from it, so that no decision can forget to set it.
 */
public interface Aggregate {
    /** Code of the subdistrict it belongs to; null before the first event. */
    @Nullable
    String subdistrict();

    /** Where it stands, one word in lower case with hyphens; lists are filtered by it. */
    String status();

    /** Orders the list of one status, ascending; empty when the id will do. No personal data. */
    default String rank() {
        return "";
    }

    /**
     * The further lists it stands in now, by name, each with what orders it there; names in lower case with hyphens, no
     * personal data. A list costs a write when an aggregate enters, moves in or leaves it, and can be swept.
     */
    default Map<String, String> lists() {
        return Map.of();
    }

    /** When it wants to be woken; null when it waits for nothing. */
    default @Nullable Instant due() {
        return null;
    }
}
