package org.chongshan.organisations.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Fault;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.EvaluationOutcome;
import org.chongshan.events.organisations.GrantNotice.AccountsOverdue;
import org.chongshan.events.organisations.GrantNotice.AgreementOverdue;
import org.chongshan.events.organisations.GrantNotice.EvaluationOverdue;
import org.chongshan.events.organisations.GrantNotice.MilestonePassed;
import org.chongshan.events.organisations.GrantNotice.MoneyDemanded;
import org.chongshan.events.organisations.GrantNotice.MoneyReturnOverdue;
import org.chongshan.events.organisations.GrantNotice.ProgressReportOverdue;
import org.chongshan.events.organisations.GrantNotice.ProjectStopPublished;
import org.chongshan.events.organisations.GrantNotice.TrancheOverdue;
import org.chongshan.events.organisations.GrantNotice.TranchePaymentOrdered;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanLifted;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanned;
import org.chongshan.events.organisations.OrganisationEvent.GrantProjectStated;
import org.chongshan.events.organisations.PeopleReached;
import org.chongshan.events.organisations.ProjectEvent;
import org.chongshan.events.organisations.ProjectEvent.AccountsSettled;
import org.chongshan.events.organisations.ProjectEvent.AgreementSigned;
import org.chongshan.events.organisations.ProjectEvent.AwardGivenUp;
import org.chongshan.events.organisations.ProjectEvent.EvaluatorNamed;
import org.chongshan.events.organisations.ProjectEvent.MilestoneEvaluated;
import org.chongshan.events.organisations.ProjectEvent.MoneyReturned;
import org.chongshan.events.organisations.ProjectEvent.ProgressReported;
import org.chongshan.events.organisations.ProjectEvent.ProjectAwarded;
import org.chongshan.events.organisations.ProjectEvent.ProjectResumed;
import org.chongshan.events.organisations.ProjectEvent.ProjectStopped;
import org.chongshan.events.organisations.ProjectEvent.ReportExtended;
import org.chongshan.events.organisations.ProjectEvent.TrancheApproved;
import org.chongshan.events.organisations.ProjectEvent.TranchePaid;
import org.chongshan.events.organisations.ProjectEvent.TranchePaymentFailed;
import org.chongshan.events.organisations.ProposalEvent.AwardLapsed;
import org.chongshan.events.organisations.Recipient;
import org.chongshan.events.organisations.ReportStage;
import org.chongshan.events.organisations.ServiceField;
import org.chongshan.events.organisations.StoppedBecause;
import org.chongshan.organisations.project.Project.Listed;
import org.chongshan.organisations.project.Project.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.organisations.project.ProjectRule.*;

/** A project of 31,600.01 yuan: half of it upon the agreement, three tenths at mid-term, the rest at its end. */
class ProjectTest {
    private static final long FIRST = 1_580_000;
    private static final long SECOND = 948_000;
    private static final long LAST = 632_001;
    private static final Instant PAID_AT = Instant.parse("2023-05-20T02:00:00Z");
    private static final Confidential GROUNDS = new Confidential("As found.");
    private static final GrantProjectStated SETTLED = new GrantProjectStated("O-1", "P-1", 2, true);

    private static ProjectAwarded awarded(long awardedFen) {
        return new ProjectAwarded("P-1", "C-1", "O-1", new Recipient("菊馨社", "52320613MJA123456J"), "Tea for the old",
                ServiceField.OLD_AND_YOUNG, 5_000_000, awardedFen, LocalDate.parse("2023-05-15"),
                LocalDate.parse("2023-12-31"), 1_200, Set.of("320613001"), new TreeSet<>(Set.of("district-1")));
    }

    private static AgreementSigned agreement(String signedOn) {
        return new AgreementSigned("P-1", "A-1", LocalDate.parse(signedOn), LocalDate.parse("2023-08-31"),
                LocalDate.parse("2023-12-15"));
    }

    private static TrancheApproved approval(int tranche, long amountFen) {
        return new TrancheApproved("P-1", tranche, amountFen);
    }

    private static TranchePaid paid(int tranche, long amountFen) {
        return new TranchePaid("P-1", "grant.P-1." + tranche, amountFen, PAID_AT);
    }

    private static TranchePaymentFailed notPaid(int tranche, long amountFen) {
        return new TranchePaymentFailed("P-1", "grant.P-1." + tranche, amountFen);
    }

    private static TranchePaymentOrdered order(int tranche, long amountFen, String by) {
        return new TranchePaymentOrdered("P-1", "grant.P-1." + tranche, "O-1", amountFen, "grant-C-1",
                new TreeSet<>(Set.of("district-1", by)));
    }

    private static ProgressReported report(ReportStage stage, int... personTimes) {
        var reached = new ArrayList<PeopleReached>();
        for (int i = 0; i < personTimes.length; i++) {
            reached.add(new PeopleReached("32061300" + (i + 1), personTimes[i]));
        }
        return new ProgressReported("P-1", stage, 1_000_000, reached, new Confidential("Tea, every Thursday."));
    }

    private static MilestoneEvaluated evaluation(ReportStage stage, EvaluationOutcome outcome) {
        return new MilestoneEvaluated("P-1", stage, outcome, GROUNDS);
    }

    private static AccountsSettled accounts(long acceptedFen) {
        return new AccountsSettled("P-1", acceptedFen, GROUNDS);
    }

    private static MoneyReturned returned(String reference, long amountFen) {
        return new MoneyReturned("P-1", reference, amountFen);
    }

    private static ProjectStopped stopped(StoppedBecause because) {
        return new ProjectStopped("P-1", because, GROUNDS);
    }

    private static Given<Project, ProjectEvent> begun() {
        return given(new ProjectDecider()).at("2023-05-12T02:00:00Z").happened(awarded(3_160_001));
    }

    private static Given<Project, ProjectEvent> signed() {
        return begun().at("2023-05-15T02:00:00Z").happened(agreement("2023-05-15"));
    }

    private static Given<Project, ProjectEvent> firstPaid() {
        return signed().happened(approval(1, FIRST), paid(1, FIRST));
    }

    private static Given<Project, ProjectEvent> reported() {
        return firstPaid().by("O-1", Role.ORGANISATION).at("2023-08-30T02:00:00Z")
                .happened(report(ReportStage.MID_TERM, 300, 50)).by("street-2", Role.STREET);
    }

    private static Given<Project, ProjectEvent> midTermPassed() {
        return reported().at("2023-09-04T02:00:00Z")
                .happened(evaluation(ReportStage.MID_TERM, EvaluationOutcome.PASSED));
    }

    /** Everything is paid; 31,600.01 yuan. */
    private static Given<Project, ProjectEvent> completed() {
        return midTermPassed().by("street-3", Role.STREET).happened(approval(2, SECOND), paid(2, SECOND))
                .by("O-1", Role.ORGANISATION).at("2023-12-14T02:00:00Z").happened(report(ReportStage.FINAL, 700))
                .by("street-2", Role.STREET).at("2023-12-18T02:00:00Z")
                .happened(evaluation(ReportStage.FINAL, EvaluationOutcome.PASSED)).by("street-3", Role.STREET)
                .happened(approval(3, LAST), paid(3, LAST));
    }

    @Test
    void an_award_is_split_into_tranches_that_come_to_it_to_the_fen() {
        given(new ProjectDecider()).when(agreement("2023-05-15")).thenEarly(PROJECT_UNKNOWN).when(awarded(3_160_001))
                .then(BEGUN, new GrantProjectStated("O-1", "P-1", 1, false))
                .and(project -> assertThat(project.course().tranches().values().stream().map(Tranche::amountFen))
                        .containsExactly(FIRST, SECOND, LAST))
                .when(awarded(1)).thenRefused(BEGUN_ONCE);
        given(new ProjectDecider()).when(awarded(1)).thenBy(BEGUN)
                .and(project -> assertThat(project.course().tranches()).containsOnlyKeys(3));
    }

    @Test
    void an_award_without_an_agreement_is_stated_after_thirty_days_and_can_be_given_up_or_still_be_signed() {
        var due = Instant.parse("2023-06-11T16:00:00Z");
        var giving = new AwardGivenUp("P-1", GROUNDS);
        begun().whenDeadlineReached().then(AGREEMENT_LATE, new AgreementOverdue("P-1", "O-1", due))
                .by("O-2", Role.ORGANISATION).when(giving).thenRefused(NOT_ONES_OWN).by("O-1", Role.ORGANISATION)
                .when(giving).then(GIVEN_UP, SETTLED, new AwardLapsed("P-1"))
                .and(project -> assertThat(project.status()).isEqualTo(Status.GIVEN_UP)).when(giving)
                .thenRefused(NOT_AT_THIS_POINT).when(agreement("2023-06-12")).thenRefused(NOT_AT_THIS_POINT);
        begun().whenDeadlineReached().thenBy(AGREEMENT_LATE).at("2023-06-20T02:00:00Z").when(agreement("2023-06-19"))
                .thenBy(SIGNED).when(giving).thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void the_first_tranche_is_due_within_fifteen_working_days_of_the_day_of_the_agreement() {
        var due = Instant.parse("2023-06-05T16:00:00Z");
        begun().at("2023-05-18T02:00:00Z").when(agreement("2023-05-11")).thenRefused(BEFORE_THE_AWARD)
                .when(agreement("2023-05-15")).then(SIGNED)
                .and(project -> assertThat(project.lists()).containsKey(Listed.TRANCHE_TO_APPROVE))
                .and(project -> assertThat(project.due()).isEqualTo(due)).when(agreement("2023-05-16"))
                .thenRefused(SIGNED_ONCE).whenDeadlineReached().then(TRANCHE_LATE, new TrancheOverdue("P-1", 1, due))
                .when(approval(1, FIRST)).thenBy(TRANCHE_APPROVED);
        begun().when(approval(1, FIRST)).thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void mid_term_lies_after_the_agreement_and_the_end_after_mid_term() {
        var day = LocalDate.parse("2023-05-15");
        assertThat(new AgreementSigned("P-1", "A-1", day, day, day).faults()).extracting(Fault::pointer)
                .containsExactly("/midTermOn", "/finalOn");
        assertThat(new AgreementSigned("P-1", "A-1", day, day.plusDays(1), day.plusDays(2)).faults()).isEmpty();
    }

    @Test
    void an_officer_approves_a_tranche_as_it_stands_and_it_is_paid_under_one_claim() {
        signed().when(approval(1, FIRST + 1)).thenRefused(NOT_THE_SUM).when(approval(2, SECOND)).thenRefused(NOT_DUE)
                .when(approval(1, FIRST)).then(TRANCHE_APPROVED, order(1, FIRST, "street-17")).when(approval(1, FIRST))
                .thenRefused(NOT_DUE).when(paid(1, FIRST)).then(PAID)
                .and(project -> assertThat(project.amounts().disbursedFen()).isEqualTo(FIRST)).when(paid(1, FIRST))
                .thenRefused(NO_SUCH_PAYMENT).when(paid(2, SECOND)).thenRefused(NO_SUCH_PAYMENT);
    }

    @Test
    void what_was_not_paid_or_came_back_from_the_bank_is_approved_anew_under_the_same_claim() {
        signed().happened(approval(1, FIRST)).when(notPaid(1, FIRST)).then(NOT_PAID)
                .and(project -> assertThat(project.lists()).containsKey(Listed.TRANCHE_TO_APPROVE))
                .when(approval(1, FIRST)).then(TRANCHE_APPROVED, order(1, FIRST, "street-17")).happened(paid(1, FIRST))
                .when(notPaid(1, FIRST)).then(NOT_PAID)
                .and(project -> assertThat(project.amounts().disbursedFen()).isZero()).when(notPaid(1, FIRST))
                .thenRefused(NO_SUCH_PAYMENT);
    }

    @Test
    void an_organisation_reports_its_own_project_by_person_times_and_subdistrict_until_it_is_evaluated() {
        firstPaid().by("O-2", Role.ORGANISATION).when(report(ReportStage.MID_TERM, 1)).thenRefused(NOT_ONES_OWN)
                .by("O-1", Role.ORGANISATION).when(report(ReportStage.FINAL, 1)).thenRefused(NOT_TO_REPORT)
                .when(report(ReportStage.MID_TERM, 300, 50)).then(REPORTED)
                .and(project -> assertThat(project.amounts().personTimes()).isEqualTo(350)).at("2023-05-16T02:00:00Z")
                .when(report(ReportStage.MID_TERM, 310)).then(REPORTED)
                .and(project -> assertThat(project.amounts().personTimes()).isEqualTo(310))
                .and(project -> assertThat(project.lists()).containsKey(Listed.TO_EVALUATE));
        midTermPassed().by("O-1", Role.ORGANISATION).when(report(ReportStage.MID_TERM, 1)).thenRefused(NOT_TO_REPORT);
    }

    @Test
    void a_report_that_is_late_without_a_reason_stops_the_project_and_that_is_published() {
        var due = Instant.parse("2023-08-31T16:00:00Z");
        var reasonBy = Instant.parse("2023-09-15T16:00:00Z");
        firstPaid().whenDeadlineReached()
                .then(REPORT_LATE, new ProgressReportOverdue("P-1", ReportStage.MID_TERM, due, reasonBy))
                .and(project -> assertThat(project.lists()).containsKey(Listed.REPORT_OVERDUE)).whenDeadlineReached()
                .then(REPORT_MISSING, new ProjectStopPublished("P-1", "O-1", StoppedBecause.REPORT_MISSING))
                .and(project -> assertThat(project.lists()).containsOnlyKeys(Listed.TO_SETTLE))
                .by("O-1", Role.ORGANISATION).when(report(ReportStage.MID_TERM, 1)).thenRefused(NOT_TO_REPORT);
        firstPaid().whenDeadlineReached().thenBy(REPORT_LATE).at("2023-09-15T16:00:00Z").by("O-1", Role.ORGANISATION)
                .when(report(ReportStage.MID_TERM, 1)).then(REPORTED);
    }

    @Test
    void a_reason_that_an_officer_accepts_gives_the_report_another_day() {
        var until = LocalDate.parse("2023-09-30");
        firstPaid().whenDeadlineReached().thenBy(REPORT_LATE).at("2023-09-04T02:00:00Z")
                .when(new ReportExtended("P-1", ReportStage.MID_TERM, LocalDate.parse("2023-08-31"), GROUNDS))
                .thenRefused(NOT_LATER).when(new ReportExtended("P-1", ReportStage.FINAL, until, GROUNDS))
                .thenRefused(NOT_TO_REPORT).when(new ReportExtended("P-1", ReportStage.MID_TERM, until, GROUNDS))
                .then(EXTENDED).and(project -> assertThat(project.due()).isEqualTo("2023-09-30T16:00:00Z"));
    }

    @Test
    void a_tranche_that_is_evaluated_on_the_last_day_is_evaluated_in_time() {
        var due = Instant.parse("2023-09-20T16:00:00Z");
        reported().and(project -> assertThat(project.due()).isEqualTo(due)).at("2023-09-20T16:00:00Z")
                .when(evaluation(ReportStage.MID_TERM, EvaluationOutcome.PASSED))
                .then(PASSED, new MilestonePassed("P-1", "O-1", ReportStage.MID_TERM, 350))
                .and(project -> assertThat(project.course().tranches().get(2).state()).isEqualTo(Tranche.State.DUE));
        reported().whenDeadlineReached().then(EVALUATION_LATE, new EvaluationOverdue("P-1", ReportStage.MID_TERM, due))
                .and(project -> assertThat(project.lists()).containsKey(Listed.TO_EVALUATE)).at("2023-09-22T02:00:00Z")
                .when(evaluation(ReportStage.MID_TERM, EvaluationOutcome.PASSED)).thenBy(PASSED);
    }

    @Test
    void officers_evaluate_or_the_third_party_that_was_named_and_nobody_approves_what_they_evaluated() {
        var passed = evaluation(ReportStage.MID_TERM, EvaluationOutcome.PASSED);
        reported().by("agency-1", Role.AGENCY).when(passed).thenRefused(NOT_THE_EVALUATOR).by("street-2", Role.STREET)
                .when(new EvaluatorNamed("P-1", "o-1")).thenRefused(NOT_INDEPENDENT)
                .when(new EvaluatorNamed("P-1", "agency-1")).then(EVALUATOR_NAMED)
                .and(project -> assertThat(project.confidants()).containsExactly("O-1", "agency-1"))
                .by("Agency-1", Role.AGENCY).when(passed).thenBy(PASSED).when(passed).thenRefused(NOTHING_TO_EVALUATE);
        reported().by("O-1", Role.STREET).when(passed).thenRefused(NOT_INDEPENDENT).by("street-2", Role.STREET)
                .when(passed).thenBy(PASSED).when(approval(2, SECOND)).thenRefused(DUTIES_APART)
                .by("street-3", Role.STREET).when(approval(2, SECOND))
                .then(TRANCHE_APPROVED, order(2, SECOND, "street-3"));
        firstPaid().when(passed).thenRefused(NOTHING_TO_EVALUATE);
    }

    @Test
    void whoever_waited_long_for_the_evaluation_has_time_for_the_last_report() {
        reported().at("2023-12-20T02:00:00Z").when(evaluation(ReportStage.MID_TERM, EvaluationOutcome.PASSED))
                .thenBy(PASSED)
                .and(project -> assertThat(project.course().milestones().get(ReportStage.FINAL).dueBy().end())
                        .isEqualTo("2024-01-04T16:00:00Z"));
        midTermPassed().and(project -> assertThat(project.course().milestones().get(ReportStage.FINAL).dueBy().end())
                .isEqualTo("2023-12-15T16:00:00Z"));
    }

    @Test
    void whoever_fails_is_stopped_gets_no_further_tranche_and_returns_what_was_not_well_spent() {
        var by = Instant.parse("2023-10-04T16:00:00Z");
        reported().at("2023-09-04T02:00:00Z").when(evaluation(ReportStage.MID_TERM, EvaluationOutcome.FAILED))
                .then(FAILED, new ProjectStopPublished("P-1", "O-1", StoppedBecause.EVALUATION_FAILED))
                .when(approval(2, SECOND)).thenRefused(NOT_DUE).when(stopped(StoppedBecause.BREACH))
                .thenRefused(NOT_AT_THIS_POINT).when(accounts(FIRST + 1)).thenRefused(TOO_MUCH_ACCEPTED)
                .when(accounts(FIRST - 1)).then(ACCOUNTS_SETTLED, new MoneyDemanded("P-1", "O-1", 1, by))
                .and(project -> assertThat(project.status()).isEqualTo(Status.RETURN_DUE)).by("cashier-1", Role.CASHIER)
                .when(returned("R-1", 2)).thenRefused(TOO_MUCH_RETURNED).when(returned("R-1", 1))
                .then(RETURNED, SETTLED).when(returned("R-1", 1)).thenRefused(RETURNED_ONCE)
                .and(project -> assertThat(project.status()).isEqualTo(Status.SETTLED));
    }

    @Test
    void money_that_is_not_back_in_thirty_days_is_stated() {
        var by = Instant.parse("2023-10-04T16:00:00Z");
        reported().at("2023-09-04T02:00:00Z")
                .happened(evaluation(ReportStage.MID_TERM, EvaluationOutcome.FAILED), accounts(0)).whenDeadlineReached()
                .then(RETURN_LATE, new MoneyReturnOverdue("P-1", "O-1", FIRST, by))
                .and(project -> assertThat(project.lists()).containsKey(Listed.RETURN_OVERDUE)).when(accounts(FIRST))
                .then(NOTHING_TO_RETURN, SETTLED);
    }

    @Test
    void accounts_nobody_settles_in_twenty_working_days_are_stated() {
        var due = Instant.parse("2023-10-08T16:00:00Z");
        reported().at("2023-09-04T02:00:00Z").happened(evaluation(ReportStage.MID_TERM, EvaluationOutcome.FAILED))
                .whenDeadlineReached().then(ACCOUNTS_LATE, new AccountsOverdue("P-1", due))
                .and(project -> assertThat(project.lists()).containsKey(Listed.TO_SETTLE));
    }

    @Test
    void who_broke_the_agreement_is_banned_and_who_did_not_after_all_goes_on() {
        var until = LocalDate.parse("2023-10-31");
        firstPaid().when(stopped(StoppedBecause.BREACH))
                .then(BANNED, new ProjectStopPublished("P-1", "O-1", StoppedBecause.BREACH),
                        new GrantBanned("O-1", "P-1.1", GROUNDS))
                .by("district-1", Role.DISTRICT).when(new ProjectResumed("P-1", LocalDate.parse("2023-05-14"), GROUNDS))
                .thenRefused(NOT_LATER).when(new ProjectResumed("P-1", until, GROUNDS))
                .then(RESUMED, new GrantBanLifted("O-1", "P-1.1"))
                .and(project -> assertThat(project.due()).isEqualTo("2023-10-31T16:00:00Z"))
                .when(new ProjectResumed("P-1", until, GROUNDS)).thenRefused(NOT_AT_THIS_POINT)
                .when(stopped(StoppedBecause.NO_LONGER_POSSIBLE))
                .then(STOPPED, new ProjectStopPublished("P-1", "O-1", StoppedBecause.NO_LONGER_POSSIBLE));
        assertThat(stopped(StoppedBecause.REPORT_MISSING).faults()).hasSize(1);
        assertThat(stopped(StoppedBecause.BREACH).faults()).isEmpty();
    }

    @Test
    void a_failed_evaluation_that_should_not_have_been_is_made_anew() {
        reported().happened(evaluation(ReportStage.MID_TERM, EvaluationOutcome.FAILED)).by("district-1", Role.DISTRICT)
                .when(new ProjectResumed("P-1", LocalDate.parse("2023-10-31"), GROUNDS)).then(RESUMED)
                .when(evaluation(ReportStage.MID_TERM, EvaluationOutcome.PASSED)).thenBy(PASSED);
    }

    @Test
    void a_breach_found_after_all_was_settled_opens_the_accounts_again() {
        completed().happened(accounts(3_160_001)).when(stopped(StoppedBecause.BREACH))
                .then(BANNED, new GrantProjectStated("O-1", "P-1", 3, false),
                        new ProjectStopPublished("P-1", "O-1", StoppedBecause.BREACH),
                        new GrantBanned("O-1", "P-1.1", GROUNDS))
                .when(accounts(0)).thenBy(ACCOUNTS_SETTLED);
    }

    @Test
    void no_accounts_are_settled_while_money_is_on_its_way() {
        signed().happened(approval(1, FIRST), stopped(StoppedBecause.NO_LONGER_POSSIBLE)).when(accounts(0))
                .thenRefused(PAYMENT_IN_HAND).happened(paid(1, FIRST)).when(accounts(0)).thenBy(ACCOUNTS_SETTLED);
        firstPaid().when(accounts(FIRST)).thenRefused(NOT_AT_THIS_POINT);
    }

    @Test
    void a_project_that_is_done_is_settled_once_all_is_paid_and_what_is_left_over_is_back() {
        completed().and(project -> {
            assertThat(project.amounts().disbursedFen()).isEqualTo(3_160_001);
            assertThat(project.amounts().personTimes()).isEqualTo(1_050);
            assertThat(project.status()).isEqualTo(Status.COMPLETED);
        }).when(accounts(3_160_001)).then(NOTHING_TO_RETURN, SETTLED);
        completed().when(accounts(3_000_000)).thenBy(ACCOUNTS_SETTLED).when(returned("R-1", 100_000)).then(RETURNED)
                .when(returned("R-2", 60_002)).thenRefused(TOO_MUCH_RETURNED).when(returned("R-2", 60_001))
                .then(RETURNED, SETTLED);
    }

    @Test
    void what_the_bank_sends_back_after_all_was_settled_is_paid_again_and_the_organisation_hears_of_it() {
        completed().happened(accounts(3_160_001)).when(notPaid(3, LAST))
                .then(NOT_PAID, new GrantProjectStated("O-1", "P-1", 3, false))
                .and(project -> assertThat(project.lists()).containsKey(Listed.TRANCHE_TO_APPROVE))
                .when(approval(3, LAST)).thenBy(TRANCHE_APPROVED).when(paid(3, LAST))
                .then(PAID, new GrantProjectStated("O-1", "P-1", 4, true));
    }

    @Test
    void of_a_stopped_project_what_the_bank_sent_back_beyond_what_is_owed_is_paid_again() {
        firstPaid().happened(stopped(StoppedBecause.NO_LONGER_POSSIBLE), accounts(0), returned("R-1", FIRST))
                .when(notPaid(1, FIRST)).thenBy(NOT_PAID).and(project -> {
                    assertThat(project.amounts().returnedFen()).isZero();
                    assertThat(project.status()).isEqualTo(Status.RETURN_DUE);
                }).when(approval(1, FIRST)).thenBy(TRANCHE_APPROVED).when(paid(1, FIRST)).thenBy(PAID)
                .and(project -> assertThat(project.status()).isEqualTo(Status.SETTLED));
    }

    @Test
    void what_the_bank_paid_after_all_when_the_accounts_were_settled_is_settled_anew() {
        midTermPassed().by("street-3", Role.STREET)
                .happened(approval(2, SECOND), notPaid(2, SECOND), stopped(StoppedBecause.NO_LONGER_POSSIBLE),
                        accounts(FIRST))
                .when(paid(2, SECOND)).then(PAID, new GrantProjectStated("O-1", "P-1", 3, false))
                .and(project -> assertThat(project.lists()).containsKey(Listed.TO_SETTLE)).when(accounts(FIRST))
                .thenBy(ACCOUNTS_SETTLED).when(returned("R-1", SECOND)).thenBy(RETURNED);
    }

    @Test
    void a_project_takes_so_many_returns() {
        var given = firstPaid();
        for (int i = 0; i < Project.MOST_RETURNS; i++) {
            given.happened(returned("R-" + i, 1));
        }
        given.when(returned("R-x", 1)).thenRefused(TOO_MANY_RETURNS);
    }
}
