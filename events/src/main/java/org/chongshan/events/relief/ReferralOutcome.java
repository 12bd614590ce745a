package org.chongshan.events.relief;

/** What becomes of a referral. */
public enum ReferralOutcome {
    /** The department takes it on. */
    ACCEPTED,
    /** It does not. */
    DECLINED,
    /** The person was placed in a facility. */
    PLACED,
    /** The placement ended. */
    ENDED
}
