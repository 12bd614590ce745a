package org.chongshan.organisations.organisation;

import java.time.LocalDate;

import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Fault;
import org.chongshan.events.Personal;
import org.chongshan.events.organisations.CreditCode;
import org.chongshan.events.organisations.OrganisationEvent;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationDissolved;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationRegistered;
import org.chongshan.events.organisations.OrganisationEvent.TeamIncubated;
import org.chongshan.events.organisations.OrganisationKind;
import org.chongshan.organisations.organisation.Organisation.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.organisations.organisation.OrganisationRule.*;

/** Organisations with a credit code, and teams that are to become some. */
class OrganisationTest {
    private static final TeamIncubated TEAM = new TeamIncubated("O-1", "舞梦春华", "aide-centre", 10, new Personal("杨美云"));
    private static final OrganisationDissolved DISSOLUTION = new OrganisationDissolved("O-1",
            new Confidential("Nobody is left."));

    private static OrganisationRegistered registered(String name) {
        return new OrganisationRegistered("O-1", code("52320613MJA123456"), OrganisationKind.SERVICE_INSTITUTION, name,
                LocalDate.parse("2019-06-01"), new Personal("杨美云"));
    }

    private static String code(String body) {
        return body + CreditCode.checkCharacter(body);
    }

    private static Given<Organisation, OrganisationEvent> nothing() {
        return given(new OrganisationDecider());
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
                .when(registered("菊馨社")).then(REGISTERED)
                .and(organisation -> assertThat(organisation.status()).isEqualTo(Status.REGISTERED));
    }

    @Test
    void what_is_posted_late_stands_at_its_own_time() {
        nothing().at("2023-03-02T00:00:00Z").happened(registered("菊馨社"), TEAM).at("2023-03-01T00:00:00Z")
                .when(registered("菊社")).then(SAID_SINCE).when(TEAM).then(SAID_SINCE)
                .and(organisation -> assertThat(organisation.entry().value().name()).isEqualTo("菊馨社"));
    }

    @Test
    void it_is_dissolved_once_at_the_first_time_that_is_known() {
        nothing().when(DISSOLUTION).thenEarly(ORGANISATION_UNKNOWN);
        nothing().happened(registered("菊馨社")).at("2023-03-02T00:00:00Z").when(DISSOLUTION).then(DISSOLVED)
                .at("2023-03-01T00:00:00Z").when(DISSOLUTION).then(DISSOLVED_ONCE).and(organisation -> {
                    assertThat(organisation.dissolved().at()).isEqualTo("2023-03-01T00:00:00Z");
                    assertThat(organisation.status()).isEqualTo(Status.DISSOLVED);
                });
    }
}
