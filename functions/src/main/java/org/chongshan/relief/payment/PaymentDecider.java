package org.chongshan.relief.payment;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.PaymentEvent;
import org.chongshan.events.relief.PaymentEvent.DisbursementInstructed;
import org.chongshan.events.relief.PaymentEvent.PaymentReceiptRecorded;
import org.chongshan.events.relief.Receipt;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefNotice.DisbursementOrdered;
import org.chongshan.relief.payment.Payment.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;

/** Payments: one per claim, whatever is retried. The order goes out as an event; a receipt answers it. */
public record PaymentDecider() implements Decider<Payment, PaymentEvent> {
    @Override
    public String idOf(PaymentEvent event) {
        return event.claim();
    }

    @Override
    public Decision<Payment> begin(String id, PaymentEvent event, Context context) {
        return switch (event) {
            case DisbursementInstructed instructed -> order(id, 1, instructed, context);
            case PaymentReceiptRecorded _ -> early(PaymentRule.NOTHING_ORDERED);
        };
    }

    @Override
    public Decision<Payment> decide(Payment payment, PaymentEvent event, Context context) {
        return switch (event) {
            case DisbursementInstructed instructed when payment.status() == Status.FAILED ->
                order(payment.id(), payment.attempts() + 1, instructed, context);
            case DisbursementInstructed instructed when instructed.reliefCase().equals(payment.reliefCase()) ->
                refuse(PaymentRule.ORDERED_ONCE);
            case DisbursementInstructed other ->
                become(payment, PaymentRule.CLAIM_TAKEN).emit(new DisbursementFailed(payment.id(), other.reliefCase(),
                        other.fund(), other.amountFen(), FailedBecause.CLAIM_ALREADY_PAID));

            case PaymentReceiptRecorded _ when payment.status() != Status.ORDERED ->
                refuse(PaymentRule.NOTHING_ORDERED);
            case PaymentReceiptRecorded receipt when receipt.result() == Receipt.PAID ->
                become(payment.receipt(Status.PAID, receipt.reference(), context.time()), PaymentRule.RECEIPT_PAID)
                        .emit(new DisbursementConfirmed(payment.id(), payment.reliefCase(), payment.fund(),
                                payment.amountFen(), context.time()));
            case PaymentReceiptRecorded receipt ->
                become(payment.receipt(Status.FAILED, receipt.reference(), null), PaymentRule.RECEIPT_FAILED)
                        .emit(new DisbursementFailed(payment.id(), payment.reliefCase(), payment.fund(),
                                payment.amountFen(), FailedBecause.RECEIPT_SAYS_SO));
        };
    }

    private static Decision<Payment> order(String claim, int attempt, DisbursementInstructed instructed,
            Context context) {
        var ordered = new Payment(claim, context.subdistrict(), Status.ORDERED, instructed.reliefCase(),
                instructed.fund(), instructed.household(), instructed.amountFen(), attempt, null, null);
        return become(ordered, PaymentRule.PAYMENT_ORDERED).emit(
                new DisbursementOrdered(claim, instructed.fund(), instructed.household(), instructed.amountFen()));
    }
}
