package org.chongshan.events.relief;

import org.chongshan.events.Id;

/**
 * A relief case waits for the economic facts of its household.
 */
public record EconomicFactsRequested(@Id String household, @Id String reliefCase) implements HouseholdEvent {}
