package org.chongshan.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Where the stories run: on the embedded engines; on any AWS-compatible endpoint the environment names in
 * {@code CHONGSHAN_ENDPOINT}; or, under the Maven profile {@code localstack}, in a container that Testcontainers starts.
 */
public final class TestEngines {
    /** As in {@code compose.yaml}: the last tag that needs no token. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    /** What stands behind the endpoint. */
    public enum Kind {
        /** DynamoDB Local and ElasticMQ in this JVM. */
        EMBEDDED,
        /** LocalStack, in a container or at the endpoint the environment names: it says so itself. */
        LOCALSTACK,
        /** Whatever else the environment names. */
        ELSEWHERE
    }

    private static @Nullable LocalStackContainer container;

    private TestEngines() {}

    /** Null for the embedded engines. Without a Docker engine, what asked for LocalStack is skipped, and says so. */
    public static synchronized @Nullable URI endpoint() {
        var named = System.getenv("CHONGSHAN_ENDPOINT");
        if (named != null && !named.isEmpty()) {
            return URI.create(named);
        }
        if (!Boolean.getBoolean("chongshan.localstack")) {
            return null;
        }
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine: LocalStack is not tried");
        if (container == null) {
            container = new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("dynamodb",
                    "dynamodbstreams", "sqs");
            container.start();
        }
        return container.getEndpoint();
    }

    /** Skips a test that these engines are known to fail, and says why. */
    public static void skipOn(Set<Kind> kinds, String why) {
        assumeFalse(kinds.contains(kind()), why);
    }

    private static Kind kind() {
        var at = endpoint();
        if (at == null) {
            return Kind.EMBEDDED;
        }
        try (var http = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(at.resolve("/_localstack/health")).build();
            return http.send(health, BodyHandlers.ofString()).statusCode() == 200 ? Kind.LOCALSTACK : Kind.ELSEWHERE;
        } catch (IOException e) {
            return Kind.ELSEWHERE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Kind.ELSEWHERE;
        }
    }

    /** How long a failed message stays hidden, seconds: an engine elsewhere may take longer than one for a whole batch. */
    public static int retrySeconds() {
        return endpoint() == null ? 1 : 10;
    }

    /** Stands before every name, so that tests which share an endpoint do not meet. */
    public static String prefix() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }
}
