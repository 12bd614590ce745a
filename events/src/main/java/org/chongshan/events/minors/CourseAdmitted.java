package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A course is admitted to the library (入库).
 */
@PostedBy({Role.DISTRICT})
public record CourseAdmitted(@Id String base, @Id String course) implements PracticeBaseEvent {}
