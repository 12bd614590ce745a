package org.chongshan.events.marriage;

/**
 * Where a video is watched.
 */
public enum WatchedAt {
    /** In the registry's learning corner. */
    LEARNING_CORNER,
    /** Anywhere else, by the citizen's app. */
    HOME
}
