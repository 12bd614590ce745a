package org.chongshan.eldercare;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers the rules of elder care take from the policy. */
public enum EldercareParameter implements Parameter {
    /** Years of age from which on somebody is an elder. */
    AGE_YEARS,
    /** Months of living here after which residence is long-term. */
    LONG_TERM_RESIDENCE_MONTHS,
    /** Grade of ability by GB/T 42195, 0 (intact) to 4 (total loss), from which on somebody counts as partly disabled. */
    DISABLED_FROM_GRADE,
    /** Months an assessment of ability holds. */
    ASSESSMENT_VALID_MONTHS,
    /** Home visits an eligible elder is entitled to in a month. */
    MONTHLY_VISITS,
    /** Minutes a home visit takes at least. */
    VISIT_MINUTES,
    /** Days after a month's last day until it closes, so that its last visits can be verified. */
    MONTH_CLOSE_DAYS,
    /** Days after a care bed was built by which somebody accepts or rejects it. */
    CARE_BED_ACCEPTANCE_DAYS,
    /** Days after a centre's activity by which somebody says whether it took place. */
    CENTRE_ACTIVITY_REPORT_DAYS,
    /** Fen a home visit is paid at least. */
    VISIT_FEE_FEN,
    /** Minutes after the planned time by which a carer is there. */
    VISIT_GRACE_MINUTES,
    /** Minutes after the planned end by which the carer has checked out. */
    CHECK_OUT_GRACE_MINUTES,
    /** Days after a visit by which it counts, or is looked at. */
    VISIT_CONFIRMATION_DAYS,
    /** Working days for the review of a dispute. */
    DISPUTE_REVIEW_WORKING_DAYS,
    /** Metres from the elder up to which a phone is where the elder is. */
    CHECK_DISTANCE_METRES,
    /** Metres up to which a phone knows where it is. */
    CHECK_ACCURACY_METRES,
    /** Minutes a carer is held for a visit before it takes the carer. */
    CARER_HOLD_MINUTES,
    /** Minutes planned for the way from one community to another. */
    CARER_TRAVEL_MINUTES,
    /** Minutes within which nobody comes from one community to another. */
    IMPOSSIBLE_TRAVEL_MINUTES,
    /** Visits of a carer on one day at most. */
    CARER_DAILY_VISITS,
    /** Minutes of visits of a carer on one day at most. */
    CARER_DAILY_MINUTES,
    /** Day of the next month at whose end a settlement closes. */
    SETTLEMENT_CUT_OFF_DAY,
    /** Working days to confirm a settlement. */
    SETTLEMENT_CONFIRMATION_WORKING_DAYS,
    /** Seats of a hotline. */
    HOTLINE_SEATS,
    /** Seconds a call rings at a seat before it goes to the next. */
    RING_SECONDS,
    /** Rings in a row a seat leaves unanswered until it counts as unattended. */
    MISSED_RINGS,
    /** Seconds after a call until the next is offered to its seat. */
    WRAP_UP_SECONDS,
    /** Minutes a call waits until the caller is told to be called back. */
    CALL_WAIT_MINUTES,
    /** Minutes of one call after which its seat counts as stuck. */
    STUCK_CALL_MINUTES,
    /** Minutes after a call is over for which the hotline still takes word of it. */
    LATE_WORD_MINUTES,
    /** Minutes to call back whom nobody answered, and between two attempts. */
    CALLBACK_MINUTES,
    /** Minutes to call back in an emergency, and between two attempts. */
    EMERGENCY_CALLBACK_MINUTES,
    /** Attempts to call back, spread over time, after which it is given up. */
    CALLBACK_ATTEMPTS,
    /** Hours to accept what a kiosk or an app took. */
    REQUEST_ACCEPTANCE_HOURS,
    /** Hours to dispatch what was accepted, returned or opened again. */
    REQUEST_DISPATCH_HOURS,
    /** Working days to handle what was dispatched. */
    REQUEST_HANDLING_WORKING_DAYS,
    /** Minutes for acceptance and for dispatch of an emergency. */
    EMERGENCY_STEP_MINUTES,
    /** Hours to handle an emergency. */
    EMERGENCY_HANDLING_HOURS,
    /** Minutes after which somebody is to be there in an emergency. */
    EMERGENCY_ARRIVAL_MINUTES,
    /** Working days to tell whoever asked what was done. */
    REQUEST_ANSWER_WORKING_DAYS,
    /** Working days to ask whether it helped. */
    REQUEST_FOLLOW_UP_WORKING_DAYS,
    /** Days in which whoever asked may rate. */
    REQUEST_RATING_DAYS,
    /** Times a request may be given back; then whoever it is dispatched to keeps it. */
    REQUEST_RETURNS;

    @Override
    public Programme programme() {
        return Programme.ELDERCARE;
    }
}
