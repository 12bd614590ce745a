package org.chongshan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest {
    private static final WorkingDays CALENDAR = ReferenceData.workingDays();
    private static final WorkingDays WITHOUT_NOTICE = new WorkingDays(ReferenceData.statutoryHolidays(), List.of());

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(WorkingDays.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/calendar/calendar-2022-2026.csv", numLinesToSkip = 1)
    void every_day_of_the_notices_is_off_or_worked_as_they_say(LocalDate date, String weekday, String kind,
            String name) {
        assertThat(CALENDAR.isWorkingDay(date)).isEqualTo(kind.equals("worked"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/calendar/working-days.csv", numLinesToSkip = 1)
    void working_days_count_from_the_next_day(LocalDate start, int n, LocalDate lastDay) {
        assertThat(CALENDAR.endAfter(noon(start), n)).isEqualTo(WorkingDays.endOf(lastDay));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/calendar/cooling-off.csv", numLinesToSkip = 1)
    void thirty_days_and_thirty_more_end_where_the_published_rule_has_them_end(LocalDate start, LocalDate thirtieth,
            LocalDate lastDay, LocalDate nextDay, LocalDate firstOfficeDay, LocalDate nextThirtieth,
            LocalDate nextLastDay) {
        assertThat(start.plusDays(30)).isEqualTo(thirtieth);
        assertThat(CALENDAR.lastDay(start, 30, true)).isEqualTo(lastDay);
        assertThat(lastDay.plusDays(1)).isEqualTo(nextDay);
        assertThat(CALENDAR.rolledForward(nextDay, true)).isEqualTo(firstOfficeDay);
        assertThat(lastDay.plusDays(30)).isEqualTo(nextThirtieth);
        assertThat(CALENDAR.lastDay(lastDay, 30, true)).isEqualTo(nextLastDay);
    }

    @Test
    void a_worked_weekend_day_does_not_roll_and_is_rolled_to() {
        assertThat(CALENDAR.lastDay(day("2023-03-24"), 30, true)).isEqualTo("2023-04-23");
        assertThat(CALENDAR.lastDay(day("2023-05-25"), 30, true)).isEqualTo("2023-06-25");
    }

    @Test
    void where_weekends_are_no_days_off_holidays_alone_roll() {
        assertThat(CALENDAR.lastDay(day("2023-01-13"), 30, false)).isEqualTo("2023-02-12");
        assertThat(CALENDAR.lastDay(day("2023-01-13"), 30, true)).isEqualTo("2023-02-13");
        assertThat(CALENDAR.lastDay(day("2023-03-30"), 30, false)).isEqualTo("2023-05-04");
    }

    @Test
    void statutory_holidays_are_days_off_before_the_notice_and_the_days_around_them_are_not() {
        assertThat(WITHOUT_NOTICE.isWorkingDay(day("2026-02-16"))).isFalse();
        assertThat(WITHOUT_NOTICE.isWorkingDay(day("2026-02-20"))).isTrue();
        assertThat(CALENDAR.isWorkingDay(day("2026-02-20"))).isFalse();
        assertThat(CALENDAR.lastDay(day("2027-01-06"), 30, true)).isEqualTo("2027-02-09");
        assertThat(CALENDAR.endAfter(noon(day("2027-04-02")), 1)).isEqualTo(WorkingDays.endOf(day("2027-04-06")));
    }

    @Test
    void what_no_notice_arranges_is_not_settled_nor_is_the_last_week_before_it() {
        assertThat(CALENDAR.isArranged(2021)).isFalse();
        assertThat(CALENDAR.isArranged(2022)).isTrue();
        assertThat(CALENDAR.isArranged(2026)).isTrue();
        assertThat(CALENDAR.isArranged(2027)).isFalse();
        assertThat(CALENDAR.isSettled(day("2025-12-31"))).isTrue();
        assertThat(CALENDAR.isSettled(day("2026-12-24"))).isTrue();
        assertThat(CALENDAR.isSettled(day("2026-12-25"))).isFalse();
        assertThat(CALENDAR.isSettled(day("2027-01-04"))).isFalse();
    }

    @Test
    void the_edition_names_the_last_arranged_year_and_changes_with_what_is_known() {
        var y2026 = new WorkingDays.Arrangement(2026, "a", Set.of(day("2026-01-02")), Set.of());
        var y2027 = new WorkingDays.Arrangement(2027, "b", Set.of(day("2027-01-02")), Set.of());
        var y2027Corrected = new WorkingDays.Arrangement(2027, "b", Set.of(), Set.of(day("2027-01-02")));
        var editions = Stream.of(List.of(y2026), List.of(y2026, y2027), List.of(y2026, y2027Corrected))
                .map(arrangements -> new WorkingDays(ReferenceData.statutoryHolidays(), arrangements).edition())
                .toList();
        assertThat(editions).doesNotHaveDuplicates();
        assertThat(editions.get(0)).startsWith("2026+");
        assertThat(editions.get(1)).startsWith("2027+")
                .isEqualTo(new WorkingDays(ReferenceData.statutoryHolidays(), List.of(y2027, y2026)).edition());
        assertThat(WITHOUT_NOTICE.edition()).startsWith("none+");
        assertThat(CALENDAR.edition()).startsWith("2026+");
    }

    @Property
    void a_period_has_at_least_its_days_and_ends_on_no_day_off_with_days_off_alone_in_between(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 90) int days, @ForAll boolean weekends) {
        var last = CALENDAR.lastDay(start, days, weekends);
        assertThat(start.until(last, ChronoUnit.DAYS)).isGreaterThanOrEqualTo(days);
        assertThat(CALENDAR.isDayOff(last, weekends)).isFalse();
        assertThat(start.plusDays(days).datesUntil(last)).allMatch(day -> CALENDAR.isDayOff(day, weekends));
    }

    @Property
    void a_last_day_never_moves_back_as_the_first_moves_forward(@ForAll("days") LocalDate start,
            @ForAll @IntRange(min = 1, max = 90) int days, @ForAll boolean weekends) {
        assertThat(CALENDAR.lastDay(start.plusDays(1), days, weekends))
                .isAfterOrEqualTo(CALENDAR.lastDay(start, days, weekends));
    }

    @Property
    void two_periods_of_thirty_days_take_sixty_to_seventy_where_the_notices_are_known(@ForAll("days") LocalDate start) {
        var last = CALENDAR.lastDay(CALENDAR.lastDay(start, 30, true), 30, true);
        assertThat(start.until(last, ChronoUnit.DAYS)).isBetween(60L, 70L);
    }

    @Property
    void working_days_never_end_on_a_day_off_and_one_more_ends_later(@ForAll("days") LocalDate start,
            @ForAll @IntRange(min = 1, max = 40) int n) {
        var end = CALENDAR.endAfter(noon(start), n);
        assertThat(CALENDAR.isWorkingDay(end.atZone(WorkingDays.ZONE).toLocalDate().minusDays(1))).isTrue();
        assertThat(CALENDAR.endAfter(noon(start), n + 1)).isAfter(end);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        var first = day("2022-01-01");
        return Arbitraries.integers().between(0, (int) first.until(day("2026-10-01"), ChronoUnit.DAYS))
                .map(first::plusDays);
    }
}
