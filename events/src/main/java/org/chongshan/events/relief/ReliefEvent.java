package org.chongshan.events.relief;

import org.chongshan.events.Event;

/**
 * All events of the programme relief (崇善助).
 */
public sealed interface ReliefEvent extends Event permits HouseholdEvent, PersonEvent, LeadEvent, ReliefCaseEvent,
        ReserveFundEvent, ConsultationEvent, SubsidyCycleEvent, ResourceEvent, ReferralEvent, ReliefNotice {}
