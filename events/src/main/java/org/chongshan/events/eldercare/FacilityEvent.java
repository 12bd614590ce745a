package org.chongshan.events.eldercare;

import java.util.Set;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a facility for old people accepts.
 */
public sealed interface FacilityEvent extends EldercareEvent {
    /** Id of the facility it concerns. */
    String facility();

    /**
     * A facility opened.
     *
     * @param facility a centre bears the subdistrict's code and {@code -centre}, a comprehensive station the code and
     *                 {@code -comprehensive}; a station any other id
     * @param name     of the place, 1 to 100 characters
     */
    @PostedBy({Role.DISTRICT})
    record FacilityOpened(@Id(begins = true) String facility, FacilityKind kind,
            @Size(min = 1, max = 100) String name) implements FacilityEvent {}

    /**
     * A facility was found to meet the standard (标准化建设).
     */
    @PostedBy({Role.DISTRICT})
    record FacilityStandardised(@Id String facility) implements FacilityEvent {}

    /**
     * A kiosk stands in a facility from now on (智慧养老一体机).
     *
     * @param modules that run on it, 1 to 9
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record KioskInstalled(@Id String facility, @Id String kiosk,
            @Size(min = 1, max = 9) Set<KioskModule> modules) implements FacilityEvent {}

    /**
     * A kiosk no longer stands in a facility.
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record KioskRemoved(@Id String facility, @Id String kiosk) implements FacilityEvent {}

    /**
     * A facility closed for good.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.DISTRICT})
    record FacilityClosed(@Id String facility,
            @Size(min = 2, max = 500) Confidential grounds) implements FacilityEvent {}
}
