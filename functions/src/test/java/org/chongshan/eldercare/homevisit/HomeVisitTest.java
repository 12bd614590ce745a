package org.chongshan.eldercare.homevisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.Given;
import org.chongshan.core.Policy;
import org.chongshan.core.Tariff;
import org.chongshan.eldercare.homevisit.Asking.Answer;
import org.chongshan.eldercare.homevisit.HomeVisit.Listed;
import org.chongshan.eldercare.homevisit.HomeVisit.Status;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.AdjustmentReason;
import org.chongshan.events.eldercare.BookingChannel;
import org.chongshan.events.eldercare.CancelledBecause;
import org.chongshan.events.eldercare.CareSettlementEvent.VisitCharged;
import org.chongshan.events.eldercare.CareSettlementEvent.VisitTakenOff;
import org.chongshan.events.eldercare.CarerEvent.CarerConfirmed;
import org.chongshan.events.eldercare.CarerEvent.CarerHoldRequested;
import org.chongshan.events.eldercare.CarerEvent.CarerReleased;
import org.chongshan.events.eldercare.CarerEvent.CarerSighted;
import org.chongshan.events.eldercare.CarerKind;
import org.chongshan.events.eldercare.CarerRefusal;
import org.chongshan.events.eldercare.CheckKind;
import org.chongshan.events.eldercare.ConfirmedBy;
import org.chongshan.events.eldercare.DisputeOutcome;
import org.chongshan.events.eldercare.Doubt;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitNotMade;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitStruck;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitVerified;
import org.chongshan.events.eldercare.ElderEvent.VisitEntitlementAsked;
import org.chongshan.events.eldercare.EligibilityTest;
import org.chongshan.events.eldercare.HomeVisitEvent;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHeld;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHoldLapsed;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerRefused;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerUnavailable;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedIn;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedOut;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitAssigned;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitBooked;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitCancelled;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitCompleted;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitConfirmed;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitDisputed;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitFollowedUp;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitMoved;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitVoided;
import org.chongshan.events.eldercare.HomeVisitEvent.TimesAdjusted;
import org.chongshan.events.eldercare.HomeVisitEvent.TimesAdjustmentDecided;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitDisputeResolved;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitDoubtsFound;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitEntitlementStated;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitExceptionCleared;
import org.chongshan.events.eldercare.HomeVisitNotice.CheckOutMissing;
import org.chongshan.events.eldercare.HomeVisitNotice.DisputeReviewOverdue;
import org.chongshan.events.eldercare.HomeVisitNotice.HomeVisitOverdue;
import org.chongshan.events.eldercare.HomeVisitNotice.HomeVisitUnverified;
import org.chongshan.events.eldercare.ItemOutcome;
import org.chongshan.events.eldercare.ItemReport;
import org.chongshan.events.eldercare.Qualification;
import org.chongshan.events.eldercare.VisitException;
import org.chongshan.events.eldercare.VisitNotMade;
import org.chongshan.events.eldercare.VoidedBecause;
import org.chongshan.shell.CoreRule;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Calendars.BEFORE_THE_NOTICE;
import static org.chongshan.core.Calendars.WITH_THE_NOTICE;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.homevisit.HomeVisitRule.*;

class HomeVisitTest {
    private static final String MARCH = "P-1.320613001.202303";
    private static final HomeVisitBooked BOOKING = new HomeVisitBooked("V-1", "O-1", BookingChannel.KIOSK,
            Set.of("haircut", "bathing-assistance"), at("02:00:00"), 60, "K-1");
    private static final HomeVisitAssigned ASSIGNMENT = new HomeVisitAssigned("V-1", "W-1");
    private static final CarerHeld HELD = new CarerHeld("V-1", 1, "W-1", "P-1", CarerKind.EMPLOYED);
    private static final CheckedIn IN = new CheckedIn("V-1", "W-1", CheckKind.APP, 10, 5);
    private static final CheckedOut OUT = new CheckedOut("V-1", "W-1", CheckKind.APP, 10, 5);
    private static final Confidential GROUNDS = new Confidential("Asked on the telephone.");
    private static final HomeVisitDisputed DISPUTE = new HomeVisitDisputed("V-1", new Personal("Nobody washed me."));

    private static final LocalDate DAY = LocalDate.parse("2023-03-02");
    private static final VisitEntitlementAsked ASKED_FOR = new VisitEntitlementAsked("O-1", "V-1", DAY);
    private static final VisitEntitlementStated ENTITLED = entitlement(1, false);

    private static VisitEntitlementStated entitlement(long revision, boolean away, EligibilityTest... failing) {
        return new VisitEntitlementStated("V-1", DAY, new TreeSet<>(List.of(failing)), away, revision);
    }

    private static Instant at(String time) {
        return Instant.parse("2023-03-02T" + time + "Z");
    }

    private static HomeVisitCompleted report(String... items) {
        return new HomeVisitCompleted("V-1",
                Arrays.stream(items).map(item -> new ItemReport(item, ItemOutcome.DONE, null)).toList());
    }

    private static HomeVisitConfirmed confirmed(String... items) {
        return new HomeVisitConfirmed("V-1", ConfirmedBy.ELDER, Set.of(items));
    }

    private static Given<HomeVisit, HomeVisitEvent> booked() {
        return given(new HomeVisitDecider()).at("2023-03-01T02:00:00Z").by("kiosk-1", Role.DESK).happened(BOOKING);
    }

    private static Given<HomeVisit, HomeVisitEvent> assigned() {
        return booked().by("org-1", Role.ORGANISATION).happened(ASSIGNMENT, HELD);
    }

    private static Given<HomeVisit, HomeVisitEvent> under(Given<HomeVisit, HomeVisitEvent> visit) {
        return visit.at("2023-03-02T02:00:00Z").by("W-1", Role.CARE).happened(IN, ENTITLED);
    }

    /** Until when the carer stays. */
    private static Given<HomeVisit, HomeVisitEvent> done(String until) {
        return under(assigned()).at("2023-03-02T" + until + "Z").happened(report("haircut", "bathing-assistance"), OUT);
    }

    private static Given<HomeVisit, HomeVisitEvent> confirming(Given<HomeVisit, HomeVisitEvent> visit) {
        return visit.at("2023-03-02T04:00:00Z").by("hotline-3", Role.DESK);
    }

    private static Given<HomeVisit, HomeVisitEvent> verified() {
        return confirming(done("03:00:00")).happened(confirmed("haircut", "bathing-assistance"));
    }

    private static HomeVisitVerified counts(String from, String until, int minutes, long feeFen, int revision) {
        return new HomeVisitVerified("O-1", "V-1", "P-1", at(from), at(until), minutes, feeFen, revision);
    }

    private static VisitCharged charged(long feeFen, String... officers) {
        return new VisitCharged(MARCH, "P-1", "V-1", feeFen, new TreeSet<>(List.of(officers)));
    }

    private static VisitTakenOff off(long feeFen) {
        return new VisitTakenOff(MARCH, "P-1", "V-1", feeFen);
    }

    private static CarerHoldRequested asked(String carer, int number, Integer instead, String from, String until) {
        return new CarerHoldRequested(carer, "V-1", number, instead, at(from), at(until), "K-1",
                new TreeSet<>(Set.of(Qualification.CARE_WORKER)));
    }

    @Test
    void a_visit_is_booked_from_any_channel_with_items_of_the_catalogue() {
        given(new HomeVisitDecider()).by("kiosk-1", Role.DESK).when(BOOKING).then(BOOKED)
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.BOOKED))
                .and(visit -> assertThat(visit.lists()).containsKey(Listed.TO_ASSIGN)).when(BOOKING)
                .thenRefused(BOOKED_ONCE);
        given(new HomeVisitDecider()).by("street-1", Role.STREET).when(BOOKING).thenRefused(CHANNEL_IS_THE_SENDERS)
                .when(new HomeVisitBooked("V-1", "O-1", BookingChannel.STAFF, Set.of("haircut"), at("02:00:00"), 60,
                        "K-1"))
                .then(BOOKED);
        given(new HomeVisitDecider()).by("kiosk-1", Role.DESK)
                .when(new HomeVisitBooked("V-1", "O-1", BookingChannel.APP, Set.of("gardening"), at("02:00:00"), 60,
                        "K-1"))
                .thenRefused(ITEM_UNKNOWN).when(new HomeVisitBooked("V-1", "O-1", BookingChannel.HOTLINE,
                        Set.of("haircut"), at("02:00:00"), 59, "K-1"))
                .thenRefused(PLANNED_LONG_ENOUGH);
        given(new HomeVisitDecider()).by("the platform", Role.SYSTEM).when(BOOKING).then(BOOKED);
    }

    @Test
    void a_carer_is_asked_for_held_and_taken() {
        booked().by("org-1", Role.ORGANISATION).when(ASSIGNMENT)
                .then(ASKED, asked("W-1", 1, null, "02:00:00", "03:00:00")).when(ASSIGNMENT).thenRefused(ASKED_ONCE)
                .when(HELD).then(CARER_HELD, new CarerConfirmed("W-1", "V-1", 1))
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.ASSIGNED)).when(HELD)
                .then(CARER_NOT_WANTED, new CarerReleased("W-1", "V-1", 1))
                .when(new CarerHeld("V-1", 9, "W-1", "P-1", CarerKind.EMPLOYED)).thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void a_carer_who_cannot_be_had_leaves_the_visit_to_assign() {
        for (var gone : List.of(new CarerRefused("V-1", 1, "W-1", CarerRefusal.ELSEWHERE),
                new CarerHoldLapsed("V-1", 1, "W-1"), new CarerUnavailable("V-1", 1, "W-1"))) {
            booked().by("org-1", Role.ORGANISATION).happened(ASSIGNMENT).when(gone).then(CARER_NOT_FOUND)
                    .and(visit -> assertThat(visit.lists()).containsKey(Listed.TO_ASSIGN)).when(gone)
                    .then(CARER_NOT_WANTED).when(ASSIGNMENT).then(ASKED, asked("W-1", 2, null, "02:00:00", "03:00:00"));
        }
    }

    @Test
    void another_carer_takes_the_place_of_the_first_who_is_free() {
        assigned().when(new HomeVisitAssigned("V-1", "W-2"))
                .then(ASKED, asked("W-2", 2, null, "02:00:00", "03:00:00"), new CarerReleased("W-1", "V-1", 1))
                .when(HELD).then(CARER_NOT_WANTED, new CarerReleased("W-1", "V-1", 1));
        var often = booked().by("org-1", Role.ORGANISATION);
        for (int i = 0; i < HomeVisit.MOST_ASKINGS; i++) {
            often.happened(new HomeVisitAssigned("V-1", "W-" + i));
        }
        often.when(new HomeVisitAssigned("V-1", "W-x")).thenRefused(TOO_MANY_ASKED)
                .when(new HomeVisitMoved("V-1", at("05:00:00"), 60)).thenRefused(TOO_MANY_ASKED);
    }

    @Test
    void a_visit_that_is_moved_asks_its_carer_anew_and_a_late_word_changes_nothing() {
        assigned().when(new HomeVisitMoved("V-1", at("05:00:00"), 90))
                .then(MOVED, asked("W-1", 2, 1, "05:00:00", "06:30:00"))
                .when(new HomeVisitMoved("V-1", at("05:00:00"), 59)).thenRefused(PLANNED_LONG_ENOUGH)
                .at("2023-02-28T00:00:00Z").when(new HomeVisitMoved("V-1", at("01:00:00"), 60)).then(MOVED_SINCE);
        booked().when(new HomeVisitMoved("V-1", at("05:00:00"), 60)).then(MOVED)
                .and(visit -> assertThat(visit.rank()).isEqualTo("2023-03-02T05:00:00Z"));
    }

    @Test
    void when_nobody_came_in_half_an_hour_the_carer_is_free_and_another_is_found() {
        assigned().and(visit -> assertThat(visit.due()).isEqualTo("2023-03-02T02:30:00Z")).whenDeadlineReached()
                .then(WINDOW_MISSED, new CarerReleased("W-1", "V-1", 1),
                        new HomeVisitOverdue("V-1", "O-1", at("02:30:00")))
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.OVERDUE))
                .and(visit -> assertThat(visit.due()).isNull()).at("2023-03-02T02:40:00Z")
                .when(new HomeVisitAssigned("V-1", "W-2")).then(ASKED, asked("W-2", 2, null, "02:00:00", "03:00:00"))
                .and(visit -> assertThat(visit.due()).isEqualTo("2023-03-02T03:10:00Z"))
                .happened(new CarerHeld("V-1", 2, "W-2", "P-1", CarerKind.EMPLOYED))
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.ASSIGNED));
    }

    @Test
    void a_phone_that_was_offline_for_a_day_tells_who_came_and_the_other_carer_is_free() {
        var reassigned = assigned().whenDeadlineReached().thenBy(WINDOW_MISSED).at("2023-03-02T02:40:00Z").happened(
                new HomeVisitAssigned("V-1", "W-2"), new CarerHeld("V-1", 2, "W-2", "P-2", CarerKind.EMPLOYED));
        reassigned.receivedAt("2023-03-03T02:00:00Z").at("2023-03-02T02:05:00Z").by("W-1", Role.CARE).when(IN)
                .then(CHECKED, new CarerReleased("W-2", "V-1", 2), ASKED_FOR).at("2023-03-02T03:05:00Z")
                .happened(report("haircut"), ENTITLED).when(OUT)
                .then(CHECKED, new CarerSighted("W-1", "V-1", 1, at("02:05:00"), at("03:05:00"), "K-1"))
                .at("2023-03-03T03:00:00Z").by("hotline-3", Role.DESK).when(confirmed("haircut"))
                .then(VERIFIED, counts("02:05:00", "03:05:00", 60, 3000, 1), charged(3000));
    }

    @Test
    void sixty_minutes_count_and_a_second_less_does_not() {
        confirming(done("03:00:00")).when(confirmed("haircut", "bathing-assistance")).then(VERIFIED,
                counts("02:00:00", "03:00:00", 60, 8000, 1), charged(8000));
        confirming(done("02:59:59")).when(confirmed("haircut", "bathing-assistance")).then(CONFIRMED)
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.DONE))
                .and(visit -> assertThat(visit.lists()).containsKey(Listed.TOO_SHORT))
                .and(visit -> assertThat(visit.weighed().tests().get(VisitTest.LONG_ENOUGH).fact())
                        .isEqualTo("3599 s of 60 min"))
                .whenDeadlineReached().then(NOT_VERIFIED_IN_TIME,
                        new HomeVisitNotMade("O-1", "V-1", at("02:00:00"), VisitNotMade.TOO_SHORT, 1),
                        new HomeVisitUnverified("V-1", "O-1", Instant.parse("2023-03-05T16:00:00Z")));
    }

    @Test
    void a_volunteers_visit_counts_and_is_free() {
        var visit = booked().by("org-1", Role.ORGANISATION).happened(ASSIGNMENT,
                new CarerHeld("V-1", 1, "W-1", "P-1", CarerKind.VOLUNTEER));
        confirming(under(visit).at("2023-03-02T03:00:00Z").happened(report("haircut"), OUT)).when(confirmed("haircut"))
                .then(VERIFIED, counts("02:00:00", "03:00:00", 60, 0, 1))
                .and(state -> assertThat(state.status()).isEqualTo(Status.VERIFIED));
    }

    @Test
    void a_visit_is_paid_thirty_yuan_at_least_and_only_for_what_was_done_and_confirmed() {
        confirming(done("03:00:00")).when(confirmed("haircut", "errands")).then(VERIFIED,
                counts("02:00:00", "03:00:00", 60, 3000, 1), charged(3000));
        confirming(done("03:00:00")).when(confirmed("errands")).then(CONFIRMED)
                .and(visit -> assertThat(visit.weighed().passes(VisitTest.CONFIRMED)).isFalse());
        confirming(under(assigned()).at("2023-03-02T03:00:00Z")
                .happened(new HomeVisitCompleted("V-1",
                        List.of(new ItemReport("haircut", ItemOutcome.REFUSED, null),
                                new ItemReport("bathing-assistance", ItemOutcome.DONE, null))),
                        OUT))
                .when(confirmed("haircut", "bathing-assistance"))
                .then(VERIFIED, counts("02:00:00", "03:00:00", 60, 6000, 1), charged(6000));
    }

    @Test
    void a_price_that_changes_in_mid_month_is_that_of_the_visits_day_whenever_it_is_confirmed() {
        var tariff = new ArrayList<>(ReferenceData.policy().editions().getLast().tariff().entries());
        tariff.add(new Tariff.Item("eldercare.bathing-assistance", "x", "x", "CARE_WORKER", 7000,
                LocalDate.parse("2023-03-03"), null, "assumption: test"));
        var entries = ReferenceData.policy().editions().getLast().entries().values();
        var policy = new Policy(List.copyOf(entries), new Tariff(tariff));
        var before = new HomeVisitTest.Day("2023-03-02", policy, 6000);
        var after = new HomeVisitTest.Day("2023-03-03", policy, 7000);
        for (var day : List.of(before, after)) {
            given(new HomeVisitDecider()).under(policy).at("2023-03-01T02:00:00Z").by("kiosk-1", Role.DESK)
                    .happened(BOOKING).by("org-1", Role.ORGANISATION).happened(ASSIGNMENT, HELD).by("W-1", Role.CARE)
                    .at(day.date() + "T02:00:00Z").happened(IN).at(day.date() + "T03:00:00Z")
                    .happened(report("bathing-assistance"), OUT).by("hotline-3", Role.DESK).at("2023-03-20T03:00:00Z")
                    .happened(confirmed("bathing-assistance"))
                    .and(visit -> assertThat(visit.weighed().feeFen()).isEqualTo(day.feeFen()));
        }
    }

    private record Day(String date, Policy policy, long feeFen) {}

    @Test
    void what_the_catalogue_of_the_day_does_not_have_stands_in_a_list_and_does_not_count() {
        confirming(under(assigned()).at("2023-03-02T03:00:00Z").happened(report("haircut", "gardening"), OUT))
                .when(confirmed("haircut", "gardening")).then(CONFIRMED)
                .and(visit -> assertThat(visit.lists()).containsKey(Listed.UNKNOWN_ITEM))
                .and(visit -> assertThat(visit.weighed().unknown()).containsExactly("gardening"));
        under(assigned()).when(report("haircut", "haircut")).thenRefused(ITEM_TWICE).when(report("haircut"))
                .then(REPORTED);
    }

    @Test
    void distance_and_accuracy_are_flags_and_block_nothing() {
        var far = assigned().at("2023-03-02T02:00:00Z").by("W-1", Role.CARE)
                .when(new CheckedIn("V-1", "W-1", CheckKind.APP, 301, 101)).then(CHECKED, ASKED_FOR)
                .and(visit -> assertThat(visit.lists()).containsKeys(Listed.FAR_AWAY, Listed.INACCURATE));
        confirming(far.at("2023-03-02T03:00:00Z").happened(ENTITLED, report("haircut"), OUT)).when(confirmed("haircut"))
                .thenBy(VERIFIED);
        assigned().at("2023-03-02T02:00:00Z").by("W-1", Role.CARE)
                .when(new CheckedIn("V-1", "W-1", CheckKind.APP, 300, 100)).then(CHECKED, ASKED_FOR)
                .and(visit -> assertThat(visit.lists()).isEmpty());
    }

    @Test
    void each_kind_of_check_is_its_senders_and_nobody_checks_in_who_was_never_asked() {
        assigned().by("W-1", Role.CARE).when(new CheckedIn("V-1", "W-1", CheckKind.STAFF, null, null))
                .thenRefused(KIND_IS_THE_SENDERS).when(new CheckedOut("V-1", "W-1", CheckKind.TELEPHONE, null, null))
                .thenRefused(KIND_IS_THE_SENDERS).when(new CheckedIn("V-1", "W-9", CheckKind.APP, null, null))
                .thenRefused(CARER_NOT_ASKED).when(new CheckedOut("V-1", "W-9", CheckKind.APP, null, null))
                .thenRefused(CARER_NOT_ASKED).by("hotline-1", Role.DESK)
                .when(new CheckedIn("V-1", "W-1", CheckKind.TELEPHONE, null, null)).thenBy(CHECKED)
                .by("org-1", Role.ORGANISATION).when(new CheckedOut("V-1", "W-1", CheckKind.STAFF, null, null))
                .thenBy(CHECKED);
    }

    @Test
    void two_phones_check_in_one_visit_and_the_first_who_came_counts() {
        booked().by("org-1", Role.ORGANISATION).happened(ASSIGNMENT, HELD).happened(new HomeVisitAssigned("V-1", "W-2"))
                .happened(new CarerHeld("V-1", 2, "W-2", "P-2", CarerKind.EMPLOYED)).at("2023-03-02T02:01:00Z")
                .by("W-2", Role.CARE).happened(new CheckedIn("V-1", "W-2", CheckKind.APP, null, null))
                .at("2023-03-02T02:00:00Z").by("W-1", Role.CARE).when(IN)
                .then(CHECKED, new CarerReleased("W-2", "V-1", 2))
                .and(visit -> assertThat(visit.weighed().carer()).isEqualTo("W-1"))
                .and(visit -> assertThat(visit.lists()).containsKey(Listed.CHECKED_IN_TWICE));
    }

    @Test
    void check_ins_and_check_outs_are_kept_up_to_a_number() {
        var many = assigned().by("W-1", Role.CARE);
        for (int i = 0; i < Recorded.MOST_CHECKS; i++) {
            many.happened(IN, OUT);
        }
        many.when(IN).thenRefused(TOO_MANY_CHECKS).when(OUT).thenRefused(TOO_MANY_CHECKS);
        assertThat(AnyOrder.stored(many.state())).isLessThan(50_000);
    }

    @Test
    void somebody_who_came_and_does_not_go_is_stated_and_listed() {
        under(assigned()).and(visit -> assertThat(visit.status()).isEqualTo(Status.UNDER_WAY)).whenDeadlineReached()
                .then(CHECK_OUT_MISSED, new CheckOutMissing("V-1", "O-1", at("05:00:00")))
                .and(visit -> assertThat(visit.lists()).containsKey(Listed.NO_CHECK_OUT))
                .and(visit -> assertThat(visit.due()).isNull()).at("2023-03-02T06:00:00Z").happened(OUT)
                .and(visit -> assertThat(visit.lists()).doesNotContainKey(Listed.NO_CHECK_OUT));
    }

    @Test
    void adjusted_times_stand_beside_recorded_ones_and_count_once_somebody_else_approved_them() {
        var adjustment = new TimesAdjusted("V-1", "A-1", at("02:00:00"), at("03:00:00"), AdjustmentReason.NO_SIGNAL,
                null);
        var approval = new TimesAdjustmentDecided("V-1", "A-1", true, GROUNDS);
        confirming(done("02:40:00")).happened(confirmed("haircut")).by("street-1", Role.STREET).when(adjustment)
                .then(ADJUSTMENT_ASKED).and(visit -> assertThat(visit.lists()).containsKey(Listed.ADJUSTMENT_ASKED))
                .when(adjustment).thenRefused(ADJUSTED_ONCE).when(approval).thenRefused(DUTIES_APART)
                .by("W-1", Role.STREET).when(approval).thenRefused(DUTIES_APART).by("street-2", Role.STREET)
                .when(approval)
                .then(VERIFIED, new CarerSighted("W-1", "V-1", 2, at("02:00:00"), at("03:00:00"), "K-1"),
                        counts("02:00:00", "03:00:00", 60, 3000, 1), charged(3000, "street-1"))
                .and(visit -> assertThat(visit.recorded().outs().all().getFirst().at()).isEqualTo(at("02:40:00")))
                .and(visit -> assertThat(visit.recorded().adjustments().all().getFirst().value().decidedBy())
                        .isEqualTo("street-2"))
                .when(approval).thenRefused(ADJUSTMENT_UNKNOWN);
        done("02:40:00").by("org-1", Role.ORGANISATION).happened(adjustment).by("street-2", Role.STREET)
                .when(new TimesAdjustmentDecided("V-1", "A-1", false, GROUNDS)).then(ADJUSTMENT_DECIDED)
                .and(visit -> assertThat(visit.weighed().endedAt()).isEqualTo(at("02:40:00")));
    }

    @Test
    void an_adjustment_says_why_and_there_are_ten_at_most() {
        var given = done("03:00:00").by("org-1", Role.ORGANISATION);
        given.when(new TimesAdjusted("V-1", "A-1", at("03:00:00"), at("03:00:00"), AdjustmentReason.NO_SIGNAL, null))
                .thenRefused(NO_TIME)
                .when(new TimesAdjusted("V-1", "A-1", at("02:00:00"), at("03:00:00"), AdjustmentReason.OTHER, null))
                .thenRefused(MEMO_FOR_ANOTHER_REASON);
        for (int i = 0; i < Recorded.MOST_ADJUSTMENTS; i++) {
            given.happened(new TimesAdjusted("V-1", "A-" + i, at("02:00:00"), at("03:00:00"), AdjustmentReason.OTHER,
                    GROUNDS));
        }
        given.when(new TimesAdjusted("V-1", "A-x", at("02:00:00"), at("03:00:00"), AdjustmentReason.NO_SIGNAL, null))
                .thenRefused(TOO_MANY_ADJUSTMENTS);
    }

    @Test
    void whoever_came_or_recorded_it_never_confirms_and_a_word_from_before_the_visit_confirms_nothing() {
        done("03:00:00").by("W-1", Role.DESK).when(confirmed("haircut")).thenRefused(DUTIES_APART)
                .by("hotline-3", Role.DESK).at("2023-03-02T01:59:59Z").when(confirmed("haircut")).then(CONFIRMED)
                .and(visit -> assertThat(visit.weighed().passes(VisitTest.CONFIRMED)).isFalse());
        // Heard before the record came of what the same person had recorded: it counts for nothing once that is known.
        assigned().at("2023-03-02T04:00:00Z").by("street-1", Role.STREET).happened(confirmed("haircut"))
                .at("2023-03-02T02:00:00Z").happened(new CheckedIn("V-1", "W-1", CheckKind.STAFF, null, null))
                .at("2023-03-02T03:00:00Z").happened(report("haircut"))
                .happened(new CheckedOut("V-1", "W-1", CheckKind.STAFF, null, null))
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.DONE));
    }

    @Test
    void a_disputed_visit_counts_no_more_until_somebody_else_has_reviewed_it() {
        var disputed = verified().by("grid-1", Role.GRID).when(DISPUTE).then(COUNTS_NO_MORE,
                new HomeVisitStruck("O-1", "V-1", "P-1", at("02:00:00"), 2), off(8000));
        var struck = new VisitDisputeResolved("V-1", DisputeOutcome.STRUCK, GROUNDS);
        var stands = new VisitDisputeResolved("V-1", DisputeOutcome.STANDS, GROUNDS);
        disputed.and(visit -> assertThat(visit.due()).isEqualTo("2023-03-09T16:00:00Z")).when(DISPUTE)
                .thenRefused(DISPUTED_ONCE);
        for (var partial : List.of("grid-1", "kiosk-1", "W-1")) {
            disputed.by(partial, Role.STREET).when(stands).thenRefused(DUTIES_APART);
        }
        disputed.by("street-2", Role.STREET).when(stands)
                .then(VERIFIED, counts("02:00:00", "03:00:00", 60, 8000, 3), charged(8000)).when(stands)
                .thenRefused(NOT_AT_THIS_POINT);
        verified().by("grid-1", Role.GRID).happened(DISPUTE).by("street-2", Role.STREET).when(struck)
                .then(REVIEW_STRIKES, new HomeVisitNotMade("O-1", "V-1", at("02:00:00"), VisitNotMade.STRUCK, 3))
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.STRUCK)).when(IN)
                .thenRefused(NOT_AT_THIS_POINT);
        confirming(done("03:00:00")).happened(DISPUTE).by("street-2", Role.STREET).when(stands).then(REVIEW_STANDS);
        verified().by("street-2", Role.STREET).when(stands).thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void a_visit_to_somebody_who_is_not_entitled_does_not_count_and_somebody_sees_it() {
        var visit = confirming(done("03:00:00")).happened(entitlement(2, false, EligibilityTest.AGE))
                .when(confirmed("haircut")).then(CONFIRMED)
                .and(done -> assertThat(done.status()).isEqualTo(Status.DONE))
                .and(done -> assertThat(done.lists()).containsKey(Listed.NOT_ENTITLED))
                .and(done -> assertThat(done.weighed().tests().get(VisitTest.ENTITLED).fact()).contains("AGE"));
        visit.whenDeadlineReached().thenBy(NOT_VERIFIED_IN_TIME)
                .and(done -> assertThat(done.stated().notMade()).isEqualTo(VisitNotMade.NOT_ENTITLED))
                .when(entitlement(3, false)).thenBy(VERIFIED).when(entitlement(3, true)).then(ENTITLEMENT_SAID_SINCE);
    }

    @Test
    void what_is_learnt_of_an_elder_later_takes_a_visit_off_and_puts_it_back() {
        verified().when(entitlement(2, false, EligibilityTest.HARDSHIP, EligibilityTest.ABILITY))
                .then(COUNTS_NO_MORE, new HomeVisitStruck("O-1", "V-1", "P-1", at("02:00:00"), 2), off(8000))
                .when(entitlement(3, false)).then(VERIFIED, counts("02:00:00", "03:00:00", 60, 8000, 3), charged(8000));
    }

    @Test
    void without_a_word_of_the_elders_record_no_visit_counts() {
        var silent = assigned().at("2023-03-02T02:00:00Z").by("W-1", Role.CARE).happened(IN).at("2023-03-02T03:00:00Z")
                .happened(report("haircut"), OUT);
        confirming(silent).when(confirmed("haircut")).then(CONFIRMED).when(ENTITLED).thenAlsoBy(ENTITLEMENT_KNOWN)
                .thenBy(VERIFIED);
    }

    @Test
    void a_volunteer_visits_whomever_they_like_but_nobody_who_is_dead_or_in_hospital() {
        var volunteers = booked().by("org-1", Role.ORGANISATION).happened(ASSIGNMENT,
                new CarerHeld("V-1", 1, "W-1", "P-1", CarerKind.VOLUNTEER));
        var done = volunteers.at("2023-03-02T02:00:00Z").by("W-1", Role.CARE).happened(IN).at("2023-03-02T03:00:00Z")
                .happened(report("haircut"), OUT);
        confirming(done).happened(confirmed("haircut")).when(entitlement(1, false, EligibilityTest.AGE))
                .thenBy(VERIFIED).when(entitlement(2, true)).thenBy(COUNTS_NO_MORE);
    }

    @Test
    void when_other_times_put_a_visit_on_another_day_the_elders_record_is_asked_of_that_day() {
        var adjusted = verified().by("org-1", Role.ORGANISATION)
                .happened(new TimesAdjusted("V-1", "T-1", at("02:00:00").plusSeconds(86_400),
                        at("03:00:00").plusSeconds(86_400), AdjustmentReason.values()[0], GROUNDS));
        adjusted.by("street-2", Role.STREET).when(new TimesAdjustmentDecided("V-1", "T-1", true, GROUNDS))
                .thenBy(COUNTS_NO_MORE).and(visit -> assertThat(visit.stated().asked()).isEqualTo(DAY.plusDays(1)));
    }

    @Test
    void a_review_due_in_a_year_without_its_notice_is_due_when_that_has_it() {
        verified().by(BEFORE_THE_NOTICE).at("2026-12-28T02:00:00Z").by("grid-1", Role.GRID).happened(DISPUTE)
                .and(visit -> assertThat(visit.said().dispute().reviewBy().end()).isEqualTo("2027-01-05T16:00:00Z"))
                .by(WITH_THE_NOTICE).whenDeadlineReached().then(CoreRule.RECKONED_ANEW)
                .and(visit -> assertThat(visit.due()).isEqualTo("2027-01-06T16:00:00Z"));
    }

    @Test
    void a_dispute_of_a_visit_that_never_counted_blocks_it_and_an_unreviewed_one_is_stated() {
        confirming(done("03:00:00")).when(DISPUTE).then(DISPUTED).whenDeadlineReached()
                .then(REVIEW_MISSED, new DisputeReviewOverdue("V-1", "O-1", Instant.parse("2023-03-09T16:00:00Z")))
                .and(visit -> assertThat(visit.lists()).containsKey(Listed.REVIEW_OVERDUE))
                .and(visit -> assertThat(visit.due()).isNull());
    }

    @Test
    void what_becomes_known_later_may_strike_a_visit() {
        verified().by("W-1", Role.CARE).at("2023-03-02T03:30:00Z").when(report("gardening")).then(COUNTS_NO_MORE,
                new HomeVisitStruck("O-1", "V-1", "P-1", at("02:00:00"), 2), off(8000));
    }

    @Test
    void nobody_confirmed_it_for_days() {
        done("03:00:00").whenDeadlineReached()
                .then(NOT_VERIFIED_IN_TIME,
                        new HomeVisitNotMade("O-1", "V-1", at("02:00:00"), VisitNotMade.NOT_CONFIRMED, 1),
                        new HomeVisitUnverified("V-1", "O-1", Instant.parse("2023-03-05T16:00:00Z")))
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.UNVERIFIED))
                .and(visit -> assertThat(visit.lists()).containsKey(Listed.UNCONFIRMED)).at("2023-03-06T02:00:00Z")
                .by("hotline-3", Role.DESK).when(confirmed("haircut"))
                .then(VERIFIED, counts("02:00:00", "03:00:00", 60, 3000, 2), charged(3000));
    }

    @Test
    void called_off_before_is_not_void_and_a_late_check_in_from_before_brings_it_back() {
        assigned().by("hotline-1", Role.DESK).when(new HomeVisitCancelled("V-1", CancelledBecause.IN_HOSPITAL))
                .then(CANCELLED, new CarerReleased("W-1", "V-1", 1),
                        new HomeVisitNotMade("O-1", "V-1", at("02:00:00"), VisitNotMade.CANCELLED_BY_ELDER, 1))
                .when(new HomeVisitCancelled("V-1", CancelledBecause.IN_HOSPITAL)).thenRefused(NOT_AT_THIS_POINT)
                .when(ASSIGNMENT).thenRefused(NOT_AT_THIS_POINT).when(DISPUTE).thenRefused(NOT_AT_THIS_POINT);
        assigned().at("2023-03-02T02:10:00Z").by("hotline-1", Role.DESK)
                .happened(new HomeVisitCancelled("V-1", CancelledBecause.NOT_WANTED)).at("2023-03-02T02:10:01Z")
                .by("W-1", Role.CARE).when(IN).then(CHECKED)
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.CANCELLED)).at("2023-03-02T02:10:00Z")
                .when(IN).then(CHECKED, ASKED_FOR).and(visit -> assertThat(visit.status()).isEqualTo(Status.UNDER_WAY));
        under(assigned()).at("2023-03-02T02:10:00Z").when(new HomeVisitCancelled("V-1", CancelledBecause.NOT_WANTED))
                .thenRefused(HAS_BEGUN).when(ASSIGNMENT).thenRefused(HAS_BEGUN);
    }

    @Test
    void each_reason_to_call_off_reads_as_one_of_the_elders_month() {
        booked().when(new HomeVisitCancelled("V-1", CancelledBecause.PROVIDER_UNABLE)).then(CANCELLED,
                new HomeVisitNotMade("O-1", "V-1", at("02:00:00"), VisitNotMade.CANCELLED_BY_PROVIDER, 1));
        booked().when(new HomeVisitCancelled("V-1", CancelledBecause.NO_CARER)).then(CANCELLED,
                new HomeVisitNotMade("O-1", "V-1", at("02:00:00"), VisitNotMade.NO_CARER, 1));
    }

    @Test
    void what_never_took_place_is_void_and_taken_off() {
        verified().by("street-2", Role.STREET).when(new HomeVisitVoided("V-1", VoidedBecause.NEVER_TOOK_PLACE, GROUNDS))
                .then(COUNTS_NO_MORE, new CarerSighted("W-1", "V-1", 2, null, null, "K-1"),
                        new HomeVisitStruck("O-1", "V-1", "P-1", at("02:00:00"), 2), off(8000))
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.VOIDED)).when(IN)
                .thenRefused(NOT_AT_THIS_POINT);
        booked().by("street-2", Role.STREET).when(new HomeVisitVoided("V-1", VoidedBecause.NOT_AT_HOME, GROUNDS))
                .then(VOIDED, new HomeVisitNotMade("O-1", "V-1", at("02:00:00"), VisitNotMade.NOT_AT_HOME, 1));
    }

    @Test
    void what_the_carers_other_visits_say_stands_in_a_list_until_an_officer_clears_it() {
        var doubts = new VisitDoubtsFound("V-1", "W-1", 4, new TreeSet<>(Set.of(Doubt.OVERLAP)));
        verified().when(doubts).then(DOUBTED).and(visit -> assertThat(visit.lists()).containsKey(Listed.OVERLAP))
                .and(visit -> assertThat(visit.status()).isEqualTo(Status.VERIFIED))
                .when(new VisitDoubtsFound("V-1", "W-1", 3, new TreeSet<>())).then(DOUBTED_SINCE)
                .when(new VisitDoubtsFound("V-1", "W-2", 9, new TreeSet<>())).then(DOUBTED_SINCE).by("W-1", Role.STREET)
                .when(new VisitExceptionCleared("V-1", VisitException.OVERLAP, GROUNDS)).thenRefused(DUTIES_APART)
                .by("street-2", Role.STREET).when(new VisitExceptionCleared("V-1", VisitException.TOO_SHORT, GROUNDS))
                .thenRefused(NO_SUCH_EXCEPTION).when(new VisitExceptionCleared("V-1", VisitException.OVERLAP, GROUNDS))
                .then(EXCEPTION_CLEARED).and(visit -> assertThat(visit.lists()).isEmpty());
    }

    @Test
    void somebody_else_calls_the_elder_afterwards() {
        var call = new HomeVisitFollowedUp("V-1", 5, new Personal("Friendly."));
        verified().by("W-1", Role.DESK).when(call).thenRefused(DUTIES_APART).by("hotline-3", Role.DESK).when(call)
                .then(FOLLOWED_UP).and(visit -> assertThat(visit.said().followUp().value().rating()).isEqualTo(5));
    }

    @Test
    void what_is_about_a_visit_nobody_booked_yet_waits() {
        given(new HomeVisitDecider()).when(IN).thenEarly(VISIT_UNKNOWN);
    }

    @Test
    void the_six_elements_and_every_test_stand_in_the_state() {
        var state = verified().state();
        assertThat(state.weighed().tests()).containsOnlyKeys(VisitTest.values())
                .allSatisfy((_, shown) -> assertThat(shown.passed()).isTrue());
        assertThat(state.weighed())
                .extracting(Weighed::items, Weighed::carer, Weighed::provider, Weighed::startedAt, Weighed::endedAt)
                .containsExactly(new TreeSet<>(Set.of("bathing-assistance", "haircut")), "W-1", "P-1", at("02:00:00"),
                        at("03:00:00"));
        assertThat(state.booking().elder()).isEqualTo("O-1");
        assertThat(state.booking().place()).isEqualTo("K-1");
        assertThat(state.askings().getFirst().answer()).isEqualTo(Answer.HELD);
        assertThat(AnyOrder.stored(state)).isLessThan(8_000);
    }
}
