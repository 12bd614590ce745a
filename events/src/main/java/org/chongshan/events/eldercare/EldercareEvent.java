package org.chongshan.events.eldercare;

import org.chongshan.events.Event;

/**
 * All events of the programme eldercare (濠享福).
 */
public sealed interface EldercareEvent extends Event
        permits ElderEvent, EconomicStandingEvent, CareMonthEvent, CareBedEvent, CentreActivityEvent, FacilityEvent,
        EldercareNotice, CarerEvent, HomeVisitEvent, CareSettlementEvent, HomeVisitNotice, HotlineEvent, HotlineNotice,
        CallbackEvent, ServiceRequestEvent, ServiceRequestNotice {}
