package org.chongshan.relief.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.events.Event;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.PaymentEvent;
import org.chongshan.events.relief.PaymentEvent.DisbursementInstructed;
import org.chongshan.events.relief.PaymentEvent.PaymentReceiptRecorded;
import org.chongshan.events.relief.PaymentEvent.PaymentReturned;
import org.chongshan.events.relief.Receipt;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementReturned;
import org.chongshan.events.relief.ReliefNotice.DisbursementOrdered;
import org.chongshan.events.relief.ReliefNotice.PaymentReceiptOverdue;
import org.chongshan.relief.ReliefParameter;
import org.chongshan.relief.payment.Payment.Order;
import org.chongshan.relief.payment.Payment.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.relief.payment.PaymentRule.*;

/**
 * Payments: one per claim, whatever is retried. The order goes out as an event; a receipt answers one attempt. Another case
 * under the claim waits until the attempt in hand has its receipt: nothing is called a duplicate of what was never paid.
 */
public record PaymentDecider() implements Decider<Payment, PaymentEvent> {
    /** How far the cashier's clock may lie behind the one by which it was ordered. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    @Override
    public String idOf(PaymentEvent event) {
        return event.claim();
    }

    @Override
    public Decision<Payment> begin(String id, PaymentEvent event, Context context) {
        return switch (event) {
            case DisbursementInstructed instructed ->
                order(id, context.subdistrict(), orderOf(instructed), 1, List.of(), List.of(), context);
            case PaymentReceiptRecorded _,PaymentReturned _ -> early(NOTHING_ORDERED);
        };
    }

    @Override
    public Decision<Payment> decide(Payment payment, PaymentEvent event, Context context) {
        return switch (event) {
            case DisbursementInstructed instructed -> instruct(payment, instructed, context);

            case PaymentReceiptRecorded receipt when payment.known().contains(receipt.reference()) ->
                refuse(RECEIPT_REPEATED);
            case PaymentReturned returned when payment.known().contains(returned.reference()) ->
                refuse(RECEIPT_REPEATED);
            case PaymentEvent _ when Actors.isAmong(context.actor(), payment.decidedBy()) -> refuse(DUTIES_APART);
            case PaymentEvent _ when context.time().isBefore(payment.orderedAt().minus(CLOCKS_DIFFER)) ->
                refuse(BEFORE_THE_ORDER);

            case PaymentReceiptRecorded receipt when payment.status() == Status.ORDERED ->
                receipt.result() == Receipt.PAID
                        ? paid(payment, receipt, RECEIPT_PAID, context)
                        : failed(payment, receipt, context);
            case PaymentReceiptRecorded receipt when payment.status() == Status.FAILED
                    && receipt.result() == Receipt.PAID ->
                paid(payment, receipt, RECEIPT_CORRECTED, context);
            case PaymentReceiptRecorded _ -> refuse(NOTHING_ORDERED);

            case PaymentReturned returned when payment.status() == Status.PAID ->
                become(payment.receipt(Status.RETURNED, returned.reference(), null), SENT_BACK)
                        .emit(new DisbursementReturned(payment.id(), payment.reliefCase(), payment.fund(),
                                payment.amountFen()));
            case PaymentReturned _ -> refuse(NOTHING_PAID);
        };
    }

    @Override
    public Become<Payment> reached(Payment payment, Deadline deadline, Context context) {
        return Decision.<Payment>become(payment.overdueStated(), RECEIPT_OVERDUE)
                .emit(new PaymentReceiptOverdue(payment.id(), payment.orderedAt()));
    }

    private static Decision<Payment> instruct(Payment payment, DisbursementInstructed instructed, Context context) {
        var order = orderOf(instructed);
        return switch (payment.status()) {
            case FAILED, RETURNED -> order(payment.id(), payment.subdistrict(), order, payment.attempts() + 1,
                    payment.known(), payment.waiting(), context);
            case PAID ->
                become(payment, CLAIM_TAKEN).emit(failure(payment.id(), order, FailedBecause.CLAIM_ALREADY_PAID));
            case ORDERED -> {
                if (order.reliefCase().equals(payment.reliefCase()) || payment.isWaitingFor(order.reliefCase())) {
                    yield refuse(ORDERED_ONCE);
                }
                if (payment.waiting().size() >= Payment.MOST_WAITING) {
                    yield become(payment, TOO_MANY_WAIT)
                            .emit(failure(payment.id(), order, FailedBecause.TOO_MANY_WAIT_FOR_THE_CLAIM));
                }
                var all = new ArrayList<>(payment.waiting());
                all.add(order);
                yield become(payment.waiting(all), WAITS_FOR_ITS_TURN);
            }
        };
    }

    /** Paid as of the receipt's own time, but not before it was ordered. */
    private static Decision<Payment> paid(Payment payment, PaymentReceiptRecorded receipt, PaymentRule rule,
            Context context) {
        var at = later(context.time(), payment.orderedAt());
        var closed = payment.waiting().stream()
                .map(order -> failure(payment.id(), order, FailedBecause.CLAIM_ALREADY_PAID)).toArray(Event[]::new);
        return become(payment.receipt(Status.PAID, receipt.reference(), at).waiting(List.of()), rule)
                .noting("attempt", payment.attempts()).emit(new DisbursementConfirmed(payment.id(),
                        payment.reliefCase(), payment.fund(), payment.amountFen(), at))
                .emit(closed);
    }

    /** The next in turn is ordered; when nobody waits, whoever it was ordered for may order it again. */
    private static Decision<Payment> failed(Payment payment, PaymentReceiptRecorded receipt, Context context) {
        var own = failure(payment.id(), new Order(payment.reliefCase(), payment.fund(), payment.household(),
                payment.amountFen(), payment.decidedBy()), FailedBecause.RECEIPT_SAYS_SO);
        Become<Payment> failed = Decision
                .<Payment>become(payment.receipt(Status.FAILED, receipt.reference(), null), RECEIPT_FAILED)
                .noting("attempt", payment.attempts()).emit(own);
        return payment.waiting().isEmpty()
                ? failed
                : failed.then(now -> order(now.id(), now.subdistrict(), now.waiting().getFirst(), now.attempts() + 1,
                        now.known(), now.waiting().subList(1, now.waiting().size()), context));
    }

    private static Decision<Payment> order(String claim, String subdistrict, Order order, int attempt,
            List<String> known, List<Order> waiting, Context context) {
        var days = context.policy().value(ReliefParameter.PAYMENT_RECEIPT_DAYS);
        // Whoever pays has the time from when the order could be known.
        var receiptBy = later(context.time(), context.received()).plus(Duration.ofDays(days));
        return become(
                new Payment(claim, subdistrict, order, attempt, context.time(), receiptBy, known, List.copyOf(waiting)),
                PAYMENT_ORDERED).noting("attempt", attempt)
                .emit(new DisbursementOrdered(claim, order.fund(), order.household(), order.amountFen()));
    }

    private static DisbursementFailed failure(String claim, Order order, FailedBecause because) {
        return new DisbursementFailed(claim, order.reliefCase(), order.fund(), order.amountFen(), because);
    }

    private static Order orderOf(DisbursementInstructed instructed) {
        return new Order(instructed.reliefCase(), instructed.fund(), instructed.household(), instructed.amountFen(),
                new TreeSet<>(instructed.decidedBy()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
