package org.chongshan.events.organisations;

/** The conclusion of an annual check (年检结论). */
public enum AnnualCheck {
    /** Qualified (合格). */
    QUALIFIED,
    /** Basically qualified (基本合格). */
    BASICALLY_QUALIFIED,
    /** Not qualified (不合格). */
    FAILED
}
