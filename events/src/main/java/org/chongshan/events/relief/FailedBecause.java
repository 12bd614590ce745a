package org.chongshan.events.relief;

/** Why a payment did not go out. */
public enum FailedBecause {
    /** The cashier or bank said so. */
    RECEIPT_SAYS_SO,
    /** The claim is already being paid, or has been, for another case. */
    CLAIM_ALREADY_PAID
}
