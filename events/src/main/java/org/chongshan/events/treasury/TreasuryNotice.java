package org.chongshan.events.treasury;

import java.time.Instant;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;

/**
 * What the treasury states: to the cashier or a bank, and to the programme that ordered a payment.
 */
public sealed interface TreasuryNotice extends TreasuryEvent {
    /**
     * A payment is to be made: for the cashier's list, or for a bank adapter that listens for it and answers with a receipt.
     */
    record PaymentInitiated(@Id String claim, @Id String payee, @Min(1) long amountFen, Purpose purpose,
            @Id String account) implements TreasuryNotice {}

    /**
     * What was initiated is taken back before it was answered: an earlier order turned out to have been paid.
     */
    record PaymentWithdrawn(@Id String claim, @Id String account, @Min(1) long amountFen) implements TreasuryNotice {}

    /**
     * An order was paid.
     *
     * @param paidAt when, as the receipt says
     */
    record PaymentSettled(@Id String claim, @Pattern(regexp = Id.ORIGIN_PATTERN) String origin, @Id String account,
            @Min(1) long amountFen, Instant paidAt) implements TreasuryNotice {}

    /**
     * An order was not paid.
     */
    record PaymentNotMade(@Id String claim, @Pattern(regexp = Id.ORIGIN_PATTERN) String origin, @Id String account,
            @Min(1) long amountFen, NotPaidBecause reason) implements TreasuryNotice {}

    /**
     * What had been paid came back.
     */
    record PaymentSentBack(@Id String claim, @Pattern(regexp = Id.ORIGIN_PATTERN) String origin, @Id String account,
            @Min(1) long amountFen) implements TreasuryNotice {}

    /**
     * A bank paid a claim more than once: the surplus is to be fetched back. For cashier and district.
     *
     * @param reference of the payment made besides
     */
    record PaymentMadeTwice(@Id String claim, @Size(min = 1, max = 100) String reference,
            @Min(1) long amountFen) implements TreasuryNotice {}

    /**
     * Nobody said within days what became of a payment that was ordered. For cashier and street.
     *
     * @param orderedAt when it was ordered
     */
    record PaymentReceiptOverdue(@Id String claim, Instant orderedAt) implements TreasuryNotice {}
}
