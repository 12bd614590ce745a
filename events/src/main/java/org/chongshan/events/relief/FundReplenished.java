package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The district put money into a fund.
 */
@PostedBy({Role.DISTRICT})
public record FundReplenished(@Id String fund,
        @Min(1) @Max(10_000_000_000L) long amountFen) implements ReserveFundEvent {}
