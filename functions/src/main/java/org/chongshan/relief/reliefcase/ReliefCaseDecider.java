package org.chongshan.relief.reliefcase;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Policy.Bound;
import org.chongshan.core.Word;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Role;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.PaymentEvent.DisbursementInstructed;
import org.chongshan.events.relief.ReliefCaseEvent;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefCaseEvent.EconomicFactsStated;
import org.chongshan.events.relief.ReliefCaseEvent.FundHeld;
import org.chongshan.events.relief.ReliefCaseEvent.FundRefused;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApplicationSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApproved;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefCaseDeliberated;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefRejected;
import org.chongshan.events.relief.ReliefCaseEvent.RetroactiveFilingSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefFunded;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefRequested;
import org.chongshan.events.relief.ReliefNotice.ReliefDeadlineBreachWithdrawn;
import org.chongshan.events.relief.ReliefNotice.ReliefDeadlineBreached;
import org.chongshan.events.relief.ReliefNotice.ReliefDecisionOverdue;
import org.chongshan.events.relief.ReliefNotice.RetroactiveFilingOverdue;
import org.chongshan.events.relief.ReliefNotice.UrgentReliefEscalated;
import org.chongshan.events.relief.ReserveFundEvent.FundHoldRequested;
import org.chongshan.events.relief.Verdict;
import org.chongshan.relief.ReliefParameter;
import org.chongshan.relief.reliefcase.ReliefCase.Due;
import org.chongshan.relief.reliefcase.ReliefCase.Phase;
import org.chongshan.relief.reliefcase.ReliefCase.Request;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;

/**
 * Temporary relief. The urgent way (急难型 "先行救助") is paid from the subdistrict's reserve fund within 24 hours, the papers
 * follow (补充备案); the ordinary way is decided by the level its amount leads to. What happens to a case may come late or
 * twice; the phase says what can still follow.
 */
public record ReliefCaseDecider() implements Decider<ReliefCase, ReliefCaseEvent> {
    /** Stands for the district's own budget where a fund is named. */
    static final String DISTRICT_BUDGET = "district";

    @Override
    public String idOf(ReliefCaseEvent event) {
        return event.reliefCase();
    }

    @Override
    public Decision<ReliefCase> begin(String id, ReliefCaseEvent event, Context context) {
        return switch (event) {
            case UrgentReliefRequested requested -> request(id, requested, context);
            case ReliefApplicationSubmitted application -> apply(id, application, context);
            default -> early(ReliefCaseRule.CASE_UNKNOWN);
        };
    }

    @Override
    public Decision<ReliefCase> decide(ReliefCase relief, ReliefCaseEvent event, Context context) {
        var phase = relief.phase();
        return switch (event) {
            case UrgentReliefRequested _,ReliefApplicationSubmitted _ -> refuse(ReliefCaseRule.REQUESTED_ONCE);

            case FundHeld held when phase == Phase.FUNDING ->
                become(relief.in(Phase.PAYING), ReliefCaseRule.FUND_PAYS_FIRST).emit(instruction(relief, held.fund()));
            case FundRefused refused when phase == Phase.FUNDING ->
                escalate(relief, ReliefCaseRule.DISTRICT_STEPS_IN).noting("availableFen", refused.availableFen());
            case UrgentReliefFunded _ when phase == Phase.ESCALATED -> isRequester(relief, context)
                    ? refuse(ReliefCaseRule.REQUESTER_NEVER_APPROVES)
                    : payFromBudget(relief, ReliefCaseRule.DISTRICT_PAYS);

            case EconomicFactsStated facts when phase == Phase.GATHERING_FACTS -> route(relief, facts, context);
            case ReliefApproved _ when isWithLevel(relief) ->
                mayDecide(relief, context).orElseGet(() -> payFromBudget(relief, ReliefCaseRule.APPROVED));
            case ReliefRejected _ when isWithLevel(relief) ->
                mayDecide(relief, context).orElseGet(() -> become(relief.in(Phase.REJECTED), ReliefCaseRule.REJECTED));
            case ReliefCaseDeliberated deliberated when relief.isUndecided() || phase == Phase.REJECTED ->
                deliberate(relief, deliberated);

            case DisbursementConfirmed confirmed when phase == Phase.PAYING -> pay(relief, confirmed, context);
            case DisbursementFailed failed when phase == Phase.PAYING
                    && failed.reason() == FailedBecause.CLAIM_ALREADY_PAID ->
                become(relief.in(Phase.CLOSED_DUPLICATE), ReliefCaseRule.ONE_PAYMENT_PER_CLAIM);
            case DisbursementFailed _ when phase == Phase.PAYING -> relief.isUrgent()
                    ? escalate(relief, ReliefCaseRule.PAYMENT_FAILED)
                    : become(relief.toLevel(), ReliefCaseRule.BACK_TO_WHO_APPROVED);

            case RetroactiveFilingSubmitted _ when phase == Phase.PAID && relief.isUrgent() -> file(relief, context);
            default -> refuse(ReliefCaseRule.NOT_AT_THIS_POINT);
        };
    }

    @Override
    public Decision.Become<ReliefCase> reached(ReliefCase relief, Deadline deadline, Context context) {
        if (deadline == Due.PAPERS) {
            return become(relief.filingMissedStated(), ReliefCaseRule.FILING_OVERDUE)
                    .emit(new RetroactiveFilingOverdue(relief.id(), context.time()));
        }
        var request = relief.request();
        var missed = relief.answerMissed(true);
        return relief.isUrgent()
                ? become(missed, ReliefCaseRule.BREACH_STATED).emit(
                        new ReliefDeadlineBreached(relief.id(), request.household(), request.at(), context.time()))
                : become(missed, ReliefCaseRule.DECISION_OVERDUE)
                        .emit(new ReliefDecisionOverdue(relief.id(), request.household(), context.time()));
    }

    private static Decision<ReliefCase> request(String id, UrgentReliefRequested requested, Context context) {
        var hours = context.policy().value(ReliefParameter.URGENT_RELIEF_HOURS);
        var payBy = context.time().plus(Duration.ofHours(hours));
        var request = new Request(true, context.actor(), requested.household(), requested.hardship(),
                requested.amountFen(), requested.persons(), context.time());
        return become(opened(id, Phase.FUNDING, request, payBy, context), ReliefCaseRule.CLOCK_STARTS_IN_THE_FIELD)
                .noting("payBy", payBy).emit(new FundHoldRequested(context.subdistrict(), id, requested.amountFen()));
    }

    private static Decision<ReliefCase> apply(String id, ReliefApplicationSubmitted application, Context context) {
        var days = context.policy().value(ReliefParameter.ORDINARY_DECISION_WORKING_DAYS);
        var decideBy = context.calendar().endAfter(context.time(), days);
        var request = new Request(false, context.actor(), application.household(), application.hardship(),
                application.amountFen(), application.persons(), context.time());
        return become(opened(id, Phase.GATHERING_FACTS, request, decideBy, context), ReliefCaseRule.APPLICATION_TAKEN)
                .noting("decideBy", decideBy).emit(new EconomicFactsRequested(application.household(), id, false));
    }

    private static ReliefCase opened(String id, Phase phase, Request request, Instant answerBy, Context context) {
        return new ReliefCase(id, context.subdistrict(), phase, request, null, answerBy, false, null, null, false);
    }

    /** Compared for the whole household, not per head, so that nothing is rounded. */
    private static Decision<ReliefCase> route(ReliefCase relief, EconomicFactsStated facts, Context context) {
        var request = relief.request();
        var standard = context.policy().value(ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH);
        var street = context.policy().isWithin(ReliefParameter.DELEGATED_APPROVAL_MULTIPLE, request.amountFen(),
                standard * request.persons());
        return become(relief.decidedBy(street ? Role.STREET : Role.DISTRICT),
                street ? ReliefCaseRule.SUBDISTRICT_DECIDES : ReliefCaseRule.DISTRICT_DECIDES)
                .noting("amountFen", request.amountFen()).noting("persons", request.persons())
                .noting("standardFen", standard)
                .noting("category", facts.category() == null ? "none" : Word.of(facts.category()));
    }

    private static boolean isWithLevel(ReliefCase relief) {
        return relief.phase() == Phase.AT_STREET || relief.phase() == Phase.AT_DISTRICT;
    }

    private static Optional<Decision<ReliefCase>> mayDecide(ReliefCase relief, Context context) {
        var level = relief.phase() == Phase.AT_STREET ? Role.STREET : Role.DISTRICT;
        if (context.role() != level) {
            return Optional.of(refuse(ReliefCaseRule.WRONG_LEVEL));
        }
        return isRequester(relief, context)
                ? Optional.of(refuse(ReliefCaseRule.REQUESTER_NEVER_APPROVES))
                : Optional.empty();
    }

    private static boolean isRequester(ReliefCase relief, Context context) {
        return context.actor().equals(relief.request().requester());
    }

    private static Decision<ReliefCase> payFromBudget(ReliefCase relief, ReliefCaseRule rule) {
        return become(relief.in(Phase.PAYING), rule).emit(instruction(relief, DISTRICT_BUDGET));
    }

    private static Decision<ReliefCase> deliberate(ReliefCase relief, ReliefCaseDeliberated deliberated) {
        if (deliberated.verdict() == Verdict.REJECT) {
            return relief.phase() == Phase.REJECTED
                    ? refuse(ReliefCaseRule.NOT_AT_THIS_POINT)
                    : become(relief.in(Phase.REJECTED), ReliefCaseRule.DELIBERATED).noting("consultation",
                            deliberated.consultation());
        }
        return become(relief.in(Phase.PAYING), ReliefCaseRule.DELIBERATED)
                .noting("consultation", deliberated.consultation()).emit(instruction(relief, DISTRICT_BUDGET));
    }

    private static Decision.Become<ReliefCase> escalate(ReliefCase relief, ReliefCaseRule rule) {
        var request = relief.request();
        return become(relief.in(Phase.ESCALATED), rule).emit(
                new UrgentReliefEscalated(relief.id(), request.household(), request.amountFen(), relief.answerBy()));
    }

    private static Decision<ReliefCase> pay(ReliefCase relief, DisbursementConfirmed confirmed, Context context) {
        var request = relief.request();
        var paidAt = confirmed.paidAt();
        var disbursed = new ReliefDisbursed(relief.id(), relief.id(), request.household(), request.amountFen(), paidAt);
        if (!request.urgent()) {
            return become(relief.paid(paidAt, null), ReliefCaseRule.PAID_AS_APPROVED).emit(disbursed);
        }
        var inTime = inTime(relief, paidAt, context);
        var days = context.policy().value(ReliefParameter.RETROACTIVE_FILING_WORKING_DAYS);
        var paid = relief.paid(paidAt, context.calendar().endAfter(paidAt, days)).answerMissed(!inTime);
        var decision = become(paid, inTime ? ReliefCaseRule.PAID_IN_TIME : ReliefCaseRule.PAID_LATE)
                .noting("took", Duration.between(request.at(), paidAt)).emit(disbursed);
        // A receipt recorded in time may reach us late, after the breach was stated.
        return inTime && relief.answerMissed()
                ? decision.emit(new ReliefDeadlineBreachWithdrawn(relief.id(), paidAt))
                : decision;
    }

    private static boolean inTime(ReliefCase relief, Instant paidAt, Context context) {
        var bound = context.policy().entry(ReliefParameter.URGENT_RELIEF_HOURS).bound();
        var payBy = relief.answerBy();
        return bound == Bound.EXCLUSIVE ? paidAt.isBefore(payBy) : !paidAt.isAfter(payBy);
    }

    private static Decision<ReliefCase> file(ReliefCase relief, Context context) {
        var late = context.time().isAfter(requireNonNull(relief.fileBy()));
        return become(relief.in(Phase.FILED), late ? ReliefCaseRule.FILED_LATE : ReliefCaseRule.FILED_IN_TIME)
                .noting("fileBy", relief.fileBy());
    }

    /** The claim: household, cause and the year it struck. Paid at most once. */
    private static DisbursementInstructed instruction(ReliefCase relief, String fund) {
        var request = relief.request();
        var claim = request.household() + "." + request.hardship().name().toLowerCase(Locale.ROOT) + "."
                + request.at().atZone(WorkingDays.ZONE).getYear();
        return new DisbursementInstructed(claim, relief.id(), fund, request.household(), request.amountFen());
    }
}
