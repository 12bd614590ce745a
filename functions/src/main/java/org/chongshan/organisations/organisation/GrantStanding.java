package org.chongshan.organisations.organisation;

import org.chongshan.core.Decision;
import org.chongshan.events.organisations.OrganisationEvent.GrantProjectStated;
import org.chongshan.events.organisations.OrganisationEvent.GrantProposalEnded;
import org.chongshan.events.organisations.OrganisationEvent.GrantStandingAsked;
import org.chongshan.events.organisations.ProposalEvent.GrantStandingStated;
import org.chongshan.organisations.organisation.Grants.Stated;
import org.chongshan.organisations.organisation.Organisation.Status;
import org.chongshan.organisations.organisation.Ratings.Rating;

import static org.chongshan.core.Decision.become;
import static org.chongshan.organisations.organisation.OrganisationRule.*;

/** What an organisation answers to its proposals, and hears of its projects: it alone decides which is its one of the year. */
final class GrantStanding {
    private GrantStanding() {}

    static Decision<Organisation> answer(Organisation organisation, GrantStandingAsked asked) {
        var day = asked.day();
        var grants = organisation.grants();
        var registered = organisation.status() == Status.REGISTERED;
        var rating = organisation.ratings().current().filter(one -> one.isValidOn(day));
        var other = grants.otherOf(day.getYear(), asked.proposal());
        var unsettled = grants.unsettled();
        var ban = organisation.conduct().bannedUntil();
        var bannedUntil = ban == null || day.isAfter(ban) ? null : ban;
        var isFree = registered && other == null && unsettled == null && bannedUntil == null;
        return Decision
                .<Organisation>become(
                        isFree ? organisation.with(grants.proposing(asked.proposal(), day.getYear())) : organisation,
                        isFree ? ONE_OF_THE_YEAR : STANDS_AGAINST_IT)
                .emit(new GrantStandingStated(asked.proposal(), organisation.id(), registered,
                        rating.map(Rating::grade).orElse(null), rating.map(Rating::until).orElse(null), other,
                        unsettled, bannedUntil, organisation.recipient()));
    }

    static Decision<Organisation> ended(Organisation organisation, GrantProposalEnded ended) {
        return become(organisation.with(organisation.grants().without(ended.proposal())), FREE_TO_PROPOSE);
    }

    static Decision<Organisation> stated(Organisation organisation, GrantProjectStated stated) {
        return become(organisation
                .with(organisation.grants().stated(stated.project(), new Stated(stated.statement(), stated.settled()))),
                PROJECT_STATED);
    }
}
