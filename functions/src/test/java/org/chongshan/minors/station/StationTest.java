package org.chongshan.minors.station;

import org.chongshan.events.minors.StationEvent.ProviderEngaged;
import org.chongshan.events.minors.StationEvent.StaffAssigned;
import org.chongshan.events.minors.StationEvent.StationOpened;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.minors.StationLevel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** The network of stations. */
class StationTest {
    @Test
    void a_subdistricts_station_bears_its_code_and_the_centre_its_name() {
        given(new StationDecider()).when(new StationOpened("320613002", StationLevel.SUBDISTRICT))
                .thenRefused(StationRule.WRONG_STATION).when(new StationOpened("320613001", StationLevel.SUBDISTRICT))
                .then(StationRule.OPENED).when(new StationOpened("320613001", StationLevel.SUBDISTRICT))
                .thenRefused(StationRule.OPENED_ONCE);
        given(new StationDecider()).when(new StationOpened("centre", StationLevel.CENTRE)).then(StationRule.OPENED)
                .and(station -> assertThat(station.status()).isEqualTo(Station.Status.CENTRE));
    }

    @Test
    void staff_and_providers_count_once_at_an_open_station() {
        var staff = new StaffAssigned("320613001", "station-17", StationKind.PROTECTION);
        var provider = new ProviderEngaged("320613001", "O-1");
        given(new StationDecider()).when(staff).thenEarly(StationRule.STATION_UNKNOWN)
                .happened(new StationOpened("320613001", StationLevel.SUBDISTRICT)).when(staff)
                .then(StationRule.STAFFED).when(staff).thenRefused(StationRule.ENGAGED_ONCE).when(provider)
                .then(StationRule.PROVIDER_ENGAGED).when(provider).thenRefused(StationRule.ENGAGED_ONCE);
    }
}
