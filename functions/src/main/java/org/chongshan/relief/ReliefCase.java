package org.chongshan.relief;

import java.time.Instant;

import org.chongshan.core.Aggregate;
import org.chongshan.events.relief.Hardship;
import org.jspecify.annotations.Nullable;

/**
 * A case of temporary relief (临时救助), the urgent way.
 *
 * @param subdistrict null before it is requested
 * @param phase       how far it is
 * @param requester   who asked
 * @param amountFen   for the whole household, fen
 * @param persons     whom it is meant for, heads
 * @param requestedAt when it was asked for in the field
 * @param payBy       the end of the 24 hours
 * @param breached    whether it was stated that nobody paid in time
 * @param paidAt      when the money arrived
 * @param fileBy      when the papers are due
 * @param overdue     whether it was stated that they were missing
 */
record ReliefCase(String id, @Nullable String subdistrict, Phase phase, @Nullable String requester,
        @Nullable String household, @Nullable Hardship hardship, long amountFen, int persons,
        @Nullable Instant requestedAt, @Nullable Instant payBy, boolean breached, @Nullable Instant paidAt,
        @Nullable Instant fileBy, boolean overdue) implements Aggregate {

    enum Phase {
        NONE, FUNDING, PAYING, ESCALATED, PAID, FILED, CLOSED_DUPLICATE
    }

    ReliefCase in(Phase next) {
        return new ReliefCase(id, subdistrict, next, requester, household, hardship, amountFen, persons, requestedAt,
                payBy,
                breached, paidAt, fileBy, overdue);
    }

    ReliefCase breached(boolean stated) {
        return new ReliefCase(id, subdistrict, phase, requester, household, hardship, amountFen, persons, requestedAt,
                payBy,
                stated, paidAt, fileBy, overdue);
    }

    ReliefCase filingOverdue() {
        return new ReliefCase(id, subdistrict, phase, requester, household, hardship, amountFen, persons, requestedAt,
                payBy,
                breached, paidAt, fileBy, true);
    }

    ReliefCase paid(Instant at, Instant papersDue) {
        return new ReliefCase(id, subdistrict, Phase.PAID, requester, household, hardship, amountFen, persons,
                requestedAt,
                payBy, breached, at, papersDue, false);
    }

    boolean isOpen() {
        return phase == Phase.FUNDING || phase == Phase.PAYING || phase == Phase.ESCALATED;
    }

    @Override
    public String status() {
        var word = phase.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        if (isOpen() && breached) {
            return "breached-" + word;
        }
        return phase == Phase.PAID ? (overdue ? "filing-overdue" : "paid-unfiled") : word;
    }

    @Override
    public String rank() {
        var next = due();
        return next == null ? "" : next.toString();
    }

    @Override
    public @Nullable Instant due() {
        if (isOpen() && !breached) {
            return payBy;
        }
        return phase == Phase.PAID && !overdue ? fileBy : null;
    }
}
