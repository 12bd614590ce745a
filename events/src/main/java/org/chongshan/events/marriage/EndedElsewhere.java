package org.chongshan.events.marriage;

/**
 * What ends a marriage, and with it the application, outside of the registry.
 */
public enum EndedElsewhere {
    /** One of them died, or was declared dead. */
    DEATH,
    /** A court divorced them. */
    COURT_DIVORCE,
    /** The marriage was annulled or is void. */
    ANNULMENT
}
