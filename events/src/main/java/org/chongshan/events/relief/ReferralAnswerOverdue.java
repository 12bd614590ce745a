package org.chongshan.events.relief;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * A department has not answered in time.
 */
public record ReferralAnswerOverdue(@Id String referral, Agency agency, Instant dueAt) implements ReliefNotice {}
