package org.chongshan.events.marriage;

/**
 * Why a divorce is not registered (不予办理).
 */
public enum NotRegisteredBecause {
    /** One of them does not want it, or was made to. */
    NOT_VOLUNTARY,
    /** Children, property or debts are not settled. */
    AGREEMENT_INCOMPLETE,
    /** One of them has no or limited capacity for civil acts. */
    LIMITED_CAPACITY,
    /** It is doubted who they are. */
    IDENTITY_DOUBTED,
    /** A paper that has to be shown is not. */
    PAPERS_MISSING
}
