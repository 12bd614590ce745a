package org.chongshan.events.minors;

/**
 * Who granted an honour.
 */
public enum HonourRank {
    /** The province or above. */
    PROVINCE,
    /** The city. */
    CITY
}
