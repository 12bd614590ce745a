package org.chongshan.events;

/** Under what a record is told in the morning's digest (晨报). */
public enum Heading {
    /** Somebody should have seen to it by now (逾期). */
    OVERDUE,
    /** Somebody has to see to it by the end of the day (今日到期). */
    DUE_TODAY,
    /** It holds no longer than some days (临期). */
    EXPIRING,
    /** What was promised was not kept (违诺). */
    BREACHED
}
