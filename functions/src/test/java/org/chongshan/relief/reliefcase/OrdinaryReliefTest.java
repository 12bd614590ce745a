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
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.ClosedBecause;
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
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApplicationSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApproved;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefCaseDeliberated;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefRejected;
import org.chongshan.events.relief.ReliefCaseEvent.RetroactiveFilingSubmitted;
import org.chongshan.events.relief.ReliefNotice.DisbursementInstructed;
import org.chongshan.events.relief.ReliefNotice.ReliefDecisionOverdue;
import org.chongshan.events.relief.Verdict;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.relief.reliefcase.ReliefCaseRule.*;

/** Temporary relief, the ordinary way: two persons, a standard of 820 yuan a head and month. */
class OrdinaryReliefTest {
    private static final long FOUR_TIMES = 4 * 82_000L * 2;
    private static final EconomicFactsStated FACTS = new EconomicFactsStated("1", "H-1", Category.MINIMUM_LIVING, 2, 2);
    private static final ReliefApproved APPROVE = new ReliefApproved("1", new Confidential("The bills are there."));
    private static final ReliefRejected REJECT = new ReliefRejected("1", new Confidential("Insured."));
    private static final DisbursementInstructed INSTRUCTED = new DisbursementInstructed("H-1.illness.2023", "1",
            "district", "H-1", FOUR_TIMES, new TreeSet<>(List.of("grid-17", "street-17")));
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
                .then(APPLICATION_TAKEN, new EconomicFactsRequested("H-1", "1", false)).when(application(5))
                .thenRefused(REQUESTED_ONCE);
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
                .when(APPROVE).then(APPROVED, INSTRUCTED);
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
        applied(FOUR_TIMES + 1).when(deliberated(Verdict.APPROVE)).thenBy(DELIBERATED)
                .and(relief -> assertThat(relief.status()).isEqualTo(ReliefCase.Status.PAYING));
        withTheStreet().happened(REJECT).when(deliberated(Verdict.APPROVE)).thenBy(DELIBERATED)
                .and(relief -> assertThat(relief.decidedBy()).containsExactly("district-1", "grid-17", "street-17"));
        withTheStreet().when(deliberated(Verdict.REJECT)).then(DELIBERATED, NOT_RELIEVED)
                .when(deliberated(Verdict.REJECT)).thenRefused(NOT_AT_THIS_POINT);
        withTheStreet().happened(APPROVE).when(deliberated(Verdict.REJECT)).thenRefused(VERDICT_CAME_TOO_LATE);
    }

    @Test
    void whoever_applied_is_not_among_those_who_deliberate_however_the_name_is_written() {
        applied(FOUR_TIMES + 1).when(deliberated(Verdict.APPROVE, true, "GRID-17 ", "district-1"))
                .thenRefused(REQUESTER_NEVER_APPROVES);
    }

    @Test
    void above_the_streets_limit_no_consultation_approves_without_the_district() {
        applied(FOUR_TIMES + 1).happened(FACTS).when(deliberated(Verdict.APPROVE, false, "a", "b", "c"))
                .thenRefused(DISTRICT_TAKES_PART);
        applied(5).when(deliberated(Verdict.APPROVE, false, "a", "b", "c")).thenRefused(DISTRICT_TAKES_PART);
        withTheStreet().when(deliberated(Verdict.APPROVE, false, "a", "b", "c")).thenBy(DELIBERATED);
    }

    @Test
    void the_heads_that_set_the_level_are_the_households_own() {
        applied(FOUR_TIMES).when(new EconomicFactsStated("1", "H-1", Category.MINIMUM_LIVING, 2, 1))
                .then(DISTRICT_DECIDES);
        applied(FOUR_TIMES).when(new EconomicFactsStated("1", "H-1", null, 2, null)).then(SUBDISTRICT_DECIDES);
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
