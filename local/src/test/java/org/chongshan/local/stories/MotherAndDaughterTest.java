package org.chongshan.local.stories;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Executors;

import org.chongshan.local.Bureau;
import org.chongshan.local.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Story 1 (葛美云、李娟), and the ordinary way, over HTTP, with the clock moved. */
@Tag(TestEngines.TAG)
class MotherAndDaughterTest {
    private static final String CASE = "H-1001.bereavement.20230302";
    private static final String REGISTERED = """
            {"household": "H-1001", "members": [
              {"member": "M-1", "name": "葛美云", "identityNumber": "320602196001010006", "relation": "HEAD"},
              {"member": "M-2", "name": "李娟", "identityNumber": "320602198801010003", "relation": "CHILD"}]}""";
    private static final String VISITED = """
            {"household": "H-1001", "hardship": "BEREAVEMENT", "observation": "Mother and daughter are left alone."}""";
    private static final String TRIAGED = """
            {"lead": "%s", "outcome": "URGENT_RELIEF", "amountFen": 300000, "persons": 2, "grounds": "Nobody earns any more."}"""
            .formatted(CASE);
    private static final String PAID = """
            {"claim": "H-1001.bereavement.2023", "result": "PAID", "reference": "V-2041"}""";

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Bureau bureau;

    @BeforeEach
    void a_fund_a_household_and_a_case_asked_for_at_noon() throws Exception {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        bureau = Bureau.openAt("2023-03-02T04:00:00Z");
        bureau.did("district", "FundOpened", "{\"fund\": \"320613001\", \"amountFen\": 5000000, \"floorFen\": 500000}");
        bureau.did("street", "HouseholdRegistered", REGISTERED);
        bureau.did("grid", "GridVisitRecorded", VISITED);
        bureau.did("street", "LeadTriaged", TRIAGED);
    }

    @AfterEach
    void close() {
        bureau.close();
        System.setOut(console);
    }

    @Test
    void paid_a_minute_before_the_24_hours_and_filed_afterwards() throws Exception {
        bureau.itIs("2023-03-03T03:59:00Z");
        bureau.theMinutePasses();
        bureau.did("cashier", "treasury.PaymentReceiptRecorded", PAID);
        bureau.itIs("2023-03-03T04:00:01Z");
        bureau.theMinutePasses();
        bureau.did("street", "RetroactiveFilingSubmitted",
                "{\"reliefCase\": \"%s\", \"documents\": [\"form-7\"]}".formatted(CASE));

        assertThat(bureau.journal("relief-cases/" + CASE)).containsOnly(
                entry("UrgentReliefRequested", "clock-starts-in-the-field"),
                entry("EconomicFactsStated", "household-is-known"), entry("FundHeld", "fund-pays-first"),
                entry("DisbursementConfirmed", "paid-in-time"), entry("RetroactiveFilingSubmitted", "filed-in-time"));
        assertThat(bureau.sees("street", "relief-cases/" + CASE).path("status").stringValue()).isEqualTo("filed");
        assertThat(bureau.sees("street", "leads/" + CASE).path("state").path("minutesToRelief").longValue())
                .isEqualTo(1439);
        assertThat(bureau.sees("street", "households/H-1001").path("state").path("reliefPaidFen").longValue())
                .isEqualTo(300_000);
        var fund = bureau.sees("district", "reserve-funds/320613001").path("state");
        assertThat(fund.path("paid").longValue()).isEqualTo(300_000);
        assertThat(fund.path("holds").isEmpty()).isTrue();
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    @Test
    void kin_cannot_care_two_departments_accept_both_are_placed_and_looked_after_half_a_year_later() throws Exception {
        for (var referral : new String[]{"R-1 M-1 DISABLED_PERSONS_FEDERATION care-home-3",
                "R-2 M-2 COURT hospital-1"}) {
            var word = referral.split(" ");
            bureau.did("street", "ReferralSent", """
                    {"referral": "%s", "household": "H-1001", "member": "%s", "agency": "%s", "consent": true,
                     "need": "Kin cannot care."}""".formatted(word[0], word[1], word[2]));
            bureau.did("agency", "ReferralAccepted", "{\"referral\": \"%s\"}".formatted(word[0]));
            bureau.did("agency", "PlacementStarted",
                    "{\"referral\": \"%s\", \"facility\": \"%s\"}".formatted(word[0], word[3]));
        }
        assertThat(bureau.sees("street", "referrals?status=placed").path("items")).hasSize(2);

        bureau.itIs("2023-09-01T04:00:00Z");
        bureau.did("street", "FollowUpRecorded", "{\"referral\": \"R-1\", \"observation\": \"At home there.\"}");
        bureau.itIs("2023-09-02T16:00:01Z");
        bureau.theMinutePasses();
        assertThat(bureau.sees("street", "referrals?list=overdue").path("items")).singleElement()
                .satisfies(item -> assertThat(item.path("key").stringValue()).isEqualTo("referral/R-2"));
        bureau.did("street", "FollowUpRecorded", "{\"referral\": \"R-2\", \"observation\": \"Recovering.\"}");
        assertThat(bureau.sees("street", "referrals?list=overdue").path("items")).isEmpty();
        assertThat(bureau.journal("referrals/R-2")).containsOnly(entry("ReferralSent", "sent"),
                entry("ReferralAccepted", "accepted"), entry("PlacementStarted", "placement-started"),
                entry("DeadlineReached", "follow-up-missed"), entry("FollowUpRecorded", "followed-up"));
    }

    @Test
    void a_member_registered_in_a_second_household_is_shown_and_nothing_is_merged() throws Exception {
        bureau.did("street", "HouseholdRegistered", REGISTERED.replace("H-1001", "H-2002").replace("M-1", "M-9"));
        assertThat(bureau.sees("street", "households?list=suspected-duplicates").path("items"))
                .extracting(item -> item.path("key").stringValue())
                .containsExactlyInAnyOrder("household/H-1001", "household/H-2002");
        assertThat(bureau.sees("district", "persons/M-2").path("status").stringValue()).isEqualTo("listed-twice");
        bureau.did("street", "HouseholdDuplicateCleared",
                "{\"household\": \"H-1001\", \"other\": \"H-2002\", \"grounds\": \"The daughter moved out.\"}");
        assertThat(bureau.sees("street", "households?list=suspected-duplicates").path("items")).hasSize(1);
    }

    @Test
    void the_ordinary_way_waits_for_the_facts_goes_to_its_level_and_is_paid_once_approved() throws Exception {
        bureau.did("grid", "ReliefApplicationSubmitted",
                """
                        {"reliefCase": "C-7", "household": "H-1001", "hardship": "ILLNESS", "amountFen": 656001, "persons": 2}""");
        assertThat(bureau.sees("street", "relief-cases?status=gathering-facts").path("items")).hasSize(1);
        bureau.did("street", "EconomicStatusVerified", """
                {"household": "H-1001", "persons": 2, "income12Fen": 0, "rigidSpending12Fen": 0, "ableToWork": false,
                 "supporterAble": false, "hardship": "BEREAVEMENT"}""");
        assertThat(bureau.sees("street", "households?status=destitute").path("items")).hasSize(1);
        bureau.did("street", "ReliefApproved", "{\"reliefCase\": \"C-7\", \"grounds\": \"The bills are there.\"}");
        assertThat(bureau.sees("street", "relief-cases/C-7").path("status").stringValue()).isEqualTo("at-district");
        bureau.did("district", "ReliefApproved", "{\"reliefCase\": \"C-7\", \"grounds\": \"The bills are there.\"}");
        // A cashier's app from before payments were a programme of their own.
        bureau.did("cashier", "relief.PaymentReceiptRecorded",
                "{\"claim\": \"H-1001.illness.2023\", \"result\": \"PAID\", \"reference\": \"V-1\"}");
        assertThat(bureau.sees("street", "relief-cases/C-7").path("status").stringValue()).isEqualTo("paid");
        assertThat(bureau.sees("street", "households/H-1001").path("state").path("reliefPaidFen").longValue())
                .isEqualTo(656_001);
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    @Test
    void nobody_pays_and_a_second_after_24_hours_the_breach_is_stated_by_itself() throws Exception {
        bureau.itIs("2023-03-03T04:00:00Z");
        bureau.theMinutePasses();
        assertThat(bureau.sees("street", "relief-cases?status=breached-paying").path("items")).isEmpty();

        bureau.itIs("2023-03-03T04:00:01Z");
        bureau.theMinutePasses();
        assertThat(bureau.sees("street", "relief-cases?status=breached-paying").path("items")).hasSize(1);
        assertThat(bureau.journal("relief-cases/" + CASE)).contains(entry("DeadlineReached", "breach-stated"));

        bureau.theMinutePasses();
        assertThat(bureau.sees("street", "relief-cases/" + CASE).path("version").longValue()).isEqualTo(4);
    }

    @Test
    void the_same_event_five_times_at_once_and_again_later_is_applied_once() throws Exception {
        var id = Bureau.newId();
        var event = bureau.event(id, "FundReplenished", "{\"fund\": \"320613001\", \"amountFen\": 100}");
        try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int i = 0; i < 5; i++) {
                answers.add(phones.submit(() -> bureau.post("district", event).statusCode()));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(202);
            }
        }
        bureau.settle();
        assertThat(bureau.post("district", event).statusCode()).isEqualTo(202);
        bureau.settle();
        assertThat(bureau.sees("district", "reserve-funds/320613001").path("state").path("funded").longValue())
                .isEqualTo(5_000_100);
    }

    @Test
    void the_same_id_with_another_body_is_reported_as_a_conflict_and_not_applied() throws Exception {
        var id = Bureau.newId();
        bureau.post("district", bureau.event(id, "FundReplenished", "{\"fund\": \"320613001\", \"amountFen\": 100}"));
        bureau.settle();
        bureau.post("district", bureau.event(id, "FundReplenished", "{\"fund\": \"320613001\", \"amountFen\": 999}"));
        bureau.settle();

        var outcome = bureau.sees("district", "reserve-funds/320613001/journal/" + id);
        assertThat(outcome.path("outcome").stringValue()).isEqualTo("applied");
        assertThat(outcome.path("conflicts")).hasSize(1);
        assertThat(outcome.path("conflicts").get(0).path("outcome").stringValue()).isEqualTo("conflict");
        assertThat(bureau.sees("district", "reserve-funds/320613001").path("state").path("funded").longValue())
                .isEqualTo(5_000_100);
    }

    @Test
    void no_payload_is_in_any_log_line_and_who_need_not_know_sees_no_name() throws Exception {
        assertThat(bureau.sees("street", "households/H-1001").toString()).contains("葛美云");
        assertThat(bureau.sees("grid", "households/H-1001").toString()).doesNotContain("葛美云", "320602196001010006");
        assertThat(bureau.sees("auditor", "households/H-1001/journal").toString()).doesNotContain("葛美云",
                "320602196001010006");
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("葛美云", "320602196001010006", "left alone",
                "specversion");
    }

    @Test
    void what_lies_in_another_subdistrict_answers_like_what_does_not_exist() throws Exception {
        var neighbour = bureau.token("street", "320613002");
        var there = bureau.get(neighbour, "/v1/households/H-1001");
        var nowhere = bureau.get(neighbour, "/v1/households/H-9999");
        assertThat(there.statusCode()).isEqualTo(404);
        assertThat(there.body()).isEqualTo(nowhere.body());
        assertThat(bureau.get(neighbour, "/v1/households/H-1001/journal").body()).isEqualTo(nowhere.body());

        var id = Bureau.newId();
        bureau.post(bureau.token("grid", "320613002"), "application/json",
                bureau.event(id, "GridVisitRecorded", "320613002", VISITED));
        bureau.settle();
        assertThat(bureau.sees("district", "households/H-1001/journal/" + id).path("rule").stringValue())
                .isEqualTo("outside-subdistrict");
    }
}
