package org.chongshan.events.relief;

/** Why a relief case ended without relief. */
public enum ClosedBecause {
    /** It was rejected. */
    REJECTED,
    /** What it asked for was paid under another case. */
    DUPLICATE,
    /** It was never opened: another case bears its id. */
    NEVER_OPENED
}
