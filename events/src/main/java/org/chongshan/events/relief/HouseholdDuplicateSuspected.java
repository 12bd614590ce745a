package org.chongshan.events.relief;

import org.chongshan.events.Id;

/**
 * A member of this household stands in another one's books too. Shown to officers, never merged by itself.
 *
 * @param other the other household
 * @param member who stands in both
 */
public record HouseholdDuplicateSuspected(@Id String household, @Id String other,
        @Id String member) implements HouseholdEvent {}
