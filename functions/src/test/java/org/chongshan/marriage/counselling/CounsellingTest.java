package org.chongshan.marriage.counselling;

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
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.marriage.CounsellingEvent;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingBooked;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingCancelled;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingDeclined;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingHeld;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingMissed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingNoted;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingRescheduled;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorHeld;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorRefused;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorWithdrawn;
import org.chongshan.events.marriage.CounsellingEvent.HarmDisclosed;
import org.chongshan.events.marriage.CounsellingEvent.PartiesArrived;
import org.chongshan.events.marriage.CounsellingEvent.RoomConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.RoomHeld;
import org.chongshan.events.marriage.CounsellingEvent.RoomRefused;
import org.chongshan.events.marriage.CounsellingEvent.RoomWithdrawn;
import org.chongshan.events.marriage.CounsellingKind;
import org.chongshan.events.marriage.CounsellingNotice.CounsellingAppointed;
import org.chongshan.events.marriage.CounsellingNotice.CounsellingFellThrough;
import org.chongshan.events.marriage.CounsellingNotice.CounsellingReportOverdue;
import org.chongshan.events.marriage.CounsellingNotice.CounsellingTimeHeld;
import org.chongshan.events.marriage.CounsellingNotice.ViolenceReported;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomConfirmationRequested;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomHoldRequested;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomReleased;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorConfirmationRequested;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorHoldRequested;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorReleased;
import org.chongshan.events.marriage.DivorceEvent.CoupleCounselled;
import org.chongshan.events.marriage.HoldRefusal;
import org.chongshan.marriage.counselling.CounsellingSession.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.marriage.counselling.CounsellingRule.*;

/** A session of Mr Ge and Ms Hua (葛先生、花女士) with the social worker, in one of the two rooms. */
class CounsellingTest {
    private static final String NOW = "2023-03-02T01:00:00Z";
    private static final Instant STARTS = Instant.parse("2023-03-02T06:00:00Z");
    private static final Instant ENDS = Instant.parse("2023-03-02T07:00:00Z");
    private static final Instant HOLD = Instant.parse("2023-03-02T02:00:00Z");
    private static final String AFTERWARDS = "2023-03-02T07:10:00Z";
    private static final CounsellingBooked BOOKING = new CounsellingBooked("S-1", "K-1", "D-1",
            CounsellingKind.ONE_TO_ONE, "worker-1", "R-1", STARTS, 60);
    private static final CounsellingConfirmed WILL_COME = new CounsellingConfirmed("S-1");
    private static final CounsellingDeclined DECLINES = new CounsellingDeclined("S-1");
    private static final CounsellingHeld TOOK_PLACE = new CounsellingHeld("S-1");
    private static final CounsellingMissed NOBODY_CAME = new CounsellingMissed("S-1");
    private static final PartiesArrived THEY_ARE_THERE = new PartiesArrived("S-1");
    private static final CounsellingNoted NOTE = new CounsellingNoted("S-1", new Personal("They listened."));
    private static final RoomHeld ROOM = new RoomHeld("S-1", "S-1.1", HOLD);
    private static final CounsellorHeld WORKER = new CounsellorHeld("S-1", "S-1.2", HOLD);
    private static final RoomReleased ROOM_BACK = new RoomReleased("R-1", "S-1.1");
    private static final CounsellorReleased WORKER_BACK = new CounsellorReleased("worker-1", "S-1.2");

    private static Given<CounsellingSession, CounsellingEvent> nobodyKnows() {
        return given(new CounsellingDecider()).by("registry-1", Role.REGISTRY).at(NOW);
    }

    private static Given<CounsellingSession, CounsellingEvent> booked() {
        return nobodyKnows().happened(BOOKING);
    }

    private static Given<CounsellingSession, CounsellingEvent> offered() {
        return booked().happened(ROOM, WORKER);
    }

    private static Given<CounsellingSession, CounsellingEvent> standing() {
        return offered().happened(WILL_COME, new RoomConfirmed("S-1", "S-1.1"),
                new CounsellorConfirmed("S-1", "S-1.2"));
    }

    private static RoomHoldRequested askRoom(String appointment, Instant until) {
        return new RoomHoldRequested("R-1", appointment, STARTS, ENDS, until);
    }

    private static CounsellorHoldRequested askWorker(String appointment, Instant until) {
        return new CounsellorHoldRequested("worker-1", appointment, STARTS, ENDS, until);
    }

    @Test
    void room_and_counsellor_are_asked_for_held_confirmed_and_the_session_stands() {
        nobodyKnows().when(BOOKING).then(BOOKED, askRoom("S-1.1", HOLD), askWorker("S-1.2", HOLD)).when(BOOKING)
                .thenRefused(BOOKED_ONCE).when(WORKER).then(HELD_SO_FAR).when(ROOM)
                .then(OFFERED, new CounsellingTimeHeld("S-1", HOLD)).when(ROOM).thenRefused(ANSWER_TOO_LATE)
                .when(WILL_COME)
                .then(CONFIRMING, new RoomConfirmationRequested("R-1", "S-1.1"),
                        new CounsellorConfirmationRequested("worker-1", "S-1.2"))
                .when(new CounsellorConfirmed("S-1", "S-1.2")).then(CONFIRMED_SO_FAR)
                .when(new RoomConfirmed("S-1", "S-1.1")).then(CONFIRMED, new CounsellingAppointed("S-1", STARTS))
                .when(new RoomConfirmed("S-1", "S-1.1")).thenRefused(ANSWER_TOO_LATE).when(WILL_COME)
                .thenRefused(NOT_AT_THIS_POINT)
                .and(session -> assertThat(session.status()).isEqualTo(Status.CONFIRMED));
    }

    @Test
    void a_couple_asked_in_at_once_says_so_before_all_is_held() {
        nobodyKnows().at("2023-03-02T06:00:00Z").happened(BOOKING).when(WILL_COME).then(AGREED)
                .happened(new RoomHeld("S-1", "S-1.1", ENDS)).when(new CounsellorHeld("S-1", "S-1.2", ENDS))
                .then(CONFIRMING, new RoomConfirmationRequested("R-1", "S-1.1"),
                        new CounsellorConfirmationRequested("worker-1", "S-1.2"));
    }

    @Test
    void an_online_session_needs_no_room() {
        var online = new CounsellingBooked("S-1", "K-1", null, CounsellingKind.ONLINE, "worker-1", null, STARTS, 60);
        nobodyKnows().when(online).then(BOOKED, askWorker("S-1.1", HOLD)).when(new CounsellorHeld("S-1", "S-1.1", HOLD))
                .then(OFFERED, new CounsellingTimeHeld("S-1", HOLD))
                .when(new CounsellingRescheduled("S-1", "worker-1", "R-1", STARTS, 60))
                .then(RESCHEDULED, new CounsellorReleased("worker-1", "S-1.1"), askWorker("S-1.2", HOLD));
        nobodyKnows().when(new CounsellingBooked("S-1", "K-1", null, CounsellingKind.PARENT_CHILD_SALON, "worker-1",
                null, STARTS, 60)).thenRefused(NEEDS_A_ROOM);
    }

    @Test
    void where_one_is_not_free_the_other_is_given_back_and_a_turn_begins_anew() {
        var later = HOLD.plusSeconds(1800);
        booked().happened(WORKER).when(new RoomRefused("S-1", "S-1.1", HoldRefusal.TAKEN))
                .then(NOTHING_FREE, WORKER_BACK).and(session -> assertThat(session.status()).isEqualTo(Status.WAITING))
                .and(session -> assertThat(session.rank()).as("in the order they were heard").isEqualTo(NOW))
                .when(new RoomHeld("S-1", "S-1.1", later)).then(MOVED_UP, askWorker("S-1.3", later))
                .when(new CounsellorHeld("S-1", "S-1.3", later)).then(OFFERED, new CounsellingTimeHeld("S-1", later));
    }

    @Test
    void a_session_that_waits_for_both_asks_for_the_other_under_the_number_it_waits_under() {
        var later = HOLD.plusSeconds(1800);
        booked().happened(new RoomRefused("S-1", "S-1.1", HoldRefusal.TAKEN), new RoomHeld("S-1", "S-1.1", later))
                .when(new CounsellorRefused("S-1", "S-1.3", HoldRefusal.TAKEN)).then(NOTHING_FREE, ROOM_BACK)
                .when(new CounsellorHeld("S-1", "S-1.3", later)).then(MOVED_UP, askRoom("S-1.4", later))
                .when(new RoomRefused("S-1", "S-1.4", HoldRefusal.TAKEN))
                .then(NOTHING_FREE, new CounsellorReleased("worker-1", "S-1.3"));
    }

    @Test
    void what_a_client_does_not_confirm_in_time_is_given_back() {
        offered().whenDeadlineReached().then(EXPIRED, ROOM_BACK, WORKER_BACK, new CounsellingFellThrough("S-1"))
                .and(session -> assertThat(session.status()).isEqualTo(Status.EXPIRED)).when(WILL_COME)
                .thenRefused(NOT_AT_THIS_POINT);
        offered().at("2023-03-02T01:59:59Z").when(WILL_COME).thenBy(CONFIRMING);
        offered().at("2023-03-02T02:00:00Z").when(WILL_COME).thenRefused(HOLD_RAN_OUT);
    }

    @Test
    void no_answer_in_time_gives_all_back_and_an_answer_that_comes_then_is_sent_back() {
        booked().happened(ROOM).whenDeadlineReached().then(NO_ANSWER, ROOM_BACK, WORKER_BACK)
                .and(session -> assertThat(session.status()).isEqualTo(Status.WAITING)).when(WORKER)
                .then(GIVEN_BACK, WORKER_BACK).when(new CounsellorRefused("S-1", "S-1.2", HoldRefusal.TAKEN))
                .thenRefused(ANSWER_TOO_LATE).whenDeadlineReached().then(LAPSED, new CounsellingFellThrough("S-1"))
                .and(session -> assertThat(session.status()).isEqualTo(Status.LAPSED));
    }

    @Test
    void a_hold_that_ran_out_on_the_way_is_asked_for_again_and_the_client_need_not_say_it_twice() {
        offered().happened(WILL_COME).when(new RoomRefused("S-1", "S-1.1", HoldRefusal.EXPIRED))
                .then(HOLD_LOST, askRoom("S-1.3", HOLD), askWorker("S-1.4", HOLD), ROOM_BACK, WORKER_BACK)
                .when(new CounsellorConfirmed("S-1", "S-1.2")).then(GIVEN_BACK, WORKER_BACK)
                .happened(new RoomHeld("S-1", "S-1.3", HOLD)).when(new CounsellorHeld("S-1", "S-1.4", HOLD))
                .thenBy(CONFIRMING);
    }

    @Test
    void when_a_room_is_closed_after_all_the_session_waits_again_and_the_client_is_told() {
        standing().when(new RoomWithdrawn("S-1", "S-1.1"))
                .then(DISPLACED, WORKER_BACK, new CounsellingFellThrough("S-1"))
                .when(new CounsellorWithdrawn("S-1", "S-1.2")).thenRefused(ANSWER_TOO_LATE)
                .when(new RoomHeld("S-1", "S-1.1", HOLD)).then(MOVED_UP, askWorker("S-1.3", HOLD));
        standing().at("2023-03-02T06:30:00Z").when(new CounsellorWithdrawn("S-1", "S-1.2"))
                .then(DISPLACED, ROOM_BACK, new CounsellingFellThrough("S-1")).whenDeadlineReached().thenBy(LAPSED);
        standing().by("worker-1", Role.ORGANISATION).at(AFTERWARDS).happened(TOOK_PLACE)
                .when(new CounsellorWithdrawn("S-1", "S-1.2")).thenRefused(TOOK_PLACE_ANYHOW);
    }

    @Test
    void a_client_may_decline_at_any_time_and_what_is_held_comes_back_whenever_it_comes() {
        booked().when(DECLINES).then(DECLINED, ROOM_BACK, WORKER_BACK).when(ROOM).then(GIVEN_BACK, ROOM_BACK)
                .when(new RoomConfirmed("S-1", "S-1.1")).then(GIVEN_BACK, ROOM_BACK).when(DECLINES)
                .thenRefused(NOT_AT_THIS_POINT).and(session -> assertThat(session.due()).isNull());
        standing().when(DECLINES).then(DECLINED, ROOM_BACK, WORKER_BACK);
    }

    @Test
    void who_cannot_hold_it_cancels_it_and_the_client_is_told() {
        standing().by("worker-1", Role.ORGANISATION)
                .when(new CounsellingCancelled("S-1", new Confidential("Fallen ill.")))
                .then(CANCELLED, ROOM_BACK, WORKER_BACK, new CounsellingFellThrough("S-1"));
    }

    @Test
    void a_session_is_moved_to_another_time_and_confirmed_anew() {
        var tomorrow = Instant.parse("2023-03-03T06:00:00Z");
        standing().when(new CounsellingRescheduled("S-1", "worker-2", null, tomorrow, 90)).thenRefused(NEEDS_A_ROOM)
                .when(new CounsellingRescheduled("S-1", "worker-2", "R-2", Instant.parse(NOW).minusSeconds(1), 90))
                .thenRefused(STARTS_BEFORE_IT_IS_BOOKED)
                .when(new CounsellingRescheduled("S-1", "worker-2", "R-2", tomorrow, 90))
                .then(RESCHEDULED, ROOM_BACK, WORKER_BACK,
                        new RoomHoldRequested("R-2", "S-1.3", tomorrow, tomorrow.plusSeconds(5400), HOLD),
                        new CounsellorHoldRequested("worker-2", "S-1.4", tomorrow, tomorrow.plusSeconds(5400), HOLD))
                .happened(new RoomHeld("S-1", "S-1.3", HOLD)).when(new CounsellorHeld("S-1", "S-1.4", HOLD))
                .then(OFFERED, new CounsellingTimeHeld("S-1", HOLD));
        nobodyKnows().at("2023-03-02T06:00:01Z").when(BOOKING).thenRefused(STARTS_BEFORE_IT_IS_BOOKED);
    }

    @Test
    void a_session_that_took_place_stands_with_the_couples_application_and_only_its_counsellor_says_so() {
        standing().by("worker-1", Role.ORGANISATION).at("2023-03-01T07:10:00Z").when(TOOK_PLACE).thenRefused(NOT_YET)
                .when(THEY_ARE_THERE).thenRefused(NOT_YET).at(AFTERWARDS).by("worker-2", Role.ORGANISATION)
                .when(TOOK_PLACE).thenRefused(NOT_ITS_COUNSELLOR).by("Worker-1", Role.ORGANISATION).when(TOOK_PLACE)
                .then(HELD, new CoupleCounselled("D-1", "S-1", Instant.parse(AFTERWARDS))).when(TOOK_PLACE)
                .thenRefused(HELD_ONCE).when(DECLINES).thenRefused(NOT_AT_THIS_POINT)
                .and(session -> assertThat(session.due()).isNull());
        nobodyKnows()
                .at(NOW).happened(new CounsellingBooked("S-1", "K-1", null, CounsellingKind.ONE_TO_ONE, "worker-1",
                        "R-1", STARTS, 60))
                .by("worker-1", Role.ORGANISATION).at(AFTERWARDS).when(TOOK_PLACE).then(HELD);
    }

    @Test
    void nobody_came_and_nothing_follows_from_it_unless_they_did_come() {
        standing().when(NOBODY_CAME).thenRefused(NOT_YET).at(AFTERWARDS).when(NOBODY_CAME).then(MISSED)
                .and(session -> assertThat(session.status()).isEqualTo(Status.MISSED)).at("2023-03-02T06:10:00Z")
                .when(THEY_ARE_THERE).then(ARRIVED)
                .and(session -> assertThat(session.status()).isEqualTo(Status.CONFIRMED)).at(AFTERWARDS)
                .when(NOBODY_CAME).then(CAME_AFTER_ALL);
    }

    @Test
    void notes_are_counted_and_stand_in_no_record() {
        var session = standing().at(AFTERWARDS).when(NOTE).thenRefused(NOT_ITS_COUNSELLOR)
                .by("worker-1", Role.ORGANISATION).when(NOTE).then(NOTED);
        assertThat(session.state().toString()).doesNotContain("listened", "***");
        for (int i = 1; i < CounsellingSession.MOST_NOTES; i++) {
            session.happened(NOTE);
        }
        session.when(NOTE).thenRefused(TOO_MANY_NOTES);
    }

    @Test
    void who_wrote_on_a_session_may_read_that_whoever_it_is_with_since() {
        booked().by("worker-1", Role.ORGANISATION).happened(NOTE).by("registry-1", Role.REGISTRY)
                .happened(new CounsellingRescheduled("S-1", "worker-2", "R-1", STARTS, 60))
                .and(session -> assertThat(session.confidants()).containsExactly("worker-1", "worker-2"))
                .by("worker-1", Role.ORGANISATION).when(NOTE).thenRefused(NOT_ITS_COUNSELLOR)
                .by("worker-2", Role.ORGANISATION)
                .happened(new HarmDisclosed("S-1", null, new Personal("He beats her."))).by("registry-1", Role.REGISTRY)
                .happened(new HarmDisclosed("S-1", null, new Personal("She weeps.")))
                .happened(new CounsellingRescheduled("S-1", "worker-3", "R-1", STARTS, 60))
                .happened(new CounsellingRescheduled("S-1", "worker-4", "R-1", STARTS, 60))
                .and(session -> assertThat(session.confidants()).as("who wrote nothing has nothing to read")
                        .containsExactly("worker-1", "worker-2", "worker-4"));
    }

    @Test
    void violence_goes_out_at_once_each_time_booked_or_not_and_without_the_notes() {
        var account = new Personal("He beats the boy.");
        var harm = new HarmDisclosed("S-1", "C-7", account);
        var told = new ViolenceReported("S-1", "C-7", account);
        nobodyKnows().by("worker-1", Role.ORGANISATION).when(harm).then(HARM_GOES_OUT, told)
                .and(session -> assertThat(session.status()).isEqualTo(Status.UNBOOKED)).when(TOOK_PLACE)
                .thenEarly(SESSION_UNKNOWN).when(BOOKING).thenBy(BOOKED).when(harm).then(HARM_GOES_OUT, told)
                .and(session -> assertThat(session.facts().harm()).isEqualTo(2)).happened(DECLINES).when(harm)
                .then(HARM_GOES_OUT, told);
        nobodyKnows().when(WILL_COME).thenEarly(SESSION_UNKNOWN);
    }

    @Test
    void a_session_nobody_reports_on_is_stated_again_and_again_and_stands_in_a_list() {
        standing().whenDeadlineReached()
                .then(REPORT_OVERDUE, new CounsellingReportOverdue("S-1", Instant.parse("2023-03-05T16:00:00Z")))
                .and(session -> assertThat(session.lists()).containsOnlyKeys(CounsellingSession.Listed.REPORT_OVERDUE))
                .whenDeadlineReached().thenBy(REPORT_OVERDUE).by("worker-1", Role.ORGANISATION)
                .at("2023-03-12T01:00:00Z").happened(TOOK_PLACE).and(session -> assertThat(session.lists()).isEmpty());
    }

    @Test
    void a_session_stays_small() {
        assertThat(AnyOrder.stored(standing().state())).isLessThan(2_000);
    }

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<CounsellingEvent>> one, List<Told<CounsellingEvent>> other) {}

    @Property(tries = 500)
    void any_order_and_any_repetition_of_facts_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        var decider = new CounsellingDecider();
        assertThat(AnyOrder.left(decider, orders.other())).isEqualTo(AnyOrder.left(decider, orders.one()));
        assertThat(AnyOrder.emitted(decider, orders.other()).stream().filter(CoupleCounselled.class::isInstance))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var facts = Arbitraries.<CounsellingEvent>of(THEY_ARE_THERE, TOOK_PLACE, NOBODY_CAME, NOTE);
        var times = Arbitraries.integers().between(0, 50).map(minutes -> STARTS.plus(Duration.ofMinutes(minutes)));
        return Combinators.combine(facts, times).as((event, time) -> new Told<CounsellingEvent>("", time, event)).list()
                .ofMaxSize(10).map(CounsellingTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    /** The harness acts as "someone", who is the counsellor here. */
    private static List<Told<CounsellingEvent>> numbered(List<Told<CounsellingEvent>> facts) {
        var all = new ArrayList<Told<CounsellingEvent>>();
        all.add(new Told<>("e", Instant.parse(NOW),
                new CounsellingBooked("S-1", "K-1", "D-1", CounsellingKind.ONE_TO_ONE, "someone", "R-1", STARTS, 60)));
        facts.forEach(fact -> all.add(new Told<>("e" + all.size(), fact.time(), fact.event())));
        return all;
    }
}
