package org.chongshan.infra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.chongshan.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.Programme;
import org.chongshan.core.shell.TableShape;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.FilterCriteria;
import software.amazon.awscdk.services.lambda.FilterRule;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A programme: its table and key, and each of its functions with what invokes it and what it may touch. */
final class ProgrammeStack extends Stack {
    private static final int RECEIVES = 5;
    private static final int BATCH = 10;

    private final Deployment deployment;
    private final ITopic alarms;
    private final IKey sealingKey;
    private final Key key;
    private final Table table;
    private final Map<String, FunctionConstruct> functions = new HashMap<>();

    ProgrammeStack(Construct scope, Programme programme, Deployment deployment, ITopic alarms, IKey sealingKey) {
        super(scope, deployment.name(programme.key()));
        this.deployment = deployment;
        this.alarms = alarms;
        this.sealingKey = sealingKey;
        key = Key.Builder.create(this, "Key").enableKeyRotation(true).description("Table of " + programme.key())
                .build();
        table = table(programme);
        Topology.FUNCTIONS.stream().filter(function -> function.programme() == programme).forEach(this::deploy);
    }

    /** The function that answers reads. */
    FunctionConstruct query(Programme programme) {
        return Objects.requireNonNull(functions.get(programme.key() + "-query"));
    }

    private Table table(Programme programme) {
        var made = Table.Builder.create(this, "Table").tableName(deployment.name(programme.tableName()))
                .partitionKey(text(TableShape.PK)).sortKey(text(TableShape.SK)).billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.CUSTOMER_MANAGED).encryptionKey(key).stream(StreamViewType.NEW_IMAGE)
                .pointInTimeRecoverySpecification(
                        PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
                .deletionProtection(true).removalPolicy(RemovalPolicy.RETAIN).build();
        made.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder().indexName(TableShape.BY_SCOPE)
                .partitionKey(text(TableShape.SCOPE)).sortKey(text(TableShape.RANK)).projectionType(ProjectionType.ALL)
                .build());
        made.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder().indexName(TableShape.BY_DUE)
                .partitionKey(text(TableShape.DUE_BUCKET)).sortKey(text(TableShape.DUE_AT))
                .projectionType(ProjectionType.KEYS_ONLY).build());
        return made;
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    private void deploy(FunctionSpec spec) {
        var function = new FunctionConstruct(this, spec, deployment, alarms, sealingKey);
        functions.put(spec.name(), function);
        switch (spec.trigger()) {
            case QUEUE -> {
                onTable(function, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem");
                queue(spec, function);
            }
            case SWEEP -> {
                onTable(function, "dynamodb:GetItem", "dynamodb:PutItem");
                onIndex(function, TableShape.BY_SCOPE);
                queue(spec, function);
                maySend(function);
            }
            case STREAM -> {
                stream(function);
                maySend(function);
            }
            case MINUTE -> {
                onTable(function, "dynamodb:GetItem", "dynamodb:UpdateItem");
                onIndex(function, TableShape.BY_DUE);
                maySend(function);
                schedule(function, "rate(1 minute)");
            }
            case SCHEDULE -> {
                maySend(function);
                schedule(function, "cron(" + Objects.requireNonNull(spec.schedule()).cron() + ")");
            }
            case GET -> {
                onTable(function, "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
                onIndex(function, TableShape.BY_SCOPE);
            }
            case POST -> throw new IllegalStateException("what takes posts belongs to the gateway: " + spec.name());
        }
        if (spec.name().equals("relief-case")) {
            function.alarm("ReliefDeadlineBreached", Metric.Builder.create().namespace("Chongshan")
                    .metricName("ReliefDeadlineBreached").dimensionsMap(Map.of("function", spec.name()))
                    .statistic("Sum")
                    .period(Duration.minutes(5)).build(), 1);
        }
    }

    private void onTable(FunctionConstruct function, String... actions) {
        function.may(List.of(actions), table.getTableArn());
        function.may(List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"), key.getKeyArn(),
                Map.of("StringEquals", Map.of("kms:ViaService", "dynamodb." + getRegion() + ".amazonaws.com")));
    }

    private void onIndex(FunctionConstruct function, String index) {
        function.may(List.of("dynamodb:Query"), table.getTableArn() + "/index/" + index);
    }

    /** Whoever relays may reach every queue of the topology: events concern other programmes too. */
    private void maySend(FunctionConstruct function) {
        function.may(List.of("sqs:SendMessage"), Topology.queued().stream()
                .map(other -> deployment.queueArn(this, other)).toArray(String[]::new));
    }

    private void queue(FunctionSpec spec, FunctionConstruct function) {
        var dead = Queue.Builder.create(function, "DeadLetters").queueName(deployment.name(spec.deadLetterName()))
                .fifo(true).encryption(QueueEncryption.SQS_MANAGED).enforceSsl(true).retentionPeriod(Duration.days(14))
                .build();
        var queue = Queue.Builder.create(function, "Queue").queueName(deployment.name(spec.queueName())).fifo(true)
                .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID).encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true).retentionPeriod(Duration.days(14))
                .visibilityTimeout(Duration.seconds(6L * spec.seconds()))
                .deadLetterQueue(DeadLetterQueue.builder().queue(dead).maxReceiveCount(RECEIVES).build()).build();
        function.may(List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                queue.getQueueArn());
        EventSourceMapping.Builder.create(function, "FromQueue").target(function.alias())
                .eventSourceArn(queue.getQueueArn()).batchSize(BATCH).reportBatchItemFailures(true).build();
        function.alarm("DeadLettersThere", dead.metricApproximateNumberOfMessagesVisible(), 1);
        function.alarm("OldestMessage", queue.metricApproximateAgeOfOldestMessage(), 300);
    }

    private void stream(FunctionConstruct function) {
        var failed = lastResort(function, "Failed");
        var arn = Objects.requireNonNull(table.getTableStreamArn());
        function.may(List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"), arn);
        function.may(List.of("kms:Decrypt"), key.getKeyArn(),
                Map.of("StringEquals", Map.of("kms:ViaService", "dynamodb." + getRegion() + ".amazonaws.com")));
        function.may(List.of("sqs:SendMessage"), failed.getQueueArn());
        EventSourceMapping.Builder.create(function, "FromStream").target(function.alias()).eventSourceArn(arn)
                .startingPosition(StartingPosition.TRIM_HORIZON).batchSize(100).parallelizationFactor(10)
                .reportBatchItemFailures(true).bisectBatchOnError(true).retryAttempts(1000)
                .onFailure(new SqsDlq(failed))
                .filters(List.of(FilterCriteria.filter(newEmissions())))
                .build();
        function.alarm("DeadLettersThere", failed.metricApproximateNumberOfMessagesVisible(), 1);
        function.alarm("IteratorAge",
                function.function().metric("IteratorAge").with(
                        software.amazon.awscdk.services.cloudwatch.MetricOptions.builder().statistic("Maximum")
                                .build()),
                60_000);
    }

    /** In a fixed order: it becomes a text in the template. */
    private static Map<String, Object> newEmissions() {
        var filter = new TreeMap<String, Object>();
        filter.put("dynamodb", Map.of("NewImage", Map.of(TableShape.EMITTED, Map.of("S", FilterRule.exists()))));
        filter.put("eventName", FilterRule.isEqual("INSERT"));
        return filter;
    }

    /** Where what a stream or a schedule could not deliver ends. */
    private static Queue lastResort(FunctionConstruct function, String id) {
        var queue = Queue.Builder.create(function, id).encryption(QueueEncryption.SQS_MANAGED).enforceSsl(true)
                .retentionPeriod(Duration.days(14)).build();
        return Reasoned.that(queue, "AwsSolutions-SQS3", "It is itself where undelivered messages end.");
    }

    private void schedule(FunctionConstruct function, String expression) {
        var dead = lastResort(function, "DeadLetters");
        var role = Role.Builder.create(function, "SchedulerRole")
                .assumedBy(new ServicePrincipal("scheduler.amazonaws.com")).build();
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("lambda:InvokeFunction"))
                .resources(List.of(function.alias().getFunctionArn())).build());
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("sqs:SendMessage"))
                .resources(List.of(dead.getQueueArn())).build());
        CfnSchedule.Builder.create(function, "Schedule").scheduleExpression(expression)
                .scheduleExpressionTimezone("Asia/Shanghai")
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .target(CfnSchedule.TargetProperty.builder().arn(function.alias().getFunctionArn())
                        .roleArn(role.getRoleArn()).input("{\"time\":\"<aws.scheduler.scheduled-time>\"}")
                        .deadLetterConfig(
                                CfnSchedule.DeadLetterConfigProperty.builder().arn(dead.getQueueArn()).build())
                        .build())
                .build();
        function.alarm("DeadLettersThere", dead.metricApproximateNumberOfMessagesVisible(), 1);
    }
}
