package org.chongshan.events.relief;

/**
 * What a temporary-relief case (临时救助) accepts.
 */
public sealed interface ReliefCaseEvent extends ReliefEvent
        permits UrgentReliefRequested, ReliefApplicationSubmitted, EconomicFactsStated, ReliefApproved, ReliefRejected,
        ReliefCaseDeliberated, FundHeld, FundRefused, UrgentReliefFunded, DisbursementConfirmed, DisbursementFailed,
        RetroactiveFilingSubmitted {}
