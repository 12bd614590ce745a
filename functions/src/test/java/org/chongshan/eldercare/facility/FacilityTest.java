package org.chongshan.eldercare.facility;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.eldercare.facility.Facility.Status;
import org.chongshan.events.Confidential;
import org.chongshan.events.eldercare.FacilityEvent;
import org.chongshan.events.eldercare.FacilityEvent.FacilityClosed;
import org.chongshan.events.eldercare.FacilityEvent.FacilityOpened;
import org.chongshan.events.eldercare.FacilityEvent.FacilityStandardised;
import org.chongshan.events.eldercare.FacilityEvent.KioskInstalled;
import org.chongshan.events.eldercare.FacilityEvent.KioskRemoved;
import org.chongshan.events.eldercare.FacilityKind;
import org.chongshan.events.eldercare.KioskModule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.facility.FacilityRule.*;

class FacilityTest {
    private static final String CENTRE = "320613001-centre";
    private static final FacilityOpened OPENING = new FacilityOpened(CENTRE, FacilityKind.CENTRE, "Chengdong");
    private static final FacilityStandardised MEETS_THE_STANDARD = new FacilityStandardised(CENTRE);
    private static final FacilityClosed CLOSING = new FacilityClosed(CENTRE, new Confidential("Moved away."));
    private static final KioskRemoved REMOVAL = new KioskRemoved(CENTRE, "k-1");

    private static Given<Facility, FacilityEvent> opened() {
        return given(new FacilityDecider()).happened(OPENING);
    }

    private static KioskInstalled kiosk(Set<KioskModule> modules) {
        return new KioskInstalled(CENTRE, "k-1", modules);
    }

    @Test
    void a_subdistrict_has_one_centre_one_comprehensive_station_and_stations() {
        given(new FacilityDecider()).in("320613002").when(OPENING).thenRefused(ONE_A_SUBDISTRICT);
        given(new FacilityDecider()).when(new FacilityOpened("f-1", FacilityKind.COMPREHENSIVE_STATION, "x"))
                .thenRefused(ONE_A_SUBDISTRICT);
        given(new FacilityDecider()).when(new FacilityOpened(CENTRE, FacilityKind.STATION, "x"))
                .thenRefused(NOT_A_STATIONS_ID);
        given(new FacilityDecider()).when(OPENING).then(OPENED).when(OPENING).thenRefused(OPENED_ONCE);
        given(new FacilityDecider())
                .when(new FacilityOpened("320613001-comprehensive", FacilityKind.COMPREHENSIVE_STATION, "x"))
                .then(OPENED);
        given(new FacilityDecider()).when(new FacilityOpened("f-1", FacilityKind.STATION, "x")).then(OPENED);
    }

    @Test
    void what_comes_before_the_opening_waits_for_it() {
        given(new FacilityDecider()).when(REMOVAL).thenEarly(FACILITY_UNKNOWN);
    }

    @Test
    void a_facility_counts_as_standardised_from_the_first_time_on() {
        opened().at("2023-06-01T00:00:00Z").when(MEETS_THE_STANDARD).then(STANDARDISED).at("2023-05-01T00:00:00Z")
                .when(MEETS_THE_STANDARD).then(STANDARDISED_ONCE).and(facility -> {
                    assertThat(facility.standardisedAt()).isEqualTo("2023-05-01T00:00:00Z");
                    assertThat(facility.status()).isEqualTo(Status.STANDARDISED);
                });
    }

    @Test
    void a_kiosk_has_the_modules_it_was_last_installed_with_whenever_that_is_posted() {
        opened().at("2023-06-02T00:00:00Z").when(kiosk(EnumSet.allOf(KioskModule.class))).then(KIOSK_INSTALLED)
                .and(facility -> assertThat(facility.kiosks().get("k-1").value()).hasSize(9)).at("2023-06-01T00:00:00Z")
                .when(REMOVAL).then(KIOSK_CHANGED_SINCE)
                .and(facility -> assertThat(facility.kiosks().get("k-1").value()).hasSize(9)).at("2023-06-03T00:00:00Z")
                .when(REMOVAL).then(KIOSK_REMOVED)
                .and(facility -> assertThat(facility.kiosks().get("k-1").value()).isEmpty());
    }

    @Test
    void a_facility_closes_once_and_nothing_counts_afterwards() {
        opened().at("2023-06-02T00:00:00Z").when(CLOSING).then(CLOSED)
                .and(facility -> assertThat(facility.status()).isEqualTo(Status.CLOSED)).at("2023-06-03T00:00:00Z")
                .when(kiosk(Set.of(KioskModule.MEALS))).then(AFTER_IT_CLOSED).at("2023-06-01T00:00:00Z").when(CLOSING)
                .then(CLOSED_ONCE).and(facility -> assertThat(facility.closedAt()).isEqualTo("2023-06-01T00:00:00Z"));
    }

    @Test
    void a_facility_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = opened();
        for (int i = 0; i < Facility.MOST_KIOSKS; i++) {
            full.happened(new KioskInstalled(CENTRE, "%0100d".formatted(i), EnumSet.allOf(KioskModule.class)));
        }
        full.when(REMOVAL).thenRefused(TOO_MANY_KIOSKS);
        assertThat(AnyOrder.stored(full.state())).isBetween(10_000, 50_000);
    }

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<FacilityEvent>> one, List<Told<FacilityEvent>> other) {}

    @Property(tries = 300)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        var decider = new FacilityDecider();
        assertThat(AnyOrder.left(decider, orders.other())).isEqualTo(AnyOrder.left(decider, orders.one()));
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var events = Arbitraries.<FacilityEvent>of(MEETS_THE_STANDARD, kiosk(Set.of(KioskModule.MEALS)),
                kiosk(Set.of(KioskModule.RATING)), REMOVAL, new KioskRemoved(CENTRE, "k-2"), CLOSING);
        var times = Arbitraries.integers().between(0, 9)
                .map(day -> Instant.parse("2023-06-01T00:00:00Z").plus(Duration.ofDays(day)));
        return Combinators.combine(events, times).as((event, time) -> new Told<>("", time, event)).list().ofMaxSize(12)
                .map(FacilityTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<FacilityEvent>> numbered(List<Told<FacilityEvent>> facts) {
        var all = new ArrayList<Told<FacilityEvent>>();
        all.add(new Told<>("e", Instant.parse("2023-05-01T00:00:00Z"), OPENING));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(), fact.time(), fact.event())));
        return all;
    }
}
