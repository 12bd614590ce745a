package org.chongshan.core;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The holidays everybody has by regulation (全国年节及纪念日放假办法, art. 2), whether or not the yearly notice that arranges the
 * days around them is there yet. A year of which {@code moving} says nothing has those with a fixed date alone.
 */
public final class StatutoryHolidays {
    /** From this year on New Year's Eve of the lunar calendar and 2 May are holidays too (State Council Order 795). */
    private static final int AMENDED = 2025;

    /**
     * The holidays of one year that have no fixed date.
     *
     * @param springFestival first day of the first lunar month
     * @param qingming       the day of the solar term
     * @param dragonBoat     fifth day of the fifth lunar month
     * @param midAutumn      fifteenth day of the eighth lunar month
     */
    public record Movable(int year, LocalDate springFestival, LocalDate qingming, LocalDate dragonBoat,
            LocalDate midAutumn) {}

    private final Map<Integer, SortedSet<LocalDate>> listed = new HashMap<>();

    /** The regulation of 2014 until 2024, as amended from 2025 on, and what is movable in these years. */
    public StatutoryHolidays(List<Movable> years) {
        years.forEach(its -> {
            var days = fixed(its.year());
            for (int day = its.year() >= AMENDED ? -1 : 0; day <= 2; day++) {
                days.add(its.springFestival().plusDays(day));
            }
            days.addAll(List.of(its.qingming(), its.dragonBoat(), its.midAutumn()));
            listed.put(its.year(), Collections.unmodifiableSortedSet(days));
        });
    }

    /** Whether that day is a holiday by regulation. */
    public boolean include(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    /** The holidays of a year, in order; those with a fixed date alone when the year is not listed. */
    public SortedSet<LocalDate> of(int year) {
        var days = listed.get(year);
        return days == null ? fixed(year) : days;
    }

    private static SortedSet<LocalDate> fixed(int year) {
        var days = new TreeSet<LocalDate>();
        days.add(LocalDate.of(year, Month.JANUARY, 1));
        days.add(LocalDate.of(year, Month.MAY, 1));
        if (year >= AMENDED) {
            days.add(LocalDate.of(year, Month.MAY, 2));
        }
        for (int day = 1; day <= 3; day++) {
            days.add(LocalDate.of(year, Month.OCTOBER, day));
        }
        return days;
    }
}
