package org.chongshan.local.stories;

import org.chongshan.local.Bureau;
import org.chongshan.local.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Story 5 (Mr Ge and Ms Hua), over HTTP, with the clock moved. They apply on Friday 2023-01-13: the cooling-off ends on Monday
 * 2023-02-13, the time for the certificate on 2023-03-15, when the window closes at 17:00, 09:00 UTC.
 */
@Tag(TestEngines.TAG)
class MrGeAndMsHuaTest {
    private static final String HIS = "11010519491231002X";
    private static final String HERS = "320602196001010014";
    private static final String APPLIED = "2023-01-13T02:00:00Z";

    private Bureau bureau;

    @BeforeEach
    void they_apply() throws Exception {
        bureau = Bureau.openAt(APPLIED);
        apply("2023-17");
    }

    @AfterEach
    void close() {
        assertThat(bureau.platform().deadLetters()).isZero();
        bureau.close();
    }

    private void apply(String receipt) throws Exception {
        bureau.did("registry", "marriage.DivorceApplicationReceived", """
                {"application": "%s", "registry": "chongchuan", "bothInPerson": true, "bothCapable": true,
                 "agreed": true, "marriedInTheMainland": true, "certificates": "BOTH",
                 "husband": {"name": "葛先生", "identityNumber": "%s", "registeredHere": true},
                 "wife": {"name": "花女士", "identityNumber": "%s", "registeredHere": false}}""".formatted(receipt, HIS,
                HERS));
    }

    private void sheWithdraws(String receipt, String shown) throws Exception {
        bureau.did("registry", "marriage.WithdrawalRequested", """
                {"application": "%s", "registry": "chongchuan", "by": "WIFE", "identityNumber": "%s",
                 "inPerson": true, "receipt": "%s", "confirmation": "W-1"}""".formatted(receipt, HERS, shown));
    }

    private void bothCome(String receipt) throws Exception {
        bureau.did("registry", "marriage.BothPartiesAppeared", """
                {"application": "%s", "registry": "chongchuan", "husbandPresent": true, "wifePresent": true,
                 "husbandNumber": "%s", "wifeNumber": "%s",
                 "settled": ["WILL", "CHILDREN", "PROPERTY", "DEBTS"], "certificate": "C-1"}""".formatted(receipt, HIS,
                HERS));
    }

    private JsonNode seen(String receipt) throws Exception {
        return bureau.sees("registry", "divorce-applications/" + receipt);
    }

    private String status(String receipt) throws Exception {
        return seen(receipt).path("status").stringValue();
    }

    private String lastRule(String receipt, String event) throws Exception {
        var rule = new String[1];
        bureau.sees("registry", "divorce-applications/" + receipt + "/journal").path("items").forEach(entry -> {
            if (entry.path("event").path("type").stringValue("").endsWith("." + event)) {
                rule[0] = entry.path("rule").stringValue();
            }
        });
        return rule[0];
    }

    @Test
    void they_are_offered_counselling_watch_a_video_and_she_withdraws() throws Exception {
        assertThat(bureau.sees("registry", "divorce-applications?list=counselling-not-offered").path("items"))
                .hasSize(1);
        bureau.did("registry", "marriage.CounsellingOffered",
                "{\"application\": \"2023-17\", \"answer\": \"ACCEPTED\"}");
        bureau.did("registry", "marriage.VideoPublished",
                "{\"video\": \"V-1\", \"title\": \"To quarrel well\", \"minutes\": 18}");
        bureau.did("desk", "marriage.VideoWatched",
                "{\"video\": \"V-1\", \"at\": \"HOME\", \"application\": \"2023-17\"}");
        bureau.itIs("2023-01-31T02:00:00Z");
        sheWithdraws("2023-17", "RECEIPT");
        var seen = seen("2023-17");
        assertThat(seen.path("status").stringValue()).as("no session was held").isEqualTo("withdrawn");
        assertThat(seen.path("state").path("wife").path("name").stringValue()).isEqualTo("花女士");
        assertThat(seen.path("state").path("guidance").path("videos").get(0).stringValue()).isEqualTo("V-1");
        assertThat(seen.path("state").path("days").path("coolingOffLastDay").stringValue()).isEqualTo("2023-02-13");
        assertThat(bureau.sees("registry", "divorce-applications?list=counselling-not-offered").path("items"))
                .isEmpty();
    }

    @Test
    void on_the_last_day_of_the_cooling_off_nothing_is_registered_and_who_has_lost_the_receipt_withdraws()
            throws Exception {
        bureau.itIs("2023-02-13T08:59:00Z");
        bothCome("2023-17");
        assertThat(lastRule("2023-17", "BothPartiesAppeared")).isEqualTo("cooling-off-runs");
        sheWithdraws("2023-17", "NEITHER");
        assertThat(lastRule("2023-17", "WithdrawalRequested")).isEqualTo("receipt-or-explanation");
        sheWithdraws(foundByHerNumber(), "LOSS_EXPLAINED");
        assertThat(status("2023-17")).isEqualTo("withdrawn");
    }

    /** What the answer to the search says where to read, she is found in. */
    private String foundByHerNumber() throws Exception {
        var answer = bureau.post("registry",
                bureau.event(Bureau.newId(), "marriage.PartySought", "{\"identityNumber\": \"" + HERS + "\"}"));
        bureau.settle();
        var outcome = Bureau.JSON.readTree(answer.body()).path("results").get(0).path("outcome").get(0).stringValue();
        assertThat(outcome).startsWith("/v1/divorce-parties/n.1-").doesNotContain(HERS);
        var party = outcome.substring("/v1/".length(), outcome.indexOf("/journal/"));
        return bureau.sees("registry", party).path("state").path("applications").path("all").get(0).path("value")
                .stringValue();
    }

    @Test
    void they_come_a_minute_before_the_window_closes_on_their_last_day() throws Exception {
        bureau.itIs("2023-02-13T09:00:01Z");
        bureau.theMinutePasses();
        assertThat(status("2023-17")).isEqualTo("certificate-period");
        bureau.itIs("2023-03-15T08:59:00Z");
        bothCome("2023-17");
        assertThat(status("2023-17")).isEqualTo("registered");
        assertThat(seen("2023-17").has("due")).isFalse();
    }

    @Test
    void they_come_a_minute_after_it_has_closed_and_have_to_apply_again() throws Exception {
        bureau.itIs("2023-02-13T09:00:01Z");
        bureau.theMinutePasses();
        bureau.itIs("2023-03-15T09:01:00Z");
        bothCome("2023-17");
        assertThat(lastRule("2023-17", "BothPartiesAppeared")).isEqualTo("time-over");
        bureau.theMinutePasses();
        assertThat(status("2023-17")).isEqualTo("lapsed");
        bureau.itIs("2023-03-16T02:00:00Z");
        apply("2023-99");
        assertThat(status("2023-99")).isEqualTo("cooling-off");
        assertThat(seen("2023-99").path("state").path("days").path("coolingOffLastDay").stringValue())
                .isEqualTo("2023-04-17");
    }

    @Test
    void while_they_have_two_receipts_both_stand_in_a_list() throws Exception {
        apply("2023-18");
        assertThat(bureau.sees("registry", "divorce-applications?list=another-runs").path("items")).hasSize(2);
        sheWithdraws("2023-17", "RECEIPT");
        assertThat(bureau.sees("registry", "divorce-applications?list=another-runs").path("items")).isEmpty();
        apply("2023-99");
        var listed = bureau.sees("registry", "divorce-applications?list=another-runs").toString();
        assertThat(listed).contains("divorce/2023-18", "divorce/2023-99").doesNotContain("divorce/2023-17");
    }

    @Test
    void he_is_said_to_be_dead_by_mistake_and_what_was_told_of_it_before_is_told_again() throws Exception {
        bureau.itIs("2023-02-13T09:00:01Z");
        bureau.theMinutePasses();
        bureau.itIs("2023-02-20T02:00:00Z");
        bureau.did("registry", "marriage.CaseEndedOtherwise", """
                {"application": "2023-17", "because": "DEATH", "on": "2023-02-08", "document": "D-1"}""");
        assertThat(status("2023-17")).isEqualTo("ended-elsewhere");
        bothCome("2023-17");
        assertThat(lastRule("2023-17", "BothPartiesAppeared")).isEqualTo("ended-already");
        bureau.itIs("2023-02-21T02:00:00Z");
        bureau.did("registry", "marriage.CaseEndRetracted", """
                {"application": "2023-17", "document": "D-1", "grounds": "Another Mr Ge."}""");
        assertThat(lastRule("2023-17", "CaseEndRetracted")).isEqualTo("end-retracted");
        bureau.theMinutePasses();
        assertThat(status("2023-17")).isEqualTo("certificate-period");
        assertThat(bureau.sees("registry", "divorce-applications/2023-17/journal").toString()
                .split("\"type\":\"org.chongshan.marriage.CoolingOffEnded\"")).as("told before and again").hasSize(3);
        bothCome("2023-17");
        assertThat(status("2023-17")).isEqualTo("registered");
    }

    @Test
    void their_counselling_goes_to_another_counsellor_and_each_reads_what_they_wrote_themselves() throws Exception {
        bureau.did("registry", "marriage.RoomOpened", "{\"room\": \"R-1\"}");
        for (var counsellor : new String[]{"organisation-17", "organisation-18"}) {
            bureau.did("registry", "marriage.CounsellorEngaged", """
                    {"counsellor": "%s", "kind": "SOCIAL_WORKER", "organisation": "O-1"}""".formatted(counsellor));
        }
        bureau.did("registry", "marriage.CounsellingBooked", """
                {"session": "S-1", "client": "K-1", "application": "2023-17", "kind": "ONE_TO_ONE",
                 "counsellor": "organisation-17", "room": "R-1", "startsAt": "2023-01-20T02:00:00Z", "minutes": 60}""");
        notes("organisation-17", "She weeps.");
        bureau.did("registry", "marriage.CounsellingRescheduled", """
                {"session": "S-1", "counsellor": "organisation-18", "room": "R-1",
                 "startsAt": "2023-01-20T02:00:00Z", "minutes": 60}""");
        notes("organisation-18", "He is silent.");
        bureau.did("registry", "marriage.CounsellingCancelled",
                "{\"session\": \"S-1\", \"grounds\": \"The heating.\"}");
        assertThat(read("organisation-17")).contains("She weeps.").doesNotContain("He is silent.", "The heating.");
        assertThat(read("organisation-18")).contains("He is silent.").doesNotContain("She weeps.", "The heating.");
        assertThat(bureau.sees("registry", "counselling-sessions/S-1/journal").toString()).contains("The heating.")
                .doesNotContain("She weeps.", "He is silent.");
    }

    private void notes(String counsellor, String note) throws Exception {
        var answer = bureau.post(bureau.token("organisation", Bureau.STREET, counsellor),
                "application/cloudevents+json", bureau.event(Bureau.newId(), "marriage.CounsellingNoted",
                        "{\"session\": \"S-1\", \"note\": \"" + note + "\"}"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        bureau.settle();
    }

    private String read(String counsellor) throws Exception {
        return bureau
                .get(bureau.token("organisation", Bureau.STREET, counsellor), "/v1/counselling-sessions/S-1/journal")
                .body();
    }

    @Test
    void the_registry_alone_reads_it() throws Exception {
        for (var role : new String[]{"grid", "station", "street", "district", "care", "desk", "organisation", "agency",
                "cashier", "auditor"}) {
            for (var path : new String[]{"divorce-applications", "divorce-applications/2023-17",
                    "divorce-applications/2023-17/journal", "divorce-parties"}) {
                assertThat(bureau.get(bureau.token(role, Bureau.STREET), "/v1/" + path).statusCode())
                        .as(role + " " + path).isEqualTo(403);
            }
        }
    }
}
