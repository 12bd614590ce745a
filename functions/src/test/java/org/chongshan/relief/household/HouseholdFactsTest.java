package org.chongshan.relief.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Facts;
import org.chongshan.core.Given;
import org.chongshan.core.IdentityNumbers;
import org.chongshan.events.Confidential;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.EconomicStatusVerified;
import org.chongshan.events.relief.HouseholdEvent.GridVisitRecorded;
import org.chongshan.events.relief.HouseholdEvent.HouseholdDuplicateSuspected;
import org.chongshan.events.relief.HouseholdEvent.HouseholdPlanAdopted;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.HouseholdEvent.KeyWatchAdded;
import org.chongshan.events.relief.HouseholdEvent.KeyWatchRemoved;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.SubsidyDelivered;
import org.chongshan.events.relief.HouseholdEvent.SubsidyDue;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.PlanField;
import org.chongshan.events.relief.PlanLine;
import org.chongshan.events.relief.Relation;
import org.chongshan.events.relief.ReliefCaseEvent.EconomicFactsStated;
import org.chongshan.events.relief.ReliefNotice.CategoryDecided;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.relief.household.HouseholdRule.*;

/** What is known of a household, in whatever order it is heard of; what it tells a case; and how large its record grows. */
class HouseholdFactsTest {
    private static final HouseholdRegistered REGISTERED = registered(2);
    private static final Instant FIRST = Instant.parse("2023-01-05T04:00:00Z");
    private static final LocalDate STRUCK = LocalDate.parse("2023-01-03");
    private static final Instant NOW = Instant.parse("2023-09-01T00:00:00Z");

    private static HouseholdRegistered registered(int members) {
        return new HouseholdRegistered("1", IntStream.range(0, members).mapToObj(number -> new Member(id(number),
                new Personal("葛美云"), new IdentityNumber(IdentityNumbers.of(1)), Relation.HEAD)).toList());
    }

    private static String id(int number) {
        return "%0100d".formatted(number);
    }

    private static EconomicStatusVerified poor(int persons) {
        return new EconomicStatusVerified("1", persons, 0, 0, false, false, Hardship.NONE);
    }

    private static EconomicFactsRequested asks(String reliefCase, boolean urgent) {
        return new EconomicFactsRequested("1", reliefCase, urgent, Hardship.ILLNESS, STRUCK, STRUCK);
    }

    private static Given<Household, HouseholdEvent> household() {
        return given(new HouseholdDecider()).at("2023-03-02T04:00:00Z").happened(REGISTERED);
    }

    @Test
    void an_urgent_case_is_answered_at_once_with_what_is_known() {
        var asks = asks("C", true);
        household().when(asks).then(KNOWN_FACTS_STATED, new EconomicFactsStated("C", "1", null, 2, null, STRUCK))
                .happened(poor(3)).when(asks)
                .then(KNOWN_FACTS_STATED, new EconomicFactsStated("C", "1", Category.DESTITUTE, 2, 3, STRUCK))
                .at("2024-03-03T04:00:00Z").when(asks)
                .then(KNOWN_FACTS_STATED, new EconomicFactsStated("C", "1", null, 2, null, STRUCK));
    }

    @Test
    void an_ordinary_case_is_answered_when_facts_are_verified_that_hold_when_it_asks() {
        household().at("2023-03-02T04:00:00Z").when(asks("C", false)).then(FACTS_AWAITED).at("2022-01-01T04:00:00Z")
                .when(poor(3)).then(DESTITUTE, new CategoryDecided("1", Category.DESTITUTE)).at("2022-04-01T04:00:00Z")
                .when(poor(4))
                .then(DESTITUTE, new CategoryDecided("1", Category.DESTITUTE),
                        new EconomicFactsStated("C", "1", Category.DESTITUTE, 2, 4, STRUCK))
                .at("2023-03-03T04:00:00Z").when(asks("D", false))
                .then(FACTS_STATED, new EconomicFactsStated("D", "1", Category.DESTITUTE, 2, 4, STRUCK));
    }

    @Test
    void so_many_cases_await_the_facts_and_no_more() {
        var household = household();
        for (int asking = 0; asking < Household.MOST_ASKING; asking++) {
            household.happened(asks("C-" + asking, false));
        }
        household.when(asks("D", false)).thenRefused(ASKED_BY_TOO_MANY).happened(poor(1))
                .and(one -> assertThat(one.asking()).isEmpty());
    }

    @Test
    void of_facts_verified_at_one_instant_the_event_with_the_later_id_counts() {
        List<Told<HouseholdEvent>> told = List.of(new Told<>("a", FIRST, REGISTERED), new Told<>("b", FIRST, poor(1)),
                new Told<>("c", FIRST, poor(2)));
        assertThat(AnyOrder.left(new HouseholdDecider(), told).standing().persons()).isEqualTo(2);
        assertThat(AnyOrder.left(new HouseholdDecider(), told.reversed()).standing().persons()).isEqualTo(2);
    }

    /** Some facts of a household, and two orders in which they may be heard of. */
    @Provide
    Arbitrary<Tuple2<List<Told<HouseholdEvent>>, List<Told<HouseholdEvent>>>> twoOrders() {
        var visit = Arbitraries.of(Hardship.NONE, Hardship.ILLNESS)
                .<HouseholdEvent>map(found -> new GridVisitRecorded("1", found, new Personal("")));
        var grounds = new Confidential("Lives alone.");
        var watched = Arbitraries.<HouseholdEvent>of(new KeyWatchAdded("1", grounds));
        var unwatched = Arbitraries.<HouseholdEvent>of(new KeyWatchRemoved("1", grounds));
        var verified = Arbitraries.integers().between(1, 5)
                .<HouseholdEvent>map(persons -> new EconomicStatusVerified("1", persons, persons * 1_000_000L, 0, false,
                        false, Hardship.NONE));
        var relieved = Arbitraries.longs().between(1, 9)
                .<HouseholdEvent>map(fen -> new ReliefDisbursed("C", "C", "1", fen, FIRST));
        var asked = Arbitraries.integers().between(1, 9)
                .<HouseholdEvent>map(number -> asks("C-" + number, number % 2 == 0));
        var hours = Arbitraries.longs().between(-1_000, 5_000);
        return Combinators.combine(Arbitraries.oneOf(visit, watched, unwatched, verified, relieved, asked), hours)
                .as((event, hour) -> Tuple.of(event, FIRST.plusSeconds(hour / 5 * 5 * 3_600))).list().ofMaxSize(25)
                .map(HouseholdFactsTest::numbered)
                .flatMap(told -> Combinators.combine(AnyOrder.of(told), AnyOrder.of(told)).as(Tuple::of));
    }

    private static List<Told<HouseholdEvent>> numbered(List<Tuple2<HouseholdEvent, Instant>> events) {
        return IntStream.rangeClosed(0, events.size())
                .mapToObj(number -> number == 0
                        ? new Told<HouseholdEvent>("event 0", FIRST, REGISTERED)
                        : new Told<>("event " + number, events.get(number - 1).get2(), events.get(number - 1).get1()))
                .toList();
    }

    @Property
    void facts_in_any_order_leave_the_same(
            @ForAll("twoOrders") Tuple2<List<Told<HouseholdEvent>>, List<Told<HouseholdEvent>>> orders) {
        assertThat(facts(AnyOrder.left(new HouseholdDecider(), orders.get1())))
                .isEqualTo(facts(AnyOrder.left(new HouseholdDecider(), orders.get2())));
    }

    /** Without what cases were told, which is decided upon what was known. */
    private static Household facts(Household household) {
        return household.struck(new Struck(household.struck().known(), List.of()));
    }

    @Property
    void whatever_the_clock_told_meanwhile_the_same_is_overdue_and_expired_in_the_end(
            @ForAll("twoOrders") Tuple2<List<Told<HouseholdEvent>>, List<Told<HouseholdEvent>>> orders) {
        var one = AnyOrder.leftByTheClock(new HouseholdDecider(), orders.get1(), NOW);
        var other = AnyOrder.leftByTheClock(new HouseholdDecider(), orders.get2(), NOW);
        assertThat(one.keyWatch()).isEqualTo(other.keyWatch());
        assertThat(one.standing()).isEqualTo(other.standing());
        assertThat(one.lists()).isEqualTo(other.lists());
        assertThat(one.deadlines().values()).allMatch(due -> !due.isBefore(NOW));
    }

    @Test
    void a_household_grown_to_every_limit_stays_below_a_hundred_kilobytes() {
        var household = given(new HouseholdDecider()).at("2023-03-02T04:00:00Z").happened(registered(20));
        for (int asking = 0; asking < Household.MOST_ASKING; asking++) {
            household.happened(asks(id(asking), false));
        }
        var sealed = "x".repeat(3_000);
        household.at("2023-03-02T04:00:00Z")
                .happened(new HouseholdPlanAdopted("1", 1,
                        java.util.Collections.nCopies(12, new PlanLine(PlanField.MEDICAL, new Confidential(sealed))),
                        LocalDate.parse("2023-06-01")));
        for (int said = 0; said < 3 * Facts.KEPT; said++) {
            household.happened(said % 2 == 0
                    ? new KeyWatchAdded("1", new Confidential("why"))
                    : new KeyWatchRemoved("1", new Confidential("why")));
        }
        household.happened(new KeyWatchAdded("1", new Confidential("why")));
        for (int month = 0; month < 3 * Struck.TOLD_KEPT; month++) {
            var day = STRUCK.plusDays(31L * month);
            household.happened(new EconomicFactsRequested("1", id(month), true, Hardship.UNEMPLOYMENT, day, day));
        }
        household.at("2021-01-02T04:00:00Z").happened(poor(20)).and(one -> assertThat(one.asking()).isNotEmpty());
        quarters(household, 2_000,
                cycle -> household.happened(new SubsidyDue(cycle, "1"), new SubsidyDelivered(cycle, "1", id(1))));
        for (int other = 0; other < 200; other++) {
            household.when(new HouseholdDuplicateSuspected("1", "%048d".formatted(other), id(other), other >= 100));
        }
        quarters(household, 2_100, cycle -> household.happened(new SubsidyDue(cycle, "1")));
        household.and(one -> assertThat(one.suspicions()).isEqualTo(100))
                .and(one -> assertThat(one.asking()).hasSize(Household.MOST_ASKING))
                .and(one -> assertThat(one.subsidies()).hasSize(Household.QUARTERS_KEPT))
                .and(one -> assertThat(one.subsidiesWaiting()).hasSize(Household.QUARTERS_KEPT))
                .and(one -> assertThat(one.watch().all()).hasSize(Facts.KEPT))
                .and(one -> assertThat(one.struck().known().all()).hasSize(Facts.KEPT))
                .and(one -> assertThat(one.struck().told()).hasSize(Struck.TOLD_KEPT));
        assertThat(AnyOrder.stored(household.state())).isBetween(60_000, 100_000);
    }

    private static void quarters(Given<Household, HouseholdEvent> household, int from,
            java.util.function.Consumer<String> each) {
        for (int quarter = 0; quarter < Household.QUARTERS_KEPT + 3; quarter++) {
            each.accept("%d-Q%d.320613001".formatted(from + quarter / 4, quarter % 4 + 1));
        }
    }
}
