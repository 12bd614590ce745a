package org.chongshan.events.eldercare;

/**
 * Why a carer cannot be had for a visit.
 */
public enum CarerRefusal {
    /** An item asks for a training the carer does not have. */
    NOT_QUALIFIED,
    /** The carer is somewhere else then, or on the way. */
    ELSEWHERE,
    /** The carer has as many visits that day, or as many hours, as a day may have. */
    DAY_FULL,
    /** The carer is away. */
    AWAY,
    /** It lies before what the diary still takes. */
    PAST,
    /** The carer is not engaged any more. */
    LEFT,
    /** The diary takes no more. */
    DIARY_FULL
}
