package org.chongshan.local.stories;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import org.chongshan.local.Bureau;
import org.chongshan.local.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Story 4 (菊馨社), over HTTP: a dance team becomes an organisation, has a room of its own every week, and is rated. */
@Tag(TestEngines.TAG)
class JuxinsheTest {
    private static final String TEAM = "juxinshe";
    private static final String INCUBATOR = "aide-centre";

    private Bureau bureau;

    private void a_dance_team_of_ten_is_accompanied() throws Exception {
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

    private void organisation(String subject, String type, String data) throws Exception {
        as("organisation", subject, type, data);
    }

    /** With a token of one's own. */
    private void as(String role, String subject, String type, String data) throws Exception {
        var answer = bureau.post(bureau.token(role, Bureau.STREET, subject), "application/cloudevents+json",
                bureau.event(Bureau.newId(), "organisations." + type, data));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        bureau.settle();
    }

    private JsonNode team() throws Exception {
        return bureau.sees("street", "organisations/" + TEAM);
    }

    private void is_registered(String organisation, String name) throws Exception {
        did("district", "OrganisationRegistered", """
                {"organisation": "%s", "creditCode": "52320613MJA123456J", "kind": "SERVICE_INSTITUTION", "name": "%s",
                 "registeredOn": "2020-06-01", "contact": "杨美云"}""".formatted(organisation, name));
    }

    @Test
    void it_grows_from_ten_to_fifty_volunteers_and_is_named_an_excellent_case() throws Exception {
        a_dance_team_of_ten_is_accompanied();
        assertThat(bureau.sees("street", "organisations?status=team").path("items")).hasSize(1);
        assertThat(team().path("state").path("incubation").path("team").path("value").path("contact").stringValue())
                .isEqualTo("杨美云");
        assertThat(bureau.sees("auditor", "organisations/" + TEAM).toString()).doesNotContain("杨美云");

        bureau.itIs("2019-09-01T02:00:00Z");
        organisation(INCUBATOR, "IncubationMilestoneReached", milestone("RULES_ADOPTED", 30, 60));
        organisation("another-centre", "IncubationMilestoneReached", milestone("READY_TO_REGISTER", 900, 900));
        bureau.itIs("2020-05-01T02:00:00Z");
        organisation(INCUBATOR, "IncubationMilestoneReached", milestone("READY_TO_REGISTER", 50, 100));
        bureau.itIs("2020-06-01T02:00:00Z");
        is_registered(TEAM, "菊馨社");
        assertThat(team().path("status").stringValue()).isEqualTo("registered");
        assertThat(team().path("state").path("incubation").path("milestones").propertyNames())
                .containsExactlyInAnyOrder("RULES_ADOPTED", "READY_TO_REGISTER");
        assertThat(emitted(TEAM, "IncubationCompleted")).singleElement().satisfies(completed -> {
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

    private List<JsonNode> emitted(String organisation, String type) throws Exception {
        return bureau.sees("district", "organisations/" + organisation + "/journal").path("items").valueStream()
                .flatMap(entry -> entry.path("emitted").valueStream())
                .filter(event -> event.path("type").stringValue("").endsWith(type)).map(event -> event.path("data"))
                .toList();
    }

    @Test
    void it_applies_for_a_rating_is_tested_voted_on_and_published_while_the_rating_of_another_expires()
            throws Exception {
        bureau = Bureau.openAt("2022-06-01T02:00:00Z");
        is_registered(TEAM, "菊馨社");
        is_registered(INCUBATOR, "爱德");
        did("district", "RatingGranted", """
                {"organisation": "aide-centre", "grade": "A4", "grantedBy": "CITY", "on": "2017-06-09",
                 "certificate": "C-1"}""");
        organisation(TEAM, "RatingApplied", "{\"round\": \"R-1\", \"organisation\": \"juxinshe\", \"grade\": \"A3\"}");
        assertThat(round("R-1").path("status").stringValue()).isEqualTo("ineligible");
        assertThat(round("R-1").path("state").path("tests").valueStream()
                .filter(test -> !test.path("holds").booleanValue()).map(test -> test.path("test").stringValue()))
                .containsExactly("LAST_REPORT_FILED");

        organisation(TEAM, "AnnualReportFiled", "{\"organisation\": \"juxinshe\", \"year\": 2021}");
        organisation(TEAM, "RatingApplied", "{\"round\": \"R-2\", \"organisation\": \"juxinshe\", \"grade\": \"A3\"}");
        assertThat(round("R-2").path("status").stringValue()).isEqualTo("eligible");
        assertThat(bureau.get(bureau.token("organisation", Bureau.STREET, "another"), "/v1/rating-rounds/R-2")
                .statusCode()).as("nobody else's application").isEqualTo(404);
        did("district", "RatingCommitteeConvened",
                """
                        {"round": "R-2", "members": ["m-1", "m-2", "m-3", "m-4", "m-5", "m-6", "m-7", "m-8"], "grade": "A3"}""");
        for (int member = 1; member <= 6; member++) {
            did("district", "VoteRecorded", "{\"round\": \"R-2\", \"member\": \"m-%d\", \"vote\": \"%s\"}"
                    .formatted(member, member <= 4 ? "FOR" : "AGAINST"));
        }
        did("district", "RoundDecided", "{\"round\": \"R-2\"}");
        assertThat(round("R-2").path("status").stringValue()).isEqualTo("published");

        bureau.itIs("2022-06-08T16:00:01Z");
        minutesPass();
        assertThat(round("R-2").path("status").stringValue()).isEqualTo("confirmed");
        assertThat(rated()).as("on the last day of the one").containsExactly("organisation/juxinshe",
                "organisation/aide-centre");

        bureau.itIs("2022-06-09T16:00:01Z");
        minutesPass();
        assertThat(rated()).containsExactly("organisation/juxinshe");
        assertThat(emitted(INCUBATOR, "RatingExpired")).hasSize(1);
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    /** By grade, the lowest first. */
    private List<String> rated() throws Exception {
        return bureau.sees("street", "organisations?list=rated").path("items").valueStream()
                .map(item -> item.path("key").stringValue()).toList();
    }

    /** A record is told of one day a minute. */
    private void minutesPass() throws Exception {
        for (int minute = 0; minute < 2; minute++) {
            bureau.theMinutePasses();
        }
    }

    private JsonNode round(String round) throws Exception {
        var answer = bureau.get(bureau.token("organisation", Bureau.STREET, TEAM), "/v1/rating-rounds/" + round);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    @Test
    void the_incubator_is_awarded_a_project_that_accompanies_it_and_is_paid_in_three_tranches_to_the_fen()
            throws Exception {
        bureau = Bureau.openAt("2023-01-03T02:00:00Z");
        is_registered(INCUBATOR, "爱德");
        did("district", "RatingGranted", """
                {"organisation": "aide-centre", "grade": "A4", "grantedBy": "CITY", "on": "2022-06-09",
                 "certificate": "C-1"}""");
        did("street", "GrantCallOpened", """
                {"call": "C-1", "title": "相伴计划", "tier": "STREET", "fields": ["OLD_AND_YOUNG"],
                 "budgetFen": 3160001, "floorFen": 100000, "ceilingFen": 3160001, "lowestGrade": "A3",
                 "proposalsUntil": "2023-01-31T09:00:00Z"}""");
        for (var reviewer : List.of("e-1", "e-2", "e-3")) {
            did("street", "ReviewerAppointed", "{\"call\": \"C-1\", \"reviewer\": \"%s\"}".formatted(reviewer));
        }
        organisation(INCUBATOR, "ProposalSubmitted", """
                {"proposal": "Q-1", "call": "C-1", "organisation": "aide-centre", "title": "相伴",
                 "field": "OLD_AND_YOUNG", "requestedFen": 3160001, "startsOn": "2023-03-01", "endsOn": "2023-12-31",
                 "expectedPersonTimes": 500, "subdistricts": ["320613001"], "goals": "A team of its own.",
                 "plan": "Rules, a leader, fifty volunteers.", "riskPlan": "A second room.", "contact": "杨美云"}""");
        assertThat(bureau.sees("street", "proposals/Q-1").path("status").stringValue()).isEqualTo("eligible");
        assertThat(seenBy("agency", "e-1", "proposals/Q-1")).as("before any stake is declared").isEqualTo(404);

        bureau.itIs("2023-01-31T09:00:01Z");
        bureau.theMinutePasses();
        for (var reviewer : List.of("e-1", "e-2", "e-3")) {
            as("agency", reviewer, "ConflictDeclared", "{\"call\": \"C-1\", \"stakes\": []}");
            assertThat(seenBy("agency", reviewer, "proposals/Q-1")).isEqualTo(200);
            as("agency", reviewer, "ProposalReviewed", """
                    {"call": "C-1", "proposal": "Q-1", "points": 80, "opinion": "Well thought out."}""");
        }
        did("street", "ReviewConcluded", "{\"call\": \"C-1\"}");
        did("street", "ShortlistPublished", """
                {"call": "C-1", "passedOver": [], "shortlist": [{"proposal": "Q-1", "amountFen": 3160001}]}""");
        did("district", "AwardDecided", "{\"call\": \"C-1\", \"proposal\": \"Q-1\", \"amountFen\": 3160001}");
        assertThat(bureau.sees("street", "grant-calls/C-1").path("state").path("awardedFen").longValue())
                .as("nothing is awarded while objections may be raised").isZero();

        bureau.itIs("2023-02-10T02:00:00Z");
        bureau.theMinutePasses();
        did("district", "AwardDecided", "{\"call\": \"C-1\", \"proposal\": \"Q-1\", \"amountFen\": 3160001}");
        assertThat(project().path("status").stringValue()).isEqualTo("awarded");
        did("street", "AgreementSigned", """
                {"project": "Q-1", "agreement": "A-1", "signedOn": "2023-02-10", "midTermOn": "2023-02-20",
                 "finalOn": "2023-02-28"}""");
        is_paid(1, 1_580_000);
        is_reported_and_passed("MID_TERM", 200);
        is_paid(2, 948_000);
        is_reported_and_passed("FINAL", 300);
        is_paid(3, 632_001);
        did("district", "AccountsSettled",
                "{\"project\": \"Q-1\", \"acceptedFen\": 3160001, \"grounds\": \"All of it.\"}");

        assertThat(project().path("status").stringValue()).isEqualTo("settled");
        var amounts = project().path("state").path("amounts");
        assertThat(amounts.path("disbursedFen").longValue()).isEqualTo(3_160_001);
        assertThat(amounts.path("personTimes").intValue()).isEqualTo(500);
        is_published_as_360giving_has_it();
        assertThat(seenBy("organisation", INCUBATOR, "projects/Q-1")).isEqualTo(200);
        assertThat(seenBy("organisation", "another", "projects/Q-1")).isEqualTo(404);
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    private void is_published_as_360giving_has_it() throws Exception {
        var grants = bureau.sees("auditor", "projects?as=360giving").path("grants");
        assertThat(grants).hasSize(1);
        var grant = grants.get(0);
        try (var in = requireNonNull(getClass().getResourceAsStream("/standards/360-giving-schema.json"))) {
            // The published schema names its dialect by http, which no validator knows.
            var published = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("http://json-schema.org",
                    "https://json-schema.org");
            var schema = SchemaRegistry
                    .withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                            with -> with.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
                    .getSchema(published);
            assertThat(schema.validate(grant)).isEmpty();
            assertThat(schema.validate(((ObjectNode) grant.deepCopy()).without("awardDate"))).isNotEmpty();
        }
        assertThat(grant.path("amountAwarded").decimalValue()).isEqualByComparingTo("31600.01");
        assertThat(grant.path("amountDisbursed").decimalValue()).isEqualByComparingTo("31600.01");
        assertThat(grant.path("disbursementTransaction")).hasSize(3);
        var recipient = grant.path("recipientOrganization").get(0);
        assertThat(recipient.path("charityNumber").stringValue()).isEqualTo("52320613MJA123456J");
        assertThat(grants.toString()).as("what is published names no person").doesNotContain("杨美云", "***");
        assertThat(seenBy("cashier", "cashier-1", "projects?as=360giving")).isEqualTo(403);
        assertThat(seenBy("street", "street-1", "projects?as=another")).isEqualTo(400);
    }

    private JsonNode project() throws Exception {
        return bureau.sees("street", "projects/Q-1");
    }

    private void is_paid(int tranche, long amountFen) throws Exception {
        did("street", "TrancheApproved",
                "{\"project\": \"Q-1\", \"tranche\": %d, \"amountFen\": %d}".formatted(tranche, amountFen));
        bureau.did("cashier", "treasury.PaymentReceiptRecorded",
                "{\"claim\": \"grant.Q-1.%d\", \"result\": \"PAID\", \"reference\": \"V-%d\"}".formatted(tranche,
                        tranche));
    }

    private void is_reported_and_passed(String stage, int personTimes) throws Exception {
        organisation(INCUBATOR, "ProgressReported", """
                {"project": "Q-1", "stage": "%s", "spentFen": 900000, "account": "They dance.",
                 "reached": [{"subdistrict": "320613001", "personTimes": %d}]}""".formatted(stage, personTimes));
        did("district", "MilestoneEvaluated",
                "{\"project\": \"Q-1\", \"stage\": \"%s\", \"outcome\": \"PASSED\", \"findings\": \"They come.\"}"
                        .formatted(stage));
    }

    private int seenBy(String role, String subject, String path) throws Exception {
        return bureau.get(bureau.token(role, Bureau.STREET, subject), "/v1/" + path).statusCode();
    }

    @Test
    void it_has_a_room_every_week_and_nobody_else_has_it_then() throws Exception {
        a_dance_team_of_ten_is_accompanied();
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
