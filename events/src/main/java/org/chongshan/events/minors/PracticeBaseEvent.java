package org.chongshan.events.minors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a practice base accepts.
 */
public sealed interface PracticeBaseEvent extends MinorsEvent {
    /** Id of the base it concerns. */
    String base();

    /**
     * A place became a practice base (践习基地).
     *
     * @param name of the place, 1 to 100 characters
     */
    @PostedBy({Role.DISTRICT})
    record PracticeBaseAccredited(@Id(begins = true) String base, BaseCategory category,
            @Size(min = 1, max = 100) String name) implements PracticeBaseEvent {}

    /**
     * A practice base was honoured.
     *
     * @param honour id of the honour
     */
    @PostedBy({Role.DISTRICT})
    record HonourGranted(@Id String base, @Id String honour, HonourRank rank) implements PracticeBaseEvent {}

    /**
     * A course is proposed for the library (践习项目库).
     *
     * @param courseClass one of the 18 classes
     * @param title       1 to 100 characters
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record CourseProposed(@Id String base, @Id String course, @Min(1) @Max(18) int courseClass,
            @Size(min = 1, max = 100) String title) implements PracticeBaseEvent {}

    /**
     * A proposed course was evaluated (评估).
     *
     * @param points of 100
     */
    @PostedBy({Role.DISTRICT, Role.ORGANISATION})
    record CourseEvaluated(@Id String base, @Id String course,
            @Min(0) @Max(100) int points) implements PracticeBaseEvent {}

    /**
     * A course is admitted to the library (入库).
     */
    @PostedBy({Role.DISTRICT})
    record CourseAdmitted(@Id String base, @Id String course) implements PracticeBaseEvent {}

    /**
     * A course leaves the library.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.DISTRICT})
    record CourseRetired(@Id String base, @Id String course,
            @Size(min = 2, max = 500) Confidential grounds) implements PracticeBaseEvent {}
}
