package org.chongshan.events.minors;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * An activity will not take place.
 *
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.STATION, Role.STREET, Role.DISTRICT, Role.ORGANISATION})
public record ActivityCancelled(@Id String activity,
        @Size(min = 2, max = 500) Confidential grounds) implements ActivityEvent {}
