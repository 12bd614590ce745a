package org.chongshan.eldercare.economicstanding;

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
import org.chongshan.events.eldercare.EconomicHardship;
import org.chongshan.events.eldercare.EconomicStandingEvent;
import org.chongshan.events.eldercare.EconomicStandingEvent.ElderListed;
import org.chongshan.events.eldercare.EconomicStandingEvent.HouseholdHardshipStated;
import org.chongshan.events.eldercare.ElderEvent.HardshipStated;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.economicstanding.EconomicStandingRule.*;

/** What relief says of a household reaches the old people in it. */
class EconomicStandingTest {
    private static final String JANUARY = "2023-01-05T04:00:00Z";
    private static final String MARCH = "2023-03-05T04:00:00Z";
    private static final HouseholdHardshipStated RECOGNISED = new HouseholdHardshipStated("H-1",
            EconomicHardship.DESTITUTE);
    private static final HouseholdHardshipStated EXPIRED = new HouseholdHardshipStated("H-1",
            EconomicHardship.TO_VERIFY);

    @Test
    void an_elder_hears_what_was_said_before_and_what_is_said_from_then_on() {
        given(new EconomicStandingDecider()).when(new ElderListed("H-1", "e")).thenEarly(NOTHING_STATED_YET).at(JANUARY)
                .when(RECOGNISED).then(HARDSHIP_STATED).when(new ElderListed("H-1", "e"))
                .then(ELDER_TOLD, new HardshipStated("e", "H-1", EconomicHardship.DESTITUTE, Instant.parse(JANUARY)))
                .at(MARCH).when(EXPIRED).then(HARDSHIP_STATED,
                        new HardshipStated("e", "H-1", EconomicHardship.TO_VERIFY, Instant.parse(MARCH)));
    }

    @Test
    void a_household_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = given(new EconomicStandingDecider()).happened(RECOGNISED);
        for (int i = 0; i < 60; i++) {
            full.at("2023-03-05T04:%02d:00Z".formatted(i)).happened(EXPIRED);
        }
        for (int i = 0; i < EconomicStanding.MOST_ELDERS; i++) {
            full.happened(new ElderListed("H-1", "%048d".formatted(i)));
        }
        full.when(new ElderListed("H-1", "one-more")).thenRefused(TOO_MANY_ELDERS);
        assertThat(AnyOrder.stored(full.state())).isBetween(3_000, 20_000);
    }

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<EconomicStandingEvent>> one, List<Told<EconomicStandingEvent>> other) {}

    @Property(tries = 300)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record_and_every_elder_has_heard_all(
            @ForAll("orders") TwoOrders orders) {
        var decider = new EconomicStandingDecider();
        var left = AnyOrder.left(decider, orders.one());
        assertThat(AnyOrder.left(decider, orders.other())).isEqualTo(left);
        for (var elder : left.elders()) {
            var heard = AnyOrder.emitted(decider, orders.other()).stream().map(HardshipStated.class::cast)
                    .filter(told -> told.elder().equals(elder)).map(HardshipStated::since).distinct().toList();
            assertThat(heard).containsExactlyInAnyOrderElementsOf(
                    left.hardship().all().stream().map(fact -> fact.at()).distinct().toList());
        }
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        Arbitrary<EconomicStandingEvent> stated = Arbitraries.of(EconomicHardship.class)
                .map(hardship -> new HouseholdHardshipStated("H-1", hardship));
        Arbitrary<EconomicStandingEvent> listed = Arbitraries.of("a", "b").map(elder -> new ElderListed("H-1", elder));
        var times = Arbitraries.integers().between(0, 9).map(day -> Instant.parse(JANUARY).plus(Duration.ofDays(day)));
        return Combinators.combine(Arbitraries.oneOf(stated, listed), times)
                .as((event, time) -> new Told<>("", time, event)).list().ofMaxSize(9)
                .map(EconomicStandingTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<EconomicStandingEvent>> numbered(List<Told<EconomicStandingEvent>> facts) {
        var all = new ArrayList<Told<EconomicStandingEvent>>();
        all.add(new Told<>("e", Instant.parse(JANUARY), RECOGNISED));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(), fact.time(), fact.event())));
        return all;
    }
}
