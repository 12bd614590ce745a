package org.chongshan.events.minors;

/**
 * What minors states to whom it may concern: no decider has to act on it for the books to be right.
 */
public sealed interface MinorsNotice extends MinorsEvent permits RiskTierChanged, ChildVisitOverdue,
        ProtectionAlertRaised, TierOverrideExpired, InterventionSought, PlaceGranted, ActivityReportOverdue {}
