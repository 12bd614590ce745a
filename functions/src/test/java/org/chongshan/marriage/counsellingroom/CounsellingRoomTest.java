package org.chongshan.marriage.counsellingroom;

import java.time.Instant;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.Given;
import org.chongshan.events.Role;
import org.chongshan.events.marriage.CounsellingEvent.RoomConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.RoomHeld;
import org.chongshan.events.marriage.CounsellingEvent.RoomRefused;
import org.chongshan.events.marriage.CounsellingEvent.RoomWithdrawn;
import org.chongshan.events.marriage.CounsellingRoomEvent;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomClosedFor;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomConfirmationRequested;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomHoldRequested;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomOpened;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomReleased;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomReopened;
import org.chongshan.events.marriage.HoldRefusal;
import org.chongshan.marriage.Appointments;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.marriage.counsellingroom.CounsellingRoomRule.*;

/** One of the registry's two rooms. */
class CounsellingRoomTest {
    private static final String NOW = "2023-03-02T01:00:00Z";
    private static final Instant TEN = Instant.parse("2023-03-02T02:00:00Z");
    private static final Instant AN_HOUR = Instant.parse("2023-03-02T02:00:00Z");

    private static Given<CounsellingRoom, CounsellingRoomEvent> open() {
        return given(new CounsellingRoomDecider()).by("registry-1", Role.REGISTRY).at(NOW)
                .happened(new RoomOpened("R-1"));
    }

    private static RoomHoldRequested ask(String appointment, Instant from) {
        return new RoomHoldRequested("R-1", appointment, from, from.plusSeconds(3600), AN_HOUR);
    }

    @Test
    void a_room_is_opened_once_and_nothing_is_held_before() {
        given(new CounsellingRoomDecider()).when(ask("S-1.1", TEN)).thenEarly(ROOM_UNKNOWN).when(new RoomOpened("R-1"))
                .then(OPENED).when(new RoomOpened("R-1")).thenRefused(OPENED_ONCE)
                .and(room -> assertThat(room.due()).isNull());
    }

    @Test
    void a_room_is_held_for_one_session_at_a_time_with_a_quarter_of_an_hour_between_two() {
        open().when(ask("S-1.1", TEN)).then(HELD, new RoomHeld("S-1", "S-1.1", AN_HOUR)).when(ask("S-1.1", TEN))
                .then(HELD, new RoomHeld("S-1", "S-1.1", AN_HOUR)).when(ask("S-2.1", TEN.plusSeconds(3600 + 899)))
                .then(NOT_FREE, new RoomRefused("S-2", "S-2.1", HoldRefusal.TAKEN))
                .when(ask("S-3.1", TEN.plusSeconds(3600 + 900))).then(HELD, new RoomHeld("S-3", "S-3.1", AN_HOUR));
    }

    @Test
    void a_hold_becomes_firm_before_it_runs_out_and_not_at_that_instant() {
        open().happened(ask("S-1.1", TEN)).at("2023-03-02T01:59:59Z")
                .when(new RoomConfirmationRequested("R-1", "S-1.1")).then(CONFIRMED, new RoomConfirmed("S-1", "S-1.1"))
                .and(room -> assertThat(room.due()).isNull()).when(new RoomConfirmationRequested("R-1", "S-1.1"))
                .then(CONFIRMED, new RoomConfirmed("S-1", "S-1.1"));
        open().happened(ask("S-1.1", TEN)).at("2023-03-02T02:00:00Z")
                .when(new RoomConfirmationRequested("R-1", "S-1.1"))
                .then(RAN_OUT, new RoomRefused("S-1", "S-1.1", HoldRefusal.EXPIRED));
    }

    @Test
    void what_nobody_confirms_goes_to_the_next_at_that_instant() {
        var afternoon = TEN.plusSeconds(4 * 3600);
        open().happened(ask("S-1.1", afternoon), ask("S-2.1", afternoon)).whenDeadlineReached()
                .then(HOLDS_LAPSED, new RoomHeld("S-2", "S-2.1", AN_HOUR.plusSeconds(3600)))
                .and(room -> assertThat(room.appointments().waiting()).isEmpty());
    }

    @Test
    void what_is_given_back_goes_to_the_next_and_given_back_again_changes_nothing() {
        open().happened(ask("S-1.1", TEN), ask("S-2.1", TEN)).when(new RoomReleased("R-1", "S-1.1"))
                .then(RELEASED, new RoomHeld("S-2", "S-2.1", AN_HOUR)).when(new RoomReleased("R-1", "S-1.1"))
                .then(RELEASED);
    }

    @Test
    void a_closure_puts_sessions_out_and_taken_back_it_lets_them_in_again() {
        open().happened(ask("S-1.1", TEN), new RoomConfirmationRequested("R-1", "S-1.1"))
                .when(new RoomClosedFor("R-1", "B-1", TEN, TEN.plusSeconds(60)))
                .then(CLOSED, new RoomWithdrawn("S-1", "S-1.1")).when(ask("S-2.1", TEN))
                .then(NOT_FREE, new RoomRefused("S-2", "S-2.1", HoldRefusal.CLOSED))
                .when(new RoomReopened("R-1", "B-1")).then(REOPENED, new RoomHeld("S-1", "S-1.1", AN_HOUR));
    }

    @Test
    void what_comes_late_or_lies_behind_is_refused_by_its_reason() {
        open().at("2023-03-02T02:00:00Z").when(ask("S-1.1", TEN.plusSeconds(7200)))
                .then(NOT_FREE, new RoomRefused("S-1", "S-1.1", HoldRefusal.EXPIRED))
                .when(new RoomHoldRequested("R-1", "S-2.1", Instant.parse("2023-03-01T02:00:00Z"),
                        Instant.parse("2023-03-01T03:00:00Z"), AN_HOUR.plusSeconds(60)))
                .then(NOT_FREE, new RoomRefused("S-2", "S-2.1", HoldRefusal.PAST));
    }

    @Test
    void a_room_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = open();
        for (int i = 0; i < Appointments.MOST; i++) {
            var appointment = "%090d.1".formatted(i);
            full.happened(ask(appointment, TEN.plusSeconds(7200L * i)),
                    new RoomConfirmationRequested("R-1", appointment));
        }
        full.when(ask("S-1.1", TEN.plusSeconds(7200L * 600))).then(NOT_FREE,
                new RoomRefused("S-1", "S-1.1", HoldRefusal.DIARY_FULL));
        for (int i = 0; i < Appointments.MOST; i++) {
            full.happened(new RoomClosedFor("R-1", "%0100d".formatted(i), TEN.plusSeconds(7200L * 700 + 60L * i),
                    TEN.plusSeconds(7200L * 700 + 60L * i + 60)));
        }
        full.when(new RoomClosedFor("R-1", "one-more", TEN, TEN)).thenRefused(TOO_MANY_CLOSURES);
        assertThat(AnyOrder.stored(full.state())).isBetween(100_000, 320_000);
    }
}
