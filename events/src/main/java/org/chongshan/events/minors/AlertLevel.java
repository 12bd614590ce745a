package org.chongshan.events.minors;

/**
 * With whom an alert lies.
 */
public enum AlertLevel {
    /** The subdistrict's stations. */
    STATION,
    /** The subdistrict. */
    STREET,
    /** The district's protection centre. */
    DISTRICT
}
