package org.chongshan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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
     * @param tariff  what is paid by the piece, of every day
     */
    public record Edition(String version, Map<String, Entry> entries, Tariff tariff) {
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

    /** The policy these entries make, without anything that is paid by the piece. */
    public Policy(List<Entry> entries) {
        this(entries, Tariff.NONE);
    }

    /** The policy these entries make, with a tariff: a new price is a new edition, like a new number. */
    public Policy(List<Entry> entries, Tariff tariff) {
        var inForce = new TreeMap<String, Entry>();
        var days = Stream.concat(entries.stream().map(Entry::from), tariff.entries().stream().flatMap(item -> Stream
                .concat(Stream.of(item.from()), Stream.ofNullable(item.until()).map(day -> day.plusDays(1)))));
        days.distinct().sorted().forEach(day -> {
            entries.stream().filter(entry -> entry.from().equals(day))
                    .forEach(entry -> inForce.put(entry.name(), entry));
            var content = Stream.concat(inForce.values().stream().map(e -> e.name() + e.value() + e.bound()),
                    tariff.on(day).stream().map(item -> item.name() + item.priceFen() + item.requires()));
            editions.put(day, new Edition(day + "+" + Integer.toHexString(content.toList().hashCode()),
                    Map.copyOf(inForce), tariff));
        });
    }

    /** What is in force at a time; before the first entry, the first edition. */
    public Edition at(Instant time) {
        var edition = editions.floorEntry(WorkingDays.dayOf(time));
        return edition == null ? editions.firstEntry().getValue() : edition.getValue();
    }

    /** Every edition, oldest first. */
    public List<Edition> editions() {
        return List.copyOf(editions.values());
    }
}
