package org.chongshan.eldercare.carer;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.Given;
import org.chongshan.eldercare.carer.Carer.Status;
import org.chongshan.events.Personal;
import org.chongshan.events.eldercare.CarerEvent;
import org.chongshan.events.eldercare.CarerEvent.CarerAway;
import org.chongshan.events.eldercare.CarerEvent.CarerBack;
import org.chongshan.events.eldercare.CarerEvent.CarerConfirmed;
import org.chongshan.events.eldercare.CarerEvent.CarerEngaged;
import org.chongshan.events.eldercare.CarerEvent.CarerHoldRequested;
import org.chongshan.events.eldercare.CarerEvent.CarerLeft;
import org.chongshan.events.eldercare.CarerEvent.CarerReleased;
import org.chongshan.events.eldercare.CarerEvent.CarerSighted;
import org.chongshan.events.eldercare.CarerKind;
import org.chongshan.events.eldercare.CarerRefusal;
import org.chongshan.events.eldercare.Doubt;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHeld;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHoldLapsed;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerRefused;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerUnavailable;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitDoubtsFound;
import org.chongshan.events.eldercare.Qualification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.carer.CarerRule.*;

class CarerTest {
    private static final CarerEngaged ENGAGEMENT = new CarerEngaged("W-1", "P-1", CarerKind.EMPLOYED,
            Set.of(Qualification.CARE_WORKER), new Personal("Wang"));

    private static Given<Carer, CarerEvent> engaged() {
        return given(new CarerDecider()).at("2023-03-01T00:00:00Z").happened(ENGAGEMENT);
    }

    private static Instant at(String time) {
        return Instant.parse("2023-03-02T" + time + ":00Z");
    }

    private static CarerHoldRequested ask(String visit, String from, String until, String place,
            Qualification... requires) {
        return new CarerHoldRequested("W-1", visit, 1, null, at(from), at(until), place,
                new TreeSet<>(Arrays.asList(requires)));
    }

    private static CarerHeld held(String visit) {
        return new CarerHeld(visit, 1, "W-1", "P-1", CarerKind.EMPLOYED);
    }

    private static CarerRefused refused(String visit, CarerRefusal why) {
        return new CarerRefused(visit, 1, "W-1", why);
    }

    private static CarerSighted sighted(String visit, int number, @Nullable String from, @Nullable String until,
            String place) {
        return new CarerSighted("W-1", visit, number, from == null ? null : at(from), until == null ? null : at(until),
                place);
    }

    private static VisitDoubtsFound found(String visit, int finding, Doubt... doubts) {
        return new VisitDoubtsFound(visit, "W-1", finding, new TreeSet<>(Arrays.asList(doubts)));
    }

    @Test
    void a_carer_who_is_held_and_taken_in_time_comes() {
        engaged().when(ask("V-1", "02:00", "03:00", "K-1", Qualification.CARE_WORKER)).then(HELD, held("V-1"))
                .when(new CarerConfirmed("W-1", "V-1", 1)).then(CONFIRMED)
                .and(carer -> assertThat(carer.due()).isNull())
                .and(carer -> assertThat(carer.diary().appointments()).hasSize(1))
                .when(new CarerReleased("W-1", "V-1", 1)).then(RELEASED)
                .and(carer -> assertThat(carer.diary().appointments()).isEmpty())
                .when(new CarerReleased("W-1", "V-1", 1)).thenRefused(NOT_IN_THE_DIARY)
                .when(new CarerConfirmed("W-1", "V-1", 1)).thenRefused(NOT_IN_THE_DIARY);
    }

    @Test
    void what_is_asked_of_somebody_nobody_engaged_waits() {
        given(new CarerDecider()).when(ask("V-1", "02:00", "03:00", "K-1")).thenEarly(CARER_UNKNOWN).when(ENGAGEMENT)
                .then(ENGAGED);
    }

    @Test
    void a_hold_nobody_takes_is_gone_after_its_minutes_and_the_visit_is_told_once() {
        engaged().happened(ask("V-1", "02:00", "03:00", "K-1"))
                .and(carer -> assertThat(carer.due()).isEqualTo("2023-03-01T00:30:00Z")).whenDeadlineReached()
                .then(HOLD_LAPSED, new CarerHoldLapsed("V-1", 1, "W-1")).and(carer -> assertThat(carer.due()).isNull())
                .when(new CarerConfirmed("W-1", "V-1", 1)).thenRefused(NOT_IN_THE_DIARY);
        engaged().happened(ask("V-1", "02:00", "03:00", "K-1")).at("2023-03-01T00:29:59Z")
                .when(new CarerConfirmed("W-1", "V-1", 1)).then(CONFIRMED);
        engaged().happened(ask("V-1", "02:00", "03:00", "K-1")).at("2023-03-01T00:30:00Z")
                .when(new CarerConfirmed("W-1", "V-1", 1)).then(HOLD_LAPSED, new CarerHoldLapsed("V-1", 1, "W-1"));
        engaged().happened(ask("V-1", "02:00", "03:00", "K-1")).at("2023-03-01T00:30:00Z")
                .when(ask("V-2", "02:00", "03:00", "K-1"))
                .then(HELD, new CarerHoldLapsed("V-1", 1, "W-1"), held("V-2"));
    }

    @Test
    void a_carer_is_never_in_two_places_and_the_way_between_communities_counts() {
        var busy = engaged().happened(ask("V-1", "02:00", "03:00", "K-1"));
        busy.when(ask("V-2", "02:59", "04:00", "K-1")).then(NOT_TO_BE_HAD, refused("V-2", CarerRefusal.ELSEWHERE))
                .when(ask("V-2", "03:19", "04:20", "K-2")).then(NOT_TO_BE_HAD, refused("V-2", CarerRefusal.ELSEWHERE))
                .when(ask("V-2", "03:20", "04:20", "K-2")).then(HELD, held("V-2"))
                .when(ask("V-3", "04:20", "05:20", "K-2")).then(HELD, held("V-3"));
    }

    @Test
    void a_day_takes_no_more_visits_and_hours_than_the_policy_allows() {
        var six = engaged();
        for (int hour = 0; hour < 6; hour++) {
            six.happened(ask("V-" + hour, "0" + hour + ":00", "0" + (hour + 1) + ":00", "K-1"));
        }
        six.when(ask("V-7", "06:00", "07:00", "K-1")).then(NOT_TO_BE_HAD, refused("V-7", CarerRefusal.DAY_FULL));
        engaged().happened(ask("V-1", "00:00", "07:00", "K-1")).when(ask("V-2", "07:00", "08:01", "K-1"))
                .then(NOT_TO_BE_HAD, refused("V-2", CarerRefusal.DAY_FULL)).when(ask("V-2", "07:00", "08:00", "K-1"))
                .then(HELD, held("V-2"));
    }

    @Test
    void nobody_is_held_for_what_they_are_not_trained_for() {
        engaged().when(ask("V-1", "02:00", "03:00", "K-1", Qualification.NURSE)).then(NOT_QUALIFIED,
                refused("V-1", CarerRefusal.NOT_QUALIFIED));
    }

    @Test
    void a_day_that_is_over_is_not_asked_for_any_more() {
        engaged().at("2023-03-03T00:00:00Z").when(ask("V-1", "02:00", "03:00", "K-1")).then(NOT_TO_BE_HAD,
                refused("V-1", CarerRefusal.PAST));
    }

    @Test
    void a_visit_that_is_moved_takes_the_place_of_its_own_old_time() {
        engaged().happened(ask("V-1", "02:00", "03:00", "K-1")).happened(new CarerConfirmed("W-1", "V-1", 1))
                .when(new CarerHoldRequested("W-1", "V-1", 2, 1, at("02:30"), at("03:30"), "K-1", new TreeSet<>()))
                .then(HELD, new CarerHeld("V-1", 2, "W-1", "P-1", CarerKind.EMPLOYED))
                .and(carer -> assertThat(carer.diary().appointments()).extracting(one -> one.from())
                        .containsExactly(at("02:30")));
    }

    @Test
    void a_carer_who_leaves_frees_what_is_to_come_and_is_asked_no_more() {
        engaged().happened(ask("V-1", "02:00", "03:00", "K-1")).happened(new CarerConfirmed("W-1", "V-1", 1))
                .when(new CarerLeft("W-1")).then(LEFT, new CarerUnavailable("V-1", 1, "W-1"))
                .and(carer -> assertThat(carer.status()).isEqualTo(Status.LEFT))
                .and(carer -> assertThat(carer.work().value().name()).isNull())
                .when(ask("V-2", "02:00", "03:00", "K-1")).then(NOT_TO_BE_HAD, refused("V-2", CarerRefusal.LEFT))
                .at("2023-02-28T00:00:00Z").when(ENGAGEMENT).then(CHANGED_SINCE).when(new CarerLeft("W-1"))
                .then(CHANGED_SINCE).at("2023-03-02T00:00:00Z").when(ENGAGEMENT).then(ENGAGED)
                .and(carer -> assertThat(carer.status()).isEqualTo(Status.ENGAGED));
    }

    @Test
    void a_carer_who_is_away_frees_that_time_and_is_back_when_said() {
        var away = new CarerAway("W-1", "A-1", at("00:00"), at("12:00"));
        engaged().happened(ask("V-1", "02:00", "03:00", "K-1")).when(away)
                .then(AWAY, new CarerUnavailable("V-1", 1, "W-1")).when(ask("V-2", "11:59", "12:59", "K-1"))
                .then(NOT_TO_BE_HAD, refused("V-2", CarerRefusal.AWAY)).when(new CarerBack("W-1", "A-1")).then(BACK)
                .when(ask("V-2", "11:59", "12:59", "K-1")).then(HELD, held("V-2"));
        engaged().when(new CarerAway("W-1", "A-1", at("02:00"), at("02:00"))).thenRefused(NO_TIME);
    }

    @Test
    void absences_and_appointments_are_kept_up_to_a_number() {
        var often = engaged();
        for (int i = 0; i < Carer.MOST_ABSENCES; i++) {
            var day = Instant.parse("2023-04-01T00:00:00Z").plus(Duration.ofDays(i));
            often.happened(new CarerAway("W-1", "A-" + i, day, day.plusSeconds(60)));
        }
        often.when(new CarerAway("W-1", "A-x", at("02:00"), at("03:00"))).thenRefused(TOO_MANY_ABSENCES);

        var full = engaged();
        for (int i = 0; i < Carer.MOST_APPOINTMENTS; i++) {
            var from = Instant.parse("2023-03-02T00:00:00Z").plus(Duration.ofDays(i));
            full.happened(new CarerHoldRequested("W-1", "V-" + i, 1, null, from, from.plusSeconds(3600), "K-1",
                    new TreeSet<>()), new CarerConfirmed("W-1", "V-" + i, 1));
        }
        full.when(ask("V-x", "04:00", "05:00", "K-1")).then(DIARY_FULL, refused("V-x", CarerRefusal.DIARY_FULL));
        assertThat(AnyOrder.stored(full.state())).isLessThan(100_000);
    }

    @Test
    void where_a_carer_was_is_compared_and_each_visit_is_told_what_speaks_against_it() {
        engaged().when(sighted("V-1", 1, "02:00", "03:00", "K-1")).then(SIGHTED)
                .when(sighted("V-2", 1, "02:59", "04:00", "K-1"))
                .then(SIGHTED, found("V-1", 1, Doubt.OVERLAP), found("V-2", 2, Doubt.OVERLAP))
                .when(sighted("V-2", 1, "02:59", "04:00", "K-1")).thenRefused(SIGHTED_SINCE)
                .when(sighted("V-2", 2, "03:04", "04:00", "K-2"))
                .then(SIGHTED, found("V-1", 3, Doubt.IMPOSSIBLE_TRAVEL), found("V-2", 4, Doubt.IMPOSSIBLE_TRAVEL))
                .when(sighted("V-2", 3, "03:05", "04:00", "K-2")).then(SIGHTED, found("V-1", 5), found("V-2", 6))
                .when(sighted("V-2", 4, "02:00", "04:00", "K-2"))
                .then(SIGHTED, found("V-1", 7, Doubt.OVERLAP), found("V-2", 8, Doubt.OVERLAP))
                .when(sighted("V-2", 5, null, null, "K-2")).then(SIGHTED, found("V-1", 9), found("V-2", 10));
    }

    @Test
    void of_the_visits_made_the_latest_are_compared() {
        var many = engaged();
        for (int i = 0; i <= Carer.SIGHTINGS_KEPT; i++) {
            var from = Instant.parse("2023-03-02T00:00:00Z").plus(Duration.ofDays(i));
            many.happened(new CarerSighted("W-1", "V-" + i, 1, from, from.plusSeconds(3600), "K-1"));
        }
        many.and(carer -> assertThat(carer.sightings()).hasSize(Carer.SIGHTINGS_KEPT).doesNotContainKey("V-0"));
    }
}
