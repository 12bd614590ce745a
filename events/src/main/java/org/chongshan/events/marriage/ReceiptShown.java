package org.chongshan.events.marriage;

/**
 * How whoever withdraws an application shows its receipt.
 */
public enum ReceiptShown {
    /** The receipt itself. */
    RECEIPT,
    /** It is lost, and a written explanation says so. */
    LOSS_EXPLAINED,
    /** Neither. */
    NEITHER
}
