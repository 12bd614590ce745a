package org.chongshan.organisations.ratinground;

import java.util.List;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.Grantor;
import org.chongshan.events.organisations.OrganisationEvent.RatingConfirmed;
import org.chongshan.events.organisations.OrganisationEvent.RatingEligibilityAsked;
import org.chongshan.events.organisations.OrganisationsNotice.RatingNotGranted;
import org.chongshan.events.organisations.OrganisationsNotice.RatingPublished;
import org.chongshan.events.organisations.OrganisationsNotice.RatingReviewOverdue;
import org.chongshan.events.organisations.RatingRoundEvent;
import org.chongshan.events.organisations.RatingRoundEvent.RatingApplicationWithdrawn;
import org.chongshan.events.organisations.RatingRoundEvent.RatingApplied;
import org.chongshan.events.organisations.RatingRoundEvent.RatingCommitteeConvened;
import org.chongshan.events.organisations.RatingRoundEvent.RatingEligibilityStated;
import org.chongshan.events.organisations.RatingRoundEvent.ReviewDecided;
import org.chongshan.events.organisations.RatingRoundEvent.ReviewRequested;
import org.chongshan.events.organisations.RatingRoundEvent.RoundDecided;
import org.chongshan.events.organisations.RatingRoundEvent.TieDeclared;
import org.chongshan.events.organisations.RatingRoundEvent.VoteRecorded;
import org.chongshan.events.organisations.Tie;
import org.chongshan.organisations.OrganisationsParameter;
import org.chongshan.organisations.ratinground.RatingRound.Due;
import org.chongshan.organisations.ratinground.RatingRound.Status;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.organisations.ratinground.RatingRoundRule.*;

/**
 * Rating rounds: an application is tested, a committee votes by name, the conclusion is published and may be reviewed. What was
 * recorded when the ballot was closed decides.
 */
public record RatingRoundDecider() implements Decider<RatingRound, RatingRoundEvent> {
    private static final int THIRDS = 3;
    private static final int PERCENT = 100;

    @Override
    public String idOf(RatingRoundEvent event) {
        return event.round();
    }

    @Override
    public Decision<RatingRound> begin(String id, RatingRoundEvent event, Context context) {
        return switch (event) {
            case RatingApplied applied when !isFor(applied.organisation(), context) -> refuse(NOT_ITS_OWN);
            case RatingApplied applied when applied.grade().grantor() != Grantor.DISTRICT -> refuse(NOT_THE_DISTRICTS);
            case RatingApplied applied -> Decision.<RatingRound>become(
                    RatingRound.applied(id, context.subdistrict(), applied.organisation(), applied.grade()), APPLIED)
                    .emit(new RatingEligibilityAsked(applied.organisation(), id, applied.grade(), context.date()));
            default -> early(ROUND_UNKNOWN);
        };
    }

    /** The district, and an organisation for itself. */
    private static boolean isFor(String organisation, Context context) {
        return context.role() != Role.ORGANISATION || Actors.same(context.actor(), organisation);
    }

    @Override
    public Decision<RatingRound> decide(RatingRound round, RatingRoundEvent event, Context context) {
        return switch (event) {
            case RatingApplied _ -> refuse(APPLIED_ONCE);
            case RatingEligibilityStated _ when round.status() != Status.APPLIED -> refuse(NOT_NOW);
            case RatingEligibilityStated stated ->
                become(round.tested(stated.tests(), stated.eligible()), stated.eligible() ? ELIGIBLE : INELIGIBLE);
            case RatingCommitteeConvened convened -> convene(round, convened, context);
            case TieDeclared _ when round.status() != Status.CONVENED -> refuse(NOT_NOW);
            case TieDeclared declared -> recuse(round, declared, context);
            case VoteRecorded _ when round.status() != Status.CONVENED -> refuse(NOT_NOW);
            case VoteRecorded recorded -> vote(round, recorded, context);
            case RoundDecided _ when round.status() != Status.CONVENED -> refuse(NOT_NOW);
            case RoundDecided _ -> close(round, context);
            case ReviewRequested _ when !isFor(round.organisation(), context) -> refuse(NOT_ITS_OWN);
            case ReviewRequested _ -> askForReview(round, context);
            case ReviewDecided _ when round.status() != Status.UNDER_REVIEW -> refuse(NOT_NOW);
            case ReviewDecided decided -> review(round, decided, context);
            case RatingApplicationWithdrawn _ when !isFor(round.organisation(), context) -> refuse(NOT_ITS_OWN);
            case RatingApplicationWithdrawn _ when round.status().ordinal() >= Status.PUBLISHED.ordinal() ->
                refuse(NOT_NOW);
            case RatingApplicationWithdrawn _ -> become(round.withdrawn(), WITHDRAWN);
        };
    }

    private static Decision<RatingRound> convene(RatingRound round, RatingCommitteeConvened convened, Context context) {
        if (round.status() != Status.ELIGIBLE && round.status() != Status.CONVENED) {
            return refuse(NOT_NOW);
        }
        if (convened.grade().grantor() != Grantor.DISTRICT) {
            return refuse(NOT_THE_DISTRICTS);
        }
        if (!round.ballot().votes().isEmpty()) {
            return refuse(COMMITTEE_STANDS);
        }
        if (Actors.isAmong(round.organisation(), convened.members())) {
            return refuse(APPLICANT_ON_IT);
        }
        return isBetween(convened.members(), OrganisationsParameter.RATING_COMMITTEE_LEAST,
                OrganisationsParameter.RATING_COMMITTEE_MOST, context)
                        ? become(round.with(Ballot.NONE.of(new TreeSet<>(convened.members()), convened.grade())),
                                COMMITTEE)
                        : refuse(COMMITTEE_SIZE);
    }

    /** So many different people, each named once. */
    private static boolean isBetween(List<String> people, OrganisationsParameter least, OrganisationsParameter most,
            Context context) {
        return context.policy().reaches(least, people.size(), 1) && context.policy().isWithin(most, people.size())
                && people.stream()
                        .allMatch(one -> people.stream().filter(other -> Actors.same(one, other)).count() == 1);
    }

    private static Decision<RatingRound> recuse(RatingRound round, TieDeclared declared, Context context) {
        var member = round.ballot().member(declared.member());
        if (member == null) {
            return refuse(NOT_A_MEMBER);
        }
        var left = declared.leftOn();
        var years = context.policy().value(OrganisationsParameter.RATING_RECUSAL_YEARS);
        return declared.tie() == Tie.SERVED_THERE && left != null && !left.plusYears(years).isAfter(context.date())
                ? become(round, TIE_TOO_OLD)
                : become(round.with(round.ballot().recused(member)), RECUSED);
    }

    private static Decision<RatingRound> vote(RatingRound round, VoteRecorded recorded, Context context) {
        var ballot = round.ballot();
        var member = ballot.member(recorded.member());
        if (member == null) {
            return refuse(NOT_A_MEMBER);
        }
        if (ballot.recused().contains(member)) {
            return refuse(RECUSED_DO_NOT_VOTE);
        }
        var fact = context.fact(recorded.vote());
        return become(round.with(ballot.voted(member, fact)),
                fact.isOlderThan(ballot.votes().get(member)) ? SAID_SINCE : VOTED);
    }

    private static Decision<RatingRound> close(RatingRound round, Context context) {
        var ballot = round.ballot();
        var all = ballot.members().size();
        if (!context.policy().reaches(OrganisationsParameter.RATING_QUORUM_THIRDS, ballot.present() * THIRDS, all)) {
            return refuse(NO_QUORUM);
        }
        var carried = isHalf(ballot.inFavour(), all, context);
        var grade = requireNonNull(ballot.grade());
        // Whoever may ask for a review has the time from when it could first be known.
        var till = WorkingDays.dayOf(context.received())
                .plusDays(context.policy().value(OrganisationsParameter.RATING_PUBLICATION_DAYS));
        return Decision
                .<RatingRound>become(round.published(carried ? grade : null, till), carried ? CARRIED : NOT_CARRIED)
                .emit(new RatingPublished(round.id(), round.organisation(), grade, carried, till))
                .noting("members", all).noting("present", ballot.present()).noting("inFavour", ballot.inFavour());
    }

    private static boolean isHalf(long inFavour, int all, Context context) {
        return context.policy().reaches(OrganisationsParameter.RATING_MAJORITY_PERCENT, inFavour * PERCENT, all);
    }

    /** An organisation that posts is in time by the platform's clock: its own is its claim. A paper is by the day on it. */
    private static Decision<RatingRound> askForReview(RatingRound round, Context context) {
        var till = round.publishedTill();
        if (till == null) {
            return refuse(NOT_NOW);
        }
        var asked = context.role() == Role.ORGANISATION ? WorkingDays.dayOf(context.received()) : context.date();
        if (round.status() != Status.PUBLISHED || asked.isAfter(till)) {
            return refuse(PUBLICATION_OVER);
        }
        return become(round.underReview(WorkingDays.dayOf(context.received())
                .plusDays(context.policy().value(OrganisationsParameter.RATING_REVIEW_DAYS))), REVIEW_ASKED);
    }

    private static Decision<RatingRound> review(RatingRound round, ReviewDecided decided, Context context) {
        var reviewers = decided.reviewers();
        if (!isBetween(reviewers, OrganisationsParameter.RATING_REVIEWERS_LEAST,
                OrganisationsParameter.RATING_REVIEWERS_MOST, context)
                || reviewers.stream().anyMatch(one -> round.ballot().member(one) != null)
                || Actors.isAmong(round.organisation(), reviewers)) {
            return refuse(REVIEWERS);
        }
        if (!decided.inFavour().stream().allMatch(one -> Actors.isAmong(one, reviewers))) {
            return refuse(NOT_REVIEWERS);
        }
        var instead = decided.grade();
        if (instead != null && instead.grantor() != Grantor.DISTRICT) {
            return refuse(NOT_THE_DISTRICTS);
        }
        var inFavour = reviewers.stream().filter(one -> Actors.isAmong(one, decided.inFavour())).count();
        return isHalf(inFavour, reviewers.size(), context)
                ? end(round, instead, CONCLUSION_CHANGED, context)
                : end(round, round.conclusion(), CONCLUSION_STANDS, context);
    }

    private static Decision.Become<RatingRound> end(RatingRound round, @Nullable Grade grade, RatingRoundRule rule,
            Context context) {
        return Decision.<RatingRound>become(round.ended(grade), rule)
                .emit(grade == null
                        ? new RatingNotGranted(round.id(), round.organisation())
                        : new RatingConfirmed(round.organisation(), round.id(), grade, context.date()));
    }

    @Override
    public Decision.Become<RatingRound> reached(RatingRound round, Deadline deadline, Context context) {
        return switch ((Due) deadline) {
            case PUBLICATION -> end(round, round.conclusion(), CONFIRMED, context);
            case REVIEW -> Decision.<RatingRound>become(round.underReview(null), REVIEW_OVERDUE)
                    .emit(new RatingReviewOverdue(round.id(), requireNonNull(round.reviewDue())));
        };
    }
}
