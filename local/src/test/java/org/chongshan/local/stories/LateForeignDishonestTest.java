package org.chongshan.local.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Phones with a wrong clock, posts that arrive late, a bank's file read twice, an officer of the next street, one dishonest one. */
class LateForeignDishonestTest {
    private static final String NOON = "2023-03-02T04:00:00Z";
    private static final String NEXT_STREET = "320613002";
    private static final String ILL = "{\"household\": \"H-1\", \"hardship\": \"ILLNESS\", \"observation\": \"Ill.\"}";

    private Bureau bureau;

    @BeforeEach
    void a_street_with_a_fund_and_a_household() throws Exception {
        bureau = Bureau.openAt(NOON);
        bureau.did("district", "FundOpened", "{\"fund\": \"320613001\", \"amountFen\": 500000000, \"floorFen\": 0}");
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    private void registered(String household) throws Exception {
        bureau.did("street", "HouseholdRegistered",
                "{\"household\": \"%s\", \"members\": [{\"member\": \"M-%s\", \"name\": \"x\", \"identityNumber\": \"1\", \"relation\": \"HEAD\"}]}"
                        .formatted(household, household));
    }

    private static String factsOf(String household) {
        return """
                {"household": "%s", "persons": 1, "income12Fen": 100, "rigidSpending12Fen": 0, "ableToWork": false,
                 "supporterAble": false, "hardship": "ILLNESS"}""".formatted(household);
    }

    private static String urgent(String reliefCase, String household, long amountFen) {
        return "{\"reliefCase\": \"%s\", \"household\": \"%s\", \"hardship\": \"ILLNESS\", \"amountFen\": %d, \"persons\": 1}"
                .formatted(reliefCase, household, amountFen);
    }

    private void receipt(String result, String reference) throws Exception {
        bureau.did("agency", "treasury.PaymentReceiptRecorded",
                "{\"claim\": \"H-1.illness.2023\", \"result\": \"%s\", \"reference\": \"%s\"}".formatted(result,
                        reference));
    }

    private void as(String role, String street, String type, String data) throws Exception {
        var answer = bureau.post(bureau.token(role, street), "application/cloudevents+json",
                bureau.event(Bureau.newId(), type, street, data));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        bureau.settle();
    }

    private JsonNode posted(String role, String event) throws Exception {
        return Bureau.JSON.readTree(bureau.post(role, event).body());
    }

    private String status(String path) throws Exception {
        return bureau.sees("district", path).path("status").stringValue();
    }

    private List<String> rules(String path) throws Exception {
        var rules = new ArrayList<String>();
        bureau.sees("district", path + "/journal").path("items")
                .forEach(entry -> rules.add(entry.path("rule").stringValue("")));
        return rules;
    }

    @Test
    void a_clock_in_2099_is_named_at_the_door_with_the_time_it_is_here_and_freezes_nothing() throws Exception {
        registered("H-1");
        var ofNow = bureau.event(Bureau.newId(), "EconomicStatusVerified", factsOf("H-1"));
        var answer = posted("street", ofNow.replace("\"time\": \"2023", "\"time\": \"2099"));
        assertThat(answer.path("code").stringValue()).isEqualTo("from-the-future");
        assertThat(answer.toString()).contains(NOON);

        bureau.did("street", "EconomicStatusVerified", factsOf("H-1"));
        assertThat(status("households/H-1")).isEqualTo("destitute");
    }

    @Test
    void a_visit_that_overtakes_the_registration_waits_in_sight_and_becomes_a_lead_when_it_comes() throws Exception {
        bureau.did("grid", "GridVisitRecorded", ILL);
        assertThat(bureau.sees("district", "households?status=early").path("items")).hasSize(1);
        registered("H-1");
        assertThat(status("leads/H-1.illness.20230302")).isEqualTo("reported");
        assertThat(bureau.sees("district", "households?status=early").path("items")).isEmpty();
    }

    @Test
    void a_banks_file_read_twice_pays_nothing_a_second_time() throws Exception {
        registered("H-1");
        bureau.did("street", "UrgentReliefRequested", urgent("C-1", "H-1", 300_000));
        receipt("FAILED", "B-1");
        bureau.did("district", "UrgentReliefFunded", "{\"reliefCase\": \"C-1\", \"grounds\": \"Once more.\"}");
        receipt("FAILED", "B-1");
        receipt("PAID", "B-2");
        receipt("PAID", "B-2");
        var payment = bureau.sees("street", "payments/H-1.illness.2023").path("state");
        assertThat(payment.path("status").stringValue()).isEqualTo("paid");
        assertThat(payment.path("attempts").intValue()).isEqualTo(2);
        assertThat(payment.path("reference").stringValue()).isEqualTo("B-2");
        assertThat(rules("payments/H-1.illness.2023")).contains("receipt-repeated");
    }

    @Test
    void an_officer_of_the_next_street_decides_nothing_here_whatever_the_road() throws Exception {
        registered("H-1");
        bureau.did("street", "EconomicStatusVerified", factsOf("H-1"));
        bureau.did("street", "ReliefApplicationSubmitted", urgent("C-1", "H-1", 90_000_000));
        assertThat(status("relief-cases/C-1")).isEqualTo("at-district");

        as("street", NEXT_STREET, "ConsultationConvened",
                "{\"consultation\": \"N-1\", \"attendees\": [\"street-17\", \"station-17\", \"grid-17\"]}");
        as("station", NEXT_STREET, "AttendanceConfirmed", "{\"consultation\": \"N-1\"}");
        as("grid", NEXT_STREET, "GridVisitRecorded", ILL);
        as("street", NEXT_STREET, "CaseTabled", "{\"consultation\": \"N-1\", \"reliefCase\": \"C-1\"}");
        as("street", NEXT_STREET, "CaseDeliberated",
                """
                        {"consultation": "N-1", "reliefCase": "C-1", "verdict": "APPROVE", "inFavour": 2, "grounds": "Mine."}""");
        as("street", NEXT_STREET, "ReliefApproved", "{\"reliefCase\": \"C-1\", \"grounds\": \"Mine.\"}");

        assertThat(status("relief-cases/C-1")).isEqualTo("at-district");
        assertThat(rules("relief-cases/C-1")).contains("outside-subdistrict");
        assertThat(bureau.get(bureau.token("district", Bureau.STREET), "/v1/payments/H-1.illness.2023").statusCode())
                .isEqualTo(404);
    }

    @Test
    void ids_taken_in_the_next_street_swallow_nothing_that_is_derived_here() throws Exception {
        registered("H-1");
        var squatted = posted("grid", bureau.event(Bureau.newId(), "HardshipLeadReported", """
                {"lead": "H-1.illness.20230302", "household": "H-9", "hardship": "ACCIDENT",
                 "observedAt": "2023-03-02T03:00:00Z"}"""));
        assertThat(squatted.path("errors").toString()).contains("/data/lead");
        bureau.did("grid", "GridVisitRecorded", ILL);
        assertThat(status("leads/H-1.illness.20230302")).isEqualTo("reported");
    }

    @Test
    void harm_seen_in_another_street_reaches_the_station_of_the_child() throws Exception {
        bureau.did("station", "minors.ChildCaseOpened",
                "{\"child\": \"K-1\", \"household\": \"H-1\", \"member\": \"M\", \"name\": \"x\", \"birthday\": \"2015-01-01\"}");
        as("grid", NEXT_STREET, "minors.ProtectionConcernReported",
                "{\"child\": \"K-1\", \"concern\": \"VIOLENCE\", \"harm\": true, \"observation\": \"\"}");
        assertThat(bureau.sees("station", "children/K-1").path("state").path("alert").path("level").stringValue())
                .isEqualTo("STATION");
    }

    @Test
    void a_million_for_nobody_waits_for_an_officer_and_hardship_none_is_refused() throws Exception {
        bureau.did("grid", "UrgentReliefRequested", urgent("C-1", "NOBODY", 100_000_000));
        assertThat(status("relief-cases/C-1")).isEqualTo("to-confirm");
        bureau.did("grid", "UrgentReliefRequested", urgent("C-2", "NOBODY", 1).replace("ILLNESS", "NONE"));
        assertThat(bureau.get(bureau.token("district", Bureau.STREET), "/v1/relief-cases/C-2").statusCode())
                .isEqualTo(404);
        assertThat(bureau.sees("district", "payments?status=ordered").path("items")).isEmpty();
    }

    @Test
    void the_second_visit_of_a_day_opens_the_lead_again_that_was_closed() throws Exception {
        registered("H-1");
        bureau.did("grid", "GridVisitRecorded", ILL);
        bureau.did("street", "LeadTriaged",
                """
                        {"lead": "H-1.illness.20230302", "outcome": "NO_ACTION", "amountFen": 0, "persons": 1, "grounds": "A cold."}""");
        bureau.itIs("2023-03-02T04:30:00Z");
        bureau.did("grid", "GridVisitRecorded", ILL);
        assertThat(status("leads/H-1.illness.20230302")).isEqualTo("reported");
    }

    @Test
    void one_number_under_two_pseudonyms_is_suspected_and_one_of_the_two_gets_the_parcels() throws Exception {
        for (var household : List.of("A", "B")) {
            bureau.did("street", "HouseholdRegistered",
                    """
                            {"household": "%s", "members": [{"member": "M-%s", "name": "x", "identityNumber": "11010519491231002%s", "relation": "HEAD"}]}"""
                            .formatted(household, household, household.equals("A") ? "X" : "x"));
            bureau.did("street", "EconomicStatusVerified", factsOf(household));
        }
        assertThat(bureau.sees("street", "households?list=suspected-duplicates").path("items")).hasSize(2);
        bureau.did("district", "SubsidyQuarterOpened", "{\"cycle\": \"2023-Q1.320613001\"}");
        assertThat(bureau.sees("street", "subsidy-cycles/2023-Q1.320613001").path("state").path("entitled").longValue())
                .isEqualTo(1);
    }

    @Test
    void a_journal_of_more_than_a_page_is_in_the_order_of_its_versions_whatever_the_ids() throws Exception {
        var late = ids(60);
        var early = ids(100);
        replenished(early);
        replenished(late);
        var versions = new ArrayList<Long>();
        var path = "reserve-funds/320613001/journal";
        for (var cursor = ""; cursor != null;) {
            var page = bureau.sees("district", path + cursor);
            page.path("items").forEach(entry -> versions.add(entry.path("version").longValue()));
            cursor = page.hasNonNull("cursor") ? "?cursor=" + page.path("cursor").stringValue() : null;
        }
        assertThat(versions).isEqualTo(IntStream.rangeClosed(1, 161).mapToObj(Long::valueOf).toList());
    }

    private static List<String> ids(int number) {
        return IntStream.range(0, number).mapToObj(_ -> Bureau.newId()).toList();
    }

    private void replenished(List<String> ids) throws Exception {
        var batch = ids.stream()
                .map(id -> bureau.event(id, "FundReplenished", "{\"fund\": \"320613001\", \"amountFen\": 1}"))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(bureau.post(bureau.token("district", Bureau.STREET), "application/cloudevents+json", batch)
                .statusCode()).isEqualTo(202);
        bureau.settle();
    }

    @Test
    void what_a_collection_does_not_have_is_an_error_and_not_an_empty_list() throws Exception {
        for (var path : List.of("relief-cases?status=breached", "children?list=overdue", "households?limit=5")) {
            var answer = bureau.get(bureau.token("district", Bureau.STREET), "/v1/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("malformed-parameter");
        }
    }
}
