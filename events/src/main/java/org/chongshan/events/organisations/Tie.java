package org.chongshan.events.organisations;

/** What ties a member of a rating committee to the organisation that is rated (Order 39 art. 19). */
public enum Tie {
    /** An interest of theirs. */
    INTEREST,
    /** They serve there, or have served. */
    SERVED_THERE,
    /** Another that might sway them. */
    OTHER
}
