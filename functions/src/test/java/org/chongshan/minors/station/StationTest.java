package org.chongshan.minors.station;

import org.chongshan.core.AnyOrder;
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
                .then(StationRule.STAFFED).when(staff).then(StationRule.STAFFED)
                .and(station -> assertThat(station.staff()).hasSize(1)).when(provider)
                .then(StationRule.PROVIDER_ENGAGED).when(provider).thenRefused(StationRule.ENGAGED_ONCE);
    }

    @Test
    void what_somebody_was_last_assigned_to_counts_whenever_it_is_posted() {
        given(new StationDecider()).happened(new StationOpened("320613001", StationLevel.SUBDISTRICT))
                .at("2023-03-08T04:00:00Z").happened(new StaffAssigned("320613001", "s", StationKind.SOCIAL_WORK))
                .at("2023-03-05T04:00:00Z").when(new StaffAssigned("320613001", "s", StationKind.PROTECTION))
                .then(StationRule.ASSIGNED_SINCE)
                .and(station -> assertThat(station.staff().get("s").value()).isEqualTo(StationKind.SOCIAL_WORK));
    }

    @Test
    void a_station_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = given(new StationDecider()).happened(new StationOpened("320613001", StationLevel.SUBDISTRICT));
        for (int i = 0; i < Station.MOST_STAFF; i++) {
            full.happened(new StaffAssigned("320613001", "%0100d".formatted(i), StationKind.SOCIAL_WORK));
        }
        for (int i = 0; i < Station.MOST_PROVIDERS; i++) {
            full.happened(new ProviderEngaged("320613001", "%0100d".formatted(i)));
        }
        full.when(new StaffAssigned("320613001", "one-more", StationKind.PROTECTION))
                .thenRefused(StationRule.NETWORK_FULL).when(new ProviderEngaged("320613001", "one-more"))
                .thenRefused(StationRule.NETWORK_FULL);
        assertThat(AnyOrder.stored(full.state())).isBetween(30_000, 100_000);
    }
}
