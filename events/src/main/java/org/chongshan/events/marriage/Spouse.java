package org.chongshan.events.marriage;

/**
 * Which of the two a form means.
 */
public enum Spouse {
    /** The husband (男方). */
    HUSBAND,
    /** The wife (女方). */
    WIFE
}
