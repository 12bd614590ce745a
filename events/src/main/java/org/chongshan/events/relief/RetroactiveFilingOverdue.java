package org.chongshan.events.relief;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * The papers of an urgent case were not filed in time.
 */

public record RetroactiveFilingOverdue(@Id String reliefCase, Instant dueAt) implements ReliefNotice {}
