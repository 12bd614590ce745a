package org.chongshan.events.eldercare;

/**
 * Whose word it is that a home visit took place.
 */
public enum ConfirmedBy {
    /** The elder. */
    ELDER,
    /** Somebody of the family, where the elder cannot. */
    FAMILY
}
