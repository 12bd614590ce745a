package org.chongshan.minors.activity;

import java.time.Duration;
import java.time.Instant;
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
import org.chongshan.events.Confidential;
import org.chongshan.events.minors.ActivityEvent;
import org.chongshan.events.minors.ActivityEvent.ActivityCancelled;
import org.chongshan.events.minors.ActivityEvent.ActivityHeld;
import org.chongshan.events.minors.ActivityEvent.ActivityScheduled;
import org.chongshan.events.minors.ActivityEvent.ChildAttended;
import org.chongshan.events.minors.ActivityEvent.ChildEnrolled;
import org.chongshan.events.minors.ActivityEvent.ChildWithdrawn;
import org.chongshan.events.minors.MinorsNotice.ActivityReportOverdue;
import org.chongshan.events.minors.MinorsNotice.PlaceGranted;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.minors.activity.ActivityRule.*;

class ActivityTest {
    private static final String BEFORE = "2023-07-01T04:00:00Z";
    private static final String STARTS = "2023-07-10T01:00:00Z";
    private static final String THAT_DAY = "2023-07-10T03:00:00Z";
    private static final ActivityScheduled TWO_PLACES = new ActivityScheduled("1", "B-1", "C-1", 2,
            Instant.parse(STARTS));
    private static final ActivityHeld TOOK_PLACE = new ActivityHeld("1");
    private static final ActivityCancelled CALLED_OFF = new ActivityCancelled("1", new Confidential("Heat."));

    private static Given<Activity, ActivityEvent> scheduled() {
        return given(new ActivityDecider()).at(BEFORE).happened(TWO_PLACES);
    }

    private static ChildEnrolled enrol(String child) {
        return new ChildEnrolled("1", child);
    }

    private static ChildWithdrawn withdraw(String child) {
        return new ChildWithdrawn("1", child);
    }

    private static ChildAttended attend(String child) {
        return new ChildAttended("1", child);
    }

    @Test
    void when_the_places_are_taken_children_wait_in_order_and_move_up_in_order() {
        given(new ActivityDecider()).at(BEFORE).when(TWO_PLACES).then(SCHEDULED).at("2023-07-01T04:00:01Z")
                .when(enrol("a")).then(ENROLLED).at("2023-07-01T04:00:02Z").when(enrol("b")).then(ENROLLED)
                .at("2023-07-01T04:00:03Z").when(enrol("c")).then(WAITING).at("2023-07-01T04:00:04Z").when(enrol("d"))
                .then(WAITING).at("2023-07-01T04:00:05Z").when(enrol("c")).then(ENROLLED_ONCE).when(enrol("c"))
                .thenRefused(ENROLLED_ONCE).when(withdraw("a")).then(WITHDRAWN, new PlaceGranted("1", "c"))
                .when(withdraw("d")).then(WITHDRAWN)
                .and(activity -> assertThat(activity.enrolled()).containsExactly("b", "c")).when(withdraw("z"))
                .then(NOT_ENROLLED);
    }

    @Test
    void no_phones_clock_jumps_the_queue() {
        scheduled().at("2023-07-05T04:00:00Z").happened(enrol("a"), enrol("b")).at("2023-07-02T04:00:00Z")
                .receivedAt("2023-07-06T04:00:00Z").when(enrol("z")).then(WAITING)
                .and(activity -> assertThat(activity.enrolled()).containsExactly("a", "b"));
    }

    @Test
    void a_withdrawal_posted_before_its_sign_up_stands() {
        scheduled().at("2023-07-05T04:00:00Z").when(withdraw("a")).then(NOT_ENROLLED).at("2023-07-04T04:00:00Z")
                .when(enrol("a")).then(WITHDRAWN_SINCE).and(activity -> assertThat(activity.enrolled()).isEmpty())
                .at("2023-07-06T04:00:00Z").when(enrol("a")).then(ENROLLED).at("2023-07-05T06:00:00Z")
                .when(withdraw("a")).then(ENROLLED_SINCE)
                .and(activity -> assertThat(activity.enrolled()).containsExactly("a"));
    }

    @Test
    void who_came_counts_once_whatever_is_posted_twice_or_late() {
        scheduled().happened(enrol("a"), enrol("b"), enrol("c")).when(attend("a")).thenRefused(NOT_YET).at(THAT_DAY)
                .when(attend("a")).then(ATTENDED).when(attend("a")).thenRefused(ATTENDED_ONCE).when(attend("c"))
                .then(CAME_WITHOUT_A_PLACE).when(TOOK_PLACE).then(HELD).when(attend("b")).then(ATTENDED)
                .and(activity -> assertThat(activity.attended()).hasSize(2)).at("2023-07-09T04:00:00Z")
                .receivedAt("2023-07-10T08:00:00Z").when(withdraw("b")).then(WITHDRAWN, new PlaceGranted("1", "c"))
                .and(activity -> assertThat(activity.attended()).containsExactly("a", "c"));
    }

    @Test
    void nobody_signs_up_once_it_has_begun() {
        scheduled().at("2023-07-10T00:59:59Z").when(enrol("a")).then(ENROLLED).at(STARTS).when(enrol("b"))
                .thenRefused(ENROLMENT_CLOSED).when(withdraw("a")).thenRefused(ENROLMENT_CLOSED);
    }

    @Test
    void an_activity_is_held_or_cancelled_once() {
        scheduled().when(TWO_PLACES).thenRefused(SCHEDULED_ONCE).when(TOOK_PLACE).thenRefused(NOT_YET).when(CALLED_OFF)
                .then(CANCELLED).when(TOOK_PLACE).thenRefused(NOT_AT_THIS_POINT).when(enrol("a"))
                .thenRefused(NOT_AT_THIS_POINT);
        scheduled().happened(enrol("a")).at(THAT_DAY).happened(attend("a")).when(CALLED_OFF)
                .thenRefused(NOT_AT_THIS_POINT);
        given(new ActivityDecider()).when(enrol("a")).thenEarly(ACTIVITY_UNKNOWN);
    }

    @Test
    void an_activity_starts_on_the_day_it_is_scheduled_or_later() {
        given(new ActivityDecider()).at(STARTS).when(TWO_PLACES).then(SCHEDULED);
        given(new ActivityDecider()).at("2023-07-11T01:00:00Z").when(TWO_PLACES)
                .thenRefused(STARTS_BEFORE_IT_IS_SCHEDULED);
    }

    @Test
    void an_activity_nobody_reports_on_is_stated_again_and_again_and_stands_in_a_list() {
        scheduled().whenDeadlineReached()
                .then(REPORT_OVERDUE, new ActivityReportOverdue("1", Instant.parse("2023-07-13T16:00:00Z")))
                .and(activity -> assertThat(activity.lists()).containsOnlyKeys(Activity.Listed.REPORT_OVERDUE))
                .whenDeadlineReached()
                .then(REPORT_OVERDUE, new ActivityReportOverdue("1", Instant.parse("2023-07-16T16:00:00Z")))
                .at("2023-07-18T04:00:00Z").happened(TOOK_PLACE).and(activity -> {
                    assertThat(activity.due()).isNull();
                    assertThat(activity.lists()).isEmpty();
                });
    }

    @Test
    void an_activity_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = given(new ActivityDecider()).at(BEFORE)
                .happened(new ActivityScheduled("1", "B-1", "C-1", 300, Instant.parse(STARTS)));
        for (int i = 0; i < Activity.MOST_CHILDREN; i++) {
            full.at("2023-07-02T04:00:00.%09dZ".formatted(i + 1)).happened(enrol("%048d".formatted(i)));
        }
        full.when(enrol("x")).thenRefused(TOO_MANY_CHILDREN).when(withdraw("x")).thenRefused(TOO_MANY_CHILDREN)
                .happened(withdraw("%048d".formatted(399))).at(THAT_DAY);
        for (int i = 0; i < 300; i++) {
            full.happened(attend("%048d".formatted(i)));
        }
        full.when(attend("x")).thenRefused(TOO_MANY_CHILDREN);
        assertThat(AnyOrder.stored(full.state())).isBetween(50_000, 100_000);
    }

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<ActivityEvent>> one, List<Told<ActivityEvent>> other) {}

    @Property(tries = 500)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        var decider = new ActivityDecider();
        assertThat(AnyOrder.left(decider, orders.other())).isEqualTo(AnyOrder.left(decider, orders.one()));
    }

    @Property
    void places_are_never_over_filled_nobody_is_in_twice_and_nobody_waits_while_one_is_free(
            @ForAll("orders") TwoOrders orders) {
        var activity = AnyOrder.left(new ActivityDecider(), orders.other());
        assertThat(activity.enrolled().size()).isLessThanOrEqualTo(activity.places());
        var in = new ArrayList<>(activity.enrolled());
        in.addAll(activity.waiting());
        assertThat(in).doesNotHaveDuplicates();
        assertThat(activity.waiting().isEmpty() || activity.enrolled().size() == activity.places()).isTrue();
        assertThat(activity.enrolled()).containsAll(activity.attended());
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var children = Arbitraries.of("a", "b", "c", "d");
        var times = Arbitraries.integers().between(0, 9)
                .map(hour -> Instant.parse(BEFORE).plus(Duration.ofHours(hour)));
        Arbitrary<ActivityEvent> enrolled = children.map(ActivityTest::enrol);
        Arbitrary<ActivityEvent> withdrawn = children.map(ActivityTest::withdraw);
        var before = Combinators.combine(Arbitraries.oneOf(enrolled, enrolled, withdrawn), times)
                .as((event, time) -> new Told<>("", time, event));
        var came = children.map(child -> new Told<ActivityEvent>("", Instant.parse(THAT_DAY), attend(child)));
        return Arbitraries.integers().between(0, 4).flatMap(n -> n == 0 ? came : before).list().ofMaxSize(12)
                .map(ActivityTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<ActivityEvent>> numbered(List<Told<ActivityEvent>> facts) {
        var all = new ArrayList<Told<ActivityEvent>>();
        all.add(new Told<>("e", Instant.parse(BEFORE), TWO_PLACES));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(), fact.time(), fact.event())));
        return all;
    }
}
