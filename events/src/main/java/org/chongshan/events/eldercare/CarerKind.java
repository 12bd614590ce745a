package org.chongshan.events.eldercare;

/**
 * What a carer is paid.
 */
public enum CarerKind {
    /** Paid by a provider, which is paid for the visit. */
    EMPLOYED,
    /** Nobody pays for the visit (志愿者). */
    VOLUNTEER
}
