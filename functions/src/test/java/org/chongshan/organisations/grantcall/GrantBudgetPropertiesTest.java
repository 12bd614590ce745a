package org.chongshan.organisations.grantcall;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.Context;
import org.chongshan.core.Decision.Become;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.GrantCallEvent;
import org.chongshan.events.organisations.GrantCallEvent.AwardDecided;
import org.chongshan.events.organisations.GrantCallEvent.AwardReleased;
import org.chongshan.events.organisations.GrantCallEvent.GrantCallOpened;
import org.chongshan.events.organisations.GrantCallEvent.ObjectionAnswered;
import org.chongshan.events.organisations.GrantCallEvent.ObjectionRaised;
import org.chongshan.events.organisations.GrantCallEvent.ProposalTakenBack;
import org.chongshan.events.organisations.GrantCallEvent.ProposalsRanked;
import org.chongshan.events.organisations.GrantCallEvent.ShortlistPublished;
import org.chongshan.events.organisations.GrantTier;
import org.chongshan.events.organisations.ProposalEvent.AwardGranted;
import org.chongshan.events.organisations.RankedProposal;
import org.chongshan.events.organisations.ServiceField;
import org.chongshan.events.organisations.Shortlisting;
import org.chongshan.shell.ReferenceData;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Awards, releases, objections and withdrawals in any order and repetition: never more than the budget, never twice. */
class GrantBudgetPropertiesTest {
    private static final int PROPOSALS = 6;
    private static final Instant PUBLISHED = Instant.parse("2023-05-04T02:00:00Z");
    private static final Instant DURING = Instant.parse("2023-05-05T02:00:00Z");
    private static final Instant AFTER = Instant.parse("2023-05-20T02:00:00Z");

    /** What is done, to which proposal. */
    private record Step(int what, int proposal) {}

    @Property(tries = 300)
    void no_order_of_what_is_done_awards_more_than_the_budget_or_one_proposal_twice(
            @ForAll("amounts") List<Long> amounts, @ForAll("budgets") long budgetFen,
            @ForAll("steps") List<Step> steps) {
        var call = published(amounts, budgetFen);
        var bound = new HashMap<String, Long>();
        var everAwarded = new HashSet<String>();
        for (var step : steps) {
            var proposal = "P-" + step.proposal();
            var become = decided(call, event(step, amounts), step.what() == 2 ? DURING : AFTER);
            if (become == null) {
                continue;
            }
            call = become.state();
            for (var event : become.emitted()) {
                if (event instanceof AwardGranted granted) {
                    assertThat(everAwarded.add(granted.proposal())).as("awarded once").isTrue();
                    bound.put(granted.proposal(), granted.amountFen());
                }
            }
            if (step.what() == 1) {
                bound.remove(proposal);
            }
            assertThat(call.awardedFen()).isEqualTo(bound.values().stream().mapToLong(Long::longValue).sum())
                    .isLessThanOrEqualTo(budgetFen);
        }
    }

    private static GrantCallEvent event(Step step, List<Long> amounts) {
        var proposal = "P-" + step.proposal();
        return switch (step.what()) {
            case 0 -> new AwardDecided("C-1", proposal, amounts.get(step.proposal()));
            case 1 -> new AwardReleased("C-1", proposal);
            case 2 -> new ObjectionRaised("C-1", "W-" + proposal, proposal, new Personal("No."));
            case 3 -> new ObjectionAnswered("C-1", "W-" + proposal, step.proposal() % 2 == 0, new Confidential("So."));
            default -> new ProposalTakenBack("C-1", proposal);
        };
    }

    private static GrantCall published(List<Long> amounts, long budgetFen) {
        var decider = new GrantCallDecider();
        var until = Instant.parse("2023-03-31T09:00:00Z");
        var opened = new GrantCallOpened("C-1", "x", GrantTier.STREET, Set.of(ServiceField.OTHER), budgetFen, 1,
                budgetFen, null, until);
        var call = ((Become<GrantCall>) decider.begin("C-1", opened,
                context(Instant.parse("2023-03-02T02:00:00Z"), "a"))).state();
        var ranking = IntStream.range(0, PROPOSALS)
                .mapToObj(i -> new RankedProposal("P-" + i, "O-" + i, 1_000, 9000 - i, 3)).toList();
        call = ((Become<GrantCall>) decider.decide(call, new ProposalsRanked("C-1", ranking), context(PUBLISHED, "a")))
                .state();
        var list = IntStream.range(0, PROPOSALS).mapToObj(i -> new Shortlisting("P-" + i, amounts.get(i))).toList();
        return ((Become<GrantCall>) decider.decide(call, new ShortlistPublished("C-1", list, List.of()),
                context(PUBLISHED, "a"))).state();
    }

    private static @Nullable Become<GrantCall> decided(GrantCall call, GrantCallEvent event, Instant time) {
        return new GrantCallDecider().decide(call, event,
                context(time, time.equals(DURING) ? "o" : "b")) instanceof Become<GrantCall> become ? become : null;
    }

    private static Context context(Instant time, String actor) {
        return new Context("E", time, time, actor, Role.STREET, "320613001", ReferenceData.policy().at(time),
                ReferenceData.workingDays());
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 1_000).list().ofSize(PROPOSALS);
    }

    @Provide
    Arbitrary<Long> budgets() {
        return Arbitraries.longs().between(1_000, 4_000);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var whats = Arbitraries.of(0, 0, 0, 1, 2, 3, 4);
        return Combinators.combine(whats, Arbitraries.integers().between(0, PROPOSALS - 1)).as(Step::new).list()
                .ofMaxSize(40);
    }
}
