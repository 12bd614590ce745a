package org.chongshan.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where ends what has no queue of its own to come back to: stream records, asynchronous calls, schedules. */
final class LastResort {
    private LastResort() {}

    /** A queue named {@code <prefix><who>-failed}, with an alarm when something is in it. */
    static Queue of(Construct scope, Deployment deployment, Alarms alarms, String who) {
        var queue = Queue.Builder.create(scope, "Failed").queueName(deployment.name(who + "-failed"))
                .encryption(QueueEncryption.SQS_MANAGED).enforceSsl(true).retentionPeriod(Duration.days(14)).build();
        alarms.when(scope, who, "DeadLettersThere", queue.metricApproximateNumberOfMessagesVisible(), 1);
        return Reasoned.that(queue, "AwsSolutions-SQS3", "It is itself where undelivered messages end.");
    }
}
