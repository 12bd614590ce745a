package org.chongshan.events.relief;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * An in-kind subsidy was handed out against a receipt.
 *
 * @param receipt number of the signed receipt
 */
@PostedBy({Role.GRID, Role.STREET, Role.CARE})
public record SubsidyDelivered(@Id String cycle, @Id String household, @Id String receipt) implements HouseholdEvent {}
