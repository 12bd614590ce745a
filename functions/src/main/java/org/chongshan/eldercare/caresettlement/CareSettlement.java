package org.chongshan.eldercare.caresettlement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.Term;
import org.chongshan.events.Heading;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is paid for the home visits of one month in one subdistrict. It keeps sums and no visits: each visit's own
 * record states once what is charged or taken off, and its journal shows which.
 *
 * @param provider    id of the organisation
 * @param cutOffAt    when the month closes
 * @param visits      charged here
 * @param chargedFen  for them
 * @param takenOff    visits taken off here
 * @param takenOffFen for them
 * @param carriedFen  brought from months before in which more was taken off than charged; never more than nothing
 * @param passedOn    how often something came after the month had closed, and went to the next
 * @param officers    who had a part in what is charged, and does not confirm it; at most {@value #MOST_OFFICERS}
 * @param confirmedBy who confirmed it; null before
 * @param confirmBy   by when somebody has; null before the month closed
 * @param late        whether it was stated that nobody had
 * @param paidFen     what was paid; 0 before
 * @param paidAt      null before
 */
record CareSettlement(String id, String subdistrict, Status status, String provider, Instant cutOffAt, int visits,
        long chargedFen, int takenOff, long takenOffFen, long carriedFen, int passedOn, SortedSet<String> officers,
        @Nullable String confirmedBy, @Nullable Term confirmBy, boolean late, long paidFen,
        @Nullable Instant paidAt) implements Aggregate {

    /** How many officers a settlement knows. */
    static final int MOST_OFFICERS = 400;

    /** Where a settlement stands. */
    enum Status implements org.chongshan.core.Status {
        /** Visits are charged. */
        OPEN(Sight.DEADLINE),
        /** The month has closed; an officer confirms the sum. */
        TO_CONFIRM(Sight.DEADLINE),
        /** Nobody confirmed it in time. */
        @InDigest(Heading.OVERDUE)
        UNCONFIRMED(Sight.LIST),
        /** The treasury is to pay. */
        ORDERED(Sight.LIST),
        /** It was not paid, or the money came back: an officer confirms it anew. */
        NOT_PAID(Sight.LIST),
        PAID(Sight.ENDED),
        /** Nothing was left to pay; what was taken off beyond that went to the next month. */
        NOTHING_DUE(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a settlement stands in. */
    enum Listed implements Listing {
        /** An officer is to confirm it. */
        TO_DECIDE
    }

    /** What a settlement waits for. */
    enum Due implements Deadline {
        /** That the month closes. */
        CUT_OFF,
        /** That an officer confirms. */
        CONFIRMATION
    }

    static CareSettlement open(String id, String subdistrict, String provider, Instant cutOffAt) {
        return new CareSettlement(id, subdistrict, Status.OPEN, provider, cutOffAt, 0, 0, 0, 0, 0, 0, new TreeSet<>(),
                null, null, false, 0, null);
    }

    CareSettlement charged(long feeFen, Collection<String> by) {
        var all = new TreeSet<>(officers);
        all.addAll(by);
        return new CareSettlement(id, subdistrict, status, provider, cutOffAt, visits + 1, chargedFen + feeFen,
                takenOff, takenOffFen, carriedFen, passedOn, all, confirmedBy, confirmBy, late, paidFen, paidAt);
    }

    CareSettlement takenOff(long feeFen) {
        return new CareSettlement(id, subdistrict, status, provider, cutOffAt, visits, chargedFen, takenOff + 1,
                takenOffFen + feeFen, carriedFen, passedOn, officers, confirmedBy, confirmBy, late, paidFen, paidAt);
    }

    CareSettlement carried(long amountFen) {
        return new CareSettlement(id, subdistrict, status, provider, cutOffAt, visits, chargedFen, takenOff,
                takenOffFen, carriedFen + amountFen, passedOn, officers, confirmedBy, confirmBy, late, paidFen, paidAt);
    }

    CareSettlement passedOnOnce() {
        return new CareSettlement(id, subdistrict, status, provider, cutOffAt, visits, chargedFen, takenOff,
                takenOffFen, carriedFen, passedOn + 1, officers, confirmedBy, confirmBy, late, paidFen, paidAt);
    }

    CareSettlement in(Status next) {
        return new CareSettlement(id, subdistrict, next, provider, cutOffAt, visits, chargedFen, takenOff, takenOffFen,
                carriedFen, passedOn, officers, confirmedBy, confirmBy, late, paidFen, paidAt);
    }

    CareSettlement toConfirm(Term by) {
        return new CareSettlement(id, subdistrict, Status.TO_CONFIRM, provider, cutOffAt, visits, chargedFen, takenOff,
                takenOffFen, carriedFen, passedOn, officers, confirmedBy, by, late, paidFen, paidAt);
    }

    CareSettlement confirmed(String by) {
        return new CareSettlement(id, subdistrict, Status.ORDERED, provider, cutOffAt, visits, chargedFen, takenOff,
                takenOffFen, carriedFen, passedOn, officers, by, confirmBy, late, paidFen, paidAt);
    }

    CareSettlement statedLate() {
        return new CareSettlement(id, subdistrict, Status.UNCONFIRMED, provider, cutOffAt, visits, chargedFen, takenOff,
                takenOffFen, carriedFen, passedOn, officers, confirmedBy, confirmBy, true, paidFen, paidAt);
    }

    CareSettlement paid(Status next, long amountFen, @Nullable Instant at) {
        return new CareSettlement(id, subdistrict, next, provider, cutOffAt, visits, chargedFen, takenOff, takenOffFen,
                carriedFen, passedOn, officers, confirmedBy, confirmBy, late, amountFen, at);
    }

    /** What is to be paid, fen; less than nothing when more was taken off than charged. */
    long dueFen() {
        return chargedFen - takenOffFen + carriedFen;
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Whether the sum may still become less: nobody has confirmed it. */
    boolean isUndecided() {
        return status == Status.OPEN || status == Status.TO_CONFIRM || status == Status.UNCONFIRMED;
    }

    @Override
    public String rank() {
        return cutOffAt + "." + provider;
    }

    @Override
    public Map<Listed, String> lists() {
        return status == Status.TO_CONFIRM || status == Status.UNCONFIRMED || status == Status.NOT_PAID
                ? Map.of(Listed.TO_DECIDE, rank())
                : Map.of();
    }

    @Override
    public Map<Due, Instant> deadlines() {
        if (status == Status.OPEN) {
            return Map.of(Due.CUT_OFF, cutOffAt);
        }
        return status == Status.TO_CONFIRM && confirmBy != null ? Map.of(Due.CONFIRMATION, confirmBy.end()) : Map.of();
    }

    @Override
    public List<Term> calendarTerms() {
        return status == Status.TO_CONFIRM && confirmBy != null ? List.of(confirmBy) : List.of();
    }

    @Override
    public CareSettlement reckonedBy(Context context) {
        return status == Status.TO_CONFIRM && confirmBy != null && confirmBy.isProvisional()
                ? toConfirm(confirmBy.reckonedBy(context))
                : this;
    }
}
