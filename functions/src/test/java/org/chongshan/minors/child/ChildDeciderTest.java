package org.chongshan.minors.child;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.minors.AlertLevel;
import org.chongshan.events.minors.ChildEvent;
import org.chongshan.events.minors.ChildEvent.ChildCaseOpened;
import org.chongshan.events.minors.ChildEvent.ChildRiskAssessed;
import org.chongshan.events.minors.ChildEvent.ChildVisitRecorded;
import org.chongshan.events.minors.ChildEvent.InterventionAnswered;
import org.chongshan.events.minors.ChildEvent.InterventionClosed;
import org.chongshan.events.minors.ChildEvent.InterventionLinked;
import org.chongshan.events.minors.ChildEvent.ProtectionAlertAcknowledged;
import org.chongshan.events.minors.ChildEvent.ProtectionConcernReported;
import org.chongshan.events.minors.ChildEvent.TierOverridden;
import org.chongshan.events.minors.Concern;
import org.chongshan.events.minors.Condition;
import org.chongshan.events.minors.Intervention;
import org.chongshan.events.minors.InterventionAnswer;
import org.chongshan.events.minors.Level;
import org.chongshan.events.minors.MinorsNotice.ChildVisitOverdue;
import org.chongshan.events.minors.MinorsNotice.InterventionSought;
import org.chongshan.events.minors.MinorsNotice.ProtectionAlertRaised;
import org.chongshan.events.minors.MinorsNotice.RiskTierChanged;
import org.chongshan.events.minors.MinorsNotice.TierOverrideExpired;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.minors.Tier;
import org.chongshan.minors.child.Child.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.minors.child.ChildRule.*;

class ChildDeciderTest {
    private static final String DAY = "2023-03-02T04:00:00Z";
    private static final ChildCaseOpened OPENED_CASE = new ChildCaseOpened("1", "H-1", "M-1", new Personal("轩轩"),
            new Personal("2012-05-01"));
    private static final ProtectionAlertAcknowledged TAKEN = new ProtectionAlertAcknowledged("1");

    private static Given<Child, ChildEvent> child() {
        return given(new ChildDecider()).by("station-17", Role.STATION).at(DAY).happened(OPENED_CASE);
    }

    private static ChildRiskAssessed axes(Level guardianship, Level behaviour, Level physiological) {
        return new ChildRiskAssessed("1", guardianship, behaviour, physiological, "psychologist-3",
                new Confidential("Seen at home."));
    }

    private static final ChildRiskAssessed LOW = axes(Level.NONE, Level.NONE, Level.NONE);
    private static final ChildRiskAssessed STRAINED = axes(Level.SOME, Level.SOME, Level.SOME);
    private static final ChildRiskAssessed DANGER = axes(Level.GRAVE, Level.NONE, Level.NONE);

    private static ChildVisitRecorded visit(StationKind... by) {
        return new ChildVisitRecorded("1", EnumSet.copyOf(List.of(by)), Condition.GOOD, Condition.BAD, Condition.GOOD,
                new Personal("Not at school for months."));
    }

    private static final ChildVisitRecorded JOINT = visit(StationKind.values());

    private static ProtectionConcernReported concern(boolean harm) {
        return new ProtectionConcernReported("1", Concern.VIOLENCE, harm, new Personal("Bruises."));
    }

    @ParameterizedTest
    @CsvSource({"NONE,NONE,NONE,LOW", "NONE,NONE,SOME,MEDIUM_LOW", "NONE,NONE,GRAVE,MEDIUM_HIGH",
            "NONE,SOME,NONE,MEDIUM_LOW", "NONE,SOME,SOME,MEDIUM_HIGH", "NONE,SOME,GRAVE,MEDIUM_HIGH",
            "NONE,GRAVE,NONE,MEDIUM_HIGH", "NONE,GRAVE,SOME,MEDIUM_HIGH", "NONE,GRAVE,GRAVE,HIGH",
            "SOME,NONE,NONE,MEDIUM_LOW", "SOME,NONE,SOME,MEDIUM_HIGH", "SOME,NONE,GRAVE,MEDIUM_HIGH",
            "SOME,SOME,NONE,MEDIUM_HIGH", "SOME,SOME,SOME,MEDIUM_HIGH", "SOME,SOME,GRAVE,MEDIUM_HIGH",
            "SOME,GRAVE,NONE,MEDIUM_HIGH", "SOME,GRAVE,SOME,MEDIUM_HIGH", "SOME,GRAVE,GRAVE,HIGH",
            "GRAVE,NONE,NONE,HIGH", "GRAVE,NONE,SOME,HIGH", "GRAVE,NONE,GRAVE,HIGH", "GRAVE,SOME,NONE,HIGH",
            "GRAVE,SOME,SOME,HIGH", "GRAVE,SOME,GRAVE,HIGH", "GRAVE,GRAVE,NONE,HIGH", "GRAVE,GRAVE,SOME,HIGH",
            "GRAVE,GRAVE,GRAVE,HIGH"})
    void every_combination_of_the_three_axes_is_one_tier(Level guardianship, Level behaviour, Level physiological,
            Tier tier) {
        child().when(axes(guardianship, behaviour, physiological))
                .and(child -> assertThat(child.tier()).isEqualTo(tier));
    }

    @Test
    void the_rule_that_made_the_tier_is_named() {
        child().when(DANGER).thenBy(GRAVE_GUARDIANSHIP);
        child().when(axes(Level.NONE, Level.GRAVE, Level.GRAVE)).thenBy(TWO_GRAVE);
        child().when(axes(Level.NONE, Level.GRAVE, Level.SOME)).thenBy(ONE_GRAVE);
        child().when(STRAINED).thenBy(TWO_SOME);
        child().when(axes(Level.NONE, Level.SOME, Level.NONE)).thenBy(ONE_SOME);
        child().when(LOW).thenBy(NO_RISK);
    }

    @Test
    void levels_may_be_skipped_and_the_history_keeps_each_move() {
        child().happened(LOW).at("2023-04-02T04:00:00Z").when(STRAINED)
                .then(TWO_SOME, new RiskTierChanged("1", Tier.LOW, Tier.MEDIUM_HIGH)).and(child -> {
                    assertThat(child.services()).containsExactly(Service.FUNDING_SUPPORT,
                            Service.PROFESSIONAL_INTERVENTION, Service.VISITS);
                    assertThat(child.history()).extracting(Child.Move::from).containsExactly(null, Tier.LOW);
                    assertThat(child.history()).extracting(Child.Move::rule).containsExactly("no-risk", "two-some");
                });
    }

    @Test
    void a_joint_visit_sets_the_next_by_the_tier_of_that_moment() {
        child().when(JOINT).thenBy(JOINT_VISIT)
                .and(child -> assertThat(child.visitBy()).as("not assessed: 7 days").isEqualTo("2023-03-09T16:00:00Z"))
                .happened(LOW).when(JOINT)
                .and(child -> assertThat(child.visitBy()).as("low: 90 days").isEqualTo("2023-05-31T16:00:00Z"))
                .happened(STRAINED)
                .and(child -> assertThat(child.visitBy()).as("risen: 14 days").isEqualTo("2023-03-16T16:00:00Z"))
                .at("2023-03-16T04:00:00Z").when(JOINT)
                .and(child -> assertThat(child.visitBy()).as("medium-high").isEqualTo("2023-03-30T16:00:00Z"));
    }

    @Test
    void a_visit_by_one_station_alone_does_not_meet_the_cadence() {
        child().at("2023-03-05T04:00:00Z").when(visit(StationKind.PROTECTION)).thenBy(VISIT_BY_ONE)
                .when(visit(StationKind.SOCIAL_WORK)).thenBy(VISIT_BY_ONE)
                .and(child -> assertThat(child.visitBy()).isEqualTo("2023-03-09T16:00:00Z")).whenDeadlineReached()
                .then(VISIT_OVERDUE, new ChildVisitOverdue("1", Instant.parse("2023-03-09T16:00:00Z")))
                .and(child -> assertThat(child.lists()).containsOnlyKeys(Child.Listed.VISIT_OVERDUE))
                .at("2023-03-10T04:00:00Z").when(JOINT).thenBy(JOINT_VISIT)
                .and(child -> assertThat(child.lists()).containsOnlyKeys(Child.Listed.VISIT_DUE));
    }

    @Test
    void a_visit_posted_late_does_not_move_the_next_one_back() {
        child().at("2023-03-08T04:00:00Z").happened(JOINT).at("2023-03-04T04:00:00Z").when(JOINT).then(OLDER_VISIT)
                .and(child -> assertThat(child.visitBy()).isEqualTo("2023-03-15T16:00:00Z"));
    }

    @Test
    void an_assessment_older_than_the_one_that_counts_changes_nothing() {
        child().at("2023-03-08T04:00:00Z").happened(STRAINED).at("2023-03-04T04:00:00Z").when(LOW)
                .then(OLDER_ASSESSMENT).and(child -> assertThat(child.tier()).isEqualTo(Tier.MEDIUM_HIGH));
    }

    @Test
    void an_override_holds_through_its_last_day_and_then_the_axes_decide_again() {
        child().happened(LOW)
                .when(new TierOverridden("1", Tier.MEDIUM_HIGH, LocalDate.parse("2023-03-04"),
                        new Confidential("Court.")))
                .then(OVERRIDDEN, new RiskTierChanged("1", Tier.LOW, Tier.MEDIUM_HIGH)).when(STRAINED)
                .then(ASSESSED_UNDER_OVERRIDE).happened(LOW)
                .and(child -> assertThat(child.due()).isEqualTo("2023-03-04T16:00:00Z")).whenDeadlineReached()
                .then(OVERRIDE_ENDS, new TierOverrideExpired("1"),
                        new RiskTierChanged("1", Tier.MEDIUM_HIGH, Tier.LOW));
    }

    @Test
    void an_override_ends_before_whatever_happens_after_it_though_the_clock_is_late() {
        child().happened(LOW,
                new TierOverridden("1", Tier.MEDIUM_HIGH, LocalDate.parse("2023-03-04"), new Confidential("Court.")))
                .at("2023-03-06T04:00:00Z").when(STRAINED).then(TWO_SOME, new TierOverrideExpired("1"),
                        new RiskTierChanged("1", Tier.MEDIUM_HIGH, Tier.LOW),
                        new RiskTierChanged("1", Tier.LOW, Tier.MEDIUM_HIGH));
    }

    @Test
    void an_override_is_neither_for_yesterday_nor_for_more_than_90_days() {
        child().happened(LOW)
                .when(new TierOverridden("1", Tier.HIGH, LocalDate.parse("2023-03-01"), new Confidential("Court.")))
                .thenRefused(OVERRIDE_TOO_LONG)
                .when(new TierOverridden("1", Tier.HIGH, LocalDate.parse("2023-06-01"), new Confidential("Court.")))
                .thenRefused(OVERRIDE_TOO_LONG).when(new TierOverridden("1", Tier.MEDIUM_LOW,
                        LocalDate.parse("2023-05-31"), new Confidential("Court.")))
                .thenBy(OVERRIDDEN);
    }

    @Test
    void harm_is_an_alert_at_once_even_about_a_child_nobody_knows() {
        given(new ChildDecider()).at(DAY).by("grid-17", Role.GRID).when(concern(true))
                .then(ALERT_RAISED,
                        new ProtectionAlertRaised("1", AlertLevel.STATION, Instant.parse("2023-03-02T06:00:00Z")))
                .and(child -> assertThat(child.status()).isEqualTo(Child.Status.REPORTED)).when(concern(true))
                .then(CONCERN_JOINS_ALERT).by("station-17", Role.STATION).when(OPENED_CASE).thenBy(CASE_OPENED);
    }

    @Test
    void high_risk_is_an_alert_at_once() {
        child().when(DANGER).then(GRAVE_GUARDIANSHIP, new RiskTierChanged("1", null, Tier.HIGH),
                new ProtectionAlertRaised("1", AlertLevel.STATION, Instant.parse("2023-03-02T06:00:00Z")));
    }

    @Test
    void an_alert_nobody_takes_on_goes_from_station_to_street_to_district_and_stays_open() {
        child().happened(concern(true)).whenDeadlineReached()
                .then(ALERT_GOES_UP,
                        new ProtectionAlertRaised("1", AlertLevel.STREET, Instant.parse("2023-03-02T08:00:00Z")))
                .when(TAKEN).thenRefused(ALERT_LIES_HIGHER).whenDeadlineReached()
                .then(ALERT_GOES_UP,
                        new ProtectionAlertRaised("1", AlertLevel.DISTRICT, Instant.parse("2023-03-02T10:00:00Z")))
                .whenDeadlineReached()
                .then(ALERT_LEFT_OPEN,
                        new ProtectionAlertRaised("1", AlertLevel.DISTRICT, Instant.parse("2023-03-02T10:00:00Z")))
                .and(child -> assertThat(child.lists()).containsKey(Child.Listed.ALERTS))
                .by("district-1", Role.DISTRICT).when(TAKEN).then(ALERT_TAKEN_ON).when(TAKEN).thenRefused(NO_ALERT);
    }

    @Test
    void the_street_may_take_an_alert_on_before_it_comes_up() {
        child().happened(concern(true)).by("street-17", Role.STREET).when(TAKEN).then(ALERT_TAKEN_ON)
                .and(child -> assertThat(child.lists()).doesNotContainKey(Child.Listed.ALERTS));
    }

    @Test
    void a_worry_without_harm_brings_the_next_visit_forward() {
        child().happened(LOW, JOINT).when(concern(false)).then(CONCERN_HEARD)
                .and(child -> assertThat(child.visitBy()).isEqualTo("2023-03-09T16:00:00Z"));
    }

    @Test
    void help_is_sought_with_consent_answered_and_ended() {
        var linked = new InterventionLinked("1", "I-1", Intervention.PSYCHOTHERAPY, true,
                new Personal("Refuses school."));
        child().when(
                new InterventionLinked("1", "I-1", Intervention.PSYCHOTHERAPY, false, new Personal("Refuses school.")))
                .thenRefused(GUARDIAN_CONSENTS).when(linked)
                .then(HELP_SOUGHT,
                        new InterventionSought("1", "H-1", "M-1", "I-1", Intervention.PSYCHOTHERAPY,
                                new Personal("Refuses school.")))
                .when(linked).thenRefused(HELP_SOUGHT_ONCE)
                .when(new InterventionAnswered("1", "I-1", InterventionAnswer.ACCEPTED)).then(HELP_ANSWERED)
                .when(new InterventionAnswered("1", "I-2", InterventionAnswer.ACCEPTED)).thenRefused(NO_SUCH_HELP)
                .when(new InterventionClosed("1", "I-1", new Confidential("Back at school."))).then(HELP_ENDED)
                .when(new InterventionClosed("1", "I-1", new Confidential("Back at school.")))
                .thenRefused(NO_SUCH_HELP);
    }

    @Test
    void a_child_comes_into_the_library_once_and_nobody_visits_one_who_is_not_in_it() {
        child().when(OPENED_CASE).thenRefused(OPENED_ONCE);
        given(new ChildDecider()).when(JOINT).thenEarly(CHILD_UNKNOWN);
    }

    @Test
    void a_backlog_of_a_hundred_events_posted_late_makes_the_tier_and_history_it_would_have_made_live() {
        var live = child();
        var late = child();
        var start = Instant.parse(DAY);
        var moves = new ArrayList<ChildEvent>(List.of(LOW, JOINT, STRAINED, visit(StationKind.PROTECTION), DANGER,
                JOINT, LOW, concern(false), axes(Level.SOME, Level.NONE, Level.NONE), JOINT));
        for (int i = 0; i < 100; i++) {
            var time = start.plusSeconds(i * 86_400L * 2);
            var event = i % 25 == 7
                    ? new TierOverridden("1", Tier.MEDIUM_HIGH, LocalDate.parse("2023-03-02").plusDays(i * 2L + 3),
                            new Confidential("Court."))
                    : moves.get(i % moves.size());
            // Live, the clock comes in between; late, it comes after everything.
            for (var due = live.state().due(); due != null && due.isBefore(time); due = live.state().due()) {
                live.whenDeadlineReached();
            }
            live.at(time.toString()).when(event);
            late.at(time.toString()).when(event);
        }
        assertThat(late.state().history()).isEqualTo(live.state().history()).hasSizeGreaterThan(20);
        assertThat(late.state().tier()).isEqualTo(live.state().tier());
        assertThat(Set.copyOf(late.state().services())).isEqualTo(Set.copyOf(live.state().services()));
    }
}
