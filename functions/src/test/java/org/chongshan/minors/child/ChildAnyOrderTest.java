package org.chongshan.minors.child;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.minors.ChildEvent;
import org.chongshan.events.minors.ChildEvent.ChildCaseOpened;
import org.chongshan.events.minors.ChildEvent.ChildRiskAssessed;
import org.chongshan.events.minors.ChildEvent.ChildVisitRecorded;
import org.chongshan.events.minors.ChildEvent.InterventionLinked;
import org.chongshan.events.minors.ChildEvent.ProtectionConcernReported;
import org.chongshan.events.minors.ChildEvent.TierOverridden;
import org.chongshan.events.minors.Concern;
import org.chongshan.events.minors.Condition;
import org.chongshan.events.minors.Intervention;
import org.chongshan.events.minors.Level;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.minors.Tier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is known of a child, in whatever order phones bring it. */
class ChildAnyOrderTest {
    private static final Instant START = Instant.parse("2023-03-02T04:00:00Z");
    private static final ChildDecider DECIDER = new ChildDecider();
    private static final Confidential GROUNDS = new Confidential("Seen at home.");

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<ChildEvent>> one, List<Told<ChildEvent>> other) {}

    @Property(tries = 500)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        assertThat(AnyOrder.left(DECIDER, orders.other())).isEqualTo(AnyOrder.left(DECIDER, orders.one()));
    }

    @Property(tries = 300)
    void however_often_the_clock_runs_in_between_the_same_holds_and_nothing_due_stays_untold(
            @ForAll("orders") TwoOrders orders) {
        var now = START.plus(Duration.ofDays(400));
        var one = AnyOrder.leftByTheClock(DECIDER, orders.one(), now);
        var other = AnyOrder.leftByTheClock(DECIDER, orders.other(), now);
        assertThat(List.of(String.valueOf(other.tier()), other.history(), other.services(),
                String.valueOf(other.visitBy()), other.visitOverdue(), other.alert() != null))
                .isEqualTo(List.of(String.valueOf(one.tier()), one.history(), one.services(),
                        String.valueOf(one.visitBy()), one.visitOverdue(), one.alert() != null));
        assertThat(other.deadlines().values()).allMatch(due -> due.isAfter(now));
    }

    @Property(tries = 300)
    void an_open_alert_has_a_deadline_or_was_stated_as_missed_and_stands_in_a_list(@ForAll("orders") TwoOrders orders) {
        var child = AnyOrder.left(DECIDER, orders.other());
        var harmed = orders.one().stream()
                .anyMatch(told -> told.event() instanceof ProtectionConcernReported concern && concern.harm());
        assertThat(child.alert() != null).isEqualTo(child.lists().containsKey(Child.Listed.ALERTS));
        assertThat(!harmed || child.alert() != null).as("nobody has taken it on").isTrue();
        if (child.alert() != null) {
            assertThat(child.alert().missed()).isNotEqualTo(child.deadlines().containsKey(Child.Due.ALERT));
        }
    }

    @Test
    void a_record_grown_to_its_limits_stays_small_and_is_read_as_it_was_written() {
        var child = "c".repeat(48);
        var events = new ArrayList<ChildEvent>(List.of(opened(child)));
        for (int day = 0; day < 90; day++) {
            events.add(assessed(child, Level.values()[day % 3], Level.values()[day / 3 % 3]));
            events.add(new TierOverridden(child, Tier.values()[day % 4],
                    START.atZone(WorkingDays.ZONE).toLocalDate().plusDays(day + 1), GROUNDS));
            events.add(visit(child, StationKind.values()));
            events.add(worry(child, true));
            events.add(new InterventionLinked(child, "%048d".formatted(day), Intervention.PSYCHOTHERAPY, true,
                    new Personal("A doctor.")));
        }
        var told = IntStream.range(0, events.size())
                .mapToObj(i -> new Told<>("0198c0de-0000-7000-8000-%012d".formatted(i),
                        START.plus(Duration.ofHours(i * 5L)).plusNanos(123_456_789), events.get(i)))
                .toList();
        assertThat(AnyOrder.stored(AnyOrder.left(DECIDER, told))).isBetween(20_000, 100_000);
    }

    private static ChildCaseOpened opened(String child) {
        return new ChildCaseOpened(child, "H-1", "M-1", new Personal("轩轩"), new Personal("2012-05-01"));
    }

    private static ChildRiskAssessed assessed(String child, Level guardianship, Level behaviour) {
        return new ChildRiskAssessed(child, guardianship, behaviour, Level.NONE, "psychologist-3", GROUNDS);
    }

    private static ChildVisitRecorded visit(String child, StationKind... by) {
        return new ChildVisitRecorded(child, EnumSet.copyOf(List.of(by)), Condition.GOOD, Condition.BAD, Condition.GOOD,
                new Personal("Not at school."));
    }

    private static ProtectionConcernReported worry(String child, boolean harm) {
        return new ProtectionConcernReported(child, Concern.VIOLENCE, harm, new Personal("Bruises."));
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        return told().list().ofMinSize(1).ofMaxSize(9).map(ChildAnyOrderTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<ChildEvent>> numbered(List<Told<ChildEvent>> facts) {
        var all = new ArrayList<Told<ChildEvent>>();
        all.add(new Told<>("e", START, opened("1")));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(), fact.time(), fact.event())));
        return all;
    }

    private static Arbitrary<Told<ChildEvent>> told() {
        // Often the same instant, often the instant an override ends.
        var times = Arbitraries.integers().between(-3, 60).map(day -> START.plus(Duration.ofHours(day * 12L)));
        var levels = Arbitraries.of(Level.class);
        Arbitrary<ChildEvent> assessments = Combinators.combine(levels, levels)
                .as((one, other) -> assessed("1", one, other));
        Arbitrary<ChildEvent> visits = Arbitraries
                .of(visit("1", StationKind.values()), visit("1", StationKind.PROTECTION)).map(visit -> visit);
        Arbitrary<ChildEvent> worries = Arbitraries.of(true, false).map(harm -> worry("1", harm));
        var overrides = Combinators.combine(Arbitraries.of(Tier.class), times, Arbitraries.integers().between(0, 20))
                .as((tier, time, days) -> new Told<ChildEvent>("", time,
                        new TierOverridden("1", tier, dateOf(time).plusDays(days), GROUNDS)));
        var others = Combinators.combine(Arbitraries.oneOf(assessments, visits, worries), times)
                .as((event, time) -> new Told<>("", time, event));
        return Arbitraries.integers().between(0, 3).flatMap(n -> n == 0 ? overrides : others);
    }

    private static LocalDate dateOf(Instant time) {
        return time.atZone(WorkingDays.ZONE).toLocalDate();
    }
}
