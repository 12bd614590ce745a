package org.chongshan.events.relief;

import java.time.Instant;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * Somebody noticed a household in hardship (早发现).
 *
 * @param lead       id of the lead
 * @param observedAt when it was noticed: relief is measured from here
 */
@PostedBy({Role.GRID, Role.STATION, Role.DESK, Role.STREET})
public record HardshipLeadReported(@Id String lead, @Id String household, Hardship hardship,
        Instant observedAt) implements LeadEvent {}
