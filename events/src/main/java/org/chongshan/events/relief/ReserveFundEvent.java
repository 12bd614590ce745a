package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/** What a subdistrict's reserve fund (备用金) accepts. */
public sealed interface ReserveFundEvent extends ReliefEvent permits ReserveFundEvent.FundOpened,
        ReserveFundEvent.FundReplenished, ReserveFundEvent.FundHoldRequested, ReliefCaseEvent.DisbursementConfirmed,
        ReliefCaseEvent.DisbursementFailed, ReliefCaseEvent.DisbursementReturned {
    /** Id of the fund it concerns. */
    String fund();

    /**
     * The district opened a subdistrict's reserve fund.
     *
     * @param fund     the subdistrict's code
     * @param floorFen below this the fund asks to be replenished
     */
    @PostedBy({Role.DISTRICT})
    record FundOpened(@Id String fund, @Min(1) @Max(10_000_000_000L) long amountFen,
            @Min(0) @Max(10_000_000_000L) long floorFen) implements ReserveFundEvent {}

    /**
     * The district put money into a fund.
     */
    @PostedBy({Role.DISTRICT})
    record FundReplenished(@Id String fund, @Min(1) @Max(10_000_000_000L) long amountFen) implements ReserveFundEvent {}

    /**
     * A case asks its subdistrict's fund to set money aside.
     */
    record FundHoldRequested(@Id String fund, @Id String reliefCase,
            @Min(1) long amountFen) implements ReserveFundEvent {}
}
