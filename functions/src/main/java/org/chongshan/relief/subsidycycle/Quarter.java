package org.chongshan.relief.subsidycycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.chongshan.core.WorkingDays;

/** A quarter of a year, written {@code 2023-Q2}. */
record Quarter(int year, int number) {
    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    String cycleOf(String subdistrict) {
        return "%04d-Q%d.%s".formatted(year, number, subdistrict);
    }

    /** The end of its last day. */
    Instant end() {
        return WorkingDays.endOf(YearMonth.of(year, number * 3).atEndOfMonth());
    }
}
