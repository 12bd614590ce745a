package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * A case asks its subdistrict's fund to set money aside.
 */

public record FundHoldRequested(@Id String fund, @Id String reliefCase,
        @Min(1) long amountFen) implements ReserveFundEvent {}
