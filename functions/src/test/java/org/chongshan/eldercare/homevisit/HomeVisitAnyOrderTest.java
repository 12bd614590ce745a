package org.chongshan.eldercare.homevisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.Context;
import org.chongshan.core.Decision;
import org.chongshan.eldercare.homevisit.HomeVisit.Status;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.BookingChannel;
import org.chongshan.events.eldercare.CareSettlementEvent.VisitCharged;
import org.chongshan.events.eldercare.CareSettlementEvent.VisitTakenOff;
import org.chongshan.events.eldercare.CarerKind;
import org.chongshan.events.eldercare.CheckKind;
import org.chongshan.events.eldercare.ConfirmedBy;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitNotMade;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitStruck;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitVerified;
import org.chongshan.events.eldercare.EligibilityTest;
import org.chongshan.events.eldercare.HomeVisitEvent;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHeld;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedIn;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedOut;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitAssigned;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitBooked;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitCompleted;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitConfirmed;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitEntitlementStated;
import org.chongshan.events.eldercare.ItemOutcome;
import org.chongshan.events.eldercare.ItemReport;
import org.chongshan.shell.ReferenceData;

import static org.assertj.core.api.Assertions.assertThat;

/** What was recorded and said of a visit comes in any order, late and twice, and ends in one account of it. */
class HomeVisitAnyOrderTest {
    private static final LocalDate DAY = LocalDate.parse("2023-03-02");
    private static final Instant NINE = Instant.parse("2023-03-02T01:00:00Z");

    /** A fact, by whom and when. */
    private record Told(String id, Instant time, String by, Role as, HomeVisitEvent event) {}

    /** Two carers are asked for, one after the other, both held; then facts. */
    private record Course(List<Told> facts, List<Told> oneOrder, List<Told> another) {}

    private static final class Record {
        private final HomeVisitDecider decider = new HomeVisitDecider();
        private final List<Event> emitted = new ArrayList<>();
        private HomeVisit visit;

        Record() {
            var booking = new HomeVisitBooked("V-1", "O-1", BookingChannel.APP, Set.of("haircut"), NINE, 60, "K-1");
            visit = ((Decision.Become<HomeVisit>) decider.begin("V-1", booking, context("B", NINE, "app-1", Role.DESK)))
                    .state();
            for (int carer = 1; carer <= 2; carer++) {
                take(new Told("A-" + carer, NINE, "org-1", Role.ORGANISATION,
                        new HomeVisitAssigned("V-1", "W-" + carer)));
                take(new Told("H-" + carer, NINE, "org-1", Role.SYSTEM,
                        new CarerHeld("V-1", carer, "W-" + carer, "P-" + carer, CarerKind.EMPLOYED)));
            }
        }

        Record all(List<Told> order) {
            var seen = new HashSet<String>();
            order.stream().filter(told -> seen.add(told.id())).forEach(this::take);
            return this;
        }

        private void take(Told told) {
            if (decider.decide(visit, told.event(), context(told.id(), told.time(), told.by(),
                    told.as())) instanceof Decision.Become<HomeVisit> become) {
                visit = become.state();
                emitted.addAll(become.emitted());
            }
        }
    }

    private static Context context(String id, Instant time, String actor, Role role) {
        return new Context(id, time, time, actor, role, "320613001", ReferenceData.policy().at(time),
                ReferenceData.workingDays());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatever_the_order_and_however_often_the_same_times_tests_and_fee_are_left(@ForAll("courses") Course course) {
        var one = new Record().all(course.oneOrder());
        var other = new Record().all(course.another());
        assertThat(one.visit.recorded()).isEqualTo(other.visit.recorded());
        assertThat(one.visit.weighed()).isEqualTo(other.visit.weighed());
        assertThat(one.visit.status()).isEqualTo(other.visit.status());
        assertThat(one.visit.exceptions()).isEqualTo(other.visit.exceptions());
        assertThat(one.visit.stated().charge()).isEqualTo(other.visit.stated().charge());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void what_settlements_were_told_is_the_fee_of_a_visit_that_counts_and_nothing_of_one_that_does_not(
            @ForAll("courses") Course course) {
        var record = new Record().all(course.oneOrder());
        var sum = 0L;
        var revisions = new ArrayList<Integer>();
        for (var event : record.emitted) {
            switch (event) {
                case VisitCharged charged -> sum += charged.feeFen();
                case VisitTakenOff off -> sum -= off.feeFen();
                case HomeVisitVerified verified -> revisions.add(verified.revision());
                case HomeVisitStruck struck -> revisions.add(struck.revision());
                case HomeVisitNotMade not -> revisions.add(not.revision());
                default -> {
                }
            }
        }
        var visit = record.visit;
        assertThat(sum).isEqualTo(visit.status() == Status.VERIFIED ? visit.weighed().feeFen() : 0);
        assertThat(revisions).isSorted().doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<Course> courses() {
        var minutes = Arbitraries.of(-1, 0, 1, 30, 59, 60, 61, 90);
        var carers = Arbitraries.of("W-1", "W-2");
        var items = Arbitraries.of("haircut", "errands", "gardening").set().ofMinSize(1).ofMaxSize(2);
        Arbitrary<Told> in = Combinators.combine(minutes, carers)
                .as((at, carer) -> told(at, carer, Role.CARE, new CheckedIn("V-1", carer, CheckKind.APP, null, 500)));
        Arbitrary<Told> out = Combinators.combine(minutes, carers)
                .as((at, carer) -> told(at, carer, Role.CARE, new CheckedOut("V-1", carer, CheckKind.APP, 500, null)));
        Arbitrary<Told> report = Combinators.combine(minutes, carers, items)
                .as((at, carer, done) -> told(at, carer, Role.CARE, new HomeVisitCompleted("V-1",
                        done.stream().sorted().map(item -> new ItemReport(item, ItemOutcome.DONE, null)).toList())));
        Arbitrary<Told> confirmation = Combinators.combine(minutes, items).as((at, done) -> told(at + 60, "hotline-1",
                Role.DESK, new HomeVisitConfirmed("V-1", ConfirmedBy.FAMILY, new TreeSet<>(done))));
        Arbitrary<Told> entitlement = Combinators
                .combine(Arbitraries.of(EligibilityTest.values()).set().ofMaxSize(1), Arbitraries.integers())
                .as((failing, revision) -> told(0, "elder", Role.SYSTEM, new VisitEntitlementStated("V-1", DAY,
                        new TreeSet<>(failing), false, Math.abs(revision % 1000L) + 1)));
        return Arbitraries.oneOf(in, out, report, confirmation, entitlement).list().ofMinSize(2).ofMaxSize(10)
                .map(facts -> {
                    var numbered = new ArrayList<Told>();
                    facts.forEach(fact -> numbered
                            .add(new Told("F-" + numbered.size(), fact.time(), fact.by(), fact.as(), fact.event())));
                    return numbered;
                }).flatMap(facts -> Combinators.combine(shuffled(facts), shuffled(facts))
                        .as((one, another) -> new Course(facts, one, another)));
    }

    private static Told told(int minute, String by, Role as, HomeVisitEvent event) {
        return new Told("", NINE.plusSeconds(60L * minute), by, as, event);
    }

    private static Arbitrary<List<Told>> shuffled(List<Told> facts) {
        return Arbitraries.shuffle(facts).flatMap(order -> Arbitraries.randomValue(random -> again(order, random)));
    }

    private static List<Told> again(List<Told> order, Random random) {
        var all = new ArrayList<>(order);
        order.forEach(one -> {
            if (random.nextInt(3) == 0) {
                all.add(random.nextInt(all.size() + 1), one);
            }
        });
        return all;
    }
}
