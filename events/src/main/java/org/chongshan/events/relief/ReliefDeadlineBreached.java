package org.chongshan.events.relief;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * Nobody was paid within 24 hours. For street and district.
 */

public record ReliefDeadlineBreached(@Id String reliefCase, @Id String household, Instant requestedAt,
        Instant dueAt) implements ReliefNotice {}
