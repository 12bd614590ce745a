package org.chongshan.minors.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.Context;
import org.chongshan.core.Decision;
import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.minors.ActivityEvent;
import org.chongshan.events.minors.ActivityEvent.ActivityCancelled;
import org.chongshan.events.minors.ActivityEvent.ActivityHeld;
import org.chongshan.events.minors.ActivityEvent.ActivityScheduled;
import org.chongshan.events.minors.ActivityEvent.ChildAttended;
import org.chongshan.events.minors.ActivityEvent.ChildEnrolled;
import org.chongshan.events.minors.ActivityEvent.ChildWithdrawn;
import org.chongshan.events.minors.MinorsNotice.ActivityReportOverdue;
import org.chongshan.events.minors.MinorsNotice.PlaceGranted;
import org.chongshan.shell.ReferenceData;
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
        given(new ActivityDecider()).at(BEFORE).when(TWO_PLACES).then(SCHEDULED).when(enrol("a")).then(ENROLLED)
                .when(enrol("b")).then(ENROLLED).when(enrol("c")).then(WAITING).when(enrol("d")).then(WAITING)
                .when(enrol("c")).thenRefused(ENROLLED_ONCE).when(withdraw("a"))
                .then(WITHDRAWN, new PlaceGranted("1", "c")).when(withdraw("d")).then(WITHDRAWN)
                .and(activity -> assertThat(activity.enrolled()).containsExactly("b", "c")).when(withdraw("z"))
                .thenRefused(NOT_ENROLLED);
    }

    @Test
    void who_came_counts_once_whatever_is_posted_twice_or_late() {
        scheduled().happened(enrol("a"), enrol("b"), enrol("c")).when(attend("a")).thenRefused(NOT_YET).at(THAT_DAY)
                .when(attend("a")).then(ATTENDED).when(attend("a")).thenRefused(ATTENDED_ONCE).when(attend("c"))
                .thenRefused(NOT_ENROLLED).when(TOOK_PLACE).then(HELD).when(attend("b")).then(ATTENDED)
                .and(activity -> assertThat(activity.attended()).hasSize(2));
    }

    @Test
    void nobody_signs_up_once_it_has_begun() {
        scheduled().at("2023-07-10T00:59:59Z").when(enrol("a")).then(ENROLLED).at(STARTS).when(enrol("b"))
                .thenRefused(ENROLMENT_CLOSED).when(withdraw("a")).thenRefused(ENROLMENT_CLOSED);
    }

    @Test
    void an_activity_is_held_or_cancelled_once() {
        scheduled().when(TWO_PLACES).thenRefused(SCHEDULED_ONCE).when(TOOK_PLACE).thenRefused(NOT_YET).when(CALLED_OFF)
                .then(CANCELLED).when(TOOK_PLACE).thenRefused(NOT_AT_THIS_POINT);
        scheduled().happened(enrol("a")).at(THAT_DAY).happened(attend("a")).when(CALLED_OFF)
                .thenRefused(NOT_AT_THIS_POINT);
        given(new ActivityDecider()).when(enrol("a")).thenEarly(ACTIVITY_UNKNOWN);
    }

    @Test
    void an_activity_nobody_reports_on_is_stated() {
        scheduled().whenDeadlineReached()
                .then(REPORT_OVERDUE, new ActivityReportOverdue("1", Instant.parse("2023-07-13T16:00:00Z")))
                .and(activity -> assertThat(activity.due()).isNull());
    }

    @Property
    void places_are_never_over_filled_the_list_keeps_its_order_and_nobody_counts_twice(
            @ForAll("events") List<ActivityEvent> events) {
        var decider = new ActivityDecider();
        Activity activity = null;
        var number = 0;
        var signedUp = new ArrayList<String>();
        for (var event : events) {
            var time = Instant.parse(event instanceof ChildAttended ? THAT_DAY : BEFORE);
            var context = new Context("E-" + number++, time, time, "x", Role.STATION, "320613001",
                    ReferenceData.policy().at(time), ReferenceData.workingDays());
            var decision = activity == null
                    ? decider.begin("1", event, context)
                    : decider.decide(activity, event, context);
            if (decision instanceof Decision.Become<Activity> become) {
                activity = become.state();
                if (event instanceof ChildEnrolled enrolled) {
                    signedUp.add(enrolled.child());
                } else if (event instanceof ChildWithdrawn withdrawn) {
                    signedUp.remove(withdrawn.child());
                }
            }
            if (activity == null) {
                continue;
            }
            assertThat(activity.enrolled().size()).isLessThanOrEqualTo(activity.places());
            var inOrder = new ArrayList<>(activity.enrolled());
            inOrder.addAll(activity.waiting());
            assertThat(inOrder).isEqualTo(signedUp);
            assertThat(new HashSet<>(inOrder)).hasSameSizeAs(inOrder);
            assertThat(activity.waiting().isEmpty() || activity.enrolled().size() == activity.places()).isTrue();
        }
    }

    @Provide
    Arbitrary<List<ActivityEvent>> events() {
        var children = Arbitraries.of("a", "b", "c", "d", "e");
        Arbitrary<ActivityEvent> scheduled = Arbitraries.just(TWO_PLACES);
        Arbitrary<ActivityEvent> enrolled = children.map(ActivityTest::enrol);
        Arbitrary<ActivityEvent> withdrawn = children.map(ActivityTest::withdraw);
        return Arbitraries.oneOf(scheduled, enrolled, enrolled, withdrawn).list().ofMaxSize(40);
    }
}
