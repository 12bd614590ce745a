package org.chongshan.events.relief;

/**
 * What relief states to whom it may concern: no decider has to act on it for the books to be right.
 */
public sealed interface ReliefNotice extends ReliefEvent
        permits UrgentReliefEscalated, ReliefDeadlineBreached, ReliefDeadlineBreachWithdrawn, RetroactiveFilingOverdue,
        FundReplenishmentRequested, DisbursementOrdered, ReliefDecisionOverdue, CategoryDecided, CategoryExpired,
        PlanReviewDue, KeyWatchFollowUpOverdue, SubsidyQuarterAnnounced, SubsidyQuarterClosed, ReferralAnswered,
        ReferralAnswerOverdue,
        ReferralFollowUpOverdue {}
