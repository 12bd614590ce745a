package org.chongshan.events.minors;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * Both stations together have not visited in time.
 */
public record ChildVisitOverdue(@Id String child, Instant dueAt) implements MinorsNotice {}
