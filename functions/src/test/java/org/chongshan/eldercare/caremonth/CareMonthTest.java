package org.chongshan.eldercare.caremonth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.eldercare.caremonth.CareMonth.Status;
import org.chongshan.events.eldercare.CareMonthEvent;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthCounted;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthOpened;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthSwept;
import org.chongshan.events.eldercare.EldercareNotice.CareMonthAnnounced;
import org.chongshan.events.eldercare.EldercareNotice.CareMonthClosed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.caremonth.CareMonthRule.*;

/** Months of care, in persons and in visits. */
class CareMonthTest {
    private static final String MARCH = "2023-03.320613001";
    private static final String BEGINS = "2023-02-28T16:00:00Z";
    private static final CareMonthOpened OPENING = new CareMonthOpened(MARCH);

    private static Given<CareMonth, CareMonthEvent> opened() {
        return given(new CareMonthDecider()).at(BEGINS).happened(OPENING);
    }

    private static CareMonthCounted counted(int served, int visits) {
        return new CareMonthCounted(MARCH, "e", 0, served, visits, 60 * visits, 0, 0);
    }

    @Test
    void a_month_opens_as_its_first_day_begins_for_its_own_subdistrict() {
        assertThat(new CareMonthOpening().in("320613001", LocalDate.parse("2023-03-01"))).isEqualTo(OPENING);
        given(new CareMonthDecider()).at("2023-02-28T15:59:59Z").when(OPENING).thenRefused(NOT_THIS_MONTH).at(BEGINS)
                .in("320613002").when(OPENING).thenRefused(NOT_THIS_MONTH).in("320613001").when(OPENING)
                .then(MONTH_OPENED, new CareMonthAnnounced(MARCH, "320613001")).when(OPENING).thenRefused(OPENED_ONCE);
    }

    @Test
    void how_far_it_has_gone_out_is_known() {
        given(new CareMonthDecider()).when(new CareMonthSwept(MARCH, 1, false)).thenEarly(NOT_OPENED);
        opened().when(new CareMonthSwept(MARCH, 200, true)).then(REACHED).when(new CareMonthSwept(MARCH, 100, false))
                .then(REACHED).and(month -> {
                    assertThat(month.reached()).isEqualTo(200);
                    assertThat(month.complete()).isTrue();
                });
    }

    @Test
    void persons_and_visits_are_counted_before_it_opens_while_it_is_open_and_after_it_closes() {
        given(new CareMonthDecider()).at(BEGINS).when(counted(1, 1)).then(COUNTED)
                .and(month -> assertThat(month.status()).isEqualTo(Status.UNOPENED)).when(OPENING).thenBy(MONTH_OPENED)
                .when(counted(0, 1)).then(COUNTED)
                .and(month -> assertThat(month.due()).isEqualTo("2023-04-05T16:00:00Z")).whenDeadlineReached()
                .then(MONTH_CLOSED, new CareMonthClosed(MARCH, 0, 1, 2)).when(counted(1, 1)).then(COUNTED)
                .and(month -> {
                    assertThat(month.status()).isEqualTo(Status.CLOSED);
                    assertThat(month.served()).isEqualTo(2);
                    assertThat(month.visits()).isEqualTo(3);
                    assertThat(month.minutes()).isEqualTo(180);
                    assertThat(month.due()).isNull();
                });
    }

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<CareMonthEvent>> one, List<Told<CareMonthEvent>> other) {}

    @Property(tries = 300)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        var decider = new CareMonthDecider();
        assertThat(AnyOrder.left(decider, orders.other())).isEqualTo(AnyOrder.left(decider, orders.one()));
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var numbers = Arbitraries.integers().between(-1, 2);
        Arbitrary<CareMonthEvent> counts = Combinators.combine(numbers, numbers).as(CareMonthTest::counted);
        Arbitrary<CareMonthEvent> swept = Combinators
                .combine(Arbitraries.integers().between(0, 300), Arbitraries.of(true, false))
                .as((reached, complete) -> new CareMonthSwept(MARCH, reached, complete));
        return Arbitraries.oneOf(counts, swept).list().ofMaxSize(9).map(CareMonthTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<CareMonthEvent>> numbered(List<CareMonthEvent> events) {
        var all = new ArrayList<Told<CareMonthEvent>>();
        all.add(new Told<>("e", Instant.parse(BEGINS), OPENING));
        events.forEach(event -> all.add(new Told<>("e" + all.size(), Instant.parse(BEGINS), event)));
        return all;
    }
}
