package org.chongshan.events.relief;

/**
 * Category of hardship a household is recognised in (困难对象类别).
 */
public enum Category {
    /** Destitute (特困): no capacity to work, no income to live on, nobody bound and able to support. */
    DESTITUTE,
    /** Minimum living (低保). */
    MINIMUM_LIVING,
    /** Destitute margin (特困边缘), being explored. */
    DESTITUTE_MARGIN,
    /** Low-income margin (低保边缘). */
    LOW_INCOME_MARGIN,
    /** Expenditure-driven hardship (支出型). */
    EXPENDITURE_DRIVEN,
    /** Emergency (急难型). */
    EMERGENCY
}
