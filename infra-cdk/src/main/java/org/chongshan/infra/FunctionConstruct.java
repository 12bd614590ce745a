package org.chongshan.infra;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** One line of the topology deployed: function, role of its own, log group, version, alias, alarms. */
final class FunctionConstruct extends Construct {
    /** The alias whatever invokes a function invokes: versions alone start from a snapshot. */
    static final String LIVE = "live";

    /** AWS Lambda Developer Guide, "SnapStart function states": of a version not called for 14 days. */
    private static final Duration SNAPSHOT_IS_KEPT = Duration.ofDays(14);

    private final Role role;
    private final Function function;
    private final Alias alias;
    private final Alarms alarms;
    private final String name;

    FunctionConstruct(Construct scope, FunctionSpec spec, Deployment deployment, ITopic alarms, String sealingKey) {
        super(scope, spec.name());
        this.alarms = new Alarms(deployment, alarms);
        this.name = spec.name();
        var name = deployment.name(spec.name());
        var stack = Stack.of(this);
        // With CloudWatch's own encryption, not a key of ours: no payload and no name ever comes into a log.
        var logs = LogGroup.Builder.create(this, "Logs").logGroupName("/aws/lambda/" + name)
                .retention(deployment.retention()).removalPolicy(RemovalPolicy.DESTROY).build();
        var environment = new TreeMap<>(Topology.environment(spec));
        environment.put("CHONGSHAN_PREFIX", deployment.prefix());
        environment.put("CHONGSHAN_QUEUE_BASE",
                "https://sqs." + stack.getRegion() + "." + stack.getUrlSuffix() + "/" + stack.getAccount() + "/");
        if (spec instanceof FunctionSpec.Sealing) {
            environment.put(FunctionSpec.SEALING_KEY, sealingKey);
        }
        role = Role.Builder.create(this, "Role").assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .roleName(spec instanceof FunctionSpec.Sealing ? deployment.sealingRole(stack, spec) : null).build();
        // The streams of its own log group, whose names the runtime makes up.
        may(List.of("logs:CreateLogStream", "logs:PutLogEvents"), logs.getLogGroupArn());
        if (spec instanceof FunctionSpec.Sealing) {
            may(List.of("kms:GenerateMac"), sealingKey,
                    Map.of("StringEquals", Map.of("kms:MacAlgorithm", "HMAC_SHA_512")));
        }
        function = Function.Builder.create(this, "Function").functionName(name).runtime(Runtime.JAVA_25)
                .architecture(deployment.architecture()).code(deployment.asset(spec)).role(role).logGroup(logs)
                .handler(Topology.HANDLER).memorySize(spec.memoryMb())
                .timeout(software.amazon.awscdk.Duration.seconds(spec.seconds()))
                .snapStart(
                        deployment.snapStart() && !isSilentTooLong(spec) ? SnapStartConf.ON_PUBLISHED_VERSIONS : null)
                .environment(environment).build();
        Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish",
                "The alias points at a published version, and everything invokes the alias.");
        alias = Alias.Builder.create(this, "Live").aliasName(LIVE).version(function.getCurrentVersion()).build();
        alarm("Errors", function.metricErrors(), 1);
        alarm("Throttles", function.metricThrottles(), 1);
        spec.alarming().stream().map(Class::getSimpleName).sorted()
                .forEach(event -> alarm(event, emitted(spec, event, deployment), 1));
    }

    /**
     * Whether a schedule leaves the function alone for so long that Lambda puts its snapshot away, and the next call fails. One
     * by people or by events may be silent too, and nobody knows when; what they see stands in docs/operating.md.
     */
    private static boolean isSilentTooLong(FunctionSpec spec) {
        return spec instanceof FunctionSpec.ByCron schedule
                && Cron.longestSilence(schedule.cron()).compareTo(SNAPSHOT_IS_KEPT) >= 0;
    }

    /** How often the function emitted an event: the metric it embeds in its log. */
    private static Metric emitted(FunctionSpec spec, String event, Deployment deployment) {
        return Metric.Builder.create().namespace(deployment.metricNamespace()).metricName(event)
                .dimensionsMap(Map.of("function", spec.name())).statistic("Sum")
                .period(software.amazon.awscdk.Duration.minutes(5)).build();
    }

    /** One of the metrics Lambda keeps of every function. */
    Metric metric(String metric, String statistic) {
        return function.metric(metric, MetricOptions.builder().statistic(statistic).build());
    }

    /** Says where the function finds the table of its programme. */
    void worksOn(ProgrammeTable table) {
        function.addEnvironment("CHONGSHAN_TABLE", table.name());
    }

    /** Says something the function finds in its environment. */
    void knows(String variable, String value) {
        function.addEnvironment(variable, value);
    }

    /** Lambda may call it from its own queue again and again: it is what a sweep does, a page a call. */
    void mayCallItselfThroughItsQueue() {
        var everywhereElse = CfnCondition.Builder.create(this, "DetectsLoops")
                .expression(Fn.conditionNot(Fn.conditionEquals(Aws.PARTITION, "aws-cn"))).build();
        ((CfnFunction) Objects.requireNonNull(function.getNode().getDefaultChild())).addPropertyOverride(
                "RecursiveLoop", Fn.conditionIf(everywhereElse.getLogicalId(), "Allow", Aws.NO_VALUE));
    }

    Alias alias() {
        return alias;
    }

    Function function() {
        return function;
    }

    /** Lets the function do this on exactly these resources. */
    void may(List<String> actions, String... resources) {
        role.addToPolicy(PolicyStatement.Builder.create().actions(actions).resources(List.of(resources)).build());
    }

    /** Lets the function do this under a condition. */
    void may(List<String> actions, String resource, Map<String, Object> condition) {
        role.addToPolicy(PolicyStatement.Builder.create().actions(actions).resources(List.of(resource))
                .conditions(condition).build());
    }

    /** An alarm that tells whoever operates it when the metric reaches a number within its period. */
    void alarm(String what, IMetric metric, Number reaches) {
        alarms.when(this, name, what, metric, reaches);
    }
}
