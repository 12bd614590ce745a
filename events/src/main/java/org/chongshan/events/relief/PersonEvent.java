package org.chongshan.events.relief;

/**
 * What the index of persons accepts.
 */
public sealed interface PersonEvent extends ReliefEvent
        permits MemberListed {}
