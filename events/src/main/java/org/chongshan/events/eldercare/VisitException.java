package org.chongshan.events.eldercare;

/**
 * What somebody has to look at before, or although, a home visit counts. None of them blocks it by itself: what blocks are
 * the tests of the visit.
 */
public enum VisitException {
    /** Nobody has checked out for long. */
    NO_CHECK_OUT,
    /** It took less time than a visit takes. */
    TOO_SHORT,
    /** The carer was at two visits at once. */
    OVERLAP,
    /** The carer cannot have come so fast from another visit, or gone to it. */
    IMPOSSIBLE_TRAVEL,
    /** Something was done that the catalogue of that day does not have. */
    UNKNOWN_ITEM,
    /** Neither elder nor family has confirmed it for days. */
    UNCONFIRMED,
    /** A phone checked in or out far from where the elder lives. */
    FAR_AWAY,
    /** A phone did not know well where it was. */
    INACCURATE,
    /** Two people checked in. */
    CHECKED_IN_TWICE,
    /** The elder is not entitled to be visited on that day, or was not at home all day. */
    NOT_ENTITLED
}
