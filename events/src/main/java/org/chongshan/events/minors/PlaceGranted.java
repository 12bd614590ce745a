package org.chongshan.events.minors;

import org.chongshan.events.Id;

/**
 * A child moved up from the waiting list.
 */
public record PlaceGranted(@Id String activity, @Id String child) implements MinorsNotice {}
