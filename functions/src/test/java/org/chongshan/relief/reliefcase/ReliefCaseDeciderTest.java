package org.chongshan.relief.reliefcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.relief.CameToNothingBecause;
import org.chongshan.events.relief.ClosedBecause;
import org.chongshan.events.relief.ConsultationEvent.VerdictCameToNothing;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.ReliefReturned;
import org.chongshan.events.relief.LeadEvent.ReliefCaseClosed;
import org.chongshan.events.relief.ReliefCaseEvent;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementReturned;
import org.chongshan.events.relief.ReliefCaseEvent.EconomicFactsStated;
import org.chongshan.events.relief.ReliefCaseEvent.FundHeld;
import org.chongshan.events.relief.ReliefCaseEvent.FundRefused;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefCaseDeliberated;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefRejected;
import org.chongshan.events.relief.ReliefCaseEvent.RetroactiveFilingSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefFunded;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefRequested;
import org.chongshan.events.relief.ReliefNotice.DisbursementInstructed;
import org.chongshan.events.relief.ReliefNotice.ReliefDeadlineBreachWithdrawn;
import org.chongshan.events.relief.ReliefNotice.ReliefDeadlineBreached;
import org.chongshan.events.relief.ReliefNotice.RetroactiveFilingOverdue;
import org.chongshan.events.relief.ReliefNotice.UrgentReliefEscalated;
import org.chongshan.events.relief.ReliefNotice.UrgentReliefRetryOverdue;
import org.chongshan.events.relief.ReserveFundEvent.FundHoldRequested;
import org.chongshan.events.relief.Verdict;
import org.chongshan.shell.CoreRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Calendars.BEFORE_THE_NOTICE;
import static org.chongshan.core.Calendars.WITH_THE_NOTICE;
import static org.chongshan.core.Given.given;
import static org.chongshan.relief.reliefcase.ReliefCaseRule.*;

class ReliefCaseDeciderTest {
    private static final String NOON = "2023-03-02T04:00:00Z";
    private static final String NEXT_NOON = "2023-03-03T04:00:00Z";
    private static final UrgentReliefRequested REQUESTED = new UrgentReliefRequested("1", "H-1", Hardship.BEREAVEMENT,
            300_000, 2, null, null);
    private static final EconomicFactsStated KNOWN = new EconomicFactsStated("1", "H-1", null, 2, null,
            LocalDate.parse("2023-03-02"));
    private static final ReliefRejected REJECT = new ReliefRejected("1", new Confidential("Insured."));
    private static final UrgentReliefConfirmed CONFIRM = new UrgentReliefConfirmed("1", new Confidential("Seen."));
    /** Four times the standard of two persons, fen. */
    private static final long FOUR_TIMES_TWO = 4 * 82_000L * 2;
    private static final FundHeld HELD = new FundHeld("320613001", "1", 300_000);
    private static final FundRefused REFUSED = new FundRefused("320613001", "1", 7);
    private static final UrgentReliefFunded FUNDED = new UrgentReliefFunded("1",
            new Confidential("The fund is empty."));
    private static final ReliefDeadlineBreached BREACHED = new ReliefDeadlineBreached("1", "H-1", Instant.parse(NOON),
            Instant.parse(NEXT_NOON));
    private static final RetroactiveFilingSubmitted FILED = new RetroactiveFilingSubmitted("1", List.of("form-7"));
    private static final UrgentReliefEscalated ESCALATED = new UrgentReliefEscalated("1", "H-1", 300_000,
            Instant.parse(NEXT_NOON));

    private static Given<ReliefCase, ReliefCaseEvent> requestedAtNoon() {
        return given(new ReliefCaseDecider()).at(NOON).happened(REQUESTED, KNOWN);
    }

    private static Given<ReliefCase, ReliefCaseEvent> requestedBy(String actor, Role role, long fen) {
        return given(new ReliefCaseDecider()).at(NOON).by(actor, role)
                .happened(new UrgentReliefRequested("1", "H-1", Hardship.ILLNESS, fen, 9, null, null));
    }

    private static DisbursementConfirmed paidAt(String instant) {
        return new DisbursementConfirmed("H-1.bereavement.2023", "1", "320613001", 300_000, Instant.parse(instant));
    }

    private static ReliefDisbursed disbursedAt(String instant) {
        return new ReliefDisbursed("1", "1", "H-1", 300_000, Instant.parse(instant));
    }

    private static DisbursementFailed failed(FailedBecause reason) {
        return new DisbursementFailed("H-1.bereavement.2023", "1", "320613001", 300_000, reason);
    }

    @Test
    void a_request_asks_the_fund_and_is_due_24_hours_after_it_was_recorded_in_the_field() {
        given(new ReliefCaseDecider()).at(NOON).when(REQUESTED)
                .then(CLOCK_STARTS_IN_THE_FIELD,
                        new EconomicFactsRequested("H-1", "1", true, Hardship.BEREAVEMENT,
                                LocalDate.parse("2023-03-02"), LocalDate.parse("2023-03-02")))
                .and(relief -> assertThat(relief.due()).isEqualTo(NEXT_NOON)).when(KNOWN)
                .then(HOUSEHOLD_IS_KNOWN, new FundHoldRequested("320613001", "1", 300_000));
    }

    @Test
    void a_request_of_a_grid_worker_waits_for_an_officer_who_did_not_ask_while_the_clock_runs() {
        requestedBy("grid-17", Role.GRID, 300_000).when(KNOWN).then(AWAITS_AN_OFFICER)
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.TO_CONFIRM))
                .and(relief -> assertThat(relief.due()).isEqualTo(NEXT_NOON)).by("GRID-17", Role.STREET).when(CONFIRM)
                .thenRefused(REQUESTER_NEVER_APPROVES).by("street-18", Role.STREET).when(CONFIRM)
                .then(CONFIRMED, new FundHoldRequested("320613001", "1", 300_000)).when(HELD)
                .then(FUND_PAYS_FIRST, new DisbursementInstructed("H-1.illness.2023", "1", "320613001", "H-1", 300_000,
                        new TreeSet<>(List.of("grid-17", "street-18"))));
    }

    @Test
    void above_what_the_street_may_grant_the_district_confirms_or_pays_and_the_heads_are_the_households_own() {
        requestedBy("street-17", Role.STREET, FOUR_TIMES_TWO + 1).when(KNOWN).then(AWAITS_AN_OFFICER)
                .by("street-18", Role.STREET).when(CONFIRM).thenRefused(WRONG_LEVEL).by("district-1", Role.DISTRICT)
                .when(CONFIRM).then(CONFIRMED, new FundHoldRequested("320613001", "1", FOUR_TIMES_TWO + 1));
        requestedBy("street-17", Role.STREET, FOUR_TIMES_TWO).when(KNOWN).thenBy(HOUSEHOLD_IS_KNOWN);
        requestedBy("street-17", Role.STREET, FOUR_TIMES_TWO + 1).happened(KNOWN).by("street-18", Role.STREET)
                .when(FUNDED).thenRefused(WRONG_LEVEL).by("district-1", Role.DISTRICT).when(FUNDED)
                .thenBy(DISTRICT_PAYS);
    }

    @Test
    void nothing_is_paid_to_a_household_nobody_knows_and_that_it_waits_is_stated() {
        requestedBy("street-17", Role.STREET, 300_000).by("street-18", Role.STREET).when(CONFIRM)
                .thenRefused(HOUSEHOLD_NOT_ON_THE_BOOKS).by("district-1", Role.DISTRICT).when(CONFIRM)
                .thenRefused(HOUSEHOLD_NOT_ON_THE_BOOKS).when(FUNDED).thenRefused(HOUSEHOLD_NOT_ON_THE_BOOKS)
                .whenDeadlineReached().thenBy(BREACH_STATED)
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.BREACHED_TO_CONFIRM));
    }

    @Test
    void no_relief_without_a_hardship() {
        given(new ReliefCaseDecider()).at(NOON)
                .when(new UrgentReliefRequested("1", "H-1", Hardship.NONE, 300_000, 2, null, null))
                .thenRefused(HARDSHIP_IS_NAMED);
    }

    private static UrgentReliefRequested struckAt(String instant, @Nullable String lead) {
        return new UrgentReliefRequested("1", "H-1", Hardship.BEREAVEMENT, 300_000, 2, lead, Instant.parse(instant));
    }

    @Test
    void nobody_chooses_the_year_of_an_urgent_claim_for_the_hardship_is_of_the_last_thirty_days() {
        given(new ReliefCaseDecider()).at(NOON).when(struckAt("2023-01-31T04:00:00Z", null))
                .thenBy(CLOCK_STARTS_IN_THE_FIELD);
        given(new ReliefCaseDecider()).at(NOON).when(struckAt("2023-01-31T03:59:59Z", null))
                .thenRefused(NOT_URGENT_ANY_MORE);
    }

    @Test
    void nobody_but_a_leads_triage_names_a_lead() {
        given(new ReliefCaseDecider()).at(NOON).when(struckAt(NOON, "L-1")).thenRefused(LEADS_ARE_TRIAGED)
                .by("street-17", Role.SYSTEM).when(struckAt(NOON, "L-1")).thenBy(CLOCK_STARTS_IN_THE_FIELD);
    }

    @Test
    void a_lead_that_asks_under_an_id_that_is_taken_is_told_so() {
        requestedAtNoon().by("street-18", Role.SYSTEM).when(struckAt(NOON, "1")).then(ID_IS_TAKEN,
                new ReliefCaseClosed("1", "1", ClosedBecause.NEVER_OPENED));
    }

    @Test
    void an_urgent_case_may_be_rejected_while_it_waits_or_is_with_the_district_so_that_it_ends() {
        requestedBy("grid-17", Role.GRID, 300_000).by("street-18", Role.STREET).when(REJECT).thenBy(REJECTED);
        var granted = new ReliefCaseDeliberated("1", "K-1", Verdict.APPROVE, new Confidential("In need."),
                new TreeSet<>(List.of("district-1", "street-18")), true);
        requestedBy("grid-17", Role.GRID, 300_000).by("street-18", Role.STREET).happened(REJECT).when(granted)
                .then(HOUSEHOLD_NOT_ON_THE_BOOKS,
                        new VerdictCameToNothing("K-1", "1", CameToNothingBecause.HOUSEHOLD_UNKNOWN))
                .when(KNOWN).thenBy(KNOWN_AFTER_THE_REJECTION).when(granted).thenBy(DELIBERATED);
        requestedBy("grid-17", Role.GRID, FOUR_TIMES_TWO + 1).happened(KNOWN).by("street-18", Role.STREET).when(REJECT)
                .thenRefused(WRONG_LEVEL).by("district-1", Role.DISTRICT).when(REJECT).thenBy(REJECTED);
        requestedAtNoon().happened(REFUSED).by("street-18", Role.STREET).when(REJECT).thenRefused(WRONG_LEVEL)
                .by("district-1", Role.DISTRICT).when(REJECT)
                .then(REJECTED, new ReliefCaseClosed("1", "1", ClosedBecause.REJECTED));
    }

    @Test
    void nobody_decides_about_what_was_not_asked_for_yet_unless_two_clocks_differ() {
        requestedBy("grid-17", Role.GRID, 300_000).happened(KNOWN).by("street-18", Role.STREET)
                .at("2023-03-02T03:54:59Z").when(CONFIRM).thenRefused(BEFORE_THE_REQUEST).at("2023-03-02T03:55:00Z")
                .when(CONFIRM).thenBy(CONFIRMED);
    }

    @Test
    void a_request_that_comes_a_week_late_is_urgent_and_a_second_later_is_not() {
        given(new ReliefCaseDecider()).at(NOON).receivedAt("2023-03-09T04:00:00Z").when(REQUESTED)
                .thenBy(CLOCK_STARTS_IN_THE_FIELD);
        given(new ReliefCaseDecider()).at(NOON).receivedAt("2023-03-09T04:00:01Z").when(REQUESTED)
                .thenRefused(NOT_URGENT_ANY_MORE);
    }

    @Test
    void the_year_of_a_claim_is_that_of_the_day_the_household_states_and_not_of_the_request() {
        given(new ReliefCaseDecider()).at("2023-12-31T17:00:00Z").when(REQUESTED)
                .then(CLOCK_STARTS_IN_THE_FIELD,
                        new EconomicFactsRequested("H-1", "1", true, Hardship.BEREAVEMENT,
                                LocalDate.parse("2024-01-01"), LocalDate.parse("2024-01-01")))
                .happened(new EconomicFactsStated("1", "H-1", null, 2, null, LocalDate.parse("2023-12-31"))).when(HELD)
                .then(FUND_PAYS_FIRST, new DisbursementInstructed("H-1.bereavement.2023", "1", "320613001", "H-1",
                        300_000, new TreeSet<>(List.of("street-17"))));
    }

    @Test
    void money_that_comes_back_is_with_the_district_and_the_household_has_it_no_more() {
        requestedAtNoon().happened(HELD, paidAt(NOON))
                .when(new DisbursementReturned("H-1.bereavement.2023", "1", "320613001", 300_000))
                .then(MONEY_CAME_BACK, ESCALATED, new ReliefReturned("1", "1", "H-1", 300_000));
    }

    @Test
    void after_a_failure_the_clock_of_the_hardship_runs_on_and_whoever_pays_now_has_as_many_hours() {
        requestedAtNoon().happened(HELD).at("2023-03-02T14:00:00Z").receivedAt("2023-03-02T16:00:00Z")
                .when(failed(FailedBecause.RECEIPT_SAYS_SO))
                .then(PAYMENT_FAILED,
                        new UrgentReliefEscalated("1", "H-1", 300_000, Instant.parse("2023-03-03T16:00:00Z")))
                .and(relief -> assertThat(relief.due()).isEqualTo(NEXT_NOON)).whenDeadlineReached()
                .then(BREACH_STATED, BREACHED)
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.BREACHED_ESCALATED))
                .and(relief -> assertThat(relief.due()).isEqualTo("2023-03-03T16:00:00Z")).whenDeadlineReached()
                .then(RETRY_OVERDUE,
                        new UrgentReliefRetryOverdue("1", "H-1", Instant.parse("2023-03-02T16:00:00Z"),
                                Instant.parse("2023-03-03T16:00:00Z")))
                .and(relief -> assertThat(relief.due()).isNull())
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.BREACHED_ESCALATED));
    }

    @Test
    void money_paid_in_time_that_comes_back_days_later_has_not_arrived_in_24_hours_and_is_due_anew() {
        requestedAtNoon().happened(HELD, paidAt(NOON)).at("2023-03-07T04:00:00Z")
                .when(new DisbursementReturned("H-1.bereavement.2023", "1", "320613001", 300_000))
                .then(MONEY_CAME_BACK,
                        new UrgentReliefEscalated("1", "H-1", 300_000, Instant.parse("2023-03-08T04:00:00Z")),
                        new ReliefReturned("1", "1", "H-1", 300_000))
                .whenDeadlineReached().then(BREACH_STATED, BREACHED).by("district-1", Role.DISTRICT)
                .at("2023-03-07T05:00:00Z").happened(FUNDED).at("2023-03-07T06:00:00Z")
                .when(paidAt("2023-03-07T06:00:00Z")).then(PAID_LATE, disbursedAt("2023-03-07T06:00:00Z"))
                .and(relief -> assertThat(relief.setback()).isNull());
    }

    @Test
    void money_paid_late_that_comes_back_was_stated_late_already() {
        requestedAtNoon().happened(HELD).whenDeadlineReached().happened(paidAt("2023-03-03T05:00:00Z"))
                .at("2023-03-07T04:00:00Z")
                .happened(new DisbursementReturned("H-1.bereavement.2023", "1", "320613001", 300_000))
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.BREACHED_ESCALATED))
                .whenDeadlineReached().thenBy(RETRY_OVERDUE);
    }

    @Test
    void the_district_does_not_pay_again_by_what_it_had_said_before_the_payment_failed() {
        requestedAtNoon().happened(HELD).at("2023-03-02T14:00:00Z").happened(failed(FailedBecause.RECEIPT_SAYS_SO))
                .by("district-1", Role.DISTRICT).at("2023-03-02T13:00:00Z").when(FUNDED).thenRefused(BEFORE_THE_FAILURE)
                .at("2023-03-02T14:00:01Z").when(FUNDED).thenBy(DISTRICT_PAYS);
    }

    @Property
    void whichever_of_failed_paid_after_all_and_sent_back_is_heard_first_the_money_is_owed_again(
            @ForAll("failedPaidAndReturned") List<ReliefCaseEvent> order) {
        var relief = requestedAtNoon().happened(HELD);
        order.forEach(relief::when);
        relief.and(one -> assertThat(one.phase()).isEqualTo(ReliefCase.Phase.ESCALATED))
                .and(one -> assertThat(one.paidAt()).isNull()).and(one -> assertThat(one.returnsAhead()).isZero());
    }

    @Provide
    Arbitrary<List<ReliefCaseEvent>> failedPaidAndReturned() {
        return Arbitraries.shuffle(List.of(failed(FailedBecause.RECEIPT_SAYS_SO), paidAt(NOON),
                new DisbursementReturned("H-1.bereavement.2023", "1", "320613001", 300_000)));
    }

    @Test
    void a_bank_that_said_failed_and_paid_after_all_has_paid() {
        requestedAtNoon().happened(HELD, failed(FailedBecause.RECEIPT_SAYS_SO)).when(paidAt(NOON)).then(PAID_IN_TIME,
                disbursedAt(NOON));
    }

    @Test
    void papers_do_not_lie_before_the_payment_unless_two_clocks_differ() {
        requestedAtNoon().happened(HELD, paidAt("2023-03-02T05:00:00Z")).at("2023-03-02T04:54:59Z").when(FILED)
                .thenRefused(BEFORE_THE_PAYMENT).at("2023-03-02T04:55:00Z").when(FILED).thenBy(FILED_IN_TIME);
    }

    @Test
    void a_case_is_requested_once() {
        requestedAtNoon().when(REQUESTED).thenRefused(REQUESTED_ONCE);
    }

    @Test
    void nothing_happens_to_a_case_never_requested() {
        given(new ReliefCaseDecider()).when(HELD).thenEarly(CASE_UNKNOWN);
        given(new ReliefCaseDecider()).when(FILED).thenEarly(CASE_UNKNOWN);
    }

    @Test
    void what_the_fund_holds_is_paid_at_once_under_the_claim_of_household_cause_and_year() {
        requestedAtNoon().when(HELD).then(FUND_PAYS_FIRST, new DisbursementInstructed("H-1.bereavement.2023", "1",
                "320613001", "H-1", 300_000, new TreeSet<>(List.of("street-17"))));
    }

    @Test
    void the_day_a_hardship_struck_is_the_bureaus_own_and_not_that_of_greenwich() {
        given(new ReliefCaseDecider()).at("2023-12-31T15:59:59Z").when(REQUESTED).then(CLOCK_STARTS_IN_THE_FIELD,
                new EconomicFactsRequested("H-1", "1", true, Hardship.BEREAVEMENT, LocalDate.parse("2023-12-31"),
                        LocalDate.parse("2023-12-31")));
        given(new ReliefCaseDecider()).at("2023-12-31T16:00:00Z").when(REQUESTED).then(CLOCK_STARTS_IN_THE_FIELD,
                new EconomicFactsRequested("H-1", "1", true, Hardship.BEREAVEMENT, LocalDate.parse("2024-01-01"),
                        LocalDate.parse("2024-01-01")));
    }

    @Test
    void what_the_fund_cannot_cover_goes_to_the_district_and_the_clock_runs_on() {
        requestedAtNoon().when(REFUSED).then(DISTRICT_STEPS_IN, ESCALATED)
                .and(relief -> assertThat(relief.due()).isEqualTo(NEXT_NOON));
    }

    @Test
    void the_district_pays_from_its_own_budget() {
        requestedAtNoon().happened(REFUSED).by("district-1", Role.DISTRICT).when(FUNDED).then(DISTRICT_PAYS,
                new DisbursementInstructed("H-1.bereavement.2023", "1", "district", "H-1", 300_000,
                        new TreeSet<>(List.of("street-17", "district-1"))));
    }

    @Test
    void whoever_asked_does_not_approve() {
        requestedAtNoon().happened(REFUSED).when(FUNDED).thenRefused(REQUESTER_NEVER_APPROVES);
    }

    @Test
    void the_district_pays_nothing_the_fund_covers() {
        requestedAtNoon().happened(HELD).by("district-1", Role.DISTRICT).when(FUNDED).thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void paid_a_second_before_or_at_exactly_24_hours_is_in_time() {
        requestedAtNoon().happened(HELD).when(paidAt("2023-03-03T03:59:59Z")).then(PAID_IN_TIME,
                disbursedAt("2023-03-03T03:59:59Z"));
        requestedAtNoon().happened(HELD).when(paidAt(NEXT_NOON)).then(PAID_IN_TIME, disbursedAt(NEXT_NOON));
    }

    @Test
    void paid_a_second_after_24_hours_is_late() {
        // Heard before the clock came round: the breach is stated all the same, and once.
        requestedAtNoon().happened(HELD).when(paidAt("2023-03-03T04:00:01Z")).then(PAID_LATE,
                disbursedAt("2023-03-03T04:00:01Z"), BREACHED);
        requestedAtNoon().happened(HELD).whenDeadlineReached().when(paidAt("2023-03-03T04:00:01Z")).then(PAID_LATE,
                disbursedAt("2023-03-03T04:00:01Z"));
    }

    @Test
    void nobody_paid_after_24_hours_is_stated_once() {
        requestedAtNoon().happened(HELD).whenDeadlineReached()
                .then(BREACH_STATED,
                        new ReliefDeadlineBreached("1", "H-1", Instant.parse(NOON), Instant.parse(NEXT_NOON)))
                .and(relief -> assertThat(relief.due()).isNull())
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.BREACHED_PAYING));
    }

    @Test
    void a_receipt_that_reaches_us_late_but_shows_payment_in_time_withdraws_the_breach() {
        requestedAtNoon().happened(HELD).whenDeadlineReached().when(paidAt(NEXT_NOON))
                .then(PAID_IN_TIME, disbursedAt(NEXT_NOON),
                        new ReliefDeadlineBreachWithdrawn("1", Instant.parse(NEXT_NOON)))
                .and(relief -> assertThat(relief.answerMissed()).isFalse());
    }

    @Test
    void a_failed_payment_goes_to_the_district_and_the_clock_runs_on() {
        requestedAtNoon().happened(HELD).when(failed(FailedBecause.RECEIPT_SAYS_SO)).then(PAYMENT_FAILED, ESCALATED);
    }

    @Test
    void a_claim_paid_for_another_case_closes_this_one() {
        requestedAtNoon().happened(HELD).when(failed(FailedBecause.CLAIM_ALREADY_PAID))
                .then(ONE_PAYMENT_PER_CLAIM, new ReliefCaseClosed("1", "1", ClosedBecause.DUPLICATE))
                .and(relief -> assertThat(relief.due()).isNull());
    }

    @Test
    void the_papers_are_due_at_the_end_of_the_tenth_working_day_over_the_holidays_of_october() {
        // Paid on Wednesday 27 September 2023; 29 September to 6 October are holidays, 7 and 8 October are worked.
        given(new ReliefCaseDecider()).at("2023-09-27T02:00:00Z")
                .happened(REQUESTED, KNOWN, HELD, paidAt("2023-09-27T03:00:00Z"))
                .and(relief -> assertThat(relief.due()).isEqualTo("2023-10-17T16:00:00Z"));
    }

    @Test
    void new_years_day_is_no_working_day_for_the_papers_though_nobody_has_arranged_the_year_yet() {
        // Paid on Friday 18 December 2026; the ninth working day is Thursday the 31st, the tenth Monday 4 January.
        given(new ReliefCaseDecider()).at("2026-12-18T08:00:00Z")
                .happened(REQUESTED, KNOWN, HELD, paidAt("2026-12-18T08:00:00Z"))
                .and(relief -> assertThat(relief.fileBy().end()).isEqualTo("2027-01-04T16:00:00Z"))
                .and(relief -> assertThat(relief.fileBy().isProvisional()).isTrue());
    }

    @Test
    void papers_are_judged_by_the_calendar_of_the_day_they_come() {
        // Paid on Monday 21 December 2026; 4 January is a day off by the notice alone.
        given(new ReliefCaseDecider()).by(BEFORE_THE_NOTICE).at("2026-12-21T02:00:00Z")
                .happened(REQUESTED, KNOWN, HELD, paidAt("2026-12-21T03:00:00Z"))
                .and(relief -> assertThat(relief.fileBy().end()).isEqualTo("2027-01-05T16:00:00Z")).by(WITH_THE_NOTICE)
                .at("2027-01-06T16:00:00Z").when(FILED).thenBy(FILED_IN_TIME).thenAlsoBy(CoreRule.RECKONED_ANEW);
    }

    @Test
    void papers_at_the_last_moment_are_in_time_and_a_second_later_late() {
        // Ten working days after Thursday 2 March 2023 end with Thursday 16 March.
        requestedAtNoon().happened(HELD, paidAt(NOON)).at("2023-03-16T16:00:00Z").when(FILED).then(FILED_IN_TIME);
        requestedAtNoon().happened(HELD, paidAt(NOON)).at("2023-03-16T16:00:01Z").when(FILED).then(FILED_LATE);
    }

    @Test
    void missing_papers_are_stated_once_and_still_taken_afterwards() {
        requestedAtNoon().happened(HELD, paidAt(NOON)).whenDeadlineReached()
                .then(FILING_OVERDUE, new RetroactiveFilingOverdue("1", Instant.parse("2023-03-16T16:00:00Z")))
                .and(relief -> assertThat(relief.due()).isNull()).at("2023-04-01T00:00:00Z").when(FILED)
                .then(FILED_LATE);
    }

    @Test
    void papers_before_the_payment_or_twice_are_refused() {
        requestedAtNoon().happened(HELD).when(FILED).thenRefused(NOT_AT_THIS_POINT);
        requestedAtNoon().happened(HELD, paidAt(NOON), FILED).when(FILED).thenRefused(NOT_AT_THIS_POINT);
    }
}
