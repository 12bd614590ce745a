package org.chongshan.events.marriage;

/**
 * Why a room or a counsellor is not held, or not confirmed, for a session.
 */
public enum HoldRefusal {
    /** Another session is there, or too close. */
    TAKEN,
    /** Closed, or away. */
    CLOSED,
    /** The day has as many sessions as it may have. */
    DAY_FULL,
    /** The hold had run out before it was asked for or confirmed. */
    EXPIRED,
    /** It begins on a day that is over. */
    PAST,
    /** The counsellor has left. */
    LEFT,
    /** The diary takes no more. */
    DIARY_FULL
}
