package org.chongshan.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.chongshan.shell.ReferenceData;

/** The calendar at the end of 2026, before and after a notice for 2027 that is made up. */
public final class Calendars {
    private static final WorkingDays.Arrangement Y2026 = new WorkingDays.Arrangement(2026, "test", Set.of(), Set.of());

    /** Nobody knows of 2027 but its statutory holidays. */
    public static final WorkingDays BEFORE_THE_NOTICE = new WorkingDays(ReferenceData.statutoryHolidays(),
            List.of(Y2026));
    /** Monday 4 January 2027 is a day off. */
    public static final WorkingDays WITH_THE_NOTICE = new WorkingDays(ReferenceData.statutoryHolidays(),
            List.of(Y2026, new WorkingDays.Arrangement(2027, "test", Set.of(LocalDate.parse("2027-01-04")), Set.of())));

    private Calendars() {}
}
