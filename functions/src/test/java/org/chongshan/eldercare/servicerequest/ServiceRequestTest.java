package org.chongshan.eldercare.servicerequest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.bureau.ContextMap;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Context;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Given;
import org.chongshan.eldercare.Catalogue;
import org.chongshan.eldercare.servicerequest.ServiceRequest.Listed;
import org.chongshan.eldercare.servicerequest.ServiceRequest.Status;
import org.chongshan.events.Confidential;
import org.chongshan.events.Event;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.BookingChannel;
import org.chongshan.events.eldercare.ChildHarm;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitBooked;
import org.chongshan.events.eldercare.Plight;
import org.chongshan.events.eldercare.ServiceRequestEvent;
import org.chongshan.events.eldercare.ServiceRequestEvent.HardshipHeard;
import org.chongshan.events.eldercare.ServiceRequestEvent.HarmToChildHeard;
import org.chongshan.events.eldercare.ServiceRequestEvent.RequesterAnswered;
import org.chongshan.events.eldercare.ServiceRequestEvent.RequesterFollowedUp;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceAccepted;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceDispatched;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceHandled;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceRated;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceRequested;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceReturned;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceWithdrawn;
import org.chongshan.events.eldercare.ServiceRequestNotice.ChildHarmHeard;
import org.chongshan.events.eldercare.ServiceRequestNotice.EmergencyStepOverdue;
import org.chongshan.events.eldercare.ServiceRequestNotice.EmergencyWithoutAddress;
import org.chongshan.events.eldercare.ServiceRequestNotice.HouseholdHardshipHeard;
import org.chongshan.events.eldercare.ServiceRequestNotice.ServiceStepOverdue;
import org.chongshan.events.eldercare.ServiceStep;
import org.chongshan.events.minors.ChildEvent.ProtectionConcernReported;
import org.chongshan.events.minors.Concern;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.shell.CoreRule;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Calendars.BEFORE_THE_NOTICE;
import static org.chongshan.core.Calendars.WITH_THE_NOTICE;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.servicerequest.ServiceRequestRule.*;

class ServiceRequestTest {
    private static final String ID = "R-1";
    /** A Thursday, ten in the morning. */
    private static final String TEN = "2023-06-01T02:00:00Z";
    private static final Personal NEED = new Personal("Somebody to wash my hair.");
    private static final RequesterAnswered TOLD = new RequesterAnswered(ID);

    private static ServiceRequested asked(BookingChannel channel, boolean emergency) {
        return new ServiceRequested(ID, channel, channel == BookingChannel.HOTLINE ? "c-1" : null, "E-1", "P-1",
                emergency, NEED);
    }

    private static ServiceDispatched dispatch(String to) {
        return new ServiceDispatched(ID, to);
    }

    private static ServiceReturned giveBack(String by) {
        return new ServiceReturned(ID, by, new Confidential("We have no hairdresser."));
    }

    private static ServiceHandled handle(String by) {
        return new ServiceHandled(ID, by, new Personal("Hair washed."));
    }

    private static RequesterFollowedUp followUp(boolean solved) {
        return new RequesterFollowedUp(ID, solved, new Personal("Said so."));
    }

    private static Given<ServiceRequest, ServiceRequestEvent> desk() {
        return given(new ServiceRequestDecider()).at(TEN).by("seat-1", Role.DESK);
    }

    private static Given<ServiceRequest, ServiceRequestEvent> written() {
        return desk().happened(asked(BookingChannel.HOTLINE, false));
    }

    private static Given<ServiceRequest, ServiceRequestEvent> handled() {
        return written().happened(dispatch("O-1")).by("carer-1", Role.ORGANISATION).happened(handle("O-1")).by("seat-1",
                Role.DESK);
    }

    private static Given<ServiceRequest, ServiceRequestEvent> answered() {
        return handled().happened(TOLD);
    }

    @Test
    void what_is_to_be_handled_in_a_year_without_its_notice_is_due_when_that_has_it() {
        // Five working days after Monday 28 December 2026; 4 January is a day off by the notice alone.
        given(new ServiceRequestDecider()).by(BEFORE_THE_NOTICE).at("2026-12-28T02:00:00Z").by("seat-1", Role.DESK)
                .happened(asked(BookingChannel.HOTLINE, false), dispatch("O-1"))
                .and(request -> assertThat(request.dueBy()).isEqualTo("2027-01-05T16:00:00Z")).by(WITH_THE_NOTICE)
                .when(new HardshipHeard(ID, "H-1", Plight.ILLNESS)).thenAlsoBy(CoreRule.RECKONED_ANEW)
                .and(request -> isDue(request, Status.DISPATCHED, "2027-01-06T16:00:00Z"));
    }

    private static void isDue(ServiceRequest request, Status status, String due) {
        assertThat(request.status()).isEqualTo(status);
        assertThat(request.due()).isEqualTo(due);
    }

    @Test
    void a_request_goes_round_the_closed_loop_each_step_in_its_time() {
        desk().when(asked(BookingChannel.HOTLINE, false)).then(WRITTEN_DOWN)
                .and(request -> isDue(request, Status.ACCEPTED, "2023-06-01T06:00:00Z")).when(dispatch("O-1"))
                .then(TAKEN).and(request -> isDue(request, Status.DISPATCHED, "2023-06-08T16:00:00Z"))
                .when(handle("O-1")).then(TAKEN).and(request -> {
                    isDue(request, Status.HANDLED, "2023-06-02T16:00:00Z");
                    assertThat(request.outcome().value()).isEqualTo(new Personal("Hair washed."));
                }).when(TOLD).then(TAKEN).and(request -> isDue(request, Status.ANSWERED, "2023-06-06T16:00:00Z"))
                .by("seat-2", Role.DESK).when(followUp(true)).then(TAKEN)
                .and(request -> isDue(request, Status.SOLVED, "2023-06-08T02:00:00Z")).when(new ServiceRated(ID, 5))
                .then(RATED).and(request -> {
                    assertThat(request.status()).isEqualTo(Status.RATED);
                    assertThat(request.stars()).isEqualTo(5);
                    assertThat(request.due()).isNull();
                    assertThat(request.lists()).isEmpty();
                }).when(asked(BookingChannel.HOTLINE, false)).thenRefused(ASKED_ONCE);
    }

    @Test
    void what_a_kiosk_or_an_app_takes_is_accepted_by_somebody_who_reads_it() {
        for (var channel : List.of(BookingChannel.KIOSK, BookingChannel.APP)) {
            desk().when(asked(channel, false)).then(ASKED_AT_A_MACHINE)
                    .and(request -> isDue(request, Status.ASKED, "2023-06-01T06:00:00Z")).when(dispatch("O-1"))
                    .then(OUT_OF_TURN).at("2023-06-01T03:00:00Z").when(new ServiceAccepted(ID)).then(TAKEN)
                    .and(request -> isDue(request, Status.ACCEPTED, "2023-06-01T07:00:00Z"));
        }
    }

    @Test
    void a_seat_asks_by_its_own_channel_and_an_office_as_staff() {
        desk().when(asked(BookingChannel.STAFF, false)).thenRefused(CHANNEL_IS_THE_SENDERS);
        given(new ServiceRequestDecider()).by("street-17", Role.STREET).when(asked(BookingChannel.APP, false))
                .thenRefused(CHANNEL_IS_THE_SENDERS).when(asked(BookingChannel.STAFF, false)).then(WRITTEN_DOWN);
    }

    @Test
    void what_happens_to_a_request_that_was_not_made_waits() {
        desk().when(dispatch("O-1")).thenEarly(REQUEST_UNKNOWN);
    }

    @Test
    void whoever_it_is_dispatched_to_gives_it_back_twice_and_the_third_keeps_it() {
        written().happened(dispatch("O-1")).when(giveBack("O-2")).then(NOT_DISPATCHED_TO_THEM)
                .and(request -> assertThat(request.status()).isEqualTo(Status.DISPATCHED)).when(giveBack("O-1"))
                .then(GIVEN_BACK).and(request -> {
                    isDue(request, Status.ACCEPTED, "2023-06-01T06:00:00Z");
                    assertThat(request.lists()).containsOnlyKeys(Listed.GIVEN_BACK);
                }).when(dispatch("O-2")).then(TAKEN).when(giveBack("O-2")).then(GIVEN_BACK).when(dispatch("O-3"))
                .then(TAKEN).when(giveBack("O-3")).then(GIVEN_BACK_TOO_OFTEN).and(request -> {
                    assertThat(request.status()).isEqualTo(Status.DISPATCHED);
                    assertThat(request.to()).isEqualTo("O-3");
                    assertThat(request.givenBack()).isEqualTo(2);
                });
    }

    @Test
    void nobody_handles_what_was_dispatched_to_another_and_a_second_dispatch_takes_it_from_the_first() {
        written().happened(dispatch("O-1")).when(handle("O-2")).then(NOT_DISPATCHED_TO_THEM).at("2023-06-01T03:00:00Z")
                .when(dispatch("O-2")).then(TAKEN).when(handle("O-1")).then(NOT_DISPATCHED_TO_THEM).when(handle("O-2"))
                .then(TAKEN).and(request -> assertThat(request.status()).isEqualTo(Status.HANDLED));
    }

    @Test
    void a_step_heard_before_the_one_it_follows_counts_once_that_is_heard() {
        written().at("2023-06-01T04:00:00Z").when(handle("O-1")).then(OUT_OF_TURN)
                .and(request -> assertThat(request.status()).isEqualTo(Status.ACCEPTED)).at("2023-06-01T03:00:00Z")
                .when(dispatch("O-1")).then(TAKEN)
                .and(request -> assertThat(request.status()).isEqualTo(Status.HANDLED));
    }

    @Test
    void what_the_follow_up_finds_unsolved_is_opened_again_and_goes_round_once_more() {
        answered().when(followUp(false)).then(OPENED_AGAIN).and(request -> {
            isDue(request, Status.ACCEPTED, "2023-06-01T06:00:00Z");
            assertThat(request.lists()).containsOnlyKeys(Listed.OPENED_AGAIN);
        }).at("2023-06-01T03:00:00Z").happened(dispatch("O-2")).by("carer-2", Role.ORGANISATION).happened(handle("O-2"))
                .by("seat-1", Role.DESK).happened(TOLD).when(followUp(true)).then(TAKEN).and(request -> {
                    assertThat(request.status()).isEqualTo(Status.SOLVED);
                    assertThat(request.reopened()).isEqualTo(1);
                });
    }

    @Test
    void who_handled_it_does_not_ask_whether_it_helped_however_they_write_their_name() {
        answered().by(" Carer-1", Role.STREET).when(followUp(true)).thenRefused(HANDLER_DOES_NOT_FOLLOW_UP)
                .by("street-2", Role.STREET).when(followUp(true)).then(TAKEN);
    }

    @Test
    void a_follow_up_by_who_turns_out_later_to_have_handled_it_counts_for_nothing() {
        written().at("2023-06-01T06:00:00Z").by("street-2", Role.STREET).happened(followUp(true))
                .at("2023-06-01T03:00:00Z").happened(dispatch("O-1")).at("2023-06-01T04:00:00Z").happened(handle("O-1"))
                .at("2023-06-01T05:00:00Z").by("seat-1", Role.DESK).happened(TOLD)
                .and(request -> assertThat(request.status()).isEqualTo(Status.ANSWERED));
    }

    @Test
    void of_an_emergency_somebody_on_duty_hears_of_it() {
        var urgent = desk().happened(asked(BookingChannel.APP, true));
        var step = urgent.state().nextStep();
        var due = urgent.state().due();
        urgent.whenDeadlineReached().then(STEP_OVERDUE, new ServiceStepOverdue(ID, step, due),
                new EmergencyStepOverdue(ID, step, due));
    }

    @Test
    void a_step_that_is_not_done_in_time_is_stated_once_and_listed_until_it_is_done() {
        written().whenDeadlineReached()
                .then(STEP_OVERDUE,
                        new ServiceStepOverdue(ID, ServiceStep.DISPATCH, Instant.parse("2023-06-01T06:00:00Z")))
                .and(request -> {
                    assertThat(request.lists()).containsOnlyKeys(Listed.OVERDUE);
                    assertThat(request.due()).isNull();
                }).at("2023-06-01T07:00:00Z").when(dispatch("O-1")).then(TAKEN)
                .and(request -> assertThat(request.lists()).isEmpty());
        for (var missed : List.of(desk().happened(asked(BookingChannel.APP, false)),
                written().happened(dispatch("O-1")), handled(), answered())) {
            var step = missed.state().nextStep();
            var due = missed.state().due();
            missed.whenDeadlineReached().then(STEP_OVERDUE, new ServiceStepOverdue(ID, step, due));
        }
        assertThat(desk().happened(asked(BookingChannel.APP, false)).state().nextStep())
                .isEqualTo(ServiceStep.ACCEPTANCE);
        assertThat(written().happened(dispatch("O-1")).state().nextStep()).isEqualTo(ServiceStep.HANDLING);
        assertThat(handled().state().nextStep()).isEqualTo(ServiceStep.ANSWER);
        assertThat(answered().state().nextStep()).isEqualTo(ServiceStep.FOLLOW_UP);
    }

    @Test
    void what_is_solved_and_not_rated_in_a_week_ends_without_and_a_late_rating_still_counts() {
        answered().happened(followUp(true)).whenDeadlineReached().then(NOT_RATED)
                .and(request -> assertThat(request.status()).isEqualTo(Status.UNRATED)).at("2023-06-20T00:00:00Z")
                .when(new ServiceRated(ID, 4)).then(RATED)
                .and(request -> assertThat(request.status()).isEqualTo(Status.RATED));
    }

    @Test
    void a_request_that_is_withdrawn_ends_and_nothing_counts_afterwards() {
        written().when(new ServiceWithdrawn(ID, new Confidential("The daughter came."))).then(WITHDRAWN)
                .when(dispatch("O-1")).then(OUT_OF_TURN)
                .and(request -> assertThat(request.status()).isEqualTo(Status.WITHDRAWN))
                .and(request -> assertThat(request.due()).isNull());
    }

    @Test
    void an_emergency_is_a_home_visit_at_once_dispatched_in_fifteen_minutes_and_handled_in_two_hours() {
        desk().when(asked(BookingChannel.HOTLINE, true))
                .then(VISIT_BOOKED,
                        new HomeVisitBooked("R-1.visit", "E-1", BookingChannel.HOTLINE,
                                Set.of("emergency-call-response"), Instant.parse("2023-06-01T02:30:00Z"), 60, "P-1"))
                .and(request -> {
                    isDue(request, Status.ACCEPTED, "2023-06-01T02:15:00Z");
                    assertThat(request.lists()).containsOnlyKeys(Listed.EMERGENCIES);
                }).when(dispatch("O-1")).then(TAKEN)
                .and(request -> isDue(request, Status.DISPATCHED, "2023-06-01T04:00:00Z")).when(giveBack("O-1"))
                .then(GIVEN_BACK).and(request -> isDue(request, Status.ACCEPTED, "2023-06-01T02:15:00Z"));
    }

    @Test
    void the_item_an_emergency_is_visited_for_stands_in_the_catalogue() {
        for (var edition : ReferenceData.policy().editions()) {
            assertThat(Catalogue.find(edition.tariff(), ServiceRequestDecider.EMERGENCY_ITEM,
                    LocalDate.parse("2023-06-01"))).isPresent();
        }
    }

    @Test
    void an_emergency_that_does_not_say_whose_and_where_is_stated_at_once() {
        desk().when(new ServiceRequested(ID, BookingChannel.HOTLINE, "c-1", null, null, true, NEED)).then(NOWHERE_TO_GO,
                new EmergencyWithoutAddress(ID));
        desk().when(new ServiceRequested(ID, BookingChannel.HOTLINE, "c-1", "E-1", null, true, NEED))
                .then(NOWHERE_TO_GO, new EmergencyWithoutAddress(ID));
    }

    @Test
    void hardship_that_is_heard_is_reliefs_lead_at_once_even_before_anything_is_asked_for() {
        var heard = new HouseholdHardshipHeard(ID, "H-1", Plight.ILLNESS, Instant.parse(TEN));
        desk().when(new HardshipHeard(ID, "H-1", Plight.ILLNESS)).then(HARDSHIP_HEARD, heard)
                .and(request -> assertThat(request.status()).isEqualTo(Status.HEARD_OF))
                .when(asked(BookingChannel.HOTLINE, false)).then(WRITTEN_DOWN).and(request -> {
                    assertThat(request.status()).isEqualTo(Status.ACCEPTED);
                    assertThat(request.hardships()).isEqualTo(1);
                });
        assertThat(inOtherWords(heard)).containsExactly(
                new HardshipLeadReported("H-1.illness.20230601", "H-1", Hardship.ILLNESS, Instant.parse(TEN)));
    }

    @Test
    void every_plight_and_every_harm_has_its_word_with_relief_and_minors() {
        for (var plight : Plight.values()) {
            assertThat(inOtherWords(new HouseholdHardshipHeard(ID, "H-1", plight, Instant.parse(TEN)))).singleElement()
                    .isInstanceOfSatisfying(HardshipLeadReported.class,
                            lead -> assertThat(lead.hardship().name()).isEqualTo(plight.name()));
        }
        for (var harm : ChildHarm.values()) {
            assertThat(inOtherWords(new ChildHarmHeard(ID, "K-1", harm, NEED))).singleElement().isInstanceOfSatisfying(
                    ProtectionConcernReported.class,
                    concern -> assertThat(concern.concern().name()).isEqualTo(harm.name()));
        }
    }

    @Test
    void harm_to_a_child_that_is_heard_reaches_its_station_at_once_and_says_nothing_of_who_called() {
        var said = new Personal("Bruises on the arm.");
        var heard = new ChildHarmHeard(ID, "K-1", ChildHarm.VIOLENCE, said);
        desk().when(new HarmToChildHeard(ID, "K-1", ChildHarm.VIOLENCE, said)).then(HARM_HEARD, heard);
        written().when(new HarmToChildHeard(ID, "K-1", ChildHarm.VIOLENCE, said)).then(HARM_HEARD, heard)
                .and(request -> assertThat(request.harms()).isEqualTo(1));
        assertThat(inOtherWords(heard))
                .containsExactly(new ProtectionConcernReported("K-1", Concern.VIOLENCE, true, said));
    }

    private static List<Event> inOtherWords(Event event) {
        return ContextMap.LINES.stream().flatMap(line -> line.of(event).stream()).<Event>map(one -> one).toList();
    }

    @Test
    void a_request_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = written();
        for (int i = 0; i < ServiceRequest.MOST_STEPS; i++) {
            full.happened(dispatch("%0100d".formatted(i)));
        }
        full.when(TOLD).thenRefused(TOO_MANY_STEPS);
        assertThat(AnyOrder.stored(full.state())).isBetween(10_000, 40_000);
    }

    /** Some steps, and the same in another order in which some come again. */
    record TwoOrders(List<Told<ServiceRequestEvent>> one, List<Told<ServiceRequestEvent>> other) {}

    @Property(tries = 150)
    void any_order_and_any_repetition_of_steps_ends_in_the_same_record(@ForAll("orders") TwoOrders orders) {
        assertThat(left(orders.other())).isEqualTo(left(orders.one()));
    }

    /** Each kind of step is said by somebody else. */
    private static ServiceRequest left(List<Told<ServiceRequestEvent>> order) {
        var decider = new ServiceRequestDecider();
        var seen = new HashSet<String>();
        var request = ((Become<ServiceRequest>) decider.begin(ID, asked(BookingChannel.APP, false),
                context("e0", Instant.parse(TEN), "kiosk"))).state();
        for (var told : order) {
            if (seen.add(told.id())) {
                var context = context(told.id(), told.time(), told.event().getClass().getSimpleName());
                request = ((Become<ServiceRequest>) decider.decide(request, told.event(), context)).state();
            }
        }
        return request;
    }

    private static Context context(String id, Instant time, String actor) {
        return new Context(id, time, time, actor, Role.DESK, "320613001", ReferenceData.policy().at(time),
                ReferenceData.workingDays());
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        var to = Arbitraries.of("O-1", "O-2");
        var events = Arbitraries.<ServiceRequestEvent>oneOf(
                Arbitraries.of(new ServiceAccepted(ID), TOLD, followUp(true), followUp(false), new ServiceRated(ID, 3)),
                to.map(ServiceRequestTest::dispatch), to.map(ServiceRequestTest::handle),
                to.map(ServiceRequestTest::giveBack), Arbitraries.just(new HardshipHeard(ID, "H-1", Plight.ILLNESS)));
        var times = Arbitraries.integers().between(0, 30).map(hour -> Instant.parse(TEN).plus(Duration.ofHours(hour)));
        return Combinators.combine(events, times).as((event, time) -> new Told<>("", time, event)).list().ofMaxSize(14)
                .map(ServiceRequestTest::numbered)
                .flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }

    private static List<Told<ServiceRequestEvent>> numbered(List<Told<ServiceRequestEvent>> steps) {
        var all = new ArrayList<Told<ServiceRequestEvent>>();
        steps.forEach(step -> all.add(new Told<>("e%02d".formatted(all.size() + 1), step.time(), step.event())));
        return all;
    }
}
