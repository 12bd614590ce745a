package org.chongshan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatutoryHolidaysTest {
    private static final StatutoryHolidays HOLIDAYS = ReferenceData.statutoryHolidays();

    static IntStream years() {
        return IntStream.rangeClosed(2022, 2050);
    }

    @Test
    void until_2024_there_are_eleven_from_2025_on_thirteen() {
        assertThat(HOLIDAYS.of(2024)).isEqualTo(days("2024-01-01", "2024-02-10", "2024-02-11", "2024-02-12",
                "2024-04-04", "2024-05-01", "2024-06-10", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03"));
        assertThat(HOLIDAYS.of(2027)).isEqualTo(
                days("2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-04-05", "2027-05-01",
                        "2027-05-02", "2027-06-09", "2027-09-15", "2027-10-01", "2027-10-02", "2027-10-03"));
    }

    @Test
    void beyond_the_table_those_with_a_fixed_date_are_known() {
        assertThat(HOLIDAYS.of(2051))
                .isEqualTo(days("2051-01-01", "2051-05-01", "2051-05-02", "2051-10-01", "2051-10-02", "2051-10-03"));
    }

    /**
     * ICU computes the new moon to some minutes. In 2027 (6 February 23:56) and 2030 (3 February 0:07) that is not enough;
     * the next test is.
     */
    @ParameterizedTest
    @MethodSource("years")
    void the_lunar_days_of_the_table_are_those_another_computes(int year) {
        var off = year == 2027 ? -1 : year == 2030 ? 1 : 0;
        var newYear = lunar(year, 1, 1).plusDays(off);
        assertThat(HOLIDAYS.of(year)).contains(newYear, newYear.plusDays(1), newYear.plusDays(2), lunar(year, 5, 5),
                lunar(year, 8, 15));
        assertThat(HOLIDAYS.include(newYear.minusDays(1))).isEqualTo(year >= 2025);
    }

    @ParameterizedTest
    @MethodSource("years")
    void their_months_begin_on_the_day_of_the_new_moon(int year) {
        assertThat(HOLIDAYS.of(year)).contains(newMoonNear(lunar(year, 1, 1)),
                newMoonNear(lunar(year, 5, 1)).plusDays(4), newMoonNear(lunar(year, 8, 1)).plusDays(14));
        assertThat(HOLIDAYS.include(newMoonNear(lunar(year, 1, 1)).plusDays(3))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("years")
    void qingming_is_the_day_on_which_the_sun_passes_15_degrees(int year) {
        var qingming = IntStream.rangeClosed(3, 6).mapToObj(day -> LocalDate.of(year, 4, day)).filter(HOLIDAYS::include)
                .toList();
        assertThat(qingming).hasSize(1);
        assertThat(longitudeOfTheSun(qingming.getFirst())).isLessThan(15);
        assertThat(longitudeOfTheSun(qingming.getFirst().plusDays(1))).isGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("years")
    void nothing_else_is_in_the_table(int year) {
        var onNationalDay = List.of(2028, 2031, 2039).contains(year) ? 1 : 0; // Mid-Autumn falls on one of its three days.
        assertThat(HOLIDAYS.of(year)).hasSize((year < 2025 ? 11 : 13) - onNationalDay);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/calendar/calendar-2022-2026.csv", numLinesToSkip = 1)
    void no_notice_has_offices_work_on_a_statutory_holiday(LocalDate date, String weekday, String kind, String name) {
        assertThat(kind.equals("worked") && HOLIDAYS.include(date)).isFalse();
    }

    private static LocalDate lunar(int year, int month, int day) {
        var calendar = new ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"));
        // Noon of 1 July lies in the lunar year that began in this one.
        calendar.setTime(Date.from(LocalDate.of(year, 7, 1).atTime(4, 0).toInstant(ZoneOffset.UTC)));
        calendar.set(Calendar.MONTH, month - 1);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(Calendar.DAY_OF_MONTH, day);
        return calendar.getTime().toInstant().atZone(WorkingDays.ZONE).toLocalDate();
    }

    /** In degrees as the day begins in the bureau's time: Meeus, Astronomical Algorithms, ch. 25, true to 0.01 degrees. */
    private static double longitudeOfTheSun(LocalDate day) {
        var terrestrialTime = day.atStartOfDay(WorkingDays.ZONE).toEpochSecond() + 72;
        var t = (terrestrialTime / 86400.0 + 2440587.5 - 2451545.0) / 36525;
        var mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
        var anomaly = Math.toRadians(357.52911 + 35999.05029 * t - 0.0001537 * t * t);
        var centre = (1.914602 - 0.004817 * t) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly)
                + 0.000289 * Math.sin(3 * anomaly);
        var omega = Math.toRadians(125.04 - 1934.136 * t);
        return (mean + centre - 0.00569 - 0.00478 * Math.sin(omega)) % 360;
    }

    /** The day, in the bureau's time, of the new moon nearest to a day: Meeus, ch. 49, its terms above half a minute. */
    private static LocalDate newMoonNear(LocalDate day) {
        var k = Math.round((day.toEpochDay() + 2440587.5 - 2451550.09766) / 29.530588861);
        var t = k / 1236.85;
        var e = 1 - 0.002516 * t;
        var sun = Math.toRadians(2.5534 + 29.10535670 * k);
        var moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        var node = Math.toRadians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
        var julian = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.40720 * Math.sin(moon)
                + 0.17241 * e * Math.sin(sun) + 0.01608 * Math.sin(2 * moon) + 0.01039 * Math.sin(2 * node)
                + 0.00739 * e * Math.sin(moon - sun) - 0.00514 * e * Math.sin(moon + sun)
                + 0.00208 * e * e * Math.sin(2 * sun) - 0.00111 * Math.sin(moon - 2 * node)
                - 0.00057 * Math.sin(moon + 2 * node) + 0.00056 * e * Math.sin(2 * moon + sun)
                - 0.00042 * Math.sin(3 * moon) + 0.00042 * e * Math.sin(sun + 2 * node)
                + 0.00038 * e * Math.sin(sun - 2 * node);
        return Instant.ofEpochSecond(Math.round((julian - 2440587.5) * 86400) - 72).atZone(WorkingDays.ZONE)
                .toLocalDate();
    }

    private static Set<LocalDate> days(String... days) {
        return Set.copyOf(List.of(days).stream().map(LocalDate::parse).toList());
    }
}
