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
import org.chongshan.core.Term;
import org.chongshan.core.Word;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Envelope;
import org.chongshan.events.Role;
import org.chongshan.events.relief.CameToNothingBecause;
import org.chongshan.events.relief.ClosedBecause;
import org.chongshan.events.relief.ConsultationEvent.CaseIntroduced;
import org.chongshan.events.relief.ConsultationEvent.VerdictAccepted;
import org.chongshan.events.relief.ConsultationEvent.VerdictCameToNothing;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.ReliefReturned;
import org.chongshan.events.relief.LeadEvent.ReliefCaseClosed;
import org.chongshan.events.relief.ReliefCaseEvent;
import org.chongshan.events.relief.ReliefCaseEvent.CaseIntroductionRequested;
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
import org.chongshan.events.relief.ReliefNotice.UrgentReliefRetryOverdue;
import org.chongshan.events.relief.ReserveFundEvent.FundHoldRequested;
import org.chongshan.events.relief.Verdict;
import org.chongshan.relief.ReliefParameter;
import org.chongshan.relief.UrgentWay;
import org.chongshan.relief.reliefcase.ReliefCase.Due;
import org.chongshan.relief.reliefcase.ReliefCase.Phase;
import org.chongshan.relief.reliefcase.ReliefCase.Request;
import org.chongshan.relief.reliefcase.ReliefCase.Setback;
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

    /** A payment comes back before it is heard that it arrived; that more do is a fault, not a delay. */
    private static final int MOST_RETURNS_AHEAD = 5;

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

            case CaseIntroductionRequested asked -> become(relief, INTRODUCED)
                    .emit(new CaseIntroduced(asked.consultation(), relief.id(), relief.request().requester()));
            case ReliefCaseDeliberated deliberated -> deliberate(relief, deliberated, context);
            case ReliefApproved _,ReliefRejected _,UrgentReliefConfirmed _,UrgentReliefFunded _ when isBefore(
                    context.time(), relief.request().at()) ->
                refuse(BEFORE_THE_REQUEST);
            case ReliefApproved _,ReliefRejected _,UrgentReliefConfirmed _,UrgentReliefFunded _ when relief
                    .isBeforeTheSetback(context.time()) ->
                refuse(BEFORE_THE_FAILURE);

            case EconomicFactsStated facts when phase == Phase.TO_CONFIRM -> know(relief, facts, context);
            case EconomicFactsStated facts when phase == Phase.REJECTED && relief.heads() == null ->
                become(known(relief, facts), KNOWN_AFTER_THE_REJECTION);
            case UrgentReliefConfirmed _ when phase == Phase.TO_CONFIRM -> mayGrant(relief, context)
                    .orElseGet(() -> fund(relief.decidedWith(List.of(context.actor())), CONFIRMED));
            case FundHeld held when phase == Phase.FUNDING ->
                become(relief.in(Phase.PAYING), FUND_PAYS_FIRST).emit(instruction(relief, held.fund()));
            case FundRefused refused when phase == Phase.FUNDING ->
                escalate(relief, DISTRICT_STEPS_IN, relief.answerBy().end()).noting("availableFen",
                        refused.availableFen());
            case UrgentReliefFunded _ when phase == Phase.ESCALATED || phase == Phase.TO_CONFIRM ->
                mayGrant(relief, context)
                        .orElseGet(() -> payFromBudget(relief.decidedWith(List.of(context.actor())), DISTRICT_PAYS));

            case EconomicFactsStated facts when phase == Phase.GATHERING_FACTS -> route(relief, facts, context);
            case ReliefApproved _ when isWithLevel(relief) -> mayGrant(relief, context)
                    .orElseGet(() -> payFromBudget(relief.decidedWith(List.of(context.actor())), APPROVED));
            case ReliefRejected _ when isWithLevel(relief) || phase == Phase.TO_CONFIRM || phase == Phase.ESCALATED ->
                mayDecide(relief, context).orElseGet(() -> close(relief, Phase.REJECTED, REJECTED));

            // A bank that had said failed may have paid after all, wherever the case stands by then.
            case DisbursementConfirmed confirmed when phase != Phase.PAID && phase != Phase.FILED ->
                relief.returnsAhead() > 0 ? cameAndWent(relief, confirmed, context) : pay(relief, confirmed, context);
            case DisbursementFailed failed when phase == Phase.PAYING
                    && failed.reason() == FailedBecause.CLAIM_ALREADY_PAID ->
                close(relief, Phase.CLOSED_DUPLICATE, ONE_PAYMENT_PER_CLAIM);
            case DisbursementFailed _ when phase == Phase.PAYING ->
                owedAgain(relief, relief.isUrgent() ? PAYMENT_FAILED : BACK_TO_WHO_APPROVED, context);
            case DisbursementReturned _ when phase == Phase.PAID || phase == Phase.FILED -> returned(relief, context);
            case DisbursementReturned _ when relief.mayHaveOrdered() && relief.returnsAhead() < MOST_RETURNS_AHEAD ->
                become(relief.returnsAhead(relief.returnsAhead() + 1), CAME_BACK_BEFORE_IT_ARRIVED);

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
        if (deadline == Due.RETRY) {
            var setback = requireNonNull(relief.setback());
            return become(relief.setback(setback.retryMissedStated()), RETRY_OVERDUE).emit(
                    new UrgentReliefRetryOverdue(relief.id(), request.household(), setback.knownAt(), context.time()));
        }
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
        var payBy = context.time().plus(hours(context));
        var officer = context.role() == Role.STREET || context.role() == Role.SYSTEM;
        var request = new Request(true, context.actor(), requested.household(), requested.hardship(),
                requested.amountFen(), requested.persons(), context.time(), officer, orElse(requested.lead(), id),
                struckAt);
        return become(opened(id, Phase.TO_CONFIRM, request, Term.at(payBy), context), CLOCK_STARTS_IN_THE_FIELD)
                .noting("payBy", payBy).noting("struckAt", struckAt).emit(asking(id, request, context));
    }

    private static Decision<ReliefCase> apply(String id, ReliefApplicationSubmitted application, Context context) {
        var struckAt = orElse(application.struckAt(), context.time());
        var decideBy = decideBy(context);
        var request = new Request(false, context.actor(), application.household(), application.hardship(),
                application.amountFen(), application.persons(), context.time(), context.role() == Role.STREET,
                orElse(application.lead(), id), struckAt);
        return become(opened(id, Phase.GATHERING_FACTS, request, decideBy, context), APPLICATION_TAKEN)
                .noting("decideBy", decideBy).noting("struckAt", struckAt).emit(asking(id, request, context));
    }

    private static EconomicFactsRequested asking(String id, Request request, Context context) {
        return new EconomicFactsRequested(request.household(), id, request.urgent(), request.hardship(),
                WorkingDays.dayOf(request.struckAt()), WorkingDays.dayOf(context.received()));
    }

    /** Whoever decides has the days from when it could be known that there is something to decide. */
    private static Term decideBy(Context context) {
        return context.term(context.received(), context.policy().value(ReliefParameter.ORDINARY_DECISION_WORKING_DAYS));
    }

    private static ReliefCase opened(String id, Phase phase, Request request, Term answerBy, Context context) {
        return new ReliefCase(id, context.subdistrict(), phase, request, null, new TreeSet<>(List.of(context.actor())),
                null, answerBy, false, null, null, false, null, null, 0);
    }

    private static <T> T orElse(@Nullable T one, T other) {
        return one == null ? other : one;
    }

    /** An officer's own request within the street's limit goes on by itself: another hand, the cashier's, pays it. */
    private static Decision<ReliefCase> know(ReliefCase relief, EconomicFactsStated facts, Context context) {
        var known = known(relief, facts);
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

    private static ReliefCase known(ReliefCase relief, EconomicFactsStated facts) {
        return relief.known(headsOf(facts), facts.struckOn());
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
        var relief = known(asked, facts);
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
        if (relief.isDecidedByTooMany(List.of(context.actor()))) {
            return Optional.of(refuse(DECIDED_BY_TOO_MANY));
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

    /** A consultation is told what became of its verdict, whichever way. */
    private static Decision<ReliefCase> deliberate(ReliefCase relief, ReliefCaseDeliberated deliberated,
            Context context) {
        var because = obstacle(relief, deliberated, context);
        if (because.isPresent()) {
            return become(relief, ruleOf(because.get())).noting("consultation", deliberated.consultation())
                    .emit(new VerdictCameToNothing(deliberated.consultation(), relief.id(), because.get()));
        }
        var accepted = new VerdictAccepted(deliberated.consultation(), relief.id());
        if (deliberated.verdict() == Verdict.REJECT) {
            return close(relief, Phase.REJECTED, DELIBERATED).noting("consultation", deliberated.consultation())
                    .emit(accepted);
        }
        var decided = relief.decidedWith(deliberated.members());
        return become(decided.in(Phase.PAYING), DELIBERATED).noting("consultation", deliberated.consultation())
                .emit(instruction(decided, DISTRICT_BUDGET), accepted);
    }

    /** Why a verdict changes nothing. Above the street's limit, or while nobody knows, nothing is decided without the district. */
    private static Optional<CameToNothingBecause> obstacle(ReliefCase relief, ReliefCaseDeliberated deliberated,
            Context context) {
        var approves = deliberated.verdict() == Verdict.APPROVE;
        CameToNothingBecause because = null;
        if (isBefore(context.time(), relief.request().at())) {
            because = CameToNothingBecause.BEFORE_THE_REQUEST;
        } else if (Actors.isAmong(relief.request().requester(), deliberated.members())) {
            because = CameToNothingBecause.REQUESTER_TOOK_PART;
        } else if (!relief.isUndecided() && !(approves && relief.phase() == Phase.REJECTED)) {
            because = CameToNothingBecause.TOO_LATE;
        } else if (relief.isBeforeTheSetback(context.time())) {
            because = CameToNothingBecause.BEFORE_THE_FAILURE;
        } else if (relief.level() != Role.STREET && !deliberated.withDistrict()) {
            because = CameToNothingBecause.DISTRICT_ABSENT;
        } else if (approves && relief.heads() == null) {
            because = CameToNothingBecause.HOUSEHOLD_UNKNOWN;
        } else if (approves && relief.isDecidedByTooMany(deliberated.members())) {
            because = CameToNothingBecause.TOO_MANY_DECIDED;
        }
        return Optional.ofNullable(because);
    }

    private static ReliefCaseRule ruleOf(CameToNothingBecause because) {
        return switch (because) {
            case TOO_LATE -> VERDICT_CAME_TOO_LATE;
            case BEFORE_THE_REQUEST -> BEFORE_THE_REQUEST;
            case BEFORE_THE_FAILURE -> BEFORE_THE_FAILURE;
            case REQUESTER_TOOK_PART -> REQUESTER_NEVER_APPROVES;
            case DISTRICT_ABSENT -> DISTRICT_TAKES_PART;
            case HOUSEHOLD_UNKNOWN -> HOUSEHOLD_NOT_ON_THE_BOOKS;
            case TOO_MANY_DECIDED -> DECIDED_BY_TOO_MANY;
        };
    }

    private static Become<ReliefCase> escalate(ReliefCase relief, ReliefCaseRule rule, Instant payBy) {
        var request = relief.request();
        return become(relief.in(Phase.ESCALATED), rule)
                .emit(new UrgentReliefEscalated(relief.id(), request.household(), request.amountFen(), payBy));
    }

    /**
     * Its payment failed or came back. The 24 hours of an urgent case run on from the request, and their breach is stated once;
     * whoever pays now has as many from when it could first be known. An ordinary one is decided again, in its working days.
     */
    private static Become<ReliefCase> owedAgain(ReliefCase relief, ReliefCaseRule rule, Context context) {
        var retryBy = context.received().plus(hours(context));
        var owed = relief.setback(new Setback(context.received(), retryBy, false));
        return relief.isUrgent()
                ? escalate(owed, rule, retryBy).noting("retryBy", retryBy)
                : become(owed.backToLevel(decideBy(context)), rule);
    }

    private static Duration hours(Context context) {
        return Duration.ofHours(context.policy().value(ReliefParameter.URGENT_RELIEF_HOURS));
    }

    private static Become<ReliefCase> returned(ReliefCase relief, Context context) {
        var request = relief.request();
        return owedAgain(relief.unpaid(), MONEY_CAME_BACK, context)
                .emit(new ReliefReturned(relief.id(), request.lead(), request.household(), request.amountFen()));
    }

    /** That it came back was heard first: it did not arrive after all, in time or late. */
    private static Become<ReliefCase> cameAndWent(ReliefCase relief, DisbursementConfirmed confirmed, Context context) {
        var heard = relief.returnsAhead(relief.returnsAhead() - 1);
        return become(heard, CAME_BACK_BEFORE_IT_ARRIVED).emit(disbursed(heard, confirmed.paidAt()))
                .and(returned(heard, context));
    }

    private static ReliefDisbursed disbursed(ReliefCase relief, Instant paidAt) {
        var request = relief.request();
        return new ReliefDisbursed(relief.id(), request.lead(), request.household(), request.amountFen(), paidAt);
    }

    private static Decision<ReliefCase> pay(ReliefCase relief, DisbursementConfirmed confirmed, Context context) {
        var request = relief.request();
        var paidAt = confirmed.paidAt();
        var disbursed = disbursed(relief, paidAt);
        if (!request.urgent()) {
            return become(relief.paid(paidAt, null), PAID_AS_APPROVED).emit(disbursed);
        }
        var inTime = inTime(relief, paidAt, context);
        var days = context.policy().value(ReliefParameter.RETROACTIVE_FILING_WORKING_DAYS);
        var paid = relief.paid(paidAt, context.term(paidAt, days)).answerMissed(!inTime);
        var decision = become(paid, inTime ? PAID_IN_TIME : PAID_LATE)
                .noting("took", Duration.between(request.at(), paidAt)).emit(disbursed);
        if (inTime == !relief.answerMissed()) {
            return decision;
        }
        // A receipt recorded in time may reach us late, after the breach was stated; one of a late payment before the clock.
        return decision.emit(inTime
                ? new ReliefDeadlineBreachWithdrawn(relief.id(), paidAt)
                : new ReliefDeadlineBreached(relief.id(), request.household(), request.at(), relief.answerBy().end()));
    }

    private static boolean inTime(ReliefCase relief, Instant paidAt, Context context) {
        var bound = context.policy().entry(ReliefParameter.URGENT_RELIEF_HOURS).bound();
        var payBy = relief.answerBy().end();
        return bound == Bound.EXCLUSIVE ? paidAt.isBefore(payBy) : !paidAt.isAfter(payBy);
    }

    private static Decision<ReliefCase> file(ReliefCase relief, Context context) {
        if (isBefore(context.time(), requireNonNull(relief.paidAt()))) {
            return refuse(BEFORE_THE_PAYMENT);
        }
        var fileBy = requireNonNull(relief.fileBy());
        var late = context.time().isAfter(fileBy.end());
        return become(relief.in(Phase.FILED), late ? FILED_LATE : FILED_IN_TIME).noting("fileBy", fileBy);
    }

    /** Whether one thing was before another, as two devices say whose clocks may differ. */
    private static boolean isBefore(Instant one, Instant other) {
        return one.plus(Envelope.CLOCK_TOLERANCE).isBefore(other);
    }

    /** The claim: household, cause and the year it struck, as the household knows it. Paid at most once. */
    private static DisbursementInstructed instruction(ReliefCase relief, String fund) {
        var request = relief.request();
        var claim = request.household() + "." + request.hardship().name().toLowerCase(Locale.ROOT) + "."
                + requireNonNull(relief.struckOn()).getYear();
        return new DisbursementInstructed(claim, relief.id(), fund, request.household(), request.amountFen(),
                relief.decidedBy());
    }
}
