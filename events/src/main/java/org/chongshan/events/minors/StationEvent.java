package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a station accepts.
 */
public sealed interface StationEvent extends MinorsEvent {
    /** Id of the station it concerns. */
    String station();

    /**
     * A station of the network opened.
     *
     * @param station the subdistrict's code, or {@code centre}
     */
    @PostedBy({Role.DISTRICT})
    record StationOpened(@Id String station, StationLevel level) implements StationEvent {}

    /**
     * Somebody works at a station.
     *
     * @param staff token subject
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record StaffAssigned(@Id String station, @Id String staff, StationKind kind) implements StationEvent {}

    /**
     * An organisation works with a station (引进各类组织).
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ProviderEngaged(@Id String station, @Id String provider) implements StationEvent {}
}
