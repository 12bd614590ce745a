package org.chongshan.organisations.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.Context;
import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.AnnualCheck;
import org.chongshan.events.organisations.CreditCode;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.Grantor;
import org.chongshan.events.organisations.OrganisationEvent;
import org.chongshan.events.organisations.OrganisationEvent.AnnualCheckConcluded;
import org.chongshan.events.organisations.OrganisationEvent.AnnualReportFiled;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanned;
import org.chongshan.events.organisations.OrganisationEvent.InvestigationClosed;
import org.chongshan.events.organisations.OrganisationEvent.InvestigationOpened;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationRegistered;
import org.chongshan.events.organisations.OrganisationEvent.PenaltyExecuted;
import org.chongshan.events.organisations.OrganisationEvent.PenaltyImposed;
import org.chongshan.events.organisations.OrganisationEvent.RatingCancelled;
import org.chongshan.events.organisations.OrganisationEvent.RatingCertificateReturned;
import org.chongshan.events.organisations.OrganisationEvent.RatingConfirmed;
import org.chongshan.events.organisations.OrganisationEvent.RatingDowngraded;
import org.chongshan.events.organisations.OrganisationEvent.RatingEligibilityAsked;
import org.chongshan.events.organisations.OrganisationEvent.RatingGranted;
import org.chongshan.events.organisations.OrganisationEvent.TeamIncubated;
import org.chongshan.events.organisations.OrganisationKind;
import org.chongshan.events.organisations.OrganisationsNotice.RatingBarEnded;
import org.chongshan.events.organisations.OrganisationsNotice.RatingCertificateVoid;
import org.chongshan.events.organisations.OrganisationsNotice.RatingExpired;
import org.chongshan.events.organisations.OrganisationsNotice.RatingReapplicationOpened;
import org.chongshan.events.organisations.RatingLostBecause;
import org.chongshan.events.organisations.RatingTest;
import org.chongshan.events.organisations.RatingTested;
import org.chongshan.organisations.organisation.Organisation.Due;
import org.chongshan.organisations.organisation.Organisation.Lists;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.organisations.organisation.OrganisationRule.*;

/** Ratings on record, what expires of them, and who may apply for one, by MCA Order 39. */
class RatingsTest {
    private static final Confidential GROUNDS = new Confidential("False figures.");
    private static final RatingCancelled CANCELLATION = new RatingCancelled("O-1", Grantor.DISTRICT,
            RatingLostBecause.FALSE_DATA, GROUNDS);

    private static OrganisationRegistered registeredOn(String day) {
        var body = "52320613MJA123456";
        return new OrganisationRegistered("O-1", body + CreditCode.checkCharacter(body),
                OrganisationKind.SERVICE_INSTITUTION, "菊馨社", LocalDate.parse(day), new Personal("杨美云"));
    }

    /** Registered on 2019-06-01, on these books since 2023-01-10, with the reports on the last years handed in. */
    private static Given<Organisation, OrganisationEvent> registered() {
        return given(new OrganisationDecider()).by("district-1", Role.DISTRICT).at("2023-01-10T00:00:00Z").happened(
                registeredOn("2019-06-01"), new AnnualReportFiled("O-1", 2021), new AnnualReportFiled("O-1", 2022));
    }

    private static RatingConfirmed confirmed(Grade grade, String on) {
        return new RatingConfirmed("O-1", "R-1", grade, LocalDate.parse(on));
    }

    private static RatingDowngraded downgraded(Grade grade, Grantor by) {
        return new RatingDowngraded("O-1", grade, by, RatingLostBecause.PUNISHED, GROUNDS);
    }

    private static List<RatingTest> failing(Given<Organisation, OrganisationEvent> organisation, Grade grade,
            String on) {
        return new Eligibility(organisation.state(), grade, LocalDate.parse(on), context()).tests().stream()
                .filter(test -> !test.holds()).map(RatingTested::test).toList();
    }

    private static Context context() {
        var time = Instant.parse("2023-03-02T00:00:00Z");
        return new Context("E", time, time, "x", Role.DISTRICT, "320613001", ReferenceData.policy().at(time),
                ReferenceData.workingDays());
    }

    @Test
    void a_rating_is_valid_on_its_last_day_five_years_on_and_expires_on_the_next() {
        var rated = registered().at("2023-03-02T00:00:00Z").when(confirmed(Grade.A3, "2023-03-02")).then(RATED);
        assertThat(rated.state().ratings().current()).hasValueSatisfying(rating -> {
            assertThat(rating.isValidOn(LocalDate.parse("2028-03-02"))).isTrue();
            assertThat(rating.isValidOn(LocalDate.parse("2028-03-03"))).isFalse();
        });
        assertThat(rated.state().deadlines()).containsEntry(Due.RATING, Instant.parse("2028-03-02T16:00:00Z"))
                .containsEntry(Due.REAPPLICATION, Instant.parse("2026-03-01T16:00:00Z"));
        assertThat(rated.state().lists()).containsEntry(Lists.RATED, "A3").doesNotContainKey(Lists.RATING_EXPIRING);
    }

    @Test
    void a_rating_of_29_february_is_valid_until_28_february() {
        registered().at("2024-02-29T01:00:00Z").happened(confirmed(Grade.A3, "2024-02-29"))
                .and(organisation -> assertThat(organisation.ratings().current().orElseThrow().until())
                        .isEqualTo("2029-02-28"));
    }

    @Test
    void that_it_can_be_applied_for_again_and_that_it_has_expired_is_told() {
        var until = LocalDate.parse("2023-04-01");
        registered()
                .happened(new RatingGranted("O-1", Grade.A3, Grantor.DISTRICT, LocalDate.parse("2018-04-01"), "C-1"))
                .whenDeadlineReached().thenBy(REAPPLICATION_OPENED)
                .and(organisation -> assertThat(organisation.lists()).containsKeys(Lists.RATED, Lists.RATING_EXPIRING))
                .whenDeadlineReached().then(RATING_EXPIRED, new RatingExpired("O-1", Grade.A3, until))
                .and(organisation -> assertThat(organisation.lists()).doesNotContainKeys(Lists.RATED,
                        Lists.RATING_EXPIRING));
    }

    @Test
    void whoever_hears_of_a_rating_after_it_has_expired_is_not_told_to_apply_again() {
        registered()
                .happened(new RatingGranted("O-1", Grade.A3, Grantor.DISTRICT, LocalDate.parse("2018-01-01"), "C-1"))
                .receivedAt("2023-01-11T00:00:00Z").whenDeadlineReached().then(REAPPLICATION_OPENED)
                .whenDeadlineReached()
                .then(RATING_EXPIRED, new RatingExpired("O-1", Grade.A3, LocalDate.parse("2023-01-01")));
        registered()
                .happened(new RatingGranted("O-1", Grade.A3, Grantor.DISTRICT, LocalDate.parse("2021-01-01"), "C-1"))
                .receivedAt("2024-01-01T00:00:00Z").whenDeadlineReached().whenDeadlineReached()
                .then(REAPPLICATION_OPENED,
                        new RatingReapplicationOpened("O-1", Grade.A3, LocalDate.parse("2026-01-01")));
    }

    @Test
    void each_grade_is_granted_by_its_authority_and_the_districts_now_by_a_round() {
        registered().when(new RatingGranted("O-1", Grade.A4, Grantor.DISTRICT, LocalDate.parse("2022-01-01"), "C"))
                .thenRefused(NOT_THEIRS_TO_GRANT)
                .when(new RatingGranted("O-1", Grade.A3, Grantor.CITY, LocalDate.parse("2022-01-01"), "C"))
                .thenRefused(NOT_THEIRS_TO_GRANT)
                .when(new RatingGranted("O-1", Grade.A3, Grantor.DISTRICT, LocalDate.parse("2023-01-10"), "C"))
                .thenRefused(NEEDS_A_ROUND)
                .when(new RatingGranted("O-1", Grade.A3, Grantor.DISTRICT, LocalDate.parse("2023-01-09"), "C"))
                .then(RATED).at("2023-05-01T00:00:00Z")
                .when(new RatingGranted("O-1", Grade.A5, Grantor.PROVINCE, LocalDate.parse("2023-05-01"), "C"))
                .then(RATED).and(organisation -> assertThat(organisation.lists()).containsEntry(Lists.RATED, "A5"));
    }

    @Test
    void who_was_downgraded_is_barred_for_two_years_and_hands_the_certificate_back_in_fifteen_days() {
        registered().happened(confirmed(Grade.A3, "2023-01-20")).at("2023-03-02T00:00:00Z")
                .when(downgraded(Grade.A3, Grantor.DISTRICT)).thenRefused(NOT_LOWER)
                .when(downgraded(Grade.A2, Grantor.CITY)).thenRefused(NOT_RATED)
                .when(downgraded(Grade.A2, Grantor.DISTRICT)).then(DOWNGRADED)
                .and(organisation -> assertThat(organisation.lists()).containsEntry(Lists.RATED, "A2")
                        .containsEntry(Lists.RATING_BARRED, "2025-03-02")
                        .containsEntry(Lists.CERTIFICATE_OUT, "2023-03-17"))
                .whenDeadlineReached()
                .then(CERTIFICATE_VOID, new RatingCertificateVoid("O-1", LocalDate.parse("2023-03-17")))
                .when(new RatingCertificateReturned("O-1")).thenRefused(NO_CERTIFICATE_OUT);
    }

    @Test
    void who_was_cancelled_is_barred_for_three_years_and_told_when_that_is_over() {
        registered().happened(confirmed(Grade.A3, "2023-01-20")).at("2023-03-02T00:00:00Z").when(CANCELLATION)
                .then(CANCELLED).when(CANCELLATION).thenRefused(NOT_RATED).when(new RatingCertificateReturned("O-1"))
                .then(CERTIFICATE_RETURNED)
                .and(organisation -> assertThat(organisation.lists()).containsOnlyKeys(Lists.RATING_BARRED))
                .whenDeadlineReached().whenDeadlineReached().whenDeadlineReached().whenDeadlineReached()
                .then(BAR_ENDED, new RatingBarEnded("O-1", LocalDate.parse("2026-03-02")));
    }

    @Test
    void the_citys_rating_is_lowered_by_the_city_even_to_a_grade_of_the_district() {
        registered().happened(new RatingGranted("O-1", Grade.A4, Grantor.CITY, LocalDate.parse("2022-01-01"), "C"))
                .at("2023-03-02T00:00:00Z").when(downgraded(Grade.A3, Grantor.CITY)).then(DOWNGRADED)
                .when(new RatingCancelled("O-1", Grantor.CITY, RatingLostBecause.OTHER, GROUNDS)).then(CANCELLED);
    }

    @Test
    void an_application_is_answered_with_every_test() {
        registered().when(new RatingEligibilityAsked("O-1", "R-1", Grade.A3, LocalDate.parse("2023-03-02")))
                .thenBy(TESTED);
        assertThat(new Eligibility(registered().state(), Grade.A3, LocalDate.parse("2023-03-02"), context()).tests())
                .extracting(RatingTested::test).containsExactly(RatingTest.values());
        assertThat(failing(registered(), Grade.A3, "2023-03-02")).isEmpty();
    }

    @Test
    void two_full_years_in_the_register_are_over_on_the_day_itself() {
        var organisation = given(new OrganisationDecider()).at("2023-01-10T00:00:00Z")
                .happened(registeredOn("2021-03-02"), new AnnualReportFiled("O-1", 2021));
        assertThat(failing(organisation, Grade.A3, "2023-03-01")).containsExactly(RatingTest.REGISTERED_TWO_YEARS);
        assertThat(failing(organisation, Grade.A3, "2023-03-02")).isEmpty();
    }

    @Test
    void a_team_is_not_rated() {
        assertThat(failing(
                given(new OrganisationDecider()).happened(new TeamIncubated("O-1", "x", "y", 1, new Personal("z"))),
                Grade.A1, "2023-03-02")).contains(RatingTest.REGISTERED, RatingTest.REGISTERED_TWO_YEARS);
    }

    @Test
    void the_same_grade_can_be_applied_for_from_two_years_before_the_expiry_on() {
        var rated = registered()
                .happened(new RatingGranted("O-1", Grade.A3, Grantor.DISTRICT, LocalDate.parse("2020-03-02"), "C"));
        assertThat(failing(rated, Grade.A3, "2023-03-01")).containsExactly(RatingTest.WINDOW_OPEN);
        assertThat(failing(rated, Grade.A3, "2023-03-02")).isEmpty();
    }

    @Test
    void a_higher_grade_can_be_applied_for_after_two_years_and_one_step_at_a_time() {
        var rated = registered()
                .happened(new RatingGranted("O-1", Grade.A1, Grantor.DISTRICT, LocalDate.parse("2021-03-02"), "C"));
        assertThat(failing(rated, Grade.A2, "2023-03-01")).containsExactly(RatingTest.WINDOW_OPEN);
        assertThat(failing(rated, Grade.A2, "2023-03-02")).isEmpty();
        assertThat(failing(rated, Grade.A3, "2023-03-02")).containsExactly(RatingTest.ONE_STEP);
    }

    @Test
    void the_last_report_that_fell_due_is_asked_for_and_none_before_its_last_day_is_over() {
        var organisation = given(new OrganisationDecider()).at("2023-01-10T00:00:00Z")
                .happened(registeredOn("2019-06-01"), new AnnualReportFiled("O-1", 2021));
        assertThat(failing(organisation, Grade.A3, "2023-05-31")).isEmpty();
        assertThat(failing(organisation, Grade.A3, "2023-06-01")).containsExactly(RatingTest.LAST_REPORT_FILED);
    }

    @Test
    void a_failed_check_or_two_basically_qualified_ones_bar() {
        assertThat(failing(registered().happened(new AnnualCheckConcluded("O-1", 2021, AnnualCheck.FAILED)), Grade.A3,
                "2023-03-02")).containsExactly(RatingTest.CHECKS_PASSED);
        var once = registered().happened(new AnnualCheckConcluded("O-1", 2021, AnnualCheck.BASICALLY_QUALIFIED));
        assertThat(failing(once, Grade.A3, "2023-03-02")).isEmpty();
        assertThat(failing(once.happened(new AnnualCheckConcluded("O-1", 2020, AnnualCheck.BASICALLY_QUALIFIED)),
                Grade.A3, "2023-03-02")).containsExactly(RatingTest.CHECKS_PASSED);
    }

    @Test
    void a_penalty_bars_through_the_next_year_and_until_it_is_executed() {
        var penalty = new PenaltyImposed("O-1", "P-1", LocalDate.parse("2021-12-31"), GROUNDS);
        var punished = registered().when(new PenaltyExecuted("O-1", "P-1")).thenRefused(PENALTY_UNKNOWN).when(penalty)
                .then(PUNISHED).when(penalty).thenRefused(PENALTY_ONCE);
        assertThat(failing(punished, Grade.A3, "2023-03-02")).containsExactly(RatingTest.NO_PENALTY);
        punished.when(new PenaltyExecuted("O-1", "P-1")).then(PENALTY_EXECUTED);
        assertThat(failing(punished, Grade.A3, "2022-12-31")).containsExactly(RatingTest.NO_PENALTY);
        assertThat(failing(punished, Grade.A3, "2023-01-01")).isEmpty();
    }

    @Test
    void who_is_investigated_is_not_rated_until_that_has_ended() {
        var investigated = registered().when(new InvestigationOpened("O-1", "I-1")).then(INVESTIGATION);
        assertThat(failing(investigated, Grade.A3, "2023-03-02")).containsExactly(RatingTest.NOT_INVESTIGATED);
        investigated.at("2023-02-01T00:00:00Z").happened(new InvestigationClosed("O-1", "I-1"));
        assertThat(failing(investigated, Grade.A3, "2023-03-02")).isEmpty();
    }

    @Test
    void a_bar_holds_on_its_last_day_and_not_on_the_next() {
        var cancelled = registered().happened(confirmed(Grade.A3, "2023-01-20"), new AnnualReportFiled("O-1", 2020))
                .at("2023-03-02T00:00:00Z").happened(CANCELLATION).at("2026-01-01T00:00:00Z")
                .happened(new AnnualReportFiled("O-1", 2024));
        assertThat(failing(cancelled, Grade.A3, "2026-03-02")).containsExactly(RatingTest.NOT_BARRED);
        assertThat(failing(cancelled, Grade.A3, "2026-03-03")).isEmpty();
    }

    @Test
    void a_record_grown_to_its_limits_takes_no_more() {
        var full = registered();
        for (int i = 0; i < Conduct.MOST; i++) {
            var id = "%0100d".formatted(i);
            full.happened(new PenaltyImposed("O-1", id, LocalDate.parse("2022-01-01"), GROUNDS),
                    new InvestigationOpened("O-1", id), new GrantBanned("O-1", id, GROUNDS),
                    new RatingConfirmed("O-1", id, Grade.A3, LocalDate.parse("2023-01-20")));
        }
        full.when(new PenaltyImposed("O-1", "x", LocalDate.parse("2022-01-01"), GROUNDS)).thenRefused(TOO_MANY)
                .when(new InvestigationOpened("O-1", "x")).thenRefused(TOO_MANY)
                .when(new GrantBanned("O-1", "x", GROUNDS)).thenRefused(TOO_MANY)
                .when(confirmed(Grade.A3, "2023-01-20")).thenRefused(TOO_MANY);
        assertThat(AnyOrder.stored(full.state())).isBetween(10_000, 200_000);
    }
}
