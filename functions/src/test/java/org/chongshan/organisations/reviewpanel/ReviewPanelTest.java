package org.chongshan.organisations.reviewpanel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.GrantCallEvent.ProposalsRanked;
import org.chongshan.events.organisations.NotAwardedBecause;
import org.chongshan.events.organisations.ProposalEvent.AwardRefused;
import org.chongshan.events.organisations.ProposalEvent.ReviewerBarred;
import org.chongshan.events.organisations.ProposalEvent.ReviewerCleared;
import org.chongshan.events.organisations.RankedProposal;
import org.chongshan.events.organisations.ReviewPanelEvent;
import org.chongshan.events.organisations.ReviewPanelEvent.ConflictDeclared;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalEntered;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalLeft;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalReviewed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewConcluded;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewPanelClosed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewPanelOpened;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewerAppointed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewerDismissed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewerRecused;
import org.chongshan.events.organisations.Stake;
import org.chongshan.events.organisations.StakeKind;
import org.chongshan.organisations.reviewpanel.ReviewPanel.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.organisations.reviewpanel.ReviewPanelRule.*;

/** A panel on the second of March 2023; its call takes proposals until the tenth. */
class ReviewPanelTest {
    private static final ReviewPanelOpened OPENING = new ReviewPanelOpened("C-1", Instant.parse("2023-03-10T09:00:00Z"),
            "street-16");
    private static final ReviewConcluded CONCLUSION = new ReviewConcluded("C-1");
    private static final String AFTER = "2023-03-10T09:00:01Z";

    private static ProposalEntered entered(String proposal) {
        return new ProposalEntered("C-1", proposal, proposal.replace('P', 'O'), 5_000_000);
    }

    private static ConflictDeclared declared(Stake... stakes) {
        return new ConflictDeclared("C-1", Arrays.asList(stakes));
    }

    private static Stake stake(String organisation, StakeKind kind, @Nullable String leftOn) {
        return new Stake(organisation, kind, leftOn == null ? null : LocalDate.parse(leftOn));
    }

    private static ProposalReviewed score(String proposal, int points) {
        return new ProposalReviewed("C-1", proposal, points, new Confidential("Well thought out."));
    }

    /** Three reviewers, two proposals. */
    private static Given<ReviewPanel, ReviewPanelEvent> panel() {
        return given(new ReviewPanelDecider()).happened(OPENING, new ReviewerAppointed("C-1", "r-1"),
                new ReviewerAppointed("C-1", "r-2"), new ReviewerAppointed("C-1", "r-3"), entered("P-1"),
                entered("P-2"));
    }

    private static Given<ReviewPanel, ReviewPanelEvent> scored(int... points) {
        var given = panel();
        for (int i = 0; i < points.length; i++) {
            given.by("r-" + (i + 1), Role.AGENCY).happened(declared(), score("P-1", points[i]), score("P-2", 70));
        }
        return given.by("street-17", Role.STREET);
    }

    @Test
    void officers_appoint_reviewers_but_not_themselves_or_who_opened_the_call() {
        given(new ReviewPanelDecider()).when(new ReviewerAppointed("C-1", "r-1")).thenEarly(PANEL_UNKNOWN).when(OPENING)
                .then(CONVENED).when(OPENING).thenRefused(CONVENED_ONCE).when(new ReviewerAppointed("C-1", "r-1"))
                .then(APPOINTED).when(new ReviewerAppointed("C-1", "R-1")).thenRefused(APPOINTED_ONCE)
                .when(new ReviewerAppointed("C-1", "Street-17")).thenRefused(NOT_ONES_OWN)
                .when(new ReviewerAppointed("C-1", "street-16")).thenRefused(NOT_ONES_OWN);
        var given = given(new ReviewPanelDecider()).happened(OPENING);
        IntStream.range(0, ReviewPanel.MOST_REVIEWERS)
                .forEach(i -> given.happened(new ReviewerAppointed("C-1", "r-" + i)));
        given.when(new ReviewerAppointed("C-1", "one-more")).thenRefused(TOO_MANY_REVIEWERS);
    }

    @Test
    void whoever_declares_no_stake_may_read_what_is_there_and_what_comes() {
        panel().by("r-1", Role.AGENCY).when(score("P-1", 80)).thenRefused(DECLARE_FIRST).when(declared())
                .then(DECLARED, new ReviewerCleared("P-1", "r-1", 1), new ReviewerCleared("P-2", "r-1", 2))
                .when(entered("P-3")).then(ENTERED, new ReviewerCleared("P-3", "r-1", 3)).when(entered("P-3"))
                .thenRefused(ENTERED_ONCE);
        panel().by("r-9", Role.AGENCY).when(declared()).thenRefused(NOT_APPOINTED).when(score("P-1", 80))
                .thenRefused(NOT_APPOINTED);
    }

    @Test
    void whoever_left_one_day_less_than_two_years_ago_has_a_stake_and_whoever_left_two_years_ago_has_none() {
        panel().by("r-1", Role.AGENCY).when(declared(stake("O-1", StakeKind.SERVED_THERE, "2021-03-03")))
                .then(DECLARED, new ReviewerCleared("P-2", "r-1", 1)).when(score("P-1", 80)).thenRefused(HAS_A_STAKE);
        panel().by("r-1", Role.AGENCY).when(declared(stake("O-1", StakeKind.SERVED_THERE, "2021-03-02")))
                .then(DECLARED, new ReviewerCleared("P-1", "r-1", 1), new ReviewerCleared("P-2", "r-1", 2))
                .when(score("P-1", 80)).then(REVIEWED);
    }

    @Test
    void who_serves_there_has_another_interest_or_is_the_organisation_itself_never_reviews_it() {
        panel().by("r-1", Role.AGENCY)
                .when(declared(stake("o-1", StakeKind.SERVES_THERE, null),
                        stake("O-2", StakeKind.OTHER_INTEREST, null)))
                .then(DECLARED).when(score("P-1", 80)).thenRefused(HAS_A_STAKE).when(score("P-2", 80))
                .thenRefused(HAS_A_STAKE);
        panel().happened(new ReviewerAppointed("C-1", "O-1")).by("O-1", Role.ORGANISATION).when(declared())
                .then(DECLARED, new ReviewerCleared("P-2", "O-1", 1)).when(score("P-1", 100)).thenRefused(HAS_A_STAKE);
    }

    @Test
    void a_day_of_leaving_stands_with_having_served_there_and_with_nothing_else() {
        assertThat(
                declared(stake("O-1", StakeKind.SERVED_THERE, null), stake("O-1", StakeKind.SERVES_THERE, "2021-03-02"),
                        stake("O-1", StakeKind.SERVED_THERE, "2021-03-02")).faults())
                .hasSize(2);
    }

    @Test
    void a_stake_found_or_declared_later_takes_the_score_away_and_no_declaration_gives_it_back() {
        scored(80, 80, 80).when(new ReviewerRecused("C-1", "r-1", "O-1", new Confidential("A brother.")))
                .then(RECUSED, new ReviewerBarred("P-1", "r-1", 7)).by("r-1", Role.AGENCY).when(declared())
                .then(DECLARED).by("street-17", Role.STREET).at(AFTER).when(CONCLUSION).thenRefused(TOO_FEW_SCORES);
        scored(80, 80, 80).by("r-2", Role.AGENCY).when(declared(stake("O-2", StakeKind.OTHER_INTEREST, null)))
                .then(DECLARED, new ReviewerBarred("P-2", "r-2", 7)).at(AFTER).when(CONCLUSION)
                .thenRefused(TOO_FEW_SCORES);
        panel().when(new ReviewerRecused("C-1", "r-9", "O-1", new Confidential("x."))).thenRefused(NOT_APPOINTED);
    }

    @Test
    void a_dismissed_reviewer_counts_no_more_and_does_not_come_back() {
        var dismissal = new ReviewerDismissed("C-1", "r-1", new Confidential("Talked to a bidder."));
        scored(80, 80, 80).when(dismissal)
                .then(DISMISSED, new ReviewerBarred("P-1", "r-1", 7), new ReviewerBarred("P-2", "r-1", 8))
                .when(new ReviewerAppointed("C-1", "r-1")).thenRefused(APPOINTED_ONCE).by("r-1", Role.AGENCY)
                .when(score("P-1", 0)).thenRefused(NOT_APPOINTED).when(declared()).thenRefused(NOT_APPOINTED)
                .by("street-17", Role.STREET).at(AFTER).when(CONCLUSION).thenRefused(TOO_FEW_SCORES);
    }

    @Test
    void a_reviewer_declares_so_many_stakes() {
        var given = panel().by("r-1", Role.AGENCY);
        for (int from = 0; from < ReviewPanel.MOST_STAKES; from += 50) {
            var first = from;
            given.happened(declared(IntStream.range(first, first + 50)
                    .mapToObj(i -> stake("X-" + i, StakeKind.OTHER_INTEREST, null)).toArray(Stake[]::new)));
        }
        given.when(declared(stake("X-one-more", StakeKind.OTHER_INTEREST, null))).thenRefused(TOO_MANY_STAKES);
    }

    @Test
    void proposals_are_ranked_by_the_average_once_the_call_has_ended_and_each_has_three_scores() {
        scored(90, 91).at(AFTER).when(CONCLUSION).thenRefused(TOO_FEW_SCORES);
        scored(90, 91, 91).at("2023-03-10T09:00:00Z").when(CONCLUSION).thenRefused(STILL_OPEN).at(AFTER)
                .when(CONCLUSION)
                .then(CONCLUDED,
                        new ProposalsRanked("C-1",
                                List.of(new RankedProposal("P-1", "O-1", 5_000_000, 9066, 3),
                                        new RankedProposal("P-2", "O-2", 5_000_000, 7000, 3))))
                .by("r-1", Role.AGENCY).when(score("P-1", 10)).thenRefused(REVIEW_OVER);
    }

    @Test
    void of_two_with_the_same_score_whoever_asks_for_less_is_first() {
        var cheap = new ProposalEntered("C-1", "P-9", "O-9", 1);
        var given = scored(70, 70, 70).happened(cheap);
        for (var reviewer : List.of("r-1", "r-2", "r-3")) {
            given.by(reviewer, Role.AGENCY).happened(score("P-9", 70));
        }
        given.at(AFTER).when(CONCLUSION).thenBy(CONCLUDED);
        assertThat(given.state().ranking(2)).extracting(RankedProposal::proposal).containsExactly("P-9", "P-1", "P-2");
    }

    @Test
    void a_reviewer_corrects_a_score_and_of_two_words_the_later_counts_by_its_own_time() {
        scored(80, 80, 80).by("r-1", Role.AGENCY).at("2023-03-03T02:00:00Z").when(score("P-1", 20)).then(REVIEWED)
                .at("2023-03-02T03:00:00Z").when(score("P-1", 100)).then(REVIEWED)
                .and(panel -> assertThat(panel.counted("P-1", 2)).containsExactly(20, 80, 80));
    }

    @Test
    void what_was_taken_back_is_not_ranked_even_when_that_is_heard_before_it_entered() {
        scored(80, 80, 80).when(new ProposalLeft("C-1", "P-2")).then(LEFT).when(new ProposalLeft("C-1", "P-7"))
                .then(LEFT).when(entered("P-7")).thenRefused(ENTERED_ONCE).by("r-1", Role.AGENCY).when(score("P-2", 80))
                .thenRefused(NOT_ENTERED).when(score("P-8", 80)).thenRefused(NOT_ENTERED).at(AFTER).when(CONCLUSION)
                .then(CONCLUDED,
                        new ProposalsRanked("C-1", List.of(new RankedProposal("P-1", "O-1", 5_000_000, 8000, 3))));
    }

    @Test
    void what_comes_after_the_conclusion_or_over_the_limit_is_told_so() {
        scored(80, 80, 80).at(AFTER).happened(CONCLUSION).when(entered("P-3")).then(ENTERED_TOO_LATE,
                new AwardRefused("P-3", NotAwardedBecause.REVIEW_CONCLUDED));
        var given = panel();
        IntStream.range(2, ReviewPanel.MOST_ENTRIES).forEach(i -> given.happened(entered("P-x" + i)));
        given.when(entered("P-y")).then(TOO_MANY_ENTRIES, new AwardRefused("P-y", NotAwardedBecause.CALL_FULL));
        for (int r = 0; r < 3; r++) {
            given.by("r-" + (r + 1), Role.AGENCY).happened(declared());
            IntStream.range(2, ReviewPanel.MOST_ENTRIES).forEach(i -> given.happened(score("P-x" + i, 70)));
        }
        assertThat(AnyOrder.stored(given.state())).isLessThan(120_000);
    }

    @Test
    void a_call_that_is_called_off_ends_its_panel_and_everybody_is_told() {
        panel().happened(new ProposalLeft("C-1", "P-2")).when(new ReviewPanelClosed("C-1"))
                .then(CALLED_OFF, new AwardRefused("P-1", NotAwardedBecause.CALL_CALLED_OFF))
                .and(panel -> assertThat(panel.status()).isEqualTo(Status.CLOSED)).when(new ReviewPanelClosed("C-1"))
                .thenRefused(REVIEW_OVER).when(entered("P-3"))
                .then(ENTERED_TOO_LATE, new AwardRefused("P-3", NotAwardedBecause.CALL_CALLED_OFF));
    }
}
