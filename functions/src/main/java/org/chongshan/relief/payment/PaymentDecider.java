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

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;

/** Payments: one per claim, whatever is retried. The order goes out as an event; a receipt answers it. */
public record PaymentDecider() implements Decider<Payment, PaymentEvent> {
    @Override
    public Payment initial(String id) {
        return new Payment(id, null, "none", null, null, null, 0, 0, null, null);
    }

    @Override
    public String idOf(PaymentEvent event) {
        return event.claim();
    }

    @Override
    public Decision<Payment> decide(Payment payment, PaymentEvent event, Context context) {
        var standing = payment.status().equals("ordered") || payment.status().equals("paid");
        return switch (event) {
            case DisbursementInstructed instructed when standing
                    && instructed.reliefCase().equals(payment.reliefCase()) ->
                refuse(PaymentRule.ORDERED_ONCE);
            case DisbursementInstructed other when standing ->
                become(payment, PaymentRule.CLAIM_TAKEN).emit(new DisbursementFailed(payment.id(), other.reliefCase(),
                        other.fund(), other.amountFen(), FailedBecause.CLAIM_ALREADY_PAID));
            case DisbursementInstructed instructed -> order(payment, instructed, context);

            case PaymentReceiptRecorded _ when !payment.status().equals("ordered") ->
                refuse(PaymentRule.NOTHING_ORDERED);
            case PaymentReceiptRecorded receipt when receipt.result() == Receipt.PAID ->
                become(payment.receipt("paid", receipt.reference(), context.time()), PaymentRule.RECEIPT_PAID)
                        .emit(new DisbursementConfirmed(payment.id(), requireNonNull(payment.reliefCase()),
                                requireNonNull(payment.fund()), payment.amountFen(), context.time()));
            case PaymentReceiptRecorded receipt ->
                become(payment.receipt("failed", receipt.reference(), null), PaymentRule.RECEIPT_FAILED)
                        .emit(new DisbursementFailed(payment.id(), requireNonNull(payment.reliefCase()),
                                requireNonNull(payment.fund()), payment.amountFen(), FailedBecause.RECEIPT_SAYS_SO));
        };
    }

    private static Decision<Payment> order(Payment payment, DisbursementInstructed instructed, Context context) {
        var ordered = new Payment(payment.id(), context.subdistrict(), "ordered", instructed.reliefCase(),
                instructed.fund(), instructed.household(), instructed.amountFen(), payment.attempts() + 1, null, null);
        return become(ordered, PaymentRule.PAYMENT_ORDERED).emit(new DisbursementOrdered(payment.id(),
                instructed.fund(), instructed.household(), instructed.amountFen()));
    }
}
