package org.chongshan.local.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import org.chongshan.core.WorkingDays;

/**
 * The days on which something is done: of a whole district every working day, of a small one every so many-th, because each day
 * that passes takes time, whatever happens on it.
 */
final class OfficeDays {
    private final WorkingDays calendar;
    private final List<LocalDate> days = new ArrayList<>();

    OfficeDays(WorkingDays calendar, LocalDate first, LocalDate last, int every) {
        this.calendar = calendar;
        var worked = first.datesUntil(last.plusDays(1)).filter(calendar::isWorkingDay).toList();
        for (int i = 0; i < worked.size(); i += every) {
            days.add(worked.get(i));
        }
        if (!days.contains(worked.getLast())) {
            days.add(worked.getLast());
        }
    }

    WorkingDays calendar() {
        return calendar;
    }

    /** From one day to another, both included. */
    List<LocalDate> between(LocalDate first, LocalDate last) {
        var between = days.stream().filter(day -> !day.isBefore(first) && !day.isAfter(last)).toList();
        if (between.isEmpty()) {
            throw new IllegalStateException("no office day from " + first + " to " + last);
        }
        return between;
    }

    /** This one, or the first after it. */
    LocalDate from(LocalDate day) {
        return days.stream().filter(one -> !one.isBefore(day)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no office day after " + day));
    }

    LocalDate after(LocalDate day) {
        return from(day.plusDays(1));
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(WorkingDays.ZONE).toInstant();
    }
}
