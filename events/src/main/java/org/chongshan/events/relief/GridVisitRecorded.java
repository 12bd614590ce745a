package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A grid worker called on a household (走访摸排) and says what was found.
 *
 * @param hardship    what struck it, or NONE
 * @param observation in the visitor's words, at most 500 characters
 */
@PostedBy({Role.GRID})
public record GridVisitRecorded(@Id String household, Hardship hardship,
        @Size(max = 500) Personal observation) implements HouseholdEvent {}
