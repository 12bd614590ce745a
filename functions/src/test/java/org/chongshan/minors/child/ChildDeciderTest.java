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
import org.chongshan.events.minors.ChildEvent.HarmSeen;
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

import static java.util.Objects.requireNonNull;
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
    void a_visit_posted_late_has_not_seen_to_what_came_after_it() {
        child().happened(LOW, JOINT).at("2023-03-20T04:00:00Z").happened(concern(false))
                .and(child -> assertThat(child.visitBy()).isEqualTo("2023-03-27T16:00:00Z")).at("2023-03-15T04:00:00Z")
                .when(JOINT).then(JOINT_VISIT)
                .and(child -> assertThat(child.visitBy()).as("of the worry").isEqualTo("2023-03-27T16:00:00Z"))
                .at("2023-03-21T04:00:00Z").when(JOINT)
                .and(child -> assertThat(child.visitBy()).as("seen to: 90 days").isEqualTo("2023-06-19T16:00:00Z"));
    }

    @Test
    void an_assessment_posted_late_changes_what_followed_from_a_visit_after_it() {
        child().at("2023-03-10T04:00:00Z").happened(JOINT)
                .and(child -> assertThat(child.visitBy()).as("unassessed: 7 days").isEqualTo("2023-03-17T16:00:00Z"))
                .at("2023-03-05T04:00:00Z").happened(LOW)
                .and(child -> assertThat(child.visitBy()).as("low: 90 days").isEqualTo("2023-06-08T16:00:00Z"));
    }

    @Test
    void a_tier_that_has_fallen_again_presses_no_more() {
        child().happened(LOW, JOINT).at("2023-03-10T04:00:00Z").happened(STRAINED)
                .and(child -> assertThat(child.visitBy()).isEqualTo("2023-03-24T16:00:00Z")).at("2023-03-12T04:00:00Z")
                .happened(LOW).and(child -> assertThat(child.visitBy()).isEqualTo("2023-05-31T16:00:00Z"));
    }

    @Test
    void a_visit_of_the_same_day_posted_after_it_was_stated_missed_leaves_it_stated() {
        child().happened(JOINT).whenDeadlineReached().thenBy(VISIT_OVERDUE).at(DAY).when(JOINT).thenBy(JOINT_VISIT)
                .and(child -> {
                    assertThat(child.visitBy()).isEqualTo("2023-03-09T16:00:00Z");
                    assertThat(child.visitOverdue()).isTrue();
                    assertThat(child.due()).isNull();
                });
    }

    @Test
    void a_visit_that_falls_due_on_another_day_is_stated_again() {
        child().whenDeadlineReached().thenBy(VISIT_OVERDUE).at("2023-03-04T04:00:00Z").happened(JOINT)
                .and(child -> assertThat(child.visitOverdue()).isFalse()).whenDeadlineReached()
                .then(VISIT_OVERDUE, new ChildVisitOverdue("1", Instant.parse("2023-03-11T16:00:00Z")));
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
    void of_two_overrides_the_later_by_its_own_time_counts() {
        child().happened(LOW).at("2023-03-12T04:00:00Z")
                .when(new TierOverridden("1", Tier.MEDIUM_HIGH, LocalDate.parse("2023-04-11"),
                        new Confidential("Danger.")))
                .thenBy(OVERRIDDEN).at("2023-03-09T04:00:00Z").receivedAt("2023-03-12T05:00:00Z")
                .when(new TierOverridden("1", Tier.LOW, LocalDate.parse("2023-04-01"), new Confidential("Calm.")))
                .then(OLDER_OVERRIDE).and(child -> {
                    assertThat(child.tier()).isEqualTo(Tier.MEDIUM_HIGH);
                    assertThat(requireNonNull(child.override()).until()).isEqualTo("2023-04-11T16:00:00Z");
                });
    }

    @Test
    void an_override_that_is_over_when_it_is_posted_is_recorded_and_changes_nothing() {
        child().happened(LOW, JOINT).at("2023-03-05T04:00:00Z").receivedAt("2023-03-20T04:00:00Z").when(
                new TierOverridden("1", Tier.MEDIUM_HIGH, LocalDate.parse("2023-03-10"), new Confidential("Court.")))
                .then(OVERRIDE_IS_OVER).and(child -> {
                    assertThat(child.tier()).isEqualTo(Tier.LOW);
                    assertThat(child.visitBy()).isEqualTo("2023-05-31T16:00:00Z");
                    assertThat(child.history()).extracting(Child.Move::to).containsExactly(Tier.LOW, Tier.MEDIUM_HIGH,
                            Tier.LOW);
                });
    }

    @Test
    void an_override_ends_before_whatever_happens_after_it_though_the_clock_is_late() {
        child().happened(LOW).at("2023-03-02T05:00:00Z")
                .happened(new TierOverridden("1", Tier.MEDIUM_HIGH, LocalDate.parse("2023-03-04"),
                        new Confidential("Court.")))
                .at("2023-03-06T04:00:00Z").when(STRAINED).then(TWO_SOME, new TierOverrideExpired("1"))
                .and(child -> assertThat(child.history()).extracting(Child.Move::to).containsExactly(Tier.LOW,
                        Tier.MEDIUM_HIGH, Tier.LOW, Tier.MEDIUM_HIGH));
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
                .then(ALERT_RAISED).by("station-17", Role.STATION).when(OPENED_CASE).thenBy(CASE_OPENED);
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
                .at("2023-03-02T06:30:00Z").when(TAKEN).thenRefused(ALERT_LIES_HIGHER).whenDeadlineReached()
                .then(ALERT_GOES_UP,
                        new ProtectionAlertRaised("1", AlertLevel.DISTRICT, Instant.parse("2023-03-02T10:00:00Z")))
                .whenDeadlineReached()
                .then(ALERT_LEFT_OPEN,
                        new ProtectionAlertRaised("1", AlertLevel.DISTRICT, Instant.parse("2023-03-02T10:00:00Z")))
                .and(child -> assertThat(child.lists()).containsKey(Child.Listed.ALERTS))
                .by("district-1", Role.DISTRICT).at("2023-03-02T10:30:00Z").when(TAKEN).then(ALERT_TAKEN_ON).when(TAKEN)
                .thenRefused(NO_ALERT);
    }

    @Test
    void each_level_has_its_hours_from_when_it_could_first_know_however_late_harm_is_posted() {
        child().receivedAt("2023-03-02T05:00:00Z").when(concern(true)).then(ALERT_RAISED,
                new ProtectionAlertRaised("1", AlertLevel.STATION, Instant.parse("2023-03-02T07:00:00Z")));
        child().receivedAt("2023-03-05T04:00:00Z").when(concern(true))
                .then(ALERT_RAISED,
                        new ProtectionAlertRaised("1", AlertLevel.STREET, Instant.parse("2023-03-05T06:00:00Z")))
                .by("station-17", Role.STATION).at("2023-03-05T04:30:00Z").when(TAKEN).then(ALERT_TAKEN_ON);
    }

    @Test
    void harm_that_became_known_after_somebody_took_the_alert_on_stays_an_alert() {
        child().at("2023-03-02T05:00:00Z").happened(concern(true)).at("2023-03-02T06:00:00Z").happened(concern(true))
                .at("2023-03-02T05:30:00Z").receivedAt("2023-03-02T06:10:00Z").when(TAKEN).then(ALERT_STAYS)
                .and(child -> assertThat(requireNonNull(child.alert()).actBy()).isEqualTo("2023-03-02T08:00:00Z"))
                .at("2023-03-02T05:40:00Z").receivedAt("2023-03-02T06:20:00Z").when(TAKEN).thenRefused(TAKEN_ON_BEFORE)
                .at("2023-03-02T06:30:00Z").when(TAKEN).then(ALERT_TAKEN_ON)
                .and(child -> assertThat(child.alert()).isNull());
    }

    @Test
    void what_one_level_took_on_in_time_is_taken_on_though_it_is_posted_when_the_alert_has_gone_up() {
        child().happened(concern(true)).whenDeadlineReached().thenBy(ALERT_GOES_UP).at("2023-03-02T05:00:00Z")
                .receivedAt("2023-03-02T06:30:00Z").when(TAKEN).then(ALERT_TAKEN_ON);
    }

    @Test
    void a_second_report_of_the_same_minute_after_the_first_was_taken_on_is_an_alert_again() {
        child().receivedAt("2023-03-02T07:00:00Z").happened(concern(true)).at("2023-03-02T07:30:00Z").happened(TAKEN)
                .at(DAY).receivedAt("2023-03-02T07:31:00Z").when(concern(true)).then(ALERT_RAISED,
                        new ProtectionAlertRaised("1", AlertLevel.STREET, Instant.parse("2023-03-02T09:31:00Z")));
    }

    @Test
    void harm_that_comes_after_the_district_let_an_alert_pass_is_told_the_district_anew() {
        child().happened(concern(true)).whenDeadlineReached().whenDeadlineReached().whenDeadlineReached()
                .thenBy(ALERT_LEFT_OPEN).at("2023-03-02T12:00:00Z").when(concern(true)).then(ALERT_RAISED,
                        new ProtectionAlertRaised("1", AlertLevel.DISTRICT, Instant.parse("2023-03-02T14:00:00Z")));
    }

    @Test
    void high_risk_found_late_is_an_alert_though_a_later_assessment_says_low_and_an_override_hides_none() {
        child().at("2023-03-08T04:00:00Z").happened(LOW).at("2023-03-07T04:00:00Z").receivedAt("2023-03-08T05:00:00Z")
                .when(DANGER).then(OLDER_ASSESSMENT,
                        new ProtectionAlertRaised("1", AlertLevel.STREET, Instant.parse("2023-03-08T07:00:00Z")));
        child().happened(new TierOverridden("1", Tier.LOW, LocalDate.parse("2023-03-20"), new Confidential("Calm.")))
                .when(DANGER).then(ASSESSED_UNDER_OVERRIDE,
                        new ProtectionAlertRaised("1", AlertLevel.STATION, Instant.parse("2023-03-02T06:00:00Z")));
    }

    @Test
    void high_risk_found_again_is_no_news() {
        child().happened(DANGER).at("2023-03-02T05:00:00Z").happened(TAKEN).when(DANGER).then(GRAVE_GUARDIANSHIP)
                .when(new TierOverridden("1", Tier.HIGH, LocalDate.parse("2023-03-20"), new Confidential("Court.")))
                .then(OVERRIDDEN).and(child -> assertThat(child.alert()).isNull());
    }

    @Test
    void harm_reaches_the_childs_station_and_the_one_where_it_was_seen() {
        child().in("320613002").by("grid-2", Role.GRID).when(concern(true)).then(ALERT_RAISED,
                new ProtectionAlertRaised("1", AlertLevel.STATION, Instant.parse("2023-03-02T06:00:00Z")),
                new HarmSeen("1.320613002", "320613002"));
        var seen = new HarmSeen("1.320613002", "320613002");
        given(new ChildDecider()).at(DAY).by("child", Role.SYSTEM).when(seen).then(HARM_SEEN_HERE,
                new ProtectionAlertRaised("1.320613002", AlertLevel.STATION, Instant.parse("2023-03-02T06:00:00Z")))
                .and(child -> {
                    assertThat(child.subdistrict()).isEqualTo("320613002");
                    assertThat(child.lists()).containsOnlyKeys(Child.Listed.ALERTS);
                }).in("320613002").by("station-2", Role.STATION).when(TAKEN).then(ALERT_TAKEN_ON)
                .and(child -> assertThat(child.status()).as("the child's station follows it")
                        .isEqualTo(Child.Status.SEEN))
                .at("2023-03-03T04:00:00Z").when(seen).thenBy(HARM_SEEN_HERE)
                .and(child -> assertThat(child.status()).isEqualTo(Child.Status.REPORTED));
    }

    @Test
    void a_receipt_tells_nobody_whether_the_child_is_known() {
        for (var harm : new boolean[]{true, false}) {
            var rule = harm ? ALERT_RAISED : CONCERN_HEARD;
            given(new ChildDecider()).at(DAY).in("320613002").when(concern(harm)).thenBy(rule);
            child().in("320613002").when(concern(harm)).thenBy(rule).when(concern(harm)).thenBy(rule);
        }
    }

    @Test
    void the_first_worry_pins_nobody_the_child_belongs_where_its_case_is_opened() {
        given(new ChildDecider()).at(DAY).in("320613002").by("grid-2", Role.GRID).happened(concern(true))
                .and(child -> assertThat(child.subdistrict()).isEqualTo("320613002")).in("320613001")
                .by("station-17", Role.STATION).when(OPENED_CASE)
                .then(CASE_OPENED, new HarmSeen("1.320613002", "320613002"))
                .and(child -> assertThat(child.subdistrict()).isEqualTo("320613001")).in("320613002").when(OPENED_CASE)
                .thenRefused(OPENED_ONCE);
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
    void the_last_answer_by_its_own_time_stands() {
        child().happened(new InterventionLinked("1", "I-1", Intervention.MEDICAL, true, new Personal("A doctor.")))
                .at("2023-03-08T04:00:00Z").happened(new InterventionAnswered("1", "I-1", InterventionAnswer.PLACED))
                .at("2023-03-05T04:00:00Z").when(new InterventionAnswered("1", "I-1", InterventionAnswer.ACCEPTED))
                .then(HELP_ANSWERED).and(child -> assertThat(child.interventions().get("I-1").answer())
                        .isEqualTo(InterventionAnswer.PLACED));
    }

    @Test
    void ended_help_makes_room_and_open_help_does_not() {
        var full = child();
        for (int i = 0; i < Child.MOST_INTERVENTIONS; i++) {
            full.happened(new InterventionLinked("1", "I-" + i, Intervention.MEDICAL, true, new Personal("A doctor.")));
        }
        var another = new InterventionLinked("1", "I-x", Intervention.MEDICAL, true, new Personal("A doctor."));
        full.when(another).thenRefused(TOO_MUCH_HELP)
                .happened(new InterventionClosed("1", "I-7", new Confidential("Done."))).when(another)
                .thenBy(HELP_SOUGHT).and(child -> assertThat(child.interventions()).hasSize(Child.MOST_INTERVENTIONS)
                        .doesNotContainKey("I-7"));
    }

    @Test
    void help_is_sought_for_a_child_in_the_library_alone() {
        given(new ChildDecider()).at(DAY).happened(concern(false))
                .when(new InterventionLinked("1", "I-1", Intervention.MEDICAL, true, new Personal("A doctor.")))
                .thenRefused(CHILD_UNKNOWN);
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
