package org.chongshan.events.relief;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * A household on key-watch was not visited in time. For grid and street.
 */
public record KeyWatchFollowUpOverdue(@Id String household, Instant dueAt) implements ReliefNotice {}
