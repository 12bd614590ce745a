package org.chongshan.organisations.organisation;

import java.time.LocalDate;

import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.Grantor;
import org.chongshan.events.organisations.OrganisationEvent;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanLifted;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanned;
import org.chongshan.events.organisations.OrganisationEvent.GrantProjectStated;
import org.chongshan.events.organisations.OrganisationEvent.GrantProposalEnded;
import org.chongshan.events.organisations.OrganisationEvent.GrantStandingAsked;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationDissolved;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationRegistered;
import org.chongshan.events.organisations.OrganisationEvent.RatingGranted;
import org.chongshan.events.organisations.OrganisationEvent.TeamIncubated;
import org.chongshan.events.organisations.OrganisationKind;
import org.chongshan.events.organisations.ProposalEvent.GrantStandingStated;
import org.chongshan.events.organisations.Recipient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.chongshan.core.Given.given;
import static org.chongshan.organisations.organisation.OrganisationRule.*;

/** What an organisation answers to its proposals. */
class GrantStandingTest {
    private static final RatingGranted RATED = new RatingGranted("O-1", Grade.A4, Grantor.CITY,
            LocalDate.parse("2018-06-01"), "R-4");

    private static final Recipient REGISTERED_AS = new Recipient("菊馨社", "52320613MJA123456J");

    private static Given<Organisation, OrganisationEvent> registered() {
        return given(new OrganisationDecider()).by("district-1", Role.DISTRICT)
                .happened(new OrganisationRegistered("O-1", "52320613MJA123456J", OrganisationKind.SERVICE_INSTITUTION,
                        "菊馨社", LocalDate.parse("2015-06-01"), new Personal("杨美云")));
    }

    private static GrantStandingAsked asked(String proposal, String day) {
        return new GrantStandingAsked("O-1", proposal, LocalDate.parse(day));
    }

    private static GrantStandingStated stands(String proposal, @Nullable String other, @Nullable String unsettled,
            @Nullable String bannedUntil) {
        return new GrantStandingStated(proposal, "O-1", true, null, null, other, unsettled,
                bannedUntil == null ? null : LocalDate.parse(bannedUntil), REGISTERED_AS);
    }

    @Test
    void of_two_proposals_of_one_year_one_is_the_organisations_whichever_asked_first() {
        registered().when(asked("P-1", "2023-03-02")).then(ONE_OF_THE_YEAR, stands("P-1", null, null, null))
                .when(asked("P-2", "2023-12-31")).then(STANDS_AGAINST_IT, stands("P-2", "P-1", null, null))
                .when(asked("P-3", "2024-01-01")).then(ONE_OF_THE_YEAR, stands("P-3", null, null, null))
                .when(new GrantProposalEnded("O-1", "P-1")).then(FREE_TO_PROPOSE).when(asked("P-4", "2023-12-31"))
                .then(ONE_OF_THE_YEAR, stands("P-4", null, null, null));
    }

    @Test
    void a_project_stands_against_others_until_it_is_settled_whatever_the_order_of_the_statements() {
        registered().happened(new GrantProjectStated("O-1", "P-1", 1, false)).when(asked("P-2", "2024-03-01"))
                .then(STANDS_AGAINST_IT, stands("P-2", null, "P-1", null))
                .when(new GrantProjectStated("O-1", "P-1", 2, true)).then(PROJECT_STATED)
                .when(asked("P-3", "2024-03-01")).thenBy(ONE_OF_THE_YEAR);
        registered().happened(new GrantProjectStated("O-1", "P-1", 2, true))
                .happened(new GrantProjectStated("O-1", "P-1", 1, false)).when(asked("P-2", "2024-03-01"))
                .thenBy(ONE_OF_THE_YEAR);
    }

    @Test
    void a_ban_holds_for_three_years_its_last_day_included_unless_it_is_lifted() {
        var banned = registered().at("2023-03-02T02:00:00Z")
                .happened(new GrantBanned("O-1", "P-1", new Confidential("Spent on a car.")));
        banned.when(asked("P-2", "2026-03-02")).then(STANDS_AGAINST_IT, stands("P-2", null, null, "2026-03-02"))
                .when(asked("P-3", "2026-03-03")).then(ONE_OF_THE_YEAR, stands("P-3", null, null, null));
        registered().happened(new GrantBanned("O-1", "P-1", new Confidential("Spent on a car.")))
                .when(new GrantBanLifted("O-1", "P-1")).then(BAN_LIFTED).when(asked("P-2", "2023-03-02"))
                .then(ONE_OF_THE_YEAR, stands("P-2", null, null, null));
        registered().happened(new GrantBanLifted("O-1", "P-1"))
                .when(new GrantBanned("O-1", "P-1", new Confidential("Spent on a car."))).thenRefused(BANNED_ONCE);
    }

    @Test
    void a_grade_counts_on_its_last_day_and_not_on_the_next() {
        registered().happened(RATED).when(asked("P-1", "2023-06-01"))
                .then(ONE_OF_THE_YEAR,
                        new GrantStandingStated("P-1", "O-1", true, Grade.A4, LocalDate.parse("2023-06-01"), null, null,
                                null, REGISTERED_AS))
                .happened(new GrantProposalEnded("O-1", "P-1")).when(asked("P-2", "2023-06-02"))
                .then(ONE_OF_THE_YEAR, stands("P-2", null, null, null));
    }

    @Test
    void teams_and_organisations_that_were_dissolved_do_not_propose() {
        given(new OrganisationDecider()).when(asked("P-1", "2023-03-02")).thenEarly(ORGANISATION_UNKNOWN)
                .happened(new TeamIncubated("O-1", "舞梦春华", "aide", 10, new Personal("杨美云")))
                .when(asked("P-1", "2023-03-02")).then(STANDS_AGAINST_IT, new GrantStandingStated("P-1", "O-1", false,
                        null, null, null, null, null, new Recipient("舞梦春华", null)));
        registered().happened(new OrganisationDissolved("O-1", new Confidential("Nobody is left.")))
                .when(asked("P-1", "2023-03-02")).thenBy(STANDS_AGAINST_IT);
    }
}
