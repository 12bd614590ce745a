package org.chongshan.events.eldercare;

/**
 * What became of an item at a home visit.
 */
public enum ItemOutcome {
    /** It was done. */
    DONE,
    /** The elder did not want it. */
    REFUSED
}
