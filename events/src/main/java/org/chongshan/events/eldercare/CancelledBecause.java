package org.chongshan.events.eldercare;

/**
 * Why a home visit will not take place.
 */
public enum CancelledBecause {
    /** The elder, or the family, does not want it. */
    NOT_WANTED,
    /** The elder is in hospital. */
    IN_HOSPITAL,
    /** The elder has died. */
    DIED,
    /** Nobody could be found. */
    NO_CARER,
    /** The provider cannot come. */
    PROVIDER_UNABLE,
    /** It was booked twice. */
    BOOKED_TWICE
}
