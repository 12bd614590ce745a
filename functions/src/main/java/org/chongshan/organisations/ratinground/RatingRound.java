package org.chongshan.organisations.ratinground;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Heading;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.RatingTested;
import org.jspecify.annotations.Nullable;

/**
 * One application of an organisation for a rating.
 *
 * @param applied       the grade it applied for
 * @param tests         the tests of the application; empty before the register has answered
 * @param ballot        committee and votes
 * @param conclusion    the grade that was published, or that a review put in its place; null when none carried
 * @param publishedTill the last day of the publication; null before
 * @param reviewDue     the last day for the answer to a request for review; null when none was made, or once it was told that
 *                      it has passed
 */
record RatingRound(String id, String subdistrict, String organisation, Grade applied, Status status,
        List<RatingTested> tests, Ballot ballot, @Nullable Grade conclusion, @Nullable LocalDate publishedTill,
        @Nullable LocalDate reviewDue) implements Aggregate {
    RatingRound {
        tests = List.copyOf(tests);
    }

    /** Where a round stands. */
    enum Status implements org.chongshan.core.Status {
        /** The register has been asked whether the organisation may be rated. */
        APPLIED(Sight.LIST),
        /** It may; it is to be visited, and a committee to be convened. */
        ELIGIBLE(Sight.LIST),
        /** The committee votes. */
        CONVENED(Sight.LIST),
        /** The conclusion is published; a review may be asked for. */
        PUBLISHED(Sight.DEADLINE),
        /** A review was asked for. */
        UNDER_REVIEW(Sight.LIST),
        /** A grade was granted. */
        CONFIRMED(Sight.ENDED),
        /** None was. */
        NOT_GRANTED(Sight.ENDED),
        /** It may not be rated. */
        INELIGIBLE(Sight.ENDED),
        /** Taken back. */
        WITHDRAWN(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** Further lists of rounds. */
    enum Lists implements Listing {
        /** A request for review has not been answered in time. */
        @InDigest(Heading.OVERDUE)
        REVIEW_OVERDUE
    }

    /** What a round waits for. */
    enum Due implements Deadline {
        /** The last day of the publication. */
        PUBLICATION,
        /** The last day for the answer to a request for review. */
        REVIEW
    }

    static RatingRound applied(String id, String subdistrict, String organisation, Grade grade) {
        return new RatingRound(id, subdistrict, organisation, grade, Status.APPLIED, List.of(), Ballot.NONE, null, null,
                null);
    }

    RatingRound tested(List<RatingTested> all, boolean eligible) {
        return new RatingRound(id, subdistrict, organisation, applied, eligible ? Status.ELIGIBLE : Status.INELIGIBLE,
                all, ballot, null, null, null);
    }

    RatingRound with(Ballot other) {
        return new RatingRound(id, subdistrict, organisation, applied, Status.CONVENED, tests, other, null, null, null);
    }

    RatingRound published(@Nullable Grade grade, LocalDate till) {
        return new RatingRound(id, subdistrict, organisation, applied, Status.PUBLISHED, tests, ballot, grade, till,
                null);
    }

    /** @param due the last day for the answer; null once it was told that it has passed */
    RatingRound underReview(@Nullable LocalDate due) {
        return new RatingRound(id, subdistrict, organisation, applied, Status.UNDER_REVIEW, tests, ballot, conclusion,
                publishedTill, due);
    }

    RatingRound ended(@Nullable Grade grade) {
        return new RatingRound(id, subdistrict, organisation, applied,
                grade == null ? Status.NOT_GRANTED : Status.CONFIRMED, tests, ballot, grade, publishedTill, null);
    }

    RatingRound withdrawn() {
        return new RatingRound(id, subdistrict, organisation, applied, Status.WITHDRAWN, tests, ballot, null, null,
                null);
    }

    /** It reads what becomes of its application. */
    @Override
    public Set<String> confidants() {
        return Set.of(organisation);
    }

    @Override
    public Map<Lists, String> lists() {
        return status == Status.UNDER_REVIEW && reviewDue == null ? Map.of(Lists.REVIEW_OVERDUE, "") : Map.of();
    }

    @Override
    public Map<Due, Instant> deadlines() {
        if (status == Status.PUBLISHED && publishedTill != null) {
            return Map.of(Due.PUBLICATION, WorkingDays.endOf(publishedTill));
        }
        return status == Status.UNDER_REVIEW && reviewDue != null
                ? Map.of(Due.REVIEW, WorkingDays.endOf(reviewDue))
                : Map.of();
    }
}
