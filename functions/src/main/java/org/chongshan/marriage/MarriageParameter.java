package org.chongshan.marriage;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers the rules of marriage take from the policy. */
public enum MarriageParameter implements Parameter {
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
