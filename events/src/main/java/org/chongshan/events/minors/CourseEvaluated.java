package org.chongshan.events.minors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A proposed course was evaluated (评估).
 *
 * @param points of 100
 */
@PostedBy({Role.DISTRICT, Role.ORGANISATION})
public record CourseEvaluated(@Id String base, @Id String course,
        @Min(0) @Max(100) int points) implements PracticeBaseEvent {}
