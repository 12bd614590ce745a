package org.chongshan.organisations.organisation;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.organisations.OrganisationEvent;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanLifted;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanned;
import org.chongshan.events.organisations.OrganisationEvent.GrantProjectStated;
import org.chongshan.events.organisations.OrganisationEvent.GrantProposalEnded;
import org.chongshan.events.organisations.OrganisationEvent.GrantStandingAsked;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationDissolved;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationRegistered;
import org.chongshan.events.organisations.OrganisationEvent.TeamIncubated;
import org.chongshan.organisations.organisation.Organisation.Entry;
import org.chongshan.organisations.organisation.Organisation.Team;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.organisations.organisation.OrganisationRule.*;

/** The register of social organisations: what is said of each counts as of its own time. */
public record OrganisationDecider() implements Decider<Organisation, OrganisationEvent> {
    @Override
    public String idOf(OrganisationEvent event) {
        return event.organisation();
    }

    @Override
    public Decision<Organisation> begin(String id, OrganisationEvent event, Context context) {
        return event instanceof OrganisationRegistered || event instanceof TeamIncubated
                ? decide(Organisation.begun(id, context.subdistrict()), event, context)
                : early(ORGANISATION_UNKNOWN);
    }

    @Override
    public Decision<Organisation> decide(Organisation organisation, OrganisationEvent event, Context context) {
        return switch (event) {
            case OrganisationRegistered registered -> register(organisation, registered, context);
            case TeamIncubated incubated -> incubate(organisation, incubated, context);
            case OrganisationDissolved _ -> become(organisation.dissolved(context.fact(true)),
                    organisation.dissolved() == null ? DISSOLVED : DISSOLVED_ONCE);
            case GrantStandingAsked asked -> GrantStanding.answer(organisation, asked);
            case GrantProposalEnded ended -> GrantStanding.ended(organisation, ended);
            case GrantProjectStated stated -> GrantStanding.stated(organisation, stated);
            case GrantBanned banned -> GrantStanding.banned(organisation, banned, context);
            case GrantBanLifted lifted -> GrantStanding.lifted(organisation, lifted, context);
        };
    }

    private static Decision<Organisation> register(Organisation organisation, OrganisationRegistered registered,
            Context context) {
        var fact = context.fact(new Entry(registered.creditCode(), registered.kind(), registered.name(),
                registered.registeredOn(), registered.contact()));
        return become(organisation.entered(fact), fact.isOlderThan(organisation.entry()) ? SAID_SINCE : REGISTERED);
    }

    private static Decision<Organisation> incubate(Organisation organisation, TeamIncubated incubated,
            Context context) {
        var fact = context
                .fact(new Team(incubated.name(), incubated.incubator(), incubated.volunteers(), incubated.contact()));
        return become(organisation.team(fact), fact.isOlderThan(organisation.team()) ? SAID_SINCE : INCUBATED);
    }
}
