package org.chongshan.events.relief;

/** What a temporary-relief case (临时救助) accepts. */
public sealed interface ReliefCaseEvent extends ReliefEvent permits UrgentReliefRequested, FundHeld, FundRefused,
        UrgentReliefFunded, DisbursementConfirmed, DisbursementFailed, RetroactiveFilingSubmitted {}
