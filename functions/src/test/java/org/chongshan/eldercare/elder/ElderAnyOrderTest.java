package org.chongshan.eldercare.elder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.eldercare.AbilityGrade;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthCounted;
import org.chongshan.events.eldercare.EconomicHardship;
import org.chongshan.events.eldercare.ElderEvent;
import org.chongshan.events.eldercare.ElderEvent.BirthdayCorrected;
import org.chongshan.events.eldercare.ElderEvent.CareMonthDue;
import org.chongshan.events.eldercare.ElderEvent.CareResumed;
import org.chongshan.events.eldercare.ElderEvent.CareSuspended;
import org.chongshan.events.eldercare.ElderEvent.ElderAssessed;
import org.chongshan.events.eldercare.ElderEvent.ElderDied;
import org.chongshan.events.eldercare.ElderEvent.ElderRegistered;
import org.chongshan.events.eldercare.ElderEvent.ElderStandingAsked;
import org.chongshan.events.eldercare.ElderEvent.HardshipStated;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitStruck;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitVerified;
import org.chongshan.events.eldercare.ElderEvent.ResidenceChanged;

import static org.assertj.core.api.Assertions.assertThat;

/** What is known of an elder, in whatever order it comes. */
class ElderAnyOrderTest {
    private static final Instant START = Instant.parse("2023-02-20T04:00:00Z");
    private static final ElderDecider DECIDER = new ElderDecider();
    private static final String MARCH = "2023-03.320613001";

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<ElderEvent>> one, List<Told<ElderEvent>> other) {}

    @Property(tries = 500)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        assertThat(AnyOrder.left(DECIDER, orders.other())).isEqualTo(AnyOrder.left(DECIDER, orders.one()));
    }

    @Property(tries = 300)
    void however_often_the_clock_runs_in_between_the_same_holds_and_nothing_due_stays_untold(
            @ForAll("orders") TwoOrders orders) {
        var now = START.plus(Duration.ofDays(900));
        var one = AnyOrder.leftByTheClock(DECIDER, orders.one(), now);
        var other = AnyOrder.leftByTheClock(DECIDER, orders.other(), now);
        assertThat(other.failing()).isEqualTo(one.failing());
        assertThat(other.months()).isEqualTo(one.months());
        assertThat(other.status()).isEqualTo(one.status());
        assertThat(other.deadlines().values()).allMatch(due -> due.isAfter(now));
    }

    @Property(tries = 300)
    void the_figures_told_of_a_month_add_up_to_what_the_record_says(@ForAll("orders") TwoOrders orders) {
        var march = AnyOrder.left(DECIDER, orders.other()).month("2023-03");
        var told = AnyOrder.emitted(DECIDER, orders.other()).stream().filter(CareMonthCounted.class::isInstance)
                .map(CareMonthCounted.class::cast).filter(count -> count.careMonth().equals(MARCH)).toList();
        assertThat(told.stream().mapToInt(CareMonthCounted::visits).sum()).isEqualTo(march.verified());
        assertThat(told.stream().mapToInt(CareMonthCounted::served).sum()).isEqualTo(march.verified() > 0 ? 1 : 0);
        assertThat(told.stream().mapToInt(CareMonthCounted::entitled).sum()).isEqualTo(march.entitled() ? 1 : 0);
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var times = Arbitraries.integers().between(0, 60).map(day -> START.plus(Duration.ofDays(day)));
        return Combinators.combine(events(), times).as((event, time) -> new Told<>("", time, event)).list()
                .ofMaxSize(14).map(ElderAnyOrderTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static Arbitrary<ElderEvent> events() {
        var days = Arbitraries.integers().between(0, 60);
        Arbitrary<ElderEvent> assessed = Arbitraries.of(AbilityGrade.class)
                .map(grade -> new ElderAssessed("e", grade, "a-1", new Personal("Seen.")));
        Arbitrary<ElderEvent> hardship = Combinators.combine(Arbitraries.of(EconomicHardship.class), days)
                .as((category, day) -> new HardshipStated("e", "H-1", category, START.plus(Duration.ofDays(day))));
        Arbitrary<ElderEvent> residence = Combinators
                .combine(Arbitraries.of(true, false), days, Arbitraries.of(true, false))
                .as((registered, day, moved) -> new ResidenceChanged("e", registered,
                        day < 10 ? null : LocalDate.parse("2022-08-20").plusDays(day), moved));
        Arbitrary<ElderEvent> born = days.map(day -> new BirthdayCorrected("e",
                LocalDate.parse("1963-02-20").plusDays(day), new Confidential("Seen.")));
        Arbitrary<ElderEvent> visits = Combinators.combine(Arbitraries.of("v-1", "v-2", "v-3"), days)
                .as((visit, day) -> new HomeVisitVerified("e", visit, "p-1", from(visit), from(visit).plusSeconds(3600),
                        60, 3000, 1));
        Arbitrary<ElderEvent> struck = Arbitraries.of("v-1", "v-2", "v-3")
                .map(visit -> new HomeVisitStruck("e", visit, "p-1", from(visit), 2));
        return Arbitraries.oneOf(assessed, hardship, residence, born, visits, struck,
                Arbitraries.of(new CareSuspended("e"), new CareResumed("e"), new ElderStandingAsked("e", "b-1"),
                        new ElderDied("e", LocalDate.parse("2023-02-20")), new CareMonthDue("2023-04.320613001", "e")));
    }

    private static Instant from(String visit) {
        return switch (visit) {
            case "v-1" -> Instant.parse("2023-03-01T01:00:00Z");
            case "v-2" -> Instant.parse("2023-03-31T15:59:59Z");
            default -> Instant.parse("2023-03-31T16:00:00Z");
        };
    }

    private static List<Told<ElderEvent>> numbered(List<Told<ElderEvent>> facts) {
        var all = new ArrayList<Told<ElderEvent>>();
        all.add(new Told<>("e", START.minus(Duration.ofDays(9)),
                new ElderRegistered("e", "H-1", new Personal("x"), LocalDate.parse("1963-03-10"), true,
                        LocalDate.parse("2022-09-20"), new Personal("x"), new Personal("x"))));
        all.add(new Told<>("m", Instant.parse("2023-02-28T16:00:00Z"), new CareMonthDue(MARCH, "e")));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(),
                fact.event() instanceof CareMonthDue ? Instant.parse("2023-03-31T16:00:00Z") : fact.time(),
                fact.event())));
        return all;
    }
}
