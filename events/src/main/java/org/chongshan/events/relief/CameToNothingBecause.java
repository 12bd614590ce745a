package org.chongshan.events.relief;

/** Why the verdict of a consultation changed nothing at its case. */
public enum CameToNothingBecause {
    /** The case is being paid, was paid, or has ended in the way the verdict asks for. */
    TOO_LATE,
    /** It lies before the case was asked for. */
    BEFORE_THE_REQUEST,
    /** It was given before the last payment failed or came back. */
    BEFORE_THE_FAILURE,
    /** Whoever asked for the relief was among those who deliberated. */
    REQUESTER_TOOK_PART,
    /** The case is not the street's to decide, and nobody of the district took part. */
    DISTRICT_ABSENT,
    /** The household has not answered that it is on the books. */
    HOUSEHOLD_UNKNOWN,
    /** More people have decided the case than its record keeps. */
    TOO_MANY_DECIDED
}
