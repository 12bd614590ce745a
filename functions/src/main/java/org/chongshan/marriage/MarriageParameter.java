package org.chongshan.marriage;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers the rules of marriage take from the policy. */
public enum MarriageParameter implements Parameter {
    /** Days of the cooling-off, the day of the receipt not counted. */
    COOLING_OFF_DAYS,
    /** Days the couple has for the certificate, the last day of the cooling-off not counted. */
    CERTIFICATE_DAYS,
    /** Whether an ordinary Saturday or Sunday is a day off (法定休假日) on which no period ends and no window opens: 1 or 0. */
    WEEKEND_IS_DAY_OFF,
    /** Whether one of the couple must have the household registration here: 1 or 0. */
    HOUSEHOLD_REGISTRATION_REQUIRED,
    /** When the registry's window opens, minutes after midnight. */
    WINDOW_OPENS_MINUTE,
    /** When the registry's window closes and its day ends, minutes after midnight. */
    WINDOW_CLOSES_MINUTE,
    /** Days after the day of a receipt within which it is entered without a question. */
    RECEIPT_ENTRY_DAYS,
    /** Minutes a room and a counsellor are held for a session unless it is confirmed. */
    COUNSELLING_HOLD_MINUTES,
    /** Minutes that lie between two sessions of a room or a counsellor. */
    COUNSELLING_BUFFER_MINUTES,
    /** Sessions of a counsellor on one day. */
    COUNSELLOR_SESSIONS_PER_DAY,
    /** Days after a counselling session by which somebody says whether it was held. */
    COUNSELLING_REPORT_DAYS,
    /** Days a couple has to confirm the place it is offered at a collective wedding. */
    WEDDING_CONFIRMATION_DAYS,
    /** Days after a collective wedding by which somebody says whether it was held. */
    WEDDING_REPORT_DAYS;

    @Override
    public Programme programme() {
        return Programme.MARRIAGE;
    }
}
