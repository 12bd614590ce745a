package org.chongshan.events.eldercare;

/**
 * A step of the closed loop that somebody has to take.
 */
public enum ServiceStep {
    /** It is accepted (受理). */
    ACCEPTANCE,
    /** Somebody is to handle it (派单). */
    DISPATCH,
    /** It is handled (办理). */
    HANDLING,
    /** Whoever asked is told (答复). */
    ANSWER,
    /** Whoever asked is asked whether it helped (回访). */
    FOLLOW_UP
}
