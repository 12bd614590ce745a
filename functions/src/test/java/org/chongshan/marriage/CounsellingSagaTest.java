package org.chongshan.marriage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Deadlines;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.Policy;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Confidential;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.json.EventJson;
import org.chongshan.events.marriage.CounsellingEvent;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingBooked;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingCancelled;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingDeclined;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingRescheduled;
import org.chongshan.events.marriage.CounsellingKind;
import org.chongshan.events.marriage.CounsellingRoomEvent;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomClosedFor;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomOpened;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomReopened;
import org.chongshan.events.marriage.CounsellorEvent;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorAwayFor;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorBack;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorEngaged;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorLeft;
import org.chongshan.events.marriage.CounsellorKind;
import org.chongshan.marriage.counselling.CounsellingDecider;
import org.chongshan.marriage.counsellingroom.CounsellingRoomDecider;
import org.chongshan.marriage.counsellor.CounsellorDecider;
import org.chongshan.shell.ReferenceData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions, rooms and counsellors together, with every word between them on its way for as long as it likes, in any order; with
 * clocks that tick late; and with people who book, confirm, decline, cancel, move, close and leave at any moment, and twice.
 */
class CounsellingSagaTest {
    private static final Instant MORNING = Instant.parse("2023-03-02T00:00:00Z");
    private static final List<String> SESSIONS = List.of("S-0", "S-1", "S-2", "S-3", "S-4");
    private static final List<String> ROOMS = List.of("R-1", "R-2");
    private static final List<String> COUNSELLORS = List.of("C-1", "C-2");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Policy POLICY = ReferenceData.policy();
    private static final WorkingDays CALENDAR = ReferenceData.workingDays();

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void no_room_and_no_counsellor_is_twice_at_one_time_and_nobody_keeps_what_is_not_their_own(
            @ForAll("seeds") long seed) {
        var world = new World(new Random(seed));
        for (int i = 0; i < 120; i++) {
            world.step();
            world.noDiaryOverlaps();
        }
        world.comesToRest();
        world.noDiaryOverlaps();
        world.whatIsFirmIsSomebodysAndWhatStandsIsFirm();
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void no_hold_outlives_its_expiry(@ForAll("seeds") long seed) {
        var world = new World(new Random(seed));
        for (int i = 0; i < 80; i++) {
            world.step();
            world.noHoldIsConfirmedAfterItRanOut();
        }
        world.comesToRest();
        world.nothingIsHeld();
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void it_does_come_to_sessions_that_stand_and_to_sessions_that_wait(@ForAll("seeds") long seed) {
        var seen = new HashSet<String>();
        for (int run = 0; run < 40; run++) {
            var world = new World(new Random(seed + run));
            for (int i = 0; i < 120; i++) {
                world.step();
                SESSIONS.forEach(session -> seen.add(world.statusOf(session)));
            }
        }
        assertThat(seen).contains("seeking", "waiting", "offered", "confirming", "confirmed", "declined", "cancelled",
                "expired");
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    /** A word on its way. */
    private record Sent(Event event, Role role) {}

    private static final class World {
        private final Random random;
        private final Map<String, Aggregate> states = new TreeMap<>();
        private final List<Sent> underway = new ArrayList<>();
        /** Of each hold, by its number, when it runs out; and of each that became firm, when. */
        private final Map<String, Instant> heldUntil = new HashMap<>();
        private Instant now = MORNING;
        private int events;

        World(Random random) {
            this.random = random;
            ROOMS.forEach(room -> decide(new RoomOpened(room), Role.REGISTRY));
            COUNSELLORS.forEach(counsellor -> decide(
                    new CounsellorEngaged(counsellor, CounsellorKind.SOCIAL_WORKER, "O-1"), Role.REGISTRY));
        }

        void step() {
            var draw = random.nextInt(24);
            if (draw < 16 && !underway.isEmpty()) {
                var next = underway.remove(random.nextInt(underway.size()));
                decide(next.event(), next.role());
            } else if (draw < 18) {
                now = now.plus(Duration.ofMinutes(random.nextInt(25)));
            } else if (draw < 19) {
                clock();
            } else {
                somebodyActs();
            }
        }

        private void somebodyActs() {
            var session = one(SESSIONS);
            var slot = MORNING.plus(Duration.ofMinutes(180 + 30L * random.nextInt(8)));
            var event = switch (random.nextInt(14)) {
                case 0, 1, 2,
                        3 ->
                    random.nextInt(5) == 0
                            ? new CounsellingBooked(session, "K-" + session, null, CounsellingKind.ONLINE,
                                    one(COUNSELLORS), null, slot, 60)
                            : new CounsellingBooked(session, "K-" + session, null, CounsellingKind.ONE_TO_ONE,
                                    one(COUNSELLORS), one(ROOMS), slot, 60);
                case 4, 5, 6, 7 -> new CounsellingConfirmed(session);
                case 8 -> new CounsellingDeclined(session);
                case 9 -> new CounsellingCancelled(session, new Confidential("Ill."));
                case 10 -> new CounsellingRescheduled(session, one(COUNSELLORS), one(ROOMS), slot, 60);
                case 11 -> random.nextBoolean()
                        ? new RoomClosedFor(one(ROOMS), "B-1", slot, slot.plusSeconds(3600))
                        : new RoomReopened(one(ROOMS), "B-1");
                case 12 -> random.nextBoolean()
                        ? new CounsellorAwayFor(one(COUNSELLORS), "A-1", slot, slot.plusSeconds(3600))
                        : new CounsellorBack(one(COUNSELLORS), "A-1");
                default -> random.nextInt(3) == 0
                        ? new CounsellorLeft(one(COUNSELLORS), new Confidential("Moved."))
                        : new CounsellorEngaged(one(COUNSELLORS), CounsellorKind.LAWYER, "O-2");
            };
            for (int i = random.nextInt(2); i >= 0; i--) {
                underway.add(new Sent(event, Role.REGISTRY));
            }
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        /** Whoever is due, is told; each as often as it takes. */
        private void clock() {
            for (var key : List.copyOf(states.keySet())) {
                for (var due = states.get(key).due(); due != null && due.isBefore(now); due = states.get(key).due()) {
                    tell(key, due);
                    assertThat(states.get(key).due()).as("told, and due again at once").isNotEqualTo(due);
                }
            }
        }

        void comesToRest() {
            for (int i = 0; i < 60; i++) {
                while (!underway.isEmpty()) {
                    var next = underway.remove(random.nextInt(underway.size()));
                    decide(next.event(), next.role());
                }
                now = now.plus(Duration.ofMinutes(15));
                clock();
            }
        }

        private Context context(Instant time, Role role) {
            return new Context("E-" + events++, time, now, "registry-1", role, "320613001", POLICY.at(time), CALENDAR);
        }

        private void decide(Event event, Role role) {
            switch (event) {
                case CounsellingEvent one -> decide(new CounsellingDecider(), "session/" + one.session(), one, role);
                case CounsellingRoomEvent one -> decide(new CounsellingRoomDecider(), "room/" + one.room(), one, role);
                case CounsellorEvent one ->
                    decide(new CounsellorDecider(), "counsellor/" + one.counsellor(), one, role);
                default -> {
                }
            }
        }

        @SuppressWarnings("unchecked")
        private <S extends Aggregate, E extends Event> void decide(Decider<S, E> decider, String key, E event,
                Role role) {
            var state = (S) states.get(key);
            take(key,
                    state == null
                            ? decider.begin(decider.idOf(event), event, context(now, role))
                            : decider.decide(state, event, context(now, role)));
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private void tell(String key, Instant due) {
            Decider decider = key.startsWith("session/")
                    ? new CounsellingDecider()
                    : key.startsWith("room/") ? new CounsellingRoomDecider() : new CounsellorDecider();
            take(key, Deadlines.reached(decider, states.get(key), context(due, Role.SYSTEM)));
        }

        private void take(String key, Decision<?> decision) {
            if (decision instanceof Decision.Become<?> become) {
                states.put(key, become.state());
                become.emitted().forEach(event -> underway.add(new Sent(event, Role.SYSTEM)));
            }
        }

        private JsonNode json(String key) {
            return JSON.readTree(EventJson.writeValue(states.get(key)));
        }

        private Appointments diary(String key) {
            return EventJson.readValue(json(key).path("appointments").toString(), Appointments.class);
        }

        private List<String> diaries() {
            return states.keySet().stream().filter(key -> !key.startsWith("session/")).toList();
        }

        String statusOf(String session) {
            var state = states.get("session/" + session);
            return state == null ? "none" : state.status().word();
        }

        void noDiaryOverlaps() {
            for (var key : diaries()) {
                var live = diary(key).diary().appointments().stream().filter(one -> one.isLive(now)).toList();
                for (int i = 1; i < live.size(); i++) {
                    assertThat(live.get(i).from()).as(key + " " + live)
                            .isAfterOrEqualTo(live.get(i - 1).until().plus(Duration.ofMinutes(15)));
                }
            }
        }

        void noHoldIsConfirmedAfterItRanOut() {
            for (var key : diaries()) {
                for (var one : diary(key).diary().appointments()) {
                    var until = one.heldUntil();
                    if (until != null) {
                        heldUntil.put(key + one.id(), until);
                    } else if (heldUntil.containsKey(key + one.id())) {
                        assertThat(heldUntil.remove(key + one.id())).as("made firm, now").isAfter(now);
                    }
                }
            }
        }

        void nothingIsHeld() {
            for (var key : diaries()) {
                assertThat(diary(key).diary().appointments()).as(key).allMatch(one -> one.heldUntil() == null);
            }
        }

        /** Nobody is left with a room that is not theirs, and nobody without the room they believe they have. */
        void whatIsFirmIsSomebodysAndWhatStandsIsFirm() {
            var firm = new HashSet<String>();
            for (var key : diaries()) {
                diary(key).diary().appointments().stream().map(Appointment::id)
                        .forEach(id -> firm.add(key.substring(key.indexOf('/') + 1) + " " + id));
            }
            var own = new HashSet<String>();
            for (var session : SESSIONS) {
                if (statusOf(session).equals("confirmed")) {
                    json("session/" + session).path("claims").forEach(claim -> own
                            .add(claim.path("resource").stringValue() + " " + claim.path("appointment").stringValue()));
                }
            }
            assertThat(firm).isEqualTo(own);
        }
    }
}
