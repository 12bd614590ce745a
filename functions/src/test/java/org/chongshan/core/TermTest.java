package org.chongshan.core;

import java.time.Instant;
import java.time.LocalDate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chongshan.events.Role;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Calendars.BEFORE_THE_NOTICE;
import static org.chongshan.core.Calendars.WITH_THE_NOTICE;

class TermTest {
    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(WorkingDays.ZONE).toInstant();
    }

    private static Instant endOf(String day) {
        return WorkingDays.endOf(LocalDate.parse(day));
    }

    private static Context context(Instant now, WorkingDays calendar) {
        return new Context("E-1", now, now, "street-17", Role.STREET, "320613001", ReferenceData.policy().at(now),
                calendar);
    }

    @Test
    void a_term_within_arranged_days_is_settled_and_never_reckoned_again() {
        assertThat(Term.of(noon("2026-12-14"), 8, BEFORE_THE_NOTICE, noon("2026-12-14")))
                .isEqualTo(Term.at(endOf("2026-12-24")));
        assertThat(Term.of(noon("2026-12-14"), 9, BEFORE_THE_NOTICE, noon("2026-12-14")).isProvisional())
                .as("into the last week of the year").isTrue();
    }

    @Test
    void a_term_that_runs_into_a_year_without_its_notice_is_provisional_and_moves_when_it_is_there() {
        var sent = noon("2026-12-21");
        var term = Term.of(sent, 10, BEFORE_THE_NOTICE, sent);
        assertThat(term.isProvisional()).isTrue();
        assertThat(term.end()).isEqualTo(endOf("2027-01-05"));
        assertThat(term.lookAgain()).as("the first day nobody knows of").isEqualTo(endOf("2026-12-24"));
        assertThat(term.reckonedBy(context(noon("2026-12-28"), WITH_THE_NOTICE)))
                .isEqualTo(Term.at(endOf("2027-01-06")));
    }

    @Test
    void it_is_looked_at_again_once_and_stays_provisional_while_no_notice_comes() {
        var term = Term.of(noon("2026-12-21"), 10, BEFORE_THE_NOTICE, noon("2026-12-21"));
        var looked = term.reckonedBy(context(endOf("2026-12-24"), BEFORE_THE_NOTICE));
        assertThat(looked.isProvisional()).isTrue();
        assertThat(looked.lookAgain()).isNull();
        assertThat(looked.end()).isEqualTo(term.end());
        assertThat(looked.reckonedBy(context(noon("2027-01-02"), WITH_THE_NOTICE)))
                .isEqualTo(Term.at(endOf("2027-01-06")));
    }

    @Property
    void whenever_it_is_reckoned_again_it_ends_where_the_calendar_then_has_it(@ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 40) int days, @ForAll @IntRange(max = 30) int later) {
        var start = from.atTime(12, 0).atZone(WorkingDays.ZONE).toInstant();
        var term = Term.of(start, days, BEFORE_THE_NOTICE, start);
        var reckoned = term.reckonedBy(context(start.plusSeconds(later * 86_400L), WITH_THE_NOTICE));
        assertThat(reckoned.end()).isEqualTo(WITH_THE_NOTICE.endAfter(start, days));
        assertThat(reckoned.isProvisional()).isFalse();
    }

    /** The last of 2026 and the first of 2027. */
    @Provide
    Arbitrary<LocalDate> days() {
        var first = LocalDate.parse("2026-10-12");
        return Arbitraries.integers().between(0, 100).map(first::plusDays);
    }
}
