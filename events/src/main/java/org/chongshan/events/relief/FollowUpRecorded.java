package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * Somebody looked how the person fares (回访).
 *
 * @param observation at most 500 characters
 */
@PostedBy({Role.STATION, Role.STREET, Role.CARE})
public record FollowUpRecorded(@Id String referral, @Size(max = 500) Personal observation) implements ReferralEvent {}
