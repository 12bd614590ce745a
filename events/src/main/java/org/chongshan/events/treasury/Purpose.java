package org.chongshan.events.treasury;

/** What a payment is for. */
public enum Purpose {
    /** Temporary relief to a household (临时救助). */
    TEMPORARY_RELIEF
}
