package org.chongshan.lambda;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.chongshan.bureau.ContextMap;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.shell.FunctionBuilder;
import org.chongshan.shell.Priming;
import org.chongshan.shell.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Before its snapshot a function asks one harmless thing of AWS, keeps no connection, and takes no refusal amiss. */
class PrimingTest {
    private record Call(String target, String body, String connection) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private HttpServer aws;

    /** All but the one that could ask nothing without saying something to others. */
    static Stream<FunctionSpec> functions() {
        return Topology.FUNCTIONS.stream().filter(function -> !(function instanceof FunctionSpec.Outbound));
    }

    @BeforeEach
    void an_aws_that_refuses_everything() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/", this::refuse);
        aws.start();
    }

    @AfterEach
    void stop() {
        aws.stop(0);
    }

    private void refuse(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        calls.add(new Call(headers.getFirst("X-Amz-Target"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                headers.getFirst("Connection")));
        var answer = "{\"__type\":\"AccessDeniedException\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(400, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void reads_what_never_exists_or_sends_no_message_at_all(FunctionSpec function) {
        var url = URI.create("http://127.0.0.1:" + aws.getAddress().getPort());
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x"));
        try (var dynamo = DynamoDbClient.builder().endpointOverride(url).region(Region.CN_NORTH_1)
                .credentialsProvider(credentials).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
                var sqs = SqsClient.builder().endpointOverride(url).region(Region.CN_NORTH_1)
                        .credentialsProvider(credentials).httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            new Priming(new FunctionBuilder(Topology.FUNCTIONS, ContextMap.LINES, new Settings("test-", url + "/0/"),
                    () -> dynamo, () -> sqs, () -> {
                        throw new AssertionError("priming derives no key: it would lie in the snapshot");
                    }, () -> (_, _) -> {
                        throw new AssertionError("priming says nothing to others");
                    }, InstantSource.system()), function).run();
        }
        if (function instanceof FunctionSpec.Reference) {
            assertThat(calls).as("all it answers lies in its zip").isEmpty();
            return;
        }
        assertThat(calls).hasSize(1).first().satisfies(call -> {
            assertThat(call.connection).isEqualTo("close");
            assertThat(call.target).isIn("DynamoDB_20120810.GetItem", "AmazonSQS.SendMessageBatch");
            if (call.target.startsWith("AmazonSQS")) {
                assertThat(call.body).contains("\"Entries\":[]");
            }
        });
    }
}
