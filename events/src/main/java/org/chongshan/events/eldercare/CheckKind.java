package org.chongshan.events.eldercare;

/**
 * How somebody checked in at a home visit, or out.
 */
public enum CheckKind {
    /** On the carer's phone, which says where it was. */
    APP,
    /** By a call from the elder's telephone. */
    TELEPHONE,
    /** Somebody in an office recorded it for the carer. */
    STAFF
}
