package org.chongshan.minors.station;

import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.minors.StationEvent;
import org.chongshan.events.minors.StationEvent.ProviderEngaged;
import org.chongshan.events.minors.StationEvent.StaffAssigned;
import org.chongshan.events.minors.StationEvent.StationOpened;
import org.chongshan.events.minors.StationLevel;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.minors.station.StationRule.*;

/** The network "1+16+N+N": one centre, a station per subdistrict, who works there and with whom. */
public record StationDecider() implements Decider<Station, StationEvent> {
    private static final String CENTRE = "centre";

    @Override
    public String idOf(StationEvent event) {
        return event.station();
    }

    @Override
    public Decision<Station> begin(String id, StationEvent event, Context context) {
        return switch (event) {
            case StationOpened opened when !opened.station()
                    .equals(opened.level() == StationLevel.CENTRE ? CENTRE : context.subdistrict()) ->
                refuse(WRONG_STATION);
            case StationOpened opened -> become(
                    new Station(id, context.subdistrict(), opened.level(), new TreeMap<>(), new TreeSet<>()), OPENED);
            case StaffAssigned _,ProviderEngaged _ -> early(STATION_UNKNOWN);
        };
    }

    @Override
    public Decision<Station> decide(Station station, StationEvent event, Context context) {
        return switch (event) {
            case StationOpened _ -> refuse(OPENED_ONCE);
            case StaffAssigned assigned -> staff(station, assigned, context);
            case ProviderEngaged engaged when station.providers().contains(engaged.provider()) -> refuse(ENGAGED_ONCE);
            case ProviderEngaged _ when station.providers().size() >= Station.MOST_PROVIDERS -> refuse(NETWORK_FULL);
            case ProviderEngaged engaged -> become(station.engaged(engaged.provider()), PROVIDER_ENGAGED);
        };
    }

    private static Decision<Station> staff(Station station, StaffAssigned assigned, Context context) {
        var known = station.staff().get(assigned.staff());
        var fact = context.fact(assigned.kind());
        if (known == null && station.staff().size() >= Station.MOST_STAFF) {
            return refuse(NETWORK_FULL);
        }
        return become(station.staffed(assigned.staff(), fact), fact.isOlderThan(known) ? ASSIGNED_SINCE : STAFFED);
    }
}
