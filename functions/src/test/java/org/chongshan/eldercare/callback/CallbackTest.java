package org.chongshan.eldercare.callback;

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
import org.chongshan.eldercare.callback.Callback.Listed;
import org.chongshan.eldercare.callback.Callback.Status;
import org.chongshan.events.Personal;
import org.chongshan.events.eldercare.CallbackEvent;
import org.chongshan.events.eldercare.CallbackEvent.CallbackAttempted;
import org.chongshan.events.eldercare.CallbackEvent.CallbackMade;
import org.chongshan.events.eldercare.CallbackEvent.CallbackNotOwed;
import org.chongshan.events.eldercare.CallbackEvent.CallbackOwed;
import org.chongshan.events.eldercare.HotlineNotice.CallbackOverdue;
import org.chongshan.events.eldercare.HotlineNotice.EmergencyNotCalledBack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.callback.CallbackRule.*;

class CallbackTest {
    private static final String ID = "haoxiangfu.c-1";
    private static final String TEN = "2023-06-01T10:00:00Z";
    private static final CallbackAttempted IN_VAIN = new CallbackAttempted(ID, "s-1");
    private static final CallbackMade SPOKEN = new CallbackMade(ID, "s-1");

    private static CallbackOwed owed(boolean emergency, long revision) {
        return new CallbackOwed(ID, "haoxiangfu", "c-1", new Personal("0513-85000000"), emergency,
                Instant.parse("2023-06-01T09:59:00Z"), revision);
    }

    private static CallbackNotOwed notOwed(long revision) {
        return new CallbackNotOwed(ID, "haoxiangfu", "c-1", revision);
    }

    private static Given<Callback, CallbackEvent> nothing() {
        return given(new CallbackDecider()).at(TEN);
    }

    @Test
    void who_was_missed_is_called_back_within_the_hour_and_a_seat_that_did_so_ends_it() {
        nothing().when(SPOKEN).thenEarly(CALLBACK_UNKNOWN).when(owed(false, 3)).then(OWED).and(callback -> {
            assertThat(callback.status()).isEqualTo(Status.OWED);
            assertThat(callback.due()).isEqualTo("2023-06-01T11:00:00Z");
        }).at("2023-06-01T10:20:00Z").when(SPOKEN).then(MADE).and(callback -> {
            assertThat(callback.status()).isEqualTo(Status.MADE);
            assertThat(callback.due()).isNull();
        }).at("2023-06-01T10:10:00Z").when(SPOKEN).then(MADE_ONCE)
                .and(callback -> assertThat(callback.madeAt()).isEqualTo("2023-06-01T10:10:00Z"));
    }

    @Test
    void an_emergency_is_called_back_within_five_minutes() {
        nothing().when(owed(true, 3)).then(OWED).and(callback -> {
            assertThat(callback.due()).isEqualTo("2023-06-01T10:05:00Z");
            assertThat(callback.lists()).containsOnlyKeys(Listed.EMERGENCIES);
        }).at("2023-06-01T10:04:00Z").when(IN_VAIN).then(ATTEMPTED)
                .and(callback -> assertThat(callback.due()).isEqualTo("2023-06-01T10:09:00Z"));
    }

    @Test
    void a_callback_nobody_makes_in_time_is_stated_once_and_listed_until_somebody_tries() {
        nothing().happened(owed(false, 3)).whenDeadlineReached()
                .then(OVERDUE, new CallbackOverdue(ID, false, Instant.parse("2023-06-01T11:00:00Z"))).and(callback -> {
                    assertThat(callback.lists()).containsOnlyKeys(Listed.OVERDUE);
                    assertThat(callback.due()).isNull();
                }).at("2023-06-01T11:30:00Z").when(IN_VAIN).then(ATTEMPTED).and(callback -> {
                    assertThat(callback.lists()).isEmpty();
                    assertThat(callback.due()).isEqualTo("2023-06-01T12:30:00Z");
                });
    }

    @Test
    void an_emergency_that_nobody_calls_back_is_stated_by_itself_too_for_somebody_on_duty_hears_of_it() {
        var due = Instant.parse("2023-06-01T10:05:00Z");
        nothing().happened(owed(true, 3)).whenDeadlineReached().then(OVERDUE, new CallbackOverdue(ID, true, due),
                new EmergencyNotCalledBack(ID, due));
    }

    @Test
    void after_three_attempts_in_vain_it_is_given_up_and_who_is_reached_later_was_called_back() {
        nothing().happened(owed(false, 3), IN_VAIN, IN_VAIN)
                .and(callback -> assertThat(callback.status()).isEqualTo(Status.OWED)).when(IN_VAIN).then(GIVEN_UP)
                .and(callback -> assertThat(callback.status()).isEqualTo(Status.GIVEN_UP)).when(SPOKEN).then(MADE)
                .and(callback -> assertThat(callback.status()).isEqualTo(Status.MADE));
    }

    @Test
    void of_all_the_hotline_says_the_last_it_knew_holds_in_whatever_order_it_comes() {
        nothing().when(notOwed(6)).then(NOT_OWED).when(owed(false, 3)).then(REVISED_SINCE)
                .and(callback -> assertThat(callback.status()).isEqualTo(Status.NOT_OWED)).when(owed(false, 9))
                .then(OWED).and(callback -> assertThat(callback.status()).isEqualTo(Status.OWED)).when(notOwed(10))
                .then(NOT_OWED).and(callback -> assertThat(callback.owed()).as("the number is gone too").isNull());
    }

    @Test
    void a_callback_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = nothing().happened(owed(false, 3));
        for (int i = 0; i < 40; i++) {
            full.happened(new CallbackAttempted(ID, "%0100d".formatted(i)));
        }
        full.when(IN_VAIN).thenRefused(TOO_MANY_ATTEMPTS);
        assertThat(AnyOrder.stored(full.state())).isBetween(5_000, 20_000);
    }

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<CallbackEvent>> one, List<Told<CallbackEvent>> other) {}

    @Property(tries = 300)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        var decider = new CallbackDecider();
        assertThat(AnyOrder.left(decider, orders.other())).isEqualTo(AnyOrder.left(decider, orders.one()));
        var late = Instant.parse("2023-06-03T00:00:00Z");
        assertThat(AnyOrder.leftByTheClock(decider, orders.other(), late))
                .isEqualTo(AnyOrder.leftByTheClock(decider, orders.one(), late));
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var events = Arbitraries.<CallbackEvent>frequencyOf(net.jqwik.api.Tuple.of(4, Arbitraries.just(IN_VAIN)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(SPOKEN)));
        var times = Arbitraries.integers().between(0, 600)
                .map(minute -> Instant.parse(TEN).plus(Duration.ofMinutes(minute)));
        return Combinators.combine(events, times).as((event, time) -> new Told<>("", time, event)).list().ofMaxSize(6)
                .map(CallbackTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<CallbackEvent>> numbered(List<Told<CallbackEvent>> facts) {
        var all = new ArrayList<Told<CallbackEvent>>();
        all.add(new Told<>("h1", Instant.parse(TEN), owed(true, 3)));
        all.add(new Told<>("h2", Instant.parse(TEN), notOwed(6)));
        all.add(new Told<>("h3", Instant.parse(TEN), owed(false, 9)));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(), fact.time(), fact.event())));
        return all;
    }
}
