package org.chongshan.events.relief;

import java.time.Instant;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * The money arrived.
 *
 * @param paidAt when, as the receipt says: this stops the 24 hours
 */

public record DisbursementConfirmed(@Id String claim, @Id String reliefCase, @Id String fund, @Min(1) long amountFen,
        Instant paidAt) implements ReliefCaseEvent, ReserveFundEvent {}
