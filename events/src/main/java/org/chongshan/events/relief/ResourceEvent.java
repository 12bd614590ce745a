package org.chongshan.events.relief;

/**
 * What a pledged resource accepts.
 */
public sealed interface ResourceEvent extends ReliefEvent
        permits ResourcePledged, ResourceMatched, ResourceDelivered, ResourceWithdrawn {}
