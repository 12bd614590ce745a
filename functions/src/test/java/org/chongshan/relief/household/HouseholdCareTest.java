package org.chongshan.relief.household;

import java.time.LocalDate;
import java.util.List;

import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent;
import org.chongshan.events.relief.HouseholdEvent.EconomicStatusVerified;
import org.chongshan.events.relief.HouseholdEvent.GridVisitRecorded;
import org.chongshan.events.relief.HouseholdEvent.HouseholdDuplicateCleared;
import org.chongshan.events.relief.HouseholdEvent.HouseholdDuplicateSuspected;
import org.chongshan.events.relief.HouseholdEvent.HouseholdPlanAdopted;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.HouseholdEvent.KeyWatchAdded;
import org.chongshan.events.relief.HouseholdEvent.KeyWatchRemoved;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.SubsidyDelivered;
import org.chongshan.events.relief.HouseholdEvent.SubsidyDue;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.PersonEvent.ListingCleared;
import org.chongshan.events.relief.PersonEvent.MemberListed;
import org.chongshan.events.relief.PlanField;
import org.chongshan.events.relief.PlanLine;
import org.chongshan.events.relief.Relation;
import org.chongshan.events.relief.ReliefNotice.KeyWatchFollowUpOverdue;
import org.chongshan.events.relief.ReliefNotice.PlanReviewDue;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyEntitled;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyHandedOver;
import org.chongshan.relief.household.Household.Listed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.time.Instant.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.relief.household.HouseholdRule.*;

/** What is done for a household: plan, key-watch, quarterly subsidies; and who stands in the books twice. */
class HouseholdCareTest {
    private static final String CYCLE = "2023-Q2.320613001";
    private static final HouseholdRegistered REGISTERED = new HouseholdRegistered("1",
            List.of(new Member("M-1", new Personal("葛美云"), new IdentityNumber("320602196001010006"), Relation.HEAD)));
    private static final KeyWatchAdded WATCHED = new KeyWatchAdded("1", new Confidential("Lives alone."));
    private static final KeyWatchRemoved UNWATCHED = new KeyWatchRemoved("1", new Confidential("Moved to her son."));
    private static final GridVisitRecorded VISIT = new GridVisitRecorded("1", Hardship.NONE, new Personal(""));
    private static final SubsidyDelivered HANDED = new SubsidyDelivered(CYCLE, "1", "R-1");

    private static Given<Household, HouseholdEvent> household() {
        return given(new HouseholdDecider()).happened(REGISTERED);
    }

    private static HouseholdPlanAdopted plan(int version) {
        return new HouseholdPlanAdopted("1", version,
                List.of(new PlanLine(PlanField.MEDICAL, new Confidential("Dialysis paid."))),
                LocalDate.parse("2023-06-01"));
    }

    private static EconomicStatusVerified poor(boolean helpless) {
        return new EconomicStatusVerified("1", 1, 0, 0, !helpless, !helpless, Hardship.NONE);
    }

    @Test
    void a_registration_lists_its_members() {
        given(new HouseholdDecider()).when(REGISTERED).then(HOUSEHOLD_REGISTERED, new MemberListed("M-1", "1"));
    }

    @Test
    void relief_stands_in_the_record() {
        household().when(new ReliefDisbursed("C", "C", "1", 300_000, parse("2023-03-02T04:00:00Z")))
                .then(RELIEF_ON_RECORD).and(household -> assertThat(household.reliefPaidFen()).isEqualTo(300_000));
    }

    @Test
    void of_two_officers_who_write_the_same_version_of_a_plan_the_second_is_refused() {
        household().when(plan(1)).then(PLAN_ADOPTED).when(plan(1)).thenRefused(PLAN_OUTDATED).when(plan(3))
                .thenRefused(PLAN_OUTDATED).when(plan(2)).then(PLAN_ADOPTED)
                .and(household -> assertThat(household.plan().version()).isEqualTo(2));
    }

    @Test
    void a_plan_not_looked_at_by_its_review_date_is_stated_once() {
        household().happened(plan(1)).and(household -> assertThat(household.due()).isEqualTo("2023-06-01T16:00:00Z"))
                .whenDeadlineReached().then(PLAN_REVIEW_FALLS_DUE, new PlanReviewDue("1", 1))
                .and(household -> assertThat(household.lists()).containsKey(Listed.PLAN_REVIEW_DUE))
                .and(household -> assertThat(household.due()).isNull());
    }

    @Test
    void a_household_on_key_watch_that_nobody_visits_for_30_days_is_stated_and_a_visit_mends_it() {
        household().at("2023-03-02T04:00:00Z").when(WATCHED).then(KEY_WATCH_STARTED)
                .and(household -> assertThat(household.lists()).containsKey(Listed.KEY_WATCH)).whenDeadlineReached()
                .then(FOLLOW_UP_MISSED, new KeyWatchFollowUpOverdue("1", parse("2023-04-01T16:00:00Z")))
                .and(household -> assertThat(household.lists()).containsKey(Listed.KEY_WATCH_OVERDUE))
                .at("2023-04-05T04:00:00Z").when(VISIT).then(VISIT_RECORDED)
                .and(household -> assertThat(household.due()).isEqualTo("2023-05-05T16:00:00Z"))
                .and(household -> assertThat(household.lists()).containsOnlyKeys(Listed.KEY_WATCH));
    }

    @Test
    void a_visit_posted_late_does_not_move_the_next_one_back() {
        household().at("2023-03-02T04:00:00Z").happened(WATCHED).at("2023-03-20T04:00:00Z").happened(VISIT)
                .at("2023-03-10T04:00:00Z").when(VISIT).then(VISIT_RECORDED)
                .and(household -> assertThat(household.due()).isEqualTo("2023-04-19T16:00:00Z"));
    }

    @Test
    void a_watch_that_is_said_again_or_overtaken_by_a_later_word_changes_nothing() {
        household().at("2023-03-02T04:00:00Z").happened(WATCHED).at("2023-03-09T04:00:00Z").when(WATCHED)
                .then(WATCH_UNCHANGED)
                .and(household -> assertThat(household.due()).as("saying it again wins no time")
                        .isEqualTo("2023-04-01T16:00:00Z"))
                .at("2023-03-20T04:00:00Z").when(UNWATCHED).then(KEY_WATCH_ENDED)
                .and(household -> assertThat(household.due()).isNull()).at("2023-03-15T04:00:00Z").when(WATCHED)
                .then(WATCH_UNCHANGED).and(household -> assertThat(household.keyWatch()).isNull());
    }

    @Test
    void a_watch_posted_late_is_overdue_at_once_and_a_visit_of_its_first_day_leaves_it_overdue() {
        household().at("2023-03-02T04:00:00Z").receivedAt("2023-04-06T04:00:00Z").happened(WATCHED)
                .whenDeadlineReached()
                .then(FOLLOW_UP_MISSED, new KeyWatchFollowUpOverdue("1", parse("2023-04-01T16:00:00Z")))
                .at("2023-03-02T04:01:00Z").receivedAt("2023-04-06T04:05:00Z").when(VISIT).then(VISIT_RECORDED)
                .and(household -> assertThat(household.keyWatch().overdue()).isTrue())
                .and(household -> assertThat(household.due()).isNull());
    }

    @Test
    void a_follow_up_that_falls_due_on_another_day_is_told_again() {
        household().at("2023-03-02T04:00:00Z").happened(WATCHED).whenDeadlineReached().thenBy(FOLLOW_UP_MISSED)
                .at("2023-03-05T04:00:00Z").when(VISIT).then(VISIT_RECORDED).whenDeadlineReached()
                .then(FOLLOW_UP_MISSED, new KeyWatchFollowUpOverdue("1", parse("2023-04-04T16:00:00Z")))
                .and(household -> assertThat(household.keyWatch().overdue()).isTrue());
    }

    @Test
    void the_destitute_get_two_parcels_a_quarter_and_households_on_minimum_living_one() {
        household().happened(poor(true)).when(new SubsidyDue(CYCLE, "1")).then(SUBSIDY_ENTITLED,
                new SubsidyEntitled(CYCLE, "1", Category.DESTITUTE, 2));
        household().happened(poor(false)).when(new SubsidyDue(CYCLE, "1")).then(SUBSIDY_ENTITLED,
                new SubsidyEntitled(CYCLE, "1", Category.MINIMUM_LIVING, 1));
    }

    @Test
    void a_household_is_entitled_once_a_quarter_and_has_its_subsidy_once() {
        household().happened(poor(true)).when(HANDED).thenRefused(NOTHING_OUTSTANDING)
                .happened(new SubsidyDue(CYCLE, "1")).when(new SubsidyDue(CYCLE, "1")).thenRefused(ENTITLED_ONCE)
                .and(household -> assertThat(household.lists()).containsEntry(Listed.SUBSIDY_OUTSTANDING, CYCLE))
                .when(HANDED).then(SUBSIDY_HANDED_OVER, new SubsidyHandedOver(CYCLE, "1", 2)).when(HANDED)
                .thenRefused(NOTHING_OUTSTANDING)
                .and(household -> assertThat(household.lists()).doesNotContainKey(Listed.SUBSIDY_OUTSTANDING));
    }

    @Test
    void who_stands_in_no_category_or_in_one_without_parcels_is_not_entitled() {
        household().when(new SubsidyDue(CYCLE, "1")).thenRefused(NOT_RECOGNISED);
        household().happened(new EconomicStatusVerified("1", 1, 9_000_000, 0, true, true, Hardship.ILLNESS))
                .when(new SubsidyDue(CYCLE, "1")).thenRefused(NOT_RECOGNISED);
    }

    @Test
    void the_day_a_category_runs_out_still_entitles_and_the_next_does_not() {
        household().at("2022-04-01T04:00:00Z").happened(poor(true)).at("2023-04-01T15:59:59Z")
                .when(new SubsidyDue(CYCLE, "1")).thenBy(SUBSIDY_ENTITLED);
        household().at("2022-04-01T04:00:00Z").happened(poor(true)).at("2023-04-01T16:00:00Z")
                .when(new SubsidyDue(CYCLE, "1")).thenRefused(NOT_RECOGNISED);
    }

    private static HouseholdDuplicateSuspected suspected(@Nullable String other, boolean waits) {
        return new HouseholdDuplicateSuspected("1", other, "M-1", waits);
    }

    private static HouseholdDuplicateCleared cleared(String other) {
        return new HouseholdDuplicateCleared("1", other, new Confidential("She moved."));
    }

    @Test
    void a_suspicion_is_shown_until_an_officer_clears_it() {
        household().when(cleared("H-2")).thenRefused(NOTHING_SUSPECTED).when(suspected("H-2", false))
                .then(DUPLICATE_SUSPECTED)
                .and(household -> assertThat(household.lists()).containsKey(Listed.SUSPECTED_DUPLICATES))
                .when(cleared("H-2")).then(DUPLICATE_CLEARED, new ListingCleared("M-1", "1"))
                .and(household -> assertThat(household.lists()).isEmpty());
    }

    @Test
    void a_member_suspected_in_two_households_is_cleared_with_the_last_of_them() {
        household().happened(suspected("H-2", false), suspected("H-3", false)).when(cleared("H-2"))
                .then(DUPLICATE_CLEARED).when(cleared("H-3")).then(DUPLICATE_CLEARED, new ListingCleared("M-1", "1"));
    }

    @Test
    void what_is_suspected_with_another_subdistrict_the_district_alone_clears() {
        household().happened(suspected(null, true))
                .and(household -> assertThat(household.suspected()).as("nothing of the other is known").isEmpty())
                .when(cleared("H-2")).thenRefused(NOTHING_SUSPECTED).by("district-1", Role.DISTRICT)
                .when(cleared("H-2")).then(DUPLICATE_CLEARED_BY_THE_DISTRICT, new ListingCleared("M-1", "1"))
                .and(household -> assertThat(household.waits()).isFalse());
    }

    @Test
    void of_a_suspected_pair_the_one_listed_first_has_its_subsidy_and_the_other_waits_for_an_officer() {
        household().happened(poor(true), suspected("H-2", false)).when(new SubsidyDue(CYCLE, "1"))
                .thenBy(SUBSIDY_ENTITLED);
        household().happened(poor(true), suspected("H-2", true)).when(new SubsidyDue(CYCLE, "1")).then(SUBSIDY_WAITS)
                .and(household -> assertThat(household.subsidies()).isEmpty())
                .and(household -> assertThat(household.lists()).containsEntry(Listed.SUBSIDY_WAITING, CYCLE))
                .when(new SubsidyDue(CYCLE, "1")).thenRefused(ENTITLED_ONCE).when(HANDED).thenRefused(SUBSIDY_WAITS)
                .when(cleared("H-2"))
                .then(SUBSIDY_NO_LONGER_WAITS, new ListingCleared("M-1", "1"),
                        new SubsidyEntitled(CYCLE, "1", Category.DESTITUTE, 2))
                .and(household -> assertThat(household.lists()).doesNotContainKey(Listed.SUBSIDY_WAITING)).when(HANDED)
                .then(SUBSIDY_HANDED_OVER, new SubsidyHandedOver(CYCLE, "1", 2));
    }

    @Test
    void a_household_shows_so_many_suspicions_and_whoever_waits_is_still_told() {
        var household = household();
        for (int other = 0; other < 50; other++) {
            household.happened(suspected("H-" + other, false));
        }
        household.when(suspected("H-50", false)).thenRefused(SUSPECTED_ENOUGH).when(suspected("H-50", true))
                .then(DUPLICATE_SUSPECTED).and(one -> assertThat(one.waits()).isTrue());
    }

    @Test
    void a_quarter_of_eleven_years_ago_entitles_nobody_again() {
        var household = household().happened(poor(true));
        for (int quarter = 0; quarter < Household.QUARTERS_KEPT + 1; quarter++) {
            household.happened(new SubsidyDue("%d-Q%d.320613001".formatted(2023 + quarter / 4, quarter % 4 + 1), "1"));
        }
        household.and(one -> assertThat(one.subsidies()).hasSize(Household.QUARTERS_KEPT))
                .when(new SubsidyDue("2023-Q1.320613001", "1")).thenRefused(ENTITLED_ONCE);
    }
}
