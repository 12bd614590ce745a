package org.chongshan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The effective-dated parameters of the bureau's rules. Of two entries of one name the later one in force at a time
 * counts.
 */
public final class Policy {
    /** Whether the number itself still satisfies the rule. */
    public enum Bound {
        INCLUSIVE,
        EXCLUSIVE,
        NONE
    }

    /**
     * One parameter from one date on.
     *
     * @param name   {@code <programme>.<parameter>}
     * @param value  a whole number of {@code unit}
     * @param unit   such as hours, fen, working-days
     * @param bound  whether the value itself is inside
     * @param from   first day it holds, Asia/Shanghai
     * @param source a seed line, a law with its article, or "assumption: set locally"
     */
    public record Entry(String name, long value, String unit, Bound bound, LocalDate from, String source) {}

    /**
     * The parameters in force at one time.
     *
     * @param version {@code <first day>+<digest of the values>}; stands in every journal entry
     */
    public record Edition(String version, Map<String, Entry> entries) {
        /**
         * The value of a parameter.
         *
         * @throws IllegalStateException when the policy file has none in force: a fault of the file, found by its test
         */
        public long value(Parameter parameter) {
            return entry(parameter).value();
        }

        /** Whether {@code number} stays within the parameter as an upper bound; on the bound itself, the parameter says. */
        public boolean isWithin(Parameter parameter, long number) {
            return isWithin(parameter, number, 1);
        }

        /** Whether {@code number} stays within so many times the parameter. */
        public boolean isWithin(Parameter parameter, long number, long times) {
            var entry = entry(parameter);
            var bound = Math.multiplyExact(entry.value(), times);
            return entry.bound() == Bound.EXCLUSIVE ? number < bound : number <= bound;
        }

        /** Whether {@code number} reaches so many times the parameter; on the bound itself, the parameter says. */
        public boolean reaches(Parameter parameter, long number, long times) {
            var entry = entry(parameter);
            var bound = Math.multiplyExact(entry.value(), times);
            return entry.bound() == Bound.EXCLUSIVE ? number > bound : number >= bound;
        }

        /** The whole entry. */
        public Entry entry(Parameter parameter) {
            var entry = entries.get(parameter.key());
            if (entry == null) {
                throw new IllegalStateException("policy has no " + parameter.key() + " in force at " + version);
            }
            return entry;
        }
    }

    private final TreeMap<LocalDate, Edition> editions = new TreeMap<>();

    /** The policy these entries make. */
    public Policy(List<Entry> entries) {
        var inForce = new TreeMap<String, Entry>();
        entries.stream().sorted(Comparator.comparing(Entry::from)).forEach(entry -> {
            inForce.put(entry.name(), entry);
            var digest = Integer.toHexString(
                    inForce.values().stream().map(e -> e.name() + e.value() + e.bound()).toList().hashCode());
            editions.put(entry.from(), new Edition(entry.from() + "+" + digest, Map.copyOf(inForce)));
        });
    }

    /** What is in force at a time; before the first entry, the first edition. */
    public Edition at(Instant time) {
        var edition = editions.floorEntry(time.atZone(WorkingDays.ZONE).toLocalDate());
        return edition == null ? editions.firstEntry().getValue() : edition.getValue();
    }

    /** Every edition, oldest first. */
    public List<Edition> editions() {
        return List.copyOf(editions.values());
    }
}
