package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The department does not take it on.
 *
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.AGENCY})
public record ReferralDeclined(@Id String referral,
        @Size(min = 2, max = 500) Confidential grounds) implements ReferralEvent {}
