package org.chongshan.events.marriage;

/**
 * What a divorce agreement settles in writing (Civil Code 1076).
 */
public enum AgreementItem {
    /** That both want it. */
    WILL,
    /** Who brings up the children, and who pays; that there are none. */
    CHILDREN,
    /** Whose the property is. */
    PROPERTY,
    /** Who owes the debts. */
    DEBTS
}
