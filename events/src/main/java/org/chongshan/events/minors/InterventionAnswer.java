package org.chongshan.events.minors;

/**
 * What whoever was asked to help says.
 */
public enum InterventionAnswer {
    /** Takes it on. */
    ACCEPTED,
    /** Does not. */
    DECLINED,
    /** The child was placed in a facility. */
    PLACED,
    /** It ended. */
    ENDED
}
