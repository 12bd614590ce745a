package org.chongshan.events.relief;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The person was placed in a facility (安置).
 *
 * @param facility id of the facility
 */
@PostedBy({Role.STREET, Role.DISTRICT, Role.AGENCY})
public record PlacementStarted(@Id String referral, @Id String facility) implements ReferralEvent {}
