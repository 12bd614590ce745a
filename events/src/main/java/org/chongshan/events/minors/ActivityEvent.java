package org.chongshan.events.minors;

/**
 * What an activity accepts.
 */
public sealed interface ActivityEvent extends MinorsEvent
        permits ActivityScheduled, ChildEnrolled, ChildWithdrawn, ChildAttended, ActivityHeld, ActivityCancelled {}
