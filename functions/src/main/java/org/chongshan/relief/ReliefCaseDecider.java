package org.chongshan.relief;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.relief.DisbursementConfirmed;
import org.chongshan.events.relief.DisbursementFailed;
import org.chongshan.events.relief.DisbursementInstructed;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.FundHeld;
import org.chongshan.events.relief.FundHoldRequested;
import org.chongshan.events.relief.FundRefused;
import org.chongshan.events.relief.ReliefCaseEvent;
import org.chongshan.events.relief.ReliefDeadlineBreachWithdrawn;
import org.chongshan.events.relief.ReliefDeadlineBreached;
import org.chongshan.events.relief.ReliefDisbursed;
import org.chongshan.events.relief.RetroactiveFilingOverdue;
import org.chongshan.events.relief.RetroactiveFilingSubmitted;
import org.chongshan.events.relief.UrgentReliefEscalated;
import org.chongshan.events.relief.UrgentReliefFunded;
import org.chongshan.events.relief.UrgentReliefRequested;
import org.chongshan.relief.ReliefCase.Phase;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;

/**
 * Temporary relief, the urgent way (急难型 "先行救助"): paid from the subdistrict's reserve fund within 24 hours, the papers
 * follow (补充备案). What happens to a case may come late or twice; the phase says what can still follow.
 */
public record ReliefCaseDecider() implements Decider<ReliefCase, ReliefCaseEvent> {
    /** Stands for the district's own budget where a fund is named. */
    static final String DISTRICT_BUDGET = "district";

    @Override
    public ReliefCase initial(String id) {
        return new ReliefCase(id, null, Phase.NONE, null, null, null, 0, 0, null, null, false, null, null, false);
    }

    @Override
    public String idOf(ReliefCaseEvent event) {
        return switch (event) {
            case UrgentReliefRequested requested -> requested.reliefCase();
            case FundHeld held -> held.reliefCase();
            case FundRefused refused -> refused.reliefCase();
            case UrgentReliefFunded funded -> funded.reliefCase();
            case DisbursementConfirmed confirmed -> confirmed.reliefCase();
            case DisbursementFailed failed -> failed.reliefCase();
            case RetroactiveFilingSubmitted filing -> filing.reliefCase();
        };
    }

    @Override
    public Decision<ReliefCase> decide(ReliefCase relief, ReliefCaseEvent event, Context context) {
        return switch (event) {
            case UrgentReliefRequested _ when relief.phase() != Phase.NONE -> refuse(ReliefCaseRule.REQUESTED_ONCE);
            case UrgentReliefRequested requested -> request(relief, requested, context);
            case ReliefCaseEvent _ when relief.phase() == Phase.NONE -> refuse(ReliefCaseRule.CASE_UNKNOWN);

            case FundHeld held when relief.phase() == Phase.FUNDING ->
                become(relief.in(Phase.PAYING), ReliefCaseRule.FUND_PAYS_FIRST)
                        .emit(instruction(relief, held.fund()));
            case FundRefused refused when relief.phase() == Phase.FUNDING ->
                escalate(relief, ReliefCaseRule.DISTRICT_STEPS_IN)
                        .noting("availableFen", refused.availableFen());

            case UrgentReliefFunded _ when relief.phase() != Phase.ESCALATED ->
                refuse(ReliefCaseRule.NOT_AT_THIS_POINT);
            case UrgentReliefFunded _ when context.actor().equals(relief.requester()) ->
                refuse(ReliefCaseRule.REQUESTER_NEVER_APPROVES);
            case UrgentReliefFunded _ -> become(relief.in(Phase.PAYING), ReliefCaseRule.DISTRICT_PAYS)
                    .emit(instruction(relief, DISTRICT_BUDGET));

            case DisbursementConfirmed confirmed when relief.phase() == Phase.PAYING -> pay(relief, confirmed, context);
            case DisbursementFailed failed when relief.phase() == Phase.PAYING
                    && failed.reason() == FailedBecause.CLAIM_ALREADY_PAID ->
                become(
                        relief.in(Phase.CLOSED_DUPLICATE), ReliefCaseRule.ONE_PAYMENT_PER_CLAIM);
            case DisbursementFailed _ when relief.phase() == Phase.PAYING ->
                escalate(relief, ReliefCaseRule.PAYMENT_FAILED);

            case RetroactiveFilingSubmitted _ when relief.phase() == Phase.PAID -> file(relief, context);
            case FundHeld _,FundRefused _,DisbursementConfirmed _,DisbursementFailed _,RetroactiveFilingSubmitted _ ->
                refuse(
                        ReliefCaseRule.NOT_AT_THIS_POINT);
        };
    }

    @Override
    public Decision<ReliefCase> deadlineReached(ReliefCase relief, Context context) {
        return relief.isOpen()
                ? become(relief.breached(true), ReliefCaseRule.BREACH_STATED)
                        .emit(new ReliefDeadlineBreached(relief.id(), requireNonNull(relief.household()),
                                requireNonNull(relief.requestedAt()),
                                context.time()))
                : become(relief.filingOverdue(), ReliefCaseRule.FILING_OVERDUE)
                        .emit(new RetroactiveFilingOverdue(relief.id(), context.time()));
    }

    private static Decision<ReliefCase> request(ReliefCase none, UrgentReliefRequested requested, Context context) {
        var hours = context.policy().value(ReliefParameter.URGENT_RELIEF_HOURS);
        var payBy = context.time().plus(Duration.ofHours(hours));
        var opened = new ReliefCase(none.id(), context.subdistrict(), Phase.FUNDING, context.actor(),
                requested.household(),
                requested.hardship(), requested.amountFen(), requested.persons(), context.time(), payBy, false, null,
                null, false);
        return become(opened, ReliefCaseRule.CLOCK_STARTS_IN_THE_FIELD).noting("payBy", payBy)
                .emit(new FundHoldRequested(context.subdistrict(), none.id(), requested.amountFen()));
    }

    private static Decision.Become<ReliefCase> escalate(ReliefCase relief, ReliefCaseRule rule) {
        return become(relief.in(Phase.ESCALATED), rule).emit(new UrgentReliefEscalated(relief.id(),
                requireNonNull(relief.household()), relief.amountFen(), requireNonNull(relief.payBy())));
    }

    private static Decision<ReliefCase> pay(ReliefCase relief, DisbursementConfirmed confirmed, Context context) {
        var paidAt = confirmed.paidAt();
        var minutes = Duration.between(requireNonNull(relief.requestedAt()), paidAt);
        var inTime = inTime(relief, paidAt, context);
        var days = context.policy().value(ReliefParameter.RETROACTIVE_FILING_WORKING_DAYS);
        var paid = relief.paid(paidAt, context.calendar().endAfter(paidAt, days)).breached(!inTime);
        var decision = become(paid, inTime ? ReliefCaseRule.PAID_IN_TIME : ReliefCaseRule.PAID_LATE)
                .noting("took", minutes)
                .emit(new ReliefDisbursed(relief.id(), relief.id(), requireNonNull(relief.household()),
                        relief.amountFen(), paidAt));
        // A receipt recorded in time may reach us late, after the breach was stated.
        return inTime && relief.breached()
                ? decision.emit(new ReliefDeadlineBreachWithdrawn(relief.id(), paidAt))
                : decision;
    }

    private static boolean inTime(ReliefCase relief, Instant paidAt, Context context) {
        var bound = context.policy().entry(ReliefParameter.URGENT_RELIEF_HOURS).bound();
        var payBy = requireNonNull(relief.payBy());
        return bound == org.chongshan.core.Policy.Bound.EXCLUSIVE ? paidAt.isBefore(payBy) : !paidAt.isAfter(payBy);
    }

    private static Decision<ReliefCase> file(ReliefCase relief, Context context) {
        var late = context.time().isAfter(requireNonNull(relief.fileBy()));
        return become(relief.in(Phase.FILED), late ? ReliefCaseRule.FILED_LATE : ReliefCaseRule.FILED_IN_TIME).noting(
                "fileBy",
                relief.fileBy());
    }

    /** The claim: household, cause and the year it struck. Paid at most once. */
    private static DisbursementInstructed instruction(ReliefCase relief, String fund) {
        var claim = relief.household() + "." + requireNonNull(relief.hardship()).name().toLowerCase(Locale.ROOT) + "."
                + requireNonNull(relief.requestedAt()).atZone(WorkingDays.ZONE).getYear();
        return new DisbursementInstructed(claim, relief.id(), fund, requireNonNull(relief.household()),
                relief.amountFen());
    }
}
