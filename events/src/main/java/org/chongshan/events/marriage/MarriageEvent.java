package org.chongshan.events.marriage;

import org.chongshan.events.Event;

/**
 * All events of the programme marriage (婚俗改革).
 */
public sealed interface MarriageEvent extends Event
        permits LearningVideoEvent, DivorceEvent, PartyEvent, MarriageNotice, CounsellingEvent, CounsellingRoomEvent,
        CounsellorEvent, CounsellingNotice, WeddingEvent, WeddingNotice {}
