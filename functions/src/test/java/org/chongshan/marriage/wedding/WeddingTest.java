package org.chongshan.marriage.wedding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.core.Places.Place;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.marriage.WeddingEvent;
import org.chongshan.events.marriage.WeddingEvent.CollectiveWeddingAnnounced;
import org.chongshan.events.marriage.WeddingEvent.CollectiveWeddingBooked;
import org.chongshan.events.marriage.WeddingEvent.CollectiveWeddingCalledOff;
import org.chongshan.events.marriage.WeddingEvent.CoupleWed;
import org.chongshan.events.marriage.WeddingEvent.WeddingBookingCancelled;
import org.chongshan.events.marriage.WeddingEvent.WeddingBookingConfirmed;
import org.chongshan.events.marriage.WeddingEvent.WeddingHeld;
import org.chongshan.events.marriage.WeddingNotice.CouplesToTell;
import org.chongshan.events.marriage.WeddingNotice.WeddingPlaceLost;
import org.chongshan.events.marriage.WeddingNotice.WeddingPlaceOffered;
import org.chongshan.events.marriage.WeddingNotice.WeddingReportOverdue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.marriage.wedding.WeddingRule.*;

/** The first collective wedding, 20 May 2023. */
class WeddingTest {
    private static final String IN_APRIL = "2023-04-03T02:00:00Z";
    private static final String STARTS = "2023-05-20T02:00:00Z";
    private static final String THAT_DAY = "2023-05-20T04:00:00Z";
    /** Seven days after 3 April end. */
    private static final Instant A_WEEK_LATER = Instant.parse("2023-04-10T16:00:00Z");
    private static final CollectiveWeddingAnnounced TWO_PLACES = new CollectiveWeddingAnnounced("W-1", 2,
            Instant.parse(STARTS));
    private static final WeddingHeld TOOK_PLACE = new WeddingHeld("W-1");
    private static final CollectiveWeddingCalledOff CALLED = new CollectiveWeddingCalledOff("W-1",
            new Confidential("A typhoon."));

    private static Given<Wedding, WeddingEvent> announced() {
        return given(new WeddingDecider()).by("registry-1", Role.REGISTRY).at(IN_APRIL).happened(TWO_PLACES);
    }

    private static CollectiveWeddingBooked book(String couple) {
        return new CollectiveWeddingBooked("W-1", couple);
    }

    private static WeddingBookingConfirmed confirm(String couple) {
        return new WeddingBookingConfirmed("W-1", couple);
    }

    private static WeddingBookingCancelled cancel(String couple) {
        return new WeddingBookingCancelled("W-1", couple);
    }

    private static CoupleWed wed(String couple) {
        return new CoupleWed("W-1", couple);
    }

    private static WeddingPlaceOffered offered(String couple, Instant until) {
        return new WeddingPlaceOffered("W-1", couple, until);
    }

    @Test
    void more_couples_than_places_book_one_cancels_and_the_list_moves_up_in_order() {
        given(new WeddingDecider()).by("registry-1", Role.REGISTRY).at(IN_APRIL).when(TWO_PLACES).then(ANNOUNCED)
                .when(TWO_PLACES).thenRefused(ANNOUNCED_ONCE).at("2023-04-03T02:00:01Z").when(book("a"))
                .then(OFFERED, offered("a", A_WEEK_LATER)).at("2023-04-03T02:00:02Z").when(book("b"))
                .then(OFFERED, offered("b", A_WEEK_LATER)).at("2023-04-03T02:00:03Z").when(book("c")).then(WAITING)
                .at("2023-04-03T02:00:04Z").when(book("d")).then(WAITING).at("2023-04-03T02:00:05Z").when(book("c"))
                .then(BOOKED_ONCE).when(confirm("a")).then(CONFIRMED).when(confirm("b")).then(CONFIRMED)
                .when(confirm("c")).then(NOTHING_OFFERED).at("2023-05-01T02:00:00Z").when(cancel("a"))
                .then(CANCELLED, offered("c", Instant.parse("2023-05-08T16:00:00Z")))
                .and(wedding -> assertThat(wedding.places().participants()).containsExactly("b", "c"))
                .and(wedding -> assertThat(wedding.places().waiting()).containsExactly("d"));
    }

    @Test
    void what_nobody_confirms_in_time_goes_to_the_next_who_has_time_from_when_they_could_be_told() {
        var wedding = announced().happened(book("a")).at("2023-04-03T02:00:01Z").happened(book("b"))
                .at("2023-04-03T02:00:02Z").happened(book("c")).happened(confirm("b"));
        // The clock was away for three days.
        wedding.receivedAt("2023-04-13T16:00:00Z").whenDeadlineReached()
                .then(NOT_CONFIRMED, new WeddingPlaceLost("W-1", "a"),
                        offered("c", Instant.parse("2023-04-21T16:00:00Z")))
                .and(now -> assertThat(now.places().taken()).containsExactly(new Place("b", null),
                        new Place("c", Instant.parse("2023-04-21T16:00:00Z"))));
        wedding.at("2023-04-14T02:00:00Z").receivedAt("2023-04-14T02:00:00Z").when(confirm("a")).then(NOTHING_OFFERED)
                .when(confirm("c")).then(CONFIRMED).and(now -> assertThat(now.places().nextExpiry()).isNull());
    }

    @Test
    void a_confirmation_a_second_before_the_end_is_in_time_and_one_at_it_is_not() {
        announced().happened(book("a")).at("2023-04-10T15:59:59Z").when(confirm("a")).then(CONFIRMED);
        announced().happened(book("a")).at("2023-04-10T16:00:00Z").when(confirm("a")).then(NOTHING_OFFERED,
                new WeddingPlaceLost("W-1", "a"));
    }

    @Test
    void an_offer_stands_no_longer_than_until_the_wedding_begins() {
        announced().at("2023-05-19T02:00:00Z").when(book("a")).then(OFFERED, offered("a", Instant.parse(STARTS)))
                .at("2023-05-20T01:59:59Z").when(book("b")).then(OFFERED, offered("b", Instant.parse(STARTS)))
                .whenDeadlineReached()
                .then(NOT_CONFIRMED, new WeddingPlaceLost("W-1", "a"), new WeddingPlaceLost("W-1", "b")).at(STARTS)
                .when(book("c")).thenRefused(BOOKING_CLOSED).when(confirm("a")).thenRefused(BOOKING_CLOSED)
                .when(cancel("a")).thenRefused(BOOKING_CLOSED);
    }

    @Test
    void no_devices_clock_jumps_the_queue() {
        announced().at("2023-04-05T02:00:00Z").happened(book("a")).at("2023-04-05T02:00:01Z").happened(book("b"))
                .at("2023-04-04T02:00:00Z").receivedAt("2023-04-06T02:00:00Z").when(book("z")).then(WAITING)
                .and(wedding -> assertThat(wedding.places().participants()).containsExactly("a", "b"));
    }

    @Test
    void what_is_posted_late_stands_at_its_own_time() {
        announced().at("2023-04-05T02:00:00Z").when(cancel("a")).then(NOT_BOOKED).at("2023-04-04T02:00:00Z")
                .receivedAt("2023-04-05T03:00:00Z").when(book("a")).then(CANCELLED_SINCE).at("2023-04-06T02:00:00Z")
                .receivedAt("2023-04-06T02:00:00Z").when(book("a"))
                .then(OFFERED, offered("a", Instant.parse("2023-04-13T16:00:00Z"))).at("2023-04-05T06:00:00Z")
                .receivedAt("2023-04-06T03:00:00Z").when(cancel("a")).then(BOOKED_SINCE)
                .and(wedding -> assertThat(wedding.places().participants()).containsExactly("a"));
    }

    @Test
    void who_came_counts_once_whatever_is_posted_twice_or_late() {
        announced().happened(book("a"), book("b"), book("c"), confirm("a"), confirm("b")).when(wed("a"))
                .thenRefused(NOT_YET).when(TOOK_PLACE).thenRefused(NOT_YET).at(THAT_DAY).when(wed("a")).then(WED)
                .when(wed("a")).thenRefused(WED_ONCE).when(wed("z")).then(CAME_WITHOUT_A_PLACE).when(TOOK_PLACE)
                .then(HELD).when(wed("b")).then(WED).when(book("d")).thenRefused(NOT_AT_THIS_POINT)
                .and(wedding -> assertThat(wedding.wed()).containsExactly("a", "b"))
                .and(wedding -> assertThat(wedding.due()).isNull());
    }

    @Test
    void a_wedding_is_called_off_and_everybody_is_told_but_not_once_somebody_has_come() {
        announced().happened(book("a"), confirm("a")).at("2023-04-03T02:00:01Z").happened(book("b"))
                .at("2023-04-03T02:00:02Z").happened(book("c")).when(CALLED)
                .then(CALLED_OFF, new CouplesToTell("W-1", List.of("a", "b", "c"))).when(CALLED)
                .thenRefused(NOT_AT_THIS_POINT).and(wedding -> assertThat(wedding.due()).isNull());
        announced().happened(book("a"), confirm("a")).at(THAT_DAY).happened(wed("a")).when(CALLED)
                .thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void only_an_announced_wedding_is_booked_and_it_starts_that_day_or_later() {
        given(new WeddingDecider()).when(book("a")).thenEarly(WEDDING_UNKNOWN);
        given(new WeddingDecider()).at("2023-05-21T02:00:00Z").when(TWO_PLACES)
                .thenRefused(STARTS_BEFORE_IT_IS_ANNOUNCED);
    }

    @Test
    void a_wedding_nobody_reports_on_is_stated_again_and_again_and_stands_in_a_list() {
        announced().whenDeadlineReached()
                .then(REPORT_OVERDUE, new WeddingReportOverdue("W-1", Instant.parse("2023-05-23T16:00:00Z")))
                .and(wedding -> assertThat(wedding.lists()).containsOnlyKeys(Wedding.Listed.REPORT_OVERDUE))
                .whenDeadlineReached()
                .then(REPORT_OVERDUE, new WeddingReportOverdue("W-1", Instant.parse("2023-05-27T16:00:00Z")))
                .at("2023-05-28T02:00:00Z").happened(TOOK_PLACE).and(wedding -> assertThat(wedding.lists()).isEmpty());
    }

    @Test
    void a_wedding_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = announced();
        for (int i = 0; i < Wedding.MOST_SAID; i++) {
            full.at("2023-04-03T02:00:00.%09dZ".formatted(i + 1)).happened(book("%0100d".formatted(i)));
        }
        full.when(book("x")).thenRefused(TOO_MUCH_SAID).when(confirm("x")).thenRefused(TOO_MUCH_SAID).when(cancel("x"))
                .thenRefused(TOO_MUCH_SAID).at(THAT_DAY);
        for (int i = 0; i < Wedding.MOST_SAID; i++) {
            full.happened(wed("%0100d".formatted(i)));
        }
        full.when(wed("x")).thenRefused(TOO_MUCH_SAID);
        assertThat(AnyOrder.stored(full.state())).isBetween(100_000, 320_000);
    }

    /** What was said, and the same in another order in which some comes again. */
    record TwoOrders(List<Told<WeddingEvent>> one, List<Told<WeddingEvent>> other) {}

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void any_order_and_any_repetition_of_what_was_said_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        var decider = new WeddingDecider();
        assertThat(AnyOrder.left(decider, orders.other())).isEqualTo(AnyOrder.left(decider, orders.one()));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void it_is_never_over_booked_nobody_is_in_twice_and_nobody_waits_while_a_place_is_free(
            @ForAll("orders") TwoOrders orders) {
        var wedding = AnyOrder.leftByTheClock(new WeddingDecider(), orders.other(), Instant.parse(STARTS));
        assertThat(wedding.places().taken().size()).isLessThanOrEqualTo(2);
        assertThat(Stream.concat(wedding.places().participants().stream(), wedding.places().waiting().stream()))
                .doesNotHaveDuplicates();
        assertThat(wedding.places().waiting().isEmpty() || wedding.places().taken().size() == 2).isTrue();
        assertThat(wedding.places().participants()).containsAll(wedding.wed());
        assertThat(wedding.places().nextExpiry()).as("no offer outlives the wedding's beginning")
                .satisfiesAnyOf(next -> assertThat(next).isNull(), next -> assertThat(next).isBeforeOrEqualTo(STARTS));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whoever_waits_was_heard_after_whoever_waits_before(@ForAll("orders") TwoOrders orders) {
        var told = orders.one();
        var waiting = AnyOrder.left(new WeddingDecider(), told).places().waiting();
        var last = waiting.stream().map(couple -> told.stream()
                .filter(one -> one.event() instanceof CollectiveWeddingBooked booked && booked.couple().equals(couple))
                .map(Told::time).min(Instant::compareTo).orElseThrow()).toList();
        if (told.stream().noneMatch(one -> one.event() instanceof WeddingBookingCancelled)
                && told.stream().allMatch(one -> one.time().isBefore(A_WEEK_LATER))) {
            assertThat(last).isSorted();
        }
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var couples = Arbitraries.of("a", "b", "c", "d", "e");
        var times = Arbitraries.integers().between(1, 20)
                .map(days -> Instant.parse(IN_APRIL).plus(Duration.ofHours(12L * days)));
        Arbitrary<WeddingEvent> booked = couples.map(WeddingTest::book);
        Arbitrary<WeddingEvent> confirmed = couples.map(WeddingTest::confirm);
        Arbitrary<WeddingEvent> cancelled = couples.map(WeddingTest::cancel);
        var before = Combinators
                .combine(Arbitraries.oneOf(booked, booked, booked, confirmed, confirmed, cancelled), times)
                .as((event, time) -> new Told<>("", time, event));
        var came = couples.map(couple -> new Told<WeddingEvent>("", Instant.parse(THAT_DAY), wed(couple)));
        return Arbitraries.integers().between(0, 6).flatMap(n -> n == 0 ? came : before).list().ofMaxSize(14)
                .map(WeddingTest::numbered).flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<WeddingEvent>> numbered(List<Told<WeddingEvent>> facts) {
        var all = new ArrayList<Told<WeddingEvent>>();
        all.add(new Told<>("e", Instant.parse(IN_APRIL), TWO_PLACES));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(), fact.time(), fact.event())));
        return all;
    }
}
