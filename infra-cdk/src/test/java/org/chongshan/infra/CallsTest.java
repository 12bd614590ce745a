package org.chongshan.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.chongshan.bureau.Topology;
import org.chongshan.infra.Policies.Call;
import org.chongshan.shell.TableShape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Stack;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever calls something may: for each call found in the templates the policies that AWS would evaluate are evaluated, the
 * caller's and the resource's. A programme that comes later is covered by being there.
 */
class CallsTest {
    @TempDir
    private static Path code;
    private static List<Stack> stacks;
    private static Cloud cloud;
    private static Policies policies;
    private static List<Call> calls;

    @BeforeAll
    static void synthesised() throws Exception {
        Files.writeString(code.resolve("empty"), "");
        stacks = Cloud.stacks(code, Topology.FUNCTIONS, "alarm", "duty@example.org");
        cloud = Cloud.of(stacks);
        policies = new Policies(cloud);
        calls = new Calls(cloud).all();
    }

    @Test
    void whoever_calls_something_may() {
        assertThat(calls).filteredOn(call -> !policies.allow(call)).isEmpty();
        assertThat(calls).extracting(Call::kind).contains("alarm -> topic", "alarm -> topic's key", "scheduler -> role",
                "scheduler -> function", "scheduler -> queue", "queue -> function", "stream -> function",
                "stream failure -> queue", "call failure -> queue", "API -> function", "Lambda -> role",
                "Lambda -> sealing key", "Lambda -> table's key", "role -> sqs:SendMessage",
                "role -> logs:PutLogEvents");
        assertThat(calls).filteredOn(call -> call.kind().equals("alarm -> topic"))
                .hasSameSizeAs(cloud.all("AWS::CloudWatch::Alarm"));
    }

    @Test
    void whatever_is_called_is_there() {
        assertThat(calls).extracting(Call::resource).filteredOn(arn -> !arn.equals("*"))
                .allSatisfy(arn -> assertThat(cloud.named(arn)).as(arn).isPresent());
    }

    @Test
    void a_resource_of_a_kind_nobody_has_thought_of_is_named() {
        assertThat(cloud.all()).extracting(Cloud.Resource::type)
                .allMatch(type -> Calls.CALL.contains(type) || Calls.DO_NOT.contains(type));
    }

    @Test
    void a_policy_that_only_forbids_plain_http_would_silence_every_alarm() {
        var refused = refusedWhen(resource -> {
            if (resource.get("Type").equals("AWS::SNS::TopicPolicy")) {
                statements(resource, "PolicyDocument").removeIf(statement -> statement.get("Effect").equals("Allow"));
            }
        });
        assertThat(refused).hasSize(cloud.all("AWS::CloudWatch::Alarm").size())
                .allMatch(call -> call.kind().equals("alarm -> topic"));
    }

    @Test
    void whatever_allowing_statement_is_taken_away_some_call_is_refused() {
        // Whoever has not written them meets them here: the schedule's, the stream's, the key's, the function's.
        for (var taken : List.of("AWS::KMS::Key KeyPolicy kms:GenerateMac", "AWS::KMS::Key KeyPolicy kms:Decrypt",
                "AWS::IAM::Role AssumeRolePolicyDocument sts:AssumeRole")) {
            var words = taken.split(" ");
            assertThat(refusedWhen(resource -> {
                if (resource.get("Type").equals(words[0])) {
                    statements(resource, words[1])
                            .removeIf(statement -> Cloud.list(statement.get("Action")).contains(words[2]));
                }
            })).as(taken).isNotEmpty();
        }
        for (var action : List.of("lambda:InvokeFunction", "sqs:SendMessage", "dynamodb:GetRecords",
                "kms:GenerateMac")) {
            var refused = calls.stream().filter(call -> call.action().equals(action) && !call.isOfService())
                    .filter(call -> !policies.allow(call, policies.identity(call.caller()).stream()
                            .filter(statement -> !Cloud.list(statement.get("Action")).contains(action)).toList()));
            assertThat(refused).as(action).isNotEmpty();
        }
        assertThat(calls.stream().filter(call -> call.kind().equals("API -> function"))
                .map(call -> call.with("aws:SourceArn", Cloud.arn("execute-api", "other/$default/GET/v1/leads"))))
                .isNotEmpty().noneMatch(policies::allow);
    }

    @Test
    void nobody_of_another_account_may_and_nothing_goes_over_plain_http() {
        assertThat(calls.stream().filter(call -> call.isOfService() && !call.kind().matches("Lambda -> role|API .*"))
                .map(call -> call.with("aws:SourceAccount", "999999999999").with("AWS:SourceOwner", "999999999999")))
                .isNotEmpty().noneMatch(policies::allow);
        assertThat(calls.stream().filter(call -> call.action().matches("(sqs|sns):.*"))
                .map(call -> call.with("aws:SecureTransport", "false"))).isNotEmpty().noneMatch(policies::allow);
    }

    @Test
    void a_stranger_who_may_do_anything_with_every_key_seals_and_opens_nothing() {
        var stranger = "arn:aws:iam::" + Cloud.ACCOUNT + ":role/anything";
        var anything = List.of(Map.<String, Object>of("Effect", "Allow", "Action", "kms:*", "Resource", "*"));
        assertThat(calls.stream().filter(call -> call.action().equals("kms:GenerateMac"))).isNotEmpty()
                .noneMatch(call -> policies.allow(call.by(stranger), anything));
        assertThat(calls.stream().filter(call -> call.kind().equals("Lambda -> table's key"))
                .map(call -> new Call(call.kind(), stranger, call.action(), call.resource(), Map.of()))).isNotEmpty()
                .noneMatch(call -> policies.allow(call, anything));
        for (var key : cloud.all("AWS::KMS::Key")) {
            assertThat(
                    policies.allow(new Call("admin", stranger, "kms:DescribeKey", cloud.arn(key), Map.of()), anything))
                    .as("but the account administers it").isTrue();
        }
    }

    @Test
    void a_clock_moves_its_marker_and_deadlines_and_changes_nothing_else() {
        var clocks = cloud.all("AWS::Lambda::Function").stream()
                .filter(function -> function.text("FunctionName").endsWith("-clock")).toList();
        assertThat(clocks).isNotEmpty().allSatisfy(clock -> {
            var programme = clock.text("FunctionName").split("-")[1];
            var update = new Call("clock", clock.text("Role"), "dynamodb:UpdateItem",
                    Cloud.arn("dynamodb", "table/chongshan-" + programme), Map.of());
            assertThat(policies.allow(update.with("dynamodb:LeadingKeys", List.of("clock/" + programme))
                    .with("dynamodb:Attributes", List.of("pk", "sk", "day")))).as("its marker").isTrue();
            var moved = update.with("dynamodb:LeadingKeys", List.of("household/H-1")).with("dynamodb:Attributes",
                    List.of(TableShape.PK, TableShape.SK, TableShape.DUE_BUCKET, TableShape.DUE_AT));
            assertThat(policies.allow(moved)).as("a deadline, to another day").isTrue();
            assertThat(policies.allow(moved.with("dynamodb:ReturnValues", "ALL_NEW"))).as("and see it whole").isFalse();
            for (var attribute : List.of(TableShape.STATE, TableShape.VERSION, TableShape.EMITTED)) {
                assertThat(policies.allow(moved.with("dynamodb:Attributes", List.of("pk", "sk", attribute))))
                        .as(attribute).isFalse();
            }
            assertThat(policies.allow(update.with("dynamodb:LeadingKeys", List.of("household/H-1"))))
                    .as("an attribute nobody names").isFalse();
            var read = new Call("clock", clock.text("Role"), "dynamodb:GetItem", update.resource(),
                    Map.of("dynamodb:LeadingKeys", List.of("household/H-1")));
            assertThat(policies.allow(read)).as("a state").isFalse();
        });
    }

    private static List<Call> refusedWhen(Consumer<Map<String, Object>> editor) {
        var edited = new Policies(Cloud.of(stacks, editor));
        return calls.stream().filter(call -> !edited.allow(call)).toList();
    }

    /** A policy of the template itself, to be changed. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> statements(Map<String, Object> resource, String policy) {
        var document = Cloud.map(resource.get("Properties")).get(policy);
        return (List<Map<String, Object>>) Cloud.map(document).computeIfAbsent("Statement",
                none -> new ArrayList<Map<String, Object>>());
    }
}
