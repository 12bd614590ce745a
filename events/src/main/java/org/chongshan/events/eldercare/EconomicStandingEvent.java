package org.chongshan.events.eldercare;

import org.chongshan.events.Id;

/**
 * What is accepted about the economy of a household and the old people in it.
 */
public sealed interface EconomicStandingEvent extends EldercareEvent {
    /** Id of the household in relief's books. */
    String household();

    /**
     * Relief has recognised a household in a category, in none, or no longer.
     */
    record HouseholdHardshipStated(@Id String household, EconomicHardship hardship) implements EconomicStandingEvent {}

    /**
     * An elder belongs to a household, and wants to hear of its economy.
     */
    record ElderListed(@Id String household, @Id String elder) implements EconomicStandingEvent {}
}
