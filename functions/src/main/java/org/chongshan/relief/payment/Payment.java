package org.chongshan.relief.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.Listing;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one claim, and the cashier's register: what stands {@code ordered} is to be paid.
 *
 * @param id         the claim: household, cause, year
 * @param reliefCase the case of the last attempt
 * @param amountFen  fen
 * @param attempts   how often it was ordered
 * @param reference  of the last receipt; null before there is one
 * @param decidedBy  who asked for it and decided it
 * @param orderedAt  when the last attempt was ordered, by the time of what it was ordered for
 * @param receiptBy  when somebody has said what became of it
 * @param overdue    whether it was stated that nobody has
 * @param paidAt     null unless it is paid
 * @param known      references of receipts, the latest {@value #REFERENCES_KEPT}: none counts twice
 * @param waiting    orders of other cases under the claim, in their turn
 */
record Payment(String id, String subdistrict, Status status, String reliefCase, String fund, String household,
        long amountFen, int attempts, @Nullable String reference, SortedSet<String> decidedBy, Instant orderedAt,
        Instant receiptBy, boolean overdue, @Nullable Instant paidAt, List<String> known,
        List<Order> waiting) implements Aggregate {

    /** How many references of receipts are remembered. */
    static final int REFERENCES_KEPT = 50;
    /** How many orders of other cases wait. */
    static final int MOST_WAITING = 5;

    /** What became of the order. */
    enum Status implements org.chongshan.core.Status {
        /** On the cashier's list. */
        ORDERED(Sight.DEADLINE),
        PAID(Sight.ENDED),
        /** The case it was ordered for has it again. */
        FAILED(Sight.ENDED),
        /** It was paid and came back; the case it was ordered for has it again. */
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
        OVERDUE,
        /** Other cases wait for the claim. */
        CONTESTED
    }

    /** What a payment waits for. */
    enum Due implements Deadline {
        /** A receipt. */
        RECEIPT
    }

    /** An order of a case. */
    record Order(String reliefCase, String fund, String household, long amountFen, SortedSet<String> decidedBy) {}

    Payment(String id, String subdistrict, Order order, int attempts, Instant orderedAt, Instant receiptBy,
            List<String> known, List<Order> waiting) {
        this(id, subdistrict, Status.ORDERED, order.reliefCase(), order.fund(), order.household(), order.amountFen(),
                attempts, null, order.decidedBy(), orderedAt, receiptBy, false, null, known, waiting);
    }

    Payment receipt(Status outcome, String voucher, @Nullable Instant at) {
        var all = new ArrayList<>(known);
        all.add(voucher);
        return new Payment(id, subdistrict, outcome, reliefCase, fund, household, amountFen, attempts, voucher,
                decidedBy, orderedAt, receiptBy, overdue, at,
                List.copyOf(all.subList(Math.max(0, all.size() - REFERENCES_KEPT), all.size())), waiting);
    }

    Payment waiting(List<Order> now) {
        return new Payment(id, subdistrict, status, reliefCase, fund, household, amountFen, attempts, reference,
                decidedBy, orderedAt, receiptBy, overdue, paidAt, known, List.copyOf(now));
    }

    Payment overdueStated() {
        return new Payment(id, subdistrict, status, reliefCase, fund, household, amountFen, attempts, reference,
                decidedBy, orderedAt, receiptBy, true, paidAt, known, waiting);
    }

    boolean isWaitingFor(String other) {
        return waiting.stream().anyMatch(order -> order.reliefCase().equals(other));
    }

    @Override
    public String rank() {
        return orderedAt.toString();
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new java.util.EnumMap<Listed, String>(Listed.class);
        if (status == Status.ORDERED && overdue) {
            lists.put(Listed.OVERDUE, receiptBy.toString());
        }
        if (!waiting.isEmpty()) {
            lists.put(Listed.CONTESTED, orderedAt.toString());
        }
        return lists;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return status == Status.ORDERED && !overdue ? Map.of(Due.RECEIPT, receiptBy) : Map.of();
    }
}
