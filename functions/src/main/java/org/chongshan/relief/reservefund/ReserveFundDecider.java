package org.chongshan.relief.reservefund;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementReturned;
import org.chongshan.events.relief.ReliefCaseEvent.FundHeld;
import org.chongshan.events.relief.ReliefCaseEvent.FundRefused;
import org.chongshan.events.relief.ReliefNotice.FundReplenishmentRequested;
import org.chongshan.events.relief.ReserveFundEvent;
import org.chongshan.events.relief.ReserveFundEvent.FundHoldRequested;
import org.chongshan.events.relief.ReserveFundEvent.FundOpened;
import org.chongshan.events.relief.ReserveFundEvent.FundReplenished;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;

/** Reserve funds (备用金): never pay what they do not have. */
public record ReserveFundDecider() implements Decider<ReserveFund, ReserveFundEvent> {
    @Override
    public String idOf(ReserveFundEvent event) {
        return event.fund();
    }

    @Override
    public Decision<ReserveFund> begin(String id, ReserveFundEvent event, Context context) {
        return switch (event) {
            case FundReplenished _ -> early(ReserveFundRule.FUND_UNKNOWN);
            default -> decide(ReserveFund.unopened(id, context.subdistrict()), event, context);
        };
    }

    @Override
    public Decision<ReserveFund> decide(ReserveFund fund, ReserveFundEvent event, Context context) {
        return switch (event) {
            case FundOpened _ when fund.opened() -> refuse(ReserveFundRule.OPENED_ONCE);
            case FundOpened opened ->
                become(fund.opened(opened.amountFen(), opened.floorFen()), ReserveFundRule.FUND_OPENED);
            case FundReplenished _ when !fund.opened() -> early(ReserveFundRule.FUND_UNKNOWN);
            case FundReplenished replenished ->
                become(fund.replenished(replenished.amountFen()), ReserveFundRule.FUND_REPLENISHED);

            case FundHoldRequested requested when fund.holds().containsKey(requested.reliefCase()) ->
                refuse(ReserveFundRule.HELD_ONCE);
            // An answer and not a refusal: the case waits for it, and turns to the district.
            case FundHoldRequested requested when requested.amountFen() > fund.available() ->
                become(fund, ReserveFundRule.NEVER_OVERDRAWN)
                        .emit(new FundRefused(fund.id(), requested.reliefCase(), fund.available()));
            case FundHoldRequested requested -> hold(fund, requested);

            case DisbursementConfirmed confirmed when fund.returned().contains(confirmed.reliefCase()) ->
                become(fund.paidAndReturned(confirmed.reliefCase()), ReserveFundRule.MONEY_CAME_BACK);
            // A bank that had said failed paid after all: every fen that left is on record.
            case DisbursementConfirmed confirmed when !fund.holds().containsKey(confirmed.reliefCase())
                    && fund.released().contains(confirmed.reliefCase()) ->
                become(fund.paidAfterAll(confirmed.reliefCase(), confirmed.amountFen()),
                        ReserveFundRule.PAID_WITHOUT_HOLD);
            case DisbursementConfirmed confirmed when !fund.holds().containsKey(confirmed.reliefCase()) ->
                refuse(ReserveFundRule.NOTHING_HELD);
            case DisbursementConfirmed confirmed ->
                become(fund.settle(confirmed.reliefCase(), fund.holds().get(confirmed.reliefCase())),
                        ReserveFundRule.PAID_FROM_HOLD);
            case DisbursementFailed failed when !fund.holds().containsKey(failed.reliefCase()) ->
                refuse(ReserveFundRule.NOTHING_HELD);
            case DisbursementFailed failed -> become(fund.release(failed.reliefCase()), ReserveFundRule.HOLD_RELEASED);
            case DisbursementReturned returned when fund.mayStillPay(returned.reliefCase()) ->
                become(fund.returnedAhead(returned.reliefCase()), ReserveFundRule.CAME_BACK_BEFORE_IT_WAS_PAID);
            case DisbursementReturned returned when !fund.opened() || returned.amountFen() > fund.paid() ->
                refuse(ReserveFundRule.NOTHING_HELD);
            case DisbursementReturned returned ->
                become(fund.settle(returned.reliefCase(), -returned.amountFen()), ReserveFundRule.MONEY_CAME_BACK);
        };
    }

    private static Decision<ReserveFund> hold(ReserveFund fund, FundHoldRequested requested) {
        var held = fund.hold(requested.reliefCase(), requested.amountFen());
        var answer = new FundHeld(fund.id(), requested.reliefCase(), requested.amountFen());
        if (held.available() < held.floorFen() && !held.asked()) {
            return become(held.asked(true), ReserveFundRule.HELD_FOR_CASE).emit(answer,
                    new FundReplenishmentRequested(fund.id(), held.available(), held.floorFen()));
        }
        return become(held, ReserveFundRule.HELD_FOR_CASE).emit(answer);
    }
}
