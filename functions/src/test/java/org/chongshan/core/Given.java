package org.chongshan.core;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.shell.CoreRule;
import org.chongshan.shell.ReferenceData;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** given(...).when(...).then(...): one aggregate, the shipped policy and calendar. */
public final class Given<S extends Aggregate, E extends Event> {
    private static final Reckoning RECKONING = new Reckoning(CoreRule.RECKONED_ANEW);

    private final Decider<S, E> decider;
    private WorkingDays calendar = ReferenceData.workingDays();
    private Policy policy = ReferenceData.policy();
    private @Nullable S state;
    private Instant time = Instant.parse("2023-03-02T02:00:00Z");
    private @Nullable Instant received;
    private int events;
    private String actor = "street-17";
    private Role role = Role.STREET;
    private String subdistrict = "320613001";
    private @Nullable Decision<S> decision;

    private Given(Decider<S, E> decider) {
        this.decider = decider;
    }

    /** An aggregate to which nothing has happened yet. */
    public static <S extends Aggregate, E extends Event> Given<S, E> given(Decider<S, E> decider) {
        return new Given<>(decider);
    }

    /** Under another policy than the one shipped. */
    public Given<S, E> under(Policy other) {
        policy = other;
        return this;
    }

    /** From here on this calendar is known, and not the one shipped. */
    public Given<S, E> by(WorkingDays other) {
        calendar = other;
        return this;
    }

    /** From here on it is this time. */
    public Given<S, E> at(String instant) {
        time = Instant.parse(instant);
        return this;
    }

    /** From here on the platform sees what happens at this time; otherwise when it happens. */
    public Given<S, E> receivedAt(String instant) {
        received = Instant.parse(instant);
        return this;
    }

    /** From here on this person acts. */
    public Given<S, E> by(String who, Role as) {
        actor = who;
        role = as;
        return this;
    }

    /** From here on it happens in this subdistrict. */
    public Given<S, E> in(String code) {
        subdistrict = code;
        return this;
    }

    /** What has happened before; each must have been accepted. */
    @SafeVarargs
    public final Given<S, E> happened(E... events) {
        for (var event : events) {
            when(event);
            assertThat(decision).as("the given must be accepted").isInstanceOf(Decision.Become.class);
        }
        return this;
    }

    /** The event in question. */
    public Given<S, E> when(E event) {
        events++;
        return decided(state == null
                ? decider.begin(decider.idOf(event), event, context(time))
                : RECKONING.decide(decider, state, event, context(time)));
    }

    /** The deadline the aggregate has set is reached; all of them, when several fall together. */
    public Given<S, E> whenDeadlineReached() {
        var due = Objects.requireNonNull(state().due(), "waits for nothing");
        return decided(RECKONING.reached(decider, state(), context(due)));
    }

    private Given<S, E> decided(Decision<S> next) {
        decision = next;
        if (next instanceof Decision.Become<S> become) {
            state = become.state();
        }
        return this;
    }

    private Context context(Instant at) {
        var seen = received == null || received.isBefore(at) ? at : received;
        return new Context("E-" + events, at, seen, actor, role, subdistrict, policy.at(at), calendar);
    }

    /** It was accepted, by this rule, and these events went out. */
    public Given<S, E> then(Rule rule, Event... emitted) {
        assertThat(decision).isInstanceOfSatisfying(Decision.Become.class, become -> {
            assertThat(become.rule()).isEqualTo(rule);
            assertThat(become.emitted()).isEqualTo(List.of(emitted));
        });
        return this;
    }

    /** It was accepted, by this rule, whatever went out. */
    public Given<S, E> thenBy(Rule rule) {
        assertThat(decision).isInstanceOfSatisfying(Decision.Become.class,
                become -> assertThat(become.rule()).isEqualTo(rule));
        return this;
    }

    /** This rule is among those that decided. */
    public Given<S, E> thenAlsoBy(Rule rule) {
        assertThat(decision).isInstanceOfSatisfying(Decision.Become.class,
                become -> assertThat(become.rules()).contains(rule));
        return this;
    }

    /** The version of the policy it was decided under. */
    public String edition() {
        return context(time).policy().version();
    }

    /** It was refused, by this rule. */
    public Given<S, E> thenRefused(Rule rule) {
        assertThat(decision).isEqualTo(Decision.refuse(rule));
        return this;
    }

    /** It came too early, by the rule that says what has to be there first. */
    public Given<S, E> thenEarly(Rule rule) {
        assertThat(decision).isEqualTo(Decision.early(rule));
        return this;
    }

    /** The state now. */
    public S state() {
        return Objects.requireNonNull(state, "it has not begun");
    }

    /** What holds of the state now. */
    public Given<S, E> and(Consumer<S> check) {
        check.accept(state());
        return this;
    }
}
