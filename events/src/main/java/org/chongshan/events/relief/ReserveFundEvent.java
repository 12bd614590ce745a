package org.chongshan.events.relief;

/** What a subdistrict's reserve fund (备用金) accepts. */
public sealed interface ReserveFundEvent extends ReliefEvent
        permits FundOpened, FundReplenished, FundHoldRequested, DisbursementConfirmed, DisbursementFailed {}
