package org.chongshan.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chongshan.Topology;
import org.chongshan.core.FunctionSpec;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** One line of the topology deployed: function, role of its own, log group, version, alias, alarms. */
final class FunctionConstruct extends Construct {
    private final Role role;
    private final Function function;
    private final Alias alias;
    private final ITopic alarms;

    FunctionConstruct(Construct scope, FunctionSpec spec, Deployment deployment, ITopic alarms, IKey sealingKey) {
        super(scope, spec.name());
        this.alarms = alarms;
        var name = deployment.name(spec.name());
        var stack = Stack.of(this);
        var logs = LogGroup.Builder.create(this, "Logs").logGroupName("/aws/lambda/" + name)
                .retention(deployment.retention()).removalPolicy(RemovalPolicy.DESTROY).build();
        var environment = new TreeMap<>(Topology.environment(spec));
        environment.put("CHONGSHAN_PREFIX", deployment.prefix());
        environment.put("CHONGSHAN_QUEUE_BASE",
                "https://sqs." + stack.getRegion() + "." + stack.getUrlSuffix() + "/" + stack.getAccount() + "/");
        if (spec.trigger().isSealing()) {
            environment.put(FunctionSpec.SEALING_KEY, sealingKey.getKeyArn());
        }
        role = Role.Builder.create(this, "Role").assumedBy(new ServicePrincipal("lambda.amazonaws.com")).build();
        // The streams of its own log group, whose names the runtime makes up.
        may(List.of("logs:CreateLogStream", "logs:PutLogEvents"), logs.getLogGroupArn());
        if (spec.trigger().isSealing()) {
            may(List.of("kms:GenerateMac"), sealingKey.getKeyArn(),
                    Map.of("StringEquals", Map.of("kms:MacAlgorithm", "HMAC_SHA_512")));
        }
        function = Function.Builder.create(this, "Function").functionName(name).runtime(Runtime.JAVA_25)
                .architecture(deployment.architecture()).code(deployment.asset()).role(role).logGroup(logs)
                .handler("org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest")
                .memorySize(spec.memoryMb()).timeout(Duration.seconds(spec.seconds()))
                .snapStart(deployment.snapStart() ? SnapStartConf.ON_PUBLISHED_VERSIONS : null)
                .environment(environment)
                .build();
        alias = Alias.Builder.create(this, "Live").aliasName("live").version(function.getCurrentVersion()).build();
        alarm("Errors", function.metricErrors(), 1);
        alarm("Throttles", function.metricThrottles(), 1);
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

    /** An alarm that tells whoever operates it when the metric reaches a number within five minutes. */
    void alarm(String name, Metric metric, Number reaches) {
        var alarm = Alarm.Builder.create(this, name).metric(metric).threshold(reaches).evaluationPeriods(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING).build();
        alarm.addAlarmAction(new SnsAction(alarms));
    }
}
