package org.chongshan.local.stories;

import java.util.List;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Story 4 (菊馨社), over HTTP: a dance team becomes an organisation, has a room of its own every week, and is rated. */
class JuxinsheTest {
    private static final String TEAM = "juxinshe";
    private static final String INCUBATOR = "aide-centre";

    private Bureau bureau;

    @BeforeEach
    void a_dance_team_of_ten_is_accompanied() throws Exception {
        bureau = Bureau.openAt("2019-03-01T02:00:00Z");
        did("street", "TeamIncubated", """
                {"organisation": "juxinshe", "name": "舞梦春华", "incubator": "aide-centre", "volunteers": 10,
                 "contact": "杨美云"}""");
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    private void did(String role, String type, String data) throws Exception {
        bureau.did(role, "organisations." + type, data);
    }

    /** With a token of its own. */
    private void organisation(String subject, String type, String data) throws Exception {
        var answer = bureau.post(bureau.token("organisation", Bureau.STREET, subject), "application/cloudevents+json",
                bureau.event(Bureau.newId(), "organisations." + type, data));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        bureau.settle();
    }

    private JsonNode team() throws Exception {
        return bureau.sees("street", "organisations/" + TEAM);
    }

    private void is_registered() throws Exception {
        bureau.itIs("2020-06-01T02:00:00Z");
        did("district", "OrganisationRegistered",
                """
                        {"organisation": "juxinshe", "creditCode": "52320613MJA123456J", "kind": "SERVICE_INSTITUTION",
                         "name": "菊馨社", "registeredOn": "2020-06-01", "contact": "杨美云"}""");
    }

    @Test
    void it_grows_from_ten_to_fifty_volunteers_and_is_named_an_excellent_case() throws Exception {
        assertThat(bureau.sees("street", "organisations?status=team").path("items")).hasSize(1);
        assertThat(team().path("state").path("incubation").path("team").path("value").path("contact").stringValue())
                .isEqualTo("杨美云");
        assertThat(bureau.sees("auditor", "organisations/" + TEAM).toString()).doesNotContain("杨美云");

        bureau.itIs("2019-09-01T02:00:00Z");
        organisation(INCUBATOR, "IncubationMilestoneReached", milestone("RULES_ADOPTED", 30, 60));
        organisation("another-centre", "IncubationMilestoneReached", milestone("READY_TO_REGISTER", 900, 900));
        bureau.itIs("2020-05-01T02:00:00Z");
        organisation(INCUBATOR, "IncubationMilestoneReached", milestone("READY_TO_REGISTER", 50, 100));
        is_registered();
        assertThat(team().path("status").stringValue()).isEqualTo("registered");
        assertThat(team().path("state").path("incubation").path("milestones").propertyNames())
                .containsExactlyInAnyOrder("RULES_ADOPTED", "READY_TO_REGISTER");
        assertThat(emitted("IncubationCompleted")).singleElement().satisfies(completed -> {
            assertThat(completed.path("incubator").stringValue()).isEqualTo(INCUBATOR);
            assertThat(completed.path("volunteers").intValue()).isEqualTo(50);
        });

        bureau.itIs("2023-12-01T02:00:00Z");
        did("district", "ExcellentCaseNamed", "{\"organisation\": \"juxinshe\", \"by\": \"PROVINCE\", \"year\": 2023}");
        assertThat(team().path("state").path("excellent")).extracting(JsonNode::stringValue)
                .containsExactly("2023-PROVINCE");
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    private static String milestone(String milestone, int volunteers, int activities) {
        return "{\"organisation\": \"juxinshe\", \"milestone\": \"%s\", \"volunteers\": %d, \"activitiesAYear\": %d}"
                .formatted(milestone, volunteers, activities);
    }

    private List<JsonNode> emitted(String type) throws Exception {
        return bureau.sees("district", "organisations/" + TEAM + "/journal").path("items").valueStream()
                .flatMap(entry -> entry.path("emitted").valueStream())
                .filter(event -> event.path("type").stringValue("").endsWith(type)).map(event -> event.path("data"))
                .toList();
    }

    @Test
    void it_applies_for_a_rating_is_tested_voted_on_published_and_has_it_for_five_years() throws Exception {
        is_registered();
        bureau.itIs("2022-06-01T02:00:00Z");
        organisation(TEAM, "RatingApplied",
                "{\"round\": \"R-1\", \"organisation\": \"juxinshe\", \"grade\": \"A3\"}");
        assertThat(round("R-1").path("status").stringValue()).isEqualTo("ineligible");
        assertThat(round("R-1").path("state").path("tests").valueStream()
                .filter(test -> !test.path("holds").booleanValue()).map(test -> test.path("test").stringValue()))
                .containsExactly("LAST_REPORT_FILED");

        organisation(TEAM, "AnnualReportFiled", "{\"organisation\": \"juxinshe\", \"year\": 2021}");
        organisation(TEAM, "RatingApplied",
                "{\"round\": \"R-2\", \"organisation\": \"juxinshe\", \"grade\": \"A3\"}");
        assertThat(round("R-2").path("status").stringValue()).isEqualTo("eligible");
        assertThat(bureau.get(bureau.token("organisation", Bureau.STREET, "another"), "/v1/rating-rounds/R-2")
                .statusCode()).as("nobody else's application").isEqualTo(404);
        did("district", "RatingCommitteeConvened", """
                {"round": "R-2", "members": ["m-1", "m-2", "m-3", "m-4", "m-5", "m-6", "m-7", "m-8"], "grade": "A3"}""");
        for (int member = 1; member <= 6; member++) {
            did("district", "VoteRecorded", "{\"round\": \"R-2\", \"member\": \"m-%d\", \"vote\": \"%s\"}"
                    .formatted(member, member <= 4 ? "FOR" : "AGAINST"));
        }
        did("district", "RoundDecided", "{\"round\": \"R-2\"}");
        assertThat(round("R-2").path("status").stringValue()).isEqualTo("published");

        bureau.itIs("2022-06-08T16:00:01Z");
        bureau.theMinutePasses();
        assertThat(round("R-2").path("status").stringValue()).isEqualTo("confirmed");
        assertThat(bureau.sees("street", "organisations?list=rated").path("items")).hasSize(1);

        bureau.itIs("2027-06-09T15:59:59Z");
        minutesPass();
        assertThat(bureau.sees("street", "organisations?list=rated").path("items")).hasSize(1);
        bureau.itIs("2027-06-09T16:00:01Z");
        minutesPass();
        assertThat(bureau.sees("street", "organisations?list=rated").path("items")).isEmpty();
        assertThat(emitted("RatingExpired")).hasSize(1);
        assertThat(emitted("RatingReapplicationOpened")).hasSize(1);
        assertThat(bureau.sees("street", "organisations?list=to-strike-off").path("items"))
                .as("it has handed in no report since").hasSize(1);
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    /** As many as it takes to tell of the years behind. */
    private void minutesPass() throws Exception {
        for (int minute = 0; minute < 10; minute++) {
            bureau.theMinutePasses();
        }
    }

    private JsonNode round(String round) throws Exception {
        var answer = bureau.get(bureau.token("organisation", Bureau.STREET, TEAM), "/v1/rating-rounds/" + round);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    @Test
    void it_has_a_room_every_week_and_nobody_else_has_it_then() throws Exception {
        did("street", "VenueOpened",
                "{\"venue\": \"xinqiao-north\", \"kind\": \"COMMUNITY\", \"name\": \"互动互敬\", \"capacity\": 60}");
        organisation(TEAM, "VenueBooked", booking("B-1", TEAM, 4));
        organisation("another", "VenueBooked", booking("B-2", TEAM, 1));
        organisation("another", "VenueBooked", booking("B-3", "another", 1));
        var booked = bureau.sees("station", "venues/xinqiao-north").path("state").path("bookings").path("diary")
                .path("appointments");
        assertThat(booked).extracting(time -> time.path("id").stringValue()).containsExactly("B-1.1", "B-1.2", "B-1.3",
                "B-1.4");

        bureau.itIs("2019-03-05T03:00:00Z");
        did("station", "VenueUsed",
                "{\"venue\": \"xinqiao-north\", \"booking\": \"B-1\", \"time\": 1, \"persons\": 50}");
        bureau.itIs("2019-03-14T03:00:01Z");
        bureau.theMinutePasses();
        assertThat(bureau.sees("street", "venues?list=report-overdue").path("items")).hasSize(1);
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    private static String booking(String booking, String organisation, int weeks) {
        return """
                {"venue": "xinqiao-north", "booking": "%s", "organisation": "%s", "from": "2019-03-05T02:00:00Z",
                 "until": "2019-03-05T03:00:00Z", "weeks": %d}""".formatted(booking, organisation, weeks);
    }
}
