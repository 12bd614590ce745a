package org.chongshan.relief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Deadlines;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.IdentityNumbers;
import org.chongshan.core.Status.Sight;
import org.chongshan.events.Confidential;
import org.chongshan.events.Event;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.relief.*;
import org.chongshan.events.relief.ConsultationEvent.*;
import org.chongshan.events.relief.HouseholdEvent.*;
import org.chongshan.events.relief.LeadEvent.*;
import org.chongshan.events.relief.PersonEvent.*;
import org.chongshan.events.relief.ReferralEvent.*;
import org.chongshan.events.relief.ReliefCaseEvent.*;
import org.chongshan.events.relief.ReserveFundEvent.*;
import org.chongshan.events.relief.ResourceEvent.*;
import org.chongshan.events.relief.SubsidyCycleEvent.*;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every status of every aggregate of relief is walked to, by events and by the clock: it has ended and waits for nothing, or a
 * deadline states it when it stays, or it stands in a list that somebody reads who can do something. No deadline is told for ever.
 */
class EveryStatusIsInSightTest {
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2023-03-02");
    private static final String STREET = "320613001";
    private static final Confidential WHY = new Confidential("In need.");
    /** Enough of those that stand alike. */
    private static final int ALIKE = 15;

    /** What somebody does. */
    record Step(Event event, String by, Role as) {}

    private static Step step(Event event, String by, Role as) {
        return new Step(event, by, as);
    }

    private static Step street(Event event) {
        return step(event, "street-1", Role.STREET);
    }

    private static Step system(Event event) {
        return step(event, "cause", Role.SYSTEM);
    }

    private static HouseholdRegistered household() {
        return new HouseholdRegistered("1", List
                .of(new Member("M-1", new Personal("葛美云"), new IdentityNumber(IdentityNumbers.of(1)), Relation.HEAD)));
    }

    private static Step facts(int persons, long income, long spending, boolean able, Hardship hardship) {
        return street(new EconomicStatusVerified("1", persons, income, spending, able, able, hardship));
    }

    private static final long LIMIT = 4 * 82_000L;

    /** What may happen to an aggregate of a collection; the first begins it. */
    private static final Map<String, List<Step>> STEPS = Map.of("household",
            List.of(street(household()), facts(1, 0, 0, false, Hardship.NONE), facts(1, 0, 0, true, Hardship.NONE),
                    facts(1, 1_200_000, 0, true, Hardship.NONE), facts(1, 1_200_000, 0, false, Hardship.NONE),
                    facts(1, 5_000_000, 4_000_000, true, Hardship.NONE), facts(1, 9_000_000, 0, true, Hardship.ILLNESS),
                    facts(1, 90_000_000, 0, true, Hardship.NONE), street(new KeyWatchAdded("1", WHY)),
                    street(new HouseholdPlanAdopted("1", 1, List.of(new PlanLine(PlanField.MEDICAL, WHY)),
                            LocalDate.parse("2023-05-01")))),
            "lead",
            List.of(street(new HardshipLeadReported("1", "H", Hardship.ILLNESS, NOON)),
                    street(new LeadTriaged("1", Triage.URGENT_RELIEF, 5, 1, WHY)),
                    street(new LeadTriaged("1", Triage.REFERRAL, 0, 1, WHY)),
                    street(new LeadTriaged("1", Triage.NO_ACTION, 0, 1, WHY)),
                    system(new ReliefDisbursed("1", "1", "H", 5, NOON)), system(new ReliefReturned("1", "1", "H", 5)),
                    system(new ReliefCaseClosed("1", "1", ClosedBecause.REJECTED))),
            "relief-case", reliefCase(), "reserve-fund",
            List.of(system(new FundHoldRequested("1", "C", 60)), step(new FundOpened("1", 100, 50), "d", Role.DISTRICT),
                    step(new FundReplenished("1", 100), "d", Role.DISTRICT),
                    system(new DisbursementConfirmed("X", "C", "1", 60, NOON)),
                    system(new DisbursementFailed("X", "C", "1", 60, FailedBecause.RECEIPT_SAYS_SO)),
                    system(new DisbursementReturned("X", "C", "1", 60))),
            "person",
            List.of(system(new MemberListed("1", "H-1")), system(new MemberListed("1", "H-2")),
                    system(new ListingCleared("1", "H-2")), system(new ListingCleared("1", "H-1"))),
            "consultation",
            List.of(street(new ConsultationConvened("1", List.of("street-1", "street-2", "district-1"))),
                    step(new AttendanceConfirmed("1"), "street-2", Role.STREET),
                    step(new AttendanceConfirmed("1"), "district-1", Role.DISTRICT), street(new CaseTabled("1", "C")),
                    street(new CaseDeliberated("1", "C", Verdict.APPROVE, 3, WHY)),
                    system(new CaseIntroduced("1", "C", "grid-1")), system(new VerdictAccepted("1", "C")),
                    system(new VerdictCameToNothing("1", "C", CameToNothingBecause.TOO_LATE)),
                    street(new VerdictReviewed("1", "C", WHY)), street(new ConsultationClosed("1"))),
            "subsidy-cycle",
            List.of(step(new SubsidyQuarterOpened("2023-Q1." + STREET), "d", Role.DISTRICT),
                    system(new SubsidyQuarterSwept("2023-Q1." + STREET, 1, true)),
                    system(new SubsidyEntitled("2023-Q1." + STREET, "H", Category.DESTITUTE, 1)),
                    system(new SubsidyHandedOver("2023-Q1." + STREET, "H", 1))),
            "resource",
            List.of(street(new ResourcePledged("1", Donor.FIRM, ResourceUnit.PARCEL, 2)),
                    street(new ResourceMatched("1", "X", "H", 1)), street(new ResourceDelivered("1", "X", "R")),
                    street(new ResourceWithdrawn("1", 1, WHY))),
            "referral",
            List.of(street(new ReferralSent("1", "H", "M", Agency.COURT, true, new Personal("Care."), null)),
                    step(new ReferralAccepted("1"), "a", Role.AGENCY),
                    step(new ReferralDeclined("1", WHY), "a", Role.AGENCY), street(new PlacementStarted("1", "F")),
                    street(new PlacementEnded("1", WHY)), street(new FollowUpRecorded("1", new Personal("Well.")))));

    private static List<Step> reliefCase() {
        var members = new TreeSet<>(Set.of("street-2", "district-1"));
        var all = new ArrayList<Step>();
        for (var fen : List.of(LIMIT, LIMIT + 1)) {
            all.add(step(new UrgentReliefRequested("1", "H", Hardship.ILLNESS, fen, 1, null, null), "street-1",
                    Role.STREET));
            all.add(step(new ReliefApplicationSubmitted("1", "H", Hardship.ILLNESS, fen, 1, null, null), "grid-1",
                    Role.GRID));
        }
        all.add(system(new EconomicFactsStated("1", "H", Category.DESTITUTE, 1, 1, DAY)));
        all.add(step(new UrgentReliefConfirmed("1", WHY), "district-1", Role.DISTRICT));
        all.add(system(new FundHeld(STREET, "1", LIMIT)));
        all.add(system(new FundRefused(STREET, "1", 0)));
        all.add(step(new UrgentReliefFunded("1", WHY), "district-1", Role.DISTRICT));
        all.add(step(new ReliefApproved("1", WHY), "street-2", Role.STREET));
        all.add(step(new ReliefApproved("1", WHY), "district-1", Role.DISTRICT));
        all.add(step(new ReliefRejected("1", WHY), "street-2", Role.STREET));
        all.add(step(new ReliefRejected("1", WHY), "district-1", Role.DISTRICT));
        all.add(system(new CaseIntroductionRequested("1", "K")));
        all.add(system(new ReliefCaseDeliberated("1", "K", Verdict.APPROVE, WHY, members, true)));
        all.add(system(new DisbursementConfirmed("X", "1", STREET, LIMIT, NOON)));
        all.add(system(new DisbursementFailed("X", "1", STREET, LIMIT, FailedBecause.RECEIPT_SAYS_SO)));
        all.add(system(new DisbursementFailed("X", "1", STREET, LIMIT, FailedBecause.CLAIM_ALREADY_PAID)));
        all.add(system(new DisbursementReturned("X", "1", STREET, LIMIT)));
        all.add(step(new RetroactiveFilingSubmitted("1", List.of("form-7")), "street-1", Role.STREET));
        return all;
    }

    static Stream<Collection<?, ?>> collections() {
        return Relief.FUNCTIONS.collections().stream().map(collection -> (Collection<?, ?>) collection);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void every_status_is_reached_and_has_ended_is_timed_or_stands_in_a_list(Collection<?, ?> collection) {
        var reached = new LinkedHashSet<>();
        walk(collection, state -> {
            reached.add(state.status());
            var sight = state.status().sight();
            if (sight == Sight.DEADLINE) {
                assertThat(!state.deadlines().isEmpty() || !state.lists().isEmpty())
                        .as("%s has neither a deadline nor a list: %s", state.status(), state).isTrue();
            } else if (sight == Sight.ENDED) {
                assertThat(state.deadlines()).as("%s has ended", state.status()).isEmpty();
            }
        });
        var all = new ArrayList<>(collection.statuses());
        // The margin is a switch of the policy, off as it is shipped: CategoriesTest turns it on.
        all.removeIf(status -> collection.name().equals("household") && status.name().equals("DESTITUTE_MARGIN"));
        assertThat(reached).as("of " + collection.name()).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void every_deadline_ends_or_moves_on(Collection<?, ?> collection) {
        var met = new HashSet<>();
        walk(collection, state -> {
            met.addAll(state.deadlines().keySet());
            toTheEnd(collection, state);
        });
        assertThat(met).as("of " + collection.name()).containsExactlyInAnyOrderElementsOf(collection.deadlines());
    }

    @ParameterizedTest
    @MethodSource("collections")
    void a_list_is_read_by_somebody_who_can_do_something(Collection<?, ?> collection) {
        var workedThrough = collection.statuses().stream().anyMatch(status -> status.sight() == Sight.LIST)
                || !collection.lists().isEmpty();
        assertThat(!workedThrough || collection.readers().contains(Role.STREET)
                || collection.readers().contains(Role.DISTRICT)).isTrue();
    }

    private static <S extends Aggregate, E extends Event> void walk(Collection<S, E> collection,
            Consumer<Aggregate> look) {
        var steps = STEPS.get(collection.name());
        assertThat(steps).as("what may happen to a " + collection.name() + " has no example here").isNotNull();
        var decider = collection.newDecider();
        var seen = new HashSet<S>();
        var alike = new HashMap<Object, Integer>();
        var left = new ArrayDeque<S>();
        Consumer<Decision<S>> next = decision -> {
            if (decision instanceof Decision.Become<S> become && seen.add(become.state())) {
                var state = become.state();
                if (alike.merge(List.of(state.status(), state.lists().keySet(), state.deadlines().keySet()), 1,
                        Integer::sum) <= ALIKE) {
                    look.accept(state);
                    left.add(state);
                }
            }
        };
        for (int i = 0; i < steps.size(); i++) {
            next.accept(decider.begin("1", event(collection, steps.get(i)), context("E-" + i, NOON, steps.get(i))));
        }
        while (!left.isEmpty()) {
            var state = left.poll();
            for (int i = 0; i < steps.size(); i++) {
                next.accept(
                        decider.decide(state, event(collection, steps.get(i)), context("E-" + i, NOON, steps.get(i))));
            }
            var due = state.due();
            if (due != null) {
                next.accept(Deadlines.reached(decider, state, context("clock", due, system(steps.getFirst().event()))));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <S extends Aggregate, E extends Event> E event(Collection<S, E> collection, Step step) {
        assertThat(collection.accepts()).contains(step.event().getClass());
        return (E) step.event();
    }

    @SuppressWarnings("unchecked")
    private static <S extends Aggregate, E extends Event> void toTheEnd(Collection<S, E> collection, Aggregate from) {
        var decider = (Decider<Aggregate, E>) collection.newDecider();
        var state = from;
        for (var due = state.due(); due != null;) {
            state = Deadlines.reached(decider, state,
                    context("clock", due, system(STEPS.get(collection.name()).getFirst().event()))).state();
            assertThat(state.due()).as("told at %s, and due again", due).satisfiesAnyOf(
                    again -> assertThat(again).isNull(), again -> assertThat(again).isAfter(from.due()));
            due = state.due();
            if (due != null && due.isAfter(NOON.plusSeconds(10L * 365 * 86_400))) {
                return;
            }
        }
    }

    private static Context context(String id, Instant time, Step step) {
        return new Context(id, time, time, step.by(), step.as(), STREET, ReferenceData.policy().at(time),
                ReferenceData.workingDays());
    }
}
