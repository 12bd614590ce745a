package org.chongshan.relief.referral;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.relief.Agency;
import org.chongshan.events.relief.ReferralEvent;
import org.chongshan.events.relief.ReferralEvent.FollowUpRecorded;
import org.chongshan.events.relief.ReferralEvent.PlacementEnded;
import org.chongshan.events.relief.ReferralEvent.PlacementStarted;
import org.chongshan.events.relief.ReferralEvent.ReferralAccepted;
import org.chongshan.events.relief.ReferralEvent.ReferralDeclined;
import org.chongshan.events.relief.ReferralEvent.ReferralSent;
import org.chongshan.events.relief.ReferralOutcome;
import org.chongshan.events.relief.ReliefNotice.ReferralAnswerOverdue;
import org.chongshan.events.relief.ReliefNotice.ReferralAnswered;
import org.chongshan.events.relief.ReliefNotice.ReferralFollowUpOverdue;
import org.chongshan.shell.CoreRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Calendars.BEFORE_THE_NOTICE;
import static org.chongshan.core.Calendars.WITH_THE_NOTICE;
import static org.chongshan.core.Given.given;

/** Joint work with other departments and facilities. */
class ReferralTest {
    private static final ReferralAccepted ACCEPTED = new ReferralAccepted("1");

    private static final ReferralDeclined DECLINED = new ReferralDeclined("1", new Confidential("No bed."));

    private static final PlacementStarted PLACED = new PlacementStarted("1", "care-home-3");

    private static final FollowUpRecorded SEEN = new FollowUpRecorded("1", new Personal("Well."));

    private static ReferralSent sent(boolean consent) {
        return new ReferralSent("1", "H-1", "M-2", Agency.DISABLED_PERSONS_FEDERATION, consent,
                new Personal("A place to live."), null);
    }

    private static Given<Referral, ReferralEvent> referred() {
        return given(new ReferralDecider()).at("2023-03-02T04:00:00Z").happened(sent(true));
    }

    @Test
    void nobody_is_referred_without_consent() {
        given(new ReferralDecider()).when(sent(false)).thenRefused(ReferralRule.CONSENT_FIRST);
    }

    @Test
    void a_department_answers_by_the_end_of_the_tenth_working_day_or_is_stated() {
        given(new ReferralDecider()).at("2023-03-02T04:00:00Z").when(sent(true)).then(ReferralRule.SENT)
                .whenDeadlineReached()
                .then(ReferralRule.ANSWER_MISSED,
                        new ReferralAnswerOverdue("1", Agency.DISABLED_PERSONS_FEDERATION,
                                Instant.parse("2023-03-16T16:00:00Z")))
                .and(referral -> assertThat(referral.lists()).containsKey(Referral.Listed.OVERDUE))
                .and(referral -> assertThat(referral.due()).isNull()).when(ACCEPTED).then(ReferralRule.ACCEPTED)
                .and(referral -> assertThat(referral.lists()).isEmpty());
    }

    @Test
    void an_answer_due_in_a_year_without_its_notice_is_reckoned_again_when_that_is_there() {
        // Ten working days after Monday 21 December 2026; 4 January is a day off by the notice alone.
        var sent = given(new ReferralDecider()).by(BEFORE_THE_NOTICE).at("2026-12-21T04:00:00Z").happened(sent(true))
                .and(referral -> assertThat(referral.dueBy()).isEqualTo("2027-01-05T16:00:00Z"))
                .and(referral -> assertThat(referral.due()).as("when the first day nobody knows of begins")
                        .isEqualTo("2026-12-24T16:00:00Z"));
        sent.by(WITH_THE_NOTICE).whenDeadlineReached().then(CoreRule.RECKONED_ANEW)
                .and(referral -> assertThat(referral.due()).isEqualTo("2027-01-06T16:00:00Z"))
                .and(referral -> assertThat(referral.answerBy().isProvisional()).isFalse()).whenDeadlineReached()
                .thenBy(ReferralRule.ANSWER_MISSED);
    }

    @Test
    void without_the_notice_an_answer_is_due_when_statutory_holidays_and_weekends_alone_have_it() {
        given(new ReferralDecider()).by(BEFORE_THE_NOTICE).at("2026-12-21T04:00:00Z").happened(sent(true))
                .whenDeadlineReached().then(CoreRule.RECKONED_ANEW).whenDeadlineReached()
                .then(ReferralRule.ANSWER_MISSED,
                        new ReferralAnswerOverdue("1", Agency.DISABLED_PERSONS_FEDERATION,
                                Instant.parse("2027-01-05T16:00:00Z")))
                .by(WITH_THE_NOTICE).at("2027-01-06T02:00:00Z").when(ACCEPTED).then(ReferralRule.ACCEPTED);
    }

    @Test
    void a_referral_is_sent_and_answered_once() {
        given(new ReferralDecider()).when(ACCEPTED).thenEarly(ReferralRule.REFERRAL_UNKNOWN);
        referred().when(sent(true)).thenRefused(ReferralRule.SENT_ONCE).when(DECLINED).then(ReferralRule.DECLINED)
                .when(ACCEPTED).thenRefused(ReferralRule.ANSWERED_ONCE);
    }

    @Test
    void a_placed_person_is_looked_after_half_a_year_later_and_again() {
        referred().happened(ACCEPTED).at("2023-03-20T04:00:00Z").when(PLACED).then(ReferralRule.PLACEMENT_STARTED)
                .and(referral -> assertThat(referral.due()).isEqualTo("2023-09-20T16:00:00Z"))
                .at("2023-09-18T04:00:00Z").when(SEEN).then(ReferralRule.FOLLOWED_UP)
                .and(referral -> assertThat(referral.due()).isEqualTo("2024-03-18T16:00:00Z")).whenDeadlineReached()
                .then(ReferralRule.FOLLOW_UP_MISSED,
                        new ReferralFollowUpOverdue("1", Instant.parse("2024-03-18T16:00:00Z")))
                .when(new PlacementEnded("1", new Confidential("She went home."))).then(ReferralRule.PLACEMENT_ENDED)
                .and(referral -> assertThat(referral.due()).isNull());
    }

    @Test
    void what_another_programme_asked_for_is_answered_to_it() {
        var asked = new ReferralSent("1", "H-1", "M-2", Agency.HOSPITAL, true, new Personal("A therapist."),
                "child/K-1");
        given(new ReferralDecider()).by("child", Role.SYSTEM).happened(asked).when(ACCEPTED).then(ReferralRule.ACCEPTED,
                new ReferralAnswered("1", "child/K-1", ReferralOutcome.ACCEPTED));
        given(new ReferralDecider()).by("child", Role.SYSTEM).happened(asked).when(DECLINED).then(ReferralRule.DECLINED,
                new ReferralAnswered("1", "child/K-1", ReferralOutcome.DECLINED));
    }

    @Test
    void nobody_posts_a_referral_in_the_name_of_a_childs_record() {
        var asked = new ReferralSent("1", "H-1", "M-2", Agency.COURT, true, new Personal("A guardian."), "child/K-1");
        given(new ReferralDecider()).by("street-17", Role.STREET).when(asked)
                .thenRefused(ReferralRule.ORIGIN_SPEAKS_FOR_ITSELF);
    }

    @Test
    void a_department_has_its_days_from_when_it_can_first_know() {
        given(new ReferralDecider()).at("2023-01-02T04:00:00Z").receivedAt("2023-03-02T04:00:00Z").when(sent(true))
                .then(ReferralRule.SENT).and(referral -> assertThat(referral.due()).isEqualTo("2023-03-16T16:00:00Z"));
    }

    @Test
    void a_look_posted_late_leaves_the_next_one_where_the_latest_set_it_and_overdue_once_told() {
        referred().happened(ACCEPTED).at("2023-03-20T04:00:00Z").happened(PLACED).whenDeadlineReached()
                .thenBy(ReferralRule.FOLLOW_UP_MISSED).at("2023-03-20T09:00:00Z").when(SEEN)
                .then(ReferralRule.FOLLOWED_UP)
                .and(referral -> assertThat(referral.lists()).containsKey(Referral.Listed.OVERDUE))
                .at("2023-09-10T04:00:00Z").when(SEEN).then(ReferralRule.FOLLOWED_UP)
                .and(referral -> assertThat(referral.lists()).isEmpty()).at("2023-06-10T04:00:00Z").when(SEEN)
                .then(ReferralRule.FOLLOWED_UP)
                .and(referral -> assertThat(referral.due()).isEqualTo("2024-03-10T16:00:00Z"));
    }

    @Property
    void looks_in_any_order_leave_the_same(@ForAll("looks") List<Told<ReferralEvent>> order) {
        var decider = new ReferralDecider();
        assertThat(AnyOrder.left(decider, order)).isEqualTo(AnyOrder.left(decider, LOOKS));
        var now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(AnyOrder.leftByTheClock(decider, order, now).missed()).isTrue();
    }

    private static final List<Told<ReferralEvent>> LOOKS = List.of(told("2023-03-02", sent(true)),
            told("2023-03-03", ACCEPTED), told("2023-03-20", PLACED), told("2023-03-10", SEEN),
            told("2023-09-20", SEEN), told("2023-09-18", SEEN), told("2024-03-18", SEEN));

    private static Told<ReferralEvent> told(String day, ReferralEvent event) {
        return new Told<>("event of " + day, Instant.parse(day + "T04:00:00Z"), event);
    }

    /** What the department and the placement decided comes first: it is no fact. */
    @Provide
    Arbitrary<List<Told<ReferralEvent>>> looks() {
        return AnyOrder.of(LOOKS.subList(3, LOOKS.size()))
                .map(looks -> Stream.concat(LOOKS.subList(0, 3).stream(), looks.stream()).toList());
    }

    @Test
    void a_referral_stays_small() {
        var referral = referred().happened(ACCEPTED, PLACED);
        for (int look = 0; look < 200; look++) {
            referral.happened(SEEN);
        }
        assertThat(AnyOrder.stored(referral.state())).isLessThan(2_000);
    }

    @Test
    void nobody_is_placed_before_the_department_has_accepted() {
        referred().when(PLACED).thenRefused(ReferralRule.NOT_AT_THIS_POINT);
    }
}
