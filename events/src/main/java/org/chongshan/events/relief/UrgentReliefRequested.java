package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * Urgent temporary relief was asked for (急难型临时救助). The 24 hours run from the time of this event.
 *
 * @param amountFen fen for the whole household
 * @param persons   whom it is meant for, heads
 */
@PostedBy({Role.GRID, Role.STATION, Role.STREET, Role.DESK})
public record UrgentReliefRequested(@Id String reliefCase, @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household,
        Hardship hardship,
        @Min(1) @Max(100_000_000) long amountFen, @Min(1) @Max(20) int persons) implements ReliefCaseEvent {}
