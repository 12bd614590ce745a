package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * The money did not arrive; what was held is free again.
 */

public record DisbursementFailed(@Id String claim, @Id String reliefCase, @Id String fund, @Min(1) long amountFen,
        FailedBecause reason) implements ReliefCaseEvent, ReserveFundEvent {}
