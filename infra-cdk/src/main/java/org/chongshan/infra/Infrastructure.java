package org.chongshan.infra;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import org.chongshan.core.Programme;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;

/** The CDK app: one stack per programme, one for the gateway, one for operations, one for the key personal data is sealed with. */
public final class Infrastructure {
    private Infrastructure() {}

    /** Run by the CDK's command line; see {@code cdk.json}. */
    public static void main(String[] arguments) {
        var app = new App();
        build(app);
        app.synth();
    }

    /** All stacks of an environment, under cdk-nag's eyes. */
    static List<Stack> build(App app) {
        var deployment = Deployment.of(app.getNode());
        var operations = new OperationsStack(app, deployment);
        var sealing = new SealingStack(app, deployment);
        Map<Programme, ProgrammeStack> programmes = new EnumMap<>(Programme.class);
        for (var programme : Programme.values()) {
            programmes.put(programme,
                    new ProgrammeStack(app, programme, deployment, operations.alarms(), sealing.key()));
        }
        var gateway = new GatewayStack(app, deployment, operations.alarms(), sealing.key(), programmes);
        Aspects.of(app).add(new AwsSolutionsChecks());
        var stacks = new ArrayList<Stack>(List.of(operations, sealing, gateway));
        stacks.addAll(programmes.values());
        return stacks;
    }
}
