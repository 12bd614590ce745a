package org.chongshan.events.organisations;

/** Why a rating is lowered or cancelled (Order 39 art. 30). */
public enum RatingLostBecause {
    /** False data were handed in, or those who rate were bribed. */
    FALSE_DATA,
    /** The certificate was forged, altered, sold, lent or rented out. */
    CERTIFICATE_MISUSED,
    /** The annual check was basically qualified two years in a row. */
    BASICALLY_QUALIFIED_TWICE,
    /** The annual check was failed or missed. */
    CHECK_FAILED_OR_MISSED,
    /** Punished by an authority. */
    PUNISHED,
    /** Another breach of law. */
    OTHER
}
