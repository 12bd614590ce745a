package org.chongshan.events.relief;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The department takes it on.
 */
@PostedBy({Role.AGENCY})
public record ReferralAccepted(@Id String referral) implements ReferralEvent {}
