package org.chongshan.events.minors;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A course leaves the library.
 *
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.DISTRICT})
public record CourseRetired(@Id String base, @Id String course,
        @Size(min = 2, max = 500) Confidential grounds) implements PracticeBaseEvent {}
