package org.chongshan.events.minors;

/**
 * What somebody is worried about.
 */
public enum Concern {
    /** Neglect. */
    NEGLECT,
    /** Violence. */
    VIOLENCE,
    /** Out of school. */
    OUT_OF_SCHOOL,
    /** Self-harm. */
    SELF_HARM,
    /** Another worry. */
    OTHER
}
