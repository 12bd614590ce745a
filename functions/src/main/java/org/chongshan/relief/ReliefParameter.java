package org.chongshan.relief;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers relief's rules take from the policy. */
public enum ReliefParameter implements Parameter {
    /** Hours from request to payment. */
    URGENT_RELIEF_HOURS,
    /** Days after which a request is not urgent any more. */
    URGENT_REQUEST_DAYS,
    /** Days after which a hardship is not urgent any more. */
    URGENT_HARDSHIP_DAYS,
    /** Working days from payment to the papers. */
    RETROACTIVE_FILING_WORKING_DAYS,
    /** Working days from application to decision. */
    ORDINARY_DECISION_WORKING_DAYS,
    /** Up to so many times the minimum-living standard, per head, the subdistrict approves. */
    DELEGATED_APPROVAL_MULTIPLE,
    /** Minimum-living standard, fen per head and month (低保标准). */
    MINIMUM_LIVING_STANDARD_FEN_PER_MONTH,
    /** Income of the low-income margin, percent of the standard. */
    LOW_INCOME_MARGIN_PERCENT,
    /** Rigid spending that makes hardship, percent of twelve months' income. */
    RIGID_SPENDING_PERCENT,
    /** Per-capita disposable income of the district, fen per year. */
    DISPOSABLE_INCOME_FEN_PER_YEAR,
    /** 1 when the destitute margin is recognised, 0 while it is explored. */
    DESTITUTE_MARGIN_RECOGNISED,
    /** Months a category holds before the facts are verified again. */
    CATEGORY_VALID_MONTHS,
    /** Days between visits to a household on key-watch. */
    KEY_WATCH_FOLLOW_UP_DAYS,
    /** Members a consultation needs to decide. */
    CONSULTATION_QUORUM,
    /** Working days a department has to answer a referral. */
    REFERRAL_ANSWER_WORKING_DAYS,
    /** Months between looks at how a placed person fares. */
    FOLLOW_UP_MONTHS,
    /** Matches of one pledge that may be open at once. */
    OPEN_MATCHES_PER_PLEDGE,
    /** Parcels a quarter for a destitute household. */
    PARCELS_DESTITUTE,
    /** Parcels a quarter for a household on minimum living. */
    PARCELS_MINIMUM_LIVING,
    /** Parcels a quarter for a household of the destitute margin. */
    PARCELS_DESTITUTE_MARGIN,
    /** Parcels a quarter for a household of the low-income margin. */
    PARCELS_LOW_INCOME_MARGIN,
    /** Parcels a quarter for a household in expenditure-driven hardship. */
    PARCELS_EXPENDITURE_DRIVEN,
    /** Parcels a quarter for a household in an emergency. */
    PARCELS_EMERGENCY;

    @Override
    public Programme programme() {
        return Programme.RELIEF;
    }
}
