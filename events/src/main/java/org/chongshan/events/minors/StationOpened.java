package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A station of the network opened.
 *
 * @param station the subdistrict's code, or {@code centre}
 */
@PostedBy({Role.DISTRICT})
public record StationOpened(@Id String station, StationLevel level) implements StationEvent {}
