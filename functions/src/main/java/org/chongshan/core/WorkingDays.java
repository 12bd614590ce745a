package org.chongshan.core;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The calendar of offices: Monday to Friday, less the statutory holidays and the days off around them, plus the weekend
 * days worked in exchange. The State Council arranges the latter two each year, for the year to come, in a notice of
 * the autumn before. Of a year whose notice is not there the statutory holidays and the weekends are known alone; a date
 * that was computed into it is provisional ({@link #isSettled}) and is to be computed again once {@link #edition} has
 * changed.
 */
public final class WorkingDays {
    /** The bureau's time zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * What the notice of one year arranges.
     *
     * @param year              the year it is for; a few of its days may lie at the end of the year before
     * @param source            who published it, and where
     * @param holidays          days off, statutory ones among them
     * @param workedWeekendDays Saturdays and Sundays on which offices work
     */
    public record Arrangement(int year, String source, Set<LocalDate> holidays, Set<LocalDate> workedWeekendDays) {
        public Arrangement {
            holidays = Set.copyOf(holidays);
            workedWeekendDays = Set.copyOf(workedWeekendDays);
        }
    }

    private final StatutoryHolidays statutory;
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> workedWeekendDays = new HashSet<>();
    private final Set<Integer> arrangedYears = new HashSet<>();
    private final String edition;

    /** The calendar these arrangements make, in whatever order they come. */
    public WorkingDays(StatutoryHolidays statutory, List<Arrangement> arrangements) {
        this.statutory = statutory;
        var content = new StringBuilder();
        arrangements.stream().sorted(Comparator.comparingInt(Arrangement::year)).forEach(arrangement -> {
            arrangedYears.add(arrangement.year());
            holidays.addAll(arrangement.holidays());
            workedWeekendDays.addAll(arrangement.workedWeekendDays());
            content.append(arrangement.year()).append(new TreeSet<>(arrangement.holidays()))
                    .append(new TreeSet<>(arrangement.workedWeekendDays()));
        });
        edition = arrangedYears.stream().max(Comparator.naturalOrder()).map(String::valueOf).orElse("none") + "+"
                + Integer.toHexString(content.toString().hashCode());
    }

    /** Whether offices work that day. */
    public boolean isWorkingDay(LocalDate day) {
        return !isDayOff(day, true);
    }

    /**
     * Whether that day is a day off: a holiday, statutory or arranged. Whether an ordinary Saturday or Sunday is one too
     * depends on the rule that asks (Civil Code 203 speaks of 法定休假日), so it says; a weekend day worked in exchange never
     * is.
     */
    public boolean isDayOff(LocalDate day, boolean weekends) {
        if (workedWeekendDays.contains(day)) {
            return false;
        }
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return (weekends && weekend) || holidays.contains(day) || statutory.include(day);
    }

    /** That day, or when it is a day off, the first after it that is not. */
    public LocalDate rolledForward(LocalDate day, boolean weekends) {
        var rolled = day;
        while (isDayOff(rolled, weekends)) {
            rolled = rolled.plusDays(1);
        }
        return rolled;
    }

    /**
     * The last day of a period of so many days, every one counted: the day of {@code start} itself is not counted (Civil
     * Code 201), and a last day that is a day off rolls forward (Civil Code 203).
     *
     * @param days     how many; 1 ends on the day after {@code start}
     * @param weekends whether an ordinary Saturday or Sunday is a day off
     */
    public LocalDate lastDay(LocalDate start, long days, boolean weekends) {
        return rolledForward(start.plusDays(days), weekends);
    }

    /** The end of the n-th working day after the day of {@code start}, which itself is not counted (Civil Code 201). */
    public Instant endAfter(Instant start, long workingDays) {
        var day = dayOf(start);
        for (var left = workingDays; left > 0;) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return endOf(day);
    }

    /** The day it is in the bureau at an instant. */
    public static LocalDate dayOf(Instant time) {
        return time.atZone(ZONE).toLocalDate();
    }

    /** The midnight that ends a day, in the bureau's time. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(ZONE).toInstant();
    }

    /** Whether the notice for that year is known. */
    public boolean isArranged(int year) {
        return arrangedYears.contains(year);
    }

    /**
     * Whether no notice still to come can make another kind of day of it. The notice of a year has reached back into the
     * last days of the year before (2022-12-31 is off by the one for 2023), so the last week of a year is settled by two.
     */
    public boolean isSettled(LocalDate day) {
        return isArranged(day.getYear()) && isArranged(day.plusWeeks(1).getYear());
    }

    /**
     * Names what this calendar knows: {@code <last arranged year>+<digest of all arrangements>}. A date that was computed
     * under another edition may come out differently under this one.
     */
    public String edition() {
        return edition;
    }
}
