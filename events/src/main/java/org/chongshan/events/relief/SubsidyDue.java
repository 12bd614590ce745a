package org.chongshan.events.relief;

import org.chongshan.events.Id;

/**
 * The quarter's subsidy reached a recognised household: it decides whether it is entitled.
 *
 * @param cycle quarter and subdistrict
 */
public record SubsidyDue(@Id String cycle, @Id String household) implements HouseholdEvent {}
