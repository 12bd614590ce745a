package org.chongshan.local.faults;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.chongshan.local.Engines;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The embedded engines in memory; the queues' visibility, deduplication and delays follow a clock that is moved by hand. */
final class TimedEngines implements AutoCloseable {
    private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
    private final ActorSystem actors = ActorSystem.create("timed-queues");
    private final SQSRestServer server;
    private final DynamoDbClient dynamo;
    private final DynamoDbStreamsClient streams;
    private final SqsClient sqs;
    private final URI endpoint;

    TimedEngines(InstantSource clock) {
        var manager = actors.actorOf(
                Props.create(QueueManagerActor.class, new Now(clock), StrictSQSLimits$.MODULE$, Option.empty()));
        server = SQSRestServerBuilder.withActorSystem(actors).withQueueManagerActor(manager).withInterface("127.0.0.1")
                .withDynamicPort().withAWSRegion(Engines.REGION).withAWSAccountId(Engines.ACCOUNT).start();
        endpoint = URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        dynamo = database.dynamoDbClient();
        streams = database.dynamoDbStreamsClient();
        sqs = Engines.sqs(endpoint, Region.of(Engines.REGION));
    }

    DynamoDbClient dynamo() {
        return dynamo;
    }

    DynamoDbStreamsClient streams() {
        return streams;
    }

    SqsClient sqs() {
        return sqs;
    }

    String queueBase() {
        return endpoint + "/" + Engines.ACCOUNT + "/";
    }

    /** Every open shard of every stream ends, and a child of it begins. */
    void rollShards() {
        database.triggerShardRollovers();
    }

    @Override
    public void close() {
        sqs.close();
        server.stopAndWait();
        actors.terminate();
        database.shutdownNow();
    }

    private static final class Now extends NowProvider {
        private final InstantSource clock;
        private final long ahead;

        /**
         * ElasticMQ stamps a new message with the machine's time, whatever its clock says: so its clock runs well ahead of
         * that, and a message is there from the moment it was sent.
         */
        Now(InstantSource clock) {
            this.clock = clock;
            this.ahead = System.currentTimeMillis() + Duration.ofDays(30).toMillis();
        }

        @Override
        public long nowMillis() {
            return ahead + clock.millis();
        }

        @Override
        public OffsetDateTime now() {
            return Instant.ofEpochMilli(nowMillis()).atOffset(ZoneOffset.UTC);
        }
    }
}
