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
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.minors.station.StationRule.*;

/** The network "1+16+N+N": one centre, a station per subdistrict, who works there and with whom. */
public record StationDecider() implements Decider<Station, StationEvent> {
    private static final String CENTRE = "centre";

    @Override
    public Station initial(String id) {
        return new Station(id, null, null, new TreeMap<>(), new TreeSet<>());
    }

    @Override
    public String idOf(StationEvent event) {
        return event.station();
    }

    @Override
    public Decision<Station> decide(Station station, StationEvent event, Context context) {
        return switch (event) {
            case StationOpened _ when station.subdistrict() != null -> refuse(OPENED_ONCE);
            case StationOpened opened when !opened.station()
                    .equals(opened.level() == StationLevel.CENTRE ? CENTRE : context.subdistrict()) ->
                refuse(WRONG_STATION);
            case StationOpened opened -> become(new Station(station.id(), context.subdistrict(), opened.level(),
                    station.staff(), station.providers()), OPENED);
            case StationEvent _ when station.subdistrict() == null -> refuse(STATION_UNKNOWN);
            case StaffAssigned assigned when assigned.kind() == station.staff().get(assigned.staff()) ->
                refuse(ENGAGED_ONCE);
            case StaffAssigned assigned -> become(station.staffed(assigned.staff(), assigned.kind()), STAFFED);
            case ProviderEngaged engaged when station.providers().contains(engaged.provider()) -> refuse(ENGAGED_ONCE);
            case ProviderEngaged engaged -> become(station.engaged(engaged.provider()), PROVIDER_ENGAGED);
        };
    }
}
