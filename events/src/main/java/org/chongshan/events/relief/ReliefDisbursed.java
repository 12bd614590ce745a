package org.chongshan.events.relief;

import java.time.Instant;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * Relief reached a household.
 *
 * @param lead id of the lead it began with; the case's own id when there was none
 */

public record ReliefDisbursed(@Id String reliefCase, @Id String lead, @Id String household, @Min(1) long amountFen,
        Instant paidAt) implements HouseholdEvent, LeadEvent {}
