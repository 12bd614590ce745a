package org.chongshan.organisations;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers the rules of organisations take from the policy. */
public enum OrganisationsParameter implements Parameter {
    /** Years since somebody left an organisation until they no longer have a stake in it. */
    RECUSAL_YEARS,
    /** Working days after a call has ended by which its proposals are reviewed. */
    REVIEW_WORKING_DAYS,
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
    MONEY_RETURN_DAYS,
    /** Years whoever broke an agreement gets no grant. */
    BREACH_BAN_YEARS;

    @Override
    public Programme programme() {
        return Programme.ORGANISATIONS;
    }
}
