package org.chongshan.infra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.chongshan.core.FunctionSpec;
import org.chongshan.events.DigestEvent;
import org.chongshan.events.Programme;
import org.chongshan.events.RecordsExported;
import org.chongshan.events.RecordsSearched;
import org.chongshan.shell.TableShape;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.FilterCriteria;
import software.amazon.awscdk.services.lambda.FilterRule;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
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
    /** As many as Lambda takes from a FIFO queue at once. */
    private static final int BATCH = 10;
    /**
     * How long a stream record is tried: an outage of queues is shorter, a record no code can read holds up its part of the
     * stream no longer, and 18 of the stream's 24 hours are left to fetch it.
     */
    private static final Duration RECORD_IS_TRIED = Duration.hours(6);

    private final Deployment deployment;
    private final ITopic alarms;
    private final String sealingKey;
    private final ProgrammeTable table;
    private final Map<String, FunctionConstruct> functions = new HashMap<>();

    ProgrammeStack(Construct scope, Programme programme, Deployment deployment, ITopic alarms, String sealingKey) {
        super(scope, deployment.name(programme.key()), deployment.stack("Chongshan: the programme " + programme.key()));
        this.deployment = deployment;
        this.alarms = alarms;
        this.sealingKey = sealingKey;
        table = new ProgrammeTable(this, programme, deployment);
        deployment.of(FunctionSpec.OfProgramme.class).stream().filter(function -> function.programme() == programme)
                .forEach(this::deploy);
    }

    /** One of its functions, by name. */
    FunctionConstruct function(FunctionSpec.OfProgramme spec) {
        return Objects.requireNonNull(functions.get(spec.name()));
    }

    private void deploy(FunctionSpec.OfProgramme spec) {
        var function = new FunctionConstruct(this, spec, deployment, alarms, sealingKey);
        functions.put(spec.name(), function);
        function.worksOn(table);
        switch (spec) {
            case FunctionSpec.Collection<?, ?> collection -> {
                table.lets(function, collection.key("").toString(), "dynamodb:GetItem", "dynamodb:BatchGetItem",
                        "dynamodb:PutItem", "dynamodb:DeleteItem");
                table.letsUseKey(function, true);
                queue(collection, function);
            }
            case FunctionSpec.Sweep sweep -> {
                table.lets(function, sweep.key("").toString(), "dynamodb:GetItem", "dynamodb:PutItem");
                table.letsQuery(function, TableShape.BY_SCOPE);
                table.letsUseKey(function, true);
                queue(sweep, function);
                maySend(function, spec);
                function.mayCallItselfThroughItsQueue();
            }
            case FunctionSpec.Relay _ -> {
                table.letsFollow(function);
                stream(spec, function);
                function.may(List.of("sqs:SendMessage"), deployment.queueArnsSpokenTo(this, spec.programme()));
            }
            case FunctionSpec.Clock _ -> {
                table.lets(function, "clock/", "dynamodb:GetItem", "dynamodb:UpdateItem");
                table.letsUpdate(function, TableShape.DUE_BUCKET, TableShape.DUE_AT);
                table.letsQuery(function, TableShape.BY_DUE);
                table.letsUseKey(function, true);
                maySend(function, spec);
                calledAsynchronously(spec, function);
            }
            case FunctionSpec.Schedule _ -> {
                maySend(function, spec);
                calledAsynchronously(spec, function);
            }
            case FunctionSpec.Outbound outbound -> {
                var bus = EventBus.Builder.create(this, "Public").eventBusName(deployment.name("public"))
                        .description("Chongshan: what other departments may know").build();
                function.knows(FunctionSpec.Outbound.BUS, bus.getEventBusName());
                function.may(List.of("events:PutEvents"), bus.getEventBusArn());
                queue(outbound, function);
            }
            case FunctionSpec.Digest _ -> {
                table.letsQuery(function, TableShape.BY_SCOPE);
                table.letsUseKey(function, false);
                function.may(List.of("sqs:SendMessage"),
                        deployment.queueArnsTaking(this, List.of(DigestEvent.DueStated.class)));
                calledAsynchronously(spec, function);
            }
            case FunctionSpec.RegistrySearch<?, ?> _ -> {
                table.letsWithAll(function, "dynamodb:GetItem");
                table.letsUseKey(function, false);
                function.may(List.of("sqs:SendMessage"),
                        deployment.queueArnsTaking(this, List.of(RecordsSearched.class)));
            }
            case FunctionSpec.Query _ -> {
                table.letsWithAll(function, "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
                table.letsQuery(function, TableShape.BY_SCOPE);
                table.letsUseKey(function, false);
                function.may(List.of("sqs:SendMessage"),
                        deployment.queueArnsTaking(this, List.of(RecordsExported.class)));
            }
        }
    }

    /** What it sends is for its own programme. */
    private void maySend(FunctionConstruct function, FunctionSpec.OfProgramme spec) {
        function.may(List.of("sqs:SendMessage"), deployment.queueArns(this, spec.programme()));
    }

    private void queue(FunctionSpec.Queued spec, FunctionConstruct function) {
        var dead = Queue.Builder.create(function, "DeadLetters").queueName(deployment.name(spec.deadLetterName()))
                .fifo(true).encryption(QueueEncryption.SQS_MANAGED).enforceSsl(true).retentionPeriod(Duration.days(14))
                .build();
        var queue = Queue.Builder.create(function, "Queue").queueName(deployment.name(spec.queueName())).fifo(true)
                .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID).encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true).retentionPeriod(Duration.days(14))
                .visibilityTimeout(Duration.seconds(6L * spec.seconds()))
                .deadLetterQueue(DeadLetterQueue.builder().queue(dead).maxReceiveCount(RECEIVES).build()).build();
        function.may(List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"), queue.getQueueArn());
        EventSourceMapping.Builder.create(function, "FromQueue").target(function.alias())
                .eventSourceArn(queue.getQueueArn()).batchSize(BATCH).maxConcurrency(deployment.callsAtATime())
                .reportBatchItemFailures(true).build();
        function.alarm("DeadLettersThere", dead.metricApproximateNumberOfMessagesVisible(), 1);
        function.alarm("OldestMessage", queue.metricApproximateAgeOfOldestMessage(), 300);
    }

    private void stream(FunctionSpec spec, FunctionConstruct function) {
        var failed = LastResort.of(function, deployment, new Alarms(deployment, alarms), spec.name());
        function.may(List.of("sqs:SendMessage"), failed.getQueueArn());
        EventSourceMapping.Builder.create(function, "FromStream").target(function.alias())
                .eventSourceArn(table.streamArn()).startingPosition(StartingPosition.TRIM_HORIZON).batchSize(100)
                .parallelizationFactor(10).reportBatchItemFailures(true).bisectBatchOnError(true)
                .maxRecordAge(RECORD_IS_TRIED).onFailure(new SqsDlq(failed))
                .filters(List.of(FilterCriteria.filter(newEmissions()))).build();
        function.alarm("IteratorAge", function.metric("IteratorAge", "Maximum"), 60_000);
    }

    /** In a fixed order: it becomes a text in the template. */
    private static Map<String, Object> newEmissions() {
        var filter = new TreeMap<String, Object>();
        filter.put("dynamodb", Map.of("NewImage", Map.of(TableShape.EMITTED, Map.of("S", FilterRule.exists()))));
        filter.put("eventName", FilterRule.or("INSERT", "MODIFY"));
        return filter;
    }

    /**
     * The scheduler only hands a call over; Lambda makes it, and tries a failed one again. A minute that failed is made up for
     * by the next one. A schedule is tried again, and what fails for good is kept.
     */
    private void calledAsynchronously(FunctionSpec spec, FunctionConstruct function) {
        var options = EventInvokeConfigOptions.builder();
        if (spec instanceof FunctionSpec.Clock) {
            options.retryAttempts(0).maxEventAge(Duration.minutes(1));
        } else {
            var failed = LastResort.of(function, deployment, new Alarms(deployment, alarms), spec.name());
            options.retryAttempts(2).maxEventAge(Duration.hours(6)).onFailure(new SqsDestination(failed));
        }
        function.alias().configureAsyncInvoke(options.build());
    }
}
