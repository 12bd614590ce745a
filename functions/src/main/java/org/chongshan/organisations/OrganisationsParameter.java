package org.chongshan.organisations;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers the rules of organisations take from the policy. */
public enum OrganisationsParameter implements Parameter {
    /** Month of the following year in which the report on a year falls due. */
    ANNUAL_REPORT_DUE_MONTH,
    /** Day of that month, the last in time. */
    ANNUAL_REPORT_DUE_DAY,
    /** Months an organisation has to have been registered for, at the end of a year, to owe the report on it. */
    ANNUAL_REPORT_FIRST_MONTHS,
    /** Months a team is accompanied on its way to an organisation. */
    INCUBATION_MONTHS,
    /** Years a rating is valid. */
    RATING_YEARS,
    /** Full years of registration before the first rating. */
    RATING_REGISTERED_YEARS,
    /** Years before the expiry from which an organisation may be rated again. */
    RATING_REAPPLICATION_YEARS,
    /** Years in a grade before the next higher one. */
    RATING_UPGRADE_YEARS,
    /** Years without an application after a downgrade. */
    RATING_DOWNGRADE_BAR_YEARS,
    /** Years without an application after a cancellation. */
    RATING_CANCELLATION_BAR_YEARS,
    /** Days within which a certificate that holds no more is handed back. */
    RATING_CERTIFICATE_RETURN_DAYS,
    /** Members a rating committee has at least. */
    RATING_COMMITTEE_LEAST,
    /** Members a rating committee has at most. */
    RATING_COMMITTEE_MOST,
    /** Thirds of all members that have to be present. */
    RATING_QUORUM_THIRDS,
    /** Percent of all members that carry a grade, or change a conclusion. */
    RATING_MAJORITY_PERCENT,
    /** Years after leaving an organisation in which a member is recused. */
    RATING_RECUSAL_YEARS,
    /** Days a conclusion is published. */
    RATING_PUBLICATION_DAYS,
    /** Days within which a request for review is answered. */
    RATING_REVIEW_DAYS,
    /** Members a review committee has at least. */
    RATING_REVIEWERS_LEAST,
    /** Members a review committee has at most. */
    RATING_REVIEWERS_MOST,
    /** Years without grants after a breach. */
    GRANT_BAN_YEARS,
    /** Hours before a booked time begins until which it is given back without more. */
    VENUE_CANCELLATION_HOURS,
    /** Weeks a venue is booked ahead. */
    VENUE_WEEKS_AHEAD,
    /** How often an organisation may stay away before it books no more. */
    VENUE_NO_SHOWS,
    /** Days that is remembered. */
    VENUE_NO_SHOW_DAYS,
    /** Hours after a booked time within which the house says whether it was used. */
    VENUE_REPORT_HOURS,
    /** Years since a reviewer left an organisation until they no longer have a stake in it. */
    REVIEWER_RECUSAL_YEARS,
    /** Working days after a call has ended by which its proposals are reviewed. */
    PROPOSAL_REVIEW_WORKING_DAYS,
    /** Scores a proposal has at least. */
    SCORES_PER_PROPOSAL,
    /** Points of 100 a proposal has at least to be shortlisted. */
    PASSING_POINTS,
    /** Days a shortlist is published. */
    SHORTLIST_PUBLICATION_DAYS,
    /** Days to answer an objection to a shortlist. */
    OBJECTION_ANSWER_DAYS,
    /** Hours after which it is stated that a proposal's call or organisation has not answered. */
    PROPOSAL_ANSWER_HOURS,
    /** Days after an award by which its agreement is signed. */
    AGREEMENT_DAYS,
    /** Percent of an award that is paid upon the agreement. */
    FIRST_TRANCHE_PERCENT,
    /** Percent of an award that is paid once the mid-term is passed; the rest is paid once the end is. */
    MID_TERM_TRANCHE_PERCENT,
    /** Working days within which a tranche that is due is approved. */
    TRANCHE_WORKING_DAYS,
    /** Working days to give a reason why a report is late. */
    REPORT_REASON_WORKING_DAYS,
    /** Working days to evaluate a report. */
    EVALUATION_WORKING_DAYS,
    /** Working days to settle the accounts of a project that has ended. */
    ACCOUNTS_WORKING_DAYS,
    /** Days to return what is left over or clawed back. */
    MONEY_RETURN_DAYS;

    @Override
    public Programme programme() {
        return Programme.ORGANISATIONS;
    }
}
