package org.chongshan.events.relief;

/**
 * How a case is decided.
 */
public enum Verdict {
    /** It is approved. */
    APPROVE,
    /** It is rejected. */
    REJECT
}
