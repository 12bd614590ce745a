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
    SETTLEMENT_CONFIRMATION_WORKING_DAYS;

    @Override
    public Programme programme() {
        return Programme.ELDERCARE;
    }
}
