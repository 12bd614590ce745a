package org.chongshan.local.stories;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import org.chongshan.local.Bureau;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Another department asks the register about one person, in the messages of the standard; who asked, and why, is kept. */
class RegistrySearchTest {
    private static final String PATH = "/registry/sync/search";
    private static final String STANDARD = "https://standards.example/dci-social-registry.json";
    private static final String NUMBER = "320602196001010006";
    private static final String SECOND = "11010519491231002X";
    private static final String ON_DUTY = """
            "authorize": {"@type": "Authorize", "ts": "2023-03-02T12:00:00+08:00",
             "purpose": {"text": "医疗救助资格核对", "code": "STATUTORY_DUTY", "ref_uri": "https://example.org/duty"}}""";
    private static final String CONSENTED = """
            "consent": {"@type": "Consent", "ts": "2023-03-02T12:00:00+08:00",
             "purpose": {"text": "公租房申请"}}""";

    private final Bureau bureau = Bureau.openAt("2023-03-02T04:00:00Z");

    @AfterEach
    void nothing_was_lost() throws Exception {
        bureau.settle();
        assertThat(bureau.platform().deadLetters()).isZero();
        bureau.close();
    }

    @BeforeEach
    void a_recognised_household_and_one_that_is_not() throws Exception {
        household("H-1", NUMBER);
        household("H-2", SECOND);
        bureau.did("street", "EconomicStatusVerified", """
                {"household": "H-1", "persons": 2, "income12Fen": 100, "rigidSpending12Fen": 0, "ableToWork": true,
                 "supporterAble": true, "hardship": "NONE"}""");
    }

    private void household(String id, String number) throws Exception {
        bureau.did("street", "HouseholdRegistered", """
                {"household": "%s", "members": [
                  {"member": "M-%1$s", "name": "葛美云", "identityNumber": "%s", "relation": "HEAD"}]}""".formatted(id,
                number));
    }

    private static String byNumber(String number) {
        return """
                "query_type": "idtype-value", "query": {"type": "UIN", "value": "%s"}""".formatted(number);
    }

    private static String byExpression(String number) {
        return """
                "query_type": "predicate", "query": [{"seq_num": 1, "expression1": {"attribute_name": "NationalID",
                 "operator": "eq", "attribute_value": "%s"}}]""".formatted(number);
    }

    private static String search(String reference, String query, String basis) {
        return """
                {"reference_id": "%s", "timestamp": "2023-03-02T12:00:00+08:00", "locale": "zho",
                 "search_criteria": {"version": "1.0.0", "reg_event_type": "REGISTER", "response_entity": "Group", %s,
                  "sort": [{"attribute_name": "group_size", "sort_order": "asc"}],
                  "pagination": {"page_size": 10, "page_number": 1}, %s}}""".formatted(reference, query, basis);
    }

    private static String message(String... searches) {
        return """
                {"signature": "", "header": {"version": "1.0.0", "message_id": "0c96614c", "action": "search",
                  "message_ts": "2023-03-02T12:00:00+08:00", "sender_id": "medical.example.org",
                  "sender_uri": "https://medical.example.org/callback", "receiver_id": "civil-affairs.example.org",
                  "total_count": %d, "is_msg_encrypted": false},
                 "message": {"transaction_id": "T-17", "search_request": [%s]}}""".formatted(searches.length,
                String.join(",", searches));
    }

    private HttpResponse<String> posted(String role, String message) throws Exception {
        return bureau.post(bureau.token(role, Bureau.STREET), PATH, "application/json", message);
    }

    private JsonNode answered(String message) throws Exception {
        assertThat(published("post/requestBody").validate(Bureau.JSON.readTree(message)))
                .as("what is asked is of the standard").isEmpty();
        var answer = posted("agency", message);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return conforming(answer.body());
    }

    private static JsonNode conforming(String body) throws Exception {
        var answer = Bureau.JSON.readTree(body);
        assertThat(published("post/responses/default").validate(answer)).as(body).isEmpty();
        return answer;
    }

    /** What the published document says of a body. */
    private static Schema published(String where) throws Exception {
        try (var in = requireNonNull(
                RegistrySearchTest.class.getResourceAsStream("/standards/dci-social-registry-1.0.0.json"))) {
            // It refers to one place of its own through a reference to another, where no JSON pointer leads.
            var document = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(
                    "#/paths/~1registry~1search/post/requestBody/content/application~1json/schema/properties/message/oneOf/0/",
                    "#/components/schemas/SearchRequest/");
            return SchemaRegistry
                    .withDialect(Dialects.getOpenApi30(),
                            with -> with.schemas(Map.of(STANDARD, document)).schemaRegistryConfig(
                                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
                    .getSchema(SchemaLocation.of(STANDARD + "#/paths/~1registry~1sync~1search/" + where
                            + "/content/application~1json/schema"));
        }
    }

    private static JsonNode only(JsonNode answer) {
        assertThat(answer.at("/message/search_response")).hasSize(1);
        return answer.at("/message/search_response/0");
    }

    private List<JsonNode> disclosures() throws Exception {
        bureau.settle();
        return bureau.sees("district", "disclosures?status=searched").path("items").valueStream()
                .map(item -> item.path("state")).toList();
    }

    @Test
    void of_a_recognised_household_its_category_is_told_and_no_name_and_it_is_kept_who_asked_and_why()
            throws Exception {
        for (var query : List.of(byNumber(NUMBER), byExpression(NUMBER))) {
            var answer = answered(message(search("R-1", query, ON_DUTY)));
            assertThat(answer.at("/header/message_id").stringValue()).isEqualTo("0c96614c");
            assertThat(answer.at("/header/receiver_id").stringValue()).isEqualTo("medical.example.org");
            var found = only(answer);
            assertThat(found.path("status").stringValue()).isEqualTo("succ");
            assertThat(found.at("/pagination/total_count").intValue()).isEqualTo(1);
            var group = found.at("/data/reg_records/0");
            assertThat(group.at("/group_identifier/0/identifier_value").stringValue()).isEqualTo("H-1");
            assertThat(group.path("group_size").intValue()).isEqualTo(2);
            assertThat(group.at("/additional_attributes/0/hardship_category").stringValue())
                    .isEqualTo("minimum-living");
            assertThat(answer.toString()).doesNotContain("葛美云", NUMBER, "M-H-1", "sealed");
            assertThat(disclosures())
                    .filteredOn(kept -> kept.path("id").stringValue("")
                            .startsWith(answer.at("/message/correlation_id").stringValue("") + ".1."))
                    .singleElement().satisfies(kept -> {
                        assertThat(kept.path("actor").stringValue()).isEqualTo("agency-17");
                        assertThat(kept.path("reader").stringValue()).isEqualTo("AGENCY");
                        assertThat(kept.path("asked").stringValue()).isEqualTo(PATH);
                        assertThat(kept.path("rows").intValue()).isEqualTo(1);
                        assertThat(kept.at("/search/basis").stringValue()).isEqualTo("STATUTORY_DUTY");
                        assertThat(kept.at("/search/purpose").stringValue()).isEqualTo("医疗救助资格核对");
                    });
        }
    }

    @Test
    void who_is_unknown_and_who_is_not_recognised_answer_alike_and_the_search_is_kept_too() throws Exception {
        var unknown = only(answered(message(search("R-1", byNumber("440524188001010014"), CONSENTED))));
        var known = only(answered(message(search("R-1", byNumber(SECOND), CONSENTED))));
        assertThat(known).isEqualTo(unknown);
        assertThat(unknown.at("/data/reg_records")).isEmpty();
        assertThat(disclosures()).hasSize(2).allSatisfy(kept -> {
            assertThat(kept.path("rows").intValue()).isZero();
            assertThat(kept.at("/search/basis").stringValue()).isEqualTo("CONSENT");
        });
    }

    @Test
    void when_the_facts_are_too_old_nothing_is_told_any_more() throws Exception {
        bureau.itIs("2024-06-02T04:00:00Z");
        bureau.theMinutePasses();
        bureau.forgetTokens();
        assertThat(only(answered(message(search("R-1", byNumber(NUMBER), ON_DUTY)))).at("/data/reg_records")).isEmpty();
    }

    @Test
    void in_one_message_each_search_has_its_own_answer_and_a_bad_one_sinks_no_other() throws Exception {
        var answer = answered(message(search("R-1", byNumber(NUMBER), ON_DUTY), search("R-2", byNumber("17"), ON_DUTY),
                search("R-3", byNumber(NUMBER), ON_DUTY)));
        assertThat(answer.at("/message/search_response").valueStream()
                .map(one -> one.path("reference_id").stringValue("") + " " + one.path("status").stringValue("") + " "
                        + one.path("status_reason_code").stringValue("")))
                .containsExactly("R-1 succ ", "R-2 rjct rjct.search_criteria.invalid", "R-3 succ ");
        assertThat(disclosures()).hasSize(2);
    }

    @Test
    void what_is_beyond_the_page_is_not_on_it() throws Exception {
        var second = message(search("R-1", byNumber(NUMBER), ON_DUTY)).replace("\"page_number\": 1",
                "\"page_number\": 2");
        var found = only(answered(second));
        assertThat(found.at("/data/reg_records")).isEmpty();
        assertThat(found.at("/pagination/total_count").intValue()).isEqualTo(1);
    }

    @Test
    void a_search_that_is_none_is_rejected_with_the_code_of_the_standard_and_nothing_is_kept() throws Exception {
        for (var one : """
                "UIN"                    | "poverty_score"       | rjct.search_criteria.invalid
                "idtype-value"           | "expression"          | rjct.search_criteria.invalid
                "code": "STATUTORY_DUTY" | "code": "CURIOSITY"   | rjct.search_criteria.invalid
                "text": "医疗救助资格核对" | "text": " "           | rjct.search_criteria.invalid
                "authorize"              | "permitted"           | rjct.search_criteria.invalid
                "response_entity": "Group" | "response_entity": "Member" | rjct.search_criteria.invalid
                "page_size": 10          | "page_size": 0        | rjct.pagination.invalid
                "page_size": 10          | "page_size": 1000000  | rjct.pagination.invalid
                "timestamp": "2023-03-02T12:00:00+08:00" | "timestamp": "2023-03-02" | rjct.timestamp.invalid
                "reference_id": "R-1"    | "reference_id": 17    | rjct.reference_id.invalid""".split("\n")) {
            var words = one.split(" *\\| *");
            var answer = posted("agency", changed(words[0], words[1]));
            assertThat(answer.statusCode()).as(one).isEqualTo(200);
            var rejected = only(conforming(answer.body()));
            assertThat(rejected.path("status").stringValue()).as(one).isEqualTo("rjct");
            assertThat(rejected.path("status_reason_code").stringValue()).as(one).isEqualTo(words[2]);
            assertThat(rejected.path("status_reason_message").stringValue()).as(one).isNotBlank();
            assertThat(answer.body()).as(one).doesNotContain(NUMBER);
        }
        assertThat(disclosures()).isEmpty();
    }

    private static String changed(String good, String bad) {
        var message = message(search("R-1", byNumber(NUMBER), ON_DUTY));
        assertThat(message).contains(good);
        return message.replace(good, bad);
    }

    @Test
    void a_message_that_is_none_is_rejected_whole() throws Exception {
        for (var one : """
                "version": "1.0.0", "message_id" | "version": "2.0.0", "message_id" | rjct.version.invalid
                "message_ts": "2023-03-02T12:00:00+08:00" | "message_ts": "now" | rjct.message_ts.invalid
                "action": "search"        | "action": "subscribe"    | rjct.action.not_supported
                "total_count": 1          | "total_count": 2         | rjct.total_count.invalid
                "message_id": "0c96614c"  | "message_id": ""         |
                "is_msg_encrypted": false | "is_msg_encrypted": true |
                "transaction_id": "T-17"  | "transaction_id": 17     | """.split("\n")) {
            var words = one.split(" *\\| *");
            var answer = posted("agency", changed(words[0], words[1]));
            assertThat(answer.statusCode()).as(one).isEqualTo(400);
            var header = conforming(answer.body()).path("header");
            assertThat(header.path("status").stringValue()).as(one).isEqualTo("rjct");
            assertThat(header.path("status_reason_code").stringValue("")).as(one)
                    .isEqualTo(words.length > 2 ? words[2] : "");
            assertThat(header.path("status_reason_message").stringValue()).as(one).isNotBlank();
        }
        assertThat(disclosures()).isEmpty();
    }

    @Test
    void more_searches_than_one_message_takes_are_too_many() throws Exception {
        var many = IntStream.rangeClosed(1, 11).mapToObj(i -> search("R-" + i, byNumber(NUMBER), ON_DUTY))
                .collect(Collectors.toList()).toArray(String[]::new);
        var answer = posted("agency", message(many));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(conforming(answer.body()).at("/header/status_reason_code").stringValue())
                .isEqualTo("rjct.total_count.limit_exceeded");
    }

    @Test
    void who_is_no_department_may_not_ask_and_hears_so_as_the_standard_has_it() throws Exception {
        for (var role : List.of("street", "district", "auditor", "desk")) {
            var answer = posted(role, message(search("R-1", byNumber(NUMBER), ON_DUTY)));
            assertThat(answer.statusCode()).as(role).isEqualTo(403);
            assertThat(answer.headers().firstValue("content-type")).contains("application/json");
            assertThat(Bureau.JSON.readTree(answer.body()).at("/errors/0/code").stringValue())
                    .isEqualTo("err.request.forbidden");
        }
        assertThat(bureau.post("nonsense", PATH, "application/json", "{}").statusCode()).isEqualTo(401);
        assertThat(bureau.get(bureau.token("agency", Bureau.STREET), PATH).statusCode()).isEqualTo(405);
        for (var body : List.of("", "[", "[]", "{}", "null", "17")) {
            assertThat(posted("agency", body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(disclosures()).isEmpty();
    }
}
