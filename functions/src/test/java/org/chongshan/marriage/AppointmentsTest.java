package org.chongshan.marriage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.Diary.Closure;
import org.chongshan.core.Diary.Reason;
import org.chongshan.core.Diary.Terms;
import org.chongshan.marriage.Appointments.House;
import org.chongshan.marriage.Appointments.Waiting;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Diaries in which sessions wait for a time. */
class AppointmentsTest {
    private static final Instant NOW = Instant.parse("2023-03-02T01:00:00Z");
    private static final Instant TEN = Instant.parse("2023-03-02T02:00:00Z");
    private static final House HOUSE = new House(Terms.NONE, Duration.ofMinutes(30));

    private static Appointment hour(String id, Instant from) {
        return new Appointment(id, from, from.plusSeconds(3600), "", NOW.plusSeconds(1800));
    }

    private static Appointments asked(String... ids) {
        var all = Appointments.NONE;
        for (var id : ids) {
            all = all.ask(hour(id, TEN), NOW, HOUSE).step().now();
        }
        return all;
    }

    @Test
    void whoever_comes_second_waits_in_order_and_moves_up_before_anybody_who_asks_later() {
        var all = asked("S-1.1", "S-2.1", "S-3.1", "S-2.1");
        assertThat(all.waiting()).extracting(Waiting::appointment).containsExactly("S-2.1", "S-3.1");
        var later = NOW.plusSeconds(1800);
        var answered = all.ask(hour("S-4.1", TEN), later.minusSeconds(1), HOUSE);
        assertThat(answered.reason()).isEqualTo(Reason.OVERLAP);
        // The first hold has run out, and nobody has told the diary yet.
        var at = new Appointment("S-5.1", TEN, TEN.plusSeconds(3600), "", later.plusSeconds(60));
        answered = all.ask(at, later, HOUSE);
        assertThat(answered.granted()).isNull();
        assertThat(answered.step().moved())
                .containsExactly(new Appointment("S-2.1", TEN, TEN.plusSeconds(3600), "", later.plusSeconds(1800)));
    }

    @Test
    void what_is_released_goes_to_the_first_whose_time_it_is_and_who_has_withdrawn_is_passed_over() {
        var all = asked("S-1.1", "S-2.1", "S-3.1").release("S-2.1", NOW, HOUSE).now();
        var step = all.release("S-1.1", NOW, HOUSE);
        assertThat(step.moved()).extracting(Appointment::id).containsExactly("S-3.1");
        assertThat(step.now().waiting()).isEmpty();
        assertThat(step.now().release("S-1.1", NOW, HOUSE).now()).as("again").isEqualTo(step.now());
    }

    @Test
    void what_has_begun_is_waited_for_no_more() {
        var left = asked("S-1.1", "S-2.1").lapse(TEN, HOUSE);
        assertThat(left.moved()).isEmpty();
        assertThat(left.now().waiting()).isEmpty();
    }

    @Test
    void a_closure_puts_out_what_has_not_begun_and_reopened_it_moves_up() {
        var closed = asked("S-1.1").close(new Closure("B", TEN, TEN.plusSeconds(60)), NOW, HOUSE);
        assertThat(closed.out()).extracting(Appointment::id).containsExactly("S-1.1");
        assertThat(closed.now().waiting()).hasSize(1);
        assertThat(closed.now().reopen("B", NOW, HOUSE).moved()).extracting(Appointment::id).containsExactly("S-1.1");
        var begun = Appointments.NONE.ask(hour("S-1.1", NOW), NOW, HOUSE).step().now().close(new Closure("B", NOW, TEN),
                NOW.plusSeconds(60), HOUSE);
        assertThat(begun.out()).as("has begun").isEmpty();
        assertThat(begun.now().diary().appointments()).hasSize(1);
    }

    @Test
    void at_the_end_all_that_is_to_come_falls_away_and_nobody_waits() {
        var ended = asked("S-1.1", "S-2.1").end(NOW);
        assertThat(ended.out()).extracting(Appointment::id).containsExactly("S-1.1", "S-2.1");
        assertThat(ended.now().diary().appointments()).isEmpty();
        assertThat(ended.now().waiting()).isEmpty();
    }

    @Test
    void a_diary_and_its_list_have_an_end() {
        var full = asked("S-0.1");
        for (int i = 1; i < Appointments.MOST; i++) {
            full = full.ask(hour("S-" + i + ".1", TEN.plus(Duration.ofHours(i))), NOW, HOUSE).step().now();
        }
        var one = full.ask(hour("S-x.1", TEN.plus(Duration.ofHours(900))), NOW, HOUSE);
        assertThat(one.granted()).isNull();
        assertThat(one.reason()).isNull();
        var waiting = asked("S-0.1");
        for (int i = 1; i < 60; i++) {
            waiting = waiting.ask(hour("S-" + i + ".1", TEN), NOW, HOUSE).step().now();
        }
        assertThat(waiting.waiting()).hasSize(Appointments.MOST_WAITING);
    }

    @Test
    void an_appointment_says_whose_it_is() {
        assertThat(List.of("S-1.1", "S.x.12")).extracting(Appointments::sessionOf).containsExactly("S-1", "S.x");
    }
}
