package org.chongshan.eldercare.elder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.core.Policy;
import org.chongshan.eldercare.elder.Elder.Listed;
import org.chongshan.eldercare.elder.Elder.Status;
import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.AbilityGrade;
import org.chongshan.events.eldercare.CareBedEvent.CareBedElderStated;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthCounted;
import org.chongshan.events.eldercare.CareSlot;
import org.chongshan.events.eldercare.EconomicHardship;
import org.chongshan.events.eldercare.EconomicStandingEvent.ElderListed;
import org.chongshan.events.eldercare.ElderEvent;
import org.chongshan.events.eldercare.ElderEvent.BirthdayCorrected;
import org.chongshan.events.eldercare.ElderEvent.CareMonthDue;
import org.chongshan.events.eldercare.ElderEvent.CareResumed;
import org.chongshan.events.eldercare.ElderEvent.CareSuspended;
import org.chongshan.events.eldercare.ElderEvent.ElderAssessed;
import org.chongshan.events.eldercare.ElderEvent.ElderDeathRetracted;
import org.chongshan.events.eldercare.ElderEvent.ElderDied;
import org.chongshan.events.eldercare.ElderEvent.ElderHouseholdStated;
import org.chongshan.events.eldercare.ElderEvent.ElderRegistered;
import org.chongshan.events.eldercare.ElderEvent.ElderStandingAsked;
import org.chongshan.events.eldercare.ElderEvent.HardshipStated;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitNotMade;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitStruck;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitVerified;
import org.chongshan.events.eldercare.ElderEvent.ResidenceChanged;
import org.chongshan.events.eldercare.ElderEvent.VisitEntitlementAsked;
import org.chongshan.events.eldercare.EldercareNotice.CareSlotsOffered;
import org.chongshan.events.eldercare.EldercareNotice.EligibilityDecided;
import org.chongshan.events.eldercare.EldercareNotice.MonthlyVisitsMissed;
import org.chongshan.events.eldercare.EldercareNotice.MonthlyVisitsRestated;
import org.chongshan.events.eldercare.EldercareNotice.ReassessmentDue;
import org.chongshan.events.eldercare.EligibilityTest;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitEntitlementStated;
import org.chongshan.events.eldercare.VisitNotMade;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.elder.ElderRule.*;

/** Who is visited at home, and what became of it each month. All times are UTC; the bureau's midnight is 16:00. */
class ElderTest {
    private static final String MARCH = "2023-03.320613001";
    private static final String MARCH_BEGINS = "2023-02-28T16:00:00Z";
    private static final LocalDate OLD = LocalDate.parse("1934-05-01");
    private static final LocalDate ALWAYS_HERE = LocalDate.parse("1990-01-01");
    private static final Confidential GROUNDS = new Confidential("The register says so.");
    private static final ElderDied DEATH = new ElderDied("e", LocalDate.parse("2023-03-10"));

    private static ElderRegistered registration(LocalDate born) {
        return new ElderRegistered("e", "H-1", new Personal("胡秀"), born, true, ALWAYS_HERE, new Personal("费桥村1组"),
                new Personal("her son"));
    }

    private static HardshipStated hardship(EconomicHardship hardship, String since) {
        return new HardshipStated("e", "H-1", hardship, Instant.parse(since));
    }

    private static ElderAssessed assessment(AbilityGrade grade) {
        return new ElderAssessed("e", grade, "a-1", new Personal("Cannot dress."));
    }

    private static HomeVisitVerified visit(int number, String from) {
        return new HomeVisitVerified("e", "v-" + number, "p-1", Instant.parse(from),
                Instant.parse(from).plusSeconds(3600), 60, 3000, 1);
    }

    private static CareMonthCounted counted(int entitled, int served, int visits, int minutes, int closedShort,
            int missed) {
        return new CareMonthCounted(MARCH, "e", entitled, served, visits, minutes, closedShort, missed);
    }

    private static Given<Elder, ElderEvent> registered(LocalDate born) {
        return given(new ElderDecider()).at("2023-01-10T04:00:00Z").by("grid-1", Role.GRID)
                .happened(registration(born));
    }

    /** Everything but the age holds for sure. */
    private static Given<Elder, ElderEvent> inNeed(LocalDate born) {
        return registered(born).by("assessor-1", Role.ORGANISATION).at("2023-01-12T04:00:00Z").happened(
                hardship(EconomicHardship.LOW_INCOME_MARGIN, "2022-12-01T00:00:00Z"),
                assessment(AbilityGrade.MODERATE_LOSS));
    }

    private static Given<Elder, ElderEvent> inMarch() {
        return inNeed(OLD).at(MARCH_BEGINS).happened(new CareMonthDue(MARCH, "e"));
    }

    private static Given<Elder, ElderEvent> visited(Given<Elder, ElderEvent> elder, int times) {
        for (int i = 1; i <= times; i++) {
            elder.at("2023-03-0" + i + "T06:00:00Z").happened(visit(i, "2023-03-0" + i + "T01:00:00Z"));
        }
        return elder;
    }

    private static EligibilityDecided decided(EligibilityTest... failing) {
        return new EligibilityDecided("e", failing.length == 0, Set.of(failing));
    }

    @Test
    void each_of_the_five_tests_is_shown_with_its_fact_its_source_and_its_day() {
        registered(OLD)
                .then(NOT_ELIGIBLE, decided(EligibilityTest.HARDSHIP, EligibilityTest.ABILITY),
                        new ElderListed("H-1", "e"))
                .at("2023-01-11T04:00:00Z").when(hardship(EconomicHardship.MINIMUM_LIVING, "2022-12-01T00:00:00Z"))
                .then(NEARLY_ELIGIBLE, decided(EligibilityTest.ABILITY))
                .and(elder -> assertThat(elder.status()).isEqualTo(Status.NEARLY_ELIGIBLE))
                .and(elder -> assertThat(elder.rank()).isEqualTo("ABILITY")).at("2023-01-12T04:00:00Z")
                .by("assessor-1", Role.ORGANISATION).when(assessment(AbilityGrade.MILD_LOSS)).then(ELIGIBLE, decided())
                .and(elder -> {
                    assertThat(elder.status()).isEqualTo(Status.ELIGIBLE);
                    assertThat(elder.tests().get(EligibilityTest.HARDSHIP)).isEqualTo(
                            new Eligibility.Finding(true, "minimum-living", "E-2", LocalDate.parse("2022-12-01")));
                    assertThat(elder.tests().get(EligibilityTest.ABILITY)).isEqualTo(
                            new Eligibility.Finding(true, "mild-loss", "E-3", LocalDate.parse("2023-01-12")));
                    assertThat(elder.tests().get(EligibilityTest.AGE).fact()).isEqualTo("88-years");
                });
    }

    @Test
    void who_is_registered_is_registered_once_and_what_comes_before_waits() {
        given(new ElderDecider()).when(new CareSuspended("e")).thenEarly(ELDER_UNKNOWN);
        registered(OLD).when(registration(OLD)).thenRefused(REGISTERED_ONCE);
        given(new ElderDecider()).when(registration(OLD)).thenAlsoBy(REGISTERED)
                .and(elder -> assertThat(elder.heard()).isOne());
    }

    private static final LocalDate SECOND_OF_MARCH = LocalDate.parse("2023-03-02");

    private static VisitEntitlementAsked asked(LocalDate day) {
        return new VisitEntitlementAsked("e", "v-1", day);
    }

    private static VisitEntitlementStated answered(Given<Elder, ElderEvent> before, boolean away,
            EligibilityTest... failing) {
        return new VisitEntitlementStated("v-1", SECOND_OF_MARCH, new TreeSet<>(List.of(failing)), away,
                before.state().heard() + 1);
    }

    @Test
    void a_visit_hears_whether_its_elder_is_entitled_on_its_day_and_again_when_that_changes() {
        var elder = inNeed(OLD);
        elder.when(asked(SECOND_OF_MARCH)).then(VISIT_ANSWERED, answered(inNeed(OLD), false));
        var known = answered(elder, false, EligibilityTest.AGE);
        elder.when(new BirthdayCorrected("e", LocalDate.parse("1973-01-01"), GROUNDS)).then(NEARLY_ELIGIBLE,
                decided(EligibilityTest.AGE), known);
        var again = answered(elder, false);
        elder.when(new BirthdayCorrected("e", OLD, GROUNDS)).then(ELIGIBLE, decided(), again).at("2023-03-05T04:00:00Z")
                .when(new CareSuspended("e")).then(SUSPENDED);
    }

    @Test
    void whoever_turns_sixty_may_be_visited_on_that_day_and_not_on_the_day_before() {
        inNeed(LocalDate.parse("1963-03-02"))
                .and(elder -> assertThat(elder.entitlement(SECOND_OF_MARCH).failing()).isEmpty())
                .and(elder -> assertThat(elder.entitlement(SECOND_OF_MARCH.minusDays(1)).failing())
                        .containsExactly(EligibilityTest.AGE));
    }

    @Test
    void nobody_is_visited_at_home_who_is_dead_or_in_hospital_all_day() {
        inNeed(OLD).happened(new ElderDied("e", LocalDate.parse("2023-03-01")))
                .and(elder -> assertThat(elder.entitlement(SECOND_OF_MARCH).away()).isTrue())
                .and(elder -> assertThat(elder.entitlement(SECOND_OF_MARCH.minusDays(1)).away()).isFalse());
        inNeed(OLD).at("2023-03-01T04:00:00Z").happened(new CareSuspended("e")).at("2023-03-03T04:00:00Z")
                .happened(new CareResumed("e"))
                .and(elder -> assertThat(elder.entitlement(SECOND_OF_MARCH).away()).isTrue())
                .and(elder -> assertThat(elder.entitlement(SECOND_OF_MARCH.plusDays(1)).away()).isFalse());
    }

    @Test
    void a_month_that_owes_visits_owes_them_to_its_end_whatever_is_assessed_in_it() {
        inMarch().by("assessor-1", Role.ORGANISATION).at("2023-03-10T04:00:00Z")
                .happened(assessment(AbilityGrade.INTACT))
                .and(elder -> assertThat(elder.entitlement(LocalDate.parse("2023-03-31")).failing()).isEmpty())
                .and(elder -> assertThat(elder.entitlement(LocalDate.parse("2023-04-01")).failing())
                        .containsExactly(EligibilityTest.ABILITY));
    }

    @Test
    void visits_of_months_that_are_forgotten_are_not_answered() {
        var elder = inNeed(OLD);
        for (int month = 1; month <= 13; month++) {
            elder.happened(new CareMonthDue(YearMonth.of(2022, 3).plusMonths(month) + ".320613001", "e"));
        }
        elder.when(asked(LocalDate.parse("2022-03-31"))).thenRefused(MONTH_FORGOTTEN);
    }

    @Test
    void on_the_sixtieth_birthday_somebody_is_old_enough_and_not_on_the_day_before() {
        var sixtyOn15March = LocalDate.parse("1963-03-15");
        inNeed(sixtyOn15March).at("2023-03-14T15:59:59Z").when(new CareResumed("e")).thenBy(RESUMED)
                .and(elder -> assertThat(elder.failing()).containsExactly(EligibilityTest.AGE))
                .at("2023-03-14T16:00:00Z").when(new CareResumed("e")).then(ELIGIBLE, decided());
        inNeed(sixtyOn15March).and(elder -> assertThat(elder.due()).isEqualTo("2023-03-14T16:00:00Z"))
                .whenDeadlineReached().then(ELIGIBLE, decided()).thenAlsoBy(OLD_ENOUGH)
                .and(elder -> assertThat(elder.deadlines()).doesNotContainKey(Elder.Due.AGE));
    }

    @Test
    void whoever_was_born_on_29_February_has_the_birthday_on_the_last_of_February() {
        var policy = ReferenceData.policy();
        var leap = LocalDate.parse("1964-02-29");
        assertThat(Eligibility.oldEnoughFrom(leap, new Terms(60, 6, 1))).isEqualTo("2024-02-28T16:00:00Z");
        assertThat(Eligibility.oldEnoughFrom(leap, new Terms(61, 6, 1))).isEqualTo("2025-02-27T16:00:00Z");
        assertThat(Terms.of(policy.at(Instant.parse(MARCH_BEGINS)))).isEqualTo(new Terms(60, 6, 1));
    }

    @Test
    void a_birthday_stated_wrongly_is_corrected_for_all_times() {
        inNeed(LocalDate.parse("1973-01-01")).and(elder -> assertThat(elder.isEligible()).isFalse())
                .when(new BirthdayCorrected("e", LocalDate.parse("1953-01-01"), GROUNDS)).then(ELIGIBLE, decided());
        registered(OLD).when(new BirthdayCorrected("e", OLD.plusDays(1), GROUNDS)).then(BIRTHDAY_CORRECTED);
    }

    @Test
    void somebody_lives_here_for_long_after_six_months_and_no_longer_once_gone() {
        inNeed(OLD).when(new ResidenceChanged("e", true, LocalDate.parse("2022-10-01"), false))
                .then(NEARLY_ELIGIBLE, decided(EligibilityTest.RESIDENCE))
                .and(elder -> assertThat(elder.due()).isEqualTo("2023-03-31T16:00:00Z")).whenDeadlineReached()
                .then(ELIGIBLE, decided()).thenAlsoBy(LIVES_HERE_FOR_LONG).at("2023-05-01T04:00:00Z")
                .when(new ResidenceChanged("e", true, null, true))
                .then(NEARLY_ELIGIBLE, decided(EligibilityTest.RESIDENCE)).at("2023-05-02T04:00:00Z")
                .when(new ResidenceChanged("e", false, null, false))
                .then(NOT_ELIGIBLE, decided(EligibilityTest.REGISTRATION, EligibilityTest.RESIDENCE));
        registered(OLD).when(new ResidenceChanged("e", true, ALWAYS_HERE, false)).then(RESIDENCE_STATED);
    }

    @Test
    void hardship_begins_and_ends_as_relief_says_of_the_household_the_elder_belongs_to() {
        inNeed(OLD).at("2023-02-02T04:00:00Z").when(hardship(EconomicHardship.TO_VERIFY, "2023-02-01T00:00:00Z"))
                .then(NEARLY_ELIGIBLE, decided(EligibilityTest.HARDSHIP))
                .when(hardship(EconomicHardship.DESTITUTE, "2023-01-01T00:00:00Z")).then(HARDSHIP_KNOWN)
                .when(new ElderHouseholdStated("e", "H-2")).then(HOUSEHOLD_STATED, new ElderListed("H-2", "e"))
                .when(new HardshipStated("e", "H-2", EconomicHardship.DESTITUTE, Instant.parse("2023-01-20T00:00:00Z")))
                .then(ELIGIBLE, decided());
        inNeed(OLD).when(hardship(EconomicHardship.EMERGENCY, "2023-01-11T00:00:00Z")).then(NEARLY_ELIGIBLE,
                decided(EligibilityTest.HARDSHIP));
    }

    @Test
    void an_elders_record_knows_five_households() {
        var elder = registered(OLD);
        for (int i = 1; i <= Known.MOST_HOUSEHOLDS; i++) {
            elder.happened(new HardshipStated("e", "H-" + i, EconomicHardship.NONE, Instant.EPOCH));
        }
        elder.when(new HardshipStated("e", "H-9", EconomicHardship.NONE, Instant.EPOCH))
                .thenRefused(TOO_MANY_HOUSEHOLDS);
    }

    @Test
    void whoever_is_able_again_is_no_longer_eligible_and_an_assessment_grows_too_old() {
        inNeed(OLD).at("2023-02-01T04:00:00Z").when(assessment(AbilityGrade.INTACT))
                .then(NEARLY_ELIGIBLE, decided(EligibilityTest.ABILITY)).at("2023-02-02T04:00:00Z")
                .when(assessment(AbilityGrade.TOTAL_LOSS)).then(ELIGIBLE, decided()).thenAlsoBy(ASSESSED)
                .and(elder -> assertThat(elder.due()).isEqualTo("2024-02-02T16:00:00Z")).whenDeadlineReached()
                .then(NEARLY_ELIGIBLE, decided(EligibilityTest.ABILITY),
                        new ReassessmentDue("e", Instant.parse("2024-02-02T16:00:00Z")))
                .thenAlsoBy(REASSESSMENT_FALLS_DUE)
                .and(elder -> assertThat(elder.lists()).containsKey(Listed.REASSESSMENT_DUE));
    }

    @Test
    void whoever_registered_an_elder_does_not_assess_them() {
        registered(OLD).by(" GRID-1", Role.ORGANISATION).when(assessment(AbilityGrade.MILD_LOSS))
                .thenRefused(ASSESSOR_REGISTERED_THEM);
    }

    @Test
    void nobody_is_visited_in_hospital_and_whoever_is_back_is_what_they_were() {
        inNeed(OLD).at("2023-02-01T04:00:00Z").when(new CareSuspended("e")).then(SUSPENDED)
                .and(elder -> assertThat(elder.status()).isEqualTo(Status.SUSPENDED)).at("2023-02-09T04:00:00Z")
                .when(new CareResumed("e")).then(RESUMED)
                .and(elder -> assertThat(elder.status()).isEqualTo(Status.ELIGIBLE));
    }

    @Test
    void with_death_care_ends_unless_it_was_a_mistake() {
        inNeed(OLD).at("2023-03-11T04:00:00Z").when(DEATH).then(ELIGIBLE, new EligibilityDecided("e", false, Set.of()))
                .and(elder -> {
                    assertThat(elder.status()).isEqualTo(Status.DIED);
                    assertThat(elder.lists()).isEmpty();
                    assertThat(elder.due()).isNull();
                }).at("2023-03-12T04:00:00Z").when(new ElderDeathRetracted("e", GROUNDS)).then(ELIGIBLE, decided());
        registered(OLD).when(DEATH).then(DIED).when(new ElderDeathRetracted("e", GROUNDS)).then(DEATH_RETRACTED);
    }

    @Test
    void a_month_offers_one_part_for_each_visit_to_whoever_is_eligible_as_it_begins() {
        inNeed(OLD).at(MARCH_BEGINS).when(new CareMonthDue(MARCH, "e"))
                .then(MONTH_ENTITLES,
                        new CareSlotsOffered("e", MARCH,
                                List.of(slot("2023-03-01", "2023-03-07"), slot("2023-03-08", "2023-03-15"),
                                        slot("2023-03-16", "2023-03-23"), slot("2023-03-24", "2023-03-31"))),
                        counted(1, 0, 0, 0, 0, 0))
                .when(new CareMonthDue(MARCH, "e")).thenRefused(MONTH_REACHED_ONCE);
        registered(OLD).at(MARCH_BEGINS).when(new CareMonthDue(MARCH, "e")).then(MONTH_REACHED).whenDeadlineReached()
                .then(MONTH_NOT_ENTITLED);
        inNeed(LocalDate.parse("1963-03-02")).at(MARCH_BEGINS).when(new CareMonthDue(MARCH, "e")).then(MONTH_REACHED)
                .and(elder -> assertThat(elder.month("2023-03").entitled()).isFalse());
    }

    private static CareSlot slot(String from, String until) {
        return new CareSlot(LocalDate.parse(from), LocalDate.parse(until));
    }

    @Test
    void the_parts_of_any_month_cover_it_and_do_not_overlap() {
        for (var month : List.of("2023-02", "2024-02", "2023-04", "2023-12")) {
            for (int visits = 1; visits <= 10; visits++) {
                var slots = Month.slots(YearMonth.parse(month), visits);
                assertThat(slots).hasSize(visits);
                assertThat(slots.getFirst().from().getDayOfMonth()).isOne();
                assertThat(slots.getLast().until()).isEqualTo(YearMonth.parse(month).atEndOfMonth());
                for (int i = 1; i < visits; i++) {
                    assertThat(slots.get(i).from()).isEqualTo(slots.get(i - 1).until().plusDays(1));
                }
            }
        }
    }

    @Test
    void what_is_learnt_late_about_the_beginning_of_a_month_still_entitles() {
        registered(OLD).at("2023-01-11T04:00:00Z")
                .happened(hardship(EconomicHardship.LOW_INCOME_MARGIN, "2022-12-01T00:00:00Z")).at(MARCH_BEGINS)
                .happened(new CareMonthDue(MARCH, "e")).at("2023-02-27T04:00:00Z").receivedAt("2023-03-03T04:00:00Z")
                .by("assessor-1", Role.ORGANISATION).when(assessment(AbilityGrade.MILD_LOSS)).thenBy(MONTH_ENTITLES)
                .and(elder -> assertThat(elder.month("2023-03").owed()).isEqualTo(4));
    }

    @Test
    void four_visits_make_a_month_complete_in_persons_and_in_visits() {
        var march = inMarch();
        march.at("2023-03-01T06:00:00Z").when(visit(1, "2023-03-01T01:00:00Z")).then(VISIT_COUNTS,
                counted(0, 1, 1, 60, 0, 0));
        march.at("2023-03-02T06:00:00Z").when(visit(2, "2023-03-02T01:00:00Z")).then(VISIT_COUNTS,
                counted(0, 0, 1, 60, 0, 0));
        visited(march, 4).whenDeadlineReached().then(MONTH_COMPLETE)
                .and(elder -> assertThat(elder.month("2023-03").verified()).isEqualTo(4))
                .and(elder -> assertThat(elder.month("2023-03").feeFen()).isEqualTo(12_000))
                .and(elder -> assertThat(elder.lists()).doesNotContainKey(Listed.VISITS_MISSED));
    }

    @Test
    void a_fourth_visit_that_begins_in_the_months_last_minute_counts_in_it_and_one_at_midnight_does_not() {
        visited(inMarch(), 3).at("2023-03-31T18:00:00Z").when(visit(4, "2023-03-31T15:59:59Z"))
                .then(VISIT_COUNTS, counted(0, 0, 1, 60, 0, 0)).whenDeadlineReached().then(MONTH_COMPLETE);
        visited(inMarch(), 3).at("2023-03-31T18:00:00Z").happened(visit(4, "2023-03-31T16:00:00Z"))
                .and(elder -> assertThat(elder.month("2023-03").verified()).isEqualTo(3))
                .and(elder -> assertThat(elder.month("2023-04").verified()).isOne());
    }

    @Test
    void a_month_closes_some_days_after_its_last_and_a_short_one_is_stated_with_each_reason() {
        visited(inMarch(), 1).at("2023-03-10T06:00:00Z")
                .when(new HomeVisitNotMade("e", "v-8", Instant.parse("2023-03-09T01:00:00Z"), VisitNotMade.NO_CARER, 1))
                .then(VISIT_NOT_MADE).at("2023-03-11T06:00:00Z").happened(visit(9, "2023-03-11T01:00:00Z"))
                .at("2023-03-12T06:00:00Z")
                .when(new HomeVisitStruck("e", "v-9", "p-1", Instant.parse("2023-03-11T01:00:00Z"), 2))
                .then(VISIT_STRUCK, counted(0, 0, -1, -60, 0, 0))
                .and(elder -> assertThat(elder.due()).isEqualTo("2023-04-05T16:00:00Z")).whenDeadlineReached()
                .then(MONTH_SHORT, counted(0, 0, 0, 0, 1, 3),
                        new MonthlyVisitsMissed("e", MARCH, 4, 1,
                                List.of(VisitNotMade.NO_CARER, VisitNotMade.STRUCK, VisitNotMade.NOT_VERIFIED)))
                .and(elder -> assertThat(elder.lists()).containsEntry(Listed.VISITS_MISSED, "2023-03"));
    }

    @Test
    void a_visit_verified_after_the_close_counts_in_its_own_month_and_what_was_stated_is_stated_anew() {
        visited(inMarch(), 3).whenDeadlineReached().thenBy(MONTH_SHORT).at("2023-04-10T06:00:00Z")
                .when(visit(4, "2023-03-30T01:00:00Z"))
                .then(MONTH_RESTATED, new MonthlyVisitsRestated("e", MARCH, 4, 4, List.of()),
                        counted(0, 0, 1, 60, -1, -1))
                .at("2023-04-11T06:00:00Z").when(visit(5, "2023-03-31T01:00:00Z"))
                .then(VISIT_COUNTS_LATE, counted(0, 0, 1, 60, 0, 0)).at("2023-04-12T06:00:00Z")
                .when(new HomeVisitStruck("e", "v-4", "p-1", Instant.parse("2023-03-30T01:00:00Z"), 2))
                .then(VISIT_STRUCK, counted(0, 0, -1, -60, 0, 0))
                .when(new HomeVisitStruck("e", "v-5", "p-1", Instant.parse("2023-03-31T01:00:00Z"), 2))
                .then(MONTH_RESTATED, new MonthlyVisitsRestated("e", MARCH, 4, 3, List.of(VisitNotMade.STRUCK)),
                        counted(0, 0, -1, -60, 1, 1));
    }

    @Test
    void a_month_in_hospital_is_not_missed_and_of_one_partly_there_the_parts_at_home_are_owed() {
        inNeed(OLD).at("2023-02-20T04:00:00Z").happened(new CareSuspended("e")).at(MARCH_BEGINS)
                .happened(new CareMonthDue(MARCH, "e")).at("2023-04-01T04:00:00Z").happened(new CareResumed("e"))
                .whenDeadlineReached().then(MONTH_OWES_NOTHING);
        inMarch().at("2023-03-07T15:00:00Z").happened(new CareSuspended("e")).at("2023-03-20T04:00:00Z")
                .happened(new CareResumed("e")).and(elder -> assertThat(elder.month("2023-03").owed()).isEqualTo(3));
        inMarch().at("2023-03-11T04:00:00Z").happened(DEATH)
                .and(elder -> assertThat(elder.month("2023-03").owed()).isOne());
    }

    @Test
    void of_what_is_said_of_one_visit_the_highest_revision_holds() {
        inMarch().at("2023-03-02T06:00:00Z")
                .happened(new HomeVisitStruck("e", "v-1", "p-1", Instant.parse("2023-03-01T01:00:00Z"), 2))
                .when(visit(1, "2023-03-01T01:00:00Z")).then(VISIT_SAID_SINCE)
                .and(elder -> assertThat(elder.month("2023-03").verified()).isZero());
    }

    @Test
    void a_care_bed_hears_how_its_elder_stands_when_it_asks_and_when_that_changes() {
        inNeed(OLD).when(new ElderStandingAsked("e", "b-1"))
                .then(BED_ANSWERED, new CareBedElderStated("b-1", "e", true, null, null, 4)).at("2023-02-01T04:00:00Z")
                .when(new ResidenceChanged("e", true, ALWAYS_HERE, true))
                .then(RESIDENCE_STATED,
                        new CareBedElderStated("b-1", "e", true, Instant.parse("2023-02-01T04:00:00Z"), null, 5))
                .at("2023-03-11T04:00:00Z").when(DEATH)
                .then(ELIGIBLE, new EligibilityDecided("e", false, Set.of()), new CareBedElderStated("b-1", "e", false,
                        Instant.parse("2023-02-01T04:00:00Z"), LocalDate.parse("2023-03-10"), 6));
    }

    @Test
    void an_elders_record_grown_to_its_limits_stays_small_and_takes_no_more() {
        var elder = inNeed(OLD);
        for (int i = 0; i < 80; i++) {
            elder.at("2023-01-%02dT%02d:00:00.123456789Z".formatted(13 + i / 16, i % 16)).happened(
                    new CareSuspended("e"), new ResidenceChanged("e", true, ALWAYS_HERE, true),
                    assessment(AbilityGrade.MODERATE_LOSS), new BirthdayCorrected("e", OLD, GROUNDS));
            elder.happened(hardship(EconomicHardship.LOW_INCOME_MARGIN, "2022-12-01T00:00:00Z"));
        }
        for (int i = 0; i < Known.MOST_BEDS; i++) {
            elder.happened(new ElderStandingAsked("e", "%048d".formatted(i)));
        }
        elder.when(new ElderStandingAsked("e", "one-more")).thenRefused(TOO_MANY_BEDS);
        for (var month = YearMonth.parse("2023-02"); month
                .isBefore(YearMonth.parse("2024-03")); month = month.plusMonths(1)) {
            elder.at(month.atDay(2) + "T00:00:00Z").happened(new CareMonthDue(month + ".320613001", "e"));
        }
        for (int i = 0; i < Known.MOST_VISITS; i++) {
            elder.at("2024-02-03T00:00:00.%09dZ".formatted(i))
                    .happened(new HomeVisitVerified("e", "%048d".formatted(i), "p-1",
                            Instant.parse("2024-02-02T01:00:00.123456789Z"), Instant.parse("2024-02-02T02:00:00Z"), 60,
                            3000, 1));
        }
        elder.when(visit(1, "2024-02-02T01:00:00Z")).thenRefused(TOO_MANY_VISITS).when(visit(2, "2023-01-02T01:00:00Z"))
                .thenRefused(MONTH_FORGOTTEN);
        assertThat(elder.state().months()).hasSize(Known.MONTHS_KEPT);
        assertThat(AnyOrder.stored(elder.state())).isBetween(50_000, 130_000);
    }

    @Test
    void the_months_figures_add_up_to_what_the_record_says_whatever_is_verified_struck_and_closed() {
        var told = new ArrayList<Told<ElderEvent>>();
        var times = List.of("2023-03-05T01:00:00Z", "2023-03-31T15:59:00Z", "2023-04-01T01:00:00Z");
        told.add(new Told<>("e0", Instant.parse("2023-01-10T04:00:00Z"), registration(OLD)));
        for (int i = 0; i < 9; i++) {
            told.add(new Told<>("v" + i, Instant.parse("2023-04-02T00:00:00Z").plusSeconds(i),
                    visit(i, times.get(i % 3))));
            if (i % 2 == 0) {
                told.add(new Told<>("s" + i, Instant.parse("2023-04-02T00:00:00Z").plusSeconds(i),
                        new HomeVisitStruck("e", "v-" + i, "p-1", Instant.parse(times.get(i % 3)), 2)));
            }
        }
        var counts = AnyOrder.emitted(new ElderDecider(), told).stream().filter(CareMonthCounted.class::isInstance)
                .map(CareMonthCounted.class::cast).filter(count -> count.careMonth().equals(MARCH)).toList();
        var march = AnyOrder.left(new ElderDecider(), told).month("2023-03");
        assertThat(counts.stream().mapToInt(CareMonthCounted::visits).sum()).isEqualTo(march.verified()).isPositive();
        assertThat(counts.stream().mapToInt(CareMonthCounted::minutes).sum()).isEqualTo(march.minutes());
        assertThat(counts.stream().mapToInt(CareMonthCounted::served).sum()).isOne();
    }

    @Test
    void another_grade_in_the_policy_decides_otherwise_from_then_on() {
        var entries = new ArrayList<>(ReferenceData.policy().editions().getLast().entries().values());
        entries.add(new Policy.Entry("eldercare.disabled-from-grade", 3, "grade", Policy.Bound.INCLUSIVE,
                LocalDate.parse("2023-02-01"), "assumption: a test"));
        given(new ElderDecider()).under(new Policy(entries)).at("2023-01-10T04:00:00Z").by("grid-1", Role.GRID)
                .happened(registration(OLD)).at("2023-01-12T04:00:00Z").by("assessor-1", Role.ORGANISATION)
                .happened(hardship(EconomicHardship.LOW_INCOME_MARGIN, "2022-12-01T00:00:00Z"),
                        assessment(AbilityGrade.MODERATE_LOSS))
                .and(elder -> assertThat(elder.isEligible()).isTrue()).at("2023-02-01T04:00:00Z")
                .when(new CareResumed("e")).then(NEARLY_ELIGIBLE, decided(EligibilityTest.ABILITY));
    }
}
