package org.chongshan.eldercare.carebed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.chongshan.eldercare.carebed.CareBed.Listed;
import org.chongshan.eldercare.carebed.CareBed.Status;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.CareBedEvent;
import org.chongshan.events.eldercare.CareBedEvent.CareBedAccepted;
import org.chongshan.events.eldercare.CareBedEvent.CareBedBuilt;
import org.chongshan.events.eldercare.CareBedEvent.CareBedClosed;
import org.chongshan.events.eldercare.CareBedEvent.CareBedElderStated;
import org.chongshan.events.eldercare.CareBedEvent.CareBedRejected;
import org.chongshan.events.eldercare.CareBedEvent.CareBedSurveyed;
import org.chongshan.events.eldercare.ElderEvent.ElderStandingAsked;
import org.chongshan.events.eldercare.EldercareNotice.CareBedAcceptanceOverdue;
import org.chongshan.events.eldercare.EldercareNotice.CareBedVacated;
import org.chongshan.events.eldercare.Refit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.carebed.CareBedRule.*;

class CareBedTest {
    private static final String SURVEYED_AT = "2023-03-02T02:00:00Z";
    private static final CareBedSurveyed SURVEY = new CareBedSurveyed("b", "e", EnumSet.allOf(Refit.class));
    private static final CareBedBuilt WORKS = new CareBedBuilt("b", "p-1", 100_000, 250_000, 80_000);
    private static final CareBedAccepted ACCEPTANCE = new CareBedAccepted("b");
    private static final CareBedRejected REJECTION = new CareBedRejected("b", new Confidential("The rail is loose."));
    private static final CareBedClosed CLOSING = new CareBedClosed("b", new Confidential("The son takes over."));

    private static CareBedElderStated elder(boolean eligible, @Nullable String movedAt, @Nullable String diedOn,
            int revision) {
        return new CareBedElderStated("b", "e", eligible, movedAt == null ? null : Instant.parse(movedAt),
                diedOn == null ? null : LocalDate.parse(diedOn), revision);
    }

    private static Given<CareBed, CareBedEvent> surveyed() {
        return given(new CareBedDecider()).at(SURVEYED_AT).happened(SURVEY);
    }

    private static Given<CareBed, CareBedEvent> built() {
        return surveyed().happened(elder(true, null, null, 3)).at("2023-03-20T02:00:00Z")
                .by("builder-1", Role.ORGANISATION).happened(WORKS).by("street-17", Role.STREET);
    }

    @Test
    void a_care_bed_begins_with_a_survey_and_asks_how_its_elder_stands() {
        given(new CareBedDecider()).when(WORKS).thenEarly(BED_UNKNOWN).when(SURVEY)
                .then(SURVEYED, new ElderStandingAsked("e", "b")).when(SURVEY).thenRefused(SURVEYED_ONCE)
                .when(ACCEPTANCE).thenRefused(NOTHING_TO_LOOK_AT);
    }

    @Test
    void it_is_accepted_before_it_is_active_by_somebody_else_than_the_builder_and_for_an_eligible_elder() {
        surveyed().by("builder-1", Role.ORGANISATION).when(WORKS).then(BUILT)
                .and(bed -> assertThat(bed.costFen()).isEqualTo(430_000)).by("Builder-1 ", Role.STREET).when(ACCEPTANCE)
                .thenRefused(BUILDER_ACCEPTS).by("street-17", Role.STREET).when(ACCEPTANCE)
                .thenRefused(ELDER_NOT_ELIGIBLE).when(elder(false, null, null, 2)).then(ELDER_STANDS).when(ACCEPTANCE)
                .thenRefused(ELDER_NOT_ELIGIBLE).when(elder(true, null, null, 3)).then(ELDER_STANDS)
                .and(bed -> assertThat(bed.status()).isEqualTo(Status.BUILT)).when(ACCEPTANCE).then(ACCEPTED)
                .and(bed -> assertThat(bed.status()).isEqualTo(Status.ACTIVE)).when(ACCEPTANCE)
                .thenRefused(NOTHING_TO_LOOK_AT);
    }

    @Test
    void what_is_rejected_is_built_again_and_both_costs_add_up() {
        built().when(REJECTION).then(REJECTED).and(bed -> assertThat(bed.status()).isEqualTo(Status.REJECTED))
                .at("2023-03-25T02:00:00Z").by("builder-1", Role.ORGANISATION)
                .happened(new CareBedBuilt("b", "p-1", 0, 20_000, 0)).by("street-17", Role.STREET).when(ACCEPTANCE)
                .then(ACCEPTED).and(bed -> assertThat(bed.costFen()).isEqualTo(450_000)).at("2023-03-24T02:00:00Z")
                .when(new CareBedBuilt("b", "p-1", 1, 0, 0)).then(BUILT_BEFORE)
                .and(bed -> assertThat(bed.status()).isEqualTo(Status.ACTIVE));
    }

    @Test
    void works_nobody_has_looked_at_in_time_are_stated_and_stand_in_a_list() {
        var due = Instant.parse("2023-04-19T16:00:00Z");
        built().whenDeadlineReached().then(ACCEPTANCE_OVERDUE, new CareBedAcceptanceOverdue("b", due)).and(bed -> {
            assertThat(bed.lists()).containsOnlyKeys(Listed.ACCEPTANCE_OVERDUE);
            assertThat(bed.due()).isNull();
        }).when(ACCEPTANCE).then(ACCEPTED).and(bed -> assertThat(bed.lists()).isEmpty());
    }

    @Test
    void it_ends_when_the_elder_dies_or_moves_after_the_survey_and_goes_on_when_that_was_a_mistake() {
        built().happened(ACCEPTANCE).when(elder(false, null, "2023-03-28", 4))
                .then(VACATED, new CareBedVacated("b", "e"))
                .and(bed -> assertThat(bed.status()).isEqualTo(Status.VACATED)).when(ACCEPTANCE).thenRefused(HAS_ENDED)
                .when(elder(true, null, null, 5)).then(OCCUPIED_AGAIN)
                .and(bed -> assertThat(bed.status()).isEqualTo(Status.ACTIVE));
        built().when(elder(true, "2023-03-02T02:00:01Z", null, 4)).then(VACATED, new CareBedVacated("b", "e"));
        built().when(elder(true, SURVEYED_AT, null, 4)).then(ELDER_STANDS);
    }

    @Test
    void an_active_bed_of_an_elder_who_is_no_longer_eligible_stands_in_a_list() {
        built().happened(ACCEPTANCE).when(elder(false, null, null, 4)).then(ELDER_STANDS)
                .and(bed -> assertThat(bed.lists()).containsOnlyKeys(Listed.NO_LONGER_ELIGIBLE))
                .when(elder(true, null, null, 2)).then(ELDER_STANDS_SINCE)
                .and(bed -> assertThat(bed.lists()).containsOnlyKeys(Listed.NO_LONGER_ELIGIBLE));
    }

    @Test
    void it_can_be_given_up_with_grounds() {
        built().when(CLOSING).then(CLOSED).and(bed -> {
            assertThat(bed.status()).isEqualTo(Status.CLOSED);
            assertThat(bed.due()).isNull();
        }).when(REJECTION).thenRefused(HAS_ENDED);
    }

    @Test
    void a_care_bed_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = surveyed();
        for (int i = 0; i < CareBed.MOST_WORKS; i++) {
            full.at("2023-03-20T02:00:%02d.123456789Z".formatted(i))
                    .happened(new CareBedBuilt("b", "%0100d".formatted(i), 100_000_000, 100_000_000, 100_000_000));
        }
        full.when(WORKS).thenRefused(BUILT_TOO_OFTEN).and(bed -> assertThat(bed.costFen()).isEqualTo(6_000_000_000L));
        assertThat(AnyOrder.stored(full.state())).isBetween(5_000, 20_000);
    }

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<CareBedEvent>> one, List<Told<CareBedEvent>> other) {}

    @Property(tries = 300)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        var decider = new CareBedDecider();
        assertThat(AnyOrder.left(decider, orders.other())).isEqualTo(AnyOrder.left(decider, orders.one()));
    }

    /** Acceptance and rejection are decisions upon what was known, and not among them. */
    @Provide
    Arbitrary<TwoOrders> orders() {
        var events = Arbitraries.<CareBedEvent>of(WORKS, new CareBedBuilt("b", "p-2", 1, 2, 3),
                elder(true, null, null, 1), elder(false, null, null, 2), elder(true, "2023-03-03T00:00:00Z", null, 3),
                elder(false, null, "2023-03-04", 4), CLOSING);
        var times = Arbitraries.integers().between(0, 9)
                .map(day -> Instant.parse(SURVEYED_AT).plus(Duration.ofDays(day)));
        return Combinators.combine(events, times).as((event, time) -> new Told<>("", time, event)).list().ofMaxSize(9)
                .map(CareBedTest::numbered).flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<CareBedEvent>> numbered(List<Told<CareBedEvent>> facts) {
        var all = new ArrayList<Told<CareBedEvent>>();
        all.add(new Told<>("e", Instant.parse(SURVEYED_AT), new CareBedSurveyed("b", "e", Set.of(Refit.SMART))));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(), fact.time(), fact.event())));
        return all;
    }
}
