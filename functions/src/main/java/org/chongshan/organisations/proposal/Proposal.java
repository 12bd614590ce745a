package org.chongshan.organisations.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.organisations.EligibilityCheck;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.NotAwardedBecause;
import org.chongshan.events.organisations.Recipient;
import org.chongshan.events.organisations.ServiceField;
import org.jspecify.annotations.Nullable;

/**
 * A proposal (项目申报). It confides in the organisation that made it, and in each reviewer who has declared that they have no
 * stake in it; what they score stands elsewhere.
 *
 * @param submittedAt    when it was handed in: when the platform first saw it, or when an officer took it on paper
 * @param answerBy       when call and organisation have said what it rests on
 * @param asks           what the call asks for; null before it was said
 * @param stands         where the organisation stands with grants; null before it was said
 * @param checks         each with the fact it rests on; empty before both were said
 * @param reviewers      what was said last of each reviewer
 * @param shortlistedFen what it is to get; 0 before
 * @param awardedFen     what it got; 0 before
 * @param refusedBecause null unless it was refused
 */
record Proposal(String id, String subdistrict, Status status, String call, String organisation, Plan plan,
        Instant submittedAt, Instant answerBy, @Nullable Asks asks, @Nullable Stands stands,
        SortedMap<EligibilityCheck, Checked> checks, SortedMap<String, Reading> reviewers, long requestedFen,
        long shortlistedFen, long awardedFen, @Nullable NotAwardedBecause refusedBecause) implements Aggregate {

    /** What is proposed. */
    record Plan(String title, ServiceField field, LocalDate startsOn, LocalDate endsOn, int expectedPersonTimes,
            Set<String> subdistricts, Confidential goals, Confidential steps, Confidential riskPlan,
            Personal contact) {}

    /** What the call asks for. */
    record Asks(long floorFen, long ceilingFen, Set<ServiceField> fields, @Nullable Grade lowestGrade, boolean inTime,
            boolean here) {}

    /** Where the organisation stands. */
    record Stands(boolean registered, @Nullable Grade grade, @Nullable LocalDate ratedUntil,
            @Nullable String otherOfYear, @Nullable String unsettled, @Nullable LocalDate bannedUntil,
            Recipient recipient) {}

    /**
     * What a check came to.
     *
     * @param fact what it rests on; no personal data
     */
    record Checked(boolean satisfied, String fact) {}

    /** Whether a reviewer may read it, by the number of the statement. */
    record Reading(int statement, boolean may) {}

    /** Where a proposal stands. */
    enum Status implements org.chongshan.core.Status {
        /** Call and organisation are asked what it rests on. */
        ASKED(Sight.DEADLINE),
        /** One of them has not answered. */
        UNANSWERED(Sight.LIST),
        /** It is reviewed. */
        ELIGIBLE(Sight.LIST),
        /** It is on the published shortlist. */
        SHORTLISTED(Sight.LIST),
        /** It has an award; what follows stands in its project. */
        AWARDED(Sight.ENDED),
        /** It does not satisfy a check. */
        INELIGIBLE(Sight.ENDED),
        /** It gets no award. */
        REFUSED(Sight.ENDED),
        /** Whoever made it took it back. */
        WITHDRAWN(Sight.ENDED),
        /** Its award came to nothing. */
        LAPSED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** What a proposal waits for. */
    enum Due implements Deadline {
        /** That call and organisation answer. */
        ANSWERS
    }

    static Proposal submitted(String id, String subdistrict, String call, String organisation, Plan plan,
            long requestedFen, Instant submittedAt, Instant answerBy) {
        return new Proposal(id, subdistrict, Status.ASKED, call, organisation, plan, submittedAt, answerBy, null, null,
                new TreeMap<>(), new TreeMap<>(), requestedFen, 0, 0, null);
    }

    Proposal in(Status next) {
        return new Proposal(id, subdistrict, next, call, organisation, plan, submittedAt, answerBy, asks, stands,
                checks, reviewers, requestedFen, shortlistedFen, awardedFen, refusedBecause);
    }

    Proposal asking(Asks said) {
        return new Proposal(id, subdistrict, status, call, organisation, plan, submittedAt, answerBy, said, stands,
                checks, reviewers, requestedFen, shortlistedFen, awardedFen, refusedBecause);
    }

    Proposal standing(Stands said) {
        return new Proposal(id, subdistrict, status, call, organisation, plan, submittedAt, answerBy, asks, said,
                checks, reviewers, requestedFen, shortlistedFen, awardedFen, refusedBecause);
    }

    Proposal checked(Status next, SortedMap<EligibilityCheck, Checked> all) {
        return new Proposal(id, subdistrict, next, call, organisation, plan, submittedAt, answerBy, asks, stands, all,
                reviewers, requestedFen, shortlistedFen, awardedFen, refusedBecause);
    }

    Proposal readBy(String reviewer, Reading said) {
        var who = new TreeMap<>(reviewers);
        who.merge(reviewer, said, (one, other) -> one.statement() > other.statement() ? one : other);
        return new Proposal(id, subdistrict, status, call, organisation, plan, submittedAt, answerBy, asks, stands,
                checks, who, requestedFen, shortlistedFen, awardedFen, refusedBecause);
    }

    Proposal shortlisted(long amountFen) {
        return new Proposal(id, subdistrict, Status.SHORTLISTED, call, organisation, plan, submittedAt, answerBy, asks,
                stands, checks, reviewers, requestedFen, amountFen, awardedFen, refusedBecause);
    }

    Proposal awarded(long amountFen) {
        return new Proposal(id, subdistrict, Status.AWARDED, call, organisation, plan, submittedAt, answerBy, asks,
                stands, checks, reviewers, requestedFen, shortlistedFen, amountFen, refusedBecause);
    }

    Proposal refused(NotAwardedBecause because) {
        return new Proposal(id, subdistrict, Status.REFUSED, call, organisation, plan, submittedAt, answerBy, asks,
                stands, checks, reviewers, requestedFen, shortlistedFen, awardedFen, because);
    }

    boolean isAsked() {
        return status == Status.ASKED || status == Status.UNANSWERED;
    }

    /** Whether it is in the hands of the call. */
    boolean isInTheRunning() {
        return status == Status.ELIGIBLE || status == Status.SHORTLISTED;
    }

    @Override
    public String rank() {
        return call + "." + submittedAt;
    }

    @Override
    public Set<String> confidants() {
        var all = new TreeSet<>(Set.of(organisation));
        reviewers.forEach((reviewer, reading) -> {
            if (reading.may()) {
                all.add(reviewer);
            }
        });
        return all;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return status == Status.ASKED ? Map.of(Due.ANSWERS, answerBy) : Map.of();
    }
}
