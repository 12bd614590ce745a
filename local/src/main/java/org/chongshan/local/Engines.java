package org.chongshan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import com.typesafe.config.ConfigFactory;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Where tables and queues live: embedded DynamoDB Local and ElasticMQ, or any AWS-compatible endpoint. */
public final class Engines implements AutoCloseable {
    /** The region the embedded engines pretend to be in. */
    public static final String REGION = "cn-north-1";
    /** The account they pretend to be. */
    public static final String ACCOUNT = "000000000000";

    private static final StaticCredentialsProvider CREDENTIALS = StaticCredentialsProvider
            .create(AwsBasicCredentials.create("local", "local"));

    private final DynamoDbClient dynamo;
    private final DynamoDbStreamsClient streams;
    private final SqsClient sqs;
    private final String queueBase;
    private final @Nullable LeftMessages left;
    private final AutoCloseable embedded;
    private final Traffic traffic;

    private Engines(URI dynamoAt, URI sqsAt, Region region, @Nullable LeftMessages left, AutoCloseable embedded,
            Traffic traffic) {
        this.traffic = traffic;
        this.dynamo = DynamoDbClient.builder().endpointOverride(dynamoAt).region(region)
                .credentialsProvider(CREDENTIALS).httpClientBuilder(http())
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(traffic)).build();
        this.streams = DynamoDbStreamsClient.builder().endpointOverride(dynamoAt).region(region)
                .credentialsProvider(CREDENTIALS).httpClientBuilder(http()).build();
        this.sqs = sqsBuilder(sqsAt, region)
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(traffic)).build();
        this.queueBase = sqsAt + "/" + ACCOUNT + "/";
        this.left = left;
        this.embedded = embedded;
    }

    private static Apache5HttpClient.Builder http() {
        return Apache5HttpClient.builder().maxConnections(200);
    }

    /** A client of queues at an endpoint. */
    public static SqsClient sqs(URI at, Region region) {
        return sqsBuilder(at, region).build();
    }

    private static SqsClientBuilder sqsBuilder(URI at, Region region) {
        return SqsClient.builder().endpointOverride(at).region(region).credentialsProvider(CREDENTIALS)
                .httpClientBuilder(http());
    }

    /** Engines in this JVM, in memory, or keeping everything below a folder. */
    public static Engines embedded(@Nullable Path data) {
        try {
            var dynamo = new EmbeddedDynamo(data);
            var sqsPort = freePort();
            var left = data == null ? null : new LeftMessages(data);
            if (left != null) {
                left.setAside();
            }
            var config = new ElasticMQServerConfig(
                    ConfigFactory.parseMap(elasticMq(sqsPort, left)).withFallback(ConfigFactory.load()));
            var store = left == null ? null : left.newStore(config);
            var stop = new ElasticMQServer(config).start();
            return new Engines(dynamo.endpoint(), URI.create("http://127.0.0.1:" + sqsPort), Region.of(REGION), left,
                    () -> {
                        stop.apply();
                        if (store != null) {
                            store.dispose();
                        }
                        dynamo.close();
                    }, new Traffic(true));
        } catch (Exception e) {
            throw new IllegalStateException("the embedded engines do not start", e);
        }
    }

    /**
     * Engines elsewhere, such as LocalStack, in the region {@code AWS_REGION} names. LocalStack takes any region of China for
     * us-east-1, which is also what is meant when none is named.
     */
    public static Engines at(URI endpoint) {
        var region = Objects.requireNonNullElse(System.getenv("AWS_REGION"), "us-east-1");
        return new Engines(endpoint, endpoint, Region.of(region), null, () -> {}, new Traffic(false));
    }

    /** Puts what an earlier process left in the queues into them again: when they are made, and before anybody polls. */
    public void sendLeftMessages() {
        if (left != null) {
            left.sendAgain(sqs, queueBase);
        }
    }

    private static Map<String, Object> elasticMq(int port, @Nullable LeftMessages left) {
        var settings = new java.util.HashMap<String, Object>(Map.of("rest-sqs.bind-port", port,
                "rest-sqs.bind-hostname", "127.0.0.1", "node-address.host", "127.0.0.1", "node-address.port", port,
                "aws.region", REGION, "aws.accountId", ACCOUNT, "pekko.http.server.request-timeout", "60 s"));
        if (left != null) {
            settings.put("messages-storage.enabled", true);
            settings.put("messages-storage.uri", left.storeUrl());
        }
        return settings;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client of the tables. */
    public DynamoDbClient dynamo() {
        return dynamo;
    }

    /** A client of the tables' streams. */
    public DynamoDbStreamsClient streams() {
        return streams;
    }

    /** A client of the queues. */
    public SqsClient sqs() {
        return sqs;
    }

    /** What went to them by these clients. */
    Traffic traffic() {
        return traffic;
    }

    /** What stands before a queue's name in its URL. */
    public String queueBase() {
        return queueBase;
    }

    @Override
    public void close() {
        dynamo.close();
        streams.close();
        sqs.close();
        try {
            embedded.close();
        } catch (Exception e) {
            throw new IllegalStateException("the embedded engines do not stop", e);
        }
    }
}
