package org.chongshan.events.relief;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * A case was referred to another department or facility.
 *
 * @param household it concerns
 * @param member    whom it concerns
 * @param consent   whether the person, or the guardian, agreed
 * @param need      what is asked for, 2 to 500 characters
 * @param origin  key of what asked for it in another programme; null when an officer did
 */
@PostedBy({Role.STATION, Role.STREET, Role.DISTRICT})
public record ReferralSent(@Id String referral, @Id String household, @Id String member, Agency agency,
        boolean consent, @Size(min = 2, max = 500) Personal need,
        @Nullable @Pattern(regexp = "^[a-z-]+/[A-Za-z0-9][A-Za-z0-9._-]{0,99}$") String origin)
        implements
            ReferralEvent {}
