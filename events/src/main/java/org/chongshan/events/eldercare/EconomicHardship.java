package org.chongshan.events.eldercare;

/**
 * What is known of the economy of an old person's household (经济困难), as relief says it.
 */
public enum EconomicHardship {
    /** Verified: in none of the categories. */
    NONE,
    /** It was in one, and the facts that rested on are too old. */
    TO_VERIFY,
    /** Destitute (特困). */
    DESTITUTE,
    /** Minimum living (低保). */
    MINIMUM_LIVING,
    /** Destitute margin (特困边缘). */
    DESTITUTE_MARGIN,
    /** Low-income margin (低保边缘). */
    LOW_INCOME_MARGIN,
    /** Expenditure-driven hardship (支出型). */
    EXPENDITURE_DRIVEN,
    /** A sudden emergency (急难型), which is no standing hardship. */
    EMERGENCY
}
