package org.chongshan.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Programme;
import org.chongshan.shell.Settings;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Node;

/**
 * What differs between environments, from the CDK context ({@code -c key=value}). A value that is none is an error.
 *
 * @param prefix       stands before every name ({@code prefix}, default {@code chongshan-})
 * @param retention    of logs ({@code retention}, a name of {@link RetentionDays}, default one year)
 * @param snapStart    whether published versions start from a snapshot ({@code snapstart}, default true)
 * @param architecture of the functions ({@code architecture}: {@code arm64} or {@code x86_64})
 * @param isProtected  whether stacks, tables and users are guarded against deletion ({@code protection}, default true)
 * @param alarmAddress e-mail address alarms go to ({@code alarm}), none by default
 * @param issuer       OIDC issuer in place of Cognito ({@code issuer}, with {@code audience})
 * @param audience     of its tokens
 * @param restored     stream ARN of the restored table a programme works on in place of its own
 *                     ({@code restored-<programme>}), none by default
 * @param code         the zip ({@code code}, default {@code ../functions/target/functions-lambda.zip})
 */
record Deployment(String prefix, RetentionDays retention, boolean snapStart, Architecture architecture,
        boolean isProtected, Optional<String> alarmAddress, Optional<String> issuer, String audience,
        Map<Programme, String> restored, String code) {

    static Deployment of(Node node) {
        return new Deployment(matching(node, "prefix", "chongshan-", "[a-z][a-z0-9-]{0,20}-"),
                RetentionDays.valueOf(matching(node, "retention", "ONE_YEAR", names(RetentionDays.values()))),
                Boolean.parseBoolean(matching(node, "snapstart", "true", "true|false")),
                matching(node, "architecture", "arm64", "arm64|x86_64").equals("arm64")
                        ? Architecture.ARM_64
                        : Architecture.X86_64,
                Boolean.parseBoolean(matching(node, "protection", "true", "true|false")), text(node, "alarm"),
                text(node, "issuer"), text(node, "audience").orElse("chongshan"), restored(node),
                text(node, "code").orElse("../functions/target/functions-lambda.zip"));
    }

    private static Map<Programme, String> restored(Node node) {
        var restored = new EnumMap<Programme, String>(Programme.class);
        for (var programme : Programme.values()) {
            var key = "restored-" + programme.key();
            var stream = matching(node, key, "", "|arn:[a-z-]+:dynamodb:[a-z0-9-]+:\\d{12}:table/[^/]+/stream/[^/]+");
            if (!stream.isEmpty()) {
                restored.put(programme, stream);
            }
        }
        return restored;
    }

    private static Optional<String> text(Node node, String key) {
        return Optional.ofNullable(node.tryGetContext(key)).map(Object::toString).filter(value -> !value.isEmpty());
    }

    /** A value of this form; anything else would silently deploy something other than what was asked for. */
    private static String matching(Node node, String key, String unlessGiven, String form) {
        var value = text(node, key).orElse(unlessGiven);
        if (!value.matches(form)) {
            throw new IllegalArgumentException("-c " + key + "=" + value + " is not of the form " + form);
        }
        return value;
    }

    private static String names(Enum<?>[] values) {
        return String.join("|", Arrays.stream(values).map(Enum::name).toList());
    }

    Code asset() {
        if (!Files.exists(Path.of(code))) {
            throw new IllegalStateException(code + " is not there; build it first: ./mvnw -q package -DskipTests");
        }
        return Code.fromAsset(code);
    }

    String name(String own) {
        return prefix + own;
    }

    /** A stack says what it is, and is not deleted by mistake. */
    StackProps stack(String description) {
        return StackProps.builder().description(description).terminationProtection(isProtected).build();
    }

    /** What the environment is called where a name stands alone: the prefix without its dash. */
    String environment() {
        return prefix.substring(0, prefix.length() - 1).toLowerCase(Locale.ROOT);
    }

    /** Where CloudWatch finds the metrics the functions write into their logs. */
    String metricNamespace() {
        return Settings.metricNamespace(prefix);
    }

    /** The ARN of a queue of the topology, in whichever stack it is. */
    String queueArn(Stack stack, FunctionSpec.Queued function) {
        return "arn:" + stack.getPartition() + ":sqs:" + stack.getRegion() + ":" + stack.getAccount() + ":"
                + name(function.queueName());
    }

    /** The ARN of the version of a function that is live, in whichever stack it is. */
    String liveArn(Stack stack, FunctionSpec function) {
        return "arn:" + stack.getPartition() + ":lambda:" + stack.getRegion() + ":" + stack.getAccount() + ":function:"
                + name(function.name()) + ":" + FunctionConstruct.LIVE;
    }
}
