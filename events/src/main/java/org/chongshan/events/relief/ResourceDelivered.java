package org.chongshan.events.relief;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What was matched has arrived.
 *
 * @param receipt number of the signed receipt
 */
@PostedBy({Role.GRID, Role.STREET, Role.CARE})
public record ResourceDelivered(@Id String resource, @Id String match, @Id String receipt) implements ResourceEvent {}
