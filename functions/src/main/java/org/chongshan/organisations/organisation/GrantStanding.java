package org.chongshan.organisations.organisation;

import org.chongshan.core.Context;
import org.chongshan.core.Decision;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanLifted;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanned;
import org.chongshan.events.organisations.OrganisationEvent.GrantProjectStated;
import org.chongshan.events.organisations.OrganisationEvent.GrantProposalEnded;
import org.chongshan.events.organisations.OrganisationEvent.GrantStandingAsked;
import org.chongshan.events.organisations.ProposalEvent.GrantStandingStated;
import org.chongshan.organisations.organisation.Grants.Ban;
import org.chongshan.organisations.organisation.Grants.Stated;
import org.chongshan.organisations.organisation.Organisation.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.organisations.organisation.OrganisationRule.*;

/** What an organisation answers to proposals, and hears of its projects: it alone decides which one is its one of the year. */
final class GrantStanding {
    private GrantStanding() {}

    static Decision<Organisation> answer(Organisation organisation, GrantStandingAsked asked) {
        var grants = organisation.grants();
        var year = asked.day().getYear();
        var registered = organisation.status() == Status.REGISTERED;
        var other = grants.otherOf(year, asked.proposal());
        var unsettled = grants.unsettled();
        var bannedUntil = grants.bannedUntil(asked.day());
        var free = registered && other == null && unsettled == null && bannedUntil == null;
        return Decision
                .<Organisation>become(
                        free ? organisation.granted(grants.proposing(asked.proposal(), year)) : organisation,
                        free ? ONE_OF_THE_YEAR : STANDS_AGAINST_IT)
                .emit(new GrantStandingStated(asked.proposal(), organisation.id(), registered, 0, null, other,
                        unsettled, bannedUntil));
    }

    static Decision<Organisation> ended(Organisation organisation, GrantProposalEnded ended) {
        return become(organisation.granted(organisation.grants().without(ended.proposal())), FREE_TO_PROPOSE);
    }

    static Decision<Organisation> stated(Organisation organisation, GrantProjectStated stated) {
        return become(organisation.granted(
                organisation.grants().stated(stated.project(), new Stated(stated.statement(), stated.settled()))),
                PROJECT_STATED);
    }

    static Decision<Organisation> banned(Organisation organisation, GrantBanned banned, Context context) {
        return become(
                organisation.granted(organisation.grants().banned(banned.ban(), context.fact(new Ban(banned.until())))),
                BANNED);
    }

    static Decision<Organisation> lifted(Organisation organisation, GrantBanLifted lifted, Context context) {
        return become(organisation.granted(organisation.grants().banned(lifted.ban(), context.fact(new Ban(null)))),
                BAN_LIFTED);
    }
}
