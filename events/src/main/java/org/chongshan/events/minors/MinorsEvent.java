package org.chongshan.events.minors;

import org.chongshan.events.Event;

/**
 * All events of the programme minors (苏童成长).
 */
public sealed interface MinorsEvent extends Event
        permits ChildEvent, PracticeBaseEvent, ActivityEvent, StationEvent, MinorsNotice {}
