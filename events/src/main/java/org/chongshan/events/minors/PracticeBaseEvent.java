package org.chongshan.events.minors;

/**
 * What a practice base accepts.
 */
public sealed interface PracticeBaseEvent extends MinorsEvent
        permits PracticeBaseAccredited, HonourGranted, CourseProposed, CourseEvaluated, CourseAdmitted, CourseRetired {}
