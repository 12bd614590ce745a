package org.chongshan.events.minors;

/**
 * Risk tier of a child in the four-colour library (四色管理).
 */
public enum Tier {
    /** Low (低), blue. */
    LOW,
    /** Medium-low (中低), yellow. */
    MEDIUM_LOW,
    /** Medium-high (中高), orange. */
    MEDIUM_HIGH,
    /** High (高), red. */
    HIGH
}
