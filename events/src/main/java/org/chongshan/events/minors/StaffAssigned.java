package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * Somebody works at a station.
 *
 * @param staff token subject
 */
@PostedBy({Role.STREET, Role.DISTRICT})
public record StaffAssigned(@Id String station, @Id String staff, StationKind kind) implements StationEvent {}
