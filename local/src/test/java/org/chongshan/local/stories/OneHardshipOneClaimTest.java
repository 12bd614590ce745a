package org.chongshan.local.stories;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** What is true in the end, over HTTP: one hardship is paid once, a verdict is answered, money that came back is owed. */
class OneHardshipOneClaimTest {
    private Bureau bureau;

    @BeforeEach
    void a_fund_and_a_household() throws Exception {
        bureau = Bureau.openAt("2023-12-31T15:30:00Z");
        bureau.did("district", "FundOpened", "{\"fund\": \"320613001\", \"amountFen\": 5000000, \"floorFen\": 0}");
        bureau.did("street", "HouseholdRegistered", """
                {"household": "H-1", "members": [
                  {"member": "M-1", "name": "葛美云", "identityNumber": "320602196001010006", "relation": "HEAD"}]}""");
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    private void urgent(String reliefCase) throws Exception {
        bureau.did("street", "UrgentReliefRequested", """
                {"reliefCase": "%s", "household": "H-1", "hardship": "ILLNESS", "amountFen": 300000, "persons": 1}"""
                .formatted(reliefCase));
    }

    private void receipt(String result, String reference) throws Exception {
        bureau.did("cashier", "treasury.PaymentReceiptRecorded",
                "{\"claim\": \"H-1.illness.2023\", \"result\": \"%s\", \"reference\": \"%s\"}".formatted(result,
                        reference));
    }

    private String status(String path) throws Exception {
        return bureau.sees("district", path).path("status").stringValue();
    }

    @Test
    void hardship_before_and_after_midnight_of_new_years_eve_is_paid_once() throws Exception {
        urgent("C-1");
        receipt("PAID", "V-1");
        bureau.itIs("2023-12-31T16:30:00Z");
        urgent("C-2");
        assertThat(status("relief-cases/C-1")).isEqualTo("paid-unfiled");
        assertThat(status("relief-cases/C-2")).isEqualTo("closed-duplicate");
        assertThat(bureau.sees("street", "households/H-1").path("state").path("reliefPaidFen").longValue())
                .isEqualTo(300_000);
    }

    @Test
    void a_verdict_that_comes_too_late_ends_in_the_list_of_its_consultation_until_somebody_has_looked()
            throws Exception {
        bureau.did("street", "EconomicStatusVerified", """
                {"household": "H-1", "persons": 1, "income12Fen": 0, "rigidSpending12Fen": 0, "ableToWork": false,
                 "supporterAble": false, "hardship": "NONE"}""");
        bureau.did("grid", "ReliefApplicationSubmitted", """
                {"reliefCase": "C-1", "household": "H-1", "hardship": "ILLNESS", "amountFen": 300000, "persons": 1}""");
        bureau.did("district", "ConsultationConvened",
                "{\"consultation\": \"K-1\", \"attendees\": [\"street-17\", \"station-17\", \"district-17\"]}");
        bureau.did("street", "AttendanceConfirmed", "{\"consultation\": \"K-1\"}");
        bureau.did("station", "AttendanceConfirmed", "{\"consultation\": \"K-1\"}");
        bureau.did("street", "CaseTabled", "{\"consultation\": \"K-1\", \"reliefCase\": \"C-1\"}");
        bureau.did("street", "ReliefApproved", "{\"reliefCase\": \"C-1\", \"grounds\": \"The bills are there.\"}");
        bureau.did("district", "CaseDeliberated",
                """
                        {"consultation": "K-1", "reliefCase": "C-1", "verdict": "REJECT", "inFavour": 2, "grounds": "Insured."}""");

        assertThat(status("relief-cases/C-1")).isEqualTo("paying");
        assertThat(bureau.journal("relief-cases/C-1"))
                .contains(entry("ReliefCaseDeliberated", "verdict-came-too-late"));
        assertThat(bureau.sees("street", "consultations?list=verdict-came-to-nothing").path("items")).hasSize(1);
        assertThat(bureau.sees("street", "consultations/K-1").path("state").path("cameToNothing").path("C-1")
                .stringValue()).isEqualTo("TOO_LATE");
        bureau.did("street", "VerdictReviewed",
                "{\"consultation\": \"K-1\", \"reliefCase\": \"C-1\", \"grounds\": \"It is paid already.\"}");
        assertThat(bureau.sees("street", "consultations?list=verdict-came-to-nothing").path("items")).isEmpty();
    }

    @Test
    void whoever_applied_decides_nothing_by_convening_a_consultation() throws Exception {
        bureau.did("street", "ReliefApplicationSubmitted",
                """
                        {"reliefCase": "C-1", "household": "H-1", "hardship": "ILLNESS", "amountFen": 90000000, "persons": 1}""");
        bureau.did("street", "ConsultationConvened",
                "{\"consultation\": \"K-1\", \"attendees\": [\"street-17\", \"nobody-1\", \"nobody-2\"]}");
        bureau.did("street", "CaseTabled", "{\"consultation\": \"K-1\", \"reliefCase\": \"C-1\"}");
        bureau.did("street", "CaseDeliberated",
                """
                        {"consultation": "K-1", "reliefCase": "C-1", "verdict": "APPROVE", "inFavour": 3, "grounds": "Mine."}""");
        assertThat(bureau.journal("consultations/K-1")).contains(entry("CaseDeliberated", "requester-never-approves"));
        assertThat(status("relief-cases/C-1")).isEqualTo("gathering-facts");
    }

    @Test
    void urgent_relief_that_a_bank_sends_back_days_later_is_breached_and_due_anew() throws Exception {
        urgent("C-1");
        receipt("PAID", "V-1");
        bureau.itIs("2024-01-05T04:00:00Z");
        bureau.did("agency", "treasury.PaymentReturned", "{\"claim\": \"H-1.illness.2023\", \"reference\": \"B-1\"}");
        assertThat(status("relief-cases/C-1")).isEqualTo("escalated");
        bureau.theMinutePasses();
        assertThat(status("relief-cases/C-1")).isEqualTo("breached-escalated");
        assertThat(
                bureau.sees("district", "relief-cases/C-1").path("state").path("setback").path("retryBy").stringValue())
                .isEqualTo("2024-01-06T04:00:00Z");
        bureau.itIs("2024-01-06T04:00:01Z");
        bureau.theMinutePasses();
        assertThat(bureau.journal("relief-cases/C-1")).containsEntry("DeadlineReached", "retry-overdue");
        bureau.did("district", "UrgentReliefFunded", "{\"reliefCase\": \"C-1\", \"grounds\": \"It came back.\"}");
        receipt("PAID", "V-2");
        assertThat(status("relief-cases/C-1")).isEqualTo("paid-unfiled");
        assertThat(bureau.platform().deadLetters()).isZero();
    }
}
