package org.chongshan.events.minors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A course is proposed for the library (践习项目库).
 *
 * @param courseClass one of the 18 classes
 * @param title       1 to 100 characters
 */
@PostedBy({Role.STATION, Role.STREET, Role.DISTRICT, Role.ORGANISATION})
public record CourseProposed(@Id String base, @Id String course, @Min(1) @Max(18) int courseClass,
        @Size(min = 1, max = 100) String title) implements PracticeBaseEvent {}
