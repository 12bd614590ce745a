package org.chongshan.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.events.Programme;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** What operators look at: where alarms go, and one dashboard with a part for each programme. */
final class OperationsStack extends Stack {
    private static final String LAMBDA = "AWS/Lambda";
    private final Deployment deployment;
    private final Topic alarms;

    OperationsStack(Construct scope, Deployment deployment) {
        super(scope, deployment.name("operations"), deployment.stack("Chongshan: alarms and dashboard"));
        this.deployment = deployment;
        // Nothing outlasts its delivery here, so nothing needs the key once the stack is gone.
        var key = Key.Builder.create(this, "Key").enableKeyRotation(true).description("Alarms")
                .removalPolicy(RemovalPolicy.DESTROY).build();
        key.addToResourcePolicy(
                PolicyStatement.Builder.create().principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey")).resources(List.of("*"))
                        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount()))).build());
        alarms = Topic.Builder.create(this, "Alarms").topicName(deployment.name("alarms")).masterKey(key)
                .enforceSsl(true).build();
        // A policy of one's own, even of one Deny, takes the place of the default, which would have let the account publish.
        alarms.addToResourcePolicy(PolicyStatement.Builder.create().sid("AlarmsOfThisAccount")
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com"))).actions(List.of("sns:Publish"))
                .resources(List.of(alarms.getTopicArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount()))).build());
        deployment.alarmAddress().ifPresent(address -> alarms.addSubscription(new EmailSubscription(address)));
        var dashboard = Dashboard.Builder.create(this, "Dashboard").dashboardName(deployment.name("overview")).build();
        part(dashboard, null, "The face and schedules", Stream.of("schedules-failed"));
        for (var programme : Programme.values()) {
            part(dashboard, programme, programme.key(), Stream.empty());
        }
    }

    ITopic alarms() {
        return alarms;
    }

    /** Everything the topology says of one programme, or of the functions of the whole bureau. */
    private void part(Dashboard dashboard, @Nullable Programme programme, String title, Stream<String> moreFailed) {
        var functions = deployment.functionsOf(programme);
        var queued = functions.stream().filter(Queued.class::isInstance).map(Queued.class::cast).toList();
        dashboard.addWidgets(TextWidget.Builder.create().markdown("## " + title).width(24).height(1).build());
        dashboard.addWidgets(graph("Errors", each(functions, LAMBDA, "Errors", "Sum")),
                graph("Duration, ms, 99 of 100", each(functions, LAMBDA, "Duration", "p99")));
        var dead = Stream
                .concat(queued.stream().map(Queued::deadLetterName),
                        Stream.concat(moreFailed,
                                functions.stream().filter(OperationsStack::hasLastResort)
                                        .map(function -> function.name() + "-failed")))
                .map(name -> queue(name, "ApproximateNumberOfMessagesVisible")).toList();
        dashboard.addWidgets(graph("Dead letters", dead), graph("Oldest message, seconds", queued.stream()
                .map(function -> queue(function.queueName(), "ApproximateAgeOfOldestMessage")).toList()));
        if (programme != null) {
            decisions(dashboard, functions);
        }
    }

    private void decisions(Dashboard dashboard, List<FunctionSpec> functions) {
        var deciders = functions.stream().filter(FunctionSpec.Collection.class::isInstance).toList();
        var relays = functions.stream().filter(FunctionSpec.Relay.class::isInstance).toList();
        dashboard.addWidgets(graph("Applied", each(deciders, deployment.metricNamespace(), "applied", "Sum")),
                graph("Refused", each(deciders, deployment.metricNamespace(), "refused", "Sum")));
        var raised = new ArrayList<Metric>();
        deciders.forEach(function -> function.alarming().forEach(event -> raised
                .addAll(each(List.of(function), deployment.metricNamespace(), event.getSimpleName(), "Sum"))));
        dashboard.addWidgets(graph("Behind the stream, ms", each(relays, LAMBDA, "IteratorAge", "Maximum")),
                graph("What must not happen", raised));
    }

    private static boolean hasLastResort(FunctionSpec function) {
        return function instanceof FunctionSpec.Relay || function instanceof FunctionSpec.ByCron;
    }

    /** Lambda's own metrics bear the deployed name; those the functions write into their logs, the topology's. */
    private List<Metric> each(List<FunctionSpec> functions, String namespace, String metric, String statistic) {
        return functions.stream().map(FunctionSpec::name)
                .map(name -> Metric.Builder.create().namespace(namespace).metricName(metric).label(name)
                        .dimensionsMap(namespace.equals(LAMBDA)
                                ? Map.of("FunctionName", deployment.name(name))
                                : Map.of("function", name))
                        .statistic(statistic).period(Duration.minutes(5)).build())
                .toList();
    }

    private Metric queue(String name, String metric) {
        return Metric.Builder.create().namespace("AWS/SQS").metricName(metric).label(name)
                .dimensionsMap(Map.of("QueueName", deployment.name(name))).statistic("Maximum")
                .period(Duration.minutes(5)).build();
    }

    private static GraphWidget graph(String title, List<Metric> metrics) {
        return GraphWidget.Builder.create().title(title).left(metrics).width(12).build();
    }
}
