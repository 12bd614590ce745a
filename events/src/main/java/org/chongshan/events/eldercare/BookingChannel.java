package org.chongshan.events.eldercare;

/**
 * How a home visit was asked for.
 */
public enum BookingChannel {
    /** By the hotline 871-12345. */
    HOTLINE,
    /** At a kiosk (智慧养老一体机). */
    KIOSK,
    /** By the elder's or the family's app. */
    APP,
    /** By an officer or a station for the elder. */
    STAFF
}
