package org.chongshan.events.relief;

/** What became of a payment. */
public enum Receipt {
    PAID,
    FAILED
}
