package org.chongshan.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.chongshan.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Trigger;
import org.chongshan.core.Programme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

import static org.assertj.core.api.Assertions.assertThat;

/** What would be deployed means what the topology says. */
class InfrastructureTest {
    @TempDir
    private static Path code;
    private static List<Stack> stacks;
    /** Every resource of every stack, by type and then by {@code <stack>/<logical id>}. */
    private static final Map<String, Map<String, Map<String, Object>>> RESOURCES = new HashMap<>();

    @BeforeAll
    static void synthesised() throws Exception {
        Files.writeString(code.resolve("empty"), "");
        stacks = Infrastructure.build(app());
        for (var stack : stacks) {
            resources(stack).forEach((id, resource) -> RESOURCES
                    .computeIfAbsent((String) resource.get("Type"), type -> new HashMap<>())
                    .put(stack.getStackName() + "/" + id, map(resource.get("Properties"))));
        }
    }

    private static App app() {
        return new App(AppProps.builder().context(Map.of("code", code.toString())).analyticsReporting(false).build());
    }

    @Test
    void every_function_of_the_topology_is_there_with_its_environment_memory_and_time() {
        for (var spec : Topology.FUNCTIONS) {
            var function = only("AWS::Lambda::Function", named("FunctionName", spec.name()));
            assertThat(function).containsEntry("Runtime", "java25").containsEntry("MemorySize", spec.memoryMb())
                    .containsEntry("Timeout", spec.seconds())
                    .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"));
            assertThat(map(map(function.get("Environment")).get("Variables")))
                    .containsEntry("SPRING_CLOUD_FUNCTION_DEFINITION", spec.name())
                    .containsEntry("CHONGSHAN_PREFIX", "chongshan-");
        }
        assertThat(all("AWS::Lambda::Function")).hasSameSizeAs(Topology.FUNCTIONS);
        assertThat(all("AWS::Lambda::Alias")).hasSameSizeAs(Topology.FUNCTIONS);
    }

    @Test
    void every_queued_function_has_a_fifo_queue_with_fifo_dead_letters_and_answers_for_each_message() {
        for (var spec : Topology.queued()) {
            var queue = only("AWS::SQS::Queue", named("QueueName", spec.queueName()));
            assertThat(queue).containsEntry("FifoQueue", true).containsEntry("VisibilityTimeout", 6 * spec.seconds())
                    .containsEntry("FifoThroughputLimit", "perMessageGroupId").containsKey("RedrivePolicy");
            assertThat(only("AWS::SQS::Queue", named("QueueName", spec.deadLetterName())))
                    .containsEntry("FifoQueue", true)
                    .containsEntry("MessageRetentionPeriod", 14 * 24 * 3600);
        }
        var mappings = all("AWS::Lambda::EventSourceMapping");
        assertThat(mappings).hasSize(Topology.queued().size() + Topology.triggeredBy(Trigger.STREAM).size());
        assertThat(mappings)
                .allMatch(mapping -> mapping.get("FunctionResponseTypes").equals(List.of("ReportBatchItemFailures")));
    }

    @Test
    void every_stream_is_read_by_its_relay_alone_and_a_record_that_always_fails_does_not_stop_it() {
        var readers = all("AWS::Lambda::EventSourceMapping").stream()
                .filter(mapping -> mapping.containsKey("StartingPosition")).toList();
        assertThat(readers).hasSameSizeAs(Topology.triggeredBy(Trigger.STREAM));
        assertThat(readers).allSatisfy(mapping -> {
            assertThat(mapping).containsEntry("BisectBatchOnFunctionError", true).containsKey("DestinationConfig");
            assertThat(mapping.get("FilterCriteria").toString()).contains("emitted", "INSERT");
        });
        assertThat(rolesThatMay("dynamodb:GetRecords")).isEqualTo(names(Trigger.STREAM));
    }

    @Test
    void only_what_relays_may_send() {
        var senders = names(Trigger.POST, Trigger.STREAM, Trigger.MINUTE, Trigger.SWEEP, Trigger.SCHEDULE);
        assertThat(rolesThatMay("sqs:SendMessage")).isEqualTo(senders);
    }

    @Test
    void a_function_touches_the_table_of_its_own_programme_alone_and_only_who_decides_or_sweeps_writes() {
        assertThat(rolesThatMay("dynamodb:PutItem")).isEqualTo(names(Trigger.QUEUE, Trigger.SWEEP));
        assertThat(rolesThatMay("dynamodb:DeleteItem")).isEqualTo(names(Trigger.QUEUE));
        assertThat(rolesThatMay("dynamodb:UpdateItem")).isEqualTo(names(Trigger.MINUTE));
        assertThat(rolesThatMay("dynamodb:BatchGetItem")).isEqualTo(names(Trigger.GET));
        policies().forEach((function, statements) -> statements.stream()
                .filter(statement -> statement.get("Action").toString().contains("dynamodb:"))
                .forEach(statement -> assertThat(statement.get("Resource").toString()).as(function)
                        .as("the table, its index or its stream in the same stack").contains("Fn::GetAtt=[Table")
                        .doesNotContain("Fn::ImportValue")));
    }

    @Test
    void no_policy_names_every_resource() {
        policies().forEach((role, statements) -> assertThat(statements)
                .allSatisfy(statement -> assertThat(statement.get("Resource")).as(role).isNotEqualTo("*")));
    }

    @Test
    void tables_are_encrypted_with_a_key_of_their_own_recoverable_and_protected() {
        assertThat(all("AWS::DynamoDB::Table")).hasSize(Programme.values().length).allSatisfy(table -> {
            assertThat(map(table.get("SSESpecification"))).containsEntry("SSEType", "KMS")
                    .containsKey("KMSMasterKeyId");
            assertThat(table).containsEntry("DeletionProtectionEnabled", true);
            assertThat(table.get("PointInTimeRecoverySpecification").toString())
                    .contains("PointInTimeRecoveryEnabled=true");
            assertThat(table.get("StreamSpecification").toString()).contains("NEW_IMAGE");
        });
        assertThat(all("AWS::KMS::Key")).filteredOn(key -> !"HMAC_512".equals(key.get("KeySpec")))
                .allMatch(key -> Boolean.TRUE.equals(key.get("EnableKeyRotation")));
    }

    @Test
    void only_ingest_and_queries_derive_the_sealing_key_which_outlives_its_stack() {
        assertThat(only("AWS::KMS::Key", key -> "HMAC_512".equals(key.get("KeySpec"))))
                .containsEntry("KeyUsage", "GENERATE_VERIFY_MAC");
        var sealing = stacks.stream().filter(stack -> stack.getStackName().equals("chongshan-sealing")).findFirst()
                .orElseThrow();
        assertThat(map(Template.fromStack(sealing).toJSON().get("Resources")).values())
                .allSatisfy(resource -> assertThat(map(resource)).containsEntry("DeletionPolicy", "Retain")
                        .containsEntry("UpdateReplacePolicy", "Retain"));
        assertThat(rolesThatMay("kms:GenerateMac")).isEqualTo(names(Trigger.POST, Trigger.GET));
        assertThat(rolesThatMay("kms:VerifyMac")).isEmpty();
        policies().forEach((function, statements) -> statements.stream()
                .filter(statement -> allows(statement, "kms:GenerateMac"))
                .forEach(statement -> assertThat(statement.get("Resource").toString()).as(function)
                        .startsWith("{Fn::ImportValue=chongshan-sealing:")));
        for (var spec : Topology.FUNCTIONS) {
            var variables = map(map(only("AWS::Lambda::Function", named("FunctionName", spec.name()))
                    .get("Environment")).get("Variables"));
            assertThat(variables.containsKey(FunctionSpec.SEALING_KEY)).as(spec.name())
                    .isEqualTo(names(Trigger.POST, Trigger.GET).contains(spec.name()));
        }
    }

    @Test
    void whoever_operates_it_hears_of_dead_letters_age_errors_throttles_and_missed_relief() {
        var metrics = all("AWS::CloudWatch::Alarm").stream().map(alarm -> alarm.get("MetricName"))
                .collect(Collectors.groupingBy(Object::toString, Collectors.counting()));
        var functions = (long) Topology.FUNCTIONS.size();
        assertThat(metrics).containsEntry("Errors", functions).containsEntry("Throttles", functions)
                .containsEntry("ApproximateAgeOfOldestMessage", (long) Topology.queued().size())
                .containsEntry("IteratorAge", (long) Programme.values().length)
                .containsEntry("ReliefDeadlineBreached", 1L);
        assertThat(all("AWS::CloudWatch::Alarm")).allMatch(alarm -> alarm.containsKey("AlarmActions"));
    }

    @Test
    void clocks_run_each_minute_and_the_quarter_opens_by_the_calendar_of_the_bureau() {
        assertThat(all("AWS::Scheduler::Schedule")).extracting(schedule -> schedule.get("ScheduleExpression"))
                .containsExactlyInAnyOrder("rate(1 minute)", "rate(1 minute)", "cron(0 0 1 1,4,7,10 ? *)");
        assertThat(all("AWS::Scheduler::Schedule")).allSatisfy(schedule -> {
            assertThat(schedule).containsEntry("ScheduleExpressionTimezone", "Asia/Shanghai");
            assertThat(map(schedule.get("Target"))).containsKey("DeadLetterConfig");
        });
    }

    @Test
    void every_route_wants_a_token_and_every_collection_has_its_routes() {
        var routes = all("AWS::ApiGatewayV2::Route");
        var collections = Topology.FUNCTIONS.stream().filter(function -> function.serves() != null).count();
        assertThat(routes).hasSize((int) (2 * collections + 1))
                .allMatch(route -> "JWT".equals(route.get("AuthorizationType")));
        assertThat(only("AWS::ApiGatewayV2::Stage", stage -> true)).containsKeys("AccessLogSettings",
                "DefaultRouteSettings");
    }

    @Test
    void cdk_nag_finds_nothing_that_is_not_reasoned() {
        var findings = new ArrayList<String>();
        for (var stack : stacks) {
            Annotations.fromStack(stack).findError("*", Match.stringLikeRegexp("AwsSolutions-.*"))
                    .forEach(finding -> findings.add(finding.getId() + " " + finding.getEntry().getData()));
            Annotations.fromStack(stack).findWarning("*", Match.stringLikeRegexp("AwsSolutions-.*"))
                    .forEach(finding -> findings.add(finding.getId() + " " + finding.getEntry().getData()));
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void synthesised_by_two_processes_it_is_the_same_byte_for_byte(@TempDir Path one, @TempDir Path other)
            throws Exception {
        synth(one);
        synth(other);
        for (var stack : stacks) {
            var file = stack.getStackName() + ".template.json";
            assertThat(Files.readString(one.resolve(file))).as(file).isEqualTo(Files.readString(other.resolve(file)));
        }
    }

    /** A process of its own: the order of Java's immutable maps and sets differs from one to the next. */
    private static void synth(Path folder) throws Exception {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "org.chongshan.infra.Infrastructure").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("CDK_OUTDIR", folder.toString());
        process.environment().put("CDK_CONTEXT_JSON", "{\"code\": \"" + code + "\"}");
        assertThat(process.start().waitFor()).isZero();
    }

    private static Set<String> names(Trigger... triggers) {
        return Topology.FUNCTIONS.stream().filter(function -> List.of(triggers).contains(function.trigger()))
                .map(FunctionSpec::name).collect(Collectors.toSet());
    }

    /** Functions whose role may do this. */
    private static Set<String> rolesThatMay(String action) {
        return policies().entrySet().stream()
                .filter(policy -> policy.getValue().stream().anyMatch(statement -> allows(statement, action)))
                .map(Map.Entry::getKey).filter(name -> !name.contains("Scheduler")).collect(Collectors.toSet());
    }

    private static boolean allows(Map<String, Object> statement, String action) {
        var actions = statement.get("Action");
        return actions.equals(action) || actions instanceof List<?> list && list.contains(action);
    }

    /** Statements by the function they are for: the policy's logical id begins with the function's construct. */
    private static Map<String, List<Map<String, Object>>> policies() {
        var policies = new HashMap<String, List<Map<String, Object>>>();
        RESOURCES.get("AWS::IAM::Policy").forEach((id, policy) -> {
            var own = id.substring(id.indexOf('/') + 1);
            var name = Topology.FUNCTIONS.stream().map(FunctionSpec::name)
                    .filter(function -> own.startsWith(function.replace("-", "") + "RoleDefaultPolicy")).findFirst()
                    .orElse("Scheduler " + own);
            List<Map<String, Object>> statements = new ArrayList<>();
            ((List<?>) map(policy.get("PolicyDocument")).get("Statement"))
                    .forEach(statement -> statements.add(map(statement)));
            policies.computeIfAbsent(name, none -> new ArrayList<>()).addAll(statements);
        });
        return policies;
    }

    private static List<Map<String, Object>> all(String type) {
        return List.copyOf(RESOURCES.getOrDefault(type, Map.of()).values());
    }

    private static Map<String, Object> only(String type, Predicate<Map<String, Object>> which) {
        var found = all(type).stream().filter(which).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Predicate<Map<String, Object>> named(String property, String name) {
        return resource -> ("chongshan-" + name).equals(resource.get(property));
    }

    private static Map<String, Map<String, Object>> resources(Stack stack) {
        var resources = new HashMap<String, Map<String, Object>>();
        map(Template.fromStack(stack).toJSON().get("Resources")).forEach((id, value) -> resources.put(id, map(value)));
        return resources;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
