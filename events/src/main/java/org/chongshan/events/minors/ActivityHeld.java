package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * An activity took place.
 */
@PostedBy({Role.STATION, Role.STREET, Role.DISTRICT, Role.ORGANISATION})
public record ActivityHeld(@Id String activity) implements ActivityEvent {}
