package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * A case tells the payment to go out.
 *
 * @param claim household, cause and cycle: what is paid at most once
 * @param fund  the fund that bears it, or the district budget
 */

public record DisbursementInstructed(@Id String claim, @Id String reliefCase, @Id String fund, @Id String household,
        @Min(1) long amountFen) implements PaymentEvent {}
