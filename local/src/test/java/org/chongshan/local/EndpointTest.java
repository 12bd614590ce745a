package org.chongshan.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The platform on engines that run elsewhere, behind one endpoint, as LocalStack offers them. */
class EndpointTest {
    private static final Set<String> NOT_FORWARDED = Set.of("host", "content-length", "connection", "expect");

    private final Set<String> services = ConcurrentHashMap.newKeySet();
    private final HttpClient http = HttpClient.newHttpClient();
    private Engines elsewhere;
    private HttpServer endpoint;

    @BeforeEach
    void engines_elsewhere_behind_one_endpoint() throws IOException {
        elsewhere = Engines.embedded(null);
        endpoint = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        endpoint.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        endpoint.createContext("/", this::forward);
        endpoint.start();
    }

    @AfterEach
    void close() {
        endpoint.stop(0);
        elsewhere.close();
    }

    @Test
    void it_makes_tables_and_queues_there_and_a_request_for_relief_gets_as_far_as_the_order_to_pay() throws Exception {
        var at = URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort());
        Instant noon = Instant.parse("2023-03-02T04:00:00Z");
        try (var platform = new Platform(
                new Platform.Options(0, null, at, TestEngines.prefix(), null, () -> noon, null, 1))) {
            var bureau = Bureau.at(platform.url());
            bureau.did("district", "FundOpened",
                    "{\"fund\": \"320613001\", \"amountFen\": 5000000, \"floorFen\": 500000}");
            assertThat(platform.drained(java.time.Duration.ofSeconds(30))).isTrue();
            bureau.did("street", "UrgentReliefRequested",
                    """
                            {"reliefCase": "C-1", "household": "H-1", "hardship": "ILLNESS", "amountFen": 1000, "persons": 1}""");
            assertThat(platform.drained(java.time.Duration.ofSeconds(30))).isTrue();
            assertThat(bureau.sees("street", "payments?status=ordered").path("items")).hasSize(1);
            platform.tick();
        }
        assertThat(services).containsExactlyInAnyOrder("DynamoDB_20120810", "DynamoDBStreams_20120810", "AmazonSQS");
    }

    private void forward(HttpExchange exchange) throws IOException {
        var service = exchange.getRequestHeaders().getFirst("X-Amz-Target").split("\\.")[0];
        services.add(service);
        var engine = service.equals("AmazonSQS")
                ? URI.create(elsewhere.queueBase())
                : elsewhere.dynamo().serviceClientConfiguration().endpointOverride().orElseThrow();
        var request = HttpRequest.newBuilder(engine.resolve("/"))
                .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().firstValue("content-type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("content-type", type));
            answer.headers().firstValue("x-amz-crc32")
                    .ifPresent(sum -> exchange.getResponseHeaders().set("x-amz-crc32", sum));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }
}
