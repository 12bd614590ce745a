package org.chongshan.events.organisations;

/** What is asked of an organisation that applies for a rating (Order 39 art. 6, 7, 29, 32). */
public enum RatingTest {
    /** It is in the register, and not struck off. */
    REGISTERED,
    /** It has been in the register for two full years. */
    REGISTERED_TWO_YEARS,
    /** It has no valid rating; or one that expires within two years; or has had it for two years and applies for a higher one. */
    WINDOW_OPEN,
    /** It applies for no more than one grade above the one it has. */
    ONE_STEP,
    /** The last report that fell due was handed in. */
    LAST_REPORT_FILED,
    /** The last annual check was not failed, nor the last two basically qualified. */
    CHECKS_PASSED,
    /** It was not punished in the year before or since, and owes nothing of a penalty. */
    NO_PENALTY,
    /** No authority investigates it. */
    NOT_INVESTIGATED,
    /** It has lost no rating so lately that it may not apply. */
    NOT_BARRED
}
