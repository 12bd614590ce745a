package org.chongshan.relief;

import java.time.Instant;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.Context;
import org.chongshan.core.Decision;
import org.chongshan.core.Given;
import org.chongshan.core.shell.Rulebook;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.relief.Agency;
import org.chongshan.events.relief.Donor;
import org.chongshan.events.relief.FollowUpRecorded;
import org.chongshan.events.relief.PlacementEnded;
import org.chongshan.events.relief.PlacementStarted;
import org.chongshan.events.relief.ReferralAccepted;
import org.chongshan.events.relief.ReferralAnswerOverdue;
import org.chongshan.events.relief.ReferralAnswered;
import org.chongshan.events.relief.ReferralDeclined;
import org.chongshan.events.relief.ReferralEvent;
import org.chongshan.events.relief.ReferralFollowUpOverdue;
import org.chongshan.events.relief.ReferralOutcome;
import org.chongshan.events.relief.ReferralSent;
import org.chongshan.events.relief.ResourceDelivered;
import org.chongshan.events.relief.ResourceEvent;
import org.chongshan.events.relief.ResourceMatched;
import org.chongshan.events.relief.ResourcePledged;
import org.chongshan.events.relief.ResourceUnit;
import org.chongshan.events.relief.ResourceWithdrawn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

class ResourceReferralTest {
    private static final Instant NOW = Instant.parse("2023-03-02T04:00:00Z");
    private static final ResourcePledged PLEDGED = new ResourcePledged("1", Donor.FIRM, ResourceUnit.PARCEL, 10);
    private static final ReferralAccepted ACCEPTED = new ReferralAccepted("1");
    private static final ReferralDeclined DECLINED = new ReferralDeclined("1", new Confidential("No bed."));
    private static final PlacementStarted PLACED = new PlacementStarted("1", "care-home-3");
    private static final FollowUpRecorded SEEN = new FollowUpRecorded("1", new Personal("Well."));

    private static ResourceMatched match(String id, long quantity) {
        return new ResourceMatched("1", id, "H-1", quantity);
    }

    private static ReferralSent sent(boolean consent) {
        return new ReferralSent("1", "H-1", "M-2", Agency.DISABLED_PERSONS_FEDERATION, consent,
                new Personal("A place to live."),
                null);
    }

    private static Given<Referral, ReferralEvent> referred() {
        return given(new ReferralDecider()).at("2023-03-02T04:00:00Z").happened(sent(true));
    }

    @Test
    void never_more_is_matched_or_withdrawn_than_is_left() {
        given(new ResourceDecider()).when(PLEDGED).then(ResourceRule.PLEDGED).when(match("a", 7))
                .then(ResourceRule.MATCHED).when(match("b", 4)).thenRefused(ResourceRule.NEVER_MORE_THAN_PLEDGED)
                .when(new ResourceWithdrawn("1", 4, new Confidential("Sold out.")))
                .thenRefused(ResourceRule.NEVER_MORE_THAN_PLEDGED)
                .when(new ResourceWithdrawn("1", 3, new Confidential("Sold out."))).then(ResourceRule.WITHDRAWN)
                .and(resource -> assertThat(resource.status()).isEqualTo("used-up"));
    }

    @Test
    void a_match_is_made_once_and_delivered_once() {
        var delivered = new ResourceDelivered("1", "a", "R-1");
        given(new ResourceDecider()).when(delivered).thenRefused(ResourceRule.RESOURCE_UNKNOWN)
                .happened(PLEDGED, match("a", 1)).when(PLEDGED).thenRefused(ResourceRule.PLEDGED_ONCE)
                .when(match("a", 1)).thenRefused(ResourceRule.MATCHED_ONCE).when(delivered)
                .then(ResourceRule.DELIVERED).when(delivered).thenRefused(ResourceRule.NOTHING_TO_DELIVER);
    }

    @Property
    void a_resource_is_never_matched_beyond_what_was_pledged(@ForAll("events") List<ResourceEvent> events) {
        var decider = new ResourceDecider();
        var context = new Context(NOW, "x", Role.STREET, "320613001", Rulebook.policy().at(NOW),
                Rulebook.workingDays());
        var resource = decider.initial("1");
        for (var event : events) {
            if (decider.decide(resource, event, context) instanceof Decision.Become<Resource> become) {
                resource = become.state();
            }
            assertThat(resource.left()).isNotNegative();
            assertThat(resource.left() + resource.withdrawn() + resource.matched()).isEqualTo(resource.pledged());
        }
    }

    @Provide
    Arbitrary<List<ResourceEvent>> events() {
        var some = Arbitraries.longs().between(1, 12);
        var ids = Arbitraries.of("a", "b", "c", "d");
        Arbitrary<ResourceEvent> pledged = Arbitraries.just(PLEDGED);
        Arbitrary<ResourceEvent> matched = Combinators.combine(ids, some).as(ResourceReferralTest::match);
        Arbitrary<ResourceEvent> delivered = ids.map(id -> new ResourceDelivered("1", id, "R"));
        Arbitrary<ResourceEvent> withdrawn = some
                .map(quantity -> new ResourceWithdrawn("1", quantity, new Confidential("why")));
        return Arbitraries.oneOf(pledged, matched, matched, delivered, withdrawn).list().ofMaxSize(30);
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
                .and(referral -> assertThat(referral.lists()).containsKey("overdue"))
                .and(referral -> assertThat(referral.due()).isNull()).when(ACCEPTED).then(ReferralRule.ACCEPTED)
                .and(referral -> assertThat(referral.lists()).isEmpty());
    }

    @Test
    void a_referral_is_sent_and_answered_once() {
        given(new ReferralDecider()).when(ACCEPTED).thenRefused(ReferralRule.REFERRAL_UNKNOWN);
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
        given(new ReferralDecider()).happened(asked).when(ACCEPTED).then(ReferralRule.ACCEPTED,
                new ReferralAnswered("1", "child/K-1", ReferralOutcome.ACCEPTED));
        given(new ReferralDecider()).happened(asked).when(DECLINED).then(ReferralRule.DECLINED,
                new ReferralAnswered("1", "child/K-1", ReferralOutcome.DECLINED));
    }

    @Test
    void nobody_is_placed_before_the_department_has_accepted() {
        referred().when(PLACED).thenRefused(ReferralRule.NOT_AT_THIS_POINT);
    }
}
