package org.chongshan.local.phones;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The face speaks HTTP as RFC 9110 has it: methods, what is allowed where, and what somebody has already. */
class HttpTest {
    private static Bureau bureau;
    private static String visit;

    @BeforeAll
    static void a_household_is_visited() throws Exception {
        bureau = Bureau.openAt("2023-03-02T04:00:00Z");
        bureau.did("street", "HouseholdRegistered", """
                {"household": "H-1", "members": [
                  {"member": "M-1", "name": "葛美云", "identityNumber": "320602196001010006", "relation": "HEAD"}]}""");
        visit = visited();
    }

    @AfterAll
    static void close() {
        bureau.close();
    }

    private static String visited() throws Exception {
        var id = Bureau.newId();
        bureau.post("grid", bureau.event(id, "GridVisitRecorded",
                "{\"household\": \"H-1\", \"hardship\": \"NONE\", \"observation\": \"%s\"}".formatted(id)));
        bureau.settle();
        return id;
    }

    private static HttpResponse<String> send(String method, String path, Map<String, String> headers) throws Exception {
        return bureau.send(method, bureau.token("street", Bureau.STREET), path.replace("VISIT", visit), headers, "");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/households/H-1", "/v1/households?list=recognised", "/v1/households?status=registered",
            "/v1/households/H-1/journal", "/v1/households/H-1/journal/VISIT", "/v1/households/H-2",
            "/v1/households?status=none"})
    void a_head_is_the_get_without_its_body(String path) throws Exception {
        var got = send("GET", path, Map.of());
        var head = send("HEAD", path, Map.of());
        assertThat(head.statusCode()).isEqualTo(got.statusCode());
        assertThat(head.body()).isEmpty();
        for (var name : List.of("content-type", "content-length", "etag", "cache-control")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(got, name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/households/H-1", "/v1/households?status=registered", "/v1/households/H-1/journal",
            "/v1/households/H-1/journal/VISIT"})
    void what_somebody_has_already_is_not_sent_again(String path) throws Exception {
        var first = send("GET", path, Map.of());
        assertThat(first.statusCode()).isEqualTo(200);
        for (var named : List.of(header(first, "etag"), "W/" + header(first, "etag"), "\"x\", " + header(first, "etag"),
                "*")) {
            for (var method : List.of("GET", "HEAD")) {
                var again = send(method, path, Map.of("if-none-match", named));
                assertThat(again.statusCode()).as(named).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(header(again, "etag")).isEqualTo(header(first, "etag"));
            }
        }
        assertThat(send("GET", path, Map.of("if-none-match", "\"x\"")).body()).isEqualTo(first.body());
    }

    @Test
    void what_has_changed_is_sent() throws Exception {
        var path = "/v1/households/H-1";
        var before = header(send("GET", path, Map.of()), "etag");
        visited();
        var after = send("GET", path, Map.of("if-none-match", before));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(header(after, "etag")).isNotEqualTo(before);
    }

    @Test
    void who_sees_less_has_another_answer() throws Exception {
        var masked = bureau.get(bureau.token("auditor", Bureau.STREET), "/v1/households/H-1");
        assertThat(masked.body()).doesNotContain("葛美云");
        assertThat(header(masked, "etag")).isNotEqualTo(header(send("GET", "/v1/households/H-1", Map.of()), "etag"));
    }

    @Test
    void what_is_nothing_has_no_tag_that_could_be_named() throws Exception {
        var nothing = send("GET", "/v1/households/H-2", Map.of("if-none-match", "*"));
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(header(nothing, "etag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "POST"})
    void what_cannot_be_done_is_answered_with_what_can(String method) throws Exception {
        var answer = send(method, "/v1/households/H-1", Map.of());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("method-not-allowed");
        assertThat(header(answer, "allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void events_are_posted_and_not_got() throws Exception {
        for (var method : List.of("GET", "HEAD", "PUT")) {
            var answer = send(method, "/v1/events", Map.of());
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(header(answer, "allow")).isEqualTo("POST, OPTIONS");
        }
    }

    @Test
    void who_asks_what_can_be_done_is_told() throws Exception {
        var answer = send("OPTIONS", "/v1/households", Map.of());
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(header(send("OPTIONS", "/v1/events", Map.of()), "allow")).isEqualTo("POST, OPTIONS");
    }

    @Test
    void who_has_no_token_is_told_of_which_kind_it_is() throws Exception {
        for (var method : List.of("GET", "HEAD", "OPTIONS", "DELETE")) {
            var answer = bureau.send(method, "", "/v1/households", Map.of(), "");
            assertThat(answer.statusCode()).as(method).isEqualTo(401);
            assertThat(header(answer, "www-authenticate")).isEqualTo("Bearer");
        }
    }
}
