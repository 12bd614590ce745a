package org.chongshan.organisations.project;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.core.Term;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.EvaluationOutcome;
import org.chongshan.events.organisations.GrantNotice.AccountsOverdue;
import org.chongshan.events.organisations.GrantNotice.AgreementOverdue;
import org.chongshan.events.organisations.GrantNotice.EvaluationOverdue;
import org.chongshan.events.organisations.GrantNotice.MilestonePassed;
import org.chongshan.events.organisations.GrantNotice.MoneyDemanded;
import org.chongshan.events.organisations.GrantNotice.MoneyReturnOverdue;
import org.chongshan.events.organisations.GrantNotice.ProgressReportOverdue;
import org.chongshan.events.organisations.GrantNotice.ProjectStopPublished;
import org.chongshan.events.organisations.GrantNotice.TrancheOverdue;
import org.chongshan.events.organisations.GrantNotice.TranchePaymentOrdered;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanLifted;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanned;
import org.chongshan.events.organisations.OrganisationEvent.GrantProjectStated;
import org.chongshan.events.organisations.PeopleReached;
import org.chongshan.events.organisations.ProjectEvent;
import org.chongshan.events.organisations.ProjectEvent.AccountsSettled;
import org.chongshan.events.organisations.ProjectEvent.AgreementSigned;
import org.chongshan.events.organisations.ProjectEvent.AwardGivenUp;
import org.chongshan.events.organisations.ProjectEvent.EvaluatorNamed;
import org.chongshan.events.organisations.ProjectEvent.MilestoneEvaluated;
import org.chongshan.events.organisations.ProjectEvent.MoneyReturned;
import org.chongshan.events.organisations.ProjectEvent.ProgressReported;
import org.chongshan.events.organisations.ProjectEvent.ProjectAwarded;
import org.chongshan.events.organisations.ProjectEvent.ProjectResumed;
import org.chongshan.events.organisations.ProjectEvent.ProjectStopped;
import org.chongshan.events.organisations.ProjectEvent.ReportExtended;
import org.chongshan.events.organisations.ProjectEvent.TrancheApproved;
import org.chongshan.events.organisations.ProjectEvent.TranchePaid;
import org.chongshan.events.organisations.ProjectEvent.TranchePaymentFailed;
import org.chongshan.events.organisations.ProposalEvent.AwardLapsed;
import org.chongshan.events.organisations.ReportStage;
import org.chongshan.events.organisations.StoppedBecause;
import org.chongshan.organisations.OrganisationsParameter;
import org.chongshan.organisations.project.Course.Accounts;
import org.chongshan.organisations.project.Course.Agreement;
import org.chongshan.organisations.project.Course.Stop;
import org.chongshan.organisations.project.Milestone.Report;
import org.chongshan.organisations.project.Project.Award;
import org.chongshan.organisations.project.Project.Due;
import org.chongshan.organisations.project.Project.Status;
import org.chongshan.organisations.project.Tranche.State;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.organisations.project.ProjectRule.*;

/**
 * Projects: what is paid is what was awarded at most, what comes back is what was paid at most. Whoever must act has the time
 * from when the platform could tell them; the agreement's own day starts the first tranche.
 */
public record ProjectDecider() implements Decider<Project, ProjectEvent> {
    private static final int PERCENT = 100;
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int LAST = 3;
    /** Before the id of a call, in the id of the budget that bears its projects. */
    private static final String BUDGET = "grant-";

    @Override
    public String idOf(ProjectEvent event) {
        return event.project();
    }

    @Override
    public Decision<Project> begin(String id, ProjectEvent event, Context context) {
        return event instanceof ProjectAwarded awarded ? begin(id, awarded, context) : early(PROJECT_UNKNOWN);
    }

    @Override
    public Decision<Project> decide(Project project, ProjectEvent event, Context context) {
        var signed = project.course().agreement() != null;
        return switch (event) {
            case ProjectAwarded _ -> refuse(BEGUN_ONCE);
            case AgreementSigned _ when signed -> refuse(SIGNED_ONCE);
            case AgreementSigned _ when project.status() == Status.GIVEN_UP -> refuse(NOT_AT_THIS_POINT);
            case AgreementSigned agreement -> sign(project, agreement, context);
            case AwardGivenUp _ when signed || project.status() == Status.GIVEN_UP -> refuse(NOT_AT_THIS_POINT);
            case AwardGivenUp _ when context.role() == Role.ORGANISATION && !isOwn(project, context) ->
                refuse(NOT_ONES_OWN);
            case AwardGivenUp _ ->
                told(project, project.course().abandoned(), GIVEN_UP).emit(new AwardLapsed(project.id()));
            case EvaluatorNamed named when Actors.same(named.evaluator(), project.award().organisation()) ->
                refuse(NOT_INDEPENDENT);
            case EvaluatorNamed named ->
                become(project.with(project.course().evaluatedBy(named.evaluator())), EVALUATOR_NAMED);

            case ProjectEvent _ when !signed -> refuse(NOT_AT_THIS_POINT);
            case TrancheApproved approved -> approve(project, approved, context);
            case TranchePaid paid -> pay(project, paid);
            case TranchePaymentFailed failed -> failed(project, failed);
            case ProgressReported reported -> report(project, reported, context);
            case ReportExtended extended -> extend(project, extended, context);
            case MilestoneEvaluated evaluated -> evaluate(project, evaluated, context);
            case ProjectStopped _ when project.course().stop() != null -> refuse(NOT_AT_THIS_POINT);
            case ProjectStopped stopped when stopped.because() == StoppedBecause.BREACH ->
                ban(project, stopped, context);
            case ProjectStopped stopped -> stop(project, stopped.because(), STOPPED, context);
            case ProjectResumed resumed -> resume(project, resumed, context);
            case AccountsSettled accounts -> settle(project, accounts, context);
            case MoneyReturned returned -> takeBack(project, returned);
        };
    }

    @Override
    public Become<Project> reached(Project project, Deadline deadline, Context context) {
        var course = project.course();
        var organisation = project.award().organisation();
        return switch ((Due) deadline) {
            case AGREEMENT -> Decision.<Project>become(project.with(course.agreementStatedLate()), AGREEMENT_LATE)
                    .emit(new AgreementOverdue(project.id(), organisation, context.time()));
            case TRANCHE -> trancheLate(project, context.time());
            case REPORT -> {
                var stage = requireNonNull(course.stage());
                var reasonBy = context.term(context.now(),
                        value(OrganisationsParameter.REPORT_REASON_WORKING_DAYS, context));
                yield Decision
                        .<Project>become(project.with(course.with(stage, milestone(course, stage).overdue(reasonBy))),
                                REPORT_LATE)
                        .emit(new ProgressReportOverdue(project.id(), stage, context.time(), reasonBy.end()));
            }
            case REASON -> stop(project, StoppedBecause.REPORT_MISSING, REPORT_MISSING, context);
            case EVALUATION -> {
                var stage = requireNonNull(course.stage());
                yield Decision.<Project>become(project.with(course.with(stage, milestone(course, stage).statedLate())),
                        EVALUATION_LATE).emit(new EvaluationOverdue(project.id(), stage, context.time()));
            }
            case ACCOUNTS -> Decision.<Project>become(project.with(course.settleStatedLate()), ACCOUNTS_LATE)
                    .emit(new AccountsOverdue(project.id(), context.time()));
            case RETURN -> {
                var accounts = requireNonNull(course.accounts());
                yield Decision
                        .<Project>become(
                                project.with(course
                                        .settled(new Accounts(accounts.acceptedFen(), accounts.returnBy(), true))),
                                RETURN_LATE)
                        .emit(new MoneyReturnOverdue(project.id(), organisation,
                                Math.max(1, course.owedFen() - course.sentBackFen()), context.time()));
            }
        };
    }

    private static Decision<Project> begin(String id, ProjectAwarded awarded, Context context) {
        var award = new Award(awarded.call(), awarded.organisation(), awarded.recipient(), awarded.title(),
                awarded.field(), awarded.requestedFen(), awarded.awardedFen(), awarded.startsOn(), awarded.endsOn(),
                context.date(), awarded.expectedPersonTimes(), awarded.subdistricts(), awarded.decidedBy());
        var by = WorkingDays.endOf(
                WorkingDays.dayOf(context.received()).plusDays(value(OrganisationsParameter.AGREEMENT_DAYS, context)));
        return Decision
                .<Project>become(Project.of(id, context.subdistrict(), award,
                        Course.awarded(by, tranches(awarded.awardedFen(), context)), 1), BEGUN)
                .emit(new GrantProjectStated(awarded.organisation(), id, 1, false));
    }

    /** Each share is rounded down; the last tranche is what is left. */
    private static SortedMap<Integer, Tranche> tranches(long awardedFen, Context context) {
        var first = awardedFen * value(OrganisationsParameter.FIRST_TRANCHE_PERCENT, context) / PERCENT;
        var second = awardedFen * value(OrganisationsParameter.MID_TERM_TRANCHE_PERCENT, context) / PERCENT;
        var all = new TreeMap<Integer, Tranche>();
        Map.of(FIRST, first, SECOND, second, LAST, awardedFen - first - second).forEach((number, amountFen) -> {
            if (amountFen > 0) {
                all.put(number, Tranche.of(amountFen));
            }
        });
        return all;
    }

    private static Decision<Project> sign(Project project, AgreementSigned signed, Context context) {
        if (signed.signedOn().isBefore(project.award().awardedOn())) {
            return refuse(BEFORE_THE_AWARD);
        }
        var reports = new TreeMap<ReportStage, Milestone>();
        reports.put(ReportStage.MID_TERM, Milestone.due(Term.at(WorkingDays.endOf(signed.midTermOn()))));
        reports.put(ReportStage.FINAL, Milestone.due(Term.at(WorkingDays.endOf(signed.finalOn()))));
        var signing = signed.signedOn().atStartOfDay(WorkingDays.ZONE).toInstant();
        return become(
                project.with(project.course().signed(new Agreement(signed.agreement(), signed.signedOn()), reports)
                        .due(FIRST, trancheBy(signing, context))),
                SIGNED);
    }

    private static Decision<Project> approve(Project project, TrancheApproved approved, Context context) {
        var course = project.course();
        if (!course.mayPay(approved.tranche())) {
            return refuse(NOT_DUE);
        }
        var tranche = requireNonNull(course.tranches().get(approved.tranche()));
        if (approved.amountFen() != tranche.amountFen()) {
            return refuse(NOT_THE_SUM);
        }
        if (evaluated(course, approved.tranche(), context.actor())) {
            return refuse(DUTIES_APART);
        }
        var decidedBy = new TreeSet<>(project.award().decidedBy());
        decidedBy.add(context.actor());
        var claim = Project.claim(project.id(), approved.tranche());
        return Decision
                .<Project>become(project.with(course.with(approved.tranche(), tranche.in(State.ORDERED))),
                        TRANCHE_APPROVED)
                .emit(new TranchePaymentOrdered(project.id(), claim, project.award().organisation(),
                        tranche.amountFen(), BUDGET + project.award().call(), decidedBy));
    }

    private static boolean evaluated(Course course, int tranche, String actor) {
        var milestone = switch (tranche) {
            case SECOND -> course.milestones().get(ReportStage.MID_TERM);
            case LAST -> course.milestones().get(ReportStage.FINAL);
            default -> null;
        };
        var by = milestone == null ? null : milestone.evaluatedBy();
        return by != null && Actors.same(by, actor);
    }

    private static Decision<Project> pay(Project project, TranchePaid paid) {
        var number = numberOf(project, paid.claim());
        var tranche = project.course().tranches().get(number);
        if (tranche == null || tranche.state() != State.ORDERED && tranche.state() != State.NOT_PAID) {
            return refuse(NO_SUCH_PAYMENT);
        }
        return told(project, project.course().with(number, tranche.paid(paid.paidAt())), PAID);
    }

    private static Decision<Project> failed(Project project, TranchePaymentFailed failed) {
        var number = numberOf(project, failed.claim());
        var tranche = project.course().tranches().get(number);
        if (tranche == null || tranche.state() != State.ORDERED && tranche.state() != State.PAID) {
            return refuse(NO_SUCH_PAYMENT);
        }
        return told(project, project.course().with(number, tranche.in(State.NOT_PAID)), NOT_PAID);
    }

    private static int numberOf(Project project, String claim) {
        return project.course().tranches().keySet().stream()
                .filter(number -> Project.claim(project.id(), number).equals(claim)).findAny().orElse(0);
    }

    private static Decision<Project> report(Project project, ProgressReported reported, Context context) {
        var course = project.course();
        if (!isOwn(project, context)) {
            return refuse(NOT_ONES_OWN);
        }
        if (project.status() != Status.RUNNING || course.stage() != reported.stage()) {
            return refuse(NOT_TO_REPORT);
        }
        var reached = new TreeMap<String, Integer>();
        for (PeopleReached one : reported.reached()) {
            reached.merge(one.subdistrict(), one.personTimes(), Integer::sum);
        }
        var evaluateBy = context.term(context.received(),
                value(OrganisationsParameter.EVALUATION_WORKING_DAYS, context));
        return become(
                project.with(course.with(reported.stage(),
                        milestone(course, reported.stage())
                                .reported(context.fact(new Report(reported.spentFen(), reached)), evaluateBy))),
                REPORTED);
    }

    private static Decision<Project> extend(Project project, ReportExtended extended, Context context) {
        var course = project.course();
        if (project.status() != Status.RUNNING || course.stage() != extended.stage()
                || milestone(course, extended.stage()).report() != null) {
            return refuse(NOT_TO_REPORT);
        }
        var until = WorkingDays.endOf(extended.until());
        return until.isAfter(milestone(course, extended.stage()).dueBy().end()) && until.isAfter(context.received())
                ? become(project.with(course.with(extended.stage(), Milestone.due(Term.at(until)))), EXTENDED)
                : refuse(NOT_LATER);
    }

    private static Decision<Project> evaluate(Project project, MilestoneEvaluated evaluated, Context context) {
        var course = project.course();
        var stage = evaluated.stage();
        if (isOwn(project, context)) {
            return refuse(NOT_INDEPENDENT);
        }
        var evaluator = course.evaluator();
        if (context.role() == Role.AGENCY && (evaluator == null || !Actors.same(context.actor(), evaluator))) {
            return refuse(NOT_THE_EVALUATOR);
        }
        if (project.status() != Status.RUNNING || course.stage() != stage || !milestone(course, stage).isToEvaluate()) {
            return refuse(NOTHING_TO_EVALUATE);
        }
        var next = course.with(stage, milestone(course, stage).evaluated(evaluated.outcome(), context.actor()));
        if (evaluated.outcome() == EvaluationOutcome.FAILED) {
            return stop(project.with(next), StoppedBecause.EVALUATION_FAILED, FAILED, context);
        }
        var people = requireNonNull(milestone(course, stage).report()).value().personTimes();
        return Decision.<Project>become(
                project.with(stage == ReportStage.MID_TERM ? goesOn(next, context) : isDone(next, context)), PASSED)
                .emit(new MilestonePassed(project.id(), project.award().organisation(), stage, people));
    }

    /** Whoever waited for the evaluation has time for the last report, however long it took. */
    private static Course goesOn(Course course, Context context) {
        var last = milestone(course, ReportStage.FINAL);
        var earliest = context.term(context.received(),
                value(OrganisationsParameter.REPORT_REASON_WORKING_DAYS, context));
        return course.due(SECOND, trancheBy(context.received(), context)).with(ReportStage.FINAL,
                Milestone.due(earliest.end().isAfter(last.dueBy().end()) ? earliest : last.dueBy()));
    }

    private static Course isDone(Course course, Context context) {
        return course.due(LAST, trancheBy(context.received(), context)).ending(null, settleBy(context));
    }

    private static Become<Project> stop(Project project, StoppedBecause because, Rule rule, Context context) {
        return told(project,
                project.course().ending(new Stop(because, WorkingDays.dayOf(context.now())), settleBy(context)), rule)
                .emit(new ProjectStopPublished(project.id(), project.award().organisation(), because));
    }

    private static Decision<Project> ban(Project project, ProjectStopped stopped, Context context) {
        var become = stop(project, stopped.because(), BANNED, context);
        return become.emit(new GrantBanned(project.award().organisation(), banOf(become.state()), stopped.grounds()));
    }

    /** Each stop has a ban of its own, so that one lifted lifts no other. */
    private static String banOf(Project project) {
        return project.id() + "." + project.course().stops();
    }

    private static Decision<Project> resume(Project project, ProjectResumed resumed, Context context) {
        var course = project.course();
        var stop = course.stop();
        if (stop == null || course.accounts() != null) {
            return refuse(NOT_AT_THIS_POINT);
        }
        var until = WorkingDays.endOf(resumed.until());
        if (!until.isAfter(context.received())) {
            return refuse(NOT_LATER);
        }
        var next = course.ending(null, null);
        var stage = next.stage();
        if (stage == null) {
            next = next.ending(null, settleBy(context));
        } else {
            var milestone = milestone(next, stage);
            var report = milestone.report();
            next = next.with(stage,
                    report == null
                            ? Milestone.due(Term.at(until))
                            : Milestone.due(milestone.dueBy()).reported(report, context.term(context.received(),
                                    value(OrganisationsParameter.EVALUATION_WORKING_DAYS, context))));
        }
        var goesOn = Decision.<Project>become(project.with(next), RESUMED);
        return stop.because() == StoppedBecause.BREACH
                ? goesOn.emit(new GrantBanLifted(project.award().organisation(), banOf(project)))
                : goesOn;
    }

    private static Decision<Project> settle(Project project, AccountsSettled accounts, Context context) {
        var course = project.course();
        if (project.status() != Status.STOPPED && project.status() != Status.COMPLETED
                && project.status() != Status.RETURN_DUE) {
            return refuse(NOT_AT_THIS_POINT);
        }
        if (course.isOrdered() || course.stop() == null && !course.isAllPaid()) {
            return refuse(PAYMENT_IN_HAND);
        }
        if (accounts.acceptedFen() + course.sentBackFen() > course.disbursedFen()) {
            return refuse(TOO_MUCH_ACCEPTED);
        }
        var openFen = course.disbursedFen() - accounts.acceptedFen() - course.sentBackFen();
        if (openFen == 0) {
            return told(project, course.settled(new Accounts(accounts.acceptedFen(), null, false)), NOTHING_TO_RETURN);
        }
        var by = WorkingDays.endOf(WorkingDays.dayOf(context.received())
                .plusDays(value(OrganisationsParameter.MONEY_RETURN_DAYS, context)));
        return told(project, course.settled(new Accounts(accounts.acceptedFen(), by, false)), ACCOUNTS_SETTLED)
                .emit(new MoneyDemanded(project.id(), project.award().organisation(), openFen, by));
    }

    private static Decision<Project> takeBack(Project project, MoneyReturned returned) {
        var course = project.course();
        if (course.returns().containsKey(returned.reference())) {
            return refuse(RETURNED_ONCE);
        }
        var most = course.accounts() == null ? course.disbursedFen() : course.owedFen();
        if (course.sentBackFen() + returned.amountFen() > most) {
            return refuse(TOO_MUCH_RETURNED);
        }
        return course.returns().size() >= Project.MOST_RETURNS
                ? refuse(TOO_MANY_RETURNS)
                : told(project, course.returned(returned.reference(), returned.amountFen()), RETURNED);
    }

    /** The organisation is told when a project is settled, and when it is so no more. */
    private static Become<Project> told(Project before, Course next, Rule rule) {
        var after = before.with(next);
        if (after.hasEnded() == before.hasEnded()) {
            return become(after, rule);
        }
        var stated = after.stated();
        return Decision.<Project>become(stated, rule).emit(new GrantProjectStated(after.award().organisation(),
                after.id(), stated.statements(), after.hasEnded()));
    }

    private static Become<Project> trancheLate(Project project, Instant by) {
        var next = project.course();
        Become<Project> told = become(project, TRANCHE_LATE);
        for (var each : project.course().tranches().entrySet()) {
            var tranche = each.getValue();
            if (tranche.state() == State.DUE && !tranche.late() && tranche.dueBy() != null
                    && by.equals(tranche.dueBy().end())) {
                next = next.with(each.getKey(), tranche.statedLate());
                told = told.emit(new TrancheOverdue(project.id(), each.getKey(), by));
            }
        }
        return Decision.<Project>become(project.with(next), TRANCHE_LATE).emit(told.emitted().toArray(Event[]::new));
    }

    private static boolean isOwn(Project project, Context context) {
        return Actors.same(context.actor(), project.award().organisation());
    }

    private static Milestone milestone(Course course, ReportStage stage) {
        return requireNonNull(course.milestones().get(stage));
    }

    private static Term trancheBy(Instant from, Context context) {
        return context.term(from, value(OrganisationsParameter.TRANCHE_WORKING_DAYS, context));
    }

    private static Term settleBy(Context context) {
        return context.term(context.now(), value(OrganisationsParameter.ACCOUNTS_WORKING_DAYS, context));
    }

    private static long value(Parameter parameter, Context context) {
        return context.policy().value(parameter);
    }
}
