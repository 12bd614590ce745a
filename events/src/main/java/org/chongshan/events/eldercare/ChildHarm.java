package org.chongshan.events.eldercare;

/**
 * What is heard to happen to a child.
 */
public enum ChildHarm {
    /** Neglect. */
    NEGLECT,
    /** Violence. */
    VIOLENCE,
    /** Self-harm. */
    SELF_HARM,
    /** Another harm. */
    OTHER
}
