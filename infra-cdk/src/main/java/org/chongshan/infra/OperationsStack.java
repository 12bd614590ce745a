package org.chongshan.infra;

import java.util.List;
import java.util.Map;

import org.chongshan.Topology;
import org.chongshan.core.FunctionSpec;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** What operators look at: where alarms go, and one dashboard. */
final class OperationsStack extends Stack {
    private final Topic alarms;

    OperationsStack(Construct scope, Deployment deployment) {
        super(scope, deployment.name("operations"));
        var key = Key.Builder.create(this, "Key").enableKeyRotation(true).description("Alarms").build();
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey")).resources(List.of("*")).build());
        alarms = Topic.Builder.create(this, "Alarms").topicName(deployment.name("alarms")).masterKey(key)
                .enforceSsl(true).build();
        deployment.alarmAddress().ifPresent(address -> alarms.addSubscription(new EmailSubscription(address)));
        var dashboard = Dashboard.Builder.create(this, "Dashboard").dashboardName(deployment.name("overview")).build();
        dashboard.addWidgets(
                graph("Oldest message, seconds", Topology.queued().stream().map(
                        function -> queue(deployment.name(function.queueName()), "ApproximateAgeOfOldestMessage"))
                        .toList()),
                graph("Dead letters", Topology.queued().stream().map(function -> queue(
                        deployment.name(function.deadLetterName()), "ApproximateNumberOfMessagesVisible")).toList()));
        dashboard.addWidgets(graph("Errors", functions(deployment, "Errors")),
                graph("Duration, ms", functions(deployment, "Duration")));
    }

    ITopic alarms() {
        return alarms;
    }

    private static List<? extends IMetric> functions(Deployment deployment, String metric) {
        return Topology.FUNCTIONS.stream().map(FunctionSpec::name).map(name -> Metric.Builder.create()
                .namespace("AWS/Lambda").metricName(metric).dimensionsMap(Map.of("FunctionName", deployment.name(name)))
                .statistic(metric.equals("Duration") ? "p99" : "Sum").period(Duration.minutes(5)).build()).toList();
    }

    private static Metric queue(String name, String metric) {
        return Metric.Builder.create().namespace("AWS/SQS").metricName(metric)
                .dimensionsMap(Map.of("QueueName", name)).statistic("Maximum").period(Duration.minutes(5)).build();
    }

    private static GraphWidget graph(String title, List<? extends IMetric> metrics) {
        return GraphWidget.Builder.create().title(title).left(metrics).width(12).build();
    }
}
