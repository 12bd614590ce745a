package org.chongshan.local.stories;

import java.util.List;

import org.chongshan.local.Bureau;
import org.chongshan.local.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Story 3 (胡秀, 89), over HTTP, with the clock moved; and the same elder visited by a provider that is paid. */
@Tag(TestEngines.TAG)
class HuXiuTest {
    private static final String JANUARY = "care-settlements/P-1.320613001.202301";
    private static final String FEBRUARY = "care-settlements/P-1.320613001.202302";

    private Bureau bureau;

    @BeforeEach
    void a_bureau_on_the_fifth_of_january_with_hu_xiu_on_its_books() throws Exception {
        bureau = Bureau.openAt("2023-01-05T00:00:00Z");
        bureau.did("street", "relief.HouseholdRegistered", """
                {"household": "H-huxiu", "members": [
                 {"member": "M-huxiu", "name": "胡秀", "identityNumber": "1", "relation": "HEAD"}]}""");
        bureau.did("street", "relief.EconomicStatusVerified", """
                {"household": "H-huxiu", "persons": 1, "income12Fen": 0, "rigidSpending12Fen": 0, "ableToWork": false,
                 "supporterAble": true, "hardship": "NONE"}""");
        did("grid", "ElderRegistered", """
                {"elder": "O-huxiu", "household": "H-huxiu", "name": "胡秀", "bornOn": "1933-05-01",
                 "registeredHere": true, "livesHereSince": "1990-01-01", "address": "费桥村", "contact": "x"}""");
        did("organisation", "ElderAssessed", """
                {"elder": "O-huxiu", "grade": "MODERATE_LOSS", "assessor": "a-1", "findings": "Cannot dress."}""");
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    private void did(String role, String type, String data, Object... with) throws Exception {
        bureau.did(role, "eldercare." + type, data.formatted(with));
    }

    private JsonNode visit(String id) throws Exception {
        return bureau.sees("street", "home-visits/" + id);
    }

    private void engaged(String carer, String kind) throws Exception {
        did("organisation", "CarerEngaged", """
                {"carer": "%s", "provider": "P-1", "kind": "%s", "qualifications": ["CARE_WORKER"], "name": "王"}""",
                carer, kind);
    }

    private void booked(String visit, String plannedAt) throws Exception {
        did("desk", "HomeVisitBooked", """
                {"visit": "%s", "elder": "O-huxiu", "channel": "KIOSK", "plannedAt": "%s", "plannedMinutes": 60,
                 "items": ["blood-pressure", "haircut", "nail-trimming"], "place": "feiqiao"}""", visit, plannedAt);
    }

    /** Somebody comes, from nine local time on, and goes. */
    private void visited(String visit, String carer, String day, String until) throws Exception {
        booked(visit, day + "T01:00:00Z");
        did("organisation", "HomeVisitAssigned", "{\"visit\": \"%s\", \"carer\": \"%s\"}", visit, carer);
        assertThat(visit(visit).path("status").stringValue()).isEqualTo("assigned");
        var check = "{\"visit\": \"%s\", \"carer\": \"%s\", \"kind\": \"APP\", \"distanceMetres\": 12}";
        bureau.itIs(day + "T01:00:00Z");
        did("care", "CheckedIn", check, visit, carer);
        bureau.itIs(day + "T" + until + "Z");
        did("care", "HomeVisitCompleted", """
                {"visit": "%s", "items": [{"item": "blood-pressure", "outcome": "DONE", "reading": "132/78 mmHg"},
                 {"item": "haircut", "outcome": "DONE"}, {"item": "nail-trimming", "outcome": "DONE"}]}""", visit);
        did("care", "CheckedOut", check, visit, carer);
        did("desk", "HomeVisitConfirmed", """
                {"visit": "%s", "by": "ELDER", "items": ["blood-pressure", "haircut", "nail-trimming"]}""", visit);
    }

    private void struck(String visit) throws Exception {
        did("grid", "HomeVisitDisputed", "{\"visit\": \"%s\", \"grounds\": \"He only sat there.\"}", visit);
        did("street", "VisitDisputeResolved", """
                {"visit": "%s", "outcome": "STRUCK", "grounds": "The neighbour saw it."}""", visit);
    }

    @Test
    void a_volunteer_comes_for_an_hour_takes_blood_pressure_cuts_hair_and_nails_and_it_is_free() throws Exception {
        engaged("W-volunteer", "VOLUNTEER");
        visited("V-1", "W-volunteer", "2023-01-05", "02:00:00");
        did("desk", "HomeVisitFollowedUp",
                "{\"visit\": \"V-1\", \"rating\": 5, \"observation\": \"头发剪短了,人变得更加精神了,谢谢你们!\"}");

        var visit = visit("V-1");
        assertThat(visit.path("status").stringValue()).isEqualTo("verified");
        var weighed = visit.path("state").path("weighed");
        assertThat(weighed.path("feeFen").longValue()).isZero();
        assertThat(weighed.path("seconds").longValue()).isEqualTo(3600);
        assertThat(weighed.path("carer").stringValue()).isEqualTo("W-volunteer");
        assertThat(weighed.path("provider").stringValue()).isEqualTo("P-1");
        assertThat(weighed.path("tests").size()).isEqualTo(7);
        assertThat(weighed.path("tests")).allMatch(test -> test.path("passed").booleanValue());
        assertThat(bureau.journal("home-visits/V-1")).contains(entry("HomeVisitBooked", "booked"),
                entry("CarerHeld", "carer-held"), entry("HomeVisitConfirmed", "verified"),
                entry("HomeVisitFollowedUp", "followed-up"));
        assertThat(bureau.sees("street", "care-settlements?status=open").path("items")).isEmpty();
        assertThat(bureau.sees("auditor", "home-visits/V-1").toString()).doesNotContain("132/78", "谢谢你们");
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    @Test
    void a_verified_visit_shows_its_six_elements_and_adjusted_times_beside_the_recorded_ones() throws Exception {
        engaged("W-1", "EMPLOYED");
        visited("V-06", "W-1", "2023-01-06", "01:50:00");
        assertThat(bureau.sees("care", "home-visits?status=verified").path("items")).isEmpty();
        bureau.itIs("2023-01-06T03:00:00Z");
        did("care", "TimesAdjusted", """
                {"visit": "V-06", "adjustment": "A-1", "startedAt": "2023-01-06T01:00:00Z",
                 "endedAt": "2023-01-06T02:00:00Z", "reason": "NO_SIGNAL"}""");
        did("street", "TimesAdjustmentDecided",
                "{\"visit\": \"V-06\", \"adjustment\": \"A-1\", \"approved\": true, \"grounds\": \"Kin say so.\"}");

        for (var reader : new String[]{"care", "district"}) {
            var verified = bureau.sees(reader, "home-visits?status=verified").path("items");
            assertThat(verified).hasSize(1);
            var visit = verified.get(0).path("state");
            var weighed = visit.path("weighed");
            assertThat(weighed.path("items").toString())
                    .isEqualTo("[\"blood-pressure\",\"haircut\",\"nail-trimming\"]");
            assertThat(visit.path("booking").path("elder").stringValue()).isEqualTo("O-huxiu");
            assertThat(weighed.path("carer").stringValue()).isEqualTo("W-1");
            assertThat(weighed.path("provider").stringValue()).isEqualTo("P-1");
            assertThat(visit.path("booking").path("place").stringValue()).isEqualTo("feiqiao");
            assertThat(weighed.path("startedAt").stringValue()).isEqualTo("2023-01-06T01:00:00Z");
            assertThat(weighed.path("endedAt").stringValue()).isEqualTo("2023-01-06T02:00:00Z");

            var recorded = visit.path("recorded");
            assertThat(recorded.path("ins").path("all").get(0).path("at").stringValue())
                    .isEqualTo("2023-01-06T01:00:00Z");
            assertThat(recorded.path("outs").path("all").get(0).path("at").stringValue())
                    .isEqualTo("2023-01-06T01:50:00Z");
            var adjustment = recorded.path("adjustments").path("all").get(0).path("value");
            assertThat(adjustment.path("reason").stringValue()).isEqualTo("NO_SIGNAL");
            assertThat(adjustment.path("by").stringValue()).isEqualTo("care-17");
            assertThat(adjustment.path("decidedBy").stringValue()).isEqualTo("street-17");
            assertThat(adjustment.path("approved").booleanValue()).isTrue();
            assertThat(verified.toString()).as("pseudonyms, never names").doesNotContain("王");

            var month = "home-visits?status=verified&as=evv&from=%s&until=%s";
            assertThat(bureau.sees(reader, month.formatted("2023-01-01", "2023-02-01")).path("visits").toString())
                    .isEqualTo(Bureau.JSON.readTree("""
                            [{"visit": "V-06", "type": ["blood-pressure", "haircut", "nail-trimming"],
                              "recipient": "O-huxiu", "provider": "P-1", "carer": "W-1", "date": "2023-01-06",
                              "place": "feiqiao", "start": "2023-01-06T01:00:00Z", "end": "2023-01-06T02:00:00Z",
                              "recordedIn": "2023-01-06T01:00:00Z", "recordedOut": "2023-01-06T01:50:00Z",
                              "adjustment": {"reason": "NO_SIGNAL", "requestedBy": "care-17",
                               "approvedBy": "street-17"}}]""").toString());
            for (var range : List.of(List.of("2023-01-07", "2023-02-01"), List.of("2022-12-01", "2023-01-06"))) {
                assertThat(bureau.sees(reader, month.formatted(range.getFirst(), range.getLast())).path("visits"))
                        .isEmpty();
            }
        }
    }

    @Test
    void nobody_is_paid_for_a_visit_to_somebody_who_is_not_entitled_until_the_record_says_otherwise() throws Exception {
        engaged("W-1", "EMPLOYED");
        did("district", "BirthdayCorrected",
                "{\"elder\": \"O-huxiu\", \"bornOn\": \"1970-05-01\", \"grounds\": \"The register.\"}");
        visited("V-06", "W-1", "2023-01-06", "02:00:00");
        assertThat(visit("V-06").path("status").stringValue()).isEqualTo("done");
        assertThat(bureau.sees("street", "home-visits?list=not-entitled").path("items")).hasSize(1);
        assertThat(bureau.sees("street", "care-settlements?status=open").path("items")).isEmpty();

        did("district", "BirthdayCorrected",
                "{\"elder\": \"O-huxiu\", \"bornOn\": \"1933-05-01\", \"grounds\": \"Misread.\"}");
        assertThat(visit("V-06").path("status").stringValue()).isEqualTo("verified");
        assertThat(bureau.sees("street", "home-visits?list=not-entitled").path("items")).isEmpty();
        assertThat(bureau.sees("street", JANUARY).path("state").path("chargedFen").longValue()).isEqualTo(4000);
    }

    @Test
    void four_visits_are_paid_one_struck_and_one_too_short_by_a_minute_are_not() throws Exception {
        engaged("W-1", "EMPLOYED");
        for (var day : new String[]{"06", "10", "14", "18", "22"}) {
            visited("V-" + day, "W-1", "2023-01-" + day, "02:00:00");
        }
        visited("V-26", "W-1", "2023-01-26", "01:59:00");
        struck("V-22");
        assertThat(visit("V-22").path("status").stringValue()).isEqualTo("struck");
        assertThat(visit("V-26").path("status").stringValue()).isEqualTo("done");
        assertThat(bureau.sees("street", "home-visits?list=too-short").path("items")).hasSize(1);

        bureau.itIs("2023-02-05T16:00:01Z");
        bureau.theMinutePasses();
        var closed = bureau.sees("street", JANUARY);
        assertThat(closed.path("status").stringValue()).isEqualTo("to-confirm");
        assertThat(closed.path("state").path("chargedFen").longValue()).isEqualTo(5 * 4000);
        assertThat(closed.path("state").path("takenOffFen").longValue()).isEqualTo(4000);
        did("district", "SettlementConfirmed", "{\"settlement\": \"P-1.320613001.202301\", \"amountFen\": 16000}");
        bureau.did("cashier", "treasury.PaymentReceiptRecorded",
                "{\"claim\": \"home-care.P-1.320613001.202301\", \"result\": \"PAID\", \"reference\": \"B-1\"}");
        assertThat(bureau.sees("street", JANUARY).path("status").stringValue()).isEqualTo("paid");
        assertThat(bureau.sees("street", JANUARY).path("state").path("paidFen").longValue()).isEqualTo(16_000);
        assertThat(visit("V-26").path("status").stringValue()).isEqualTo("unverified");

        struck("V-18");
        assertThat(bureau.sees("street", JANUARY).path("state").path("takenOffFen").longValue()).isEqualTo(4000);
        assertThat(bureau.sees("street", FEBRUARY).path("state").path("takenOffFen").longValue()).isEqualTo(4000);
        assertThat(bureau.platform().deadLetters()).isZero();
    }
}
