package org.chongshan.organisations.organisation;

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
import org.chongshan.events.organisations.AnnualCheck;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.Grantor;
import org.chongshan.events.organisations.IncubationMilestone;
import org.chongshan.events.organisations.OrganisationEvent;
import org.chongshan.events.organisations.OrganisationEvent.AnnualCheckConcluded;
import org.chongshan.events.organisations.OrganisationEvent.AnnualReportFiled;
import org.chongshan.events.organisations.OrganisationEvent.ExcellentCaseNamed;
import org.chongshan.events.organisations.OrganisationEvent.IncubationMilestoneReached;
import org.chongshan.events.organisations.OrganisationEvent.InvestigationClosed;
import org.chongshan.events.organisations.OrganisationEvent.InvestigationOpened;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationDissolved;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationRegistered;
import org.chongshan.events.organisations.OrganisationEvent.RatingConfirmed;
import org.chongshan.events.organisations.OrganisationEvent.TeamIncubated;
import org.chongshan.events.organisations.OrganisationKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of an organisation counts as of its own time, in whatever order it is heard. */
class OrganisationAnyOrderTest {
    private static final Instant START = Instant.parse("2023-02-01T00:00:00Z");

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<OrganisationEvent>> one, List<Told<OrganisationEvent>> other) {}

    @Property(tries = 300)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        var decider = new OrganisationDecider();
        assertThat(AnyOrder.left(decider, orders.other())).isEqualTo(AnyOrder.left(decider, orders.one()));
    }

    @Property(tries = 300)
    void every_deadline_that_has_passed_is_told_and_falls_silent(@ForAll("orders") TwoOrders orders) {
        var now = Instant.parse("2031-01-01T00:00:00Z");
        var left = AnyOrder.leftByTheClock(new OrganisationDecider(), orders.other(), now);
        assertThat(left.deadlines().values()).allMatch(due -> !due.isBefore(now));
        assertThat(AnyOrder.stored(left)).isLessThan(10_000);
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var events = Arbitraries.<OrganisationEvent>of(entry("菊社", "2019-06-01"), entry("菊馨社", "2022-08-01"),
                new TeamIncubated("O-1", "舞梦春华", "aide", 10, new Personal("杨")),
                new TeamIncubated("O-1", "舞梦", "aide", 12, new Personal("杨")),
                new IncubationMilestoneReached("O-1", IncubationMilestone.RULES_ADOPTED, 20, 30),
                new AnnualReportFiled("O-1", 2021), new AnnualReportFiled("O-1", 2022),
                new AnnualCheckConcluded("O-1", 2021, AnnualCheck.FAILED),
                new AnnualCheckConcluded("O-1", 2021, AnnualCheck.QUALIFIED), new InvestigationOpened("O-1", "I-1"),
                new InvestigationClosed("O-1", "I-1"), new ExcellentCaseNamed("O-1", Grantor.CITY, 2023),
                new RatingConfirmed("O-1", "R-1", Grade.A2, LocalDate.parse("2023-02-02")),
                new RatingConfirmed("O-1", "R-2", Grade.A3, LocalDate.parse("2023-02-02")),
                new OrganisationDissolved("O-1", new Confidential("Nobody is left.")));
        var times = Arbitraries.integers().between(0, 9).map(day -> START.plus(Duration.ofDays(day)));
        return Combinators.combine(events, times).as((event, time) -> new Told<>("", time, event)).list().ofMaxSize(12)
                .map(OrganisationAnyOrderTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static OrganisationRegistered entry(String name, String on) {
        return new OrganisationRegistered("O-1", "52320613MJA123456J", OrganisationKind.SERVICE_INSTITUTION, name,
                LocalDate.parse(on), new Personal("杨"));
    }

    private static List<Told<OrganisationEvent>> numbered(List<Told<OrganisationEvent>> facts) {
        var all = new ArrayList<Told<OrganisationEvent>>();
        all.add(new Told<>("e", START, entry("x", "2020-01-01")));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(), fact.time(), fact.event())));
        return all;
    }
}
