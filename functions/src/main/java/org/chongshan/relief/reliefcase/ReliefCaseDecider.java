package org.chongshan.relief.reliefcase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Policy.Bound;
import org.chongshan.core.Word;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Envelope;
import org.chongshan.events.Role;
import org.chongshan.events.relief.ClosedBecause;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.ReliefReturned;
import org.chongshan.events.relief.LeadEvent.ReliefCaseClosed;
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
import static org.chongshan.relief.reliefcase.ReliefCaseRule.*;

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
            case UrgentReliefRequested requested -> mayAsk(requested.hardship(), requested.lead(), context)
                    .orElseGet(() -> request(id, requested, context));
            case ReliefApplicationSubmitted application -> mayAsk(application.hardship(), application.lead(), context)
                    .orElseGet(() -> apply(id, application, context));
            default -> early(CASE_UNKNOWN);
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
                refuse(BEFORE_THE_REQUEST);

            case EconomicFactsStated facts when phase == Phase.TO_CONFIRM -> know(relief, facts, context);
            case EconomicFactsStated facts when phase == Phase.REJECTED && relief.heads() == null ->
                become(relief.heads(headsOf(facts)), KNOWN_AFTER_THE_REJECTION);
            case UrgentReliefConfirmed _ when phase == Phase.TO_CONFIRM -> mayGrant(relief, context)
                    .orElseGet(() -> fund(relief.decidedWith(List.of(context.actor())), CONFIRMED));
            case FundHeld held when phase == Phase.FUNDING ->
                become(relief.in(Phase.PAYING), FUND_PAYS_FIRST).emit(instruction(relief, held.fund()));
            case FundRefused refused when phase == Phase.FUNDING ->
                escalate(relief, DISTRICT_STEPS_IN).noting("availableFen", refused.availableFen());
            case UrgentReliefFunded _ when phase == Phase.ESCALATED || phase == Phase.TO_CONFIRM ->
                mayGrant(relief, context)
                        .orElseGet(() -> payFromBudget(relief.decidedWith(List.of(context.actor())), DISTRICT_PAYS));

            case EconomicFactsStated facts when phase == Phase.GATHERING_FACTS -> route(relief, facts, context);
            case ReliefApproved _ when isWithLevel(relief) -> mayDecide(relief, context)
                    .orElseGet(() -> payFromBudget(relief.decidedWith(List.of(context.actor())), APPROVED));
            case ReliefRejected _ when isWithLevel(relief) || phase == Phase.TO_CONFIRM || phase == Phase.ESCALATED ->
                mayDecide(relief, context).orElseGet(() -> close(relief, Phase.REJECTED, REJECTED));
            case ReliefCaseDeliberated deliberated when relief.isUndecided() || phase == Phase.REJECTED ->
                deliberate(relief, deliberated);
            case ReliefCaseDeliberated _ -> refuse(VERDICT_CAME_TOO_LATE);

            // A bank that had said failed may have paid after all, wherever the case stands by then.
            case DisbursementConfirmed confirmed when phase != Phase.PAID && phase != Phase.FILED ->
                pay(relief, confirmed, context);
            case DisbursementFailed failed when phase == Phase.PAYING
                    && failed.reason() == FailedBecause.CLAIM_ALREADY_PAID ->
                close(relief, Phase.CLOSED_DUPLICATE, ONE_PAYMENT_PER_CLAIM);
            case DisbursementFailed _ when phase == Phase.PAYING -> relief.isUrgent()
                    ? escalate(relief, PAYMENT_FAILED)
                    : become(relief.backToLevel(decideBy(context)), BACK_TO_WHO_APPROVED);
            case DisbursementReturned _ when phase == Phase.PAID || phase == Phase.FILED -> returned(relief, context);

            case RetroactiveFilingSubmitted _ when phase == Phase.PAID && relief.isUrgent() -> file(relief, context);
            default -> refuse(NOT_AT_THIS_POINT);
        };
    }

    @Override
    public Become<ReliefCase> reached(ReliefCase relief, Deadline deadline, Context context) {
        if (deadline == Due.PAPERS) {
            return become(relief.filingMissedStated(), FILING_OVERDUE)
                    .emit(new RetroactiveFilingOverdue(relief.id(), context.time()));
        }
        var request = relief.request();
        var missed = relief.answerMissed(true);
        return relief.isUrgent()
                ? become(missed, BREACH_STATED).emit(
                        new ReliefDeadlineBreached(relief.id(), request.household(), request.at(), context.time()))
                : become(missed, DECISION_OVERDUE)
                        .emit(new ReliefDecisionOverdue(relief.id(), request.household(), context.time()));
    }

    private static Optional<Decision<ReliefCase>> mayAsk(Hardship hardship, @Nullable String lead, Context context) {
        if (hardship == Hardship.NONE) {
            return Optional.of(refuse(HARDSHIP_IS_NAMED));
        }
        return lead != null && context.role() != Role.SYSTEM
                ? Optional.of(refuse(LEADS_ARE_TRIAGED))
                : Optional.empty();
    }

    /** A lead that asks under an id that is taken would wait for a case that is not its own. */
    private static Decision<ReliefCase> requestedAgain(ReliefCase relief, @Nullable String lead, Context context) {
        return lead == null || context.role() != Role.SYSTEM
                ? refuse(REQUESTED_ONCE)
                : become(relief, ID_IS_TAKEN).emit(new ReliefCaseClosed(lead, relief.id(), ClosedBecause.NEVER_OPENED));
    }

    /**
     * The clock starts in the field; the money waits until the household has said that it is on the books. That it is urgent
     * still the lead has seen whose triage asks: refused here, it would wait in vain.
     */
    private static Decision<ReliefCase> request(String id, UrgentReliefRequested requested, Context context) {
        var struckAt = orElse(requested.struckAt(), context.time());
        if (context.role() != Role.SYSTEM && !UrgentWay.isOpen(struckAt, context)) {
            return refuse(NOT_URGENT_ANY_MORE);
        }
        var hours = context.policy().value(ReliefParameter.URGENT_RELIEF_HOURS);
        var payBy = context.time().plus(Duration.ofHours(hours));
        var officer = context.role() == Role.STREET || context.role() == Role.SYSTEM;
        var request = new Request(true, context.actor(), requested.household(), requested.hardship(),
                requested.amountFen(), requested.persons(), context.time(), officer, orElse(requested.lead(), id),
                struckAt);
        return become(opened(id, Phase.TO_CONFIRM, request, payBy, context), CLOCK_STARTS_IN_THE_FIELD)
                .noting("payBy", payBy).noting("struckAt", struckAt)
                .emit(new EconomicFactsRequested(requested.household(), id, true));
    }

    private static Decision<ReliefCase> apply(String id, ReliefApplicationSubmitted application, Context context) {
        var struckAt = orElse(application.struckAt(), context.time());
        var decideBy = decideBy(context);
        var request = new Request(false, context.actor(), application.household(), application.hardship(),
                application.amountFen(), application.persons(), context.time(), context.role() == Role.STREET,
                orElse(application.lead(), id), struckAt);
        return become(opened(id, Phase.GATHERING_FACTS, request, decideBy, context), APPLICATION_TAKEN)
                .noting("decideBy", decideBy).noting("struckAt", struckAt)
                .emit(new EconomicFactsRequested(application.household(), id, false));
    }

    /** Whoever decides has the days from when it could be known that there is something to decide. */
    private static Instant decideBy(Context context) {
        return context.calendar().endAfter(context.received(),
                context.policy().value(ReliefParameter.ORDINARY_DECISION_WORKING_DAYS));
    }

    private static ReliefCase opened(String id, Phase phase, Request request, Instant answerBy, Context context) {
        return new ReliefCase(id, context.subdistrict(), phase, request, null, new TreeSet<>(List.of(context.actor())),
                null, answerBy, false, null, null, false);
    }

    private static <T> T orElse(@Nullable T one, T other) {
        return one == null ? other : one;
    }

    /** An officer's own request within the street's limit goes on by itself: another hand, the cashier's, pays it. */
    private static Decision<ReliefCase> know(ReliefCase relief, EconomicFactsStated facts, Context context) {
        var known = relief.heads(headsOf(facts));
        var within = isWithinTheStreetsLimit(known, context);
        if (!relief.request().officer() || !within) {
            return become(known, AWAITS_AN_OFFICER).noting("withinTheStreetsLimit", within).noting("heads",
                    headsOf(facts));
        }
        return fund(known, HOUSEHOLD_IS_KNOWN).noting("heads", headsOf(facts));
    }

    private static Become<ReliefCase> fund(ReliefCase relief, ReliefCaseRule rule) {
        return become(relief.in(Phase.FUNDING), rule)
                .emit(new FundHoldRequested(relief.subdistrict(), relief.id(), relief.request().amountFen()));
    }

    private static int headsOf(EconomicFactsStated facts) {
        return facts.verifiedHeads() == null ? facts.registeredHeads() : facts.verifiedHeads();
    }

    /** Compared for the whole household, not per head, so that nothing is rounded; the heads are the household's own. */
    private static boolean isWithinTheStreetsLimit(ReliefCase relief, Context context) {
        var standard = context.policy().value(ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH);
        var heads = relief.heads() == null ? 1 : Math.max(1, relief.heads());
        return context.policy().isWithin(ReliefParameter.DELEGATED_APPROVAL_MULTIPLE, relief.request().amountFen(),
                standard * heads);
    }

    private static Decision<ReliefCase> route(ReliefCase asked, EconomicFactsStated facts, Context context) {
        var relief = asked.heads(headsOf(facts));
        var street = isWithinTheStreetsLimit(relief, context);
        return become(relief.decidedBy(street ? Role.STREET : Role.DISTRICT),
                street ? SUBDISTRICT_DECIDES : DISTRICT_DECIDES).noting("amountFen", relief.request().amountFen())
                .noting("persons", headsOf(facts)).noting("asked", relief.request().persons())
                .noting("standardFen", context.policy().value(ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH))
                .noting("category", facts.category() == null ? "none" : Word.of(facts.category()));
    }

    private static boolean isWithLevel(ReliefCase relief) {
        return relief.phase() == Phase.AT_STREET || relief.phase() == Phase.AT_DISTRICT;
    }

    private static Optional<Decision<ReliefCase>> mayGrant(ReliefCase relief, Context context) {
        return relief.heads() == null ? Optional.of(refuse(HOUSEHOLD_NOT_ON_THE_BOOKS)) : mayDecide(relief, context);
    }

    private static Optional<Decision<ReliefCase>> mayDecide(ReliefCase relief, Context context) {
        if (isAmongThoseWhoAsked(relief, context)) {
            return Optional.of(refuse(REQUESTER_NEVER_APPROVES));
        }
        var isRightLevel = switch (relief.phase()) {
            case AT_STREET -> context.role() == Role.STREET;
            // A request for a household nobody knows may be rejected by either.
            case TO_CONFIRM ->
                context.role() == Role.DISTRICT || relief.heads() == null || isWithinTheStreetsLimit(relief, context);
            default -> context.role() == Role.DISTRICT;
        };
        return isRightLevel ? Optional.empty() : Optional.of(refuse(WRONG_LEVEL));
    }

    private static boolean isAmongThoseWhoAsked(ReliefCase relief, Context context) {
        return Actors.same(context.actor(), relief.request().requester());
    }

    private static Decision<ReliefCase> payFromBudget(ReliefCase relief, ReliefCaseRule rule) {
        return become(relief.in(Phase.PAYING), rule).emit(instruction(relief, DISTRICT_BUDGET));
    }

    /** Nothing ends without its lead knowing how. */
    private static Become<ReliefCase> close(ReliefCase relief, Phase how, ReliefCaseRule rule) {
        return become(relief.in(how), rule).emit(new ReliefCaseClosed(relief.request().lead(), relief.id(),
                how == Phase.REJECTED ? ClosedBecause.REJECTED : ClosedBecause.DUPLICATE));
    }

    private static Decision<ReliefCase> deliberate(ReliefCase relief, ReliefCaseDeliberated deliberated) {
        if (Actors.isAmong(relief.request().requester(), deliberated.members())) {
            return refuse(REQUESTER_NEVER_APPROVES);
        }
        if (deliberated.verdict() == Verdict.REJECT) {
            return relief.phase() == Phase.REJECTED
                    ? refuse(NOT_AT_THIS_POINT)
                    : close(relief, Phase.REJECTED, DELIBERATED).noting("consultation", deliberated.consultation());
        }
        if (relief.isUrgent() && relief.heads() == null) {
            return refuse(HOUSEHOLD_NOT_ON_THE_BOOKS);
        }
        if (relief.level() != Role.STREET && !deliberated.withDistrict()) {
            return refuse(DISTRICT_TAKES_PART);
        }
        var decided = relief.decidedWith(deliberated.members());
        return become(decided.in(Phase.PAYING), DELIBERATED).noting("consultation", deliberated.consultation())
                .emit(instruction(decided, DISTRICT_BUDGET));
    }

    private static Become<ReliefCase> escalate(ReliefCase relief, ReliefCaseRule rule) {
        var request = relief.request();
        return become(relief.in(Phase.ESCALATED), rule).emit(
                new UrgentReliefEscalated(relief.id(), request.household(), request.amountFen(), relief.answerBy()));
    }

    private static Decision<ReliefCase> returned(ReliefCase relief, Context context) {
        var request = relief.request();
        var back = new ReliefReturned(relief.id(), request.lead(), request.household(), request.amountFen());
        return relief.isUrgent()
                ? escalate(relief.unpaid(), MONEY_CAME_BACK).emit(back)
                : become(relief.unpaid().backToLevel(decideBy(context)), MONEY_CAME_BACK).emit(back);
    }

    private static Decision<ReliefCase> pay(ReliefCase relief, DisbursementConfirmed confirmed, Context context) {
        var request = relief.request();
        var paidAt = confirmed.paidAt();
        var disbursed = new ReliefDisbursed(relief.id(), request.lead(), request.household(), request.amountFen(),
                paidAt);
        if (!request.urgent()) {
            return become(relief.paid(paidAt, null), PAID_AS_APPROVED).emit(disbursed);
        }
        var inTime = inTime(relief, paidAt, context);
        var days = context.policy().value(ReliefParameter.RETROACTIVE_FILING_WORKING_DAYS);
        var paid = relief.paid(paidAt, context.calendar().endAfter(paidAt, days)).answerMissed(!inTime);
        var decision = become(paid, inTime ? PAID_IN_TIME : PAID_LATE)
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
        if (isBefore(context.time(), requireNonNull(relief.paidAt()))) {
            return refuse(BEFORE_THE_PAYMENT);
        }
        var late = context.time().isAfter(requireNonNull(relief.fileBy()));
        return become(relief.in(Phase.FILED), late ? FILED_LATE : FILED_IN_TIME).noting("fileBy", relief.fileBy());
    }

    /** Whether one thing was before another, as two devices say whose clocks may differ. */
    private static boolean isBefore(Instant one, Instant other) {
        return one.plus(Envelope.CLOCK_TOLERANCE).isBefore(other);
    }

    /** The claim: household, cause and the year it struck. Paid at most once. */
    private static DisbursementInstructed instruction(ReliefCase relief, String fund) {
        var request = relief.request();
        var claim = request.household() + "." + request.hardship().name().toLowerCase(Locale.ROOT) + "."
                + request.struckAt().atZone(WorkingDays.ZONE).getYear();
        return new DisbursementInstructed(claim, relief.id(), fund, request.household(), request.amountFen(),
                relief.decidedBy());
    }
}
