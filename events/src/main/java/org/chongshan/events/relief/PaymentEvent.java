package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/** What a payment accepts. */
public sealed interface PaymentEvent extends ReliefEvent {
    /** Id of the claim it concerns. */
    String claim();

    /**
     * A case tells the payment to go out.
     *
     * @param claim household, cause and cycle: what is paid at most once
     * @param fund  the fund that bears it, or the district budget
     */
    record DisbursementInstructed(@Id String claim, @Id String reliefCase, @Id String fund, @Id String household,
            @Min(1) long amountFen) implements PaymentEvent {}

    /**
     * The cashier or the bank reports what became of a payment.
     *
     * @param reference voucher or bank reference, 1 to 100 characters
     */
    @PostedBy({Role.CASHIER, Role.AGENCY})
    record PaymentReceiptRecorded(@Id String claim, Receipt result,
            @Size(min = 1, max = 100) String reference) implements PaymentEvent {}
}
