package org.chongshan.relief.reliefcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.events.Role;
import org.chongshan.events.relief.Hardship;
import org.jspecify.annotations.Nullable;

/**
 * A case of temporary relief (临时救助), the urgent way or the ordinary one.
 *
 * @param phase         how far it is
 * @param request       what was asked for
 * @param heads         of the household, verified or else registered; null while it is not known to be on the books
 * @param level         who decides an ordinary case: STREET or DISTRICT; null before that is known
 * @param decidedBy     token subjects of whoever asked for it or decided about it
 * @param answerBy      the end of the 24 hours, or of the working days for a decision
 * @param answerMissed  whether it was stated that this passed
 * @param paidAt        when the money arrived
 * @param fileBy        when the papers of an urgent case are due
 * @param filingMissed  whether it was stated that they were missing
 */
record ReliefCase(String id, String subdistrict, Phase phase, Request request, @Nullable Integer heads,
        @Nullable Role level, SortedSet<String> decidedBy, Instant answerBy, boolean answerMissed,
        @Nullable Instant paidAt, @Nullable Instant fileBy, boolean filingMissed) implements Aggregate {

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
        TO_CONFIRM(Sight.LIST),
        FUNDING(Sight.DEADLINE),
        ESCALATED(Sight.DEADLINE),
        PAYING(Sight.LIST),
        BREACHED_TO_CONFIRM(Sight.LIST),
        BREACHED_FUNDING(Sight.LIST),
        BREACHED_ESCALATED(Sight.LIST),
        BREACHED_PAYING(Sight.LIST),
        GATHERING_FACTS(Sight.DEADLINE),
        AT_STREET(Sight.DEADLINE),
        AT_DISTRICT(Sight.DEADLINE),
        OVERDUE_GATHERING_FACTS(Sight.LIST),
        OVERDUE_AT_STREET(Sight.LIST),
        OVERDUE_AT_DISTRICT(Sight.LIST),
        PAID_UNFILED(Sight.DEADLINE),
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
        PAPERS
    }

    /**
     * What was asked for.
     *
     * @param requester who asked
     * @param byStreet  whether that was an officer of the subdistrict
     * @param lead      id of the lead it began with; null when there was none
     * @param amountFen for the whole household, fen
     * @param persons   whom it is meant for, heads
     * @param struckOn  day the hardship struck
     * @param at        when, in the field
     */
    record Request(boolean urgent, String requester, boolean byStreet, @Nullable String lead, String household,
            Hardship hardship, long amountFen, int persons, LocalDate struckOn, Instant at) {
        /** What is paid at most once: household, cause and the year it struck. */
        String claim() {
            return household + "." + hardship.name().toLowerCase(Locale.ROOT) + "." + struckOn.getYear();
        }

        /** As a lead is named in what goes to household and lead alike: the case's own id when there was none. */
        String leadOr(String reliefCase) {
            return lead == null ? reliefCase : lead;
        }
    }

    static ReliefCase opened(String id, String subdistrict, Phase phase, Request request, Instant answerBy) {
        return new ReliefCase(id, subdistrict, phase, request, null, null, new TreeSet<>(List.of(request.requester())),
                answerBy, false, null, null, false);
    }

    ReliefCase in(Phase next) {
        return new ReliefCase(id, subdistrict, next, request, heads, level, decidedBy, answerBy, answerMissed, paidAt,
                fileBy, filingMissed);
    }

    ReliefCase of(int members) {
        return new ReliefCase(id, subdistrict, phase, request, members, level, decidedBy, answerBy, answerMissed,
                paidAt, fileBy, filingMissed);
    }

    ReliefCase routedTo(Role role) {
        return new ReliefCase(id, subdistrict, phase, request, heads, role, decidedBy, answerBy, answerMissed, paidAt,
                fileBy, filingMissed).toLevel();
    }

    /** It lies with the level that decides; one a consultation paid before the level was known, with the district. */
    private ReliefCase toLevel() {
        return in(level == Role.STREET ? Phase.AT_STREET : Phase.AT_DISTRICT);
    }

    /** It lies with the level once more, which has its time again. */
    ReliefCase backToLevel(Instant decideBy) {
        return new ReliefCase(id, subdistrict, phase, request, heads, level, decidedBy, decideBy, false, null, null,
                false).toLevel();
    }

    ReliefCase decidedBy(Collection<String> actors) {
        var all = new TreeSet<>(decidedBy);
        all.addAll(actors);
        return new ReliefCase(id, subdistrict, phase, request, heads, level, all, answerBy, answerMissed, paidAt,
                fileBy, filingMissed);
    }

    ReliefCase answerMissed(boolean stated) {
        return new ReliefCase(id, subdistrict, phase, request, heads, level, decidedBy, answerBy, stated, paidAt,
                fileBy, filingMissed);
    }

    ReliefCase filingMissedStated() {
        return new ReliefCase(id, subdistrict, phase, request, heads, level, decidedBy, answerBy, answerMissed, paidAt,
                fileBy, true);
    }

    ReliefCase paid(Instant at, @Nullable Instant papersDue) {
        return new ReliefCase(id, subdistrict, Phase.PAID, request, heads, level, decidedBy, answerBy, answerMissed, at,
                papersDue, false);
    }

    /** The money came back: nobody has been paid. */
    ReliefCase unpaid() {
        return new ReliefCase(id, subdistrict, phase, request, heads, level, decidedBy, answerBy, answerMissed, null,
                null, false);
    }

    boolean isUrgent() {
        return request.urgent();
    }

    boolean isRequestedBy(String actor) {
        return Actors.same(request.requester(), actor);
    }

    boolean isPaid() {
        return phase == Phase.PAID || phase == Phase.FILED;
    }

    /** Whether a consultation may still decide it: nobody has, or it was rejected. */
    boolean isOpenToVerdict() {
        return phase == Phase.TO_CONFIRM || phase == Phase.REJECTED || isUndecided();
    }

    /** Whether nobody has decided on the ordinary case yet. */
    private boolean isUndecided() {
        return phase == Phase.GATHERING_FACTS || phase == Phase.AT_STREET || phase == Phase.AT_DISTRICT;
    }

    /** Whether what it waits for is still to come: the money of an urgent case, the decision on an ordinary one. */
    private boolean isOpen() {
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

    @Override
    public Map<Due, Instant> deadlines() {
        if (isOpen() && !answerMissed) {
            return Map.of(Due.ANSWER, answerBy);
        }
        return phase == Phase.PAID && !filingMissed && fileBy != null ? Map.of(Due.PAPERS, fileBy) : Map.of();
    }
}
