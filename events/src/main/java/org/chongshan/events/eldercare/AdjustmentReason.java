package org.chongshan.events.eldercare;

/**
 * Why recorded times of a home visit are put right.
 */
public enum AdjustmentReason {
    /** Nobody checked in. */
    FORGOT_TO_CHECK_IN,
    /** Nobody checked out. */
    FORGOT_TO_CHECK_OUT,
    /** The phone did not work. */
    PHONE_FAILED,
    /** There was no network. */
    NO_SIGNAL,
    /** It was recorded at another visit. */
    WRONG_VISIT,
    /** Another, which the memo says. */
    OTHER
}
