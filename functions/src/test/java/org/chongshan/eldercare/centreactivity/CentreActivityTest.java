package org.chongshan.eldercare.centreactivity;

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
import org.chongshan.events.eldercare.CentreActivityEvent;
import org.chongshan.events.eldercare.CentreActivityEvent.ActivityAnnounced;
import org.chongshan.events.eldercare.CentreActivityEvent.ActivityCalledOff;
import org.chongshan.events.eldercare.CentreActivityEvent.ActivityTookPlace;
import org.chongshan.events.eldercare.CentreActivityEvent.ElderAttended;
import org.chongshan.events.eldercare.CentreActivityEvent.ElderSignedUp;
import org.chongshan.events.eldercare.CentreActivityEvent.ElderWithdrew;
import org.chongshan.events.eldercare.EldercareNotice.CentreActivityReportOverdue;
import org.chongshan.events.eldercare.EldercareNotice.ElderMovedUp;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.centreactivity.CentreActivityRule.*;

class CentreActivityTest {
    private static final String BEFORE = "2023-07-01T04:00:00Z";
    private static final String STARTS = "2023-07-10T01:00:00Z";
    private static final String THAT_DAY = "2023-07-10T03:00:00Z";
    private static final ActivityAnnounced TWO_PLACES = new ActivityAnnounced("1", "f-1", "Calligraphy", 2,
            Instant.parse(STARTS));
    private static final ActivityTookPlace REPORT = new ActivityTookPlace("1");
    private static final ActivityCalledOff CANCELLATION = new ActivityCalledOff("1", new Confidential("Heat."));

    private static Given<CentreActivity, CentreActivityEvent> announced() {
        return given(new CentreActivityDecider()).at(BEFORE).happened(TWO_PLACES);
    }

    private static ElderSignedUp signUp(String elder) {
        return new ElderSignedUp("1", elder);
    }

    private static ElderWithdrew withdraw(String elder) {
        return new ElderWithdrew("1", elder);
    }

    private static ElderAttended attend(String elder) {
        return new ElderAttended("1", elder);
    }

    @Test
    void when_the_places_are_taken_children_wait_in_order_and_move_up_in_order() {
        given(new CentreActivityDecider()).at(BEFORE).when(TWO_PLACES).then(ANNOUNCED).at("2023-07-01T04:00:01Z")
                .when(signUp("a")).then(SIGNED_UP).at("2023-07-01T04:00:02Z").when(signUp("b")).then(SIGNED_UP)
                .at("2023-07-01T04:00:03Z").when(signUp("c")).then(WAITING).at("2023-07-01T04:00:04Z").when(signUp("d"))
                .then(WAITING).at("2023-07-01T04:00:05Z").when(signUp("c")).then(SIGNED_UP_ONCE).when(signUp("c"))
                .thenRefused(SIGNED_UP_ONCE).when(withdraw("a")).then(WITHDRAWN, new ElderMovedUp("1", "c"))
                .when(withdraw("d")).then(WITHDRAWN)
                .and(activity -> assertThat(activity.participants()).containsExactly("b", "c")).when(withdraw("z"))
                .then(NOT_SIGNED_UP);
    }

    @Test
    void no_phones_clock_jumps_the_queue() {
        announced().at("2023-07-05T04:00:00Z").happened(signUp("a"), signUp("b")).at("2023-07-02T04:00:00Z")
                .receivedAt("2023-07-06T04:00:00Z").when(signUp("z")).then(WAITING)
                .and(activity -> assertThat(activity.participants()).containsExactly("a", "b"));
    }

    @Test
    void a_withdrawal_posted_before_its_sign_up_stands() {
        announced().at("2023-07-05T04:00:00Z").when(withdraw("a")).then(NOT_SIGNED_UP).at("2023-07-04T04:00:00Z")
                .when(signUp("a")).then(WITHDRAWN_SINCE).and(activity -> assertThat(activity.participants()).isEmpty())
                .at("2023-07-06T04:00:00Z").when(signUp("a")).then(SIGNED_UP).at("2023-07-05T06:00:00Z")
                .when(withdraw("a")).then(SIGNED_UP_SINCE)
                .and(activity -> assertThat(activity.participants()).containsExactly("a"));
    }

    @Test
    void who_came_counts_once_whatever_is_posted_twice_or_late() {
        announced().happened(signUp("a"), signUp("b"), signUp("c")).when(attend("a")).thenRefused(NOT_YET).at(THAT_DAY)
                .when(attend("a")).then(ATTENDED).when(attend("a")).thenRefused(ATTENDED_ONCE).when(attend("c"))
                .then(CAME_WITHOUT_A_PLACE).and(activity -> assertThat(activity.walkIns()).containsExactly("c"))
                .when(REPORT).then(TOOK_PLACE).when(attend("b")).then(ATTENDED)
                .and(activity -> assertThat(activity.attended()).hasSize(2)).at("2023-07-09T04:00:00Z")
                .receivedAt("2023-07-10T08:00:00Z").when(withdraw("b")).then(WITHDRAWN, new ElderMovedUp("1", "c"))
                .and(activity -> assertThat(activity.attended()).containsExactly("a", "c"));
    }

    @Test
    void nobody_signs_up_once_it_has_begun() {
        announced().at("2023-07-10T00:59:59Z").when(signUp("a")).then(SIGNED_UP).at(STARTS).when(signUp("b"))
                .thenRefused(SIGN_UP_CLOSED).when(withdraw("a")).thenRefused(SIGN_UP_CLOSED);
    }

    @Test
    void an_activity_is_held_or_cancelled_once() {
        announced().when(TWO_PLACES).thenRefused(ANNOUNCED_ONCE).when(REPORT).thenRefused(NOT_YET).when(CANCELLATION)
                .then(CALLED_OFF).when(REPORT).thenRefused(NOT_AT_THIS_POINT).when(signUp("a"))
                .thenRefused(NOT_AT_THIS_POINT);
        announced().happened(signUp("a")).at(THAT_DAY).happened(attend("a")).when(CANCELLATION)
                .thenRefused(NOT_AT_THIS_POINT);
        given(new CentreActivityDecider()).when(signUp("a")).thenEarly(ACTIVITY_UNKNOWN);
    }

    @Test
    void an_activity_starts_on_the_day_it_is_scheduled_or_later() {
        given(new CentreActivityDecider()).at(STARTS).when(TWO_PLACES).then(ANNOUNCED);
        given(new CentreActivityDecider()).at("2023-07-11T01:00:00Z").when(TWO_PLACES)
                .thenRefused(STARTS_BEFORE_IT_IS_ANNOUNCED);
    }

    @Test
    void an_activity_nobody_reports_on_is_stated_again_and_again_and_stands_in_a_list() {
        announced().whenDeadlineReached()
                .then(REPORT_OVERDUE, new CentreActivityReportOverdue("1", Instant.parse("2023-07-13T16:00:00Z")))
                .and(activity -> assertThat(activity.lists()).containsOnlyKeys(CentreActivity.Listed.REPORT_OVERDUE))
                .whenDeadlineReached()
                .then(REPORT_OVERDUE, new CentreActivityReportOverdue("1", Instant.parse("2023-07-16T16:00:00Z")))
                .at("2023-07-18T04:00:00Z").happened(REPORT).and(activity -> {
                    assertThat(activity.due()).isNull();
                    assertThat(activity.lists()).isEmpty();
                });
    }

    @Test
    void an_activity_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = given(new CentreActivityDecider()).at(BEFORE)
                .happened(new ActivityAnnounced("1", "f-1", "Calligraphy", 300, Instant.parse(STARTS)));
        for (int i = 0; i < CentreActivity.MOST_ELDERS; i++) {
            full.at("2023-07-02T04:00:00.%09dZ".formatted(i + 1)).happened(signUp("%048d".formatted(i)));
        }
        full.when(signUp("x")).thenRefused(TOO_MANY_ELDERS).when(withdraw("x")).thenRefused(TOO_MANY_ELDERS)
                .happened(withdraw("%048d".formatted(399))).at(THAT_DAY);
        for (int i = 0; i < 300; i++) {
            full.happened(attend("%048d".formatted(i)));
        }
        full.when(attend("x")).thenRefused(TOO_MANY_ELDERS);
        assertThat(AnyOrder.stored(full.state())).isBetween(50_000, 100_000);
    }

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<CentreActivityEvent>> one, List<Told<CentreActivityEvent>> other) {}

    @Property(tries = 500)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        var decider = new CentreActivityDecider();
        assertThat(AnyOrder.left(decider, orders.other())).isEqualTo(AnyOrder.left(decider, orders.one()));
    }

    @Property
    void places_are_never_over_filled_nobody_is_in_twice_and_nobody_waits_while_one_is_free(
            @ForAll("orders") TwoOrders orders) {
        var activity = AnyOrder.left(new CentreActivityDecider(), orders.other());
        assertThat(activity.participants().size()).isLessThanOrEqualTo(activity.places());
        var in = new ArrayList<>(activity.participants());
        in.addAll(activity.waiting());
        assertThat(in).doesNotHaveDuplicates();
        assertThat(activity.waiting().isEmpty() || activity.participants().size() == activity.places()).isTrue();
        assertThat(activity.participants()).containsAll(activity.attended());
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var elders = Arbitraries.of("a", "b", "c", "d");
        var times = Arbitraries.integers().between(0, 9)
                .map(hour -> Instant.parse(BEFORE).plus(Duration.ofHours(hour)));
        Arbitrary<CentreActivityEvent> participants = elders.map(CentreActivityTest::signUp);
        Arbitrary<CentreActivityEvent> withdrawn = elders.map(CentreActivityTest::withdraw);
        var before = Combinators.combine(Arbitraries.oneOf(participants, participants, withdrawn), times)
                .as((event, time) -> new Told<>("", time, event));
        var came = elders.map(elder -> new Told<CentreActivityEvent>("", Instant.parse(THAT_DAY), attend(elder)));
        return Arbitraries.integers().between(0, 4).flatMap(n -> n == 0 ? came : before).list().ofMaxSize(12)
                .map(CentreActivityTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<CentreActivityEvent>> numbered(List<Told<CentreActivityEvent>> facts) {
        var all = new ArrayList<Told<CentreActivityEvent>>();
        all.add(new Told<>("e", Instant.parse(BEFORE), TWO_PLACES));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(), fact.time(), fact.event())));
        return all;
    }
}
