package org.chongshan.treasury.payment;

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
import org.chongshan.events.treasury.NotPaidBecause;
import org.chongshan.events.treasury.PaymentEvent;
import org.chongshan.events.treasury.PaymentEvent.PaymentOrdered;
import org.chongshan.events.treasury.PaymentEvent.PaymentReceiptRecorded;
import org.chongshan.events.treasury.PaymentEvent.PaymentReturned;
import org.chongshan.events.treasury.Receipt;
import org.chongshan.events.treasury.TreasuryNotice.PaymentInitiated;
import org.chongshan.events.treasury.TreasuryNotice.PaymentMadeTwice;
import org.chongshan.events.treasury.TreasuryNotice.PaymentNotMade;
import org.chongshan.events.treasury.TreasuryNotice.PaymentReceiptOverdue;
import org.chongshan.events.treasury.TreasuryNotice.PaymentSentBack;
import org.chongshan.events.treasury.TreasuryNotice.PaymentSettled;
import org.chongshan.events.treasury.TreasuryNotice.PaymentWithdrawn;
import org.chongshan.treasury.TreasuryParameter;
import org.chongshan.treasury.payment.Payment.Attempt;
import org.chongshan.treasury.payment.Payment.Order;
import org.chongshan.treasury.payment.Payment.Status;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.treasury.payment.PaymentRule.*;

/**
 * Payments: one per claim, whatever is retried. The order goes out as an event; a receipt answers one attempt. Another order
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
            case PaymentOrdered asked -> {
                var order = orderOf(asked);
                yield ordered(Payment.ordered(id, context.subdistrict(), order, context.time(), receiptBy(context)));
            }
            case PaymentReceiptRecorded _,PaymentReturned _ -> early(NOTHING_ORDERED);
        };
    }

    @Override
    public Decision<Payment> decide(Payment payment, PaymentEvent event, Context context) {
        return switch (event) {
            case PaymentOrdered asked -> instruct(payment, asked, context);
            case PaymentReceiptRecorded receipt -> record(payment, receipt, context);
            case PaymentReturned returned -> takeBack(payment, returned, context);
        };
    }

    @Override
    public Become<Payment> reached(Payment payment, Deadline deadline, Context context) {
        return Decision.<Payment>become(payment.overdueStated(), RECEIPT_OVERDUE)
                .emit(new PaymentReceiptOverdue(payment.id(), payment.orderedAt()));
    }

    private static Decision<Payment> instruct(Payment payment, PaymentOrdered asked, Context context) {
        var order = orderOf(asked);
        var isOwn = order.origin().equals(payment.origin());
        return switch (payment.status()) {
            case FAILED, RETURNED -> orderAgain(payment, order, context);
            case PAID -> isOwn
                    ? refuse(ORDERED_ONCE)
                    : become(payment, CLAIM_TAKEN)
                            .emit(failure(payment.id(), order, NotPaidBecause.CLAIM_ALREADY_PAID));
            case ORDERED -> {
                if (isOwn || payment.isWaitingFor(order.origin())) {
                    yield refuse(ORDERED_ONCE);
                }
                if (payment.waiting().size() >= Payment.MOST_WAITING) {
                    yield become(payment, TOO_MANY_WAIT)
                            .emit(failure(payment.id(), order, NotPaidBecause.TOO_MANY_WAIT_FOR_THE_CLAIM));
                }
                var all = new ArrayList<>(payment.waiting());
                all.add(order);
                yield become(payment.waiting(all), WAITS_FOR_ITS_TURN);
            }
        };
    }

    /**
     * A receipt is for the attempt its reference was given to, or else for the one in hand at its own time. Of an attempt that
     * is over it changes nothing, unless it says that the money did arrive.
     */
    private static Decision<Payment> record(Payment payment, PaymentReceiptRecorded receipt, Context context) {
        var said = payment.saidUnder(receipt.reference());
        var corrects = said.isPresent() && said.get().outcome() == Status.FAILED && receipt.result() == Receipt.PAID;
        if (said.isPresent() && !corrects) {
            return refuse(RECEIPT_REPEATED);
        }
        var about = said.isPresent()
                ? payment.numbered(said.get().attempt())
                : payment.inHandAt(context.time(), CLOCKS_DIFFER);
        if (about.isEmpty() || context.time().isBefore(about.get().orderedAt().minus(CLOCKS_DIFFER))) {
            return refuse(BEFORE_THE_ORDER);
        }
        var attempt = about.get();
        if (Actors.isAmong(context.actor(), attempt.order().decidedBy())) {
            return refuse(DUTIES_APART);
        }
        if (attempt.number() != payment.attempt()) {
            return receipt.result() == Receipt.PAID
                    ? paidAfterAll(payment, attempt, receipt, context)
                    : refuse(ATTEMPT_OVER);
        }
        return switch (payment.status()) {
            case ORDERED -> receipt.result() == Receipt.PAID
                    ? paid(payment, receipt, RECEIPT_PAID, context)
                    : failed(payment, receipt, context);
            case FAILED -> receipt.result() == Receipt.PAID
                    ? paid(payment, receipt, RECEIPT_CORRECTED, context)
                    : refuse(NOTHING_ORDERED);
            case PAID, RETURNED -> refuse(NOTHING_ORDERED);
        };
    }

    /** An order that stands in its place is withdrawn; when that was paid already, the money left twice. */
    private static Decision<Payment> paidAfterAll(Payment payment, Attempt attempt, PaymentReceiptRecorded receipt,
            Context context) {
        if (payment.status() == Status.PAID) {
            return Decision.<Payment>become(payment.paidBesides(attempt, receipt.reference()), PAID_TWICE)
                    .noting("attempt", attempt.number())
                    .emit(new PaymentMadeTwice(payment.id(), receipt.reference(), attempt.order().amountFen()));
        }
        var replaced = payment.counting();
        var paid = paid(payment.countingInstead(attempt), receipt, RECEIPT_CORRECTED, context);
        if (payment.status() != Status.ORDERED) {
            return paid;
        }
        var withdrawn = paid.noting("withdrawn", replaced.number())
                .emit(new PaymentWithdrawn(payment.id(), replaced.order().account(), replaced.order().amountFen()));
        return replaced.order().origin().equals(attempt.order().origin())
                ? withdrawn
                : withdrawn.emit(failure(payment.id(), replaced.order(), NotPaidBecause.CLAIM_ALREADY_PAID));
    }

    /** Paid as of the receipt's own time, but not before it was ordered. */
    private static Become<Payment> paid(Payment payment, PaymentReceiptRecorded receipt, PaymentRule rule,
            Context context) {
        var at = later(context.time(), payment.orderedAt());
        var closed = payment.waiting().stream().filter(order -> !order.origin().equals(payment.origin()))
                .map(order -> failure(payment.id(), order, NotPaidBecause.CLAIM_ALREADY_PAID)).toArray(Event[]::new);
        return Decision.<Payment>become(payment.receipt(Status.PAID, receipt.reference(), at).waiting(List.of()), rule)
                .noting("attempt", payment.attempt())
                .emit(new PaymentSettled(payment.id(), payment.origin(), payment.account(), payment.amountFen(), at))
                .emit(closed);
    }

    /** The next in turn is ordered; when nobody waits, whoever it was ordered for may order it again. */
    private static Decision<Payment> failed(Payment payment, PaymentReceiptRecorded receipt, Context context) {
        Become<Payment> failed = Decision
                .<Payment>become(payment.receipt(Status.FAILED, receipt.reference(), null), RECEIPT_FAILED)
                .noting("attempt", payment.attempt())
                .emit(failure(payment.id(), payment.counting().order(), NotPaidBecause.RECEIPT_SAYS_SO));
        return payment.waiting().isEmpty()
                ? failed
                : failed.and(orderAgain(failed.state().waiting(payment.waiting().subList(1, payment.waiting().size())),
                        payment.waiting().getFirst(), context));
    }

    private static Decision<Payment> takeBack(Payment payment, PaymentReturned returned, Context context) {
        var said = payment.saidUnder(returned.reference());
        if (said.isPresent() && said.get().outcome() == Status.RETURNED) {
            return refuse(RECEIPT_REPEATED);
        }
        if (payment.status() != Status.PAID || said.isPresent() && said.get().outcome() == Status.FAILED) {
            return refuse(NOTHING_PAID);
        }
        if (Actors.isAmong(context.actor(), payment.decidedBy())) {
            return refuse(DUTIES_APART);
        }
        if (context.time().isBefore(requireNonNull(payment.paidAt()).minus(CLOCKS_DIFFER))) {
            return refuse(BEFORE_THE_ORDER);
        }
        if (!payment.surplus().isEmpty()) {
            return become(payment.surplusReturned(returned.reference()), SURPLUS_CAME_BACK);
        }
        return Decision.<Payment>become(payment.receipt(Status.RETURNED, returned.reference(), null), SENT_BACK)
                .noting("attempt", payment.attempt())
                .emit(new PaymentSentBack(payment.id(), payment.origin(), payment.account(), payment.amountFen()));
    }

    private static Become<Payment> orderAgain(Payment payment, Order order, Context context) {
        return ordered(payment.orderedAgain(order, context.time(), receiptBy(context)));
    }

    private static Become<Payment> ordered(Payment payment) {
        return Decision.<Payment>become(payment, PAYMENT_ORDERED).noting("attempt", payment.attempt())
                .emit(new PaymentInitiated(payment.id(), payment.payee(), payment.amountFen(), payment.purpose(),
                        payment.account()));
    }

    /** Whoever pays has the time from when the order could be known. */
    private static Instant receiptBy(Context context) {
        var days = context.policy().value(TreasuryParameter.PAYMENT_RECEIPT_DAYS);
        return context.now().plus(Duration.ofDays(days));
    }

    private static PaymentNotMade failure(String claim, Order order, NotPaidBecause because) {
        return new PaymentNotMade(claim, order.origin(), order.account(), order.amountFen(), because);
    }

    private static Order orderOf(PaymentOrdered asked) {
        return new Order(asked.origin(), asked.account(), asked.payee(), asked.amountFen(), asked.purpose(),
                new TreeSet<>(asked.decidedBy()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
