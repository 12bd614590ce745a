package org.chongshan.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chongshan.core.Figure.Kind;
import org.chongshan.events.CountChanged;
import org.chongshan.events.CountChanged.Change;
import org.jspecify.annotations.Nullable;

/**
 * What a record counts for. It is read off the record as it is, whatever events made it so: what comes late, is corrected or
 * turns out never to have been changes the record, and the figure by the difference.
 *
 * @param on     the day it counts from; null when that is the day on which the record became what it is. What happened in a year
 *               has one
 * @param amount how much; less than nothing where something ends on a day that is known
 * @param each   which one, of a figure of {@link Kind#DIFFERENT}; null of all others
 */
public record Count(Figure figure, @Nullable LocalDate on, long amount, @Nullable String each) {

    public Count {
        if ((figure.meaning().kind() == Kind.DIFFERENT) != (each != null)) {
            throw new IllegalArgumentException(figure + " counts each alone, or all together");
        }
        if (figure.meaning().kind() == Kind.FLOW && on == null) {
            throw new IllegalArgumentException(figure + " is of a year: on which day did it happen?");
        }
    }

    /** What happened on a day. */
    public static Count on(LocalDate day, Figure figure, long amount) {
        return new Count(figure, day, amount, null);
    }

    /** What there is since the record has been like this. */
    public static Count of(Figure figure, long amount) {
        return new Count(figure, null, amount, null);
    }

    /** That this one is there since the record has been like this. */
    public static Count each(Figure figure, String which) {
        return new Count(figure, null, 1, which);
    }

    /**
     * A change, and where it counts.
     */
    public record Moved(String subdistrict, CountChanged change) {}

    /** Where, towards which figure and from which day something counts. */
    private record Place(String subdistrict, Figure figure, int year, @Nullable LocalDate on) {
        String order() {
            return figure.id(year, subdistrict) + (on == null ? "" : "." + on);
        }

        CountChanged changed(List<Change> changes) {
            return new CountChanged(figure.id(year, subdistrict), on, changes);
        }
    }

    /**
     * What changes in the figures when a record becomes another.
     *
     * @param before null when there was none
     * @param today  the day on which it does
     */
    public static List<Moved> moved(@Nullable Aggregate before, Aggregate after, LocalDate today) {
        var differences = new TreeMap<Place, TreeMap<String, Long>>(Comparator.comparing(Place::order));
        if (before != null) {
            add(before, -1, today, differences);
        }
        add(after, 1, today, differences);
        var moved = new ArrayList<Moved>();
        differences.forEach((place, sums) -> {
            var changes = sums.entrySet().stream().filter(one -> one.getValue() != 0)
                    .map(one -> new Change(one.getKey().isEmpty() ? null : one.getKey(), one.getValue())).toList();
            if (!changes.isEmpty()) {
                moved.add(new Moved(place.subdistrict(), place.changed(changes)));
            }
        });
        return moved;
    }

    private static void add(Aggregate record, int sign, LocalDate today,
            Map<Place, TreeMap<String, Long>> differences) {
        for (var count : record.counts()) {
            var day = count.on == null ? today : count.on;
            var place = new Place(record.subdistrict(), count.figure, day.getYear(),
                    count.figure.meaning().kind() == Kind.FLOW ? null : day);
            differences.computeIfAbsent(place, none -> new TreeMap<>()).merge(count.each == null ? "" : count.each,
                    sign * count.amount, Math::addExact);
        }
    }
}
