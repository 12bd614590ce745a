package org.chongshan.eldercare.hotline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chongshan.core.Context;
import org.chongshan.core.Deadlines;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Fact;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.events.Event;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.CallbackEvent.CallbackNotOwed;
import org.chongshan.events.eldercare.CallbackEvent.CallbackOwed;
import org.chongshan.events.eldercare.HotlineEvent;
import org.chongshan.events.eldercare.HotlineEvent.CallAbandoned;
import org.chongshan.events.eldercare.HotlineEvent.CallAnswered;
import org.chongshan.events.eldercare.HotlineEvent.CallArrived;
import org.chongshan.events.eldercare.HotlineEvent.CallEnded;
import org.chongshan.events.eldercare.HotlineEvent.CallMarkedEmergency;
import org.chongshan.events.eldercare.HotlineEvent.HotlineOpened;
import org.chongshan.events.eldercare.HotlineEvent.RingUnanswered;
import org.chongshan.events.eldercare.HotlineEvent.SeatOpened;
import org.chongshan.events.eldercare.HotlineEvent.SeatPaused;
import org.chongshan.shell.ReferenceData;

import static org.assertj.core.api.Assertions.assertThat;

/** A hotline with people who call, hang up, answer and forget to, drawn from a seed; looked at after every event. */
class HotlineUnderLoadTest {
    private static final String LINE = "haoxiangfu";
    private static final Instant START = Instant.parse("2023-06-01T10:00:00Z");

    @Property(tries = 2)
    void two_hundred_calls_in_a_minute_stay_within_the_limits_and_each_is_answered_abandoned_or_called_back(
            @ForAll long seed) {
        var exchange = new Exchange(seed);
        exchange.opens(16);
        for (int i = 0; i < 200; i++) {
            exchange.calls("c-" + i, 300L * i);
        }
        exchange.goesOnUntilNobodyWaits();
        assertThat(exchange.becameOf).hasSize(200);
        exchange.becameOf.forEach((call, what) -> assertThat(what).as(call).isNotNull());
        var figures = exchange.line().figures().get("2023-06");
        assertThat(figures.answered() + figures.abandoned() + figures.missed()).isEqualTo(200);
        assertThat(figures.unmatched()).isZero();
        assertThat(figures.abandoned() + figures.missed()).as("whom nobody answered is called back")
                .isEqualTo(exchange.owed.size());
        assertThat(figures.answered()).isPositive();
    }

    @Property(tries = 15)
    void with_few_seats_that_come_and_go_no_rule_is_ever_broken(@ForAll long seed) {
        var exchange = new Exchange(seed);
        exchange.opens(1 + exchange.random.nextInt(3));
        for (int i = 0; i < 25; i++) {
            exchange.calls("c-" + i, exchange.random.nextInt(600_000));
        }
        exchange.goesOnUntilNobodyWaits();
        var figures = exchange.line().figures().get("2023-06");
        assertThat(figures.answered() + figures.abandoned() + figures.missed()).isEqualTo(25);
        assertThat(figures.abandoned() + figures.missed()).isEqualTo(exchange.owed.size());
    }

    /** The telephone exchange: what people do, in the order in which they do it. */
    private static final class Exchange {
        private final Random random;
        private final HotlineDecider decider = new HotlineDecider();
        private final Map<String, String> becameOf = new HashMap<>();
        private final HashSet<String> owed = new HashSet<>();
        private final java.util.PriorityQueue<Planned> planned = new java.util.PriorityQueue<>(
                java.util.Comparator.comparingLong(Planned::millis).thenComparingInt(Planned::number));
        private @org.jspecify.annotations.Nullable Hotline line;
        private int number;
        private Instant now = START;

        private record Planned(long millis, int number, HotlineEvent event) {}

        Exchange(long seed) {
            random = new Random(seed);
        }

        Hotline line() {
            return Objects.requireNonNull(line);
        }

        void opens(int seats) {
            took(((Become<Hotline>) decider.begin(LINE, new HotlineOpened(LINE, "871-12345"), context())));
            for (int i = 1; i <= seats; i++) {
                plan(0, new SeatOpened(LINE, "s-%02d".formatted(i)));
            }
        }

        void calls(String call, long millis) {
            plan(millis, new CallArrived(LINE, call, new Personal("0513-8500"), random.nextInt(8) == 0));
            if (random.nextInt(3) == 0) {
                plan(millis + random.nextInt(120_000), new CallAbandoned(LINE, call));
            }
            if (random.nextInt(20) == 0) {
                plan(millis + random.nextInt(60_000), new CallMarkedEmergency(LINE, call));
            }
            if (random.nextInt(20) == 0) {
                var seat = "s-%02d".formatted(1 + random.nextInt(3));
                plan(millis + random.nextInt(120_000), new SeatPaused(LINE, seat));
                plan(millis + 120_000 + random.nextInt(120_000), new SeatOpened(LINE, seat));
            }
        }

        private void plan(long millis, HotlineEvent event) {
            planned.add(new Planned(millis, number++, event));
        }

        void goesOnUntilNobodyWaits() {
            for (int steps = 0;; steps++) {
                assertThat(steps).as("it comes to an end").isLessThan(20_000);
                var due = line == null ? null : line.due();
                var next = planned.peek();
                if (next == null && due == null) {
                    return;
                }
                if (next == null || due != null && due.isBefore(START.plusMillis(next.millis()))) {
                    now = Objects.requireNonNull(due);
                    took(Deadlines.reached(decider, line(), context()));
                    assertThat(Objects.requireNonNullElse(line().due(), Instant.MAX)).as("told, and due no more")
                            .isAfter(now);
                } else {
                    planned.remove();
                    now = START.plusMillis(next.millis());
                    happens(next.event());
                }
            }
        }

        private void happens(HotlineEvent event) {
            if (event instanceof CallAnswered answered
                    && (line().held().containsKey(answered.seat()) || !rings(answered))) {
                return; // It rang elsewhere meanwhile.
            }
            if (event instanceof CallAnswered answered) {
                plan(sinceStart() + 1_000 + random.nextInt(180_000), new CallEnded(LINE, answered.call()));
            }
            if (decider.decide(line(), event, context()) instanceof Become<Hotline> become) {
                took(become);
            }
        }

        private boolean rings(CallAnswered answered) {
            var call = line().calls().get(answered.call());
            return call != null && call.ring() != null && call.ring().seat().equals(answered.seat());
        }

        private long sinceStart() {
            return java.time.Duration.between(START, now).toMillis();
        }

        private void took(Become<Hotline> become) {
            var before = line;
            line = become.state();
            for (var event : become.emitted()) {
                hears(event);
            }
            if (before != null) {
                before.calls().keySet().stream().filter(call -> !line().calls().containsKey(call))
                        .forEach(call -> becameOf.put(call,
                                before.overAt(call) == null ? "left at once" : before.ending(call).name()));
            }
            looks(become.emitted());
        }

        private void hears(Event event) {
            switch (event) {
                case org.chongshan.events.eldercare.HotlineNotice.SeatRung rung -> {
                    var moment = sinceStart() + 1_000 + random.nextInt(30_000);
                    switch (random.nextInt(5)) {
                        case 0 -> {
                        }
                        case 1 -> plan(moment, new RingUnanswered(LINE, rung.call(), rung.seat()));
                        default -> plan(moment, new CallAnswered(LINE, rung.call(), rung.seat()));
                    }
                }
                // Twice only of a call that turned out to be an emergency.
                case CallbackOwed callback ->
                    assertThat(owed.add(callback.call()) || callback.emergency()).as(callback.call()).isTrue();
                case CallbackNotOwed callback -> assertThat(owed.remove(callback.call())).isTrue();
                default -> {
                }
            }
        }

        /** What must hold, whatever happened. */
        private void looks(List<Event> emitted) {
            var now = line();
            assertThat(now.held().values()).as("a call is at one seat").doesNotHaveDuplicates();
            var rings = new ArrayList<String>();
            var unrungEmergency = false;
            var ordinaryRings = false;
            for (var id : now.waiting()) {
                var call = now.call(id);
                if (call.ring() != null) {
                    rings.add(call.ring().seat());
                    assertThat(call.ring().until()).as("no ring outlives its time").isAfter(now.asOf());
                    ordinaryRings |= !call.emergency();
                } else {
                    unrungEmergency |= call.emergency();
                }
            }
            assertThat(rings).as("a seat rings for one call, and holds none then").doesNotHaveDuplicates()
                    .noneMatch(now.held()::containsKey);
            assertThat(unrungEmergency && ordinaryRings).as("an emergency is never behind another call").isFalse();
            if (!now.unrung().isEmpty()) {
                assertThat(now.freeSeats()).as("nobody waits while a seat is free").isEmpty();
            }
            var unrung = now.unrung();
            for (int i = 1; i < unrung.size(); i++) {
                var one = now.call(unrung.get(i - 1));
                var next = now.call(unrung.get(i));
                assertThat(one.emergency() || !next.emergency()).as("emergencies wait before others").isTrue();
                if (one.emergency() == next.emergency()) {
                    assertThat(Fact.BY_TIME.compare(Objects.requireNonNull(one.arrival()),
                            Objects.requireNonNull(next.arrival()))).as("in order").isNegative();
                }
            }
            var most = ReferenceData.policy().at(START).value(EldercareParameter.HOTLINE_SEATS);
            assertThat((long) now.seats().size()).isLessThanOrEqualTo(most);
            assertThat(now.waiting()).hasSizeLessThanOrEqualTo(Hotline.MOST_WAITING);
            assertThat(now.overs()).hasSizeLessThanOrEqualTo(Hotline.MOST_OVER);
            assertThat(emitted).hasSizeLessThan(60);
        }

        private Context context() {
            return new Context("E-%06d".formatted(number++), now, now, "exchange", Role.DESK, "320613001",
                    ReferenceData.policy().at(now), ReferenceData.workingDays());
        }
    }
}
