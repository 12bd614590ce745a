package org.chongshan.events.marriage;

/**
 * Why an application for divorce is not accepted (不予受理).
 */
public enum NotAcceptedBecause {
    /** They do not agree to divorce: the court is open to either. */
    NO_AGREEMENT,
    /** One of them has no or limited capacity for civil acts. */
    LIMITED_CAPACITY,
    /** They were not married in the mainland. */
    MARRIED_ELSEWHERE,
    /** Another registry is competent (until 2025-05-09). */
    NOT_COMPETENT,
    /** One of them is not there. */
    NOT_BOTH_IN_PERSON,
    /** A paper that has to be shown is not. */
    PAPERS_MISSING
}
