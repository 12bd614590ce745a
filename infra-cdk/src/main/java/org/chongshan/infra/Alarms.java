package org.chongshan.infra;

import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** Tells whoever operates an environment; the alarm's name says which function and what. */
record Alarms(Deployment deployment, ITopic topic) {

    /** An alarm when the metric reaches a number within its period. Silence is good news: no data, no alarm. */
    void when(Construct scope, String who, String what, IMetric metric, Number reaches) {
        Alarm.Builder.create(scope, what).alarmName(deployment.name(who + "-" + what)).metric(metric).threshold(reaches)
                .evaluationPeriods(1).comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING).build().addAlarmAction(new SnsAction(topic));
    }
}
