package org.chongshan.events.relief;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * Nobody looked in time how a placed person fares.
 */
public record ReferralFollowUpOverdue(@Id String referral, Instant dueAt) implements ReliefNotice {}
