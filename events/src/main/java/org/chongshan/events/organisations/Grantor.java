package org.chongshan.events.organisations;

/** The civil-affairs authority that grants or names. */
public enum Grantor {
    /** The district (区). */
    DISTRICT,
    /** The city (市). */
    CITY,
    /** The province (省). */
    PROVINCE
}
