package org.chongshan.marriage.divorce;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.WorkingDays;
import org.chongshan.marriage.divorce.Days.Terms;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The days of an application. */
class DivorceDaysTest {
    private static final WorkingDays CALENDAR = ReferenceData.workingDays();
    private static final LocalDate FIRST = LocalDate.parse("2022-11-01");
    private static final LocalDate LAST = LocalDate.parse("2026-10-15");
    private static final Terms TERMS = new Terms(30, 30, true, 1020);

    private static Days of(LocalDate day) {
        return Days.from(day, TERMS, CALENDAR);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(0, ChronoUnit.DAYS.between(FIRST, LAST)).map(FIRST::plusDays);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/calendar/cooling-off.csv", numLinesToSkip = 1)
    void they_are_those_a_bureau_publishes(LocalDate applied, LocalDate day30, LocalDate coolingOffLastDay,
            LocalDate dayAfter, LocalDate firstOfficeDay, LocalDate next30, LocalDate certificateLastDay) {
        var days = of(applied);
        assertThat(days.coolingOffLastDay()).isEqualTo(coolingOffLastDay);
        assertThat(days.certificateFirstDay()).isEqualTo(firstOfficeDay);
        assertThat(days.certificateLastDay()).isEqualTo(certificateLastDay);
        assertThat(days.certificateEnds().atZone(WorkingDays.ZONE).toLocalDateTime())
                .isEqualTo(certificateLastDay.atTime(17, 0));
    }

    @Property
    void an_application_runs_60_to_70_days(@ForAll("days") LocalDate applied) {
        assertThat(ChronoUnit.DAYS.between(applied, of(applied).certificateLastDay())).isBetween(60L, 70L);
    }

    @Property
    void each_window_has_30_days_at_least(@ForAll("days") LocalDate applied) {
        var days = of(applied);
        assertThat(ChronoUnit.DAYS.between(applied, days.coolingOffLastDay())).isGreaterThanOrEqualTo(30);
        assertThat(ChronoUnit.DAYS.between(days.coolingOffLastDay(), days.certificateLastDay()))
                .isGreaterThanOrEqualTo(30);
    }

    @Property
    void who_applies_later_is_never_over_earlier(@ForAll("days") LocalDate one, @ForAll("days") LocalDate other) {
        var earlier = of(one.isBefore(other) ? one : other);
        var later = of(one.isBefore(other) ? other : one);
        assertThat(later.coolingOffLastDay()).isAfterOrEqualTo(earlier.coolingOffLastDay());
        assertThat(later.certificateLastDay()).isAfterOrEqualTo(earlier.certificateLastDay());
    }

    @Property
    void a_last_day_is_a_working_day_and_none_of_those_it_rolled_over_is(@ForAll("days") LocalDate applied) {
        var days = of(applied);
        assertThat(CALENDAR.isWorkingDay(days.coolingOffLastDay())).isTrue();
        assertThat(CALENDAR.isWorkingDay(days.certificateLastDay())).isTrue();
        assertThat(applied.plusDays(30).datesUntil(days.coolingOffLastDay())).noneMatch(CALENDAR::isWorkingDay);
        assertThat(days.coolingOffLastDay().plusDays(30).datesUntil(days.certificateLastDay()))
                .noneMatch(CALENDAR::isWorkingDay);
    }

    @Property
    void a_worked_weekend_day_does_not_roll(@ForAll("days") LocalDate applied) {
        var thirtieth = applied.plusDays(30);
        Assume.that(CALENDAR.isWorkingDay(thirtieth));
        assertThat(of(applied).coolingOffLastDay()).isEqualTo(thirtieth);
    }

    @Test
    void days_beyond_the_last_notice_are_provisional() {
        assertThat(of(LocalDate.parse("2026-09-10")).provisional()).isFalse();
        assertThat(of(LocalDate.parse("2026-11-25")).provisional()).isTrue();
        assertThat(of(LocalDate.parse("2026-11-25")).calendar()).isEqualTo(CALENDAR.edition());
    }
}
