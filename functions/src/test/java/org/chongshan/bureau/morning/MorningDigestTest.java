package org.chongshan.bureau.morning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.chongshan.core.Given;
import org.chongshan.events.DigestEvent;
import org.chongshan.events.DigestEvent.DigestHourCame;
import org.chongshan.events.DigestEvent.DueStated;
import org.chongshan.events.DigestEvent.Line;
import org.chongshan.events.Heading;
import org.chongshan.events.Programme;
import org.chongshan.events.bureau.BureauNotice.MorningDigestStated;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A morning's digest gathers what programmes find in their lists, and is stated at its hour. */
class MorningDigestTest {
    private static final LocalDate DAY = LocalDate.parse("2023-04-01");
    private static final String DIGEST = DAY + ".320613001";
    private static final String SEVEN = "2023-03-31T23:00:00Z";
    private static final String HALF_PAST_SEVEN = "2023-03-31T23:30:00Z";
    private static final String TEN = "2023-04-01T02:00:00Z";
    private static final String NEXT_DAY = "2023-04-01T23:00:00Z";

    private static Given<MorningDigest, DigestEvent> given() {
        return Given.given(new MorningDigestDecider());
    }

    private static DueStated due(Programme programme, Line... lines) {
        return new DueStated(DIGEST, programme, Instant.parse(SEVEN), List.of(lines));
    }

    private static Line line(Heading heading, long count) {
        return new Line(heading, "/v1/households?subdistrict=320613001&list=key-watch-overdue", count, List.of("H-1"));
    }

    private static MorningDigestStated stated(long overdue, long dueToday, long expiring, long breached) {
        return new MorningDigestStated(DIGEST, DAY, overdue, dueToday, expiring, breached);
    }

    @Test
    void what_programmes_find_adds_up_by_heading_and_is_stated_at_the_hour() {
        given().at(SEVEN)
                .when(due(Programme.RELIEF, line(Heading.OVERDUE, 3), line(Heading.DUE_TODAY, 10_000),
                        line(Heading.BREACHED, 1)))
                .then(MorningDigestRule.DUE_NOTED)
                .when(due(Programme.MINORS, line(Heading.OVERDUE, 2), line(Heading.EXPIRING, 7)))
                .then(MorningDigestRule.DUE_NOTED).at(HALF_PAST_SEVEN).when(new DigestHourCame(DIGEST))
                .then(MorningDigestRule.DIGEST_STATED, stated(5, 10_000, 7, 1))
                .and(digest -> assertThat(digest.found()).containsOnlyKeys(Programme.RELIEF, Programme.MINORS));
    }

    @Test
    void a_morning_on_which_nothing_is_due_is_stated_too() {
        given().at(HALF_PAST_SEVEN).when(new DigestHourCame(DIGEST)).then(MorningDigestRule.DIGEST_STATED,
                stated(0, 0, 0, 0));
    }

    @Test
    void of_two_looks_the_first_counts_and_an_hour_comes_once() {
        given().at(SEVEN).happened(due(Programme.RELIEF, line(Heading.OVERDUE, 3)))
                .when(due(Programme.RELIEF, line(Heading.OVERDUE, 4))).thenRefused(MorningDigestRule.HEARD_ALREADY)
                .at(HALF_PAST_SEVEN).happened(new DigestHourCame(DIGEST)).when(new DigestHourCame(DIGEST))
                .thenRefused(MorningDigestRule.STATED_ALREADY);
    }

    @Test
    void what_is_heard_after_the_hour_is_added_and_the_digest_stated_again() {
        given().at(HALF_PAST_SEVEN).happened(new DigestHourCame(DIGEST)).at(TEN)
                .when(due(Programme.RELIEF, line(Heading.OVERDUE, 3)))
                .then(MorningDigestRule.HEARD_LATE, stated(3, 0, 0, 0));
    }

    @Test
    void a_day_that_is_over_has_no_digest() {
        given().at(HALF_PAST_SEVEN).receivedAt(NEXT_DAY).when(new DigestHourCame(DIGEST))
                .thenRefused(MorningDigestRule.DAY_IS_OVER);
    }

    @Test
    void a_digest_is_named_by_day_and_subdistrict() {
        for (var id : List.of("320613001", "today.320613001", "2023-02-30.320613001")) {
            given().at(HALF_PAST_SEVEN).when(new DigestHourCame(id)).thenRefused(MorningDigestRule.NO_SUCH_MORNING);
        }
    }
}
