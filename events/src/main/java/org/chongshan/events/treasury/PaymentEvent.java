package org.chongshan.events.treasury;

import java.util.SortedSet;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Formerly;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/** What a payment accepts. */
public sealed interface PaymentEvent extends TreasuryEvent {
    /** Id of the claim it concerns. */
    String claim();

    /**
     * A programme orders a payment.
     *
     * @param claim     what is paid at most once
     * @param payee     id of whom it is paid to
     * @param account   the fund or budget that bears it
     * @param origin    who ordered it, such as {@code relief-case/C-1}: what became of it is stated with it
     * @param decidedBy token subjects of those who asked for it and decided it: none of them records the receipt
     */
    record PaymentOrdered(@Id String claim, @Id String payee, @Min(1) long amountFen, Purpose purpose,
            @Id String account, @Pattern(regexp = Id.ORIGIN_PATTERN) String origin,
            SortedSet<String> decidedBy) implements PaymentEvent {}

    /**
     * The cashier or the bank reports what became of a payment.
     *
     * @param reference voucher or bank reference, 1 to 100 characters
     */
    @PostedBy({Role.CASHIER, Role.AGENCY})
    @Formerly("org.chongshan.relief.PaymentReceiptRecorded")
    record PaymentReceiptRecorded(@Id String claim, Receipt result,
            @Size(min = 1, max = 100) String reference) implements PaymentEvent {}

    /**
     * The bank sent back what it had paid.
     *
     * @param reference the bank's, 1 to 100 characters
     */
    @PostedBy({Role.CASHIER, Role.AGENCY})
    @Formerly("org.chongshan.relief.PaymentReturned")
    record PaymentReturned(@Id String claim, @Size(min = 1, max = 100) String reference) implements PaymentEvent {}
}
