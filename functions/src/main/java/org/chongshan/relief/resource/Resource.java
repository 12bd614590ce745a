package org.chongshan.relief.resource;

import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;
import org.chongshan.events.relief.Donor;
import org.chongshan.events.relief.ResourceUnit;
import org.jspecify.annotations.Nullable;

/**
 * A pledged resource: {@code pledged = left + withdrawn + matched}, always.
 *
 * @param pledged     in {@code unit}
 * @param withdrawn   in {@code unit}
 * @param matches     by id
 */
record Resource(String id, String subdistrict, Donor donor, ResourceUnit unit, long pledged, long withdrawn, SortedMap<String, Match> matches) implements Aggregate {

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        OPEN(Sight.LIST),
        USED_UP(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /**
     * A match to a household's need.
     *
     * @param receipt null while it is outstanding
     */
    record Match(String household, long quantity, @Nullable String receipt) {}

    long matched() {
        return matches.values().stream().mapToLong(Match::quantity).sum();
    }

    long left() {
        return pledged - withdrawn - matched();
    }

    Resource match(String match, Match now) {
        var all = new TreeMap<>(matches);
        all.put(match, now);
        return new Resource(id, subdistrict, donor, unit, pledged, withdrawn, all);
    }

    Resource withdraw(long quantity) {
        return new Resource(id, subdistrict, donor, unit, pledged, withdrawn + quantity, matches);
    }

    @Override
    public Status status() {
        return left() > 0 ? Status.OPEN : Status.USED_UP;
    }
}
