package org.chongshan.organisations.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.VenueEvent;
import org.chongshan.events.organisations.VenueEvent.VenueBooked;
import org.chongshan.events.organisations.VenueEvent.VenueBookingCancelled;
import org.chongshan.events.organisations.VenueEvent.VenueClosedFor;
import org.chongshan.events.organisations.VenueEvent.VenueLeftEmpty;
import org.chongshan.events.organisations.VenueEvent.VenueOpened;
import org.chongshan.events.organisations.VenueEvent.VenueReopened;
import org.chongshan.events.organisations.VenueEvent.VenueUsed;
import org.chongshan.events.organisations.VenueEvent.VenueWithdrawn;
import org.chongshan.events.organisations.VenueKind;
import org.chongshan.events.organisations.VenueNotice.VenueBookingMade;
import org.chongshan.events.organisations.VenueNotice.VenueBookingsDisplaced;
import org.chongshan.events.organisations.VenueNotice.VenueReportOverdue;
import org.chongshan.organisations.venue.Venue.Lists;
import org.chongshan.organisations.venue.Venue.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.organisations.venue.VenueRule.*;

/** Rooms of streets, communities and social-work stations, booked by organisations. */
class VenueTest {
    private static final Instant NOW = Instant.parse("2023-03-02T01:00:00Z");
    /** Two days later. */
    private static final Instant TEN = Instant.parse("2023-03-04T02:00:00Z");
    private static final VenueOpened OPENING = new VenueOpened("V-1", VenueKind.SOCIAL_WORK_STATION, "新桥北村", 50);
    private static final VenueWithdrawn WITHDRAWAL = new VenueWithdrawn("V-1", new Confidential("Torn down."));
    private static final VenueUsed USE = new VenueUsed("V-1", "B-1", 1, 50);
    private static final VenueLeftEmpty ABSENCE = new VenueLeftEmpty("V-1", "B-1", 1);

    private static Given<Venue, VenueEvent> opened() {
        return given(new VenueDecider()).at(NOW.toString()).happened(OPENING).by("O-1", Role.ORGANISATION);
    }

    private static VenueBooked booked(String booking, Instant from, int weeks) {
        return new VenueBooked("V-1", booking, "O-1", from, from.plusSeconds(3600), weeks);
    }

    private static Given<Venue, VenueEvent> once() {
        return opened().happened(booked("B-1", TEN, 1));
    }

    private static Instant week(int number) {
        return TEN.plus(Duration.ofDays(7L * (number - 1)));
    }

    private static VenueClosedFor closed(Instant from, Instant until) {
        return new VenueClosedFor("V-1", "C-1", from, until);
    }

    private static VenueBookingCancelled cancelled(int time) {
        return new VenueBookingCancelled("V-1", "B-1", time);
    }

    @Test
    void only_what_has_opened_is_booked() {
        given(new VenueDecider()).when(booked("B-1", TEN, 1)).thenEarly(VENUE_UNKNOWN).when(OPENING).then(OPENED)
                .when(OPENING).thenRefused(OPENED_ONCE);
    }

    @Test
    void an_organisation_books_its_own_and_the_house_books_for_those_without_a_token() {
        opened().by("O-2", Role.ORGANISATION).when(booked("B-1", TEN, 1)).thenRefused(NOT_ITS_OWN)
                .by("street-1", Role.STREET).when(booked("B-1", TEN, 1))
                .then(BOOKED, new VenueBookingMade("V-1", "B-1", "O-1", List.of(TEN), List.of()))
                .when(booked("B-1", week(2), 1)).thenRefused(BOOKED_ONCE);
    }

    @Test
    void one_may_begin_when_the_other_ends_and_not_a_second_before() {
        once().when(booked("B-2", TEN.plusSeconds(3599), 1)).thenRefused(TAKEN)
                .when(booked("B-2", TEN.minusSeconds(3599), 1)).thenRefused(TAKEN)
                .when(booked("B-2", TEN.plusSeconds(3600), 1)).thenBy(BOOKED)
                .when(booked("B-3", TEN.minusSeconds(3600), 1)).thenBy(BOOKED);
    }

    @Test
    void a_weekly_booking_has_all_its_times_but_those_at_which_the_venue_is_closed() {
        opened().happened(closed(week(2).minusSeconds(60), week(2).plusSeconds(60))).when(booked("B-1", TEN, 3))
                .then(BOOKED, new VenueBookingMade("V-1", "B-1", "O-1", List.of(week(1), week(3)), List.of(week(2))));
        opened().happened(closed(TEN, week(2))).when(booked("B-1", TEN, 1)).thenRefused(CLOSED_THEN);
    }

    @Test
    void a_weekly_booking_one_time_of_which_is_taken_is_refused_as_a_whole() {
        opened().happened(booked("B-2", week(3), 1)).when(booked("B-1", TEN, 3)).thenRefused(TAKEN)
                .and(venue -> assertThat(venue.bookings().diary().appointments()).hasSize(1))
                .when(booked("B-1", TEN, 2)).thenBy(BOOKED);
    }

    @Test
    void a_time_ends_after_it_begins_and_within_a_day_and_lies_ahead_and_within_half_a_year() {
        var day = new VenueBooked("V-1", "B-1", "O-1", TEN, TEN.plus(Duration.ofDays(1)), 1);
        opened().when(new VenueBooked("V-1", "B-2", "O-1", TEN, TEN, 1)).thenRefused(BAD_TIME)
                .when(new VenueBooked("V-1", "B-2", "O-1", TEN, TEN.plus(Duration.ofDays(1)).plusSeconds(1), 1))
                .thenRefused(BAD_TIME).when(day).thenBy(BOOKED).when(booked("B-2", NOW.minusSeconds(1), 1))
                .thenRefused(BEGUN).when(booked("B-2", NOW, 1)).thenBy(BOOKED);
        var ahead = NOW.plus(Duration.ofDays(26L * 7));
        opened().when(booked("B-1", ahead.plusSeconds(1), 1)).thenRefused(TOO_FAR_AHEAD).when(booked("B-1", ahead, 1))
                .thenBy(BOOKED).when(booked("B-2", ahead.minus(Duration.ofDays(6)), 2)).thenRefused(TOO_FAR_AHEAD);
    }

    @Test
    void nobody_books_what_has_begun_by_setting_the_clock_back() {
        opened().receivedAt("2023-03-04T02:00:01Z").when(booked("B-1", TEN, 1)).thenRefused(BEGUN);
    }

    @Test
    void what_is_given_back_a_day_before_is_free_and_a_second_later_counts_as_not_come() {
        once().at("2023-03-03T02:00:00Z").when(cancelled(1)).then(CANCELLED)
                .and(venue -> assertThat(venue.bookings().outcomes()).isEmpty()).when(booked("B-2", TEN, 1))
                .thenBy(BOOKED);
        once().at("2023-03-03T02:00:01Z").when(cancelled(1)).then(CANCELLED_LATE)
                .and(venue -> assertThat(venue.bookings().noShows("o-1", NOW)).isEqualTo(1)).when(booked("B-2", TEN, 1))
                .thenBy(BOOKED);
        once().at("2023-03-03T02:00:01Z").by("street-1", Role.STREET).when(cancelled(1)).then(CANCELLED);
    }

    @Test
    void one_time_of_a_booking_is_given_back_or_all_that_have_not_begun() {
        opened().happened(booked("B-1", TEN, 3)).when(cancelled(2)).then(CANCELLED).when(cancelled(2))
                .thenRefused(BOOKING_UNKNOWN).by("O-2", Role.ORGANISATION).when(cancelled(1)).thenRefused(NOT_ITS_OWN)
                .by("O-1", Role.ORGANISATION).at(TEN.toString()).when(cancelled(1)).thenRefused(BEGUN)
                .when(new VenueBookingCancelled("V-1", "B-1", null)).then(CANCELLED)
                .and(venue -> assertThat(venue.bookings().diary().appointments()).hasSize(1))
                .when(new VenueBookingCancelled("V-1", "B-9", null)).thenRefused(BOOKING_UNKNOWN);
    }

    @Test
    void what_is_booked_when_the_venue_is_closed_falls_away_and_is_told() {
        opened().happened(booked("B-1", TEN, 2)).by("station-1", Role.STATION).when(closed(TEN, TEN.plusSeconds(60)))
                .then(CLOSED, new VenueBookingsDisplaced("V-1", List.of("B-1.1"))).when(booked("B-2", TEN, 1))
                .thenRefused(CLOSED_THEN).when(new VenueReopened("V-1", "C-1")).then(REOPENED)
                .when(booked("B-2", TEN, 1)).thenBy(BOOKED);
    }

    @Test
    void nobody_closes_what_has_been() {
        once().at("2023-03-04T03:00:00Z").by("station-1", Role.STATION).when(closed(NOW, TEN.plusSeconds(7200)))
                .then(CLOSED).when(USE).then(USED);
    }

    @Test
    void a_venue_that_is_withdrawn_is_booked_no_more_and_what_was_used_is_still_said() {
        opened().happened(booked("B-1", TEN, 2)).by("street-1", Role.STREET).at(TEN.plusSeconds(60).toString())
                .when(WITHDRAWAL).then(WITHDRAWN, new VenueBookingsDisplaced("V-1", List.of("B-1.2")))
                .and(venue -> assertThat(venue.status()).isEqualTo(Status.WITHDRAWN)).when(booked("B-2", week(3), 1))
                .thenRefused(NOT_OPEN).when(USE).then(USED).when(WITHDRAWAL).then(WITHDRAWN_ONCE)
                .and(venue -> assertThat(venue.deadlines()).isEmpty());
    }

    @Test
    void who_did_not_come_three_times_books_no_more_until_the_first_is_ninety_days_ago() {
        var stayed = opened().happened(booked("B-1", TEN, 3)).by("street-1", Role.STREET).at(week(3).toString());
        for (int time = 1; time <= 3; time++) {
            stayed.by("O-1", Role.ORGANISATION).when(booked("X-" + time, week(8 + time), 1)).thenBy(BOOKED)
                    .by("street-1", Role.STREET).when(new VenueLeftEmpty("V-1", "B-1", time)).then(LEFT_EMPTY);
        }
        stayed.by("O-1", Role.ORGANISATION).when(booked("X-4", week(12), 1)).thenRefused(STAYED_AWAY)
                .by("street-1", Role.STREET).when(booked("X-4", week(12), 1)).thenBy(BOOKED);
        var ninety = TEN.plus(Duration.ofDays(90));
        stayed.by("O-1", Role.ORGANISATION).at(ninety.toString()).when(booked("X-5", week(20), 1))
                .thenRefused(STAYED_AWAY).at(ninety.plusSeconds(1).toString()).when(booked("X-5", week(20), 1))
                .thenBy(BOOKED);
    }

    @Test
    void the_last_word_on_a_time_counts_by_its_own_time() {
        once().by("street-1", Role.STREET).when(USE).thenRefused(NOT_YET).when(new VenueUsed("V-1", "B-9", 1, 5))
                .thenRefused(BOOKING_UNKNOWN).at(TEN.plusSeconds(60).toString()).when(ABSENCE).then(LEFT_EMPTY)
                .at(TEN.plusSeconds(1800).toString()).when(USE).then(USED).at(TEN.plusSeconds(30).toString())
                .when(ABSENCE).then(SAID_SINCE).and(venue -> assertThat(venue.bookings().noShows("O-1", NOW)).isZero());
    }

    @Test
    void when_nobody_says_whether_it_was_used_that_is_told_and_nobody_is_blamed() {
        once().whenDeadlineReached().then(REPORT_OVERDUE, new VenueReportOverdue("V-1", "B-1.1", "O-1"))
                .and(venue -> assertThat(venue.lists()).containsOnlyKeys(Lists.REPORT_OVERDUE))
                .and(venue -> assertThat(venue.deadlines()).isEmpty())
                .and(venue -> assertThat(venue.bookings().noShows("O-1", NOW)).isZero()).by("street-1", Role.STREET)
                .at("2023-04-04T00:00:00Z").when(ABSENCE).then(LEFT_EMPTY)
                .and(venue -> assertThat(venue.lists()).isEmpty());
    }

    @Test
    void what_the_clock_has_not_told_stays_in_sight_when_the_diary_forgets_it() {
        once().by("street-1", Role.STREET).at("2023-04-04T00:00:00Z")
                .when(booked("B-2", Instant.parse("2023-04-05T00:00:00Z"), 1)).thenBy(BOOKED)
                .and(venue -> assertThat(venue.bookings().diary().appointments()).hasSize(1))
                .and(venue -> assertThat(venue.lists()).containsOnlyKeys(Lists.REPORT_OVERDUE)).when(USE).then(USED);
    }

    @Test
    void a_venue_grown_to_its_limits_takes_no_more_and_stays_small() {
        var full = opened().by("street-1", Role.STREET);
        for (int i = 0; i < Bookings.MOST; i++) {
            full.happened(
                    new VenueBooked("V-1", "%090d".formatted(i), "%0100d".formatted(i), TEN.plusSeconds(3600L * i),
                            TEN.plusSeconds(3600L * i + 3600), 1),
                    new VenueClosedFor("V-1", "%0100d".formatted(i), week(25), week(25).plusSeconds(60)));
        }
        full.when(booked("B-1", week(24), 1)).thenRefused(FULL).when(closed(week(25), week(26))).thenRefused(FULL);
        assertThat(AnyOrder.stored(full.state())).isBetween(100_000, 300_000);
    }

    /** What people do, in some order. */
    @Property(tries = 300)
    void no_venue_is_booked_twice_at_one_time(@ForAll("days") List<Told<VenueEvent>> days) {
        var appointments = AnyOrder.left(new VenueDecider(), days).bookings().diary().appointments();
        for (int i = 1; i < appointments.size(); i++) {
            assertThat(appointments.get(i).from()).isAfterOrEqualTo(appointments.get(i - 1).until());
        }
    }

    /** Some words on one booked time, and the same in another order in which some come again. */
    record TwoOrders(List<Told<VenueEvent>> one, List<Told<VenueEvent>> other) {}

    @Property(tries = 200)
    void any_order_of_what_is_said_of_a_time_ends_in_the_same_outcome(@ForAll("orders") TwoOrders orders) {
        var decider = new VenueDecider();
        assertThat(AnyOrder.left(decider, orders.other()).bookings().outcomes())
                .isEqualTo(AnyOrder.left(decider, orders.one()).bookings().outcomes());
    }

    @Provide
    Arbitrary<List<Told<VenueEvent>>> days() {
        var starts = Arbitraries.integers().between(0, 40).map(quarter -> TEN.plusSeconds(900L * quarter));
        var weeks = Arbitraries.integers().between(1, 4);
        var books = Combinators.combine(starts, weeks, Arbitraries.integers().between(0, 9))
                .as((from, times, id) -> (VenueEvent) booked("B-" + id, from, times));
        var cancels = Arbitraries.integers().between(0, 9)
                .map(id -> (VenueEvent) new VenueBookingCancelled("V-1", "B-" + id, null));
        var closes = starts.map(from -> (VenueEvent) closed(from, from.plusSeconds(1800)));
        var reopens = Arbitraries.just((VenueEvent) new VenueReopened("V-1", "C-1"));
        return Arbitraries.oneOf(books, books, books, cancels, closes, reopens).list().ofMinSize(5).ofMaxSize(40)
                .map(VenueTest::numbered);
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var said = Arbitraries.<VenueEvent>of(USE, ABSENCE, new VenueUsed("V-1", "B-1", 1, 7));
        var times = Arbitraries.integers().between(0, 5).map(minutes -> TEN.plus(Duration.ofMinutes(minutes)));
        return Combinators.combine(said, times).as((event, time) -> new Told<>("", time, event)).list().ofMaxSize(8)
                .flatMap(all -> {
                    var facts = new ArrayList<Told<VenueEvent>>();
                    all.forEach(fact -> facts.add(new Told<>("e" + facts.size(), fact.time(), fact.event())));
                    return AnyOrder.of(facts).map(other -> new TwoOrders(after(facts), after(other)));
                });
    }

    private static List<Told<VenueEvent>> after(List<Told<VenueEvent>> facts) {
        var all = numbered(List.of(booked("B-1", TEN, 1)));
        all.addAll(facts);
        return all;
    }

    private static List<Told<VenueEvent>> numbered(List<VenueEvent> events) {
        var all = new ArrayList<Told<VenueEvent>>();
        all.add(new Told<>("o", NOW, OPENING));
        events.forEach(event -> all.add(new Told<>("o" + all.size(), NOW, event)));
        return all;
    }
}
