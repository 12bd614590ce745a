package org.chongshan.bureau.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.events.CountChanged;
import org.chongshan.events.CountChanged.Change;
import org.jspecify.annotations.Nullable;

/**
 * A figure of one year in one subdistrict: by how much it changed in that year. Its journal names every change with what caused
 * it.
 *
 * @param figure   its name
 * @param closesAt when the year is closed
 * @param closed   what came of the year when it was; null before
 * @param changes  by when they count and when they were heard of
 */
record YearFigure(String id, String subdistrict, String figure, int year, Instant closesAt, @Nullable Long closed,
        SortedMap<String, Long> changes) implements Aggregate {

    /** Where a figure stands. */
    enum Status implements org.chongshan.core.Status {
        /** The year goes on, or is not closed yet. */
        OPEN(Sight.DEADLINE),
        /** What is heard now corrects it. */
        CLOSED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** What a figure waits for. */
    enum Due implements Deadline {
        /** That its year is closed. */
        CLOSE
    }

    /**
     * When a change counts, when it was heard of, and of what.
     *
     * @param heardOn day on which the platform heard of it
     * @param on      day since which it counts; null of what is of the whole year
     * @param each    which one, where each is counted but once
     */
    record Moment(LocalDate heardOn, @Nullable LocalDate on, @Nullable String each) {

        private static final String BETWEEN = "/";

        static Moment read(String text) {
            var parts = text.split(BETWEEN, 3);
            return new Moment(LocalDate.parse(parts[0]), parts[1].isEmpty() ? null : LocalDate.parse(parts[1]),
                    parts[2].isEmpty() ? null : parts[2]);
        }

        String written() {
            return heardOn + BETWEEN + Objects.toString(on, "") + BETWEEN + Objects.toString(each, "");
        }
    }

    /**
     * A figure by its id, of which nothing is known yet; empty when it is no figure's.
     *
     * @param closing when a year is closed
     */
    static Optional<YearFigure> named(String id, IntFunction<Instant> closing) {
        var parts = id.split("\\.", 3);
        if (parts.length < 3 || !parts[0].matches("[0-9]{4}")) {
            return Optional.empty();
        }
        var year = Integer.parseInt(parts[0]);
        return Optional.of(new YearFigure(id, parts[1], parts[2], year, closing.apply(year), null, new TreeMap<>()));
    }

    static LocalDate lastDayOf(int year) {
        return YearMonth.of(year, Month.DECEMBER).atEndOfMonth();
    }

    YearFigure with(CountChanged changed, LocalDate heardOn) {
        var all = new TreeMap<>(changes);
        for (Change change : changed.changes()) {
            all.merge(new Moment(heardOn, changed.on(), change.each()).written(), change.by(), Math::addExact);
        }
        all.values().removeIf(by -> by == 0);
        return new YearFigure(id, subdistrict, figure, year, closesAt, closed, all);
    }

    YearFigure closedNow() {
        return new YearFigure(id, subdistrict, figure, year, closesAt, amount(), changes);
    }

    /** All changes of the year together: what happened in it, or by how much a stock changed. */
    long amount() {
        return changes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What changed, by which one; under nothing what simply adds up. */
    Map<String, Long> sums(Predicate<Moment> counts) {
        var sums = new TreeMap<String, Long>();
        changes.forEach((text, by) -> {
            var moment = Moment.read(text);
            if (counts.test(moment)) {
                sums.merge(Objects.toString(moment.each(), ""), by, Math::addExact);
            }
        });
        return sums;
    }

    @Override
    public Status status() {
        return closed == null ? Status.OPEN : Status.CLOSED;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return closed == null ? Map.of(Due.CLOSE, closesAt) : Map.of();
    }
}
