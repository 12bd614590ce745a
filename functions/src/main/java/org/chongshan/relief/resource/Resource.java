package org.chongshan.relief.resource;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Listing;
import org.chongshan.events.relief.Donor;
import org.chongshan.events.relief.ResourceUnit;

/**
 * A pledged resource: {@code pledged = left + withdrawn + open + delivered}, always.
 *
 * @param pledged       in {@code unit}
 * @param withdrawn     in {@code unit}
 * @param matches       those not delivered yet, by id; as many as the policy gives at most
 * @param delivered     in {@code unit}
 * @param deliveries    how many matches were delivered; each with its receipt stands in the journal
 * @param lastDelivered ids of the last {@value #REMEMBERED} of them, oldest first
 */
record Resource(String id, String subdistrict, Donor donor, ResourceUnit unit, long pledged, long withdrawn,
        SortedMap<String, Match> matches, long delivered, int deliveries,
        List<String> lastDelivered) implements Aggregate {

    /** Ids of delivered matches that are known again. */
    static final int REMEMBERED = 100;

    /** Where it stands: whether anything is left to match. What is matched and not delivered stands in a list of its own. */
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

    /** The further lists it may stand in. */
    enum Listed implements Listing {
        OUTSTANDING
    }

    /** What is set aside for a household's need. */
    record Match(String household, long quantity) {}

    static Resource pledged(String id, String subdistrict, Donor donor, ResourceUnit unit, long quantity) {
        return new Resource(id, subdistrict, donor, unit, quantity, 0, new TreeMap<>(), 0, 0, List.of());
    }

    long open() {
        return matches.values().stream().mapToLong(Match::quantity).sum();
    }

    long left() {
        return pledged - withdrawn - open() - delivered;
    }

    /** Whether it is open, or among the last that were delivered. */
    boolean knows(String match) {
        return matches.containsKey(match) || lastDelivered.contains(match);
    }

    Resource match(String match, Match now) {
        var all = new TreeMap<>(matches);
        all.put(match, now);
        return new Resource(id, subdistrict, donor, unit, pledged, withdrawn, all, delivered, deliveries,
                lastDelivered);
    }

    /** One of its matches has arrived, and leaves the record. */
    Resource deliver(String match, long quantity) {
        var open = new TreeMap<>(matches);
        open.remove(match);
        var last = Stream.concat(lastDelivered.stream(), Stream.of(match)).toList();
        return new Resource(id, subdistrict, donor, unit, pledged, withdrawn, open, delivered + quantity,
                deliveries + 1, last.subList(Math.max(0, last.size() - REMEMBERED), last.size()));
    }

    Resource withdraw(long quantity) {
        return new Resource(id, subdistrict, donor, unit, pledged, withdrawn + quantity, matches, delivered, deliveries,
                lastDelivered);
    }

    @Override
    public Status status() {
        return left() > 0 ? Status.OPEN : Status.USED_UP;
    }

    @Override
    public Map<Listed, String> lists() {
        return matches.isEmpty() ? Map.of() : Map.of(Listed.OUTSTANDING, "");
    }
}
