package org.chongshan.events.organisations;

/** Why a proposal that was eligible gets no award. */
public enum NotAwardedBecause {
    /** It arrived when the reviews were concluded already. */
    REVIEW_CONCLUDED,
    /** An objection to it was upheld. */
    OBJECTION_UPHELD,
    /** The call takes no more than it can review. */
    CALL_FULL,
    /** The call closed without an award to it. */
    CALL_CLOSED,
    /** The call was called off. */
    CALL_CALLED_OFF
}
