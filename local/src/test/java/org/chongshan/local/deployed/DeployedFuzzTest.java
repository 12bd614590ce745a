package org.chongshan.local.deployed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;

import org.chongshan.local.Bureau;
import org.chongshan.local.Tally;
import org.chongshan.local.fuzz.FuzzBodies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the zip answers to fuzzed bodies and paths under the real runtime client: a function that fails is a 500 to whoever
 * stands behind API Gateway, so none may. {@code -Dfuzz.bodies=} and {@code -Dfuzz.seed=} as for {@code HttpFuzzTest}.
 */
class DeployedFuzzTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BODIES = Integer.getInteger("fuzz.bodies", 1_000) / 4;
    private static final long SEED = Long.getLong("fuzz.seed", 2023);
    private static final String[] PATHS = {"/", "/v1", "/v1/", "/v1/none/1", "/v1/households", "/v1/households/",
            "/v1/households/%", "/v1/households/%zz/journal", "/v1/households/X-1/journal/%ff",
            "/v1/households/a/b/c/d/e", "/v1/households/葛", "/v1/households/X-1/journal/" + "x".repeat(5_000)};
    private static final String[] VALUES = {"", "320613001", "320613001/recognised", "x".repeat(5_000), "葛", "\u0000",
            "registered", "e30", "\ud800"};

    @TempDir
    private static Path folder;
    private static UnpackedZip zip;

    @BeforeAll
    static void unpacked_beside_the_engines() throws Exception {
        zip = UnpackedZip.in(folder);
    }

    @AfterAll
    static void close() {
        if (zip != null) {
            zip.close();
        }
    }

    @Test
    void no_body_makes_the_ingest_function_fail() throws Exception {
        var tally = new Tally("deployed ingest");
        try (var runtime = zip.start("ingest")) {
            for (int i = 0; i < BODIES; i++) {
                var body = new FuzzBodies(new Random(SEED * 1_000_003 + i)).next();
                var event = request("POST", "/v1/events", body.role());
                body.headers().forEach(event.withObject("headers")::put);
                answers(runtime,
                        event.put("body", Base64.getEncoder().encodeToString(body.content()))
                                .put("isBase64Encoded", true).toString(),
                        body.kind() + " -Dfuzz.only=" + i, body.kind(), tally);
            }
        }
        System.out.println(tally);
    }

    @Test
    void no_path_and_no_parameter_makes_a_query_function_fail() throws Exception {
        var tally = new Tally("deployed query");
        var random = new Random(SEED);
        try (var runtime = zip.start("relief-query")) {
            for (var path : PATHS) {
                for (var name : new String[]{"subdistrict", "status", "list", "cursor"}) {
                    var event = request("GET", path, random.nextBoolean() ? "district" : "street");
                    for (int i = random.nextInt(3); i >= 0; i--) {
                        event.withObject("queryStringParameters").put(name, VALUES[random.nextInt(VALUES.length)]);
                    }
                    answers(runtime, event.toString(), path + " " + event.get("queryStringParameters"), "query", tally);
                }
            }
        }
        System.out.println(tally);
    }

    private static void answers(LambdaRuntime runtime, String event, String what, String kind, Tally tally)
            throws Exception {
        var outcome = runtime.invoke(event);
        assertThat(outcome.kind()).as("%s: %s", what, outcome.body()).isEqualTo("response");
        var status = JSON.readTree(outcome.body()).path("statusCode").intValue();
        tally.count(kind, Integer.toString(status));
        assertThat(status).as(what).isBetween(200, 499);
        assertThat(outcome.body().getBytes(StandardCharsets.UTF_8).length).as(what).isLessThan(6 << 20);
    }

    private static tools.jackson.databind.node.ObjectNode request(String method, String path, String role) {
        var event = JSON.createObjectNode().put("version", "2.0").put("routeKey", method + " " + path)
                .put("rawPath", path).put("rawQueryString", "");
        event.putObject("headers");
        var context = event.putObject("requestContext").put("requestId", "1").put("stage", "$default");
        context.putObject("http").put("method", method).put("path", path).put("protocol", "HTTP/1.1")
                .put("sourceIp", "127.0.0.1").put("userAgent", "");
        context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", role + "-17").put("role", role)
                .put("subdistrict", Bureau.STREET);
        return event;
    }
}
