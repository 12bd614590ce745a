package org.chongshan.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.chongshan.bureau.Topology;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is published is served, to whoever asks; and an answer that is not published is noticed. */
class ContractTest {
    private static final String RECORD = """
            {"key": "station/320613001", "version": 1, "status": "open",
             "state": %s}""";

    private static Bureau bureau;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws Exception {
        bureau = Bureau.openAt("2023-03-02T04:00:00Z");
        bureau.did("district", "minors.StationOpened", "{\"station\": \"320613001\", \"level\": \"SUBDISTRICT\"}");
    }

    @AfterAll
    static void close() {
        bureau.close();
    }

    private static HttpResponse<String> asked(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(bureau.platform().url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        Contract.holds("GET", path, answer.statusCode(), answer.headers().firstValue("content-type").orElse(null),
                answer.headers().firstValue("content-encoding").isPresent() ? null : answer.body());
        return answer;
    }

    @ParameterizedTest
    @CsvSource({"/v1/openapi.json, application/json, 3.1.0", "/v1/asyncapi.json, application/json, 3.0.0",
            "/v1/schemas/org.chongshan.relief.GridVisitRecorded, application/schema+json, observation",
            "/v1/schemas/envelope, application/schema+json, CloudEvent",
            "/docs, text/html; charset=utf-8, /docs/start.js",
            "/docs/start.js, text/javascript; charset=utf-8, /v1/openapi.json",
            "/docs/swagger-ui.css, text/css; charset=utf-8, swagger-ui",
            "/docs/swagger-ui-bundle.js, text/javascript; charset=utf-8, SwaggerUIBundle"})
    void what_is_published_is_read_without_a_token_and_not_sent_again(String path, String mediaType, String part)
            throws Exception {
        var answer = asked(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains(mediaType);
        assertThat(answer.body()).contains(part);
        assertThat(answer.headers().firstValue("content-security-policy")).get().asString()
                .contains("default-src 'none'", "script-src 'self';");
        var tag = answer.headers().firstValue("etag").orElseThrow();
        var again = asked(path, "if-none-match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(asked(path, "accept-encoding", "gzip").headers().firstValue("content-encoding")).contains("gzip");
    }

    @ParameterizedTest
    @CsvSource({"/v1/schemas/org.chongshan.Nothing", "/v1/schemas/..%2Fpolicy", "/docs/index.html.map",
            "/docs/..%2Fpolicy.json", "/docs/swagger-ui.js", "/v1/openapi.yaml", "/v1/schemas"})
    void nothing_else_is_read_without_one(String path) throws Exception {
        // A server takes no slash that is hidden.
        assertThat(asked(path).statusCode()).isEqualTo(path.contains("%2F") ? 400 : 404);
    }

    @Test
    void every_call_but_what_is_published_wants_a_token() throws Exception {
        for (var collection : Topology.collections()) {
            assertThat(asked("/v1/" + collection.path()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void the_page_takes_nothing_from_elsewhere() throws Exception {
        assertThat(asked("/docs").body() + asked("/docs/start.js").body()).doesNotContain("http:", "https:", "//cdn");
    }

    private static String state() throws Exception {
        return bureau.sees("district", "stations/320613001").path("state").toString();
    }

    @Test
    void an_answer_as_it_is_published_holds() throws Exception {
        var record = RECORD.formatted(state());
        assertThatCode(() -> Contract.holds("GET", "/v1/stations/320613001", 200, "application/json", record))
                .doesNotThrowAnyException();
    }

    @Test
    void an_answer_that_is_not_published_is_noticed_by_call_and_place_and_its_values_are_not_told() throws Exception {
        var state = state();
        var more = RECORD.formatted(state.replaceFirst("\\{", "{\"secret\": \"canary\","));
        assertThatThrownBy(() -> Contract.holds("GET", "/v1/stations/320613001", 200, "application/json", more))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("GET /v1/stations/{id} answers 200", "/state/secret")
                .hasMessageNotContaining("canary");
        var other = RECORD.formatted(state).replace("\"open\"", "\"canary\"");
        assertThatThrownBy(() -> Contract.holds("GET", "/v1/stations/320613001", 200, "application/json", other))
                .hasMessageContaining("/status").hasMessageNotContaining("canary");
        assertThatThrownBy(() -> Contract.holds("GET", "/v1/stations/320613001", 202, "application/json", "{}"))
                .hasMessageContaining("answers 202");
        assertThatThrownBy(() -> Contract.holds("GET", "/v1/stations/320613001", 200, "text/plain", "canary"))
                .hasMessageContaining("text/plain");
        assertThatThrownBy(() -> Contract.holds("GET", "/v1/stations/320613001", 404, "application/problem+json", """
                {"type": "urn:chongshan:problem:not-queued", "title": "not queued", "status": 404, "code": "not-queued",
                 "detail": "canary"}""")).hasMessageContaining("/code").hasMessageNotContaining("canary");
        assertThatThrownBy(() -> Contract.holds("GET", "/v1/nowhere", 200, "application/json", "{}"))
                .hasMessageContaining("no published path");
    }
}
