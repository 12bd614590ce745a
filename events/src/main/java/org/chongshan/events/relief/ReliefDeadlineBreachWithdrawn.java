package org.chongshan.events.relief;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * A receipt that came late shows the household was paid in time: the breach stated before does not stand.
 */

public record ReliefDeadlineBreachWithdrawn(@Id String reliefCase, Instant paidAt) implements ReliefNotice {}
