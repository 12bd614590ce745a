package org.chongshan.events.minors;

/**
 * What a professional finds on one axis of risk.
 */
public enum Level {
    /** No risk seen. */
    NONE,
    /** Some risk: it can be met with support. */
    SOME,
    /** Grave risk: it harms now or is about to. */
    GRAVE
}
