package org.chongshan.marriage.divorce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.Given;
import org.chongshan.core.Policy;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Confidential;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.marriage.AgreementItem;
import org.chongshan.events.marriage.CounsellingAnswer;
import org.chongshan.events.marriage.DivorceEvent;
import org.chongshan.events.marriage.DivorceEvent.BothPartiesAppeared;
import org.chongshan.events.marriage.DivorceEvent.CaseEndedOtherwise;
import org.chongshan.events.marriage.DivorceEvent.CertificateRefused;
import org.chongshan.events.marriage.DivorceEvent.CounsellingOffered;
import org.chongshan.events.marriage.DivorceEvent.CoupleCounselled;
import org.chongshan.events.marriage.DivorceEvent.CoupleWatched;
import org.chongshan.events.marriage.DivorceEvent.DivorceApplicationReceived;
import org.chongshan.events.marriage.DivorceEvent.DivorceApplicationRefused;
import org.chongshan.events.marriage.DivorceEvent.OtherApplicationsStated;
import org.chongshan.events.marriage.DivorceOutcome;
import org.chongshan.events.marriage.EndedElsewhere;
import org.chongshan.events.marriage.MarriageCertificates;
import org.chongshan.events.marriage.MarriageNotice.CoolingOffEnded;
import org.chongshan.events.marriage.MarriageNotice.DivorceApplicationClosed;
import org.chongshan.events.marriage.MarriageNotice.DivorceApplicationReopened;
import org.chongshan.events.marriage.MarriageNotice.DivorceDaysReckoned;
import org.chongshan.events.marriage.MarriageNotice.DivorceRegistrationDisputed;
import org.chongshan.events.marriage.MarriageNotice.DivorceRegistrationUndisputed;
import org.chongshan.events.marriage.NotAcceptedBecause;
import org.chongshan.events.marriage.NotRegisteredBecause;
import org.chongshan.events.marriage.Party;
import org.chongshan.events.marriage.PartyEvent.PartyApplicationStated;
import org.chongshan.events.marriage.PartyEvent.PartyNamed;
import org.chongshan.events.marriage.ReceiptShown;
import org.chongshan.marriage.divorce.DivorceApplication.Listed;
import org.chongshan.marriage.divorce.DivorceApplication.Status;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.marriage.divorce.Couple.*;

/**
 * Divorce by agreement, at its bounds. Whoever applies on Friday 2023-01-13 may withdraw until Monday 2023-02-13, and come for the
 * certificate from 2023-02-14 to 2023-03-15. The window is open from 08:30 to 17:00, which is 00:30 to 09:00 UTC.
 */
class DivorceTest {
    private static final String APPLIED = "2023-01-13T02:00:00Z";
    private static final String COOLING_OFF_LAST_DAY = "2023-02-13";
    private static final String CERTIFICATE_LAST_DAY = "2023-03-15";

    private static Given<DivorceApplication, DivorceEvent> applied() {
        return given(new DivorceDecider()).at(APPLIED).happened(APPLY);
    }

    private static final DivorceDaysReckoned DAYS = new DivorceDaysReckoned(RECEIPT,
            LocalDate.parse(COOLING_OFF_LAST_DAY), LocalDate.parse("2023-02-14"), LocalDate.parse(CERTIFICATE_LAST_DAY),
            false, ReferenceData.workingDays().edition());
    private static final CoolingOffEnded COOLED_OFF = new CoolingOffEnded(RECEIPT, LocalDate.parse("2023-02-14"),
            LocalDate.parse(CERTIFICATE_LAST_DAY));

    private static DivorceApplicationReopened reopened() {
        return new DivorceApplicationReopened(RECEIPT, DivorceOutcome.ENDED_ELSEWHERE);
    }

    private static DivorceApplicationClosed closed(DivorceOutcome outcome, DivorceOutcome instead, String on) {
        return new DivorceApplicationClosed(RECEIPT, outcome, instead, LocalDate.parse(on));
    }

    // ---- another beside it

    private static OtherApplicationsStated beside(int number, String... others) {
        return new OtherApplicationsStated(RECEIPT, "n." + HIS_INDEX, number, new TreeSet<>(List.of(others)));
    }

    @Test
    void while_another_application_of_one_of_them_runs_it_stands_in_a_list_and_its_end_is_told() {
        applied().when(beside(2, "2023-18")).then(DivorceRule.ANOTHER_RUNS)
                .and(application -> assertThat(application.lists()).containsKey(Listed.ANOTHER_RUNS)).when(beside(1))
                .thenRefused(DivorceRule.TOLD_SINCE).at("2023-01-16T02:00:00Z").when(SHE_WITHDRAWS)
                .then(DivorceRule.WITHDRAWN, closed(DivorceOutcome.WITHDRAWN, null, "2023-01-16"),
                        new PartyApplicationStated("n." + HIS_INDEX, RECEIPT, false, 1))
                .and(application -> assertThat(application.lists()).isEmpty());
        applied().happened(beside(1, "2023-18")).when(beside(2)).then(DivorceRule.ANOTHER_RUNS)
                .and(application -> assertThat(application.lists()).doesNotContainKey(Listed.ANOTHER_RUNS));
    }

    @Test
    void one_that_has_ended_answers_that_it_has() {
        applied().at("2023-01-16T02:00:00Z").happened(SHE_WITHDRAWS).when(beside(1, "2023-18"))
                .then(DivorceRule.ANOTHER_RUNS, new PartyApplicationStated("n." + HIS_INDEX, RECEIPT, false, 1))
                .and(application -> assertThat(application.lists()).isEmpty());
    }

    @Test
    void one_that_had_ended_by_mistake_says_that_it_runs_on() {
        applied().happened(beside(1, "2023-18")).at("2023-02-10T02:00:00Z").happened(died("2023-02-08")).when(beside(2))
                .then(DivorceRule.ANOTHER_RUNS).at("2023-02-10T03:00:00Z").when(NOBODY_DIED)
                .then(DivorceRule.END_RETRACTED, reopened(), DAYS,
                        new PartyApplicationStated("n." + HIS_INDEX, RECEIPT, true, 2));
    }

    // ---- application

    @Test
    void the_receipts_day_starts_the_clock_and_the_couple_is_told_its_days() {
        given(new DivorceDecider()).at(APPLIED).when(APPLY).then(DivorceRule.RECEIVED,
                new PartyNamed("n." + HIS_INDEX, RECEIPT), new PartyNamed("n." + HER_INDEX, RECEIPT), DAYS)
                .and(application -> {
                    assertThat(application.status()).isEqualTo(Status.COOLING_OFF);
                    assertThat(application.due()).isEqualTo("2023-02-13T09:00:00Z");
                    assertThat(application.lists()).containsOnlyKeys(Listed.COUNSELLING_NOT_OFFERED);
                });
    }

    @Test
    void a_number_is_given_once_and_nothing_comes_of_what_was_not_received() {
        given(new DivorceDecider()).when(SHE_WITHDRAWS).thenEarly(DivorceRule.APPLICATION_UNKNOWN);
        applied().when(APPLY).thenRefused(DivorceRule.RECEIVED_ONCE);
    }

    @Test
    void a_receipt_entered_after_more_than_three_days_starts_the_clock_on_its_own_day_and_is_listed() {
        given(new DivorceDecider()).at(APPLIED).receivedAt("2023-01-16T02:00:00Z").when(APPLY)
                .thenBy(DivorceRule.RECEIVED);
        given(new DivorceDecider()).at(APPLIED).receivedAt("2023-01-17T02:00:00Z").when(APPLY)
                .thenBy(DivorceRule.RECEIVED_LATE).and(application -> {
                    assertThat(application.days().coolingOffLastDay()).isEqualTo(COOLING_OFF_LAST_DAY);
                    assertThat(application.lists()).containsKey(Listed.ENTERED_LATE);
                });
    }

    @Test
    void nobody_applies_while_the_window_is_closed() {
        for (var closed : new String[]{"2023-01-13T00:29:00Z", "2023-01-13T09:00:00Z", "2023-01-14T02:00:00Z",
                "2023-01-23T02:00:00Z"}) {
            given(new DivorceDecider()).at(closed).when(APPLY).thenRefused(DivorceRule.WINDOW_CLOSED);
        }
        for (var open : new String[]{"2023-01-13T00:30:00Z", "2023-01-13T08:59:59Z", "2023-01-28T02:00:00Z"}) {
            given(new DivorceDecider()).at(open).when(APPLY).thenBy(DivorceRule.RECEIVED);
        }
    }

    @Test
    void what_the_law_does_not_let_the_registry_accept_is_refused_by_its_reason() {
        refused(false, true, true, true, MarriageCertificates.BOTH, DivorceRule.APPLY_TOGETHER);
        refused(true, false, true, true, MarriageCertificates.BOTH, DivorceRule.LIMITED_CAPACITY);
        refused(true, true, false, true, MarriageCertificates.BOTH, DivorceRule.NO_AGREEMENT);
        refused(true, true, true, false, MarriageCertificates.BOTH, DivorceRule.MARRIED_ELSEWHERE);
        refused(true, true, true, true, MarriageCertificates.NONE, DivorceRule.PAPERS_MISSING);
        given(new DivorceDecider()).at(APPLIED).when(applying(HE, HE)).thenRefused(DivorceRule.ONE_PERSON_TWICE);
        given(new DivorceDecider()).at(APPLIED).when(new DivorceApplicationReceived(RECEIPT, REGISTRY, HE, SHE, true,
                true, true, true, MarriageCertificates.ARCHIVE_COPY_AND_DECLARATIONS)).thenBy(DivorceRule.RECEIVED);
    }

    private static void refused(boolean inPerson, boolean capable, boolean agreed, boolean here,
            MarriageCertificates certificates, DivorceRule rule) {
        given(new DivorceDecider()).at(APPLIED).when(new DivorceApplicationReceived(RECEIPT, REGISTRY, HE, SHE,
                inPerson, capable, agreed, here, certificates)).thenRefused(rule);
    }

    @Test
    void until_9_may_2025_one_of_them_is_registered_here_and_from_10_may_on_neither_has_to_be() {
        var fromElsewhere = new Party(new Personal("Mr Ge"), HIS_NUMBER, false);
        given(new DivorceDecider()).at("2025-05-09T02:00:00Z").when(applying(fromElsewhere, SHE))
                .thenRefused(DivorceRule.NOT_COMPETENT).when(APPLY).thenBy(DivorceRule.RECEIVED);
        // The 10th and 11th are a weekend; the first window under the new Regulations opens on the 12th.
        given(new DivorceDecider()).at("2025-05-12T02:00:00Z").when(applying(fromElsewhere, SHE))
                .thenBy(DivorceRule.RECEIVED);
        assertThat(ReferenceData.policy().at(Instant.parse("2025-05-09T16:00:00Z"))
                .value(org.chongshan.marriage.MarriageParameter.HOUSEHOLD_REGISTRATION_REQUIRED)).isZero();
    }

    @Test
    void an_application_that_is_not_accepted_ends_with_a_notice_that_says_why() {
        given(new DivorceDecider())
                .at(APPLIED).when(new DivorceApplicationRefused(RECEIPT, REGISTRY,
                        Set.of(NotAcceptedBecause.NO_AGREEMENT), new Confidential("He wants the flat.")))
                .then(DivorceRule.NOT_ACCEPTED).and(application -> {
                    assertThat(application.status()).isEqualTo(Status.NOT_ACCEPTED);
                    assertThat(application.due()).isNull();
                    assertThat(application.lists()).isEmpty();
                    assertThat(AnyOrder.stored(application)).isPositive();
                }).when(SHE_WITHDRAWS).thenRefused(DivorceRule.HAS_NO_COURSE).when(APPLY)
                .thenRefused(DivorceRule.RECEIVED_ONCE);
    }

    // ---- withdrawal

    @Test
    void either_withdraws_alone_until_the_window_closes_on_the_last_day_of_the_cooling_off() {
        applied().at("2023-02-13T08:59:00Z").when(SHE_WITHDRAWS)
                .then(DivorceRule.WITHDRAWN, closed(DivorceOutcome.WITHDRAWN, null, COOLING_OFF_LAST_DAY))
                .and(application -> {
                    assertThat(application.status()).isEqualTo(Status.WITHDRAWN);
                    assertThat(application.course().end().value().document()).isEqualTo("W-1");
                    assertThat(application.due()).isNull();
                });
        applied().at("2023-02-13T09:00:00Z").when(SHE_WITHDRAWS).thenRefused(DivorceRule.COOLING_OFF_OVER)
                .at("2023-02-14T02:00:00Z").when(SHE_WITHDRAWS).thenRefused(DivorceRule.COOLING_OFF_OVER);
        applied().when(SHE_WITHDRAWS).thenBy(DivorceRule.WITHDRAWN);
    }

    @Test
    void whoever_withdraws_stands_at_the_window_of_the_registry_that_took_the_application() {
        applied().at("2023-01-16T02:00:00Z").when(withdrawing(REGISTRY, HER_NUMBER, false, ReceiptShown.RECEIPT))
                .thenRefused(DivorceRule.IN_PERSON).when(withdrawing("rudong", HER_NUMBER, true, ReceiptShown.RECEIPT))
                .thenRefused(DivorceRule.OTHER_REGISTRY)
                .when(withdrawing(REGISTRY, HIS_NUMBER, true, ReceiptShown.RECEIPT))
                .thenRefused(DivorceRule.IDENTITY_DIFFERS).at("2023-01-14T02:00:00Z").when(SHE_WITHDRAWS)
                .thenRefused(DivorceRule.WINDOW_CLOSED).at("2023-01-12T02:00:00Z").when(SHE_WITHDRAWS)
                .thenRefused(DivorceRule.BEFORE_THE_RECEIPT);
    }

    @Test
    void a_lost_receipt_is_explained_in_writing() {
        applied().at("2023-01-16T02:00:00Z").when(withdrawing(REGISTRY, HER_NUMBER, true, ReceiptShown.NEITHER))
                .thenRefused(DivorceRule.RECEIPT_OR_EXPLANATION)
                .when(withdrawing(REGISTRY, HER_NUMBER, true, ReceiptShown.LOSS_EXPLAINED))
                .thenBy(DivorceRule.WITHDRAWN);
    }

    @Test
    void whoever_applied_with_a_provisional_number_is_known_by_the_desk_alone() {
        var provisional = new Party(new Personal("Ms Hua"), new IdentityNumber("sealed.1.c2FsdA.dGV4dA"), false);
        given(new DivorceDecider()).at(APPLIED).happened(applying(HE, provisional)).when(SHE_WITHDRAWS)
                .thenBy(DivorceRule.WITHDRAWN);
    }

    @Test
    void what_was_withdrawn_before_its_time_was_over_was_withdrawn_whenever_word_of_it_comes() {
        applied().whenDeadlineReached().whenDeadlineReached()
                .then(DivorceRule.LAPSED, closed(DivorceOutcome.LAPSED, null, CERTIFICATE_LAST_DAY))
                .at("2023-02-10T02:00:00Z").receivedAt("2023-03-20T02:00:00Z").when(SHE_WITHDRAWS)
                .then(DivorceRule.WITHDRAWN, closed(DivorceOutcome.WITHDRAWN, DivorceOutcome.LAPSED, "2023-02-10"));
    }

    // ---- counselling and learning

    @Test
    void a_declined_offer_has_no_consequence_and_the_last_answer_stands() {
        applied().at("2023-01-16T02:00:00Z").when(DECLINE).then(DivorceRule.OFFERED)
                .and(application -> assertThat(application.lists()).isEmpty()).at("2023-01-15T02:00:00Z")
                .when(new CounsellingOffered(RECEIPT, CounsellingAnswer.ACCEPTED)).then(DivorceRule.ANSWERED_SINCE)
                .and(application -> assertThat(application.guidance().offered().value())
                        .isEqualTo(CounsellingAnswer.DECLINED))
                .at("2023-02-14T02:00:00Z").when(BOTH_COME).thenBy(DivorceRule.REGISTERED);
    }

    @Test
    void a_withdrawal_after_a_session_counts_as_mediated_and_one_before_it_does_not() {
        var session = new CoupleCounselled(RECEIPT, "S-1", Instant.parse("2023-01-20T02:00:00Z"));
        applied().when(session).then(DivorceRule.COUNSELLED).at("2023-01-31T02:00:00Z").when(SHE_WITHDRAWS)
                .then(DivorceRule.WITHDRAWN, closed(DivorceOutcome.MEDIATED, null, "2023-01-31"))
                .and(application -> assertThat(application.status()).isEqualTo(Status.MEDIATED));
        applied().at("2023-01-19T02:00:00Z").happened(SHE_WITHDRAWS).when(session).then(DivorceRule.COUNSELLED)
                .and(application -> assertThat(application.status()).isEqualTo(Status.WITHDRAWN));
    }

    @Test
    void word_of_a_session_that_comes_late_makes_a_withdrawal_one_that_was_mediated() {
        applied().at("2023-01-31T02:00:00Z").happened(SHE_WITHDRAWS)
                .when(new CoupleCounselled(RECEIPT, "S-1", Instant.parse("2023-01-20T02:00:00Z")))
                .then(DivorceRule.COUNSELLED, closed(DivorceOutcome.MEDIATED, DivorceOutcome.WITHDRAWN, "2023-01-31"));
    }

    @Test
    void what_a_couple_has_watched_stands_with_its_case_up_to_a_number() {
        var full = applied();
        for (int i = 0; i < Guidance.MOST; i++) {
            full.when(new CoupleWatched(RECEIPT, "%0100d".formatted(i))).then(DivorceRule.WATCHED)
                    .happened(new CoupleCounselled(RECEIPT, "%0100d".formatted(i), Instant.parse(APPLIED)));
        }
        full.when(new CoupleWatched(RECEIPT, "one-more")).thenRefused(DivorceRule.GUIDANCE_FULL)
                .when(new CoupleCounselled(RECEIPT, "one-more", Instant.parse(APPLIED)))
                .thenRefused(DivorceRule.GUIDANCE_FULL).when(new CoupleWatched(RECEIPT, "%0100d".formatted(7)))
                .then(DivorceRule.WATCHED);
        assertThat(AnyOrder.stored(full.state())).isBetween(12_000, 60_000);
    }

    // ---- certificate

    @Test
    void on_the_last_day_of_the_cooling_off_withdrawal_is_taken_and_nothing_is_registered() {
        applied().at("2023-02-13T02:00:00Z").when(BOTH_COME).thenRefused(DivorceRule.COOLING_OFF_RUNS)
                .at("2023-02-13T10:00:00Z").when(BOTH_COME).thenRefused(DivorceRule.COOLING_OFF_RUNS)
                .at("2023-02-13T03:00:00Z").when(SHE_WITHDRAWS).thenBy(DivorceRule.WITHDRAWN);
    }

    @Test
    void the_divorce_is_registered_from_the_day_after_the_cooling_off_until_a_minute_before_closing_on_the_last_day() {
        applied().at("2023-02-14T00:30:00Z").when(BOTH_COME).then(DivorceRule.REGISTERED,
                closed(DivorceOutcome.REGISTERED, null, "2023-02-14"));
        applied().whenDeadlineReached().then(DivorceRule.CERTIFICATE_PERIOD_BEGINS,
                new CoolingOffEnded(RECEIPT, LocalDate.parse("2023-02-14"), LocalDate.parse(CERTIFICATE_LAST_DAY)))
                .and(application -> {
                    assertThat(application.status()).isEqualTo(Status.CERTIFICATE_PERIOD);
                    assertThat(application.due()).isEqualTo("2023-03-15T09:00:00Z");
                }).at("2023-03-15T08:59:00Z").when(BOTH_COME)
                .then(DivorceRule.REGISTERED, closed(DivorceOutcome.REGISTERED, null, CERTIFICATE_LAST_DAY))
                .and(application -> {
                    assertThat(application.status()).isEqualTo(Status.REGISTERED);
                    assertThat(application.course().end().value().document()).isEqualTo("C-1");
                    assertThat(application.due()).isNull();
                }).when(BOTH_COME).thenRefused(DivorceRule.ENDED_ALREADY);
    }

    @Test
    void when_the_window_has_closed_on_the_last_day_the_application_is_over() {
        applied().whenDeadlineReached().at("2023-03-15T09:00:00Z").when(BOTH_COME).thenRefused(DivorceRule.TIME_OVER)
                .at("2023-03-15T09:01:00Z").when(BOTH_COME).thenRefused(DivorceRule.TIME_OVER).when(REFUSED)
                .thenRefused(DivorceRule.TIME_OVER).whenDeadlineReached()
                .then(DivorceRule.LAPSED, closed(DivorceOutcome.LAPSED, null, CERTIFICATE_LAST_DAY))
                .and(application -> {
                    assertThat(application.status()).isEqualTo(Status.LAPSED);
                    assertThat(application.due()).isNull();
                });
    }

    @Test
    void what_was_registered_before_closing_and_told_after_the_lapse_is_registered() {
        applied().whenDeadlineReached().whenDeadlineReached().thenBy(DivorceRule.LAPSED).at("2023-03-15T08:59:00Z")
                .receivedAt("2023-03-15T09:05:00Z").when(BOTH_COME).then(DivorceRule.REGISTERED,
                        closed(DivorceOutcome.REGISTERED, DivorceOutcome.LAPSED, CERTIFICATE_LAST_DAY));
    }

    @Test
    void both_come_in_person_to_the_same_registry_while_it_is_open_with_all_of_their_agreement() {
        var all = EnumSet.allOf(AgreementItem.class);
        applied().at("2023-02-14T02:00:00Z").when(coming(true, false, all)).thenRefused(DivorceRule.BOTH_IN_PERSON)
                .when(new BothPartiesAppeared(RECEIPT, "rudong", true, true, HIS_NUMBER, HER_NUMBER, all, "C-1"))
                .thenRefused(DivorceRule.OTHER_REGISTRY)
                .when(new BothPartiesAppeared(RECEIPT, REGISTRY, true, true, HIS_NUMBER, HIS_NUMBER, all, "C-1"))
                .thenRefused(DivorceRule.IDENTITY_DIFFERS).at("2023-02-18T02:00:00Z").when(BOTH_COME)
                .thenRefused(DivorceRule.WINDOW_CLOSED).at("2023-02-14T02:00:00Z");
        for (var missing : AgreementItem.values()) {
            applied().at("2023-02-14T02:00:00Z")
                    .when(coming(true, true, all.stream().filter(item -> item != missing).collect(Collectors.toSet())))
                    .thenRefused(DivorceRule.AGREEMENT_INCOMPLETE);
        }
    }

    @Test
    void what_is_not_registered_is_refused_with_its_reasons_and_they_may_come_again() {
        applied().at("2023-02-13T02:00:00Z").when(REFUSED).thenRefused(DivorceRule.COOLING_OFF_RUNS)
                .at("2023-02-14T02:00:00Z")
                .when(new CertificateRefused(RECEIPT, "rudong", Set.of(NotRegisteredBecause.NOT_VOLUNTARY),
                        new Confidential("No."), "N-1"))
                .thenRefused(DivorceRule.OTHER_REGISTRY).when(REFUSED).then(DivorceRule.CERTIFICATE_REFUSED)
                .and(application -> assertThat(application.lists()).containsKey(Listed.CERTIFICATE_REFUSED))
                .at("2023-02-20T02:00:00Z").when(BOTH_COME).thenBy(DivorceRule.REGISTERED)
                .and(application -> assertThat(application.lists()).isEmpty());
    }

    // ---- other ends

    @Test
    void death_or_a_court_ends_the_application_on_its_day() {
        applied().at("2023-02-20T02:00:00Z").when(died("2023-02-18"))
                .then(DivorceRule.ENDED_ELSEWHERE, closed(DivorceOutcome.ENDED_ELSEWHERE, null, "2023-02-18"))
                .when(BOTH_COME).thenRefused(DivorceRule.ENDED_ALREADY)
                .when(ended(EndedElsewhere.COURT_DIVORCE, "2023-02-19", "J-2")).then(DivorceRule.ENDED_BEFORE);
        applied().at("2023-03-16T02:00:00Z").when(
                new CaseEndedOtherwise(RECEIPT, EndedElsewhere.COURT_DIVORCE, LocalDate.parse("2023-03-16"), "D-1"))
                .thenRefused(DivorceRule.TIME_OVER);
    }

    @Test
    void of_two_ends_the_earlier_counts_whenever_word_of_it_comes() {
        applied().at("2023-02-10T02:00:00Z").happened(died("2023-02-08")).at("2023-02-07T02:00:00Z").when(SHE_WITHDRAWS)
                .then(DivorceRule.WITHDRAWN,
                        closed(DivorceOutcome.WITHDRAWN, DivorceOutcome.ENDED_ELSEWHERE, "2023-02-07"))
                .at("2023-02-09T02:00:00Z").when(SHE_WITHDRAWS).thenRefused(DivorceRule.ENDED_ALREADY);
    }

    @Test
    void what_was_registered_stands_when_word_of_an_earlier_end_comes_and_is_listed_as_disputed() {
        applied().at("2023-02-20T02:00:00Z").happened(BOTH_COME).at("2023-02-10T02:00:00Z")
                .receivedAt("2023-02-21T02:00:00Z").when(SHE_WITHDRAWS)
                .then(DivorceRule.REGISTERED_THOUGH_ENDED, new DivorceRegistrationDisputed(RECEIPT))
                .and(application -> {
                    assertThat(application.status()).isEqualTo(Status.REGISTERED);
                    assertThat(application.lists()).containsOnlyKeys(Listed.DISPUTED);
                }).when(died("2023-02-08")).then(DivorceRule.REGISTERED_THOUGH_ENDED)
                .when(ended(EndedElsewhere.DEATH, "2023-02-21", "D-2")).then(DivorceRule.ENDED_BEFORE);
    }

    // ---- ends stated by mistake

    @Test
    void a_death_stated_by_mistake_is_taken_back_and_what_has_passed_meanwhile_is_told_again() {
        applied().whenDeadlineReached().then(DivorceRule.CERTIFICATE_PERIOD_BEGINS, COOLED_OFF)
                .at("2023-02-20T02:00:00Z").happened(died("2023-02-18")).when(BOTH_COME)
                .thenRefused(DivorceRule.ENDED_ALREADY).at("2023-02-21T02:00:00Z").when(NOBODY_DIED)
                .then(DivorceRule.END_RETRACTED, reopened(), DAYS)
                .and(application -> assertThat(application.due()).isEqualTo("2023-02-13T09:00:00Z"))
                .whenDeadlineReached().then(DivorceRule.CERTIFICATE_PERIOD_BEGINS, COOLED_OFF).and(application -> {
                    assertThat(application.status()).isEqualTo(Status.CERTIFICATE_PERIOD);
                    assertThat(application.due()).isEqualTo("2023-03-15T09:00:00Z");
                }).at("2023-02-21T03:00:00Z").when(BOTH_COME)
                .then(DivorceRule.REGISTERED, closed(DivorceOutcome.REGISTERED, null, "2023-02-21"));
    }

    @Test
    void when_its_time_has_run_out_before_the_mistake_is_found_it_lapses_on_its_day() {
        applied().at("2023-02-10T02:00:00Z").happened(died("2023-02-08")).at("2023-03-20T02:00:00Z")
                .happened(NOBODY_DIED).when(BOTH_COME).thenRefused(DivorceRule.TIME_OVER).whenDeadlineReached()
                .then(DivorceRule.CERTIFICATE_PERIOD_BEGINS, COOLED_OFF).whenDeadlineReached()
                .then(DivorceRule.LAPSED, closed(DivorceOutcome.LAPSED, null, CERTIFICATE_LAST_DAY));
    }

    @Test
    void what_ended_it_beside_the_mistake_ends_it_then() {
        applied().at("2023-02-10T02:00:00Z").happened(died("2023-02-08")).when(SHE_WITHDRAWS)
                .then(DivorceRule.ENDED_BEFORE).when(NOBODY_DIED).then(DivorceRule.END_RETRACTED,
                        closed(DivorceOutcome.WITHDRAWN, DivorceOutcome.ENDED_ELSEWHERE, "2023-02-10"));
        applied().at("2023-02-20T02:00:00Z").happened(died("2023-02-08"))
                .happened(ended(EndedElsewhere.COURT_DIVORCE, "2023-02-16", "J-1")).when(NOBODY_DIED)
                .then(DivorceRule.END_RETRACTED,
                        closed(DivorceOutcome.ENDED_ELSEWHERE, DivorceOutcome.ENDED_ELSEWHERE, "2023-02-16"));
    }

    @Test
    void what_is_registered_stands_and_is_disputed_no_more_when_the_earlier_end_was_a_mistake() {
        var registered = applied().at("2023-02-20T02:00:00Z").happened(BOTH_COME).at("2023-02-21T02:00:00Z")
                .happened(died("2023-02-08"));
        registered.when(NOBODY_DIED).then(DivorceRule.END_RETRACTED, new DivorceRegistrationUndisputed(RECEIPT))
                .and(application -> {
                    assertThat(application.status()).isEqualTo(Status.REGISTERED);
                    assertThat(application.lists()).isEmpty();
                    assertThat(application.due()).isNull();
                }).at("2023-02-22T02:00:00Z").when(died("2023-02-09"))
                .then(DivorceRule.REGISTERED_THOUGH_ENDED, new DivorceRegistrationDisputed(RECEIPT));
    }

    @Test
    void of_what_is_said_of_one_document_the_last_counts_by_its_own_time_whichever_comes_first() {
        applied().at("2023-02-11T02:00:00Z").when(NOBODY_DIED).then(DivorceRule.RETRACTED_BEFOREHAND)
                .at("2023-02-10T02:00:00Z").receivedAt("2023-02-11T03:00:00Z").when(died("2023-02-08"))
                .then(DivorceRule.SAID_SINCE)
                .and(application -> assertThat(application.status()).isEqualTo(Status.COOLING_OFF))
                .at("2023-02-11T03:00:00Z").when(died("2023-02-09"))
                .then(DivorceRule.ENDED_ELSEWHERE, closed(DivorceOutcome.ENDED_ELSEWHERE, null, "2023-02-09"))
                .at("2023-02-11T04:00:00Z").when(died("2023-02-07")).then(DivorceRule.ENDED_ELSEWHERE,
                        closed(DivorceOutcome.ENDED_ELSEWHERE, DivorceOutcome.ENDED_ELSEWHERE, "2023-02-07"));
    }

    @Test
    void a_mistake_is_taken_back_under_the_number_of_its_document() {
        applied().at("2023-02-10T02:00:00Z").happened(ended(EndedElsewhere.ANNULMENT, "2023-02-08", "J-1"))
                .when(NOBODY_DIED).then(DivorceRule.RETRACTED_BEFOREHAND)
                .and(application -> assertThat(application.status()).isEqualTo(Status.ENDED_ELSEWHERE));
        given(new DivorceDecider()).when(NOBODY_DIED).thenEarly(DivorceRule.APPLICATION_UNKNOWN);
    }

    @Test
    void a_case_keeps_20_documents() {
        var full = applied();
        for (int i = 0; i < Course.MOST_DOCUMENTS; i++) {
            full.happened(ended(EndedElsewhere.DEATH, "2023-01-13", "%0100d".formatted(i)));
        }
        full.when(NOBODY_DIED).thenRefused(DivorceRule.TOO_MANY_DOCUMENTS).when(died("2023-01-13"))
                .thenRefused(DivorceRule.TOO_MANY_DOCUMENTS).at("2023-01-16T02:00:00Z")
                .when(ended(EndedElsewhere.DEATH, "2023-01-12", "%0100d".formatted(7)))
                .thenBy(DivorceRule.ENDED_ELSEWHERE);
        assertThat(AnyOrder.stored(full.state())).isLessThan(20_000);
    }

    @Test
    void days_of_a_case_that_runs_again_are_those_the_present_calendar_has() {
        given(new DivorceDecider()).by(BEFORE_THE_NOTICE).at("2022-12-01T02:00:00Z").happened(APPLY)
                .at("2022-12-06T02:00:00Z").happened(died("2022-12-05")).by(ARRANGED).at("2022-12-09T02:00:00Z")
                .when(NOBODY_DIED)
                .then(DivorceRule.END_RETRACTED, new DivorceDaysReckoned(RECEIPT, LocalDate.parse("2023-01-03"),
                        LocalDate.parse("2023-01-04"), LocalDate.parse("2023-02-02"), false, ARRANGED.edition()),
                        reopened());
    }

    @Test
    void who_applies_again_has_a_new_case_with_days_of_its_own() {
        applied().at("2023-01-16T02:00:00Z").when(SHE_WITHDRAWS).thenBy(DivorceRule.WITHDRAWN);
        given(new DivorceDecider()).at("2023-01-16T03:00:00Z").happened(new DivorceApplicationReceived("2023-18",
                REGISTRY, HE, SHE, true, true, true, true, MarriageCertificates.BOTH)).and(application -> {
                    assertThat(application.status()).isEqualTo(Status.COOLING_OFF);
                    assertThat(application.days().coolingOffLastDay()).isEqualTo("2023-02-15");
                });
    }

    // ---- what the calendar and the policy learn later

    private static final WorkingDays ARRANGED = ReferenceData.workingDays();
    /** As it is before the notice for 2023: that of 2022 alone. */
    private static final WorkingDays BEFORE_THE_NOTICE = new WorkingDays(ReferenceData.statutoryHolidays(),
            List.of(new WorkingDays.Arrangement(2022, "test", Set.of(), Set.of())));

    @Test
    void days_reckoned_before_the_notice_are_provisional_and_reckoned_anew_when_the_case_is_touched() {
        // The 30th day is Saturday 2022-12-31; the notice makes Monday 2023-01-02 a day off too.
        given(new DivorceDecider()).by(BEFORE_THE_NOTICE).at("2022-12-01T02:00:00Z").happened(APPLY)
                .and(application -> {
                    assertThat(application.days().coolingOffLastDay()).isEqualTo("2023-01-02");
                    assertThat(application.lists()).containsKey(Listed.PROVISIONAL_DAYS);
                }).by(ARRANGED).at("2022-12-09T02:00:00Z").when(DECLINE)
                .then(DivorceRule.OFFERED,
                        new DivorceDaysReckoned(RECEIPT, LocalDate.parse("2023-01-03"), LocalDate.parse("2023-01-04"),
                                LocalDate.parse("2023-02-02"), false, ARRANGED.edition()))
                .and(application -> assertThat(application.lists()).isEmpty()).at("2023-01-03T08:59:00Z")
                .when(SHE_WITHDRAWS).thenBy(DivorceRule.WITHDRAWN);
    }

    @Test
    void a_deadline_that_falls_due_under_an_old_calendar_moves_and_nothing_ends_by_it() {
        given(new DivorceDecider()).by(BEFORE_THE_NOTICE).at("2022-12-01T02:00:00Z").happened(APPLY).by(ARRANGED)
                .whenDeadlineReached()
                .then(DivorceRule.RECKONED_ANEW, new DivorceDaysReckoned(RECEIPT, LocalDate.parse("2023-01-03"),
                        LocalDate.parse("2023-01-04"), LocalDate.parse("2023-02-02"), false, ARRANGED.edition()))
                .and(application -> {
                    assertThat(application.status()).isEqualTo(Status.COOLING_OFF);
                    assertThat(application.due()).isEqualTo("2023-01-03T09:00:00Z");
                }).whenDeadlineReached().thenBy(DivorceRule.CERTIFICATE_PERIOD_BEGINS);
    }

    @Test
    void a_cooling_off_that_was_stated_to_be_over_stays_over_whatever_is_arranged_since() {
        given(new DivorceDecider()).by(BEFORE_THE_NOTICE).at("2022-12-01T02:00:00Z").happened(APPLY)
                .whenDeadlineReached().thenBy(DivorceRule.CERTIFICATE_PERIOD_BEGINS).by(ARRANGED)
                .at("2023-01-03T02:00:00Z").when(DECLINE).thenBy(DivorceRule.OFFERED).and(application -> {
                    assertThat(application.days().coolingOffLastDay()).isEqualTo("2023-01-02");
                    assertThat(application.days().certificateLastDay()).isEqualTo("2023-02-01");
                });
    }

    @Test
    void where_the_window_closes_later_than_when_the_couple_applied_the_deadline_moves() {
        var until1730 = with("marriage.window-closes-minute", 1050, "2023-02-01");
        given(new DivorceDecider()).under(until1730).at(APPLIED).happened(APPLY).whenDeadlineReached()
                .then(DivorceRule.RECKONED_ANEW)
                .and(application -> assertThat(application.due()).isEqualTo("2023-02-13T09:30:00Z"))
                .at("2023-02-13T09:29:00Z").when(SHE_WITHDRAWS).thenBy(DivorceRule.WITHDRAWN);
    }

    @Test
    void where_weekends_are_no_days_off_a_period_ends_on_one() {
        given(new DivorceDecider()).under(with("marriage.weekend-is-day-off", 0, "2023-01-01")).at(APPLIED)
                .happened(APPLY)
                .and(application -> assertThat(application.days().coolingOffLastDay()).isEqualTo("2023-02-12"));
    }

    private static Policy with(String parameter, long value, String from) {
        var entries = new java.util.ArrayList<>(ReferenceData.policy().editions().getFirst().entries().values());
        var old = entries.stream().filter(entry -> entry.name().equals(parameter)).findAny().orElseThrow();
        if (old.from().equals(LocalDate.parse(from))) {
            entries.remove(old);
        }
        entries.add(new Policy.Entry(parameter, value, old.unit(), old.bound(), LocalDate.parse(from), "test"));
        return new Policy(entries);
    }
}
