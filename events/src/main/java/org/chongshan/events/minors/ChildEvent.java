package org.chongshan.events.minors;

/**
 * What a child's record accepts.
 */
public sealed interface ChildEvent extends MinorsEvent
        permits ChildCaseOpened, ChildVisitRecorded, ChildRiskAssessed, TierOverridden, InterventionLinked,
        InterventionClosed, InterventionAnswered, ProtectionConcernReported, ProtectionAlertAcknowledged {}
