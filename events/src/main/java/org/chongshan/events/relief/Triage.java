package org.chongshan.events.relief;

/** How a lead ends: no lead ends without one of these. */
public enum Triage {
    /** Urgent relief is asked for at once (先行救助). */
    URGENT_RELIEF,
    /** Relief is applied for the ordinary way (临时救助). */
    ORDINARY_RELIEF,
    /** Joint work with another department. */
    REFERRAL,
    /** Neither, for the reason recorded. */
    NO_ACTION
}
