package org.chongshan.events.organisations;

import org.chongshan.events.Event;

/**
 * All events of the programme organisations: social organisations (社会组织) and venture philanthropy (公益创投).
 */
public sealed interface OrganisationsEvent extends Event permits OrganisationEvent, RatingRoundEvent, VenueEvent,
        OrganisationsNotice, VenueNotice, GrantCallEvent, ReviewPanelEvent, ProposalEvent, ProjectEvent, GrantNotice {}
