package org.chongshan.relief.reliefcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.InDigest;
import org.chongshan.core.Term;
import org.chongshan.events.Heading;
import org.chongshan.events.Role;
import org.chongshan.events.relief.Hardship;
import org.jspecify.annotations.Nullable;

/**
 * A case of temporary relief (临时救助), the urgent way or the ordinary one.
 *
 * @param phase         how far it is
 * @param request       what was asked for
 * @param heads         of the household, by its verified facts, else as registered; null while it has not answered
 * @param decidedBy     token subjects of those who asked for it and decided it
 * @param level         who decides an ordinary case: STREET or DISTRICT; null before that is known
 * @param answerBy      the end of the 24 hours, or of the working days for a decision
 * @param answerMissed  whether it was stated that this passed
 * @param paidAt        when the money arrived
 * @param fileBy        when the papers of an urgent case are due
 * @param filingMissed  whether it was stated that they were missing
 * @param struckOn      the day on which the hardship struck, as the household says: its claim is of that year; null while it has
 *                      not answered
 * @param setback       of the last payment, when it failed or came back; null otherwise
 * @param returnsAhead  payments of which it was heard that they came back and not yet that they had arrived
 */
record ReliefCase(String id, String subdistrict, Phase phase, Request request, @Nullable Integer heads,
        SortedSet<String> decidedBy, @Nullable Role level, Term answerBy, boolean answerMissed,
        @Nullable Instant paidAt, @Nullable Term fileBy, boolean filingMissed, @Nullable LocalDate struckOn,
        @Nullable Setback setback, int returnsAhead) implements Aggregate {

    /** How many people who asked for it or decided it are kept. */
    static final int MOST_DECIDERS = 100;

    /** How far it is, whatever was missed. */
    enum Phase {
        TO_CONFIRM,
        FUNDING,
        ESCALATED,
        GATHERING_FACTS,
        AT_STREET,
        AT_DISTRICT,
        PAYING,
        PAID,
        FILED,
        REJECTED,
        CLOSED_DUPLICATE
    }

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        /** The household has not answered, or an officer has to look. */
        @InDigest(Heading.DUE_TODAY)
        TO_CONFIRM(Sight.DEADLINE),
        @InDigest(Heading.BREACHED)
        BREACHED_TO_CONFIRM(Sight.LIST),
        @InDigest(Heading.DUE_TODAY)
        FUNDING(Sight.DEADLINE),
        @InDigest(Heading.DUE_TODAY)
        ESCALATED(Sight.DEADLINE),
        PAYING(Sight.LIST),
        @InDigest(Heading.BREACHED)
        BREACHED_FUNDING(Sight.LIST),
        @InDigest(Heading.BREACHED)
        BREACHED_ESCALATED(Sight.LIST),
        @InDigest(Heading.BREACHED)
        BREACHED_PAYING(Sight.LIST),
        @InDigest(Heading.DUE_TODAY)
        GATHERING_FACTS(Sight.DEADLINE),
        @InDigest(Heading.DUE_TODAY)
        AT_STREET(Sight.DEADLINE),
        @InDigest(Heading.DUE_TODAY)
        AT_DISTRICT(Sight.DEADLINE),
        @InDigest(Heading.OVERDUE)
        OVERDUE_GATHERING_FACTS(Sight.LIST),
        @InDigest(Heading.OVERDUE)
        OVERDUE_AT_STREET(Sight.LIST),
        @InDigest(Heading.OVERDUE)
        OVERDUE_AT_DISTRICT(Sight.LIST),
        @InDigest(Heading.DUE_TODAY)
        PAID_UNFILED(Sight.DEADLINE),
        @InDigest(Heading.OVERDUE)
        FILING_OVERDUE(Sight.LIST),
        PAID(Sight.ENDED),
        FILED(Sight.ENDED),
        REJECTED(Sight.ENDED),
        CLOSED_DUPLICATE(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** What it waits for. */
    enum Due implements Deadline {
        /** The money of an urgent case, the decision on an ordinary one. */
        ANSWER,
        /** The papers of an urgent case. */
        PAPERS,
        /** The money of an urgent case once more, after a payment failed or came back. */
        RETRY
    }

    /**
     * That a payment failed or came back.
     *
     * @param knownAt     when it could first be known: whoever decides again decides after it
     * @param retryBy     when the household of an urgent case is to have its money all the same
     * @param retryMissed whether it was stated that it had not
     */
    record Setback(Instant knownAt, Instant retryBy, boolean retryMissed) {
        Setback retryMissedStated() {
            return new Setback(knownAt, retryBy, true);
        }
    }

    /**
     * What was asked for.
     *
     * @param requester who asked
     * @param amountFen for the whole household, fen
     * @param persons   whom it is meant for, heads
     * @param at        when, in the field
     * @param officer   whether an officer of the subdistrict asked, or triaged the lead it comes from
     * @param lead      the lead it comes from; its own id when there is none
     * @param struckAt  when the hardship struck, or was noticed
     */
    record Request(boolean urgent, String requester, String household, Hardship hardship, long amountFen, int persons,
            Instant at, boolean officer, String lead, Instant struckAt) {}

    ReliefCase in(Phase next) {
        return new ReliefCase(id, subdistrict, next, request, heads, decidedBy, level, answerBy, answerMissed, paidAt,
                fileBy, filingMissed, struckOn, setback, returnsAhead);
    }

    /** What the household said of itself. */
    ReliefCase known(int itsHeads, LocalDate itsDay) {
        return new ReliefCase(id, subdistrict, phase, request, itsHeads, decidedBy, level, answerBy, answerMissed,
                paidAt, fileBy, filingMissed, itsDay, setback, returnsAhead);
    }

    /** Its payment failed or came back. */
    ReliefCase setback(Setback now) {
        return new ReliefCase(id, subdistrict, phase, request, heads, decidedBy, level, answerBy, answerMissed, paidAt,
                fileBy, filingMissed, struckOn, now, returnsAhead);
    }

    ReliefCase returnsAhead(int now) {
        return new ReliefCase(id, subdistrict, phase, request, heads, decidedBy, level, answerBy, answerMissed, paidAt,
                fileBy, filingMissed, struckOn, setback, now);
    }

    /** Whether something decided at a time did not know yet that the last payment had failed or come back. */
    boolean isBeforeTheSetback(Instant time) {
        return setback != null && time.isBefore(setback.knownAt());
    }

    /** Whether these would be more people than it keeps. */
    boolean isDecidedByTooMany(Collection<String> more) {
        return decidedWith(more).decidedBy().size() > MOST_DECIDERS;
    }

    /** Whether money may have been ordered for it. */
    boolean mayHaveOrdered() {
        return switch (phase) {
            case PAYING, ESCALATED, AT_STREET, AT_DISTRICT, REJECTED, CLOSED_DUPLICATE -> true;
            case TO_CONFIRM, FUNDING, GATHERING_FACTS, PAID, FILED -> false;
        };
    }

    /** These had a part in the decision too. */
    ReliefCase decidedWith(Collection<String> actors) {
        var all = new TreeSet<>(decidedBy);
        all.addAll(actors);
        return new ReliefCase(id, subdistrict, phase, request, heads, all, level, answerBy, answerMissed, paidAt,
                fileBy, filingMissed, struckOn, setback, returnsAhead);
    }

    /** What was paid came back. */
    ReliefCase unpaid() {
        return new ReliefCase(id, subdistrict, phase, request, heads, decidedBy, level, answerBy, answerMissed, null,
                null, false, struckOn, setback, returnsAhead);
    }

    ReliefCase decidedBy(Role role) {
        return new ReliefCase(id, subdistrict, phase, request, heads, decidedBy, role, answerBy, answerMissed, paidAt,
                fileBy, filingMissed, struckOn, setback, returnsAhead).toLevel();
    }

    /** It lies with the level that decides; one a consultation paid before the level was known, with the district. */
    ReliefCase toLevel() {
        return in(level == Role.STREET ? Phase.AT_STREET : Phase.AT_DISTRICT);
    }

    /** It lies with the level once more, which has its time again. */
    ReliefCase backToLevel(Term decideBy) {
        return new ReliefCase(id, subdistrict, phase, request, heads, decidedBy, level, decideBy, false, paidAt, fileBy,
                filingMissed, struckOn, setback, returnsAhead).toLevel();
    }

    ReliefCase answerMissed(boolean stated) {
        return new ReliefCase(id, subdistrict, phase, request, heads, decidedBy, level, answerBy, stated, paidAt,
                fileBy, filingMissed, struckOn, setback, returnsAhead);
    }

    ReliefCase filingMissedStated() {
        return new ReliefCase(id, subdistrict, phase, request, heads, decidedBy, level, answerBy, answerMissed, paidAt,
                fileBy, true, struckOn, setback, returnsAhead);
    }

    ReliefCase paid(Instant at, @Nullable Term papersDue) {
        return new ReliefCase(id, subdistrict, Phase.PAID, request, heads, decidedBy, level, answerBy, answerMissed, at,
                papersDue, false, struckOn, null, returnsAhead);
    }

    boolean isUrgent() {
        return request.urgent();
    }

    /** Whether nobody has decided on the ordinary case yet. */
    boolean isUndecided() {
        return phase == Phase.GATHERING_FACTS || phase == Phase.AT_STREET || phase == Phase.AT_DISTRICT;
    }

    /** Whether what it waits for is still to come: the money of an urgent case, the decision on an ordinary one. */
    boolean isOpen() {
        return isUrgent()
                ? phase == Phase.TO_CONFIRM || phase == Phase.FUNDING || phase == Phase.PAYING
                        || phase == Phase.ESCALATED
                : isUndecided();
    }

    @Override
    public Status status() {
        if (isOpen() && answerMissed) {
            return Status.valueOf((isUrgent() ? "BREACHED_" : "OVERDUE_") + phase);
        }
        if (phase == Phase.PAID && isUrgent()) {
            return filingMissed ? Status.FILING_OVERDUE : Status.PAID_UNFILED;
        }
        return Status.valueOf(phase.name());
    }

    @Override
    public String rank() {
        var next = due();
        return next == null ? "" : next.toString();
    }

    /** Whether its money, or its decision, is still to come in time. */
    private boolean isWaiting() {
        return isOpen() && !answerMissed;
    }

    private boolean isToBeFiled() {
        return phase == Phase.PAID && !filingMissed;
    }

    @Override
    public List<Term> calendarTerms() {
        return fileBy != null && isToBeFiled() ? List.of(fileBy) : isWaiting() ? List.of(answerBy) : List.of();
    }

    @Override
    public ReliefCase reckonedBy(Context context) {
        return calendarTerms().stream().noneMatch(Term::isProvisional)
                ? this
                : new ReliefCase(id, subdistrict, phase, request, heads, decidedBy, level,
                        isWaiting() ? answerBy.reckonedBy(context) : answerBy, answerMissed, paidAt,
                        fileBy != null && isToBeFiled() ? fileBy.reckonedBy(context) : fileBy, filingMissed, struckOn,
                        setback, returnsAhead);
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var deadlines = new EnumMap<Due, Instant>(Due.class);
        if (isWaiting()) {
            deadlines.put(Due.ANSWER, answerBy.end());
        }
        if (isOpen() && isUrgent() && setback != null && !setback.retryMissed()) {
            deadlines.put(Due.RETRY, setback.retryBy());
        }
        if (fileBy != null && isToBeFiled()) {
            deadlines.put(Due.PAPERS, fileBy.end());
        }
        return deadlines;
    }
}
