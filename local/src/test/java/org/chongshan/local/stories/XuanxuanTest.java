package org.chongshan.local.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

import org.chongshan.local.Bureau;
import org.chongshan.local.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Story 2 (轩轩), over HTTP, with the clock moved. */
@Tag(TestEngines.TAG)
class XuanxuanTest {
    private static final String OPENED = """
            {"child": "K-7", "household": "H-7", "member": "M-7", "name": "轩轩", "birthday": "2012-05-01"}""";
    private static final String NO_RISK = """
            {"child": "K-7", "guardianship": "NONE", "behaviour": "NONE", "physiological": "NONE",
             "assessor": "psychologist-3", "grounds": "Lives with his grandparents."}""";
    private static final String SOME_RISK = NO_RISK.replace("NONE", "SOME").replace("Lives with his grandparents.",
            "Out of school for months; conflict at home.");
    private static final String VISITED = """
            {"child": "K-7", "by": ["PROTECTION", "SOCIAL_WORK"], "living": "GOOD", "schooling": "BAD",
             "guardianship": "STRAINED", "observation": "Out of school for months."}""";

    private Bureau bureau;

    @BeforeEach
    void on_the_books_as_low() throws Exception {
        bureau = Bureau.openAt("2023-03-02T04:00:00Z");
        bureau.did("station", "minors.ChildCaseOpened", OPENED);
        bureau.did("station", "minors.ChildRiskAssessed", NO_RISK);
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void a_joint_visit_finds_him_out_of_school_he_rises_to_medium_high_help_is_linked_and_visits_come_every_14_days()
            throws Exception {
        assertThat(bureau.sees("station", "children?status=low").path("items")).hasSize(1);
        bureau.itIs("2023-04-03T04:00:00Z");
        bureau.did("station", "minors.ChildVisitRecorded", VISITED);
        bureau.did("station", "minors.ChildRiskAssessed", SOME_RISK);
        for (var help : new String[]{"I-1 PSYCHOTHERAPY", "I-2 MEASUREMENT", "I-3 TUTORING"}) {
            var word = help.split(" ");
            bureau.did("station", "minors.InterventionLinked", """
                    {"child": "K-7", "intervention": "%s", "kind": "%s", "consent": true, "need": "Back to school."}"""
                    .formatted(word[0], word[1]));
        }
        bureau.did("agency", "ReferralAccepted", "{\"referral\": \"K-7.I-1\"}");
        bureau.did("agency", "ReferralDeclined", "{\"referral\": \"K-7.I-3\", \"grounds\": \"No teacher.\"}");

        var child = bureau.sees("station", "children?status=medium-high").path("items").get(0).path("state");
        assertThat(child.path("services")).extracting(one -> one.stringValue()).containsExactly("FUNDING_SUPPORT",
                "PROFESSIONAL_INTERVENTION", "VISITS");
        assertThat(child.path("visitBy").stringValue()).as("14 days").isEqualTo("2023-04-17T16:00:00Z");
        assertThat(child.path("history")).hasSize(2);
        assertThat(child.path("interventions").path("I-1").path("answer").stringValue()).isEqualTo("ACCEPTED");
        assertThat(child.path("interventions").path("I-2").path("answer").isMissingNode()).isTrue();
        assertThat(child.path("interventions").path("I-3").path("answer").stringValue()).isEqualTo("DECLINED");
        assertThat(bureau.journal("children/K-7")).contains(entry("ChildRiskAssessed", "two-some"),
                entry("ChildVisitRecorded", "joint-visit"), entry("InterventionAnswered", "help-answered"));

        bureau.itIs("2023-04-17T16:00:01Z");
        bureau.theMinutePasses();
        assertThat(bureau.sees("station", "children?list=visit-overdue").path("items")).hasSize(1);
        bureau.did("station", "minors.ChildVisitRecorded", VISITED);
        assertThat(bureau.sees("station", "children?list=visit-overdue").path("items")).isEmpty();
        assertThat(bureau.sees("station", "children?list=visit-due").path("items").get(0).path("due").stringValue())
                .isEqualTo("2023-05-02T16:00:00Z");
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    @Test
    void a_phones_backlog_of_a_hundred_events_posted_late_and_twice_counts_once() throws Exception {
        var backlog = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            bureau.itIs(Instant.parse("2023-03-03T04:00:00Z").plus(Duration.ofDays(i)).toString());
            backlog.add(
                    bureau.event(Bureau.newId(), i % 2 == 0 ? "minors.ChildRiskAssessed" : "minors.ChildVisitRecorded",
                            i % 2 == 1 ? VISITED : i % 4 == 0 ? SOME_RISK : NO_RISK));
        }
        bureau.itIs("2023-06-12T04:00:00Z");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(bureau.post("station", "[" + String.join(",", backlog) + "]").statusCode()).isEqualTo(202);
            bureau.settle();
        }
        var child = bureau.sees("station", "children/K-7");
        assertThat(child.path("version").longValue()).isEqualTo(102);
        assertThat(child.path("state").path("history")).as("the latest; the journal has them all").hasSize(40);
        assertThat(child.path("status").stringValue()).isEqualTo("low");
        assertThat(child.path("state").path("visitBy").stringValue()).as("90 days after the last joint visit")
                .isEqualTo("2023-09-08T16:00:00Z");
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    @Test
    void harm_a_grid_worker_reports_is_an_alert_that_goes_up_until_somebody_takes_it_on() throws Exception {
        bureau.did("grid", "minors.ProtectionConcernReported",
                "{\"child\": \"K-7\", \"concern\": \"VIOLENCE\", \"harm\": true, \"observation\": \"Bruises.\"}");
        assertThat(alertLevel()).isEqualTo("STATION");
        bureau.itIs("2023-03-02T06:00:01Z");
        bureau.theMinutePasses();
        assertThat(alertLevel()).isEqualTo("STREET");
        // Two hours from when the street could know, a second after they began.
        bureau.itIs("2023-03-02T08:00:02Z");
        bureau.theMinutePasses();
        assertThat(alertLevel()).isEqualTo("DISTRICT");
        bureau.did("district", "minors.ProtectionAlertAcknowledged", "{\"child\": \"K-7\"}");
        assertThat(bureau.sees("district", "children?list=alerts").path("items")).isEmpty();
    }

    private String alertLevel() throws Exception {
        return bureau.sees("district", "children?list=alerts").path("items").get(0).path("state").path("alert")
                .path("level").stringValue();
    }

    @Test
    void a_childs_record_is_for_the_stations_of_its_subdistrict_and_the_district_a_grid_worker_sees_a_receipt()
            throws Exception {
        var id = Bureau.newId();
        bureau.post("grid", bureau.event(id, "minors.ProtectionConcernReported",
                "{\"child\": \"K-7\", \"concern\": \"NEGLECT\", \"harm\": false, \"observation\": \"Alone at night.\"}"));
        bureau.settle();
        for (var role : new String[]{"grid", "street", "care", "desk", "registry", "organisation", "agency",
                "auditor"}) {
            for (var path : new String[]{"children", "children/K-7", "children/K-7/journal"}) {
                assertThat(bureau.get(bureau.token(role, Bureau.STREET), "/v1/" + path).statusCode())
                        .as(role + " " + path).isEqualTo(403);
            }
        }
        var receipt = bureau.sees("grid", "children/K-7/journal/" + id);
        assertThat(receipt.path("outcome").stringValue()).isEqualTo("applied");
        assertThat(receipt.has("event")).isFalse();
        assertThat(receipt.has("facts")).isFalse();
        assertThat(bureau.sees("station", "children/K-7").toString()).contains("轩轩");
        assertThat(bureau.get(bureau.token("station", "320613002"), "/v1/children/K-7").statusCode()).isEqualTo(404);
    }
}
