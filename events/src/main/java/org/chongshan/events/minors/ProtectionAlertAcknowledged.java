package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * Somebody takes an alert on.
 */
@PostedBy({Role.STATION, Role.STREET, Role.DISTRICT})
public record ProtectionAlertAcknowledged(@Id String child) implements ChildEvent {}
