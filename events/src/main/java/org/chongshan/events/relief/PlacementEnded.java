package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The placement ended.
 *
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.STREET, Role.DISTRICT, Role.AGENCY})
public record PlacementEnded(@Id String referral,
        @Size(min = 2, max = 500) Confidential grounds) implements ReferralEvent {}
