package org.chongshan.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.json.EventJson;
import org.chongshan.shell.ReferenceData;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What arrives at one aggregate in some order, as the platform brings it: what comes again under its id is dropped, what comes
 * before the beginning waits for it and is decided by its own time, what is refused changes nothing.
 */
public final class AnyOrder {
    private static final Policy POLICY = ReferenceData.policy();
    private static final WorkingDays CALENDAR = ReferenceData.workingDays();
    private static final String SUBDISTRICT = "320613001";

    private AnyOrder() {}

    /**
     * An event that somebody posted.
     *
     * @param id   of the event
     * @param time its own
     */
    public record Told<E extends Event>(String id, Instant time, E event) {}

    /** Some orders of these in which some come again. */
    public static <E extends Event> Arbitrary<List<Told<E>>> of(List<Told<E>> told) {
        return Arbitraries.shuffle(told).flatMap(order -> Arbitraries.randomValue(random -> again(order, random)));
    }

    private static <E extends Event> List<Told<E>> again(List<Told<E>> order, Random random) {
        var all = new ArrayList<>(order);
        order.forEach(told -> {
            if (random.nextInt(3) == 0) {
                all.add(random.nextInt(all.size()), told);
            }
        });
        return all;
    }

    /** The state that is left. */
    public static <S extends Aggregate, E extends Event> S left(Decider<S, E> decider, List<Told<E>> order) {
        return new Fold<>(decider, null).all(order).left();
    }

    /**
     * The state that is left where the clock runs after every event: each deadline that has passed is told, and falls silent.
     *
     * @param now what the clock says all the while
     */
    public static <S extends Aggregate, E extends Event> S leftByTheClock(Decider<S, E> decider, List<Told<E>> order,
            Instant now) {
        return new Fold<>(decider, now).all(order).left();
    }

    /** What went out. */
    public static <S extends Aggregate, E extends Event> List<Event> emitted(Decider<S, E> decider,
            List<Told<E>> order) {
        return new Fold<>(decider, null).all(order).emitted;
    }

    private static final class Fold<S extends Aggregate, E extends Event> {
        private final Decider<S, E> decider;
        private final @Nullable Instant now;
        private final List<Event> emitted = new ArrayList<>();
        private final List<Told<E>> early = new ArrayList<>();
        private @Nullable S state;

        Fold(Decider<S, E> decider, @Nullable Instant now) {
            this.decider = decider;
            this.now = now;
        }

        Fold<S, E> all(List<Told<E>> order) {
            var seen = new HashSet<String>();
            for (var told : order) {
                if (seen.add(told.id())) {
                    one(told);
                    tellWhatHasPassed();
                }
            }
            return this;
        }

        S left() {
            return Objects.requireNonNull(state, "nothing began");
        }

        private void one(Told<E> told) {
            if (state != null) {
                become(decider.decide(state, told.event(), context(told.id(), told.time())));
                return;
            }
            become(decider.begin(decider.idOf(told.event()), told.event(), context(told.id(), told.time())));
            if (state == null) {
                early.add(told);
            } else {
                early.sort(Comparator.comparing((Told<E> one) -> one.time()).thenComparing(Told::id));
                early.forEach(this::one);
            }
        }

        private void become(Decision<S> decision) {
            if (decision instanceof Decision.Become<S> become) {
                state = become.state();
                emitted.addAll(become.emitted());
            }
        }

        private void tellWhatHasPassed() {
            for (var due = passed(); due != null; due = passed()) {
                become(Deadlines.reached(decider, left(), context("clock", due)));
                assertThat(passed()).as("told, and due again at once").isNotEqualTo(due);
            }
        }

        private @Nullable Instant passed() {
            var due = state == null ? null : state.due();
            return due == null || now == null || !due.isBefore(now) ? null : due;
        }
    }

    private static Context context(String id, Instant time) {
        return new Context(id, time, time, "someone", Role.STREET, SUBDISTRICT, POLICY.at(time), CALENDAR);
    }

    /** What it takes in its table, bytes; and that it is read as it was written. */
    public static int stored(Aggregate state) {
        var json = EventJson.writeValue(state);
        assertThat(EventJson.readValue(json, state.getClass())).isEqualTo(state);
        return json.getBytes(StandardCharsets.UTF_8).length;
    }
}
