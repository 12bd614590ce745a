package org.chongshan.events.organisations;

/** What ties a reviewer to an organisation (Order 39 of the Ministry of Civil Affairs, art. 19). */
public enum StakeKind {
    /** Serves there. */
    SERVES_THERE,
    /** Served there, and left. */
    SERVED_THERE,
    /** Has an interest of another kind: money, kin, a partner. */
    OTHER_INTEREST
}
