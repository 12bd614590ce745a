package org.chongshan.local;

import java.util.Arrays;
import java.util.Map;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Programme;
import org.chongshan.shell.Settings;
import org.chongshan.shell.TableShape;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes the tables and queues the topology speaks of, where they are missing. */
public record Provision(DynamoDbClient dynamo, SqsClient sqs, Settings settings) {

    private static final GlobalSecondaryIndex BY_CHANGE = index(TableShape.BY_CHANGE, TableShape.SCOPE,
            TableShape.CHANGED, ProjectionType.KEYS_ONLY);

    /**
     * Makes them.
     *
     * @param retrySeconds how long a message that failed stays hidden
     */
    public void run(int retrySeconds) {
        Arrays.stream(Programme.values()).forEach(this::table);
        Topology.of(FunctionSpec.Relay.class).forEach(function -> queue(LastResort.queueName(function), Map.of()));
        for (var function : Topology.queued()) {
            queue(function.deadLetterName(), Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
            var dead = settings.queueUrl(function.deadLetterName());
            var arn = sqs.getQueueAttributes(get -> get.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes().get(QueueAttributeName.QUEUE_ARN);
            queue(function.queueName(),
                    Map.of(QueueAttributeName.FIFO_QUEUE, "true", QueueAttributeName.VISIBILITY_TIMEOUT,
                            Integer.toString(retrySeconds), QueueAttributeName.REDRIVE_POLICY,
                            "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\""
                                    + FunctionSpec.Queued.MOST_RECEIVES + "\"}"));
        }
    }

    /** Whether a table is there from an earlier run. */
    boolean isThere() {
        var own = Arrays.stream(Programme.values()).map(programme -> settings.table(programme.tableName())).toList();
        return dynamo.listTablesPaginator().tableNames().stream().anyMatch(own::contains);
    }

    private void queue(String name, Map<QueueAttributeName, String> attributes) {
        sqs.createQueue(create -> create.queueName(settings.prefix() + name).attributes(attributes));
    }

    private void table(Programme programme) {
        try {
            dynamo.createTable(create -> create.tableName(settings.table(programme.tableName()))
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text(TableShape.PK), text(TableShape.SK), text(TableShape.SCOPE),
                            text(TableShape.RANK), text(TableShape.DUE_BUCKET), text(TableShape.DUE_AT),
                            text(TableShape.CHANGED))
                    .keySchema(key(TableShape.PK, KeyType.HASH), key(TableShape.SK, KeyType.RANGE))
                    .globalSecondaryIndexes(
                            index(TableShape.BY_SCOPE, TableShape.SCOPE, TableShape.RANK, ProjectionType.ALL),
                            index(TableShape.BY_DUE, TableShape.DUE_BUCKET, TableShape.DUE_AT,
                                    ProjectionType.KEYS_ONLY),
                            BY_CHANGE)
                    .streamSpecification(
                            stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
            dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(settings.table(programme.tableName())));
        } catch (ResourceInUseException e) {
            // It is there from an earlier run.
            withIndexByChange(settings.table(programme.tableName()));
        }
    }

    /** A table from before there was that index is given it; what is in it comes to be seen as it changes. */
    private void withIndexByChange(String table) {
        var there = dynamo.describeTable(describe -> describe.tableName(table)).table();
        if (there.globalSecondaryIndexes().stream().noneMatch(one -> one.indexName().equals(TableShape.BY_CHANGE))) {
            dynamo.updateTable(update -> update.tableName(table)
                    .attributeDefinitions(text(TableShape.SCOPE), text(TableShape.CHANGED))
                    .globalSecondaryIndexUpdates(one -> one.create(index -> index.indexName(BY_CHANGE.indexName())
                            .keySchema(BY_CHANGE.keySchema()).projection(BY_CHANGE.projection()))));
            dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(table));
        }
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static GlobalSecondaryIndex index(String name, String hash, String range, ProjectionType projection) {
        return GlobalSecondaryIndex.builder().indexName(name)
                .keySchema(key(hash, KeyType.HASH), key(range, KeyType.RANGE))
                .projection(Projection.builder().projectionType(projection).build()).build();
    }
}
