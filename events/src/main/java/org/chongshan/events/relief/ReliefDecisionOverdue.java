package org.chongshan.events.relief;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * An application was not decided in time. For street and district.
 */
public record ReliefDecisionOverdue(@Id String reliefCase, @Id String household,
        Instant dueAt) implements ReliefNotice {}
