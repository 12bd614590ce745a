package org.chongshan.eldercare.facility;

import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.eldercare.FacilityEvent;
import org.chongshan.events.eldercare.FacilityEvent.FacilityClosed;
import org.chongshan.events.eldercare.FacilityEvent.FacilityOpened;
import org.chongshan.events.eldercare.FacilityEvent.FacilityStandardised;
import org.chongshan.events.eldercare.FacilityEvent.KioskInstalled;
import org.chongshan.events.eldercare.FacilityEvent.KioskRemoved;
import org.chongshan.events.eldercare.FacilityKind;
import org.chongshan.events.eldercare.KioskModule;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.facility.FacilityRule.*;

/** Facilities: one centre and one comprehensive station a subdistrict, stations, and the kiosks that stand in them. */
public record FacilityDecider() implements Decider<Facility, FacilityEvent> {
    @Override
    public String idOf(FacilityEvent event) {
        return event.facility();
    }

    @Override
    public Decision<Facility> begin(String id, FacilityEvent event, Context context) {
        return event instanceof FacilityOpened opened ? open(id, opened, context) : early(FACILITY_UNKNOWN);
    }

    @Override
    public Decision<Facility> decide(Facility facility, FacilityEvent event, Context context) {
        return switch (event) {
            case FacilityOpened _ -> refuse(OPENED_ONCE);
            case FacilityStandardised _ when facility.standardisedAt() != null ->
                become(facility.standardised(context.time()), STANDARDISED_ONCE);
            case FacilityStandardised _ -> become(facility.standardised(context.time()), STANDARDISED);
            case KioskInstalled installed ->
                kiosk(facility, installed.kiosk(), new TreeSet<>(installed.modules()), KIOSK_INSTALLED, context);
            case KioskRemoved removed -> kiosk(facility, removed.kiosk(), new TreeSet<>(), KIOSK_REMOVED, context);
            case FacilityClosed _ when facility.closedAt() != null ->
                become(facility.closed(context.time()), CLOSED_ONCE);
            case FacilityClosed _ -> become(facility.closed(context.time()), CLOSED);
        };
    }

    private static Decision<Facility> open(String id, FacilityOpened opened, Context context) {
        var centre = context.subdistrict() + "-centre";
        var comprehensive = context.subdistrict() + "-comprehensive";
        var fits = switch (opened.kind()) {
            case CENTRE -> id.equals(centre);
            case COMPREHENSIVE_STATION -> id.equals(comprehensive);
            case STATION -> !id.endsWith("-centre") && !id.endsWith("-comprehensive");
        };
        return fits
                ? become(new Facility(id, context.subdistrict(), opened.kind(), opened.name(), null, new TreeMap<>(),
                        null), OPENED)
                : refuse(opened.kind() == FacilityKind.STATION ? NOT_A_STATIONS_ID : ONE_A_SUBDISTRICT);
    }

    private static Decision<Facility> kiosk(Facility facility, String kiosk, SortedSet<KioskModule> modules,
            FacilityRule rule, Context context) {
        if (!facility.hasRoomFor(kiosk)) {
            return refuse(TOO_MANY_KIOSKS);
        }
        var fact = context.fact(modules);
        var after = facility.kiosk(kiosk, fact);
        if (fact.isOlderThan(facility.kiosks().get(kiosk))) {
            return become(after, KIOSK_CHANGED_SINCE);
        }
        return become(after, facility.isOpenAt(context.time()) ? rule : AFTER_IT_CLOSED);
    }
}
