package org.chongshan.events.eldercare;

/**
 * Grade of an old person's ability by GB/T 42195-2022, in the order of the standard.
 */
public enum AbilityGrade {
    /** Ability intact (能力完好). */
    INTACT,
    /** Mild loss (轻度失能). */
    MILD_LOSS,
    /** Moderate loss (中度失能). */
    MODERATE_LOSS,
    /** Severe loss (重度失能). */
    SEVERE_LOSS,
    /** Total loss (完全失能). */
    TOTAL_LOSS
}
