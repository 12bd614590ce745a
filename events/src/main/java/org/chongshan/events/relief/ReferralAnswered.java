package org.chongshan.events.relief;

import org.chongshan.events.Id;

/**
 * What became of a referral another programme asked for.
 *
 * @param origin key of what asked for it
 */
public record ReferralAnswered(@Id String referral, String origin, ReferralOutcome outcome) implements ReliefNotice {}
