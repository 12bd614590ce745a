package org.chongshan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Where the stories run: on the embedded engines; on any AWS-compatible endpoint the environment names in
 * {@code CHONGSHAN_ENDPOINT}; or, under the Maven profile {@code localstack}, on LocalStack, in a container that Testcontainers
 * starts or, without a Docker engine, from its Python package.
 */
public final class TestEngines {
    /**
     * What is tried on LocalStack: what the platform relies on in its engines, and one story of each programme. Every other test
     * would say there what it says on the embedded engines, and take a hundred times as long.
     */
    public static final String TAG = "engines";

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

    private static @Nullable URI localStack;

    private TestEngines() {}

    /** Null for the embedded engines. Where LocalStack cannot be had, what asked for it is skipped, and says so. */
    public static synchronized @Nullable URI endpoint() {
        var named = System.getenv("CHONGSHAN_ENDPOINT");
        if (named != null && !named.isEmpty()) {
            return URI.create(named);
        }
        if (!Boolean.getBoolean("chongshan.localstack")) {
            return null;
        }
        if (localStack == null) {
            localStack = DockerClientFactory.instance().isDockerAvailable() ? inContainer() : onThisMachine();
        }
        return localStack;
    }

    private static URI inContainer() {
        var container = new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("dynamodb",
                "dynamodbstreams", "sqs");
        container.start();
        return container.getEndpoint();
    }

    /** From its Python package, until this JVM ends. */
    private static URI onThisMachine() {
        try {
            var setUp = script("--set-up").inheritIO().start();
            assumeTrue(setUp.waitFor() == 0,
                    "neither a Docker engine nor what local/localstack/run needs: LocalStack is not tried");
            int port;
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            var script = script();
            script.environment()
                    .putAll(Map.of("PORT", Integer.toString(port), "SERVICES", "dynamodb,dynamodbstreams,sqs"));
            var process = script.redirectErrorStream(true).redirectOutput(Path.of("target", "localstack.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }));
            var at = URI.create("http://127.0.0.1:" + port);
            await().atMost(Duration.ofMinutes(2)).until(() -> isLocalStack(at));
            return at;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder script(String... arguments) {
        return new ProcessBuilder(Stream.concat(Stream.of("localstack/run"), Stream.of(arguments)).toList());
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
        return isLocalStack(at) ? Kind.LOCALSTACK : Kind.ELSEWHERE;
    }

    private static boolean isLocalStack(URI at) {
        try (var http = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(at.resolve("/_localstack/health")).build();
            return http.send(health, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
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
