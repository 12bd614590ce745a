package org.chongshan.organisations.grantcall;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.Term;
import org.chongshan.events.Heading;
import org.chongshan.events.Personal;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.GrantTier;
import org.chongshan.events.organisations.RankedProposal;
import org.chongshan.events.organisations.ServiceField;
import org.jspecify.annotations.Nullable;

/**
 * A call for proposals (公益创投项目征集) and its budget.
 *
 * @param reviewBy       when the reviews are to be concluded; null while proposals are taken
 * @param ranking        the best first; empty before the reviews are concluded
 * @param candidates     who was shortlisted, by proposal
 * @param passedOver     who is not shortlisted although somebody of a lower score is
 * @param takenBack      proposals that were taken back
 * @param publishers     who published a shortlist
 * @param publishedUntil by when objections are raised, that instant included; null before anything was published
 * @param objections     by their ids
 * @param awardedFen     what all awards that stand come to
 */
record GrantCall(String id, String subdistrict, Status status, Terms terms, @Nullable Term reviewBy,
        List<RankedProposal> ranking, SortedMap<String, Candidate> candidates, SortedSet<String> passedOver,
        SortedSet<String> takenBack, SortedSet<String> publishers, @Nullable Instant publishedUntil,
        SortedMap<String, Objection> objections, long awardedFen) implements Aggregate {

    /** How many objections a call takes. */
    static final int MOST_OBJECTIONS = 60;

    GrantCall {
        ranking = List.copyOf(ranking);
    }

    /** What it asks for. */
    record Terms(String title, GrantTier tier, Set<ServiceField> fields, long budgetFen, long floorFen, long ceilingFen,
            @Nullable Grade lowestGrade, Instant proposalsUntil) {}

    /** What became of who was shortlisted. */
    enum Place {
        /** Published; to get an award. */
        LISTED,
        /** An objection was upheld. */
        STRUCK_OFF,
        /** Taken back. */
        TAKEN_BACK,
        /** Has an award. */
        AWARDED,
        /** Its award came to nothing. */
        RELEASED
    }

    /** Who was shortlisted. */
    record Candidate(long amountFen, Instant publishedUntil, Place place) {
        Candidate at(Place next) {
            return new Candidate(amountFen, publishedUntil, next);
        }
    }

    /** What was answered to an objection. */
    enum Answer {
        OPEN,
        UPHELD,
        DISMISSED
    }

    /**
     * An objection to an award.
     *
     * @param by   who raised it
     * @param late whether it was stated that nobody answered
     */
    record Objection(String proposal, String by, Personal reason, Instant answerBy, Answer answer, boolean late) {
        Objection answered(Answer how) {
            return new Objection(proposal, by, reason, answerBy, how, late);
        }

        Objection statedLate() {
            return new Objection(proposal, by, reason, answerBy, answer, true);
        }

        boolean isOpen() {
            return answer == Answer.OPEN;
        }
    }

    /** Where a call stands. */
    enum Status implements org.chongshan.core.Status {
        /** Proposals are taken. */
        OPEN(Sight.DEADLINE),
        /** They are reviewed. */
        IN_REVIEW(Sight.DEADLINE),
        /** They should have been. */
        @InDigest(Heading.OVERDUE)
        REVIEW_OVERDUE(Sight.LIST),
        /** Reviewed; an officer is to publish a shortlist. */
        RANKED(Sight.LIST),
        /** A shortlist is published; objections are raised. */
        PUBLISHED(Sight.DEADLINE),
        /** What stands is to be awarded. */
        AWARDING(Sight.LIST),
        /** Nothing more is awarded. */
        CLOSED(Sight.ENDED),
        /** It ended before anything was awarded. */
        CALLED_OFF(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a call stands in. */
    enum Listed implements Listing {
        /** An objection is to be answered. */
        OBJECTIONS_OPEN
    }

    /** What a call waits for. */
    enum Due implements Deadline {
        /** That no more proposals are taken. */
        SUBMISSION,
        /** That the reviews are concluded. */
        REVIEW,
        /** That the publication is over. */
        PUBLICATION,
        /** That an objection is answered. */
        ANSWER
    }

    static GrantCall opened(String id, String subdistrict, Terms terms) {
        return new GrantCall(id, subdistrict, Status.OPEN, terms, null, List.of(), new TreeMap<>(), new TreeSet<>(),
                new TreeSet<>(), new TreeSet<>(), null, new TreeMap<>(), 0);
    }

    GrantCall inReview(Term by) {
        return new GrantCall(id, subdistrict, Status.IN_REVIEW, terms, by, ranking, candidates, passedOver, takenBack,
                publishers, publishedUntil, objections, awardedFen);
    }

    GrantCall in(Status next) {
        return new GrantCall(id, subdistrict, next, terms, reviewBy, ranking, candidates, passedOver, takenBack,
                publishers, publishedUntil, objections, awardedFen);
    }

    GrantCall ranked(List<RankedProposal> best) {
        return new GrantCall(id, subdistrict, Status.RANKED, terms, reviewBy, best, candidates, passedOver, takenBack,
                publishers, publishedUntil, objections, awardedFen);
    }

    GrantCall published(Map<String, Candidate> more, Set<String> passed, String by, Instant until) {
        var all = new TreeMap<>(candidates);
        all.putAll(more);
        var allPassed = new TreeSet<>(passedOver);
        allPassed.addAll(passed);
        var publishing = new TreeSet<>(publishers);
        publishing.add(by);
        return new GrantCall(id, subdistrict, Status.PUBLISHED, terms, reviewBy, ranking, all, allPassed, takenBack,
                publishing, until, objections, awardedFen);
    }

    GrantCall placed(String proposal, Place place) {
        var all = new TreeMap<>(candidates);
        all.computeIfPresent(proposal, (_, candidate) -> candidate.at(place));
        var awarded = all.values().stream().filter(one -> one.place() == Place.AWARDED).mapToLong(Candidate::amountFen)
                .sum();
        return new GrantCall(id, subdistrict, status, terms, reviewBy, ranking, all, passedOver, takenBack, publishers,
                publishedUntil, objections, awarded);
    }

    GrantCall takenBack(String proposal) {
        var all = new TreeSet<>(takenBack);
        all.add(proposal);
        return new GrantCall(id, subdistrict, status, terms, reviewBy, ranking, candidates, passedOver, all, publishers,
                publishedUntil, objections, awardedFen);
    }

    GrantCall with(String objection, Objection said) {
        var all = new TreeMap<>(objections);
        all.put(objection, said);
        return new GrantCall(id, subdistrict, status, terms, reviewBy, ranking, candidates, passedOver, takenBack,
                publishers, publishedUntil, all, awardedFen);
    }

    Optional<RankedProposal> rankedAs(String proposal) {
        return ranking.stream().filter(one -> one.proposal().equals(proposal)).findAny();
    }

    /** What those of a better score that are still to get an award come to. */
    long reservedBeforeFen(String proposal) {
        return ranking.stream().takeWhile(one -> !one.proposal().equals(proposal))
                .map(one -> candidates.get(one.proposal())).filter(one -> one != null && one.place() == Place.LISTED)
                .mapToLong(Candidate::amountFen).sum();
    }

    boolean hasOpenObjection() {
        return objections.values().stream().anyMatch(Objection::isOpen);
    }

    boolean hasOpenObjectionTo(String proposal) {
        return objections.values().stream().anyMatch(one -> one.isOpen() && one.proposal().equals(proposal));
    }

    /** Whether it is over, with awards or without. */
    boolean hasEnded() {
        return status == Status.CLOSED || status == Status.CALLED_OFF;
    }

    @Override
    public String rank() {
        return terms.proposalsUntil().toString();
    }

    @Override
    public Map<Listed, String> lists() {
        return hasOpenObjection() && !hasEnded() ? Map.of(Listed.OBJECTIONS_OPEN, rank()) : Map.of();
    }

    @Override
    public List<Term> calendarTerms() {
        return status == Status.IN_REVIEW && reviewBy != null ? List.of(reviewBy) : List.of();
    }

    @Override
    public GrantCall reckonedBy(Context context) {
        return status == Status.IN_REVIEW && reviewBy != null && reviewBy.isProvisional()
                ? inReview(reviewBy.reckonedBy(context))
                : this;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var all = new EnumMap<Due, Instant>(Due.class);
        if (status == Status.OPEN) {
            all.put(Due.SUBMISSION, terms.proposalsUntil());
        } else if (status == Status.IN_REVIEW && reviewBy != null) {
            all.put(Due.REVIEW, reviewBy.end());
        } else if (status == Status.PUBLISHED && publishedUntil != null) {
            all.put(Due.PUBLICATION, publishedUntil);
        }
        if (!hasEnded()) {
            objections.values().stream().filter(one -> one.isOpen() && !one.late()).map(Objection::answerBy)
                    .min(Comparator.naturalOrder()).ifPresent(by -> all.put(Due.ANSWER, by));
        }
        return all;
    }
}
