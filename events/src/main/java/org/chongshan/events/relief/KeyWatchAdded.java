package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A household is followed closely from now on (重点关注).
 *
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.STREET})
public record KeyWatchAdded(@Id String household,
        @Size(min = 2, max = 500) Confidential grounds) implements HouseholdEvent {}
