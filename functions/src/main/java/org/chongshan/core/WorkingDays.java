package org.chongshan.core;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * The working-day calendar: Monday to Friday, less the statutory holidays, plus the weekend days worked in exchange, as
 * the State Council announces them each year.
 */
public record WorkingDays(Set<LocalDate> holidays, Set<LocalDate> workedWeekendDays) {
    /** The bureau's time zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public WorkingDays {
        holidays = Set.copyOf(holidays);
        workedWeekendDays = Set.copyOf(workedWeekendDays);
    }

    /** Whether offices work that day. */
    public boolean isWorkingDay(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return workedWeekendDays.contains(day) || (!weekend && !holidays.contains(day));
    }

    /** The end of the n-th working day after the day of {@code start}, which itself is not counted (Civil Code 201). */
    public Instant endAfter(Instant start, long workingDays) {
        var day = start.atZone(ZONE).toLocalDate();
        for (var left = workingDays; left > 0;) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return endOf(day);
    }

    /** The midnight that ends a day, in the bureau's time. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(ZONE).toInstant();
    }
}
