package org.chongshan.shell;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The one call made to EventBridge: PutEvents as its API reference has it, signed, and what is answered read to the end. */
class EventBridgeOutletTest {
    private static final String TYPE = "org.chongshan.bureau.FigureClosed";
    private static final String EVENT = "{\"id\":\"E-1\",\"data\":{\"figure\":\"社会组织\"}}";
    private static final String TAKEN = "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"1\"}]}";

    private final List<String> headers = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private String answer = TAKEN;
    private int status = 200;
    private HttpServer aws;

    @BeforeEach
    void listens() throws IOException {
        aws = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        aws.createContext("/", this::answer);
        aws.start();
    }

    @AfterEach
    void ends() {
        aws.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        for (var name : List.of("X-amz-target", "Content-type", "Authorization", "X-amz-security-token")) {
            headers.add(name + ": " + exchange.getRequestHeaders().getFirst(name));
        }
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void put() {
        try (var http = UrlConnectionHttpClient.builder().build()) {
            new EventBridgeOutlet(http,
                    StaticCredentialsProvider.create(AwsSessionCredentials.create("AKID", "secret", "session")),
                    Region.CN_NORTH_1, URI.create("http://127.0.0.1:" + aws.getAddress().getPort()), "chongshan-public")
                    .take(TYPE, EVENT);
        }
    }

    @Test
    void an_event_is_put_on_the_bus_under_its_type_and_signed() {
        put();
        var entry = new JsonMapper().readTree(bodies.getFirst()).path("Entries").path(0);
        assertThat(entry.path("EventBusName").stringValue("")).isEqualTo("chongshan-public");
        assertThat(entry.path("Source").stringValue("")).isEqualTo("chongshan");
        assertThat(entry.path("DetailType").stringValue("")).isEqualTo(TYPE);
        assertThat(entry.path("Detail").stringValue("")).isEqualTo(EVENT);
        assertThat(headers)
                .contains("X-amz-target: AWSEvents.PutEvents", "Content-type: application/x-amz-json-1.1",
                        "X-amz-security-token: session")
                .anyMatch(header -> header.startsWith("Authorization: AWS4-HMAC-SHA256 Credential=AKID/")
                        && header.contains("/cn-north-1/events/aws4_request"));
    }

    @Test
    void an_entry_that_failed_in_a_good_answer_was_not_taken() {
        answer = "{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"ThrottlingException\"}]}";
        assertThatIllegalStateException().isThrownBy(this::put);
    }

    @Test
    void an_answer_that_says_no_is_an_error_that_names_no_event() {
        status = 400;
        answer = "{\"__type\":\"AccessDeniedException\"}";
        assertThatIllegalStateException().isThrownBy(this::put).withMessageContaining("400")
                .withMessageNotContaining("E-1");
    }
}
