package org.chongshan.relief.reliefcase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Decision;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.ReliefCaseEvent;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementReturned;
import org.chongshan.events.relief.ReliefCaseEvent.EconomicFactsStated;
import org.chongshan.events.relief.ReliefCaseEvent.FundHeld;
import org.chongshan.events.relief.ReliefCaseEvent.FundRefused;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApplicationSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApproved;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefCaseDeliberated;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefRejected;
import org.chongshan.events.relief.ReliefCaseEvent.RetroactiveFilingSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefFunded;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefRequested;
import org.chongshan.events.relief.ReliefNotice.DisbursementInstructed;
import org.chongshan.events.relief.Verdict;
import org.chongshan.shell.ReferenceData;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens to a case, in whatever order and by whomever, money goes out under the same conditions. */
class ReliefCasePropertiesTest {
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");
    private static final Confidential WHY = new Confidential("In need.");
    /** What the street may grant a household of one. */
    private static final long LIMIT = 4 * 82_000;

    /**
     * @param by token subject of whoever does it
     * @param as their role
     */
    record Act(ReliefCaseEvent event, String by, Role as) {}

    @Property(tries = 300)
    void money_goes_out_once_at_a_time_for_a_known_household_and_never_by_the_requesters_word_alone_above_the_limit(
            @ForAll("acts") List<Act> acts) {
        var decider = new ReliefCaseDecider();
        ReliefCase relief = null;
        for (var act : acts) {
            var before = relief;
            if (!(decided(decider, before, act) instanceof Decision.Become<ReliefCase> become)) {
                continue;
            }
            relief = become.state();
            for (var emitted : become.emitted()) {
                if (emitted instanceof DisbursementInstructed instructed) {
                    check(before, relief, act, instructed);
                }
            }
        }
    }

    private static void check(@Nullable ReliefCase before, ReliefCase relief, Act act,
            DisbursementInstructed instructed) {
        assertThat(before).isNotNull().extracting(ReliefCase::phase).isNotIn(ReliefCase.Phase.PAYING,
                ReliefCase.Phase.PAID, ReliefCase.Phase.FILED);
        var request = relief.request();
        assertThat(request.hardship()).isNotEqualTo(Hardship.NONE);
        assertThat(instructed.decidedBy()).contains(request.requester());
        if (relief.isUrgent()) {
            assertThat(relief.heads()).isNotNull();
        }
        var decidedByOthers = instructed.decidedBy().stream().filter(actor -> !Actors.same(actor, request.requester()))
                .toList();
        if (decidedByOthers.isEmpty()) {
            assertThat(act.event()).isInstanceOf(FundHeld.class);
            assertThat(request.officer()).isTrue();
            assertThat(request.amountFen()).isLessThanOrEqualTo(LIMIT);
        }
        if (request.amountFen() > LIMIT) {
            assertThat(decidedByOthers).contains("district-1");
        }
    }

    private static Decision<ReliefCase> decided(ReliefCaseDecider decider, @Nullable ReliefCase relief, Act act) {
        var context = new Context("E", NOON, NOON, act.by(), act.as(), "320613001", ReferenceData.policy().at(NOON),
                ReferenceData.workingDays());
        return relief == null ? decider.begin("1", act.event(), context) : decider.decide(relief, act.event(), context);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<ReliefCaseEvent> requests = Combinators
                .combine(Arbitraries.of(Hardship.ILLNESS, Hardship.NONE), Arbitraries.of(LIMIT, LIMIT + 1),
                        Arbitraries.of(true, false))
                .as((hardship, fen, urgent) -> urgent
                        ? new UrgentReliefRequested("1", "H-1", hardship, fen, 20, null, null)
                        : new ReliefApplicationSubmitted("1", "H-1", hardship, fen, 20, null, null));
        Arbitrary<ReliefCaseEvent> verdicts = Combinators
                .combine(Arbitraries.of(Verdict.values()),
                        Arbitraries.of(new TreeSet<>(Set.of("street-1", "street-2")),
                                new TreeSet<>(Set.of("street-2", "district-1"))))
                .as((verdict, members) -> new ReliefCaseDeliberated("1", "K-1", verdict, WHY, members,
                        members.contains("district-1")));
        Arbitrary<ReliefCaseEvent> others = Arbitraries.of(new EconomicFactsStated("1", "H-1", null, 1, null),
                new UrgentReliefConfirmed("1", WHY), new UrgentReliefFunded("1", WHY), new ReliefApproved("1", WHY),
                new ReliefRejected("1", WHY), new FundHeld("320613001", "1", 1), new FundRefused("320613001", "1", 0),
                new DisbursementConfirmed("C", "1", "320613001", 1, NOON),
                new DisbursementFailed("C", "1", "320613001", 1, FailedBecause.RECEIPT_SAYS_SO),
                new DisbursementFailed("C", "1", "320613001", 1, FailedBecause.CLAIM_ALREADY_PAID),
                new DisbursementReturned("C", "1", "320613001", 1),
                new RetroactiveFilingSubmitted("1", List.of("form-7")));
        Arbitrary<ReliefCaseEvent> events = Arbitraries.frequencyOf(Tuple.of(1, requests), Tuple.of(1, verdicts),
                Tuple.of(4, others));
        Arbitrary<Act> whoever = Combinators
                .combine(events, Arbitraries.of("street-1", "street-2", "grid-1", "district-1"))
                .as((event, by) -> new Act(event, by, Role.ofClaim(by.substring(0, by.indexOf('-')))));
        return Combinators.combine(
                Combinators.combine(requests, Arbitraries.of("street-1", "grid-1"))
                        .as((event, by) -> new Act(event, by, Role.ofClaim(by.substring(0, by.indexOf('-'))))),
                whoever.list().ofMinSize(5).ofMaxSize(30)).as((first, then) -> {
                    var all = new ArrayList<>(List.of(first));
                    all.addAll(then);
                    return all;
                });
    }
}
