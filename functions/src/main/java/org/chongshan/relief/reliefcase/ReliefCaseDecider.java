package org.chongshan.relief.reliefcase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Policy.Bound;
import org.chongshan.core.Word;
import org.chongshan.events.Envelope;
import org.chongshan.events.Role;
import org.chongshan.events.relief.ClosedBecause;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.ReliefReturned;
import org.chongshan.events.relief.LeadEvent.ReliefCaseClosed;
import org.chongshan.events.relief.PaymentEvent.DisbursementInstructed;
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
import org.chongshan.events.relief.ReliefNotice.ReliefDeadlineBreachWithdrawn;
import org.chongshan.events.relief.ReliefNotice.ReliefDeadlineBreached;
import org.chongshan.events.relief.ReliefNotice.ReliefDecisionOverdue;
import org.chongshan.events.relief.ReliefNotice.RetroactiveFilingOverdue;
import org.chongshan.events.relief.ReliefNotice.UrgentReliefEscalated;
import org.chongshan.events.relief.ReserveFundEvent.FundHoldRequested;
import org.chongshan.events.relief.Verdict;
import org.chongshan.relief.ReliefParameter;
import org.chongshan.relief.UrgentWay;
import org.chongshan.relief.reliefcase.ReliefCase.Due;
import org.chongshan.relief.reliefcase.ReliefCase.Phase;
import org.chongshan.relief.reliefcase.ReliefCase.Request;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;

/**
 * Temporary relief. The urgent way (急难型 "先行救助") is paid from the subdistrict's reserve fund within 24 hours, the papers
 * follow (补充备案); the ordinary way is decided by the level its amount leads to. Nothing is paid to a household that is not on
 * the books, and nothing on one person's word alone: whoever asks, whoever decides and whoever pays are different people.
 * What happens to a case may come late or twice; the phase says what can still follow.
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
            case UrgentReliefRequested requested -> mayAsk(requested.hardship(), requested.lead(), context)
                    .orElseGet(() -> request(id, requested, context));
            case ReliefApplicationSubmitted application -> mayAsk(application.hardship(), application.lead(), context)
                    .orElseGet(() -> apply(id, application, context));
            default -> early(ReliefCaseRule.CASE_UNKNOWN);
        };
    }

    @Override
    public Decision<ReliefCase> decide(ReliefCase relief, ReliefCaseEvent event, Context context) {
        var phase = relief.phase();
        return switch (event) {
            case UrgentReliefRequested requested -> requestedAgain(relief, requested.lead(), context);
            case ReliefApplicationSubmitted application -> requestedAgain(relief, application.lead(), context);

            case ReliefApproved _,ReliefRejected _,UrgentReliefConfirmed _,UrgentReliefFunded _,ReliefCaseDeliberated _ when isBefore(
                    context.time(), relief.request().at()) ->
                refuse(ReliefCaseRule.BEFORE_THE_REQUEST);

            case EconomicFactsStated facts when relief.heads() == null -> know(relief, facts, context);
            case UrgentReliefConfirmed _ when phase == Phase.TO_CONFIRM -> mayGrant(relief, context)
                    .orElseGet(() -> askTheFund(decidedBy(relief, context), ReliefCaseRule.CONFIRMED));
            case FundHeld held when phase == Phase.FUNDING ->
                become(relief.in(Phase.PAYING), ReliefCaseRule.FUND_PAYS_FIRST).emit(instruction(relief, held.fund()));
            case FundRefused refused when phase == Phase.FUNDING ->
                escalate(relief, ReliefCaseRule.DISTRICT_STEPS_IN).noting("availableFen", refused.availableFen());
            case UrgentReliefFunded _ when phase == Phase.ESCALATED || phase == Phase.TO_CONFIRM ->
                mayGrant(relief, context)
                        .orElseGet(() -> payFromBudget(decidedBy(relief, context), ReliefCaseRule.DISTRICT_PAYS));

            case ReliefApproved _ when isWithLevel(relief) -> mayDecide(relief, context)
                    .orElseGet(() -> payFromBudget(decidedBy(relief, context), ReliefCaseRule.APPROVED));
            case ReliefRejected _ when isWithLevel(relief) || phase == Phase.TO_CONFIRM || phase == Phase.ESCALATED ->
                mayDecide(relief, context).orElseGet(() -> reject(relief, ReliefCaseRule.REJECTED));
            case ReliefCaseDeliberated deliberated -> deliberate(relief, deliberated, context);

            case DisbursementConfirmed confirmed when phase == Phase.PAYING -> pay(relief, confirmed, context);
            case DisbursementFailed failed when phase == Phase.PAYING -> fail(relief, failed, context);
            case DisbursementReturned _ when relief.isPaid() -> takeBack(relief, context);

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

    private static Optional<Decision<ReliefCase>> mayAsk(Hardship hardship, @Nullable String lead, Context context) {
        if (hardship == Hardship.NONE) {
            return Optional.of(refuse(ReliefCaseRule.HARDSHIP_IS_NAMED));
        }
        return lead != null && context.role() != Role.SYSTEM
                ? Optional.of(refuse(ReliefCaseRule.LEADS_ARE_TRIAGED))
                : Optional.empty();
    }

    /** What a lead's triage asks for was seen by the lead to be urgent still: refused here, the lead would wait in vain. */
    private static Decision<ReliefCase> request(String id, UrgentReliefRequested requested, Context context) {
        var struckOn = struckOn(requested.struckOn(), context);
        if (context.role() != Role.SYSTEM && !UrgentWay.isOpen(struckOn, context)) {
            return refuse(ReliefCaseRule.NOT_URGENT_ANY_MORE);
        }
        var hours = context.policy().value(ReliefParameter.URGENT_RELIEF_HOURS);
        var payBy = context.time().plus(Duration.ofHours(hours));
        var byStreet = context.role() == Role.STREET || context.role() == Role.SYSTEM;
        var request = new Request(true, context.actor(), byStreet, requested.lead(), requested.household(),
                requested.hardship(), requested.amountFen(), requested.persons(), struckOn, context.time());
        return become(ReliefCase.opened(id, context.subdistrict(), Phase.TO_CONFIRM, request, payBy),
                ReliefCaseRule.CLOCK_STARTS_IN_THE_FIELD).noting("payBy", payBy).noting("struckOn", struckOn)
                .emit(new EconomicFactsRequested(requested.household(), id, true));
    }

    private static Decision<ReliefCase> apply(String id, ReliefApplicationSubmitted application, Context context) {
        var struckOn = struckOn(application.struckOn(), context);
        var decideBy = decideBy(context.time(), context);
        var byStreet = context.role() == Role.STREET || context.role() == Role.SYSTEM;
        var request = new Request(false, context.actor(), byStreet, application.lead(), application.household(),
                application.hardship(), application.amountFen(), application.persons(), struckOn, context.time());
        return become(ReliefCase.opened(id, context.subdistrict(), Phase.GATHERING_FACTS, request, decideBy),
                ReliefCaseRule.APPLICATION_TAKEN).noting("decideBy", decideBy).noting("struckOn", struckOn)
                .emit(new EconomicFactsRequested(application.household(), id, false));
    }

    private static LocalDate struckOn(@Nullable LocalDate stated, Context context) {
        return stated == null ? context.date() : stated;
    }

    private static Instant decideBy(Instant from, Context context) {
        return context.calendar().endAfter(from,
                context.policy().value(ReliefParameter.ORDINARY_DECISION_WORKING_DAYS));
    }

    /** A lead that asks under an id that is taken hears of it: it would wait for a case that is not its own. */
    private static Decision<ReliefCase> requestedAgain(ReliefCase relief, @Nullable String lead, Context context) {
        return lead == null || context.role() != Role.SYSTEM
                ? refuse(ReliefCaseRule.REQUESTED_ONCE)
                : become(relief, ReliefCaseRule.ID_IS_TAKEN)
                        .emit(new ReliefCaseClosed(relief.id(), lead, ClosedBecause.NEVER_OPENED));
    }

    /** The household is on the books; how many it counts is what the books say, not what the request says. */
    private static Decision<ReliefCase> know(ReliefCase relief, EconomicFactsStated facts, Context context) {
        var verified = facts.verifiedHeads();
        var known = relief.of(verified == null ? facts.registeredHeads() : verified);
        return switch (relief.phase()) {
            case GATHERING_FACTS -> route(known, facts, context);
            case TO_CONFIRM -> noting(known.request().byStreet() && isWithinStreetsLimit(known, context)
                    ? askTheFund(known, ReliefCaseRule.STREET_ASKS_THE_FUND)
                    : become(known, ReliefCaseRule.WAITS_FOR_AN_OFFICER), known, context);
            case REJECTED -> become(known, ReliefCaseRule.HOUSEHOLD_IS_KNOWN);
            default -> refuse(ReliefCaseRule.NOT_AT_THIS_POINT);
        };
    }

    private static Decision<ReliefCase> route(ReliefCase relief, EconomicFactsStated facts, Context context) {
        var street = isWithinStreetsLimit(relief, context);
        return noting(become(relief.routedTo(street ? Role.STREET : Role.DISTRICT),
                street ? ReliefCaseRule.SUBDISTRICT_DECIDES : ReliefCaseRule.DISTRICT_DECIDES), relief, context)
                .noting("category", facts.category() == null ? "none" : Word.of(facts.category()));
    }

    private static Decision.Become<ReliefCase> noting(Decision.Become<ReliefCase> decision, ReliefCase relief,
            Context context) {
        var request = relief.request();
        return decision.noting("amountFen", request.amountFen()).noting("persons", request.persons())
                .noting("heads", requireNonNull(relief.heads()))
                .noting("standardFen", context.policy().value(ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH));
    }

    /** Compared for the whole household, not per head, so that nothing is rounded. */
    private static boolean isWithinStreetsLimit(ReliefCase relief, Context context) {
        var heads = relief.heads();
        var standard = context.policy().value(ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH);
        return heads != null && context.policy().isWithin(ReliefParameter.DELEGATED_APPROVAL_MULTIPLE,
                relief.request().amountFen(), standard * heads);
    }

    private static Decision.Become<ReliefCase> askTheFund(ReliefCase relief, ReliefCaseRule rule) {
        return become(relief.in(Phase.FUNDING), rule)
                .emit(new FundHoldRequested(relief.subdistrict(), relief.id(), relief.request().amountFen()));
    }

    private static boolean isWithLevel(ReliefCase relief) {
        return relief.phase() == Phase.AT_STREET || relief.phase() == Phase.AT_DISTRICT;
    }

    private static Optional<Decision<ReliefCase>> mayGrant(ReliefCase relief, Context context) {
        return relief.heads() == null
                ? Optional.of(refuse(ReliefCaseRule.HOUSEHOLD_NOT_ON_THE_BOOKS))
                : mayDecide(relief, context);
    }

    private static Optional<Decision<ReliefCase>> mayDecide(ReliefCase relief, Context context) {
        var isRightLevel = switch (relief.phase()) {
            case AT_STREET -> context.role() == Role.STREET;
            // Whom nobody knows yet may be refused by either.
            case TO_CONFIRM ->
                context.role() == Role.DISTRICT || relief.heads() == null || isWithinStreetsLimit(relief, context);
            default -> context.role() == Role.DISTRICT;
        };
        if (!isRightLevel) {
            return Optional.of(refuse(ReliefCaseRule.WRONG_LEVEL));
        }
        return relief.isRequestedBy(context.actor())
                ? Optional.of(refuse(ReliefCaseRule.REQUESTER_NEVER_APPROVES))
                : Optional.empty();
    }

    private static ReliefCase decidedBy(ReliefCase relief, Context context) {
        return relief.decidedBy(List.of(context.actor()));
    }

    private static Decision.Become<ReliefCase> payFromBudget(ReliefCase relief, ReliefCaseRule rule) {
        return become(relief.in(Phase.PAYING), rule).emit(instruction(relief, DISTRICT_BUDGET));
    }

    private static Decision.Become<ReliefCase> reject(ReliefCase relief, ReliefCaseRule rule) {
        return close(relief, Phase.REJECTED, ClosedBecause.REJECTED, rule);
    }

    private static Decision.Become<ReliefCase> close(ReliefCase relief, Phase phase, ClosedBecause reason,
            ReliefCaseRule rule) {
        var lead = relief.request().lead();
        Decision.Become<ReliefCase> closed = become(relief.in(phase), rule);
        return lead == null ? closed : closed.emit(new ReliefCaseClosed(relief.id(), lead, reason));
    }

    private static Decision<ReliefCase> deliberate(ReliefCase relief, ReliefCaseDeliberated deliberated,
            Context context) {
        if (!relief.isOpenToVerdict()) {
            return refuse(ReliefCaseRule.VERDICT_CAME_TOO_LATE);
        }
        if (deliberated.members().stream().anyMatch(relief::isRequestedBy)) {
            return refuse(ReliefCaseRule.REQUESTER_NEVER_APPROVES);
        }
        if (deliberated.verdict() == Verdict.REJECT) {
            return relief.phase() == Phase.REJECTED
                    ? refuse(ReliefCaseRule.NOT_AT_THIS_POINT)
                    : reject(relief, ReliefCaseRule.DELIBERATED).noting("consultation", deliberated.consultation());
        }
        if (relief.isUrgent() && relief.heads() == null) {
            return refuse(ReliefCaseRule.HOUSEHOLD_NOT_ON_THE_BOOKS);
        }
        if (!deliberated.withDistrict() && !isWithinStreetsLimit(relief, context)) {
            return refuse(ReliefCaseRule.DISTRICT_TAKES_PART);
        }
        return payFromBudget(relief.decidedBy(deliberated.members()), ReliefCaseRule.DELIBERATED).noting("consultation",
                deliberated.consultation());
    }

    private static Decision.Become<ReliefCase> escalate(ReliefCase relief, ReliefCaseRule rule) {
        var request = relief.request();
        return become(relief.in(Phase.ESCALATED), rule).emit(
                new UrgentReliefEscalated(relief.id(), request.household(), request.amountFen(), relief.answerBy()));
    }

    private static Decision<ReliefCase> pay(ReliefCase relief, DisbursementConfirmed confirmed, Context context) {
        var request = relief.request();
        var paidAt = confirmed.paidAt();
        var disbursed = new ReliefDisbursed(relief.id(), request.leadOr(relief.id()), request.household(),
                request.amountFen(), paidAt);
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

    private static Decision<ReliefCase> fail(ReliefCase relief, DisbursementFailed failed, Context context) {
        if (failed.reason() == FailedBecause.CLAIM_ALREADY_PAID) {
            return close(relief, Phase.CLOSED_DUPLICATE, ClosedBecause.DUPLICATE, ReliefCaseRule.ONE_PAYMENT_PER_CLAIM);
        }
        return relief.isUrgent()
                ? escalate(relief, ReliefCaseRule.PAYMENT_FAILED)
                : become(relief.backToLevel(decideBy(context.received(), context)),
                        ReliefCaseRule.BACK_TO_WHO_APPROVED);
    }

    private static Decision<ReliefCase> takeBack(ReliefCase relief, Context context) {
        var request = relief.request();
        var decision = relief.isUrgent()
                ? escalate(relief.unpaid(), ReliefCaseRule.PAYMENT_RETURNED)
                : Decision.<ReliefCase>become(relief.backToLevel(decideBy(context.received(), context)),
                        ReliefCaseRule.PAYMENT_RETURNED);
        return decision.emit(
                new ReliefReturned(relief.id(), request.leadOr(relief.id()), request.household(), request.amountFen()));
    }

    private static Decision<ReliefCase> file(ReliefCase relief, Context context) {
        if (isBefore(context.time(), requireNonNull(relief.paidAt()))) {
            return refuse(ReliefCaseRule.BEFORE_THE_PAYMENT);
        }
        var late = context.time().isAfter(requireNonNull(relief.fileBy()));
        return become(relief.in(Phase.FILED), late ? ReliefCaseRule.FILED_LATE : ReliefCaseRule.FILED_IN_TIME)
                .noting("fileBy", relief.fileBy());
    }

    /** Whether one thing was before another, as two devices say whose clocks may differ. */
    private static boolean isBefore(Instant one, Instant other) {
        return one.plus(Envelope.CLOCK_TOLERANCE).isBefore(other);
    }

    private static DisbursementInstructed instruction(ReliefCase relief, String fund) {
        var request = relief.request();
        return new DisbursementInstructed(request.claim(), relief.id(), fund, request.household(), request.amountFen(),
                relief.decidedBy());
    }
}
