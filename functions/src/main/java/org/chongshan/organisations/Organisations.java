package org.chongshan.organisations;

import java.util.List;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Digest;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanLifted;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanned;
import org.chongshan.events.organisations.OrganisationEvent.GrantProjectStated;
import org.chongshan.events.organisations.OrganisationEvent.GrantProposalEnded;
import org.chongshan.events.organisations.OrganisationEvent.GrantStandingAsked;
import org.chongshan.events.organisations.ProposalEvent.GrantStandingStated;
import org.chongshan.organisations.grantcall.GrantCallDecider;
import org.chongshan.organisations.organisation.OrganisationDecider;
import org.chongshan.organisations.project.ProjectDecider;
import org.chongshan.organisations.project.ThreeSixtyGiving;
import org.chongshan.organisations.proposal.ProposalDecider;
import org.chongshan.organisations.ratinground.RatingRoundDecider;
import org.chongshan.organisations.reviewpanel.ReviewPanelDecider;
import org.chongshan.organisations.venue.VenueDecider;

import static org.chongshan.events.Role.*;

/** Social organisations (社会组织) and venture philanthropy (公益创投): their functions, and who reads what they keep. */
public final class Organisations {
    private static final String PROPOSES_ANYWHERE = "an organisation proposes wherever somebody calls for proposals";

    private Organisations() {}

    /** All functions of the programme. */
    public static final ProgrammeFunctions FUNCTIONS = new ProgrammeFunctions(Programme.ORGANISATIONS,
            List.of(collection("organisation", "organisations", OrganisationDecider.class, STREET, DISTRICT,
                    ORGANISATION, AUDITOR).takingFromAnywhere(GrantStandingAsked.class, PROPOSES_ANYWHERE)
                    .takingFromAnywhere(GrantProposalEnded.class, PROPOSES_ANYWHERE)
                    .takingFromAnywhere(GrantProjectStated.class, PROPOSES_ANYWHERE)
                    .takingFromAnywhere(GrantBanned.class, PROPOSES_ANYWHERE)
                    .takingFromAnywhere(GrantBanLifted.class, PROPOSES_ANYWHERE),
                    collection("rating-round", "rating-rounds", RatingRoundDecider.class, DISTRICT, AUDITOR)
                            .confidingIn(ORGANISATION),
                    collection("venue", "venues", VenueDecider.class, STATION, STREET, DISTRICT, ORGANISATION, AUDITOR),
                    collection("grant-call", "grant-calls", GrantCallDecider.class, STREET, DISTRICT, DESK,
                            ORGANISATION, AGENCY, AUDITOR),
                    // Reviewers do not read it: what others scored is known to officers alone.
                    collection("review-panel", "review-panels", ReviewPanelDecider.class, STREET, DISTRICT, AUDITOR),
                    collection("proposal", "proposals", ProposalDecider.class, STREET, DISTRICT, AUDITOR)
                            .confidingIn(ORGANISATION, AGENCY)
                            .takingFromAnywhere(GrantStandingStated.class, PROPOSES_ANYWHERE),
                    collection("project", "projects", ProjectDecider.class, STREET, DISTRICT, AUDITOR)
                            .confidingIn(ORGANISATION, AGENCY).readAs(new ThreeSixtyGiving())),
            List.of(new Digest(Programme.ORGANISATIONS)));

    private static <S extends Aggregate, E extends Event> Collection<S, E> collection(String name, String path,
            Class<? extends Decider<S, E>> decider, Role... readers) {
        return Collection.of(Programme.ORGANISATIONS, name, path, decider, readers);
    }
}
