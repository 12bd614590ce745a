package org.chongshan.events.treasury;

/** What a payment is for. */
public enum Purpose {
    /** Temporary relief to a household (临时救助). */
    TEMPORARY_RELIEF,
    /** A provider's month of home visits to old people (居家养老上门服务). */
    HOME_CARE,
    /** A tranche of a project's grant to a social organisation (公益创投). */
    VENTURE_PHILANTHROPY
}
