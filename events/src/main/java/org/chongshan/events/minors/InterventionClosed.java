package org.chongshan.events.minors;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The help ended.
 *
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.STATION})
public record InterventionClosed(@Id String child, @Id String intervention,
        @Size(min = 2, max = 500) Confidential grounds) implements ChildEvent {}
