package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The district opened a subdistrict's reserve fund.
 *
 * @param fund     the subdistrict's code
 * @param floorFen below this the fund asks to be replenished
 */
@PostedBy({Role.DISTRICT})
public record FundOpened(@Id String fund, @Min(1) @Max(10_000_000_000L) long amountFen,
        @Min(0) @Max(10_000_000_000L) long floorFen) implements ReserveFundEvent {}
