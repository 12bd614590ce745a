package org.chongshan.relief.subsidycycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.ReliefNotice.SubsidyQuarterAnnounced;
import org.chongshan.events.relief.ReliefNotice.SubsidyQuarterClosed;
import org.chongshan.events.relief.SubsidyCycleEvent;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyEntitled;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyHandedOver;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyQuarterOpened;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyQuarterSwept;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.relief.subsidycycle.SubsidyCycleRule.*;

class SubsidyCycleTest {
    private static final String CYCLE = "2023-Q2.320613001";
    private static final SubsidyQuarterOpened OPENED = new SubsidyQuarterOpened(CYCLE);
    private static final SubsidyEntitled ENTITLED = new SubsidyEntitled(CYCLE, "H-1", Category.DESTITUTE, 2);
    private static final SubsidyHandedOver HANDED = new SubsidyHandedOver(CYCLE, "H-1", 2);

    private static Given<SubsidyCycle, SubsidyCycleEvent> open() {
        return given(new SubsidyCycleDecider()).at("2023-04-01T02:00:00Z").happened(OPENED);
    }

    @Test
    void a_quarter_is_opened_once_from_its_first_second_to_its_last() {
        for (var inside : new String[]{"2023-03-31T16:00:00Z", "2023-06-30T15:59:59Z"}) {
            given(new SubsidyCycleDecider()).at(inside).when(OPENED)
                    .then(QUARTER_OPENED, new SubsidyQuarterAnnounced(CYCLE, "320613001"))
                    .and(cycle -> assertThat(cycle.due()).isEqualTo("2023-06-30T16:00:00Z")).when(OPENED)
                    .thenRefused(OPENED_ONCE);
        }
        for (var outside : new String[]{"2023-03-31T15:59:59Z", "2023-06-30T16:00:00Z"}) {
            given(new SubsidyCycleDecider()).at(outside).when(OPENED).thenRefused(NOT_THIS_QUARTER);
        }
    }

    @Test
    void a_quarter_of_another_subdistrict_is_not_opened_here() {
        given(new SubsidyCycleDecider()).at("2023-04-01T02:00:00Z").when(new SubsidyQuarterOpened("2023-Q2.320613002"))
                .thenRefused(NOT_THIS_QUARTER);
    }

    @Test
    void the_schedule_opens_the_quarter_its_day_lies_in() {
        assertThat(new SubsidyQuarterOpening().in("320613001", LocalDate.parse("2023-04-01"))).isEqualTo(OPENED);
        assertThat(new SubsidyQuarterOpening().in("320613001", LocalDate.parse("2024-01-01")))
                .isEqualTo(new SubsidyQuarterOpened("2024-Q1.320613001"));
    }

    @Test
    void coverage_counts_who_is_entitled_who_has_it_and_who_is_outstanding() {
        open().when(new SubsidyQuarterSwept(CYCLE, 100, false)).then(REACHED)
                .when(new SubsidyQuarterSwept(CYCLE, 120, true)).then(REACHED).when(ENTITLED).then(COUNTED_ENTITLED)
                .happened(ENTITLED).when(HANDED).then(COUNTED_DELIVERED).and(cycle -> {
                    assertThat(cycle.reached()).isEqualTo(120);
                    assertThat(cycle.complete()).isTrue();
                    assertThat(cycle.entitled()).isEqualTo(2);
                    assertThat(cycle.delivered()).isEqualTo(1);
                    assertThat(cycle.outstanding()).isEqualTo(1);
                });
    }

    @Test
    void a_quarter_closes_with_its_last_day_and_states_what_is_outstanding_and_is_late_by_its_own_time_alone() {
        open().happened(ENTITLED, ENTITLED, ENTITLED, HANDED).whenDeadlineReached()
                .then(QUARTER_CLOSED, new SubsidyQuarterClosed(CYCLE, 3, 1, 2))
                .and(cycle -> assertThat(cycle.due()).isNull()).at("2023-06-30T15:59:59Z").when(HANDED)
                .then(COUNTED_DELIVERED).at("2023-07-02T04:00:00Z").when(HANDED).then(DELIVERED_LATE)
                .and(cycle -> assertThat(cycle.deliveredLate()).isEqualTo(1))
                .and(cycle -> assertThat(cycle.outstanding()).isZero());
    }

    @Test
    void what_happens_to_a_quarter_not_open_yet_waits() {
        given(new SubsidyCycleDecider()).when(ENTITLED).thenEarly(NOT_OPENED)
                .when(new SubsidyQuarterSwept(CYCLE, 1, true)).thenEarly(NOT_OPENED);
    }

    private static final List<Told<SubsidyCycleEvent>> COUNTED = List.of(told("2023-04-01T02:00:00Z", OPENED),
            told("2023-04-01T02:01:00Z", new SubsidyQuarterSwept(CYCLE, 100, false)),
            told("2023-04-01T02:02:00Z", new SubsidyQuarterSwept(CYCLE, 120, true)),
            told("2023-04-01T02:03:00Z", ENTITLED), told("2023-04-01T02:04:00Z", ENTITLED),
            told("2023-04-01T02:05:00Z", ENTITLED), told("2023-04-03T02:00:00Z", HANDED),
            told("2023-06-30T16:00:00Z", HANDED), told("2023-06-30T16:00:01Z", HANDED));

    private static Told<SubsidyCycleEvent> told(String time, SubsidyCycleEvent event) {
        return new Told<>("event of " + time, Instant.parse(time), event);
    }

    @Provide
    Arbitrary<List<Told<SubsidyCycleEvent>>> counted() {
        return AnyOrder.of(COUNTED);
    }

    @Property
    void coverage_is_the_same_in_whatever_order_and_however_late_it_is_heard_of(
            @ForAll("counted") List<Told<SubsidyCycleEvent>> order) {
        var inOrder = AnyOrder.left(new SubsidyCycleDecider(), COUNTED);
        assertThat(AnyOrder.left(new SubsidyCycleDecider(), order)).isEqualTo(inOrder);
        assertThat(inOrder.deliveredLate()).isEqualTo(1);
        var closed = AnyOrder.leftByTheClock(new SubsidyCycleDecider(), order, Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(closed).isEqualTo(inOrder.closed());
        assertThat(AnyOrder.stored(closed)).isLessThan(1_000);
    }
}
