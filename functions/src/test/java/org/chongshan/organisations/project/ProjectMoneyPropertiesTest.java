package org.chongshan.organisations.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.Context;
import org.chongshan.core.Deadlines;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.EvaluationOutcome;
import org.chongshan.events.organisations.GrantNotice.TranchePaymentOrdered;
import org.chongshan.events.organisations.OrganisationEvent.GrantProjectStated;
import org.chongshan.events.organisations.PeopleReached;
import org.chongshan.events.organisations.ProjectEvent;
import org.chongshan.events.organisations.ProjectEvent.AccountsSettled;
import org.chongshan.events.organisations.ProjectEvent.AgreementSigned;
import org.chongshan.events.organisations.ProjectEvent.MilestoneEvaluated;
import org.chongshan.events.organisations.ProjectEvent.MoneyReturned;
import org.chongshan.events.organisations.ProjectEvent.ProgressReported;
import org.chongshan.events.organisations.ProjectEvent.ProjectAwarded;
import org.chongshan.events.organisations.ProjectEvent.ProjectResumed;
import org.chongshan.events.organisations.ProjectEvent.ProjectStopped;
import org.chongshan.events.organisations.ProjectEvent.TrancheApproved;
import org.chongshan.events.organisations.ProjectEvent.TranchePaid;
import org.chongshan.events.organisations.ProjectEvent.TranchePaymentFailed;
import org.chongshan.events.organisations.Recipient;
import org.chongshan.events.organisations.ReportStage;
import org.chongshan.events.organisations.ServiceField;
import org.chongshan.events.organisations.StoppedBecause;
import org.chongshan.organisations.project.Project.Status;
import org.chongshan.shell.ReferenceData;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes, in any order and repetition: no more is disbursed than awarded, no more has come back than was disbursed. */
class ProjectMoneyPropertiesTest {
    private static final Confidential GROUNDS = new Confidential("So.");
    private static final Instant NOW = Instant.parse("2023-05-20T02:00:00Z");

    /** What happens, with a number of its own. */
    private record Step(int what, int number) {}

    @Property(tries = 400)
    void no_order_disburses_more_than_was_awarded_or_takes_back_more_than_was_disbursed(
            @ForAll @LongRange(min = 1, max = 5_000_000) long awardedFen, @ForAll("steps") List<Step> steps) {
        var project = begun(awardedFen);
        var ordered = new HashMap<String, Long>();
        var statement = 1;
        var settled = false;
        for (var step : steps) {
            var decision = step.what() == 11 ? reached(project) : decided(project, event(project, step), step.what());
            if (!(decision instanceof Become<Project> become)) {
                continue;
            }
            project = become.state();
            for (var event : become.emitted()) {
                if (event instanceof TranchePaymentOrdered order) {
                    var before = ordered.put(order.claim(), order.amountFen());
                    assertThat(before == null || before == order.amountFen()).as("a claim has one amount").isTrue();
                }
                if (event instanceof GrantProjectStated stated) {
                    assertThat(stated.statement()).isEqualTo(++statement);
                    settled = stated.settled();
                }
            }
            var amounts = project.amounts();
            assertThat(amounts.disbursedFen()).isBetween(0L, amounts.awardedFen());
            assertThat(amounts.returnedFen()).isBetween(0L, amounts.disbursedFen());
            assertThat(amounts.owedFen()).isBetween(0L, amounts.disbursedFen());
            assertThat(ordered.values().stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(awardedFen);
            assertThat(settled).as("the organisation knows").isEqualTo(project.hasEnded());
            if (project.status() == Status.SETTLED) {
                assertThat(amounts.returnedFen()).isEqualTo(amounts.owedFen());
            } else {
                assertThat(project.due() != null || !project.lists().isEmpty() || project.course().isOrdered())
                        .as("somebody has it in sight: %s", project).isTrue();
            }
        }
        assertThat(AnyOrder.stored(project)).isLessThan(20_000);
    }

    private static Project begun(long awardedFen) {
        var awarded = new ProjectAwarded("P-1", "C-1", "O-1", new Recipient("菊馨社", "52320613MJA123456J"), "x",
                ServiceField.OTHER, awardedFen, awardedFen, LocalDate.parse("2023-05-15"),
                LocalDate.parse("2023-12-31"), 1, Set.of(), new TreeSet<>(Set.of("d")));
        var begun = ((Become<Project>) new ProjectDecider().begin("P-1", awarded, context("s"))).state();
        var signed = new AgreementSigned("P-1", "A-1", LocalDate.parse("2023-05-20"), LocalDate.parse("2023-08-31"),
                LocalDate.parse("2023-12-15"));
        return ((Become<Project>) new ProjectDecider().decide(begun, signed, context("s"))).state();
    }

    private static ProjectEvent event(Project project, Step step) {
        var number = step.number();
        var tranche = number % 3 + 1;
        var known = project.course().tranches().get(tranche);
        var amountFen = known == null ? 1 : known.amountFen();
        var stage = project.course().hasPassed() ? ReportStage.FINAL : project.course().stage();
        return switch (step.what()) {
            case 0, 1 -> new TrancheApproved("P-1", tranche, amountFen);
            case 2, 3 -> new TranchePaid("P-1", Project.claim("P-1", tranche), amountFen, NOW);
            case 4 -> new TranchePaymentFailed("P-1", Project.claim("P-1", tranche), amountFen);
            case 5 -> new ProgressReported("P-1", stage == null ? ReportStage.FINAL : stage, 1,
                    List.of(new PeopleReached("320613001", number)), GROUNDS);
            case 6 -> new MilestoneEvaluated("P-1", stage == null ? ReportStage.FINAL : stage,
                    number == 0 ? EvaluationOutcome.FAILED : EvaluationOutcome.PASSED, GROUNDS);
            case 7 -> new ProjectStopped("P-1", StoppedBecause.BREACH, GROUNDS);
            case 8 -> new ProjectResumed("P-1", LocalDate.parse("2023-10-31"), GROUNDS);
            case 9 -> new AccountsSettled("P-1", project.amounts().disbursedFen() * (number % 4) / 3, GROUNDS);
            default -> new MoneyReturned("P-1", "R-" + number,
                    Math.max(1, project.amounts().disbursedFen() * (number % 5) / 5));
        };
    }

    private static Decision<Project> decided(Project project, ProjectEvent event, int what) {
        return new ProjectDecider().decide(project, event, context(what == 5 ? "O-1" : what == 6 ? "e" : "s"));
    }

    private static Decision<Project> reached(Project project) {
        var due = project.due();
        return due == null
                ? Decision.refuse(ProjectRule.NOT_AT_THIS_POINT)
                : Deadlines.reached(new ProjectDecider(), project, new Context("clock", due, due, "clock", Role.SYSTEM,
                        "320613001", ReferenceData.policy().at(due), ReferenceData.workingDays()));
    }

    private static Context context(String actor) {
        return new Context("E", NOW, NOW, actor, Role.STREET, "320613001", ReferenceData.policy().at(NOW),
                ReferenceData.workingDays());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var what = Arbitraries.of(0, 1, 2, 3, 4, 5, 5, 6, 6, 7, 8, 9, 9, 10, 10, 11);
        return Combinators.combine(what, Arbitraries.integers().between(0, 9)).as(Step::new).list().ofMaxSize(80);
    }
}
