package org.chongshan.events.minors;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * Nobody has said whether an activity was held.
 */
public record ActivityReportOverdue(@Id String activity, Instant dueAt) implements MinorsNotice {}
