package org.chongshan.organisations.ratinground;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.Grade;
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
import org.chongshan.events.organisations.RatingTest;
import org.chongshan.events.organisations.RatingTested;
import org.chongshan.events.organisations.Tie;
import org.chongshan.events.organisations.Vote;
import org.chongshan.organisations.ratinground.RatingRound.Due;
import org.chongshan.organisations.ratinground.RatingRound.Lists;
import org.chongshan.organisations.ratinground.RatingRound.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.organisations.ratinground.RatingRoundRule.*;

/** Rating rounds by MCA Order 39: a committee of 7 to 25, two thirds present, half or more of all members. */
class RatingRoundTest {
    private static final String DAY = "2023-03-02T01:00:00Z";
    private static final LocalDate LAST_DAY = LocalDate.parse("2023-03-09");
    private static final RatingApplied APPLICATION = new RatingApplied("R-1", "O-1", Grade.A3);
    private static final RoundDecided CLOSE = new RoundDecided("R-1");
    private static final Confidential GROUNDS = new Confidential("The figures were right.");
    private static final ReviewRequested REVIEW = new ReviewRequested("R-1", GROUNDS);
    private static final RatingApplicationWithdrawn WITHDRAWAL = new RatingApplicationWithdrawn("R-1");

    private static Given<RatingRound, RatingRoundEvent> applied() {
        return given(new RatingRoundDecider()).by("O-1", Role.ORGANISATION).at(DAY).happened(APPLICATION)
                .by("district-1", Role.DISTRICT);
    }

    private static RatingEligibilityStated eligible(boolean is) {
        return new RatingEligibilityStated("R-1", "O-1", is,
                List.of(new RatingTested(RatingTest.NOT_BARRED, is, "null")));
    }

    private static List<String> people(String kind, int many) {
        return IntStream.range(0, many).mapToObj(i -> kind + "-" + i).toList();
    }

    private static RatingCommitteeConvened committee(int members) {
        return new RatingCommitteeConvened("R-1", people("m", members), Grade.A3);
    }

    private static VoteRecorded vote(int member, Vote vote) {
        return new VoteRecorded("R-1", "m-" + member, vote);
    }

    private static Given<RatingRound, RatingRoundEvent> convened(int members) {
        return applied().happened(eligible(true), committee(members));
    }

    /** The first ones in favour, the next against. */
    private static Given<RatingRound, RatingRoundEvent> voted(int members, int inFavour, int against) {
        var round = convened(members);
        for (int i = 0; i < inFavour + against; i++) {
            round.happened(vote(i, i < inFavour ? Vote.FOR : Vote.AGAINST));
        }
        return round;
    }

    private static Given<RatingRound, RatingRoundEvent> published() {
        return voted(8, 4, 2).happened(CLOSE);
    }

    private static ReviewDecided answer(int reviewers, int inFavour, @Nullable Grade grade) {
        return new ReviewDecided("R-1", people("r", reviewers), people("r", inFavour), grade, GROUNDS);
    }

    @Test
    void an_organisation_applies_for_itself_and_for_a_grade_of_the_district() {
        given(new RatingRoundDecider()).by("O-2", Role.ORGANISATION).when(APPLICATION).thenRefused(NOT_ITS_OWN)
                .by("O-1", Role.ORGANISATION).when(new RatingApplied("R-1", "O-1", Grade.A4))
                .thenRefused(NOT_THE_DISTRICTS).at(DAY).when(APPLICATION)
                .then(APPLIED, new RatingEligibilityAsked("O-1", "R-1", Grade.A3, LocalDate.parse("2023-03-02")))
                .when(APPLICATION).thenRefused(APPLIED_ONCE);
        given(new RatingRoundDecider()).when(CLOSE).thenEarly(ROUND_UNKNOWN);
    }

    @Test
    void who_fails_one_test_is_not_rated_and_sees_which() {
        applied().when(eligible(false)).then(INELIGIBLE).and(round -> {
            assertThat(round.status()).isEqualTo(Status.INELIGIBLE);
            assertThat(round.tests()).isNotEmpty();
            assertThat(round.confidants()).containsExactly("O-1");
        }).when(eligible(true)).thenRefused(NOT_NOW).when(committee(7)).thenRefused(NOT_NOW);
        applied().when(eligible(true)).then(ELIGIBLE);
    }

    @Test
    void a_committee_has_seven_to_twenty_five_different_members() {
        var eligible = applied().happened(eligible(true));
        eligible.when(committee(6)).thenRefused(COMMITTEE_SIZE).when(committee(26)).thenRefused(COMMITTEE_SIZE)
                .when(new RatingCommitteeConvened("R-1", List.of("a", "b", "c", "d", "e", "f", "g", "A"), Grade.A3))
                .thenRefused(COMMITTEE_SIZE)
                .when(new RatingCommitteeConvened("R-1", List.of("a", "b", "c", "d", "e", "f", "o-1"), Grade.A3))
                .thenRefused(APPLICANT_ON_IT).when(new RatingCommitteeConvened("R-1", people("m", 7), Grade.A5))
                .thenRefused(NOT_THE_DISTRICTS).when(committee(25)).then(COMMITTEE).when(committee(7)).then(COMMITTEE)
                .happened(vote(0, Vote.FOR)).when(committee(8)).thenRefused(COMMITTEE_STANDS);
    }

    @Test
    void two_thirds_of_all_members_are_a_quorum_and_one_less_is_none() {
        voted(9, 5, 0).when(CLOSE).thenRefused(NO_QUORUM).happened(vote(5, Vote.ABSTAINED)).when(CLOSE).thenBy(CARRIED);
        voted(25, 16, 0).when(CLOSE).thenRefused(NO_QUORUM).happened(vote(16, Vote.AGAINST)).when(CLOSE)
                .thenBy(CARRIED);
    }

    @Test
    void exactly_half_of_all_members_carries_and_one_less_does_not() {
        voted(8, 4, 2).when(CLOSE).then(CARRIED, new RatingPublished("R-1", "O-1", Grade.A3, true, LAST_DAY));
        voted(8, 3, 5).when(CLOSE).then(NOT_CARRIED, new RatingPublished("R-1", "O-1", Grade.A3, false, LAST_DAY));
        voted(7, 4, 1).when(CLOSE).thenBy(CARRIED);
        voted(7, 3, 2).when(CLOSE).thenBy(NOT_CARRIED);
    }

    @Test
    void who_is_recused_is_neither_present_nor_in_favour_and_still_of_all_members() {
        voted(8, 4, 2).happened(new TieDeclared("R-1", "M-0", Tie.INTEREST, null)).when(CLOSE).thenRefused(NO_QUORUM)
                .happened(vote(6, Vote.AGAINST)).when(CLOSE).thenBy(NOT_CARRIED);
        convened(8).happened(new TieDeclared("R-1", "m-0", Tie.OTHER, null)).when(vote(0, Vote.FOR))
                .thenRefused(RECUSED_DO_NOT_VOTE).when(new TieDeclared("R-1", "x", Tie.OTHER, null))
                .thenRefused(NOT_A_MEMBER).when(new VoteRecorded("R-1", "x", Vote.FOR)).thenRefused(NOT_A_MEMBER);
    }

    @Test
    void who_left_less_than_two_years_ago_is_recused_and_who_left_two_years_ago_votes() {
        convened(8).when(new TieDeclared("R-1", "m-0", Tie.SERVED_THERE, LocalDate.parse("2021-03-03"))).then(RECUSED)
                .when(new TieDeclared("R-1", "m-1", Tie.SERVED_THERE, LocalDate.parse("2021-03-02"))).then(TIE_TOO_OLD)
                .when(new TieDeclared("R-1", "m-2", Tie.SERVED_THERE, null)).then(RECUSED).when(vote(1, Vote.FOR))
                .then(VOTED);
    }

    @Test
    void the_last_word_of_a_member_counts_by_its_own_time() {
        convened(7).happened(vote(0, Vote.AGAINST)).at("2023-03-02T00:30:00Z").when(vote(0, Vote.FOR)).then(SAID_SINCE)
                .and(round -> assertThat(round.ballot().inFavour()).isZero()).at("2023-03-02T02:00:00Z")
                .when(vote(0, Vote.FOR)).then(VOTED).and(round -> assertThat(round.ballot().inFavour()).isEqualTo(1));
    }

    @Test
    void a_conclusion_nobody_asked_to_review_is_confirmed_when_its_publication_is_over() {
        published()
                .and(round -> assertThat(round.deadlines()).containsEntry(Due.PUBLICATION,
                        Instant.parse("2023-03-09T16:00:00Z")))
                .whenDeadlineReached()
                .then(CONFIRMED, new RatingConfirmed("O-1", "R-1", Grade.A3, LocalDate.parse("2023-03-10")))
                .and(round -> assertThat(round.status()).isEqualTo(Status.CONFIRMED));
        voted(8, 3, 5).happened(CLOSE).whenDeadlineReached().then(CONFIRMED, new RatingNotGranted("R-1", "O-1"))
                .and(round -> assertThat(round.status()).isEqualTo(Status.NOT_GRANTED));
    }

    @Test
    void a_review_is_asked_for_by_the_organisation_during_the_publication_its_last_day_included() {
        voted(8, 4, 2).when(REVIEW).thenRefused(NOT_NOW);
        published().by("O-2", Role.ORGANISATION).when(REVIEW).thenRefused(NOT_ITS_OWN).by("O-1", Role.ORGANISATION)
                .at("2023-03-09T15:59:59Z").when(REVIEW).then(REVIEW_ASKED).when(REVIEW).thenRefused(PUBLICATION_OVER);
        published().by("O-1", Role.ORGANISATION).at("2023-03-09T16:00:00Z").when(REVIEW).thenRefused(PUBLICATION_OVER);
    }

    @Test
    void an_organisation_cannot_set_its_clock_back_and_a_paper_that_came_in_time_counts() {
        published().at("2023-03-09T01:00:00Z").receivedAt("2023-03-09T16:00:00Z").by("O-1", Role.ORGANISATION)
                .when(REVIEW).thenRefused(PUBLICATION_OVER).by("district-1", Role.DISTRICT).when(REVIEW)
                .then(REVIEW_ASKED);
    }

    @Test
    void a_review_is_answered_within_fifteen_days_or_told_to_be_overdue() {
        published().happened(REVIEW)
                .and(round -> assertThat(round.deadlines()).containsEntry(Due.REVIEW,
                        Instant.parse("2023-03-17T16:00:00Z")))
                .whenDeadlineReached()
                .then(REVIEW_OVERDUE, new RatingReviewOverdue("R-1", LocalDate.parse("2023-03-17")))
                .and(round -> assertThat(round.lists()).containsOnlyKeys(Lists.REVIEW_OVERDUE)).when(answer(5, 0, null))
                .thenBy(CONCLUSION_STANDS);
    }

    @Test
    void half_or_more_of_five_to_nine_reviewers_change_the_conclusion() {
        published().when(answer(5, 5, null)).thenRefused(NOT_NOW);
        var asked = published().happened(REVIEW);
        asked.when(answer(4, 4, null)).thenRefused(REVIEWERS).when(answer(10, 9, null)).thenRefused(REVIEWERS)
                .when(new ReviewDecided("R-1", List.of("r-0", "r-1", "r-2", "r-3", "M-0"), List.of(), null, GROUNDS))
                .thenRefused(REVIEWERS).when(new ReviewDecided("R-1", people("r", 5), List.of("r-9"), null, GROUNDS))
                .thenRefused(NOT_REVIEWERS).when(answer(6, 3, Grade.A4)).thenRefused(NOT_THE_DISTRICTS)
                .when(answer(6, 3, Grade.A2))
                .then(CONCLUSION_CHANGED, new RatingConfirmed("O-1", "R-1", Grade.A2, LocalDate.parse("2023-03-02")));
        published().happened(REVIEW).when(answer(6, 2, null)).then(CONCLUSION_STANDS,
                new RatingConfirmed("O-1", "R-1", Grade.A3, LocalDate.parse("2023-03-02")));
        published().happened(REVIEW)
                .when(new ReviewDecided("R-1", people("r", 6), List.of("r-0", "r-0", "R-0"), null, GROUNDS))
                .thenBy(CONCLUSION_STANDS);
        published().happened(REVIEW).when(answer(6, 3, null)).then(CONCLUSION_CHANGED,
                new RatingNotGranted("R-1", "O-1"));
    }

    @Test
    void an_application_can_be_taken_back_until_its_conclusion_is_published() {
        published().when(WITHDRAWAL).thenRefused(NOT_NOW);
        voted(8, 4, 2).by("O-2", Role.ORGANISATION).when(WITHDRAWAL).thenRefused(NOT_ITS_OWN)
                .by("O-1", Role.ORGANISATION).when(WITHDRAWAL).then(WITHDRAWN).by("district-1", Role.DISTRICT)
                .when(CLOSE).thenRefused(NOT_NOW).when(vote(0, Vote.FOR)).thenRefused(NOT_NOW)
                .when(new TieDeclared("R-1", "m-0", Tie.OTHER, null)).thenRefused(NOT_NOW);
    }

    @Test
    void a_round_of_the_largest_committee_stays_small() {
        assertThat(AnyOrder.stored(voted(25, 20, 5).state())).isBetween(1_000, 10_000);
    }
}
