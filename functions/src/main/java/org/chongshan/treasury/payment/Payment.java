package org.chongshan.treasury.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.events.Heading;
import org.chongshan.events.treasury.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one claim, and the cashier's register: what stands {@code ordered} is to be paid.
 *
 * @param id         the claim
 * @param origin     who ordered the attempt that counts: the last, or an earlier one a bank turned out to have paid
 * @param amountFen  fen
 * @param attempts   how often it was ordered
 * @param attempt    the number of the attempt that counts, from 1
 * @param reference  of the last receipt; null before there is one
 * @param decidedBy  who asked for it and decided it
 * @param orderedAt  when the attempt that counts was ordered, by the time of what it was ordered for
 * @param receiptBy  when somebody has said what became of it
 * @param overdue    whether it was stated that nobody has
 * @param paidAt     null unless it is paid
 * @param receipts   what was said so far, the latest {@value #RECEIPTS_KEPT}: nothing counts twice
 * @param over       attempts that do not count: they failed, or were withdrawn; the latest {@value #ATTEMPTS_KEPT}
 * @param surplus    references of what a bank paid besides and has not sent back
 * @param waiting    other orders under the claim, in their turn
 */
record Payment(String id, String subdistrict, Status status, String origin, String account, String payee,
        long amountFen, Purpose purpose, int attempts, int attempt, @Nullable String reference,
        SortedSet<String> decidedBy, Instant orderedAt, Instant receiptBy, boolean overdue, @Nullable Instant paidAt,
        List<Said> receipts, List<Attempt> over, List<String> surplus, List<Order> waiting) implements Aggregate {

    /** How many receipts are remembered. */
    static final int RECEIPTS_KEPT = 50;
    /** How many attempts that do not count are remembered. */
    static final int ATTEMPTS_KEPT = 10;
    /** How many other orders wait. */
    static final int MOST_WAITING = 5;

    /** What became of the order. */
    enum Status implements org.chongshan.core.Status {
        /** On the cashier's list. */
        ORDERED(Sight.DEADLINE),
        PAID(Sight.ENDED),
        /** Whoever ordered it has it again. */
        FAILED(Sight.ENDED),
        /** It was paid and came back; whoever ordered it has it again. */
        RETURNED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a payment stands in. */
    enum Listed implements Listing {
        /** Nobody has said what became of it. */
        @InDigest(Heading.OVERDUE)
        OVERDUE,
        /** Other orders wait for the claim. */
        CONTESTED,
        /** A bank paid it more than once: the surplus is to be fetched back. */
        PAID_TWICE
    }

    /** What a payment waits for. */
    enum Due implements Deadline {
        /** A receipt. */
        RECEIPT
    }

    /** An order. */
    record Order(String origin, String account, String payee, long amountFen, Purpose purpose,
            SortedSet<String> decidedBy) {}

    /** An order that went out, by number from 1. */
    record Attempt(int number, Order order, Instant orderedAt) {}

    /**
     * What a receipt said.
     *
     * @param attempt number of the attempt it was about
     * @param outcome PAID, FAILED or RETURNED
     */
    record Said(String reference, int attempt, Status outcome) {}

    static Payment ordered(String id, String subdistrict, Order order, Instant orderedAt, Instant receiptBy) {
        return new Payment(id, subdistrict, Status.ORDERED, order.origin(), order.account(), order.payee(),
                order.amountFen(), order.purpose(), 1, 1, null, order.decidedBy(), orderedAt, receiptBy, false, null,
                List.of(), List.of(), List.of(), List.of());
    }

    /** Ordered once more; what counted until now is over. */
    Payment orderedAgain(Order order, Instant at, Instant newReceiptBy) {
        return new Payment(id, subdistrict, Status.ORDERED, order.origin(), order.account(), order.payee(),
                order.amountFen(), order.purpose(), attempts + 1, attempts + 1, null, order.decidedBy(), at,
                newReceiptBy, false, null, receipts, latest(over, counting(), ATTEMPTS_KEPT), surplus, waiting);
    }

    /** The attempt that counts is this one, which was over; the one that counted is over now. */
    Payment countingInstead(Attempt earlier) {
        var order = earlier.order();
        var others = over.stream().filter(one -> one.number() != earlier.number()).toList();
        return new Payment(id, subdistrict, status, order.origin(), order.account(), order.payee(), order.amountFen(),
                order.purpose(), attempts, earlier.number(), reference, order.decidedBy(), earlier.orderedAt(),
                receiptBy, overdue, paidAt, receipts, latest(others, counting(), ATTEMPTS_KEPT), surplus, waiting);
    }

    /** What was said of the attempt that counts. */
    Payment receipt(Status outcome, String voucher, @Nullable Instant at) {
        return new Payment(id, subdistrict, outcome, origin, account, payee, amountFen, purpose, attempts, attempt,
                voucher, decidedBy, orderedAt, receiptBy, overdue, at,
                latest(receipts, new Said(voucher, attempt, outcome), RECEIPTS_KEPT), over, surplus, waiting);
    }

    /** A bank paid an attempt that does not count, besides the one that does. */
    Payment paidBesides(Attempt other, String voucher) {
        return new Payment(id, subdistrict, status, origin, account, payee, amountFen, purpose, attempts, attempt,
                reference, decidedBy, orderedAt, receiptBy, overdue, paidAt,
                latest(receipts, new Said(voucher, other.number(), Status.PAID), RECEIPTS_KEPT), over,
                latest(surplus, voucher, ATTEMPTS_KEPT), waiting);
    }

    /** Of what was paid besides, this came back, or else the oldest. */
    Payment surplusReturned(String voucher) {
        var left = new ArrayList<>(surplus);
        if (!left.remove(voucher)) {
            left.removeFirst();
        }
        return new Payment(id, subdistrict, status, origin, account, payee, amountFen, purpose, attempts, attempt,
                reference, decidedBy, orderedAt, receiptBy, overdue, paidAt,
                latest(receipts, new Said(voucher, attempt, Status.RETURNED), RECEIPTS_KEPT), over, List.copyOf(left),
                waiting);
    }

    Payment waiting(List<Order> now) {
        return new Payment(id, subdistrict, status, origin, account, payee, amountFen, purpose, attempts, attempt,
                reference, decidedBy, orderedAt, receiptBy, overdue, paidAt, receipts, over, surplus, List.copyOf(now));
    }

    Payment overdueStated() {
        return new Payment(id, subdistrict, status, origin, account, payee, amountFen, purpose, attempts, attempt,
                reference, decidedBy, orderedAt, receiptBy, true, paidAt, receipts, over, surplus, waiting);
    }

    /** The attempt that counts. */
    Attempt counting() {
        return new Attempt(attempt, new Order(origin, account, payee, amountFen, purpose, decidedBy), orderedAt);
    }

    /** What was said last under a reference. */
    Optional<Said> saidUnder(String voucher) {
        return receipts.stream().filter(said -> said.reference().equals(voucher)).reduce((_, later) -> later);
    }

    /** An attempt by its number; empty when it is no longer remembered. */
    Optional<Attempt> numbered(int number) {
        return tried().filter(one -> one.number() == number).findFirst();
    }

    /** The attempt in hand at a time, as clocks that may lie so far behind say; empty when that is before the first. */
    Optional<Attempt> inHandAt(Instant time, Duration behind) {
        return tried().filter(one -> !time.isBefore(one.orderedAt().minus(behind)))
                .max(Comparator.comparing(Attempt::number));
    }

    private Stream<Attempt> tried() {
        return Stream.concat(over.stream(), Stream.of(counting()));
    }

    boolean isWaitingFor(String other) {
        return waiting.stream().anyMatch(order -> order.origin().equals(other));
    }

    private static <T> List<T> latest(List<T> kept, T more, int most) {
        var all = new ArrayList<>(kept);
        all.add(more);
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    @Override
    public String rank() {
        return orderedAt.toString();
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new EnumMap<Listed, String>(Listed.class);
        if (status == Status.ORDERED && overdue) {
            lists.put(Listed.OVERDUE, receiptBy.toString());
        }
        if (!waiting.isEmpty()) {
            lists.put(Listed.CONTESTED, orderedAt.toString());
        }
        if (!surplus.isEmpty()) {
            lists.put(Listed.PAID_TWICE, orderedAt.toString());
        }
        return lists;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return status == Status.ORDERED && !overdue ? Map.of(Due.RECEIPT, receiptBy) : Map.of();
    }
}
