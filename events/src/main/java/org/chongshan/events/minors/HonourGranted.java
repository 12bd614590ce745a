package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A practice base was honoured.
 *
 * @param honour id of the honour
 */
@PostedBy({Role.DISTRICT})
public record HonourGranted(@Id String base, @Id String honour, HonourRank rank) implements PracticeBaseEvent {}
