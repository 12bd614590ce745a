package org.chongshan.events.organisations;

/** A recorded vote on a grade. */
public enum Vote {
    /** In favour. */
    FOR,
    /** Against. */
    AGAINST,
    /** Present, and neither. */
    ABSTAINED
}
