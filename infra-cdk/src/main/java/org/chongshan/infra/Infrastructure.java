package org.chongshan.infra;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Programme;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.constructs.IConstruct;

/**
 * The CDK app: one stack per programme, one for the gateway, one for clock and schedules, one for operations, one for the key
 * personal data is sealed with.
 */
public final class Infrastructure {
    /** Neither event source mappings nor what a stack hands down to them: China's regions know no tags there. */
    private static final TagProps WHERE_TAGS_ARE_KNOWN = TagProps.builder()
            .excludeResourceTypes(List.of("AWS::Lambda::EventSourceMapping", "aws:cdk:stack")).build();

    private Infrastructure() {}

    /** Run by the CDK's command line; see {@code cdk.json}. */
    public static void main(String[] arguments) {
        var app = new App();
        try {
            build(app, Topology.FUNCTIONS);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        app.synth();
    }

    /** All stacks of an environment with these functions, under cdk-nag's eyes. */
    static List<Stack> build(App app, List<FunctionSpec> functions) {
        var deployment = Deployment.of(app.getNode(), functions);
        var operations = new OperationsStack(app, deployment);
        var stacks = new ArrayList<Stack>(List.of(operations));
        var sealingKey = deployment.kept().sealingKey().orElseGet(() -> {
            var sealing = new SealingStack(app, deployment);
            stacks.add(sealing);
            return sealing.keyArn();
        });
        Map<Programme, ProgrammeStack> programmes = new EnumMap<>(Programme.class);
        for (var programme : Programme.values()) {
            var stack = new ProgrammeStack(app, programme, deployment, operations.alarms(), sealingKey);
            tag(stack, "programme", programme.key());
            programmes.put(programme, stack);
        }
        var gateway = new GatewayStack(app, deployment, operations.alarms(), sealingKey, programmes);
        var schedules = new SchedulesStack(app, deployment, operations.alarms());
        programmes.values().forEach(schedules::addStackDependency);
        tag(app, "application", "chongshan");
        tag(app, "environment", deployment.environment());
        Aspects.of(app).add(new AwsSolutionsChecks());
        stacks.addAll(List.of(gateway, schedules));
        stacks.addAll(programmes.values());
        return stacks;
    }

    private static void tag(IConstruct scope, String name, String value) {
        Tags.of(scope).add(name, value, WHERE_TAGS_ARE_KNOWN);
    }
}
