package org.chongshan.eldercare.caresettlement;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.eldercare.caresettlement.CareSettlement.Due;
import org.chongshan.eldercare.caresettlement.CareSettlement.Status;
import org.chongshan.events.Event;
import org.chongshan.events.eldercare.CareSettlementEvent;
import org.chongshan.events.eldercare.CareSettlementEvent.BalanceCarried;
import org.chongshan.events.eldercare.CareSettlementEvent.SettlementConfirmed;
import org.chongshan.events.eldercare.CareSettlementEvent.SettlementPaid;
import org.chongshan.events.eldercare.CareSettlementEvent.SettlementPaymentFailed;
import org.chongshan.events.eldercare.CareSettlementEvent.VisitCharged;
import org.chongshan.events.eldercare.CareSettlementEvent.VisitTakenOff;
import org.chongshan.events.eldercare.HomeVisitNotice.SettlementClosed;
import org.chongshan.events.eldercare.HomeVisitNotice.SettlementConfirmationOverdue;
import org.chongshan.events.eldercare.HomeVisitNotice.SettlementPaymentOrdered;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.caresettlement.CareSettlementRule.*;

/**
 * Settlements: sums that only ever lose what goes on to the next month, so that all of them together are what was charged less
 * what was taken off, in whatever order it came.
 */
public record CareSettlementDecider() implements Decider<CareSettlement, CareSettlementEvent> {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    /** Before the id of a settlement, in the id of its claim. */
    private static final String CLAIM = "home-care.";
    /** Before the code of a subdistrict, in the id of the budget that bears it. */
    private static final String BUDGET = "home-care-";

    @Override
    public String idOf(CareSettlementEvent event) {
        return event.settlement();
    }

    @Override
    public Decision<CareSettlement> begin(String id, CareSettlementEvent event, Context context) {
        return switch (event) {
            case VisitCharged charged -> charge(open(id, charged.provider(), context), charged);
            case VisitTakenOff off -> takeOff(open(id, off.provider(), context), off);
            case BalanceCarried carried -> carry(open(id, carried.provider(), context), carried);
            case SettlementConfirmed _,SettlementPaid _,SettlementPaymentFailed _ -> early(SETTLEMENT_UNKNOWN);
        };
    }

    /** A month is closed from its cut-off on, whether or not the clock has come by yet. */
    @Override
    public Decision<CareSettlement> decide(CareSettlement settlement, CareSettlementEvent event, Context context) {
        return settlement.isOpen() && !context.received().isBefore(settlement.cutOffAt())
                ? close(settlement, context).then(closed -> decideUpon(closed, event, context))
                : decideUpon(settlement, event, context);
    }

    private static Decision<CareSettlement> decideUpon(CareSettlement settlement, CareSettlementEvent event,
            Context context) {
        var status = settlement.status();
        return switch (event) {
            case VisitCharged charged -> charge(settlement, charged);
            case VisitTakenOff off -> takeOff(settlement, off);
            case BalanceCarried carried -> carry(settlement, carried);
            case SettlementConfirmed _ when status != Status.TO_CONFIRM && status != Status.UNCONFIRMED
                    && status != Status.NOT_PAID ->
                refuse(NOT_AT_THIS_POINT);
            case SettlementConfirmed confirmed -> confirm(settlement, confirmed, context);
            case SettlementPaid paid when status == Status.ORDERED || status == Status.NOT_PAID ->
                become(settlement.paid(Status.PAID, paid.amountFen(), paid.paidAt()), PAID);
            case SettlementPaymentFailed _ when status == Status.ORDERED || status == Status.PAID ->
                become(settlement.paid(Status.NOT_PAID, 0, null), NOT_PAID);
            case SettlementPaid _,SettlementPaymentFailed _ -> refuse(NOT_AT_THIS_POINT);
        };
    }

    @Override
    public Become<CareSettlement> reached(CareSettlement settlement, Deadline deadline, Context context) {
        return switch ((Due) deadline) {
            case CUT_OFF -> close(settlement, context);
            case CONFIRMATION -> Decision.<CareSettlement>become(settlement.statedLate(), CONFIRMATION_MISSED)
                    .emit(new SettlementConfirmationOverdue(settlement.id(), settlement.provider(), context.time()));
        };
    }

    private static CareSettlement open(String id, String provider, Context context) {
        var day = (int) context.policy().value(EldercareParameter.SETTLEMENT_CUT_OFF_DAY);
        return CareSettlement.open(id, context.subdistrict(), provider,
                WorkingDays.endOf(month(id).plusMonths(1).atDay(day)));
    }

    private static YearMonth month(String id) {
        return YearMonth.parse(id.substring(id.lastIndexOf('.') + 1), MONTH);
    }

    private static String next(String id) {
        return id.substring(0, id.lastIndexOf('.') + 1) + MONTH.format(month(id).plusMonths(1));
    }

    private static Decision<CareSettlement> charge(CareSettlement settlement, VisitCharged charged) {
        var after = settlement.charged(charged.feeFen(), charged.officers());
        if (!settlement.isOpen()) {
            return passOn(settlement, next(settlement, charged), PASSED_ON);
        }
        return after.officers().size() > CareSettlement.MOST_OFFICERS
                ? passOn(settlement, next(settlement, charged), TOO_MANY_OFFICERS)
                : become(after, CHARGED);
    }

    private static VisitCharged next(CareSettlement settlement, VisitCharged charged) {
        return new VisitCharged(next(settlement.id()), charged.provider(), charged.visit(), charged.feeFen(),
                charged.officers());
    }

    private static Decision<CareSettlement> takeOff(CareSettlement settlement, VisitTakenOff off) {
        return settlement.isUndecided()
                ? still(settlement.takenOff(off.feeFen()), TAKEN_OFF)
                : passOn(settlement,
                        new VisitTakenOff(next(settlement.id()), off.provider(), off.visit(), off.feeFen()), PASSED_ON);
    }

    private static Decision<CareSettlement> carry(CareSettlement settlement, BalanceCarried carried) {
        return settlement.isUndecided()
                ? still(settlement.carried(carried.amountFen()), BALANCE_CARRIED)
                : passOn(settlement, new BalanceCarried(next(settlement.id()), carried.provider(), carried.from(),
                        carried.amountFen()), PASSED_ON);
    }

    private static Decision<CareSettlement> passOn(CareSettlement settlement, Event toTheNext,
            CareSettlementRule rule) {
        return Decision.<CareSettlement>become(settlement.passedOnOnce(), rule).emit(toTheNext);
    }

    /** A closed month of which nothing is left has ended. */
    private static Decision<CareSettlement> still(CareSettlement settlement, CareSettlementRule rule) {
        return settlement.isOpen() || settlement.dueFen() > 0
                ? become(settlement, rule)
                : Decision.<CareSettlement>become(settlement, rule).and(nothingDue(settlement));
    }

    private static Become<CareSettlement> close(CareSettlement settlement, Context context) {
        if (settlement.dueFen() <= 0) {
            return nothingDue(settlement);
        }
        var from = context.received().isBefore(settlement.cutOffAt()) ? settlement.cutOffAt() : context.received();
        var confirmBy = context.term(from,
                context.policy().value(EldercareParameter.SETTLEMENT_CONFIRMATION_WORKING_DAYS));
        return Decision.<CareSettlement>become(settlement.toConfirm(confirmBy), CLOSED)
                .emit(new SettlementClosed(settlement.id(), settlement.provider(), settlement.dueFen()));
    }

    private static Become<CareSettlement> nothingDue(CareSettlement settlement) {
        var ended = Decision.<CareSettlement>become(settlement.in(Status.NOTHING_DUE), NOTHING_DUE);
        return settlement.dueFen() == 0
                ? ended
                : ended.emit(new BalanceCarried(next(settlement.id()), settlement.provider(), settlement.id(),
                        settlement.dueFen()));
    }

    private static Decision<CareSettlement> confirm(CareSettlement settlement, SettlementConfirmed confirmed,
            Context context) {
        if (Actors.isAmong(context.actor(), settlement.officers())) {
            return refuse(DUTIES_APART);
        }
        if (confirmed.amountFen() != settlement.dueFen()) {
            return refuse(NOT_THE_SUM);
        }
        return Decision.<CareSettlement>become(settlement.confirmed(context.actor()), CONFIRMED)
                .emit(new SettlementPaymentOrdered(settlement.id(), CLAIM + settlement.id(), settlement.provider(),
                        settlement.dueFen(), BUDGET + settlement.subdistrict(),
                        new TreeSet<>(Set.of(context.actor()))));
    }
}
