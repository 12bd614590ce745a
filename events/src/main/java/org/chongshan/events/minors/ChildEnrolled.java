package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A child signs up.
 */
@PostedBy({Role.STATION, Role.STREET, Role.DESK, Role.ORGANISATION})
public record ChildEnrolled(@Id String activity, @Id String child) implements ActivityEvent {}
