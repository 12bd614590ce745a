package org.chongshan.eldercare.homevisit;

/** What a home visit has to pass to count. */
enum VisitTest {
    /** Its begin and its end are known. */
    TIMES_KNOWN,
    /** Whoever came was held for it by their provider. */
    CARER_HELD,
    /** It took as long as a visit takes, by the policy of its day. */
    LONG_ENOUGH,
    /** Something was done, and nothing that the catalogue of its day does not have. */
    ITEMS_KNOWN,
    /** Elder or family confirmed, after it began, at least one item that was done; nobody did that who did the visit. */
    CONFIRMED,
    /** The elder was entitled to be visited on that day, or a volunteer came; the elder was at home. */
    ENTITLED,
    /** Nobody disputes it. */
    UNDISPUTED
}
