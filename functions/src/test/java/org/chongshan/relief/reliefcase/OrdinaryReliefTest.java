package org.chongshan.relief.reliefcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.chongshan.core.Given;
import org.chongshan.core.Policy;
import org.chongshan.core.Policy.Bound;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.relief.CameToNothingBecause;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.ClosedBecause;
import org.chongshan.events.relief.ConsultationEvent.CaseIntroduced;
import org.chongshan.events.relief.ConsultationEvent.VerdictAccepted;
import org.chongshan.events.relief.ConsultationEvent.VerdictCameToNothing;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.ReliefReturned;
import org.chongshan.events.relief.LeadEvent.ReliefCaseClosed;
import org.chongshan.events.relief.ReliefCaseEvent;
import org.chongshan.events.relief.ReliefCaseEvent.CaseIntroductionRequested;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementReturned;
import org.chongshan.events.relief.ReliefCaseEvent.EconomicFactsStated;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApplicationSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApproved;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefCaseDeliberated;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefRejected;
import org.chongshan.events.relief.ReliefCaseEvent.RetroactiveFilingSubmitted;
import org.chongshan.events.relief.ReliefNotice.DisbursementInstructed;
import org.chongshan.events.relief.ReliefNotice.ReliefDecisionOverdue;
import org.chongshan.events.relief.Verdict;
import org.chongshan.shell.CoreRule;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Calendars.BEFORE_THE_NOTICE;
import static org.chongshan.core.Calendars.WITH_THE_NOTICE;
import static org.chongshan.core.Given.given;
import static org.chongshan.relief.reliefcase.ReliefCaseRule.*;

/** Temporary relief, the ordinary way: two persons, a standard of 820 yuan a head and month. */
class OrdinaryReliefTest {
    private static final long FOUR_TIMES = 4 * 82_000L * 2;
    private static final LocalDate STRUCK = LocalDate.parse("2023-03-02");
    private static final EconomicFactsStated FACTS = new EconomicFactsStated("1", "H-1", Category.MINIMUM_LIVING, 2, 2,
            STRUCK);
    private static final ReliefApproved APPROVE = new ReliefApproved("1", new Confidential("The bills are there."));
    private static final ReliefRejected REJECT = new ReliefRejected("1", new Confidential("Insured."));
    private static final DisbursementInstructed INSTRUCTED = new DisbursementInstructed("H-1.illness.2023", "1",
            "district", "H-1", FOUR_TIMES, new TreeSet<>(List.of("grid-17", "street-17")));
    private static final VerdictAccepted ACCEPTED = new VerdictAccepted("K-1", "1");
    private static final ReliefCaseClosed NOT_RELIEVED = new ReliefCaseClosed("1", "1", ClosedBecause.REJECTED);
    private static final Instant PAID_AT = Instant.parse("2023-03-10T04:00:00Z");

    private static ReliefApplicationSubmitted application(long fen) {
        return new ReliefApplicationSubmitted("1", "H-1", Hardship.ILLNESS, fen, 2, null, null);
    }

    private static Given<ReliefCase, ReliefCaseEvent> applied(long fen) {
        return given(new ReliefCaseDecider()).by("grid-17", Role.GRID).happened(application(fen));
    }

    private static Given<ReliefCase, ReliefCaseEvent> withTheStreet() {
        return applied(FOUR_TIMES).happened(FACTS).by("street-17", Role.STREET);
    }

    private static ReliefCaseDeliberated deliberated(Verdict verdict) {
        return deliberated(verdict, true, "street-17", "district-1");
    }

    private static ReliefCaseDeliberated deliberated(Verdict verdict, boolean withDistrict, String... members) {
        return new ReliefCaseDeliberated("1", "K-1", verdict, new Confidential("Nobody else helps."),
                new TreeSet<>(List.of(members)), withDistrict);
    }

    @Test
    void an_application_asks_for_the_economic_facts() {
        given(new ReliefCaseDecider()).when(application(5))
                .then(APPLICATION_TAKEN,
                        new EconomicFactsRequested("H-1", "1", false, Hardship.ILLNESS, STRUCK, STRUCK))
                .when(application(5)).thenRefused(REQUESTED_ONCE);
    }

    @Test
    void a_decision_due_in_a_year_without_its_notice_is_due_when_that_has_it() {
        // Fifteen working days after Monday 21 December 2026; 4 January is a day off by the notice alone.
        given(new ReliefCaseDecider()).by(BEFORE_THE_NOTICE).at("2026-12-21T02:00:00Z").happened(application(5))
                .and(relief -> assertThat(relief.answerBy().end()).isEqualTo("2027-01-12T16:00:00Z"))
                .by(WITH_THE_NOTICE).whenDeadlineReached().then(CoreRule.RECKONED_ANEW)
                .and(relief -> assertThat(relief.due()).isEqualTo("2027-01-13T16:00:00Z"));
    }

    @Test
    void exactly_four_times_the_standard_is_the_subdistricts_and_one_fen_above_the_districts() {
        applied(FOUR_TIMES).when(FACTS).then(SUBDISTRICT_DECIDES)
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.AT_STREET));
        applied(FOUR_TIMES + 1).when(FACTS).then(DISTRICT_DECIDES)
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.AT_DISTRICT));
    }

    @Test
    void the_wrong_level_does_not_decide() {
        applied(FOUR_TIMES).happened(FACTS).by("district-1", Role.DISTRICT).when(APPROVE).thenRefused(WRONG_LEVEL);
        applied(FOUR_TIMES + 1).happened(FACTS).by("street-17", Role.STREET).when(REJECT).thenRefused(WRONG_LEVEL);
    }

    @Test
    void whoever_applied_does_not_approve() {
        given(new ReliefCaseDecider()).by("street-17", Role.STREET).happened(application(5), FACTS).when(APPROVE)
                .thenRefused(REQUESTER_NEVER_APPROVES).by("street-18", Role.STREET).when(APPROVE).thenBy(APPROVED);
    }

    @Test
    void what_is_approved_is_paid_and_ends_the_case() {
        withTheStreet().when(APPROVE).then(APPROVED, INSTRUCTED)
                .when(new DisbursementConfirmed("H-1.illness.2023", "1", "district", FOUR_TIMES, PAID_AT))
                .then(PAID_AS_APPROVED, new ReliefDisbursed("1", "1", "H-1", FOUR_TIMES, PAID_AT))
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.PAID))
                .and(relief -> assertThat(relief.due()).isNull())
                .when(new RetroactiveFilingSubmitted("1", List.of("form-7"))).thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void a_payment_that_failed_comes_back_to_the_level_that_decides() {
        withTheStreet().happened(APPROVE)
                .when(new DisbursementFailed("H-1.illness.2023", "1", "district", FOUR_TIMES,
                        FailedBecause.RECEIPT_SAYS_SO))
                .then(BACK_TO_WHO_APPROVED).and(relief -> assertThat(relief.due()).isEqualTo("2023-03-23T16:00:00Z"))
                .at("2023-03-02T02:00:01Z").when(APPROVE).then(APPROVED, INSTRUCTED);
    }

    @Test
    void an_approval_given_before_a_payment_failed_orders_no_other() {
        var failed = new DisbursementFailed("H-1.illness.2023", "1", "district", FOUR_TIMES,
                FailedBecause.RECEIPT_SAYS_SO);
        // A second officer approved while the payment was under way; the phone was away until it had failed.
        withTheStreet().happened(APPROVE).at("2023-03-02T06:00:00Z").happened(failed).by("street-18", Role.STREET)
                .at("2023-03-02T05:59:00Z").when(APPROVE).thenRefused(BEFORE_THE_FAILURE).when(REJECT)
                .thenRefused(BEFORE_THE_FAILURE).when(deliberated(Verdict.APPROVE))
                .then(BEFORE_THE_FAILURE, nothing(CameToNothingBecause.BEFORE_THE_FAILURE)).at("2023-03-02T06:00:01Z")
                .when(APPROVE).thenBy(APPROVED);
    }

    @Test
    void whoever_decides_after_a_failure_has_known_of_it_and_not_only_lived_after_it() {
        // The receipt says failed at six; the platform heard of it at eight.
        withTheStreet().happened(APPROVE).at("2023-03-02T06:00:00Z").receivedAt("2023-03-02T08:00:00Z")
                .happened(new DisbursementFailed("H-1.illness.2023", "1", "district", FOUR_TIMES,
                        FailedBecause.RECEIPT_SAYS_SO))
                .by("street-18", Role.STREET).at("2023-03-02T07:00:00Z").when(APPROVE).thenRefused(BEFORE_THE_FAILURE)
                .at("2023-03-02T08:00:01Z").when(APPROVE).thenBy(APPROVED);
    }

    @Test
    void nothing_is_decided_before_the_facts_are_known_or_twice() {
        applied(5).by("street-17", Role.STREET).when(APPROVE).thenRefused(NOT_AT_THIS_POINT);
        withTheStreet().when(REJECT).then(REJECTED, NOT_RELIEVED).when(APPROVE).thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void a_decision_is_due_at_the_end_of_the_fifteenth_working_day_and_stated_when_it_is_missing() {
        // From Thursday 28 September 2023, the last working day before eight days of holidays; 7 and 8 October are worked.
        given(new ReliefCaseDecider()).at("2023-09-28T02:00:00Z").happened(application(5))
                .and(relief -> assertThat(relief.due()).isEqualTo("2023-10-25T16:00:00Z")).whenDeadlineReached()
                .then(DECISION_OVERDUE, new ReliefDecisionOverdue("1", "H-1", Instant.parse("2023-10-25T16:00:00Z")))
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.OVERDUE_GATHERING_FACTS))
                .and(relief -> assertThat(relief.due()).isNull());
    }

    @Test
    void a_consultation_decides_over_the_level_and_over_a_rejection() {
        applied(FOUR_TIMES + 1).happened(FACTS).when(deliberated(Verdict.APPROVE)).thenBy(DELIBERATED)
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.PAYING));
        withTheStreet().happened(REJECT).when(deliberated(Verdict.APPROVE)).thenBy(DELIBERATED)
                .and(relief -> assertThat(relief.decidedBy()).containsExactly("district-1", "grid-17", "street-17"));
        withTheStreet().when(deliberated(Verdict.REJECT)).then(DELIBERATED, NOT_RELIEVED, ACCEPTED);
    }

    private static VerdictCameToNothing nothing(CameToNothingBecause because) {
        return new VerdictCameToNothing("K-1", "1", because);
    }

    @Test
    void a_verdict_that_comes_too_late_changes_nothing_and_its_consultation_is_told() {
        withTheStreet().happened(APPROVE).when(deliberated(Verdict.REJECT)).then(VERDICT_CAME_TOO_LATE,
                nothing(CameToNothingBecause.TOO_LATE));
        withTheStreet().happened(REJECT).when(deliberated(Verdict.REJECT))
                .then(VERDICT_CAME_TOO_LATE, nothing(CameToNothingBecause.TOO_LATE))
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.REJECTED));
        applied(FOUR_TIMES).happened(FACTS).at("2023-03-02T01:54:59Z").when(deliberated(Verdict.REJECT))
                .then(BEFORE_THE_REQUEST, nothing(CameToNothingBecause.BEFORE_THE_REQUEST));
    }

    @Test
    void what_a_consultation_grants_goes_to_a_household_that_has_answered() {
        applied(FOUR_TIMES).when(deliberated(Verdict.APPROVE))
                .then(HOUSEHOLD_NOT_ON_THE_BOOKS, nothing(CameToNothingBecause.HOUSEHOLD_UNKNOWN)).happened(FACTS)
                .when(deliberated(Verdict.APPROVE)).thenBy(DELIBERATED);
    }

    @Test
    void a_case_keeps_so_many_who_decided_it_and_somebody_new_decides_no_more() {
        var most = new TreeSet<String>();
        for (int member = 1; member < ReliefCase.MOST_DECIDERS; member++) {
            most.add("member-" + member);
        }
        var failed = new DisbursementFailed("H-1.illness.2023", "1", "district", FOUR_TIMES,
                FailedBecause.RECEIPT_SAYS_SO);
        var full = withTheStreet().happened(
                new ReliefCaseDeliberated("1", "K-1", Verdict.APPROVE, new Confidential("All agree."), most, true),
                failed).at("2023-03-02T03:00:00Z");
        full.when(APPROVE).thenRefused(DECIDED_BY_TOO_MANY).when(deliberated(Verdict.APPROVE))
                .then(DECIDED_BY_TOO_MANY, nothing(CameToNothingBecause.TOO_MANY_DECIDED)).by("member-7", Role.STREET)
                .when(APPROVE).thenBy(APPROVED)
                .and(relief -> assertThat(relief.decidedBy()).hasSize(ReliefCase.MOST_DECIDERS));
    }

    @Test
    void a_consultation_that_has_the_case_on_its_table_is_told_who_applied() {
        applied(5).when(new CaseIntroductionRequested("1", "K-1")).then(INTRODUCED,
                new CaseIntroduced("K-1", "1", "grid-17"));
    }

    @Test
    void whoever_applied_is_not_among_those_who_deliberate_however_the_name_is_written() {
        applied(FOUR_TIMES + 1).when(deliberated(Verdict.APPROVE, true, "GRID-17 ", "district-1"))
                .then(REQUESTER_NEVER_APPROVES, nothing(CameToNothingBecause.REQUESTER_TOOK_PART));
    }

    @Test
    void above_the_streets_limit_no_consultation_decides_without_the_district_neither_yes_nor_no() {
        for (var verdict : Verdict.values()) {
            var byTheStreet = deliberated(verdict, false, "a", "b", "c");
            applied(FOUR_TIMES + 1).happened(FACTS).when(byTheStreet)
                    .then(DISTRICT_TAKES_PART, nothing(CameToNothingBecause.DISTRICT_ABSENT))
                    .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.AT_DISTRICT));
            applied(5).when(byTheStreet).then(DISTRICT_TAKES_PART, nothing(CameToNothingBecause.DISTRICT_ABSENT));
            withTheStreet().when(byTheStreet).thenBy(DELIBERATED);
        }
        withTheStreet().when(deliberated(Verdict.APPROVE, false, "a", "b", "c")).thenBy(DELIBERATED);
    }

    @Test
    void the_heads_that_set_the_level_are_the_households_own() {
        applied(FOUR_TIMES).when(new EconomicFactsStated("1", "H-1", Category.MINIMUM_LIVING, 2, 1, STRUCK))
                .then(DISTRICT_DECIDES);
        applied(FOUR_TIMES).when(new EconomicFactsStated("1", "H-1", null, 2, null, STRUCK)).then(SUBDISTRICT_DECIDES);
    }

    @Test
    void money_that_comes_back_is_owed_again_by_whoever_decided() {
        withTheStreet()
                .happened(APPROVE, new DisbursementConfirmed("H-1.illness.2023", "1", "district", FOUR_TIMES, PAID_AT))
                .when(new DisbursementReturned("H-1.illness.2023", "1", "district", FOUR_TIMES))
                .then(MONEY_CAME_BACK, new ReliefReturned("1", "1", "H-1", FOUR_TIMES))
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.AT_STREET));
    }

    @Test
    void money_that_is_heard_to_come_back_before_it_arrived_counts_once_both_are_heard() {
        withTheStreet().happened(APPROVE)
                .when(new DisbursementReturned("H-1.illness.2023", "1", "district", FOUR_TIMES))
                .then(CAME_BACK_BEFORE_IT_ARRIVED)
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.PAYING))
                .when(new DisbursementConfirmed("H-1.illness.2023", "1", "district", FOUR_TIMES, PAID_AT))
                .then(MONEY_CAME_BACK, new ReliefDisbursed("1", "1", "H-1", FOUR_TIMES, PAID_AT),
                        new ReliefReturned("1", "1", "H-1", FOUR_TIMES))
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.AT_STREET));
        withTheStreet().when(new DisbursementReturned("H-1.illness.2023", "1", "district", FOUR_TIMES))
                .thenBy(CAME_BACK_BEFORE_IT_ARRIVED);
        applied(5).when(new DisbursementReturned("H-1.illness.2023", "1", "district", 5))
                .thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void a_backdated_application_has_the_claim_of_the_year_its_household_knows() {
        applied(5).at("2022-12-30T02:00:00Z").when(APPROVE).thenRefused(BEFORE_THE_REQUEST);
        given(new ReliefCaseDecider()).at("2022-01-02T02:00:00Z").receivedAt("2023-03-02T02:00:00Z")
                .by("grid-17", Role.GRID).when(application(FOUR_TIMES))
                .then(APPLICATION_TAKEN,
                        new EconomicFactsRequested("H-1", "1", false, Hardship.ILLNESS, LocalDate.parse("2022-01-02"),
                                STRUCK))
                .happened(FACTS).by("street-17", Role.STREET).when(APPROVE).then(APPROVED, INSTRUCTED);
    }

    @Test
    void relief_is_for_a_hardship_that_has_a_name() {
        given(new ReliefCaseDecider()).when(new ReliefApplicationSubmitted("1", "H-1", Hardship.NONE, 5, 1, null, null))
                .thenRefused(HARDSHIP_IS_NAMED);
    }

    @Test
    void a_policy_changed_in_mid_year_decides_what_happens_after_it_and_nothing_before() {
        var entries = new ArrayList<>(ReferenceData.policy().editions().getFirst().entries().values());
        entries.add(new Policy.Entry("relief.delegated-approval-multiple", 6, "times", Bound.INCLUSIVE,
                LocalDate.parse("2023-07-01"), "assumption: set locally"));
        var policy = new Policy(entries);
        // The last second of June and the first of July, in the bureau's time.
        var before = applied(FOUR_TIMES + 1).under(policy).at("2023-06-30T15:59:59Z").when(FACTS).then(DISTRICT_DECIDES)
                .edition();
        var after = applied(FOUR_TIMES + 1).under(policy).at("2023-06-30T16:00:00Z").when(FACTS)
                .then(SUBDISTRICT_DECIDES).edition();
        assertThat(before).startsWith("2023-01-01+");
        assertThat(after).startsWith("2023-07-01+");
    }
}
