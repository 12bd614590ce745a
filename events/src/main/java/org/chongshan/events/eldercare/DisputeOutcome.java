package org.chongshan.events.eldercare;

/**
 * How a dispute about a home visit was resolved.
 */
public enum DisputeOutcome {
    /** The visit counts. */
    STANDS,
    /** The visit does not count. */
    STRUCK
}
