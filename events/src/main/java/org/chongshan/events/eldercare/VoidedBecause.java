package org.chongshan.events.eldercare;

/**
 * Why what was recorded as a home visit never was one.
 */
public enum VoidedBecause {
    /** Nobody came. */
    NEVER_TOOK_PLACE,
    /** Nobody opened. */
    NOT_AT_HOME,
    /** It was recorded for somebody else. */
    OTHER_ELDER,
    /** It was recorded twice. */
    RECORDED_TWICE
}
