package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * An organisation works with a station (引进各类组织).
 */
@PostedBy({Role.STREET, Role.DISTRICT})
public record ProviderEngaged(@Id String station, @Id String provider) implements StationEvent {}
