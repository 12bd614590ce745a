package org.chongshan.events.relief;

/**
 * What a referral (转介) accepts.
 */
public sealed interface ReferralEvent extends ReliefEvent
        permits ReferralSent, ReferralAccepted, ReferralDeclined, PlacementStarted, PlacementEnded, FollowUpRecorded {}
