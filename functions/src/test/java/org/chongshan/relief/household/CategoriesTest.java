package org.chongshan.relief.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.chongshan.core.Given;
import org.chongshan.core.IdentityNumbers;
import org.chongshan.core.Policy;
import org.chongshan.core.Policy.Bound;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.EconomicStatusVerified;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.Relation;
import org.chongshan.events.relief.ReliefCaseEvent.EconomicFactsStated;
import org.chongshan.events.relief.ReliefNotice.CategoryDecided;
import org.chongshan.events.relief.ReliefNotice.CategoryExpired;
import org.chongshan.relief.household.Household.Status;
import org.chongshan.shell.ReferenceData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** The hardship categories at their bounds, two persons, a standard of 820 yuan a head and month. */
class CategoriesTest {
    /** The minimum-living standard of two persons for twelve months, fen. */
    private static final long STANDARD = 82_000L * 12 * 2;
    private static final HouseholdRegistered REGISTERED = new HouseholdRegistered("1",
            List.of(new Member("M-1", new Personal("葛美云"), new IdentityNumber(IdentityNumbers.of(1)), Relation.HEAD)));
    private static final EconomicFactsRequested ASKED = new EconomicFactsRequested("1", "C-1", false, Hardship.ACCIDENT,
            LocalDate.parse("2023-03-01"), LocalDate.parse("2023-03-02"));

    private static Given<Household, HouseholdEvent> household() {
        return given(new HouseholdDecider()).happened(REGISTERED);
    }

    private static EconomicStatusVerified income(long fen) {
        return facts(fen, 0, true, Hardship.NONE);
    }

    private static EconomicStatusVerified facts(long income, long rigid, boolean able, Hardship hardship) {
        return new EconomicStatusVerified("1", 2, income, rigid, able, able, hardship);
    }

    private static void decides(EconomicStatusVerified facts, HouseholdRule rule, @Nullable Category category) {
        household().when(facts).then(rule, new CategoryDecided("1", category));
    }

    @Test
    void income_below_the_standard_is_minimum_living_and_at_the_standard_the_margin() {
        decides(income(STANDARD - 1), HouseholdRule.MINIMUM_LIVING, Category.MINIMUM_LIVING);
        decides(income(STANDARD), HouseholdRule.LOW_INCOME_MARGIN, Category.LOW_INCOME_MARGIN);
    }

    @Test
    void income_at_exactly_one_and_a_half_times_the_standard_is_in_the_margin_and_one_fen_above_is_not() {
        decides(income(STANDARD * 3 / 2), HouseholdRule.LOW_INCOME_MARGIN, Category.LOW_INCOME_MARGIN);
        decides(income(STANDARD * 3 / 2 + 1), HouseholdRule.NOT_IN_HARDSHIP, null);
    }

    @Test
    void who_cannot_work_and_has_no_support_is_destitute_up_to_the_standard() {
        decides(facts(STANDARD, 0, false, Hardship.NONE), HouseholdRule.DESTITUTE, Category.DESTITUTE);
        decides(facts(STANDARD + 1, 0, false, Hardship.NONE), HouseholdRule.LOW_INCOME_MARGIN,
                Category.LOW_INCOME_MARGIN);
        decides(new EconomicStatusVerified("1", 2, 0, 0, false, true, Hardship.NONE), HouseholdRule.MINIMUM_LIVING,
                Category.MINIMUM_LIVING);
    }

    @Test
    void the_destitute_margin_is_recognised_only_where_the_bureau_has_decided_so() {
        var entries = new ArrayList<>(shipped());
        entries.add(new Policy.Entry("relief.destitute-margin-recognised", 1, "switch", Bound.NONE,
                LocalDate.parse("2023-01-02"), "assumption: set locally"));
        household().under(new Policy(entries)).when(facts(STANDARD + 1, 0, false, Hardship.NONE))
                .then(HouseholdRule.DESTITUTE_MARGIN, new CategoryDecided("1", Category.DESTITUTE_MARGIN));
    }

    @Test
    void rigid_spending_of_exactly_70_percent_is_hardship_and_one_fen_less_is_not() {
        decides(facts(10_000_000, 7_000_000, true, Hardship.NONE), HouseholdRule.EXPENDITURE_DRIVEN,
                Category.EXPENDITURE_DRIVEN);
        decides(facts(10_000_000, 6_999_999, true, Hardship.NONE), HouseholdRule.NOT_IN_HARDSHIP, null);
    }

    @Test
    void rigid_spending_is_no_hardship_for_whoever_has_the_disposable_income_itself() {
        decides(facts(11_199_999, 11_000_000, true, Hardship.NONE), HouseholdRule.EXPENDITURE_DRIVEN,
                Category.EXPENDITURE_DRIVEN);
        decides(facts(11_200_000, 11_000_000, true, Hardship.NONE), HouseholdRule.NOT_IN_HARDSHIP, null);
    }

    @Test
    void who_is_struck_by_hardship_and_in_no_other_category_is_an_emergency() {
        decides(facts(10_000_000, 0, true, Hardship.ACCIDENT), HouseholdRule.EMERGENCY, Category.EMERGENCY);
    }

    @Test
    void a_category_expires_after_twelve_months_and_new_facts_renew_it() {
        household().at("2023-03-02T04:00:00Z").happened(income(0)).whenDeadlineReached()
                .then(HouseholdRule.CATEGORY_EXPIRES, new CategoryExpired("1", Category.MINIMUM_LIVING))
                .and(household -> assertThat(household.status()).isEqualTo(Status.TO_VERIFY))
                .and(household -> assertThat(household.lists()).isEmpty())
                .and(household -> assertThat(household.due()).isNull()).at("2024-03-03T04:00:00Z").when(income(0))
                .thenBy(HouseholdRule.MINIMUM_LIVING)
                .and(household -> assertThat(household.due()).isEqualTo("2025-03-03T16:00:00Z"));
    }

    @Test
    void facts_posted_late_do_not_undo_newer_ones() {
        household().at("2023-03-02T04:00:00Z").happened(income(0)).at("2023-02-02T04:00:00Z")
                .when(income(STANDARD * 10)).then(HouseholdRule.OLDER_FACTS)
                .and(household -> assertThat(household.status()).isEqualTo(Status.MINIMUM_LIVING));
    }

    @Test
    void a_case_that_asks_is_answered_at_once_or_when_the_facts_are_verified() {
        var stated = new EconomicFactsStated("C-1", "1", Category.MINIMUM_LIVING, 1, 2, LocalDate.parse("2023-03-01"));
        household().happened(income(0)).when(ASKED).then(HouseholdRule.FACTS_STATED, stated);
        household().happened(ASKED).when(income(0)).then(HouseholdRule.MINIMUM_LIVING,
                new CategoryDecided("1", Category.MINIMUM_LIVING), stated);
        given(new HouseholdDecider()).when(ASKED).thenEarly(HouseholdRule.HOUSEHOLD_UNKNOWN);
    }

    @Test
    void facts_too_old_are_not_stated() {
        household().at("2023-03-02T04:00:00Z").happened(income(0)).at("2024-03-02T16:00:00Z").when(ASKED)
                .then(HouseholdRule.FACTS_AWAITED);
    }

    private static List<Policy.Entry> shipped() {
        return List.copyOf(ReferenceData.policy().editions().getFirst().entries().values());
    }

    @Test
    void a_case_of_another_subdistrict_is_never_answered() {
        household().happened(income(0)).in("320613002").when(ASKED)
                .thenRefused(HouseholdRule.FACTS_STAY_IN_THE_SUBDISTRICT);
    }
}
