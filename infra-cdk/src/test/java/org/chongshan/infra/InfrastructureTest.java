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
import java.util.stream.Stream;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Programme;
import org.chongshan.shell.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What would be deployed means what the topology says. */
class InfrastructureTest {
    private static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/";
    @TempDir
    private static Path code;
    private static List<Stack> stacks;
    /** Every resource of every stack, by type and then by {@code <stack>/<logical id>}. */
    private static final Map<String, Map<String, Map<String, Object>>> RESOURCES = new HashMap<>();

    @BeforeAll
    static void synthesised() throws Exception {
        Files.writeString(code.resolve("empty"), "");
        stacks = environment();
        for (var stack : stacks) {
            resources(stack).forEach(
                    (id, resource) -> RESOURCES.computeIfAbsent((String) resource.get("Type"), type -> new HashMap<>())
                            .put(stack.getStackName() + "/" + id, map(resource.get("Properties"))));
        }
    }

    private static List<Stack> environment(String... keysAndValues) {
        return Cloud.stacks(code, Topology.FUNCTIONS, keysAndValues);
    }

    /** The properties of every resource of a type in an environment of its own. */
    private static List<Map<String, Object>> elsewhere(String type, String... keysAndValues) {
        return environment(keysAndValues).stream().flatMap(stack -> resources(stack).values().stream())
                .filter(resource -> type.equals(resource.get("Type"))).map(resource -> map(resource.get("Properties")))
                .toList();
    }

    @Test
    void every_function_of_the_topology_is_there_with_its_environment_memory_and_time() {
        for (var spec : Topology.FUNCTIONS) {
            var function = only("AWS::Lambda::Function", named("FunctionName", spec.name()));
            assertThat(function).containsEntry("Runtime", "java25").containsEntry("MemorySize", spec.memoryMb())
                    .containsEntry("Timeout", spec.seconds());
            assertThat(map(map(function.get("Environment")).get("Variables")))
                    .containsEntry("SPRING_CLOUD_FUNCTION_DEFINITION", spec.name())
                    .containsEntry("CHONGSHAN_PREFIX", "chongshan-");
            if (spec instanceof FunctionSpec.OfProgramme of) {
                assertThat(map(map(function.get("Environment")).get("Variables"))).containsEntry("CHONGSHAN_TABLE",
                        "chongshan-" + of.programme().tableName());
            }
        }
        assertThat(all("AWS::Lambda::Function")).hasSameSizeAs(Topology.FUNCTIONS);
        assertThat(all("AWS::Lambda::Alias")).hasSameSizeAs(Topology.FUNCTIONS);
    }

    /** Lambda puts away the snapshot of a version nobody calls for 14 days, and the call after that fails. */
    @Test
    void every_function_starts_from_a_snapshot_but_a_schedule_that_is_silent_for_fourteen_days() {
        var withoutSnapshot = all("AWS::Lambda::Function").stream()
                .filter(function -> !Map.of("ApplyOn", "PublishedVersions").equals(function.get("SnapStart")))
                .map(function -> function.get("FunctionName").toString().substring("chongshan-".length()))
                .collect(Collectors.toSet());
        var rare = Topology.of(FunctionSpec.ByCron.class).stream()
                .filter(schedule -> Cron.longestSilence(schedule.cron()).toDays() >= 14).map(FunctionSpec::name)
                .collect(Collectors.toSet());
        assertThat(withoutSnapshot).isEqualTo(rare).contains("subsidy-quarter-opening");
    }

    @ParameterizedTest
    @CsvSource({"0 6 * * ? *, 1", "0 6 ? * MON *, 7", "0 6 1 * ? *, 31", "0 0 1 1/3 ? *, 92", "0 0 29 2 ? *, 1461"})
    void a_schedules_silence_is_the_longest_time_between_two_of_its_calls(String cron, int days) {
        assertThat(Cron.longestSilence(cron).toDays()).isEqualTo(days);
    }

    @Test
    void every_queued_function_has_a_fifo_queue_with_fifo_dead_letters_and_answers_for_each_message() {
        for (var spec : Topology.queued()) {
            var queue = only("AWS::SQS::Queue", named("QueueName", spec.queueName()));
            assertThat(queue).containsEntry("FifoQueue", true).containsEntry("VisibilityTimeout", 6 * spec.seconds())
                    .containsEntry("FifoThroughputLimit", "perMessageGroupId").containsKey("RedrivePolicy");
            assertThat(only("AWS::SQS::Queue", named("QueueName", spec.deadLetterName())))
                    .containsEntry("FifoQueue", true).containsEntry("MessageRetentionPeriod", 14 * 24 * 3600);
        }
        var mappings = all("AWS::Lambda::EventSourceMapping");
        assertThat(mappings).hasSize(Topology.queued().size() + Topology.of(FunctionSpec.Relay.class).size());
        assertThat(mappings)
                .allMatch(mapping -> mapping.get("FunctionResponseTypes").equals(List.of("ReportBatchItemFailures")));
    }

    @Test
    void one_queue_never_takes_all_the_calls_an_account_has() {
        var mappings = all("AWS::Lambda::EventSourceMapping").stream()
                .filter(mapping -> !mapping.containsKey("StartingPosition")).toList();
        assertThat(mappings).hasSameSizeAs(Topology.queued()).allSatisfy(mapping -> {
            assertThat(mapping).containsEntry("BatchSize", 10).doesNotContainKey("MaximumBatchingWindowInSeconds");
            assertThat(callsAtATime(mapping)).isEqualTo(callsAtATime(mappings.getFirst())).isBetween(2, 20);
        });
        assertThat(callsAtATime(mappings.getFirst()) * mappings.size()).as("of a thousand").isLessThan(500);
    }

    private static int callsAtATime(Map<String, Object> mapping) {
        return ((Number) map(mapping.get("ScalingConfig")).get("MaximumConcurrency")).intValue();
    }

    @Test
    void whatever_invokes_a_function_invokes_the_version_that_is_live() {
        assertThat(all("AWS::Lambda::EventSourceMapping"))
                .allSatisfy(mapping -> assertThat(mapping.get("FunctionName").toString()).contains("Live"));
        assertThat(all("AWS::ApiGatewayV2::Integration"))
                .allSatisfy(integration -> assertThat(integration.get("IntegrationUri").toString()).contains("Live"));
        assertThat(all("AWS::Scheduler::Schedule")).allSatisfy(
                schedule -> assertThat(map(schedule.get("Target")).get("Arn").toString()).contains(":live"));
        assertThat(all("AWS::Lambda::EventInvokeConfig")).isNotEmpty()
                .allSatisfy(config -> assertThat(config.get("Qualifier").toString()).contains("Live"));
        assertThat(all("AWS::Lambda::Version")).hasSameSizeAs(Topology.FUNCTIONS);
    }

    @Test
    void what_a_function_or_a_schedule_may_do_is_settled_before_anything_can_invoke_it() {
        for (var stack : stacks) {
            resources(stack).values().stream()
                    .filter(resource -> Set.of("AWS::Lambda::Function", "AWS::Scheduler::Schedule")
                            .contains(resource.get("Type")))
                    .forEach(resource -> assertThat(resource.get("DependsOn").toString())
                            .containsIgnoringCase("RoleDefaultPolicy"));
        }
    }

    @Test
    void a_sweep_may_call_itself_through_its_queue_and_nothing_else_may() {
        assertThat(all("AWS::Lambda::Function").stream().filter(function -> function.containsKey("RecursiveLoop"))
                .map(function -> ((String) function.get("FunctionName")).substring("chongshan-".length()))
                .collect(Collectors.toSet())).isEqualTo(names(FunctionSpec.Sweep.class));
    }

    @Test
    void every_stream_is_read_by_its_relay_alone_and_a_record_that_always_fails_does_not_stop_it() {
        var readers = all("AWS::Lambda::EventSourceMapping").stream()
                .filter(mapping -> mapping.containsKey("StartingPosition")).toList();
        assertThat(readers).hasSameSizeAs(Topology.of(FunctionSpec.Relay.class));
        assertThat(readers).allSatisfy(mapping -> {
            assertThat(mapping).containsEntry("BisectBatchOnFunctionError", true).containsKey("DestinationConfig")
                    .as("given up while the stream still holds it").containsEntry("MaximumRecordAgeInSeconds", 6 * 3600)
                    .doesNotContainKey("MaximumRetryAttempts");
            assertThat(mapping.get("FilterCriteria").toString()).contains("emitted", "INSERT");
        });
        assertThat(rolesThatMay("dynamodb:GetRecords")).isEqualTo(names(FunctionSpec.Relay.class));
    }

    @Test
    void no_decider_may_send() {
        var senders = names(FunctionSpec.Ingest.class, FunctionSpec.Relay.class, FunctionSpec.Clock.class,
                FunctionSpec.Sweep.class, FunctionSpec.Schedule.class, FunctionSpec.Query.class,
                FunctionSpec.RegistrySearch.class, FunctionSpec.Digest.class);
        assertThat(rolesThatMay("sqs:SendMessage")).isEqualTo(senders);
    }

    @Test
    void what_answers_reads_may_say_who_takes_something_away_and_send_nothing_else() {
        assertThat(names(FunctionSpec.Query.class, FunctionSpec.RegistrySearch.class)).isNotEmpty()
                .allSatisfy(query -> assertThat(maySendTo(query)).hasSize(1).first().asString()
                        .contains(":chongshan-disclosure.fifo"));
    }

    @Test
    void every_relay_may_tell_the_figures() {
        assertThat(names(FunctionSpec.Relay.class)).isNotEmpty().allSatisfy(
                relay -> assertThat(maySendTo(relay)).anyMatch(to -> to.toString().contains("-figure.fifo")));
    }

    private static List<Object> maySendTo(String function) {
        return policies().get(function).stream().filter(statement -> allows(statement, "sqs:SendMessage"))
                .flatMap(statement -> statement.get("Resource") instanceof List<?> all
                        ? all.stream().map(Object.class::cast)
                        : Stream.of(statement.get("Resource")))
                .toList();
    }

    @Test
    void a_relay_sends_within_its_programme_and_where_the_context_map_leads_and_nowhere_else() {
        var ofTreasury = policies().get("treasury-relay").stream()
                .filter(statement -> allows(statement, "sqs:SendMessage")).map(Object::toString)
                .collect(Collectors.joining());
        assertThat(ofTreasury).contains("-payment.fifo", "-relief-case.fifo", "-reserve-fund.fifo")
                .doesNotContain("-household.fifo", "-child.fifo");
    }

    @Test
    void one_function_may_say_something_to_others_on_one_bus_and_works_on_no_table() {
        var bus = only("AWS::Events::EventBus", any -> true);
        assertThat(bus).containsEntry("Name", "chongshan-public");
        assertThat(rolesThatMay("events:PutEvents")).isEqualTo(names(FunctionSpec.Outbound.class));
        assertThat(policies().get("outbound").stream().map(Object::toString)).hasSize(3)
                .anyMatch(may -> may.contains("events:PutEvents") && may.contains("Fn::GetAtt=[Public"))
                .anyMatch(may -> may.contains("sqs:ReceiveMessage")).noneMatch(may -> may.contains("dynamodb:"));
        var speakers = Topology.of(FunctionSpec.Relay.class).stream()
                .filter(relay -> policies().get(relay.name()).toString().contains("-outbound.fifo"))
                .map(FunctionSpec::name).collect(Collectors.toSet());
        assertThat(speakers).containsExactlyInAnyOrder("relief-relay", "eldercare-relay", "organisations-relay",
                "bureau-relay");
    }

    @Test
    void every_digest_reaches_the_mornings_and_reads_the_list_index_alone() {
        assertThat(Topology.of(FunctionSpec.Digest.class)).isNotEmpty()
                .allSatisfy(digest -> assertThat(policies().get(digest.name()).stream()
                        .filter(statement -> !allows(statement, "logs:PutLogEvents")).map(Object::toString))
                        .hasSize(4)
                        .anyMatch(may -> may.contains("sqs:SendMessage") && may.contains("-morning-digest.fifo")
                                && !may.contains("-figure.fifo"))
                        .anyMatch(may -> may.contains("Action=dynamodb:Query") && may.contains("/index/by-scope"))
                        .anyMatch(may -> may.contains("sqs:SendMessage") && may.contains("digestFailed"))
                        .anyMatch(may -> may.contains("kms:Decrypt") && !may.contains("kms:Encrypt")));
    }

    @Test
    void a_function_touches_the_table_of_its_own_programme_alone_and_only_who_decides_or_sweeps_writes() {
        assertThat(rolesThatMay("dynamodb:PutItem"))
                .isEqualTo(names(FunctionSpec.Collection.class, FunctionSpec.Sweep.class));
        assertThat(rolesThatMay("dynamodb:DeleteItem")).isEqualTo(names(FunctionSpec.Collection.class));
        assertThat(rolesThatMay("dynamodb:UpdateItem")).isEqualTo(names(FunctionSpec.Clock.class));
        assertThat(rolesThatMay("dynamodb:BatchGetItem"))
                .isEqualTo(names(FunctionSpec.Query.class, FunctionSpec.Collection.class));
        policies().forEach((function, statements) -> statements.stream()
                .filter(statement -> statement.get("Action").toString().contains("dynamodb:"))
                .forEach(statement -> assertThat(statement.get("Resource").toString()).as(function)
                        .as("the table, its index or its stream in the same stack").contains("Fn::GetAtt=[Table")
                        .doesNotContain("Fn::ImportValue")));
    }

    @Test
    void a_decider_and_a_sweep_touch_their_own_aggregates_alone() {
        for (var spec : Topology.queued().stream().filter(one -> !(one instanceof FunctionSpec.Outbound)).toList()) {
            assertThat(policies().get(spec.name()).stream().filter(statement -> allows(statement, "dynamodb:PutItem")))
                    .singleElement().satisfies(statement -> assertThat(statement.get("Condition").toString())
                            .isEqualTo("{ForAllValues:StringLike={dynamodb:LeadingKeys=[" + spec.name() + "/*]}}"));
        }
    }

    @Test
    void a_programmes_key_works_through_dynamodb_alone_and_for_its_own_functions_alone() {
        var keys = all("AWS::KMS::Key").stream().filter(key -> key.get("Description").toString().startsWith("Table"))
                .toList();
        assertThat(keys).hasSize(Programme.values().length).allSatisfy(key -> {
            for (var statement : (List<?>) map(key.get("KeyPolicy")).get("Statement")) {
                if (allows(map(statement), "kms:Decrypt")) {
                    assertThat(map(statement).get("Condition").toString()).contains("kms:ViaService", "dynamodb.");
                } else {
                    assertThat(map(statement).get("Action").toString()).doesNotContain("crypt", "kms:Generate", "kms:*",
                            "CreateGrant");
                }
            }
        });
        policies().forEach((function, statements) -> statements.stream()
                .filter(statement -> statement.get("Action").toString().contains("kms:Decrypt")).forEach(statement -> {
                    assertThat(statement.get("Condition").toString()).as(function).contains("kms:ViaService");
                    assertThat(statement.get("Resource").toString()).contains("Fn::GetAtt=[Key")
                            .doesNotContain("Fn::ImportValue");
                }));
        assertThat(rolesThatMay("kms:Encrypt")).as("who only reads does not encrypt")
                .isEqualTo(names(FunctionSpec.Collection.class, FunctionSpec.Sweep.class, FunctionSpec.Clock.class));
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
    void only_ingest_and_what_answers_reads_derive_the_sealing_key_which_outlives_its_stack() {
        assertThat(only("AWS::KMS::Key", key -> "HMAC_512".equals(key.get("KeySpec")))).containsEntry("KeyUsage",
                "GENERATE_VERIFY_MAC");
        assertThat(rolesThatMay("kms:GenerateMac")).isEqualTo(names(FunctionSpec.Sealing.class));
        assertThat(rolesThatMay("kms:VerifyMac")).isEmpty();
        policies().forEach(
                (function, statements) -> statements.stream().filter(statement -> allows(statement, "kms:GenerateMac"))
                        .forEach(statement -> assertThat(statement.get("Resource").toString()).as(function)
                                .startsWith("{Fn::ImportValue=chongshan-sealing:")));
        for (var spec : Topology.FUNCTIONS) {
            var variables = map(
                    map(only("AWS::Lambda::Function", named("FunctionName", spec.name())).get("Environment"))
                            .get("Variables"));
            assertThat(variables.containsKey(FunctionSpec.SEALING_KEY)).as(spec.name())
                    .isEqualTo(names(FunctionSpec.Sealing.class).contains(spec.name()));
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
    void an_event_the_topology_calls_alarming_raises_an_alarm_on_the_metric_its_function_writes() {
        var expected = Topology.FUNCTIONS.stream().flatMap(spec -> spec.alarming().stream()
                .map(event -> "Chongshan/chongshan " + event.getSimpleName() + " " + spec.name())).toList();
        assertThat(expected).contains("Chongshan/chongshan ReliefDeadlineBreached relief-case",
                "Chongshan/chongshan EmergencyUnanswered hotline");
        assertThat(all("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.get("Namespace").toString().startsWith("Chongshan"))
                .map(alarm -> alarm.get("Namespace") + " " + alarm.get("MetricName") + " "
                        + map(((List<?>) alarm.get("Dimensions")).getFirst()).get("Value")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void clocks_run_each_minute_and_schedules_by_the_calendar_of_the_bureau_from_a_stack_of_their_own() {
        var expected = new ArrayList<String>();
        Topology.of(FunctionSpec.Clock.class).forEach(spec -> expected.add(spec.name() + " rate(1 minute)"));
        Topology.of(FunctionSpec.ByCron.class)
                .forEach(spec -> expected.add(spec.name() + " cron(" + spec.cron() + ")"));
        var schedules = all("AWS::Scheduler::Schedule");
        assertThat(schedules).extracting(schedule -> schedule.get("Name").toString().replace("chongshan-", "") + " "
                + schedule.get("ScheduleExpression")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(schedules).allSatisfy(schedule -> {
            assertThat(schedule).containsEntry("ScheduleExpressionTimezone", "Asia/Shanghai").containsEntry("GroupName",
                    "chongshan-schedules");
            assertThat(map(schedule.get("Target"))).containsKeys("DeadLetterConfig", "RetryPolicy")
                    .containsEntry("Input", "{\"time\":\"<aws.scheduler.scheduled-time>\"}");
        });
        assertThat(RESOURCES.get("AWS::Scheduler::Schedule").keySet())
                .allMatch(id -> id.startsWith("chongshan-schedules/"));
        assertThat(RESOURCES.get("AWS::SQS::Queue").keySet()).anyMatch(id -> id.startsWith("chongshan-schedules/"));
    }

    @Test
    void the_scheduler_takes_on_a_role_for_its_own_group_alone_and_may_call_one_function_with_it() {
        var roles = all("AWS::IAM::Role").stream()
                .filter(role -> role.get("AssumeRolePolicyDocument").toString().contains("scheduler.")).toList();
        assertThat(roles).hasSameSizeAs(all("AWS::Scheduler::Schedule"))
                .allSatisfy(role -> assertThat(role.get("AssumeRolePolicyDocument").toString())
                        .contains("aws:SourceAccount", "aws:SourceArn", ":schedule-group/chongshan-schedules"));
        policies().entrySet().stream().filter(policy -> policy.getKey().startsWith("Scheduler"))
                .forEach(policy -> assertThat(
                        policy.getValue().stream().filter(statement -> allows(statement, "lambda:InvokeFunction")))
                        .singleElement()
                        .satisfies(statement -> assertThat(statement.get("Resource").toString()).contains(":live")));
    }

    @Test
    void a_schedule_that_fails_for_good_is_kept_and_a_minute_is_made_up_for_by_the_next() {
        var configs = all("AWS::Lambda::EventInvokeConfig");
        assertThat(configs)
                .hasSize(Topology.of(FunctionSpec.ByCron.class).size() + Topology.of(FunctionSpec.Clock.class).size());
        assertThat(configs.stream().filter(config -> config.get("MaximumRetryAttempts").equals(0)))
                .hasSameSizeAs(Topology.of(FunctionSpec.Clock.class));
        assertThat(configs.stream().filter(config -> !config.get("MaximumRetryAttempts").equals(0)))
                .allMatch(config -> config.get("DestinationConfig").toString().contains("Failed"));
    }

    @Test
    void every_queue_where_something_may_end_has_an_alarm() {
        var alarmed = all("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> "ApproximateNumberOfMessagesVisible".equals(alarm.get("MetricName")))
                .map(alarm -> alarm.get("AlarmName").toString()).collect(Collectors.toSet());
        var last = all("AWS::SQS::Queue").stream().map(queue -> queue.get("QueueName").toString())
                .filter(name -> name.endsWith("-failed") || name.endsWith("-dead.fifo"))
                .map(name -> name.replaceAll("(-failed|-dead.fifo)$", "-DeadLettersThere")).collect(Collectors.toSet());
        assertThat(alarmed).isEqualTo(last).contains("chongshan-schedules-DeadLettersThere",
                "chongshan-relief-relay-DeadLettersThere");
    }

    @Test
    void nobody_can_give_themselves_a_role() {
        var client = only("AWS::Cognito::UserPoolClient", any -> true);
        assertThat(client).containsEntry("WriteAttributes", List.of("locale"));
        assertThat((List<?>) client.get("ReadAttributes")).map(Object::toString)
                .containsExactlyInAnyOrder("custom:role", "custom:subdistrict");
        assertThat(client.getOrDefault("AllowedOAuthFlows", List.of()).toString()).isEqualTo("[]");
        var users = only("AWS::Cognito::UserPool", any -> true);
        assertThat(users).containsEntry("MfaConfiguration", "ON").containsEntry("DeletionProtection", "ACTIVE");
        assertThat(users.get("AdminCreateUserConfig").toString()).contains("AllowAdminCreateUserOnly=true");
    }

    @Test
    void an_administrator_signs_the_first_user_in_with_a_password_and_a_code_of_an_authenticator() {
        assertThat((List<?>) only("AWS::Cognito::UserPoolClient", any -> true).get("ExplicitAuthFlows"))
                .map(Object::toString).contains("ALLOW_ADMIN_USER_PASSWORD_AUTH")
                .doesNotContain("ALLOW_USER_PASSWORD_AUTH");
        var users = only("AWS::Cognito::UserPool", any -> true);
        assertThat(users).containsEntry("EnabledMfas", List.of("SOFTWARE_TOKEN_MFA"));
        assertThat(((List<?>) users.get("Schema")).stream().map(attribute -> map(attribute).get("Name").toString()))
                .containsExactlyInAnyOrder("role", "subdistrict");
    }

    @Test
    void the_access_log_says_who_and_how_it_went_never_what_was_in_it() {
        var format = only("AWS::ApiGatewayV2::Stage", stage -> true).get("AccessLogSettings").toString();
        assertThat(format).contains("$context.authorizer.claims.sub", "$context.routeKey")
                .doesNotContain("$context.path", "body", "query");
    }

    @Test
    void the_dashboard_shows_every_function_and_every_queue_of_the_topology() {
        var body = only("AWS::CloudWatch::Dashboard", any -> true).get("DashboardBody").toString();
        Topology.FUNCTIONS.forEach(spec -> assertThat(body).contains("\"chongshan-" + spec.name() + "\""));
        Topology.queued().forEach(spec -> assertThat(body).contains("chongshan-" + spec.queueName(),
                "chongshan-" + spec.deadLetterName()));
        assertThat(body).contains("chongshan-schedules-failed", "ReliefDeadlineBreached", "## relief", "## minors");
    }

    @Test
    void whoever_tries_it_out_is_told_where_it_is() {
        var outputs = stacks.stream()
                .flatMap(stack -> map(Template.fromStack(stack).toJSON().get("Outputs")).keySet().stream()).toList();
        assertThat(outputs).contains("ApiUrl", "UserPoolId", "ClientId");
    }

    @Test
    void everything_is_tagged_but_event_source_mappings_which_china_does_not_know_tags_of() {
        assertThat(all("AWS::DynamoDB::Table")).allSatisfy(
                table -> assertThat(table.get("Tags").toString()).contains("application", "environment", "programme"));
        assertThat(all("AWS::Lambda::EventSourceMapping")).noneMatch(mapping -> mapping.containsKey("Tags"));
        assertThat(stacks).allMatch(Stack::getTerminationProtection);
        assertThat(stacks).allSatisfy(stack -> assertThat(stack.getTags().renderTags()).isNull());
    }

    @Test
    void an_environment_of_another_name_shares_nothing_with_the_first() {
        var stacks = environment("prefix", "bureau-test-");
        assertThat(stacks).allMatch(stack -> stack.getStackName().startsWith("bureau-test-"));
        for (var stack : stacks) {
            // What is called chongshan, beside the application itself, would be the other environment's.
            resources(stack).values().forEach(resource -> assertThat(resource.toString()).doesNotContain("chongshan-"));
        }
        assertThat(Settings.metricNamespace("bureau-test-")).isNotEqualTo(Settings.metricNamespace("chongshan-"));
    }

    @Test
    void context_settles_snapshots_architecture_retention_alarms_and_issuer() {
        assertThat(elsewhere("AWS::Lambda::Function", "snapstart", "false", "architecture", "x86_64"))
                .hasSameSizeAs(Topology.FUNCTIONS).allMatch(function -> !function.containsKey("SnapStart"))
                .allMatch(function -> function.get("Architectures").equals(List.of("x86_64")));
        assertThat(all("AWS::Lambda::Function"))
                .allMatch(function -> function.get("Architectures").equals(List.of("arm64")));
        assertThat(elsewhere("AWS::Logs::LogGroup", "retention", "ONE_WEEK"))
                .allMatch(logs -> logs.get("RetentionInDays").equals(7));
        assertThat(elsewhere("AWS::SNS::Subscription", "alarm", "duty@example.org")).singleElement()
                .satisfies(one -> assertThat(one).containsEntry("Endpoint", "duty@example.org"));
        assertThat(all("AWS::SNS::Subscription")).isEmpty();
        assertThat(elsewhere("AWS::Cognito::UserPool", "issuer", "https://id.example.org")).isEmpty();
        assertThat(elsewhere("AWS::ApiGatewayV2::Authorizer", "issuer", "https://id.example.org", "audience", "bureau"))
                .singleElement().satisfies(one -> assertThat(one.get("JwtConfiguration").toString())
                        .contains("https://id.example.org", "bureau"));
        assertThat(elsewhere("AWS::DynamoDB::Table", "protection", "false"))
                .allMatch(table -> table.get("DeletionProtectionEnabled").equals(false));
    }

    @Test
    void context_points_a_programme_at_a_table_that_is_there_and_leaves_the_others_alone() {
        var stream = "arn:aws:dynamodb:eu-west-1:123456789012:table/chongshan-relief-restored/stream/2026-01-01";
        String[] kept = {"table-relief", stream, "key-relief", KEY + "relief", "sealing-key", KEY + "sealing"};
        var functions = elsewhere("AWS::Lambda::Function", kept);
        for (var spec : Topology.of(FunctionSpec.OfProgramme.class)) {
            var own = functions.stream().filter(named("FunctionName", spec.name())).toList().getFirst();
            assertThat(map(map(own.get("Environment")).get("Variables"))).containsEntry("CHONGSHAN_TABLE",
                    spec.programme() == Programme.RELIEF
                            ? "chongshan-relief-restored"
                            : "chongshan-" + spec.programme().tableName());
        }
        assertThat(elsewhere("AWS::Lambda::EventSourceMapping", kept))
                .anyMatch(mapping -> stream.equals(mapping.get("EventSourceArn")));
        assertThat(elsewhere("AWS::IAM::Policy", kept))
                .anyMatch(policy -> policy.toString().matches("(?s).*table/chongshan-relief-restored[,}].*")
                        && policy.toString().contains("dynamodb:PutItem"))
                .anyMatch(policy -> policy.toString().contains("Resource=" + KEY + "relief"));
        assertThat(elsewhere("AWS::DynamoDB::Table", kept)).as("none of that name is made")
                .hasSize(Programme.values().length - 1);
    }

    @Test
    void beside_a_sealing_key_that_is_there_no_second_one_is_made() {
        assertThat(elsewhere("AWS::KMS::Key", "sealing-key", KEY + "sealing"))
                .noneMatch(key -> "HMAC_512".equals(key.get("KeySpec")));
        assertThat(elsewhere("AWS::Lambda::Function", "sealing-key", KEY + "sealing"))
                .filteredOn(function -> map(map(function.get("Environment")).get("Variables"))
                        .containsKey(FunctionSpec.SEALING_KEY))
                .hasSize(names(FunctionSpec.Sealing.class).size())
                .allSatisfy(function -> assertThat(map(map(function.get("Environment")).get("Variables")))
                        .containsEntry(FunctionSpec.SEALING_KEY, KEY + "sealing"));
        assertThat(elsewhere("AWS::Cognito::UserPool", "users", "eu-west-1_Ab12")).isEmpty();
        assertThat(elsewhere("AWS::Cognito::UserPoolClient", "users", "eu-west-1_Ab12")).singleElement()
                .satisfies(client -> assertThat(client).containsEntry("UserPoolId", "eu-west-1_Ab12"));
    }

    @Test
    void a_table_that_is_there_wants_its_key_and_the_key_its_records_are_sealed_with() {
        var stream = "arn:aws:dynamodb:eu-west-1:123456789012:table/chongshan-relief/stream/2026-01-01";
        assertThatThrownBy(() -> environment("table-relief", stream, "sealing-key", KEY + "sealing"))
                .hasMessageContaining("-c key-relief");
        assertThatThrownBy(() -> environment("table-relief", stream, "key-relief", KEY + "relief"))
                .hasMessageContaining("-c sealing-key");
    }

    /** "Retain" alone would leave what a first deployment made before it failed, and the second would find the name taken. */
    @Test
    void what_holds_records_outlives_its_stack_but_not_a_deployment_that_never_was() {
        for (var stack : stacks) {
            resources(stack).forEach((id, resource) -> {
                var holds = Set.of("AWS::DynamoDB::Table", "AWS::Cognito::UserPool", "AWS::KMS::Alias")
                        .contains(resource.get("Type"))
                        || "AWS::KMS::Key".equals(resource.get("Type"))
                                && !"Alarms".equals(map(resource.get("Properties")).get("Description"));
                if (holds) {
                    assertThat(resource).as(id).containsEntry("DeletionPolicy", "RetainExceptOnCreate")
                            .containsEntry("UpdateReplacePolicy", "Retain");
                } else {
                    assertThat(resource.getOrDefault("DeletionPolicy", "Delete")).as(id).isEqualTo("Delete");
                }
            });
        }
        assertThat(only("AWS::KMS::Alias", any -> true))
                .as("there once in an account and region: a second key has no name")
                .containsEntry("AliasName", "alias/chongshan-sealing");
    }

    @ParameterizedTest
    @CsvSource({"architecture, arm", "snapstart, yes", "retention, LONG", "prefix, Bureau", "protection, off",
            "table-relief, chongshan-relief-restored", "sealing-key, alias/chongshan-sealing", "users, somebody"})
    void a_context_value_that_is_none_is_named(String key, String value) {
        assertThatThrownBy(() -> environment(key, value)).hasMessageContaining("-c " + key + "=" + value);
    }

    @Test
    void every_route_wants_a_token_and_every_collection_has_its_routes() {
        var routes = all("AWS::ApiGatewayV2::Route");
        var collections = Topology.collections().size();
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

    private static Set<String> names(Class<?>... kinds) {
        return Topology.FUNCTIONS.stream()
                .filter(function -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(function)))
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
