package org.chongshan.events.relief;

/** How a case ended that brought no relief. */
public enum ClosedBecause {
    /** Whoever decides said no. */
    REJECTED,
    /** Another case was paid under its claim. */
    DUPLICATE,
    /** It never began: another case bears its id. */
    NEVER_OPENED
}
