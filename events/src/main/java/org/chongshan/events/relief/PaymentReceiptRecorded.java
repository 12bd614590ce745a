package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The cashier or the bank reports what became of a payment.
 *
 * @param reference voucher or bank reference, 1 to 100 characters
 */
@PostedBy({Role.STREET, Role.DISTRICT, Role.AGENCY})
public record PaymentReceiptRecorded(@Id String claim, Receipt result,
        @Size(min = 1, max = 100) String reference) implements PaymentEvent {}
