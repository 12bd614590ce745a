package org.chongshan.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Schedule;
import org.chongshan.core.WorkingDays;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * What happens by itself: the minute of each clock, and every schedule of the topology, with a role each, dead letters and an
 * alarm. Functions are named, not imported, so that one which leaves the topology can be deleted.
 */
final class SchedulesStack extends Stack {
    private final Deployment deployment;
    private final CfnScheduleGroup group;
    private final Queue failed;

    SchedulesStack(Construct scope, Deployment deployment, ITopic alarms) {
        super(scope, deployment.name("schedules"), deployment.stack("Chongshan: clock and schedules"));
        this.deployment = deployment;
        group = CfnScheduleGroup.Builder.create(this, "Group").name(deployment.name("schedules")).build();
        failed = LastResort.of(this, deployment, new Alarms(deployment, alarms), "schedules");
        // A minute not handed over within it is past; the next one does its work. A day is worth every try the scheduler makes.
        deployment.of(FunctionSpec.Clock.class)
                .forEach(clock -> schedule(clock, "rate(1 minute)", Duration.minutes(1), 0));
        deployment.of(FunctionSpec.ByCron.class)
                .forEach(function -> schedule(function, "cron(" + function.cron() + ")", Duration.days(1), 185));
    }

    private void schedule(FunctionSpec spec, String expression, Duration tried, int retries) {
        var target = deployment.liveArn(this, spec);
        var role = role(spec, target);
        var schedule = CfnSchedule.Builder.create(this, spec.name()).name(deployment.name(spec.name()))
                .groupName(group.getName()).scheduleExpression(expression)
                .scheduleExpressionTimezone(WorkingDays.ZONE.getId())
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .target(CfnSchedule.TargetProperty.builder().arn(target).roleArn(role.getRoleArn())
                        .input(Schedule.input("<aws.scheduler.scheduled-time>"))
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(tried.toSeconds()).maximumRetryAttempts(retries).build())
                        .deadLetterConfig(
                                CfnSchedule.DeadLetterConfigProperty.builder().arn(failed.getQueueArn()).build())
                        .build())
                .build();
        schedule.addResourceDependency(group);
        // Not a minute before the role may do what it is for.
        schedule.getNode().addDependency(role);
    }

    /** Taken on by the scheduler for this group of this account alone; may call the one function. */
    private Role role(FunctionSpec spec, String target) {
        // In a fixed order: the template says it as it comes.
        var of = new TreeMap<String, Object>();
        of.put("aws:SourceAccount", getAccount());
        of.put("aws:SourceArn", "arn:" + getPartition() + ":scheduler:" + getRegion() + ":" + getAccount()
                + ":schedule-group/" + deployment.name("schedules"));
        var scheduler = new ServicePrincipal("scheduler.amazonaws.com").withConditions(Map.of("StringEquals", of));
        var role = Role.Builder.create(this, spec.name() + "-role").assumedBy(scheduler).build();
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("lambda:InvokeFunction"))
                .resources(List.of(target)).build());
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("sqs:SendMessage"))
                .resources(List.of(failed.getQueueArn())).build());
        return role;
    }
}
