package org.chongshan.events.minors;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A place became a practice base (践习基地).
 *
 * @param name of the place, 1 to 100 characters
 */
@PostedBy({Role.DISTRICT})
public record PracticeBaseAccredited(@Id String base, BaseCategory category,
        @Size(min = 1, max = 100) String name) implements PracticeBaseEvent {}
