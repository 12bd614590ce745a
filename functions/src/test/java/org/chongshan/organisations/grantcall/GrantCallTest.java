package org.chongshan.organisations.grantcall;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Fault;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.GrantCallEvent;
import org.chongshan.events.organisations.GrantCallEvent.AwardDecided;
import org.chongshan.events.organisations.GrantCallEvent.AwardReleased;
import org.chongshan.events.organisations.GrantCallEvent.CallTermsAsked;
import org.chongshan.events.organisations.GrantCallEvent.GrantCallCalledOff;
import org.chongshan.events.organisations.GrantCallEvent.GrantCallClosed;
import org.chongshan.events.organisations.GrantCallEvent.GrantCallOpened;
import org.chongshan.events.organisations.GrantCallEvent.ObjectionAnswered;
import org.chongshan.events.organisations.GrantCallEvent.ObjectionRaised;
import org.chongshan.events.organisations.GrantCallEvent.ProposalTakenBack;
import org.chongshan.events.organisations.GrantCallEvent.ProposalsRanked;
import org.chongshan.events.organisations.GrantCallEvent.ShortlistPublished;
import org.chongshan.events.organisations.GrantNotice.ObjectionAnswerOverdue;
import org.chongshan.events.organisations.GrantNotice.ReviewOverdue;
import org.chongshan.events.organisations.GrantNotice.ShortlistOpen;
import org.chongshan.events.organisations.GrantTier;
import org.chongshan.events.organisations.NotAwardedBecause;
import org.chongshan.events.organisations.PassedOver;
import org.chongshan.events.organisations.ProposalEvent.AwardGranted;
import org.chongshan.events.organisations.ProposalEvent.AwardRefused;
import org.chongshan.events.organisations.ProposalEvent.CallTermsStated;
import org.chongshan.events.organisations.ProposalEvent.ProposalShortlisted;
import org.chongshan.events.organisations.RankedProposal;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewPanelClosed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewPanelOpened;
import org.chongshan.events.organisations.ServiceField;
import org.chongshan.events.organisations.Shortlisting;
import org.chongshan.organisations.grantcall.GrantCall.Listed;
import org.chongshan.organisations.grantcall.GrantCall.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.organisations.grantcall.GrantCallRule.*;

/** A call from its opening to its close: 100,000 yuan, 10,000 to 60,000 a project. */
class GrantCallTest {
    private static final Instant UNTIL = Instant.parse("2023-03-31T09:00:00Z");
    /** Seven days after the fourth of May, to the end of the day. */
    private static final Instant PUBLISHED_UNTIL = Instant.parse("2023-05-11T16:00:00Z");
    private static final String AFTER = "2023-05-11T16:00:01Z";
    private static final ProposalsRanked RANKING = new ProposalsRanked("C-1", List.of(ranked("P-1", 6_000_000, 9000),
            ranked("P-2", 5_000_000, 8000), ranked("P-3", 5_000_000, 6000), ranked("P-4", 5_000_000, 5999)));

    private static GrantCallOpened opening(GrantTier tier, Instant until) {
        return new GrantCallOpened("C-1", "With the neighbours", tier, Set.of(ServiceField.OLD_AND_YOUNG), 10_000_000,
                1_000_000, 6_000_000, Grade.A2, until);
    }

    private static RankedProposal ranked(String proposal, long requestedFen, int hundredths) {
        return new RankedProposal(proposal, proposal.replace('P', 'O'), requestedFen, hundredths, 3);
    }

    private static Shortlisting of(String proposal, long amountFen) {
        return new Shortlisting(proposal, amountFen);
    }

    private static ShortlistPublished list(Shortlisting... some) {
        return new ShortlistPublished("C-1", Arrays.asList(some), List.of());
    }

    private static AwardDecided award(String proposal, long amountFen) {
        return new AwardDecided("C-1", proposal, amountFen);
    }

    private static ObjectionRaised objection(String id, String proposal) {
        return new ObjectionRaised("C-1", id, proposal, new Personal("They pay their own kin."));
    }

    private static ObjectionAnswered answer(String id, boolean upheld) {
        return new ObjectionAnswered("C-1", id, upheld, new Confidential("We looked at the accounts."));
    }

    private static AwardGranted granted(String proposal, long amountFen, String by) {
        return new AwardGranted(proposal, amountFen, new TreeSet<>(Set.of(by)));
    }

    private static Given<GrantCall, GrantCallEvent> opened() {
        return given(new GrantCallDecider()).happened(opening(GrantTier.STREET, UNTIL));
    }

    private static Given<GrantCall, GrantCallEvent> ranked() {
        return opened().at("2023-05-04T02:00:00Z").happened(RANKING);
    }

    private static Given<GrantCall, GrantCallEvent> published(Shortlisting... some) {
        return ranked().happened(list(some)).by("district-1", Role.DISTRICT);
    }

    @Test
    void a_call_is_opened_by_whoever_it_is_of_for_a_time_that_lies_ahead_and_has_a_panel() {
        given(new GrantCallDecider()).when(opening(GrantTier.STREET, UNTIL))
                .then(OPENED, new ReviewPanelOpened("C-1", UNTIL, "street-17")).when(opening(GrantTier.STREET, UNTIL))
                .thenRefused(OPENED_ONCE);
        given(new GrantCallDecider()).when(opening(GrantTier.DISTRICT, UNTIL)).thenRefused(OF_THE_DISTRICT)
                .by("district-1", Role.DISTRICT).when(opening(GrantTier.DISTRICT, UNTIL)).thenBy(OPENED);
        given(new GrantCallDecider()).when(opening(GrantTier.COMMUNITY, Instant.parse("2023-03-02T02:00:00Z")))
                .thenRefused(CLOSES_BEFORE_IT_OPENS)
                .when(opening(GrantTier.COMMUNITY, Instant.parse("2023-03-02T02:00:01Z"))).thenBy(OPENED);
        given(new GrantCallDecider()).when(RANKING).thenEarly(CALL_UNKNOWN);
    }

    @Test
    void a_floor_above_the_ceiling_and_a_ceiling_above_the_budget_are_refused_at_the_door() {
        var upsideDown = new GrantCallOpened("C-1", "x", GrantTier.STREET, Set.of(ServiceField.OTHER), 1, 3, 2, null,
                UNTIL);
        assertThat(upsideDown.faults()).extracting(Fault::pointer).containsExactly("/floorFen", "/ceilingFen");
        assertThat(opening(GrantTier.STREET, UNTIL).faults()).isEmpty();
    }

    @Test
    void a_proposal_is_in_time_until_the_end_of_the_call_that_instant_included() {
        var onTime = new CallTermsStated("P-1", "C-1", 1_000_000, 6_000_000, Set.of(ServiceField.OLD_AND_YOUNG),
                Grade.A2, true, true);
        opened().at("2023-04-01T00:00:00Z").when(new CallTermsAsked("C-1", "P-1", UNTIL)).then(TERMS_STATED, onTime)
                .when(new CallTermsAsked("C-1", "P-1", UNTIL.plusMillis(1))).then(TERMS_STATED, new CallTermsStated(
                        "P-1", "C-1", 1_000_000, 6_000_000, Set.of(ServiceField.OLD_AND_YOUNG), Grade.A2, false, true));
        opened().in("320613002").when(new CallTermsAsked("C-1", "P-1", UNTIL))
                .and(_ -> assertThat(onTime.here()).isTrue()).then(TERMS_STATED, new CallTermsStated("P-1", "C-1",
                        1_000_000, 6_000_000, Set.of(ServiceField.OLD_AND_YOUNG), Grade.A2, true, false));
    }

    @Test
    void reviews_that_are_not_concluded_within_twenty_working_days_are_stated_and_still_come() {
        opened().whenDeadlineReached().then(SUBMISSION_ENDED).and(call -> {
            assertThat(call.status()).isEqualTo(Status.IN_REVIEW);
            assertThat(call.due()).isEqualTo("2023-04-28T16:00:00Z");
        }).whenDeadlineReached().then(REVIEW_LATE, new ReviewOverdue("C-1", Instant.parse("2023-04-28T16:00:00Z")))
                .when(RANKING).then(RANKED).when(RANKING).thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void a_shortlist_takes_who_has_the_points_within_floor_ceiling_and_what_was_asked_for() {
        ranked().when(list(of("P-3", 1_000_000))).thenRefused(BETTER_ONE_LEFT_OUT).when(list(of("P-9", 1_000_000)))
                .thenRefused(NOT_RANKED).when(list(of("P-4", 1_000_000))).thenRefused(TOO_FEW_POINTS)
                .when(list(of("P-1", 999_999))).thenRefused(AMOUNT_OUT_OF_BOUNDS).when(list(of("P-1", 6_000_001)))
                .thenRefused(AMOUNT_OUT_OF_BOUNDS).when(list(of("P-2", 5_000_001))).thenRefused(AMOUNT_OUT_OF_BOUNDS)
                .when(list(of("P-1", 1_000_000), of("P-1", 1_000_000))).thenRefused(LISTED_ONCE)
                .when(list(of("P-1", 6_000_000), of("P-2", 1_000_000)))
                .then(PUBLISHED, new ShortlistOpen("C-1", PUBLISHED_UNTIL),
                        new ProposalShortlisted("P-1", 6_000_000, PUBLISHED_UNTIL),
                        new ProposalShortlisted("P-2", 1_000_000, PUBLISHED_UNTIL))
                .when(list(of("P-1", 6_000_000))).thenRefused(LISTED_ONCE);
        opened().when(list(of("P-1", 6_000_000))).thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void whoever_is_passed_over_is_so_with_grounds_and_once() {
        var grounds = List.of(new PassedOver("P-1", new Confidential("The same as last year.")));
        ranked().when(new ShortlistPublished("C-1", List.of(of("P-2", 1_000_000)), grounds)).thenBy(PUBLISHED)
                .when(list(of("P-3", 1_000_000))).thenBy(PUBLISHED);
    }

    @Test
    void what_was_taken_back_is_not_shortlisted_and_stands_in_nobodys_way() {
        ranked().when(new ProposalTakenBack("C-1", "P-1")).then(TAKEN_BACK).when(list(of("P-1", 1_000_000)))
                .thenRefused(NOT_RANKED).when(list(of("P-2", 1_000_000))).thenBy(PUBLISHED)
                .when(new ProposalTakenBack("C-1", "P-2")).then(TAKEN_BACK).by("district-1", Role.DISTRICT).at(AFTER)
                .when(award("P-2", 1_000_000)).thenRefused(NOT_ON_THE_SHORTLIST);
    }

    @Test
    void objections_come_while_the_list_is_published_and_what_is_upheld_comes_off_it() {
        published(of("P-1", 6_000_000), of("P-2", 4_000_000)).by("O-9", Role.ORGANISATION).at("2023-05-11T16:00:00Z")
                .when(objection("W-1", "P-1")).then(OBJECTED)
                .and(call -> assertThat(call.lists()).containsKey(Listed.OBJECTIONS_OPEN)).when(objection("W-1", "P-2"))
                .thenRefused(RAISED_ONCE).when(objection("W-3", "P-3")).thenRefused(NOT_PUBLISHED).at(AFTER)
                .when(objection("W-4", "P-2")).thenRefused(NOT_PUBLISHED).by("o-9 ", Role.STREET)
                .when(answer("W-1", true)).thenRefused(NOT_ONES_OWN).by("district-1", Role.DISTRICT)
                .when(award("P-1", 6_000_000)).thenRefused(OBJECTION_OPEN).when(award("P-2", 4_000_000)).thenBy(AWARDED)
                .when(answer("W-1", true)).then(ANSWERED, new AwardRefused("P-1", NotAwardedBecause.OBJECTION_UPHELD))
                .when(award("P-1", 6_000_000)).thenRefused(NOT_ON_THE_SHORTLIST).when(answer("W-1", false))
                .thenRefused(NO_SUCH_OBJECTION);
    }

    @Test
    void an_objection_nobody_answers_in_fifteen_days_is_stated_and_still_holds_up_the_award() {
        var late = Instant.parse("2023-05-20T16:00:00Z");
        published(of("P-1", 6_000_000)).at("2023-05-05T02:00:00Z").happened(objection("W-1", "P-1"))
                .whenDeadlineReached().then(PUBLICATION_ENDED)
                .and(call -> assertThat(call.status()).isEqualTo(Status.AWARDING)).whenDeadlineReached()
                .then(ANSWER_LATE, new ObjectionAnswerOverdue("C-1", "W-1", late)).at("2023-05-21T00:00:00Z")
                .by("district-2", Role.DISTRICT).when(award("P-1", 6_000_000)).thenRefused(OBJECTION_OPEN)
                .when(answer("W-1", false)).then(ANSWERED).when(award("P-1", 6_000_000)).thenBy(AWARDED);
    }

    @Test
    void a_call_takes_so_many_objections_and_is_still_stored() {
        var given = published(of("P-1", 6_000_000));
        for (int i = 0; i < GrantCall.MOST_OBJECTIONS; i++) {
            given.happened(objection("W-" + i, "P-1"));
        }
        given.when(objection("W-x", "P-1")).thenRefused(TOO_MANY_OBJECTIONS);
        assertThat(AnyOrder.stored(given.state())).isLessThan(40_000);
    }

    @Test
    void nothing_is_awarded_before_the_publication_is_over_but_what_was_published_by_another_officer() {
        published(of("P-1", 6_000_000)).at("2023-05-11T16:00:00Z").when(award("P-1", 6_000_000))
                .thenRefused(STILL_PUBLISHED).at(AFTER).when(award("P-1", 5_999_999))
                .thenRefused(NOT_THE_PUBLISHED_AMOUNT).by("STREET-17", Role.STREET).when(award("P-1", 6_000_000))
                .thenRefused(DUTIES_APART).by("street-18", Role.STREET).when(award("P-1", 6_000_000))
                .then(AWARDED, granted("P-1", 6_000_000, "street-18")).when(award("P-1", 6_000_000))
                .thenRefused(NOT_ON_THE_SHORTLIST);
    }

    @Test
    void two_awards_of_one_second_come_to_the_budget_and_to_no_fen_more() {
        published(of("P-1", 6_000_000), of("P-2", 4_000_001)).at(AFTER).happened(award("P-1", 6_000_000))
                .when(award("P-2", 4_000_001)).thenRefused(OVER_BUDGET)
                .and(call -> assertThat(call.awardedFen()).isEqualTo(6_000_000));
        published(of("P-1", 6_000_000), of("P-2", 4_000_000)).at(AFTER).happened(award("P-1", 6_000_000))
                .when(award("P-2", 4_000_000)).then(AWARDED, granted("P-2", 4_000_000, "district-1"))
                .and(call -> assertThat(call.awardedFen()).isEqualTo(10_000_000));
    }

    @Test
    void whoever_comes_second_leaves_the_budget_for_the_better_ones_to_the_fen() {
        published(of("P-1", 6_000_000), of("P-2", 4_000_001)).at(AFTER).when(award("P-2", 4_000_001))
                .thenRefused(BETTER_ONES_FIRST);
        published(of("P-1", 6_000_000), of("P-2", 4_000_000)).at(AFTER).when(award("P-2", 4_000_000)).thenBy(AWARDED)
                .when(award("P-1", 6_000_000)).thenBy(AWARDED);
    }

    @Test
    void what_an_award_bound_that_came_to_nothing_is_free_for_the_next_on_the_list() {
        published(of("P-1", 6_000_000), of("P-2", 5_000_000)).at(AFTER).happened(award("P-1", 6_000_000))
                .when(award("P-2", 5_000_000)).thenRefused(OVER_BUDGET).when(new AwardReleased("C-1", "P-1"))
                .then(RELEASED).when(new AwardReleased("C-1", "P-1")).thenRefused(NOTHING_TO_RELEASE)
                .when(award("P-2", 5_000_000)).thenBy(AWARDED).when(award("P-1", 6_000_000))
                .thenRefused(NOT_ON_THE_SHORTLIST);
    }

    @Test
    void a_closed_call_tells_whoever_got_nothing() {
        var closing = new GrantCallClosed("C-1", new Confidential("The budget is used."));
        published(of("P-1", 6_000_000), of("P-2", 5_000_000)).when(closing).thenRefused(NOT_AT_THIS_POINT)
                .whenDeadlineReached().then(PUBLICATION_ENDED).at(AFTER).happened(award("P-1", 6_000_000))
                .happened(new ProposalTakenBack("C-1", "P-4")).when(closing)
                .then(CLOSED, new AwardRefused("P-2", NotAwardedBecause.CALL_CLOSED),
                        new AwardRefused("P-3", NotAwardedBecause.CALL_CLOSED))
                .when(award("P-2", 4_000_000)).thenRefused(NOT_AT_THIS_POINT).when(new AwardReleased("C-1", "P-1"))
                .then(RELEASED);
    }

    @Test
    void a_call_is_called_off_until_something_is_awarded_and_then_takes_no_proposals() {
        var off = new GrantCallCalledOff("C-1", new Confidential("There is no money."));
        opened().when(off).then(CALLED_OFF, new ReviewPanelClosed("C-1")).when(off).thenRefused(NOT_AT_THIS_POINT)
                .when(new CallTermsAsked("C-1", "P-1", Instant.parse("2023-03-03T00:00:00Z")))
                .then(TERMS_STATED, new CallTermsStated("P-1", "C-1", 1_000_000, 6_000_000,
                        Set.of(ServiceField.OLD_AND_YOUNG), Grade.A2, false, true))
                .and(call -> assertThat(call.deadlines()).isEmpty());
        published(of("P-1", 6_000_000)).at(AFTER).happened(award("P-1", 6_000_000)).when(off).thenRefused(AWARDS_STAND);
    }
}
