package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * An officer looked at two households and found that they are two, or that one was closed.
 *
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.STREET})
public record HouseholdDuplicateCleared(@Id String household, @Id String other,
        @Size(min = 2, max = 500) Confidential grounds) implements HouseholdEvent {}
