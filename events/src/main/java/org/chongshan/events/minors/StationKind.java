package org.chongshan.events.minors;

/**
 * The two stations that visit together (双站融合).
 */
public enum StationKind {
    /** Minors' protection station (未保站). */
    PROTECTION,
    /** Social-work station (社工站). */
    SOCIAL_WORK
}
