package org.chongshan.organisations.organisation;

import java.time.Instant;
import java.time.LocalDate;

import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Fault;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.AnnualCheck;
import org.chongshan.events.organisations.CreditCode;
import org.chongshan.events.organisations.Grantor;
import org.chongshan.events.organisations.IncubationMilestone;
import org.chongshan.events.organisations.OrganisationEvent;
import org.chongshan.events.organisations.OrganisationEvent.AnnualCheckConcluded;
import org.chongshan.events.organisations.OrganisationEvent.AnnualReportFiled;
import org.chongshan.events.organisations.OrganisationEvent.ExcellentCaseNamed;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanned;
import org.chongshan.events.organisations.OrganisationEvent.IncubationMilestoneReached;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationDissolved;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationRegistered;
import org.chongshan.events.organisations.OrganisationEvent.TeamIncubated;
import org.chongshan.events.organisations.OrganisationKind;
import org.chongshan.events.organisations.OrganisationsNotice.AnnualReportMissed;
import org.chongshan.events.organisations.OrganisationsNotice.GrantBanEnded;
import org.chongshan.events.organisations.OrganisationsNotice.IncubationCompleted;
import org.chongshan.events.organisations.OrganisationsNotice.IncubationOverdue;
import org.chongshan.organisations.organisation.Organisation.Due;
import org.chongshan.organisations.organisation.Organisation.Lists;
import org.chongshan.organisations.organisation.Organisation.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.organisations.organisation.OrganisationRule.*;

/** Organisations with a credit code, teams that are to become some, annual reports, and who may have grants. */
class OrganisationTest {
    private static final TeamIncubated TEAM = new TeamIncubated("O-1", "舞梦春华", "aide-centre", 10, new Personal("杨美云"));
    private static final OrganisationDissolved DISSOLUTION = new OrganisationDissolved("O-1",
            new Confidential("Nobody is left."));
    private static final GrantBanned BAN = new GrantBanned("O-1", "P-1", new Confidential("Not used as agreed."));

    private static OrganisationRegistered registered(String name) {
        return registeredOn(name, "2019-06-01");
    }

    private static OrganisationRegistered registeredOn(String name, String day) {
        return new OrganisationRegistered("O-1", code("52320613MJA123456"), OrganisationKind.SERVICE_INSTITUTION, name,
                LocalDate.parse(day), new Personal("杨美云"));
    }

    private static String code(String body) {
        return body + CreditCode.checkCharacter(body);
    }

    private static AnnualReportFiled report(int year) {
        return new AnnualReportFiled("O-1", year);
    }

    private static Given<Organisation, OrganisationEvent> nothing() {
        return given(new OrganisationDecider());
    }

    private static Given<Organisation, OrganisationEvent> inTheRegister() {
        return nothing().at("2023-01-10T00:00:00Z").happened(registered("菊馨社"));
    }

    @Test
    void the_check_characters_of_published_credit_codes_are_those_of_gb_32100() {
        for (var code : new String[]{"914403001922038216", "9144030071526726XG", "91330100799655058B"}) {
            assertThat(CreditCode.checkCharacter(code)).isEqualTo(code.charAt(17));
        }
    }

    @Test
    void a_credit_code_of_another_kind_or_with_another_check_character_is_none() {
        var wrongKind = new OrganisationRegistered("O-1", code("51320613MJA123456"),
                OrganisationKind.SERVICE_INSTITUTION, "菊馨社", LocalDate.parse("2019-06-01"), new Personal("杨美云"));
        assertThat(wrongKind.faults()).extracting(Fault::code).containsExactly("not-a-credit-code");
        var right = registered("菊馨社").creditCode();
        var wrongEnd = new OrganisationRegistered("O-1", right.substring(0, 17) + (right.endsWith("0") ? "1" : "0"),
                OrganisationKind.SERVICE_INSTITUTION, "菊馨社", LocalDate.parse("2019-06-01"), new Personal("杨美云"));
        assertThat(wrongEnd.faults()).extracting(Fault::code).containsExactly("not-a-credit-code");
        assertThat(registered("菊馨社").faults()).isEmpty();
    }

    @Test
    void a_team_without_a_code_becomes_an_organisation_under_its_id() {
        nothing().when(TEAM).then(INCUBATED).and(team -> assertThat(team.status()).isEqualTo(Status.TEAM))
                .by("aide-centre", Role.ORGANISATION)
                .when(new IncubationMilestoneReached("O-1", IncubationMilestone.SERVICE_REGULAR, 50, 100))
                .then(MILESTONE).by("district-1", Role.DISTRICT).when(registered("菊馨社"))
                .then(BECAME_AN_ORGANISATION, new IncubationCompleted("O-1", "aide-centre", 50)).thenAlsoBy(REGISTERED)
                .and(organisation -> assertThat(organisation.status()).isEqualTo(Status.REGISTERED))
                .when(registered("菊馨社")).then(REGISTERED);
    }

    @Test
    void that_it_had_been_a_team_may_be_heard_afterwards() {
        inTheRegister().at("2022-06-01T00:00:00Z").when(TEAM).then(BECAME_AN_ORGANISATION,
                new IncubationCompleted("O-1", "aide-centre", 10));
    }

    @Test
    void of_organisations_only_the_incubator_says_what_a_team_has_reached() {
        var ready = new IncubationMilestoneReached("O-1", IncubationMilestone.READY_TO_REGISTER, 50, 100);
        nothing().happened(TEAM).by("O-1", Role.ORGANISATION).when(ready).thenRefused(NOT_THE_INCUBATOR)
                .by("street-1", Role.STREET).when(ready).then(MILESTONE).at("2023-03-01T00:00:00Z").when(ready)
                .then(MILESTONE).and(team -> assertThat(team.incubation().milestones())
                        .containsValue(Instant.parse("2023-03-01T00:00:00Z")));
    }

    @Test
    void a_team_that_is_none_after_two_years_is_told_of_and_listed() {
        nothing().at("2021-03-01T00:00:00Z").happened(TEAM)
                .and(team -> assertThat(team.deadlines()).containsEntry(Due.INCUBATION,
                        Instant.parse("2023-03-01T16:00:00Z")))
                .whenDeadlineReached()
                .then(INCUBATION_OVERDUE, new IncubationOverdue("O-1", "aide-centre", LocalDate.parse("2023-03-01")))
                .and(team -> assertThat(team.lists()).containsOnlyKeys(Lists.INCUBATION_OVERDUE))
                .and(team -> assertThat(team.deadlines()).isEmpty());
    }

    @Test
    void what_is_posted_late_stands_at_its_own_time() {
        nothing().at("2023-03-02T00:00:00Z").happened(registered("菊馨社")).at("2023-03-01T00:00:00Z")
                .when(registered("菊社")).then(SAID_SINCE)
                .and(organisation -> assertThat(organisation.entry().value().name()).isEqualTo("菊馨社"));
    }

    @Test
    void what_is_dissolved_waits_for_nothing_more() {
        nothing().when(DISSOLUTION).thenEarly(ORGANISATION_UNKNOWN);
        inTheRegister().happened(BAN).at("2023-03-02T00:00:00Z").when(DISSOLUTION).then(DISSOLVED).and(organisation -> {
            assertThat(organisation.status()).isEqualTo(Status.DISSOLVED);
            assertThat(organisation.deadlines()).isEmpty();
            assertThat(organisation.lists()).isEmpty();
        }).when(DISSOLUTION).then(SAID_SINCE);
    }

    @Test
    void what_was_struck_off_by_mistake_is_entered_again_and_can_be_struck_off_again() {
        inTheRegister().at("2023-03-02T00:00:00Z").happened(DISSOLUTION).when(registered("菊馨社")).thenBy(REGISTERED)
                .and(organisation -> assertThat(organisation.status()).isEqualTo(Status.DISSOLVED))
                .at("2023-03-02T00:00:01Z").when(registered("菊馨社")).then(REGISTERED)
                .and(organisation -> assertThat(organisation.status()).isEqualTo(Status.REGISTERED))
                .at("2023-03-01T00:00:00Z").when(DISSOLUTION).then(SAID_SINCE).at("2023-03-03T00:00:00Z")
                .when(DISSOLUTION).then(DISSOLVED);
        nothing().happened(TEAM).at("2023-03-03T00:00:00Z").happened(DISSOLUTION).at("2023-03-04T00:00:00Z").when(TEAM)
                .then(INCUBATED).and(organisation -> assertThat(organisation.status()).isEqualTo(Status.TEAM));
    }

    @Test
    void a_report_is_in_time_on_the_last_day_and_missed_on_the_next() {
        inTheRegister().at("2023-05-31T15:59:59Z").when(report(2022)).then(REPORT_FILED).whenDeadlineReached()
                .then(REPORT_IN_TIME).and(organisation -> assertThat(organisation.lists()).isEmpty())
                .whenDeadlineReached().then(REPORT_MISSED, new AnnualReportMissed("O-1", 2023, 1))
                .and(organisation -> assertThat(organisation.lists()).containsOnlyKeys(Lists.REPORT_MISSED))
                .whenDeadlineReached().then(REPORT_MISSED, new AnnualReportMissed("O-1", 2024, 2))
                .and(organisation -> assertThat(organisation.lists()).containsOnlyKeys(Lists.REPORT_MISSED,
                        Lists.TO_STRIKE_OFF))
                .at("2025-07-01T00:00:00Z").when(report(2024)).then(REPORT_FILED)
                .and(organisation -> assertThat(organisation.lists()).isEmpty());
    }

    @Test
    void who_was_registered_in_the_second_half_of_a_year_owes_no_report_on_it() {
        for (var day : new String[]{"2022-06-30", "2022-07-01"}) {
            var first = day.equals("2022-06-30") ? 2022 : 2023;
            nothing().at("2023-01-10T00:00:00Z").happened(registeredOn("x", day)).whenDeadlineReached()
                    .then(REPORT_MISSED, new AnnualReportMissed("O-1", first, 1));
        }
    }

    @Test
    void what_fell_due_before_the_platform_heard_of_it_is_not_told() {
        nothing().at("2021-02-01T00:00:00Z").receivedAt("2023-06-01T00:00:00Z").happened(registered("菊馨社"))
                .and(organisation -> assertThat(organisation.reports().next().due()).isEqualTo("2024-05-31"));
    }

    @Test
    void each_hands_in_its_own_report_and_on_a_year_that_is_over() {
        inTheRegister().by("O-2", Role.ORGANISATION).when(report(2022)).thenRefused(NOT_ITS_OWN)
                .by(" o-1", Role.ORGANISATION).when(report(2022)).then(REPORT_FILED).when(report(2023))
                .thenRefused(YEAR_NOT_OVER).by("district-1", Role.DISTRICT)
                .when(new AnnualCheckConcluded("O-1", 2023, AnnualCheck.QUALIFIED)).thenRefused(YEAR_NOT_OVER)
                .when(new AnnualCheckConcluded("O-1", 2022, AnnualCheck.QUALIFIED)).then(CHECKED)
                .at("2023-01-09T00:00:00Z").when(new AnnualCheckConcluded("O-1", 2022, AnnualCheck.FAILED))
                .then(SAID_SINCE);
    }

    @Test
    void an_excellent_case_stands_with_its_organisation() {
        inTheRegister().when(new ExcellentCaseNamed("O-1", Grantor.PROVINCE, 2023)).then(EXCELLENT)
                .and(organisation -> assertThat(organisation.excellent()).containsExactly("2023-PROVINCE"));
    }

    @Test
    void who_broke_an_agreement_has_no_grants_for_three_years_the_last_day_included() {
        inTheRegister().happened(report(2022)).at("2023-03-02T00:00:00Z").when(BAN).then(BANNED).when(BAN)
                .thenRefused(BANNED_ONCE).whenDeadlineReached().whenDeadlineReached().whenDeadlineReached()
                .whenDeadlineReached().then(BAN_ENDED, new GrantBanEnded("O-1", LocalDate.parse("2026-03-02")))
                .and(organisation -> assertThat(organisation.lists()).doesNotContainKey(Lists.GRANT_BANNED));
        inTheRegister().at("2023-03-02T00:00:00Z").happened(BAN)
                .and(organisation -> assertThat(organisation.deadlines()).containsEntry(Due.GRANT_BAN,
                        Instant.parse("2026-03-02T16:00:00Z")))
                .and(organisation -> assertThat(organisation.lists()).containsEntry(Lists.GRANT_BANNED, "2026-03-02"));
    }
}
