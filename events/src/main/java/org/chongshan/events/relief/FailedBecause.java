package org.chongshan.events.relief;

/** Why a payment did not go out. */
public enum FailedBecause {
    /** The cashier or bank said so. */
    RECEIPT_SAYS_SO,
    /** The claim was paid for another case. */
    CLAIM_ALREADY_PAID,
    /** More cases wait for the claim than a register keeps. */
    TOO_MANY_WAIT_FOR_THE_CLAIM
}
