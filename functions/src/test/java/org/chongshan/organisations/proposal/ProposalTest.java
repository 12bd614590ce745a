package org.chongshan.organisations.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.EligibilityCheck;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.GrantCallEvent.AwardReleased;
import org.chongshan.events.organisations.GrantCallEvent.CallTermsAsked;
import org.chongshan.events.organisations.GrantCallEvent.ProposalTakenBack;
import org.chongshan.events.organisations.GrantNotice.ProposalChecked;
import org.chongshan.events.organisations.GrantNotice.ProposalUnanswered;
import org.chongshan.events.organisations.NotAwardedBecause;
import org.chongshan.events.organisations.OrganisationEvent.GrantProposalEnded;
import org.chongshan.events.organisations.OrganisationEvent.GrantStandingAsked;
import org.chongshan.events.organisations.ProjectEvent.ProjectAwarded;
import org.chongshan.events.organisations.ProposalEvent;
import org.chongshan.events.organisations.ProposalEvent.AwardGranted;
import org.chongshan.events.organisations.ProposalEvent.AwardLapsed;
import org.chongshan.events.organisations.ProposalEvent.AwardRefused;
import org.chongshan.events.organisations.ProposalEvent.CallTermsStated;
import org.chongshan.events.organisations.ProposalEvent.GrantStandingStated;
import org.chongshan.events.organisations.ProposalEvent.ProposalShortlisted;
import org.chongshan.events.organisations.ProposalEvent.ProposalSubmitted;
import org.chongshan.events.organisations.ProposalEvent.ProposalWithdrawn;
import org.chongshan.events.organisations.ProposalEvent.ReviewerBarred;
import org.chongshan.events.organisations.ProposalEvent.ReviewerCleared;
import org.chongshan.events.organisations.Recipient;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalEntered;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalLeft;
import org.chongshan.events.organisations.ServiceField;
import org.chongshan.organisations.proposal.Proposal.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.organisations.proposal.ProposalRule.*;

/** A proposal of 50,000 yuan to a call that takes 10,000 to 60,000. */
class ProposalTest {
    private static final Instant HANDED_IN = Instant.parse("2023-03-02T02:00:00Z");
    private static final GrantProposalEnded ENDED = new GrantProposalEnded("O-1", "P-1");
    private static final CallTermsStated ASKS = asks(1_000_000, 6_000_000, Grade.A2);
    private static final Recipient JUXINSHE = new Recipient("菊馨社", "52320613MJA123456J");
    private static final GrantStandingStated STANDS = stands(Grade.A3, null, null, null);
    private static final ProposalWithdrawn WITHDRAWAL = new ProposalWithdrawn("P-1", new Confidential("No staff."));
    private static final AwardGranted AWARD = new AwardGranted("P-1", 4_000_000, new TreeSet<>(Set.of("district-1")));

    private static ProposalSubmitted submission(long requestedFen) {
        return new ProposalSubmitted("P-1", "C-1", "O-1", "Tea for the old", ServiceField.OLD_AND_YOUNG, requestedFen,
                LocalDate.parse("2023-05-15"), LocalDate.parse("2023-12-31"), 1_200, Set.of("320613001"),
                new Confidential("Nobody alone."), new Confidential("Every Thursday."),
                new Confidential("A second room."), new Personal("Ms Ge"));
    }

    private static CallTermsStated asks(long floorFen, long ceilingFen, @Nullable Grade lowestGrade) {
        return new CallTermsStated("P-1", "C-1", floorFen, ceilingFen, Set.of(ServiceField.OLD_AND_YOUNG), lowestGrade,
                true, true);
    }

    private static GrantStandingStated stands(@Nullable Grade grade, @Nullable String other, @Nullable String unsettled,
            @Nullable String bannedUntil) {
        return new GrantStandingStated("P-1", "O-1", true, grade, grade == null ? null : LocalDate.parse("2027-05-01"),
                other, unsettled, bannedUntil == null ? null : LocalDate.parse(bannedUntil), JUXINSHE);
    }

    private static Given<Proposal, ProposalEvent> submitted(long requestedFen) {
        return given(new ProposalDecider()).by("O-1", Role.ORGANISATION).happened(submission(requestedFen));
    }

    private static Given<Proposal, ProposalEvent> eligible() {
        return submitted(5_000_000).happened(ASKS, STANDS);
    }

    private static ProposalChecked checked(EligibilityCheck... failed) {
        return new ProposalChecked("P-1", "O-1", new TreeSet<>(List.of(failed)));
    }

    @Test
    void an_organisation_proposes_for_itself_and_call_and_organisation_are_asked_what_it_rests_on() {
        given(new ProposalDecider()).when(ASKS).thenEarly(PROPOSAL_UNKNOWN).by("O-2", Role.ORGANISATION)
                .when(submission(5_000_000)).thenRefused(NOT_ONES_OWN).by("o-1", Role.ORGANISATION)
                .when(submission(5_000_000))
                .then(SUBMITTED, new CallTermsAsked("C-1", "P-1", HANDED_IN),
                        new GrantStandingAsked("O-1", "P-1", LocalDate.parse("2023-03-02")))
                .and(proposal -> assertThat(proposal.confidants()).containsExactly("O-1")).when(submission(1))
                .thenRefused(SUBMITTED_ONCE);
    }

    @Test
    void no_device_of_an_organisation_says_that_it_was_earlier_but_an_officer_who_took_it_on_paper_does() {
        given(new ProposalDecider()).by("O-1", Role.ORGANISATION).receivedAt("2023-04-01T02:00:00Z")
                .when(submission(5_000_000)).then(SUBMITTED,
                        new CallTermsAsked("C-1", "P-1", Instant.parse("2023-04-01T02:00:00Z")),
                        new GrantStandingAsked("O-1", "P-1", LocalDate.parse("2023-04-01")));
        given(new ProposalDecider()).receivedAt("2023-04-01T02:00:00Z").when(submission(5_000_000)).then(SUBMITTED,
                new CallTermsAsked("C-1", "P-1", HANDED_IN),
                new GrantStandingAsked("O-1", "P-1", LocalDate.parse("2023-03-02")));
    }

    @Test
    void what_satisfies_every_check_is_reviewed_whoever_answers_first() {
        var entered = new ProposalEntered("C-1", "P-1", "O-1", 5_000_000);
        submitted(5_000_000).when(ASKS).then(HEARD).when(ASKS).thenRefused(HEARD_BEFORE).when(STANDS)
                .then(ELIGIBLE, checked(), entered).and(proposal -> {
                    assertThat(proposal.checks()).hasSize(EligibilityCheck.values().length)
                            .allSatisfy((_, check) -> assertThat(check.satisfied()).isTrue());
                    assertThat(proposal.checks().get(EligibilityCheck.GRADE).fact()).isEqualTo("A3 until 2027-05-01");
                });
        submitted(5_000_000).when(STANDS).then(HEARD).when(ASKS).then(ELIGIBLE, checked(), entered);
    }

    @Test
    void floor_ceiling_and_grade_are_themselves_inside() {
        submitted(1_000_000).happened(ASKS).when(stands(Grade.A2, null, null, null)).thenBy(ELIGIBLE);
        submitted(6_000_000).happened(ASKS).when(stands(Grade.A2, null, null, null)).thenBy(ELIGIBLE);
        submitted(999_999).happened(ASKS).when(STANDS).then(NOT_ELIGIBLE, checked(EligibilityCheck.FLOOR), ENDED);
        submitted(6_000_001).happened(ASKS).when(STANDS).then(NOT_ELIGIBLE, checked(EligibilityCheck.CEILING), ENDED);
        submitted(6_000_000).happened(ASKS).when(stands(Grade.A1, null, null, null)).then(NOT_ELIGIBLE,
                checked(EligibilityCheck.GRADE), ENDED);
        submitted(6_000_000).happened(asks(1, 6_000_000, null)).when(stands(null, null, null, null)).thenBy(ELIGIBLE);
    }

    @Test
    void each_check_that_fails_stands_with_the_fact_it_rests_on() {
        submitted(5_000_000).happened(ASKS).when(stands(Grade.A3, "P-0", "P-7", "2025-01-31")).then(NOT_ELIGIBLE,
                checked(EligibilityCheck.ONE_A_YEAR, EligibilityCheck.NO_UNSETTLED_PROJECT, EligibilityCheck.NO_BAN),
                ENDED).and(proposal -> {
                    assertThat(proposal.status()).isEqualTo(Status.INELIGIBLE);
                    assertThat(proposal.checks().get(EligibilityCheck.ONE_A_YEAR).fact()).isEqualTo("P-0");
                    assertThat(proposal.checks().get(EligibilityCheck.NO_BAN).fact()).isEqualTo("2025-01-31");
                });
        submitted(5_000_000)
                .happened(
                        new CallTermsStated("P-1", "C-1", 1, 6_000_000, Set.of(ServiceField.OTHER), null, false, false))
                .when(new GrantStandingStated("P-1", "O-1", false, null, null, null, null, null, JUXINSHE))
                .then(NOT_ELIGIBLE, checked(EligibilityCheck.PLACE, EligibilityCheck.IN_TIME, EligibilityCheck.FIELD,
                        EligibilityCheck.REGISTERED), ENDED);
    }

    @Test
    void when_nobody_answers_within_a_day_that_is_stated_and_an_answer_still_counts() {
        var due = Instant.parse("2023-03-03T02:00:00Z");
        submitted(5_000_000).whenDeadlineReached().then(UNANSWERED, new ProposalUnanswered("P-1", due)).when(ASKS)
                .then(HEARD).when(STANDS).thenBy(ELIGIBLE);
    }

    @Test
    void it_is_read_by_its_organisation_and_by_reviewers_as_long_as_they_have_no_stake_in_it() {
        eligible().when(new ReviewerCleared("P-1", "r-1", 1)).then(READERS_CHANGED)
                .and(proposal -> assertThat(proposal.confidants()).containsExactly("O-1", "r-1"))
                .when(new ReviewerBarred("P-1", "r-1", 2)).then(READERS_CHANGED)
                .and(proposal -> assertThat(proposal.confidants()).containsExactly("O-1"));
        eligible().happened(new ReviewerBarred("P-1", "r-1", 2), new ReviewerCleared("P-1", "r-1", 1))
                .and(proposal -> assertThat(proposal.confidants()).containsExactly("O-1"));
    }

    @Test
    void an_award_begins_a_project_once() {
        var project = new ProjectAwarded("P-1", "C-1", "O-1", JUXINSHE, "Tea for the old", ServiceField.OLD_AND_YOUNG,
                5_000_000, 4_000_000, LocalDate.parse("2023-05-15"), LocalDate.parse("2023-12-31"), 1_200,
                Set.of("320613001"), new TreeSet<>(Set.of("district-1")));
        eligible().when(new ProposalShortlisted("P-1", 4_000_000, HANDED_IN)).then(SHORTLISTED).when(AWARD)
                .then(AWARDED, project).when(AWARD).thenRefused(NOT_AT_THIS_POINT).when(WITHDRAWAL)
                .thenRefused(NOT_AT_THIS_POINT).and(proposal -> assertThat(proposal.awardedFen()).isEqualTo(4_000_000));
        eligible().when(AWARD).then(AWARDED, project).when(new ProposalShortlisted("P-1", 4_000_000, HANDED_IN))
                .thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void whoever_gets_no_award_is_free_to_propose_again() {
        eligible().when(new AwardRefused("P-1", NotAwardedBecause.CALL_CLOSED)).then(REFUSED, ENDED)
                .when(new AwardRefused("P-1", NotAwardedBecause.CALL_CLOSED)).thenRefused(NOT_AT_THIS_POINT);
        eligible().happened(AWARD).when(new AwardLapsed("P-1")).then(LAPSED, new AwardReleased("C-1", "P-1"), ENDED);
    }

    @Test
    void whoever_takes_it_back_leaves_panel_list_and_year_and_an_award_on_its_way_goes_back() {
        eligible().when(WITHDRAWAL)
                .then(WITHDRAWN, new ProposalLeft("C-1", "P-1"), new ProposalTakenBack("C-1", "P-1"), ENDED).when(AWARD)
                .then(NOT_WANTED_ANY_MORE, new AwardReleased("C-1", "P-1"));
        eligible().by("O-2", Role.ORGANISATION).when(WITHDRAWAL).thenRefused(NOT_ONES_OWN).by("street-17", Role.STREET)
                .when(WITHDRAWAL).thenBy(WITHDRAWN);
    }

    @Test
    void an_answer_that_comes_after_it_was_taken_back_does_not_take_the_year() {
        submitted(5_000_000).when(WITHDRAWAL).then(WITHDRAWN, ENDED).when(STANDS).then(HEARD, ENDED).when(ASKS)
                .thenRefused(HEARD_BEFORE);
    }
}
