package org.chongshan.relief.household;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chongshan.core.Fact;
import org.chongshan.core.Facts;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.relief.Hardship;

/**
 * When hardship struck a household, by day: what a claim takes its year from. A hardship that is noticed again within some days
 * of its first day is still the same, and struck on that first day. What is known are facts and end the same in any order of
 * arrival; what a case was told is a decision, and stands: whatever is heard later, the same hardship has one claim.
 *
 * @param known hardship by day, each day once
 * @param told  what cases were told, earliest told first; the latest {@value #TOLD_KEPT}
 */
record Struck(Facts<Hardship> known, List<Day> told) {
    /** Two that are kept of one hardship lie apart: years fit in. */
    static final int TOLD_KEPT = 40;

    static final Struck NOTHING = new Struck(Facts.none(), List.of());

    Struck {
        told = List.copyOf(told);
    }

    /** The day on which a hardship struck. */
    record Day(Hardship hardship, LocalDate on) {}

    /** It was there on that day; NONE is nothing. */
    Struck on(Hardship hardship, LocalDate day) {
        var at = day.atStartOfDay(WorkingDays.ZONE).toInstant();
        return hardship == Hardship.NONE
                ? this
                : new Struck(known.with(new Fact<>(hardship, at, day + "." + hardship.name().toLowerCase(Locale.ROOT))),
                        told);
    }

    /** The first day of a hardship that was there on a day and is taken for one for so many days; empty when it was not. */
    Optional<LocalDate> firstDay(Hardship hardship, LocalDate day, long days) {
        LocalDate first = null;
        for (var fact : known.all()) {
            var on = WorkingDays.dayOf(fact.at());
            if (fact.value() == hardship && !on.isAfter(day) && (first == null || isApart(first, on, days))) {
                first = on;
            }
        }
        return Optional.ofNullable(first).filter(one -> !isApart(one, day, days));
    }

    /** What a case was told of a hardship less than so many days from a day, the nearest; empty when none was. */
    Optional<LocalDate> toldNear(Hardship hardship, LocalDate day, long days) {
        return told.stream().filter(one -> one.hardship() == hardship).map(Day::on)
                .filter(on -> !isApart(on, day, days))
                .min(Comparator.<LocalDate>comparingLong(on -> Math.abs(ChronoUnit.DAYS.between(on, day)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A case was told of it. */
    Struck told(Hardship hardship, LocalDate on) {
        var day = new Day(hardship, on);
        if (told.contains(day)) {
            return this;
        }
        var all = new ArrayList<>(told);
        all.add(day);
        return new Struck(known, all.subList(Math.max(0, all.size() - TOLD_KEPT), all.size()));
    }

    private static boolean isApart(LocalDate one, LocalDate other, long days) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) >= days;
    }
}
