package org.chongshan.events.treasury;

/** Why an order was not paid. */
public enum NotPaidBecause {
    /** The cashier or bank said so. */
    RECEIPT_SAYS_SO,
    /** The claim was paid to another order. */
    CLAIM_ALREADY_PAID,
    /** More orders wait for the claim than a register keeps. */
    TOO_MANY_WAIT_FOR_THE_CLAIM
}
