package org.chongshan.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.chongshan.bureau.ContextMap;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.Translation;
import org.chongshan.events.CountChanged;
import org.chongshan.events.Programme;
import org.chongshan.events.Public;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.shell.Settings;
import org.jspecify.annotations.Nullable;
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
 * @param kept         what is there already and is worked on in place of what would be made
 * @param code         folder of the zips ({@code code}, default {@code ../functions/target})
 * @param functions    the topology that is deployed
 */
record Deployment(String prefix, RetentionDays retention, boolean snapStart, Architecture architecture,
        boolean isProtected, Optional<String> alarmAddress, Optional<String> issuer, String audience, Kept kept,
        String code, List<FunctionSpec> functions) {

    /** Of the functions' queues together no more calls at a time: half of what a full account may run. */
    private static final int CALLS = 500;
    /** One queue's: beyond that, an aggregate's order is what it waits for. */
    private static final int MOST_CALLS = 20;

    /** @throws IllegalArgumentException when a value is none */
    static Deployment of(Node node, List<FunctionSpec> functions) {
        var context = new Context(node);
        return new Deployment(context.matching("prefix", "[a-z][a-z0-9-]{0,20}-").orElse("chongshan-"),
                RetentionDays.valueOf(context.matching("retention", names(RetentionDays.values())).orElse("ONE_YEAR")),
                is(context, "snapstart"),
                context.matching("architecture", "arm64|x86_64").orElse("arm64").equals("arm64")
                        ? Architecture.ARM_64
                        : Architecture.X86_64,
                is(context, "protection"), context.text("alarm"), context.text("issuer"),
                context.text("audience").orElse("chongshan"), Kept.of(context),
                context.text("code").orElse("../functions/target"), functions);
    }

    /** True unless told otherwise. */
    private static boolean is(Context context, String key) {
        return Boolean.parseBoolean(context.matching(key, "true|false").orElse("true"));
    }

    private static String names(Enum<?>[] values) {
        return String.join("|", Arrays.stream(values).map(Enum::name).toList());
    }

    /** The zip a function runs from. */
    Code asset(FunctionSpec function) {
        var zip = Path.of(code, function.archive());
        if (!Files.exists(zip)) {
            throw new IllegalStateException(zip + " is not there; build it first: ./mvnw -q package -DskipTests");
        }
        return Code.fromAsset(zip.toString());
    }

    /** The functions of a programme, in the topology's order; of none, those of the whole bureau. */
    List<FunctionSpec> functionsOf(@Nullable Programme programme) {
        return functions.stream().filter(
                function -> programme == (function instanceof FunctionSpec.OfProgramme of ? of.programme() : null))
                .toList();
    }

    /** The functions of one kind. */
    <F extends FunctionSpec> List<F> of(Class<F> kind) {
        return functions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The functions that have a queue. */
    List<FunctionSpec.Queued> queued() {
        return of(FunctionSpec.Queued.class);
    }

    /**
     * Calls at a time from one queue. Beyond the account's limit Lambda would throttle, each throttled receive counts, and
     * after five of them a good message is a dead letter.
     */
    int callsAtATime() {
        // Two is the least an event source mapping takes.
        return Math.clamp(CALLS / Math.max(1, queued().size()), 2, MOST_CALLS);
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

    /** The ARNs of every queue of the topology: somebody may post to each. */
    String[] queueArns(Stack stack) {
        return queued().stream().map(function -> queueArn(stack, function)).toArray(String[]::new);
    }

    /** The ARNs of one programme's queues. */
    String[] queueArns(Stack stack, Programme programme) {
        return queued().stream().filter(function -> function.programme() == programme)
                .map(function -> queueArn(stack, function)).toArray(String[]::new);
    }

    /**
     * The ARNs of one programme's queues, and of those where what it states goes: by the context map, and what the core states on
     * behalf of any function.
     */
    String[] queueArnsSpokenTo(Stack stack, Programme programme) {
        var spoken = Stream.concat(Stream.of(CountChanged.class),
                ContextMap.LINES.stream().filter(line -> Programme.of(line.from()) == programme).map(Translation::into))
                .toList();
        var own = Stream.concat(Stream.of(queueArns(stack, programme)), Stream.of(queueArnsTaking(stack, spoken)));
        var outbound = of(FunctionSpec.Outbound.class).stream().filter(function -> saysToOthers(programme))
                .map(function -> queueArn(stack, function));
        return Stream.concat(own, outbound).distinct().toArray(String[]::new);
    }

    private static boolean saysToOthers(Programme programme) {
        return EventCatalogue.all().stream().anyMatch(
                event -> event.isAnnotationPresent(Public.class) && programme.events().isAssignableFrom(event));
    }

    /** The ARNs of the queues of all functions that accept one of these events. */
    String[] queueArnsTaking(Stack stack, List<? extends Class<?>> events) {
        return queued().stream()
                .filter(function -> function instanceof FunctionSpec.Collection<?, ?> collection
                        && events.stream().anyMatch(collection.accepts()::contains))
                .map(function -> queueArn(stack, function)).toArray(String[]::new);
    }

    /**
     * The name of the role of a function that derives the sealing key, whose policy names it. Roles are the account's, in
     * every region.
     */
    String sealingRole(Stack stack, FunctionSpec function) {
        return name(function.name()) + "-" + stack.getRegion();
    }

    /** The ARNs of all roles that derive the sealing key. */
    List<String> sealingRoleArns(Stack stack) {
        return functions.stream().filter(FunctionSpec.Sealing.class::isInstance).map(function -> "arn:"
                + stack.getPartition() + ":iam::" + stack.getAccount() + ":role/" + sealingRole(stack, function))
                .toList();
    }

    /** The ARN of the version of a function that is live, in whichever stack it is. */
    String liveArn(Stack stack, FunctionSpec function) {
        return "arn:" + stack.getPartition() + ":lambda:" + stack.getRegion() + ":" + stack.getAccount() + ":function:"
                + name(function.name()) + ":" + FunctionConstruct.LIVE;
    }
}
