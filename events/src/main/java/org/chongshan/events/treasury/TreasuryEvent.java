package org.chongshan.events.treasury;

import org.chongshan.events.Event;

/**
 * All events of the programme treasury (出纳): the one place money goes out from, for every programme.
 */
public sealed interface TreasuryEvent extends Event permits PaymentEvent, TreasuryNotice {}
