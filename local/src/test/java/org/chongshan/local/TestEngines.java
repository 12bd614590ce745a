package org.chongshan.local;

import java.net.URI;
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
final class TestEngines {
    /** As in {@code compose.yaml}: the last tag that needs no token. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    /** What stands behind the endpoint. */
    enum Kind {
        /** DynamoDB Local and ElasticMQ in this JVM. */
        EMBEDDED,
        /** Whatever the environment names, or LocalStack in a container. */
        ELSEWHERE
    }

    private static @Nullable LocalStackContainer container;

    private TestEngines() {}

    /** Null for the embedded engines. Without a Docker engine, what asked for LocalStack is skipped, and says so. */
    static synchronized @Nullable URI endpoint() {
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
                    "dynamodbstreams",
                    "sqs");
            container.start();
        }
        return container.getEndpoint();
    }

    /** Skips a test that an engine is known to fail, and says why. */
    static void skipOn(Kind kind, String why) {
        assumeFalse((endpoint() == null ? Kind.EMBEDDED : Kind.ELSEWHERE) == kind, why);
    }

    /** Stands before every name, so that tests which share an endpoint do not meet. */
    static String prefix() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }
}
