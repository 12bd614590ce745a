package org.chongshan.infra;

import java.util.Locale;
import java.util.Optional;

import org.chongshan.core.FunctionSpec;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Node;

/**
 * What differs between environments, from the CDK context ({@code -c key=value}).
 *
 * @param prefix       stands before every name ({@code prefix}, default {@code chongshan-})
 * @param retention    of logs ({@code retention}, a name of {@link RetentionDays}, default one year)
 * @param snapStart    whether published versions start from a snapshot ({@code snapstart}, default true)
 * @param architecture of the functions ({@code architecture}: {@code arm64} or {@code x86_64})
 * @param alarmAddress e-mail address alarms go to ({@code alarm}), none by default
 * @param issuer       OIDC issuer in place of Cognito ({@code issuer}, with {@code audience})
 * @param audience     of its tokens
 * @param code         the zip ({@code code}, default {@code ../functions/target/functions-lambda.zip})
 */
record Deployment(String prefix, RetentionDays retention, boolean snapStart, Architecture architecture,
        Optional<String> alarmAddress, Optional<String> issuer, String audience, String code) {

    static Deployment of(Node node) {
        return new Deployment(text(node, "prefix").orElse("chongshan-"),
                RetentionDays.valueOf(text(node, "retention").orElse("ONE_YEAR").toUpperCase(Locale.ROOT)),
                text(node, "snapstart").map(Boolean::parseBoolean).orElse(true),
                text(node, "architecture").orElse("arm64").equals("x86_64") ? Architecture.X86_64 : Architecture.ARM_64,
                text(node, "alarm"), text(node, "issuer"), text(node, "audience").orElse("chongshan"),
                text(node, "code").orElse("../functions/target/functions-lambda.zip"));
    }

    private static Optional<String> text(Node node, String key) {
        return Optional.ofNullable(node.tryGetContext(key)).map(Object::toString).filter(value -> !value.isEmpty());
    }

    Code asset() {
        return Code.fromAsset(code);
    }

    String name(String own) {
        return prefix + own;
    }

    /** The ARN of a queue of the topology, in whichever stack it is. */
    String queueArn(Stack stack, FunctionSpec function) {
        return "arn:" + stack.getPartition() + ":sqs:" + stack.getRegion() + ":" + stack.getAccount() + ":"
                + name(function.queueName());
    }
}
