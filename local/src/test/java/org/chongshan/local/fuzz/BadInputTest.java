package org.chongshan.local.fuzz;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.chongshan.local.Bureau;
import org.chongshan.local.DevelopmentIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Bad input gets a clear error and changes nothing. */
class BadInputTest {
    private static Bureau bureau;

    @BeforeAll
    static void open() {
        bureau = Bureau.openAt("2023-03-02T04:00:00Z");
    }

    @AfterAll
    static void nothing_was_queued_by_any_of_these() throws Exception {
        bureau.settle();
        assertThat(bureau.sees("district", "reserve-funds?subdistrict=320613001").path("items")).isEmpty();
        assertThat(bureau.sees("district", "households?subdistrict=320613001").path("items"))
                .as("what good ones said of households that are not there waits")
                .allSatisfy(item -> assertThat(item.path("status").stringValue()).isEqualTo("early"));
        bureau.close();
    }

    private static String fund(String data) {
        return bureau.event(Bureau.newId(), "FundOpened", data);
    }

    private static void isProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(Bureau.JSON.readTree(answer.body()).path("code").stringValue()).isEqualTo(code);
    }

    @Test
    void malformed_json() throws Exception {
        for (var body : new String[]{"", "{", "[1e999999999]x", "{\"id\": \"secret\",\n\"secret}"}) {
            var answer = bureau.post("district", body);
            isProblem(answer, 400, "malformed-json");
            assertThat(answer.body()).doesNotContain("secret");
        }
        assertThat(Bureau.JSON.readTree(bureau.post("district", "{\n\n x").body()).path("line").intValue())
                .isEqualTo(3);
    }

    @Test
    void what_is_wrong_with_a_body_is_told_by_its_own_name() throws Exception {
        isProblem(bureau.post("district", "{\"a\":1,\"a\":2}"), 400, "repeated-key");
        isProblem(bureau.post("district", "\ufeff{}"), 400, "byte-order-mark");
        isProblem(bureau.post("district", "[".repeat(60) + "]".repeat(60)), 400, "json-out-of-bounds");
        isProblem(encoded("", "\"葛\"".getBytes(Charset.forName("GBK"))), 400, "not-utf-8");
        var brotli = encoded("br", bytes("{}"));
        isProblem(brotli, 415, "unsupported-content-encoding");
        assertThat(brotli.headers().firstValue("accept-encoding")).hasValue("gzip");
    }

    @Test
    void a_packed_body_is_bounded_and_has_to_be_one() throws Exception {
        isProblem(encoded("gzip", bytes("{}")), 400, "malformed-gzip");
        var half = packed(bytes("[".repeat(1_000)));
        isProblem(encoded("gzip", Arrays.copyOf(half, half.length - 4)), 400, "malformed-gzip");
        isProblem(encoded("gzip", packed(bytes("{}\ufeff"))), 400, "malformed-json");
        var bomb = packed(new byte[256 << 20]);
        assertThat(bomb).hasSizeLessThan(1 << 20);
        isProblem(encoded("gzip", bomb), 413, "too-large");
        isProblem(encoded("gzip, gzip", packed(packed(bytes("{}")))), 415, "unsupported-content-encoding");
    }

    @Test
    void what_a_phone_packs_is_taken_one_event_or_many() throws Exception {
        var one = bureau.event(Bureau.newId(), "GridVisitRecorded",
                "{\"household\": \"H-none\", \"hardship\": \"NONE\", \"observation\": \"\"}");
        var other = one.replace(Bureau.JSON.readTree(one).path("id").stringValue(), Bureau.newId());
        for (var body : new String[]{one, "[" + one + "," + other + "]"}) {
            var answer = encoded("GZIP", packed(bytes(body)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] content) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static HttpResponse<String> encoded(String encoding, byte[] body) throws Exception {
        var headers = encoding.isEmpty() ? Map.<String, String>of() : Map.of("content-encoding", encoding);
        return bureau.post(bureau.token("grid", Bureau.STREET), "application/json", headers, body);
    }

    @Test
    void what_is_json_but_no_event() throws Exception {
        for (var body : new String[]{"1", "null", "\"x\"", "{}", "{\"type\": 5, \"time\": [], \"data\": {}}"}) {
            isProblem(bureau.post("district", body), 422, "invalid-event");
        }
    }

    @Test
    void every_fault_is_named_with_a_pointer_and_no_value_is_repeated() throws Exception {
        var answer = bureau.post("district",
                fund("{\"fund\": \"../secret\", \"amountFen\": \"secret\", \"more\": \"secret\"}")
                        .replace("2023-03-02T04:00:00Z", "secret"));
        isProblem(answer, 422, "invalid-event");
        assertThat(Bureau.JSON.readTree(answer.body()).path("errors"))
                .extracting(fault -> fault.path("pointer").stringValue() + " " + fault.path("code").stringValue())
                .containsExactlyInAnyOrder("/time malformed", "/data/fund malformed", "/data/amountFen wrong-type",
                        "/data/more unknown-property", "/data/floorFen missing");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void a_phone_whose_clock_is_ahead_is_told_the_servers_time() throws Exception {
        var ahead = bureau
                .event(Bureau.newId(), "GridVisitRecorded",
                        "{\"household\": \"H-none\", \"hardship\": \"NONE\", \"observation\": \"\"}")
                .replace("2023-03-02T04:00:00Z", "2099-01-01T00:00:00Z");
        var answer = bureau.post("grid", ahead);
        isProblem(answer, 422, "from-the-future");
        assertThat(Bureau.JSON.readTree(answer.body()).path("serverTime").stringValue())
                .isEqualTo("2023-03-02T04:00:00Z");
        assertThat(answer.body()).contains("/time").doesNotContain("2099");
    }

    @Test
    void a_subdistrict_the_district_does_not_have() throws Exception {
        var answer = bureau.post("district", bureau.event(Bureau.newId(), "FundOpened", "320613999",
                "{\"fund\": \"320613001\", \"amountFen\": 1, \"floorFen\": 0}"));
        isProblem(answer, 422, "invalid-event");
        assertThat(answer.body()).contains("/subdistrict", "unknown-subdistrict");
        isProblem(bureau.get(bureau.token("district", Bureau.STREET), "/v1/households?subdistrict=320613999"), 400,
                "malformed-parameter");
    }

    @Test
    void people_who_cannot_be() throws Exception {
        var answer = bureau.post("street", bureau.event(Bureau.newId(), "HouseholdRegistered", """
                {"household": "H-none", "members": [
                  {"member": "m", "name": "a", "identityNumber": "１２３", "relation": "CHILD"},
                  {"member": "m", "name": "a", "identityNumber": "1", "relation": "CHILD"}]}"""));
        isProblem(answer, 422, "invalid-event");
        assertThat(Bureau.JSON.readTree(answer.body()).path("errors"))
                .extracting(fault -> fault.path("pointer").stringValue() + " " + fault.path("code").stringValue())
                .containsExactlyInAnyOrder("/data/members/0/identityNumber not-an-identity-number",
                        "/data/members one-head", "/data/members/1/member member-twice");
        assertThat(answer.body()).doesNotContain("１２３");
    }

    @Test
    void an_unknown_type_and_one_that_only_functions_emit() throws Exception {
        assertThat(bureau.post("district", bureau.event(Bureau.newId(), "Nothing", "{}")).body())
                .contains("unknown-type");
        assertThat(bureau.post("district",
                bureau.event(Bureau.newId(), "FundHeld", "{\"fund\": \"1\", \"reliefCase\": \"1\", \"amountFen\": 1}"))
                .body()).contains("not-postable");
    }

    @Test
    void the_wrong_role_and_the_wrong_subdistrict() throws Exception {
        isProblem(bureau.post("grid", fund("{\"fund\": \"320613001\", \"amountFen\": 1, \"floorFen\": 0}")), 403,
                "role-may-not-post");
        var visit = bureau.event(Bureau.newId(), "GridVisitRecorded", "320613002",
                "{\"household\": \"H\", \"hardship\": \"NONE\", \"observation\": \"\"}");
        isProblem(bureau.post("grid", visit), 403, "outside-subdistrict");
        isProblem(bureau.get(bureau.token("grid", Bureau.STREET), "/v1/payments/x"), 403, "role-may-not-read");
    }

    @Test
    void too_many_and_too_large() throws Exception {
        isProblem(bureau.post("district", "[" + String.join(",", Collections.nCopies(101, "{}")) + "]"), 413,
                "too-many-events");
        isProblem(bureau.post("district", "[]"), 413, "empty-batch");
        isProblem(bureau.post("district", "\"" + "x".repeat(1 << 20) + "\""), 413, "too-large");
        isProblem(bureau.post("district", "\"" + "x".repeat(5 << 20) + "\""), 413, "too-large");
    }

    @Test
    void another_media_type_path_method_or_cursor() throws Exception {
        isProblem(bureau.post(bureau.token("district", Bureau.STREET), "text/plain", "{}"), 415,
                "unsupported-media-type");
        isProblem(bureau.get(bureau.token("district", Bureau.STREET), "/v1/nothing/1"), 404, "not-found");
        isProblem(bureau.get(bureau.token("district", Bureau.STREET), "/v1/events"), 405, "method-not-allowed");
        isProblem(
                bureau.get(bureau.token("district", Bureau.STREET), "/v1/households?subdistrict=320613001&cursor=zzz"),
                400, "malformed-cursor");
        isProblem(bureau.get(bureau.token("district", Bureau.STREET), "/v1/households?list=recognised&status=x"), 400,
                "list-or-status");
    }

    @Test
    void a_cursor_of_another_list_leads_nowhere() throws Exception {
        var own = bureau.token("street", Bureau.STREET);
        for (var key : new String[]{
                "{\"pk\": \"x\", \"sk\": \"state\", \"scope\": \"household/320613002\", \"rank\": \"x\"}",
                "{\"pk\": \"x\", \"sk\": \"state\", \"scope\": \"household/320613001\", \"rank\": \"zzz\"}",
                "{\"pk\": \"household/2\", \"sk\": \"journal/1\"}"}) {
            var cursor = Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
            var answer = bureau.get(own, "/v1/households?status=registered&cursor=" + cursor);
            assertThat(answer.statusCode()).as(key + answer.body()).isIn(200, 400);
            assertThat(answer.body()).containsAnyOf("\"items\":[]", "malformed-cursor");
        }
    }

    @Test
    void a_token_that_is_missing_expired_foreign_unsigned_or_tampered_with() throws Exception {
        var good = bureau.token("district", Bureau.STREET);
        var url = bureau.platform().url();
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("development").generate();
        var later = Instant.now().plusSeconds(600);
        var unsigned = "eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".";
        for (var token : new String[]{"", "x", unsigned, good.substring(0, good.length() - 8) + "AAAAAAAA",
                DevelopmentIssuer.token(foreign, url, "chongshan", "s", "district", null, later)}) {
            isProblem(bureau.get(token, "/v1/households?subdistrict=320613001"), 401, "unauthorized");
        }
    }

    @Test
    void one_bad_event_does_not_sink_the_others_of_a_batch() throws Exception {
        var good = bureau.event(Bureau.newId(), "GridVisitRecorded",
                "{\"household\": \"H-none\", \"hardship\": \"NONE\", \"observation\": \"\"}");
        var answer = bureau.post("grid", "[" + good + ",{}," + good.replace("NONE", "RAIN") + "]");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Bureau.JSON.readTree(answer.body()).path("results"))
                .extracting(result -> result.path("status").stringValue())
                .containsExactly("accepted", "rejected", "rejected");
    }
}
