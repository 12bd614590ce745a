package org.chongshan.eldercare.hotline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.eldercare.hotline.Hotline.Listed;
import org.chongshan.eldercare.hotline.Hotline.Status;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.eldercare.CallbackEvent.CallbackNotOwed;
import org.chongshan.events.eldercare.CallbackEvent.CallbackOwed;
import org.chongshan.events.eldercare.HotlineEvent;
import org.chongshan.events.eldercare.HotlineEvent.CallAbandoned;
import org.chongshan.events.eldercare.HotlineEvent.CallAnswered;
import org.chongshan.events.eldercare.HotlineEvent.CallArrived;
import org.chongshan.events.eldercare.HotlineEvent.CallEnded;
import org.chongshan.events.eldercare.HotlineEvent.CallMarkedEmergency;
import org.chongshan.events.eldercare.HotlineEvent.HotlineClosed;
import org.chongshan.events.eldercare.HotlineEvent.HotlineOpened;
import org.chongshan.events.eldercare.HotlineEvent.RingUnanswered;
import org.chongshan.events.eldercare.HotlineEvent.SeatClosed;
import org.chongshan.events.eldercare.HotlineEvent.SeatOpened;
import org.chongshan.events.eldercare.HotlineEvent.SeatPaused;
import org.chongshan.events.eldercare.HotlineNotice.EmergencyUnanswered;
import org.chongshan.events.eldercare.HotlineNotice.SeatRung;
import org.chongshan.events.eldercare.HotlineNotice.SeatStuck;
import org.chongshan.events.eldercare.HotlineNotice.SeatUnattended;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.hotline.HotlineRule.*;

class HotlineTest {
    private static final String LINE = "haoxiangfu";
    private static final String TEN = "2023-06-01T10:00:00Z";
    private static final Personal CALLER = new Personal("0513-85000000");

    private static Given<Hotline, HotlineEvent> opened() {
        return given(new HotlineDecider()).at("2023-06-01T09:00:00Z").happened(new HotlineOpened(LINE, "871-12345"));
    }

    /** Seats that are open since a quarter past nine; it is ten. */
    private static Given<Hotline, HotlineEvent> seats(String... seats) {
        var line = opened().at("2023-06-01T09:15:00Z");
        for (var seat : seats) {
            line.happened(new SeatOpened(LINE, seat));
        }
        return line.at(TEN);
    }

    private static CallArrived arrival(String call) {
        return new CallArrived(LINE, call, CALLER, false);
    }

    private static CallArrived emergency(String call) {
        return new CallArrived(LINE, call, CALLER, true);
    }

    private static CallAnswered answer(String call, String seat) {
        return new CallAnswered(LINE, call, seat);
    }

    private static CallEnded end(String call) {
        return new CallEnded(LINE, call);
    }

    private static CallAbandoned abandonment(String call) {
        return new CallAbandoned(LINE, call);
    }

    private static SeatRung rung(String call, String seat, String until) {
        return new SeatRung(LINE, call, seat, false, Instant.parse(until));
    }

    @Test
    void a_hotline_opens_once_and_what_is_said_before_waits() {
        given(new HotlineDecider()).when(arrival("c-1")).thenEarly(HOTLINE_UNKNOWN)
                .when(new HotlineOpened(LINE, "871-12345")).then(OPENED).when(new HotlineOpened(LINE, "871-12345"))
                .thenRefused(OPENED_ONCE)
                .and(line -> assertThat(line.status()).as("nobody sits there yet").isEqualTo(Status.UNSTAFFED));
    }

    @Test
    void a_hotline_has_sixteen_seats_and_no_seventeenth() {
        var line = opened();
        for (int i = 1; i <= 16; i++) {
            line.when(new SeatOpened(LINE, "s-" + i)).then(SEAT_OPENED);
        }
        line.when(new SeatOpened(LINE, "s-17")).thenRefused(TOO_MANY_SEATS).when(answer("c-1", "s-17"))
                .thenRefused(TOO_MANY_SEATS).and(now -> assertThat(now.status()).isEqualTo(Status.STAFFED));
    }

    @Test
    void what_is_said_late_of_a_seat_stands_at_its_own_time() {
        seats("s-1").at("2023-06-01T10:05:00Z").when(new SeatPaused(LINE, "s-1")).then(SEAT_PAUSED)
                .at("2023-06-01T10:04:00Z").when(new SeatOpened(LINE, "s-1")).then(SEAT_CHANGED_SINCE)
                .and(line -> assertThat(line.freeSeats()).isEmpty()).at("2023-06-01T10:06:00Z")
                .when(new SeatClosed(LINE, "s-1")).then(SEAT_CLOSED)
                .and(line -> assertThat(line.status()).isEqualTo(Status.UNSTAFFED));
    }

    @Test
    void a_call_rings_at_a_free_seat_at_once_and_the_seat_that_answers_holds_it() {
        seats("s-1").when(arrival("c-1")).then(CALL_ARRIVED, rung("c-1", "s-1", "2023-06-01T10:00:20Z"))
                .at("2023-06-01T10:00:05Z").when(answer("c-1", "s-1")).then(ANSWERED)
                .and(line -> assertThat(line.held()).containsExactly(java.util.Map.entry("s-1", "c-1")))
                .and(line -> assertThat(line.waiting()).isEmpty());
    }

    @Test
    void who_came_first_rings_first_and_only_when_a_seat_is_free() {
        seats("s-1").happened(arrival("c-1")).at("2023-06-01T10:00:01Z").when(arrival("c-2")).then(CALL_ARRIVED)
                .at("2023-06-01T10:00:02Z").happened(arrival("c-3")).at("2023-06-01T10:00:05Z")
                .happened(answer("c-1", "s-1")).and(line -> {
                    assertThat(line.waiting()).containsExactly("c-2", "c-3");
                    assertThat(line.lists()).containsEntry(Listed.CALLS_WAITING, "2023-06-01T10:00:01Z");
                });
    }

    @Test
    void the_seat_that_has_been_free_longest_is_rung() {
        seats("s-1", "s-2").happened(arrival("c-1"), answer("c-1", "s-1")).at("2023-06-01T10:01:00Z")
                .happened(end("c-1")).at("2023-06-01T10:05:00Z").when(arrival("c-2"))
                .then(CALL_ARRIVED, rung("c-2", "s-2", "2023-06-01T10:05:20Z"));
    }

    @Test
    void a_ring_without_answer_goes_on_to_the_next_seat_when_its_time_has_passed() {
        seats("s-1", "s-2").happened(arrival("c-1")).whenDeadlineReached()
                .then(RUNG, rung("c-1", "s-2", "2023-06-01T10:00:40Z")).whenDeadlineReached()
                .then(RUNG, rung("c-1", "s-1", "2023-06-01T10:01:00Z"));
    }

    @Test
    void a_ring_the_exchange_gave_up_goes_on_at_once() {
        seats("s-1", "s-2").happened(arrival("c-1")).at("2023-06-01T10:00:10Z")
                .when(new RingUnanswered(LINE, "c-1", "s-2")).then(NOT_RUNG_THERE)
                .when(new RingUnanswered(LINE, "c-1", "s-1")).then(RUNG, rung("c-1", "s-2", "2023-06-01T10:00:30Z"));
    }

    @Test
    void whatever_comes_first_notices_that_a_ring_has_run_out_and_a_second_less_has_not() {
        seats("s-1").happened(arrival("c-1")).at("2023-06-01T10:00:19Z").when(arrival("c-2")).then(CALL_ARRIVED)
                .at("2023-06-01T10:00:20Z").when(arrival("c-3"))
                .then(CALL_ARRIVED, rung("c-1", "s-1", "2023-06-01T10:00:40Z"));
    }

    @Test
    void a_ring_that_has_run_out_is_said_to_have_whatever_notices_it() {
        var line = seats("s-1").happened(arrival("c-1")).state();
        assertThat(rules(line, arrival("c-2"), "2023-06-01T10:00:20Z")).containsExactly(RANG_OUT, RUNG, CALL_ARRIVED);
    }

    @Test
    void a_seat_that_lets_three_rings_in_a_row_go_is_offered_none_until_it_says_that_it_is_open() {
        var line = seats("s-1").happened(arrival("c-1")).whenDeadlineReached().whenDeadlineReached();
        line.whenDeadlineReached().then(UNATTENDED, new SeatUnattended(LINE, "s-1")).and(now -> {
            assertThat(now.lists()).containsEntry(Listed.SEAT_UNATTENDED, "2023-06-01T10:01:00Z");
            assertThat(now.status()).isEqualTo(Status.UNSTAFFED);
            assertThat(now.calls().get("c-1").ring()).isNull();
        });
        line.at("2023-06-01T10:02:00Z").when(new SeatOpened(LINE, "s-1"))
                .then(SEAT_OPENED, rung("c-1", "s-1", "2023-06-01T10:02:20Z"))
                .and(now -> assertThat(now.lists()).doesNotContainKey(Listed.SEAT_UNATTENDED));
    }

    @Test
    void a_seat_that_answers_is_attended_again() {
        seats("s-1").happened(arrival("c-1")).whenDeadlineReached().whenDeadlineReached().whenDeadlineReached()
                .thenBy(UNATTENDED).at("2023-06-01T10:01:30Z").when(answer("c-1", "s-1")).then(PICKED_UP)
                .and(line -> assertThat(line.status()).isEqualTo(Status.STAFFED));
    }

    @Test
    void what_rings_at_a_seat_that_pauses_goes_on_to_another_and_the_seat_has_let_nothing_go() {
        seats("s-1", "s-2").happened(arrival("c-1")).at("2023-06-01T10:00:10Z").when(new SeatPaused(LINE, "s-1"))
                .then(SEAT_PAUSED, rung("c-1", "s-2", "2023-06-01T10:00:30Z"))
                .and(line -> assertThat(line.seats().get("s-1").missedRings()).isZero());
    }

    @Test
    void a_seat_has_time_to_write_a_call_up_before_the_next_rings() {
        var line = seats("s-1").happened(arrival("c-1"), answer("c-1", "s-1"), arrival("c-2"))
                .at("2023-06-01T10:05:00Z");
        line.when(end("c-1")).then(ENDED).and(now -> assertThat(now.due()).isEqualTo("2023-06-01T10:05:30Z"))
                .whenDeadlineReached().then(RUNG, rung("c-2", "s-1", "2023-06-01T10:05:50Z"));
    }

    @Test
    void a_seat_that_says_it_is_open_has_done_with_its_last_call() {
        seats("s-1").happened(arrival("c-1"), answer("c-1", "s-1"), arrival("c-2")).at("2023-06-01T10:05:00Z")
                .happened(end("c-1")).at("2023-06-01T10:05:05Z").when(new SeatOpened(LINE, "s-1"))
                .then(SEAT_OPENED, rung("c-2", "s-1", "2023-06-01T10:05:25Z"));
    }

    @Test
    void an_emergency_waits_before_all_others_whoever_says_that_it_is_one() {
        seats("s-1").happened(arrival("c-0"), answer("c-0", "s-1"), arrival("c-1"), arrival("c-2"), emergency("c-3"))
                .and(line -> assertThat(line.waiting()).containsExactly("c-3", "c-1", "c-2"))
                .when(new CallMarkedEmergency(LINE, "c-2")).then(EMERGENCY_MARKED)
                .and(line -> assertThat(line.waiting().subList(0, 2)).containsExactlyInAnyOrder("c-2", "c-3"));
    }

    @Test
    void an_emergency_rings_in_place_of_another_call_when_no_seat_is_free() {
        seats("s-1").happened(arrival("c-1")).at("2023-06-01T10:00:05Z").when(emergency("c-2"))
                .then(CALL_ARRIVED, new SeatRung(LINE, "c-2", "s-1", true, Instant.parse("2023-06-01T10:00:25Z")))
                .and(line -> assertThat(line.unrung()).containsExactly("c-1"));
    }

    @Test
    void an_emergency_that_takes_a_ring_over_says_by_which_rule() {
        assertThat(new HotlineDecider().decide(seats("s-1").happened(arrival("c-1")).state(), emergency("c-2"),
                context("2023-06-01T10:00:05Z"))).isInstanceOfSatisfying(org.chongshan.core.Decision.Become.class,
                        become -> assertThat(become.rules()).isEqualTo(List.of(RUNG_INSTEAD, CALL_ARRIVED)));
    }

    private static org.chongshan.core.Context context(String time) {
        var at = Instant.parse(time);
        return new org.chongshan.core.Context("E-x", at, at, "seat-1", org.chongshan.events.Role.DESK, "320613001",
                org.chongshan.shell.ReferenceData.policy().at(at), org.chongshan.shell.ReferenceData.workingDays());
    }

    @Test
    void a_call_in_which_a_seat_has_been_for_long_is_stated_once_and_listed_until_it_ends() {
        seats("s-1").happened(arrival("c-1"), answer("c-1", "s-1")).whenDeadlineReached()
                .then(SEAT_STUCK, new SeatStuck(LINE, "s-1", "c-1", Instant.parse(TEN))).and(line -> {
                    assertThat(line.asOf()).isEqualTo("2023-06-01T10:45:00Z");
                    assertThat(line.lists()).containsEntry(Listed.SEAT_STUCK, TEN);
                    assertThat(line.due()).isNull();
                }).at("2023-06-01T10:50:00Z").when(end("c-1")).then(ENDED)
                .and(line -> assertThat(line.lists()).doesNotContainKey(Listed.SEAT_STUCK));
    }

    @Test
    void a_seat_that_answers_the_next_call_has_the_one_before_no_longer() {
        seats("s-1").happened(arrival("c-1"), answer("c-1", "s-1")).at("2023-06-01T10:03:00Z").happened(arrival("c-2"))
                .at("2023-06-01T10:03:10Z").when(answer("c-2", "s-1")).then(PICKED_UP).and(line -> {
                    assertThat(line.held()).containsExactly(java.util.Map.entry("s-1", "c-2"));
                    assertThat(line.overAt("c-1")).isEqualTo("2023-06-01T10:03:10Z");
                }).at("2023-06-01T10:03:05Z").when(end("c-1")).then(ENDED)
                .and(line -> assertThat(line.overAt("c-1")).isEqualTo("2023-06-01T10:03:05Z"));
    }

    @Test
    void of_two_answers_the_first_by_its_own_time_counts() {
        seats("s-1", "s-2").happened(arrival("c-1")).at("2023-06-01T10:00:07Z").happened(answer("c-1", "s-1"))
                .at("2023-06-01T10:00:06Z").when(answer("c-1", "s-2")).then(PICKED_UP)
                .and(line -> assertThat(line.held()).containsOnlyKeys("s-2")).at("2023-06-01T10:00:08Z")
                .when(answer("c-1", "s-1")).then(ANSWERED_BEFORE);
    }

    @Test
    void an_end_heard_before_its_answer_ends_the_call_and_the_answer_is_noted() {
        seats("s-1").happened(arrival("c-1")).at("2023-06-01T10:04:00Z").when(end("c-1")).then(ENDED_BEFORE_ITS_ANSWER)
                .and(line -> assertThat(line.waiting()).isEmpty()).at("2023-06-01T10:00:05Z").when(answer("c-1", "s-1"))
                .thenBy(PICKED_UP).and(line -> {
                    assertThat(line.held()).isEmpty();
                    assertThat(line.overAt("c-1")).isEqualTo("2023-06-01T10:04:00Z");
                }).at("2023-06-01T10:05:00Z").when(end("c-1")).then(ENDED_ONCE);
    }

    @Test
    void who_hangs_up_before_anybody_answers_is_called_back() {
        seats("s-1").happened(arrival("c-1")).at("2023-06-01T10:00:09Z").when(abandonment("c-1"))
                .then(ABANDONED,
                        new CallbackOwed(LINE + ".c-1", LINE, "c-1", CALLER, false,
                                Instant.parse("2023-06-01T10:00:09Z"), 5))
                .and(line -> assertThat(line.freeSeats()).as("it rings there no longer").containsExactly("s-1"))
                .at("2023-06-01T10:00:10Z").when(answer("c-1", "s-1")).then(ANSWERED_TOO_LATE)
                .and(line -> assertThat(line.held()).isEmpty());
    }

    @Test
    void who_hangs_up_in_the_moment_of_the_answer_was_answered_whichever_is_heard_first() {
        seats("s-1").happened(arrival("c-1")).at("2023-06-01T10:00:09Z").happened(answer("c-1", "s-1"))
                .when(abandonment("c-1")).then(ANSWERED_ALL_THE_SAME)
                .and(line -> assertThat(line.held()).containsOnlyKeys("s-1"));
        seats("s-1").happened(arrival("c-1")).at("2023-06-01T10:00:09Z").happened(abandonment("c-1"))
                .when(answer("c-1", "s-1")).then(PICKED_UP, new CallbackNotOwed(LINE + ".c-1", LINE, "c-1", 6))
                .and(line -> assertThat(line.held()).containsOnlyKeys("s-1"));
    }

    @Test
    void callbacks_are_stated_and_taken_back_by_their_rules() {
        var owed = seats().happened(arrival("c-1")).state();
        assertThat(rules(owed, abandonment("c-1"), "2023-06-01T10:00:09Z")).containsExactly(CALLBACK_OWED, ABANDONED);
        var abandoned = seats().happened(arrival("c-1")).at("2023-06-01T10:00:09Z").happened(abandonment("c-1"))
                .state();
        assertThat(rules(abandoned, answer("c-1", "s-1"), "2023-06-01T10:00:08Z")).containsExactly(CALLBACK_NOT_OWED,
                PICKED_UP);
    }

    private static List<org.chongshan.core.Rule> rules(Hotline line, HotlineEvent event, String time) {
        return ((org.chongshan.core.Decision.Become<Hotline>) new HotlineDecider().decide(line, event, context(time)))
                .rules();
    }

    @Test
    void who_waits_ten_minutes_is_called_back_and_a_second_less_waits() {
        var line = seats().happened(arrival("c-1"));
        line.at("2023-06-01T10:09:59Z").when(new SeatPaused(LINE, "s-1")).then(SEAT_PAUSED)
                .and(now -> assertThat(now.waiting()).containsExactly("c-1")).whenDeadlineReached()
                .then(CALLBACK_OWED,
                        new CallbackOwed(LINE + ".c-1", LINE, "c-1", CALLER, false,
                                Instant.parse("2023-06-01T10:10:00Z"), 3))
                .and(now -> assertThat(now.waiting()).isEmpty());
    }

    @Test
    void an_emergency_nobody_answers_in_ten_minutes_raises_an_alarm_once_also_when_there_is_no_number_to_call_back() {
        var over = Instant.parse("2023-06-01T10:10:00Z");
        seats().happened(emergency("c-1"), new CallArrived(LINE, "c-2", null, true), arrival("c-3"))
                .whenDeadlineReached()
                .then(EMERGENCY_UNANSWERED, new CallbackOwed(LINE + ".c-1", LINE, "c-1", CALLER, true, over, 3),
                        new CallbackOwed(LINE + ".c-3", LINE, "c-3", CALLER, false, over, 3),
                        new EmergencyUnanswered(LINE, "c-1", over), new EmergencyUnanswered(LINE, "c-2", over))
                .at("2023-06-01T10:10:01Z").when(new SeatPaused(LINE, "s-1")).then(SEAT_PAUSED);
    }

    @Test
    void an_emergency_whose_caller_hangs_up_unanswered_raises_an_alarm_and_one_that_is_answered_does_not() {
        var hungUp = Instant.parse("2023-06-01T10:00:09Z");
        seats("s-1").happened(emergency("c-1")).at("2023-06-01T10:00:09Z").when(abandonment("c-1")).then(ABANDONED,
                new CallbackOwed(LINE + ".c-1", LINE, "c-1", CALLER, true, hungUp, 5),
                new EmergencyUnanswered(LINE, "c-1", hungUp));
        seats("s-1").happened(emergency("c-1"), answer("c-1", "s-1")).at("2023-06-01T10:00:09Z").when(end("c-1"))
                .then(ENDED);
    }

    @Test
    void that_a_call_nobody_answered_was_an_emergency_is_told_to_whoever_calls_back_and_raises_an_alarm() {
        var hungUp = Instant.parse("2023-06-01T10:00:09Z");
        seats("s-1").happened(arrival("c-1")).at("2023-06-01T10:00:09Z").happened(abandonment("c-1"))
                .at("2023-06-01T10:00:20Z").when(new CallMarkedEmergency(LINE, "c-1")).then(EMERGENCY_MARKED,
                        new CallbackOwed(LINE + ".c-1", LINE, "c-1", CALLER, true, hungUp, 7),
                        new EmergencyUnanswered(LINE, "c-1", hungUp));
    }

    @Test
    void a_call_heard_of_long_after_it_came_rings_nowhere_and_is_called_back() {
        var late = seats("s-1").receivedAt("2023-06-01T10:15:00Z");
        late.when(arrival("c-1")).thenBy(CALL_ARRIVED).and(line -> {
            assertThat(line.freeSeats()).containsExactly("s-1");
            assertThat(line.owedCallbacks()).containsKey("c-1");
        });
        var line = seats("s-1").state();
        var at = Instant.parse(TEN);
        var heard = new org.chongshan.core.Context("E-x", at, at.plus(Duration.ofMinutes(15)), "x",
                org.chongshan.events.Role.DESK, "320613001", org.chongshan.shell.ReferenceData.policy().at(at),
                org.chongshan.shell.ReferenceData.workingDays());
        assertThat(new HotlineDecider().decide(line, arrival("c-1"), heard)).isInstanceOfSatisfying(
                org.chongshan.core.Decision.Become.class,
                become -> assertThat(become.rules().getFirst()).isEqualTo(WAITED_TOO_LONG));
    }

    @Test
    void whose_number_is_withheld_is_counted_and_not_called_back() {
        seats().happened(new CallArrived(LINE, "c-1", null, false)).at("2023-06-01T10:01:00Z").when(abandonment("c-1"))
                .then(ABANDONED).whenDeadlineReached().then(LEFT)
                .and(line -> assertThat(line.figures().get("2023-06").abandoned()).isEqualTo(1));
    }

    @Test
    void a_hundred_wait_and_beyond_them_the_last_in_order_is_called_back_never_an_emergency_before_others() {
        var line = seats();
        for (int i = 0; i < Hotline.MOST_WAITING; i++) {
            line.at("2023-06-01T10:00:00.%03dZ".formatted(i)).happened(arrival("c-%03d".formatted(i)));
        }
        line.at("2023-06-01T10:00:00.100Z").when(arrival("c-100")).thenBy(CALL_ARRIVED).and(now -> {
            assertThat(now.waiting()).hasSize(Hotline.MOST_WAITING).doesNotContain("c-100");
            assertThat(now.owedCallbacks()).containsKey("c-100");
        });
        assertThat(rules(line.state(), arrival("c-999"), "2023-06-01T10:00:00.200Z")).first()
                .isEqualTo(NO_ROOM_TO_WAIT);
        line.when(emergency("e-1")).thenBy(CALL_ARRIVED).and(now -> {
            assertThat(now.waiting()).hasSize(Hotline.MOST_WAITING).startsWith("e-1").doesNotContain("c-099");
            assertThat(now.owedCallbacks()).containsKey("c-099");
        });
    }

    @Test
    void a_call_arrives_once_at_the_first_time_that_is_known() {
        seats("s-1").happened(arrival("c-1")).at("2023-06-01T09:59:58Z").when(arrival("c-1")).then(ARRIVED_ONCE)
                .and(line -> assertThat(line.calls().get("c-1").arrival().at()).isEqualTo("2023-06-01T09:59:58Z"));
    }

    @Test
    void a_call_that_is_over_leaves_after_ten_minutes_and_its_figures_remain() {
        seats("s-1").happened(emergency("c-1")).at("2023-06-01T10:00:10Z").happened(answer("c-1", "s-1"))
                .at("2023-06-01T10:02:10Z").happened(end("c-1")).whenDeadlineReached().then(LEFT).and(line -> {
                    assertThat(line.asOf()).isEqualTo("2023-06-01T10:12:10Z");
                    assertThat(line.calls()).isEmpty();
                    assertThat(line.figures())
                            .containsExactly(java.util.Map.entry("2023-06", new Figures(1, 0, 0, 0, 1, 10, 120)));
                    assertThat(line.due()).isNull();
                });
    }

    @Test
    void a_word_about_a_call_that_never_arrives_is_counted_as_such() {
        seats("s-1").when(new CallMarkedEmergency(LINE, "c-9")).then(EMERGENCY_MARKED).whenDeadlineReached().then(LEFT)
                .and(line -> assertThat(line.figures().get("2023-06").unmatched()).isEqualTo(1));
    }

    @Test
    void a_hotline_that_closes_calls_back_whoever_waits_and_whoever_calls_then() {
        seats("s-1").happened(arrival("c-1"), answer("c-1", "s-1"), arrival("c-2")).at("2023-06-01T10:01:00Z")
                .when(new HotlineClosed(LINE, new Confidential("It moves to 12345.")))
                .then(CLOSED, new CallbackOwed(LINE + ".c-2", LINE, "c-2", CALLER, false,
                        Instant.parse("2023-06-01T10:01:00Z"), 3))
                .and(line -> {
                    assertThat(line.status()).isEqualTo(Status.CLOSED);
                    assertThat(line.held()).as("who speaks goes on").containsOnlyKeys("s-1");
                }).at("2023-06-01T10:02:00Z").when(arrival("c-3")).thenBy(CALL_ARRIVED)
                .and(line -> assertThat(line.owedCallbacks()).containsKey("c-3"))
                .when(new HotlineClosed(LINE, new Confidential("It moves."))).then(CLOSED_ONCE);
    }

    @Test
    void a_hotline_grown_to_its_limits_stays_small() {
        var line = opened();
        var sealed = new Personal("sealed.1." + "x".repeat(120));
        for (int i = 1; i <= 16; i++) {
            line.happened(new SeatOpened(LINE, "%0100d".formatted(i)));
        }
        for (int i = 0; i < 300; i++) {
            var call = "%048d".formatted(i);
            line.happened(new CallArrived(LINE, call, sealed, false));
            if (i < 150) {
                line.happened(new CallAnswered(LINE, call, "%0100d".formatted(1 + i % 16)));
            }
        }
        assertThat(line.state().waiting()).hasSize(Hotline.MOST_WAITING);
        assertThat(line.state().overs()).hasSizeLessThanOrEqualTo(Hotline.MOST_OVER);
        assertThat(AnyOrder.stored(line.state())).isBetween(50_000, 250_000);
    }

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<HotlineEvent>> one, List<Told<HotlineEvent>> other) {}

    /** Rings are decided when the platform hears; everything else is the same in every order. */
    @Property(tries = 400)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        var decider = new HotlineDecider();
        var one = AnyOrder.left(decider, orders.one());
        var other = AnyOrder.left(decider, orders.other());
        assertThat(facts(other)).isEqualTo(facts(one));
        assertThat(owed(AnyOrder.emitted(decider, orders.other())))
                .isEqualTo(owed(AnyOrder.emitted(decider, orders.one())));
    }

    /** What is last said of each callback, by its revision. */
    private static TreeMap<String, Boolean> owed(List<org.chongshan.events.Event> emitted) {
        var revisions = new TreeMap<String, Long>();
        var owed = new TreeMap<String, Boolean>();
        for (var event : emitted) {
            if (event instanceof CallbackOwed o && o.revision() >= revisions.getOrDefault(o.call(), 0L)) {
                revisions.put(o.call(), o.revision());
                owed.put(o.call(), true);
            } else if (event instanceof CallbackNotOwed n && n.revision() >= revisions.getOrDefault(n.call(), 0L)) {
                revisions.put(n.call(), n.revision());
                owed.put(n.call(), false);
            }
        }
        owed.values().removeIf(is -> !is);
        return owed;
    }

    private static Hotline facts(Hotline line) {
        var calls = new TreeMap<String, Call>();
        line.calls()
                .forEach((id, call) -> calls.put(id,
                        new Call(call.arrival(), call.emergency(), call.answer(), call.ended(), call.abandonedAt(),
                                call.turnedAwayAt(), call.words(), call.lastWordAt(), call.lateMinutes(), null,
                                new java.util.TreeSet<>(), false)));
        var seats = new TreeMap<String, Seat>();
        line.seats().forEach((id, seat) -> seats.put(id, new Seat(seat.standing(), null, null, 0, null)));
        return new Hotline(line.id(), line.subdistrict(), line.number(), line.closedAt(), line.asOf(), seats, calls,
                new TreeMap<>(), List.of(), new TreeMap<>());
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var calls = Arbitraries.of("c-1", "c-2", "c-3");
        var seats = Arbitraries.of("s-1", "s-2");
        var events = Arbitraries.<HotlineEvent>oneOf(calls.map(HotlineTest::arrival), calls.map(HotlineTest::emergency),
                Combinators.combine(calls, seats).as(HotlineTest::answer), calls.map(HotlineTest::end),
                calls.map(HotlineTest::abandonment), seats.map(seat -> new SeatOpened(LINE, seat)),
                seats.map(seat -> new SeatPaused(LINE, seat)), calls.map(call -> new CallMarkedEmergency(LINE, call)));
        // Nothing leaves within ten minutes: what has left is no longer waited for word of.
        var times = Arbitraries.integers().between(0, 590)
                .map(second -> Instant.parse(TEN).plus(Duration.ofSeconds(second)));
        return Combinators.combine(events, times).as((event, time) -> new Told<>("", time, event)).list().ofMaxSize(14)
                .map(HotlineTest::numbered).flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<HotlineEvent>> numbered(List<Told<HotlineEvent>> facts) {
        var all = new ArrayList<Told<HotlineEvent>>();
        all.add(new Told<>("e", Instant.parse("2023-06-01T09:00:00Z"), new HotlineOpened(LINE, "871-12345")));
        facts.forEach(fact -> all.add(new Told<>("e%02d".formatted(all.size()), fact.time(), fact.event())));
        return all;
    }
}
