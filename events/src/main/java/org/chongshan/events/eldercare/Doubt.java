package org.chongshan.events.eldercare;

/**
 * What the carer's other visits say against the times of one.
 */
public enum Doubt {
    /** The carer was at another visit at that time. */
    OVERLAP,
    /** Nobody comes from one to the other in so short a time. */
    IMPOSSIBLE_TRAVEL
}
