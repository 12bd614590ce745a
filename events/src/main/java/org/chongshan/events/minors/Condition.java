package org.chongshan.events.minors;

/**
 * How things stand with a child in one respect.
 */
public enum Condition {
    /** Good. */
    GOOD,
    /** Strained. */
    STRAINED,
    /** Bad. */
    BAD
}
