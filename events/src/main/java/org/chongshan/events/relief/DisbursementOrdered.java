package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * The order to the payment gateway: a cashier's list, or a bank adapter that listens for it, and answers with a receipt.
 */

public record DisbursementOrdered(@Id String claim, @Id String fund, @Id String household,
        @Min(1) long amountFen) implements ReliefNotice {}
