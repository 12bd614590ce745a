package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A child came.
 */
@PostedBy({Role.STATION, Role.STREET, Role.ORGANISATION})
public record ChildAttended(@Id String activity, @Id String child) implements ActivityEvent {}
