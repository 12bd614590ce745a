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
    CENTRE_ACTIVITY_REPORT_DAYS;

    @Override
    public Programme programme() {
        return Programme.ELDERCARE;
    }
}
