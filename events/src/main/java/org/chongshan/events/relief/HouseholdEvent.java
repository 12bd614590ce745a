package org.chongshan.events.relief;

/**
 * What a household (户) accepts.
 */
public sealed interface HouseholdEvent extends ReliefEvent
        permits HouseholdRegistered, GridVisitRecorded, EconomicStatusVerified, EconomicFactsRequested,
        HouseholdPlanAdopted, KeyWatchAdded, KeyWatchRemoved, SubsidyDue, SubsidyDelivered, HouseholdDuplicateSuspected,
        HouseholdDuplicateCleared, ReliefDisbursed {}
