package org.chongshan.events.eldercare;

/**
 * Why a home visit does not count, or was never made.
 */
public enum VisitNotMade {
    /** The elder or the family called it off. */
    CANCELLED_BY_ELDER,
    /** The provider called it off. */
    CANCELLED_BY_PROVIDER,
    /** No carer was found. */
    NO_CARER,
    /** Nobody opened. */
    NOT_AT_HOME,
    /** Booked, and it turned out that nobody ever came. */
    NOT_CARRIED_OUT,
    /** Shorter than a visit is. */
    TOO_SHORT,
    /** The elder has not confirmed it. */
    NOT_CONFIRMED,
    /** It had counted, and was struck. */
    STRUCK,
    /** The elder was not entitled to it, or not at home all day. */
    NOT_ENTITLED,
    /** Nobody said why: no visit was verified. */
    NOT_VERIFIED
}
