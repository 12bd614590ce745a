package org.chongshan.events.bureau;

import org.chongshan.events.Event;

/**
 * All events of the programme bureau: the figures every programme's records add up to.
 */
public sealed interface BureauEvent extends Event permits BureauNotice {}
