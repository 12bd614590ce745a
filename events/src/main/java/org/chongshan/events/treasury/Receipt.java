package org.chongshan.events.treasury;

/** What became of a payment. */
public enum Receipt {
    PAID,
    FAILED
}
