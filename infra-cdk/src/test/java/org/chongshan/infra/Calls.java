package org.chongshan.infra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.chongshan.core.FunctionSpec;
import org.chongshan.infra.Cloud.Resource;
import org.chongshan.infra.Policies.Call;

import static org.chongshan.infra.Cloud.list;
import static org.chongshan.infra.Cloud.map;
import static org.chongshan.infra.Cloud.maps;

/** Every call that one service of AWS, or a function, makes to another resource of the stacks, found in the templates. */
record Calls(Cloud cloud) {
    /** Types that call something, each with where this class looks for it. */
    static final Set<String> CALL = Set.of("AWS::CloudWatch::Alarm", "AWS::Scheduler::Schedule",
            "AWS::Lambda::EventSourceMapping", "AWS::Lambda::EventInvokeConfig", "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Integration", "AWS::Lambda::Function", "AWS::IAM::Policy", "AWS::SNS::Subscription");
    /** Types that only are called, or say who may. */
    static final Set<String> DO_NOT = Set.of("AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "AWS::SQS::Queue",
            "AWS::SQS::QueuePolicy", "AWS::KMS::Key", "AWS::KMS::Alias", "AWS::DynamoDB::Table", "AWS::IAM::Role",
            "AWS::Lambda::Version", "AWS::Lambda::Alias", "AWS::Lambda::Permission", "AWS::Logs::LogGroup",
            "AWS::CloudWatch::Dashboard", "AWS::Scheduler::ScheduleGroup", "AWS::ApiGatewayV2::Api",
            "AWS::ApiGatewayV2::Authorizer", "AWS::ApiGatewayV2::Stage", "AWS::Cognito::UserPool",
            "AWS::Cognito::UserPoolClient", "AWS::Events::EventBus", "AWS::CDK::Metadata");

    private static final Set<String> WRITES = Set.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem");

    List<Call> all() {
        return Stream
                .of(alarms(), subscriptions(), schedules(), mappings(), asynchronous(), routes(), functions(),
                        permissions())
                .flatMap(calls -> calls).flatMap(call -> Stream.concat(Stream.of(call), key(call))).distinct().toList();
    }

    private Stream<Call> alarms() {
        return cloud.all("AWS::CloudWatch::Alarm").stream()
                .flatMap(alarm -> Stream.of("AlarmActions", "OKActions", "InsufficientDataActions")
                        .flatMap(when -> list(alarm.properties().get(when)).stream())
                        .map(topic -> service("alarm -> topic", "cloudwatch", "sns:Publish", topic.toString(),
                                cloud.arn(alarm))));
    }

    private Stream<Call> subscriptions() {
        return cloud.all("AWS::SNS::Subscription").stream()
                .filter(subscription -> Set.of("sqs", "lambda").contains(subscription.text("Protocol")))
                .map(subscription -> service("topic -> " + subscription.text("Protocol"), "sns",
                        subscription.text("Protocol").equals("sqs") ? "sqs:SendMessage" : "lambda:InvokeFunction",
                        subscription.text("Endpoint"), subscription.text("TopicArn")));
    }

    private Stream<Call> schedules() {
        return cloud.all("AWS::Scheduler::Schedule").stream().flatMap(schedule -> {
            var target = map(schedule.properties().get("Target"));
            var role = target.get("RoleArn").toString();
            var group = Cloud.arn("scheduler", "schedule-group/" + schedule.text("GroupName"));
            return Stream.of(service("scheduler -> role", "scheduler", "sts:AssumeRole", role, group),
                    role("scheduler -> function", role, "lambda:InvokeFunction", target.get("Arn").toString()),
                    role("scheduler -> queue", role, "sqs:SendMessage",
                            map(target.get("DeadLetterConfig")).get("Arn").toString()));
        });
    }

    /** What Lambda asks for, AWS Lambda Developer Guide, "Amazon SQS" and "DynamoDB event source mapping". */
    private Stream<Call> mappings() {
        return cloud.all("AWS::Lambda::EventSourceMapping").stream().flatMap(mapping -> {
            var role = roleOf(mapping.text("FunctionName"));
            var source = mapping.text("EventSourceArn");
            var reads = source.contains(":sqs:")
                    ? Stream.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
                            .map(action -> role("queue -> function", role, action, source))
                    : Stream.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator",
                            "dynamodb:ListStreams").map(action -> role("stream -> function", role, action, source));
            return Stream.concat(reads, onFailure("stream failure -> queue", mapping, role));
        });
    }

    private Stream<Call> asynchronous() {
        return cloud.all("AWS::Lambda::EventInvokeConfig").stream()
                .flatMap(config -> onFailure("call failure -> queue", config, roleOf(config.text("FunctionName"))));
    }

    private static Stream<Call> onFailure(String kind, Resource config, String role) {
        var destinations = map(config.properties().getOrDefault("DestinationConfig", Map.of()));
        return maps(destinations.get("OnFailure"))
                .map(failure -> role(kind, role, "sqs:SendMessage", failure.get("Destination").toString()));
    }

    private Stream<Call> routes() {
        return cloud.all("AWS::ApiGatewayV2::Route").stream().map(route -> {
            var integration = cloud.all("AWS::ApiGatewayV2::Integration").stream()
                    .filter(one -> route.text("Target").equals("integrations/" + cloud.ref(one))).findFirst()
                    .orElseThrow();
            return service("API -> function", "apigateway", "lambda:InvokeFunction", integration.text("IntegrationUri"),
                    Cloud.arn("execute-api",
                            route.text("ApiId") + "/$default/" + route.text("RouteKey").replace(" ", "")));
        });
    }

    private Stream<Call> functions() {
        return cloud.all("AWS::Lambda::Function").stream().flatMap(function -> {
            var role = function.text("Role");
            var taken = service("Lambda -> role", "lambda", "sts:AssumeRole", role, cloud.arn(function));
            var variables = map(map(function.properties().get("Environment")).get("Variables"));
            return Stream.concat(Stream.of(taken),
                    Stream.ofNullable(variables.get(FunctionSpec.SEALING_KEY))
                            .map(key -> role("Lambda -> sealing key", role, "kms:GenerateMac", key.toString())
                                    .with("kms:MacAlgorithm", "HMAC_SHA_512")));
        });
    }

    /** Whatever a policy lets a role do is meant to work: the call that fits its conditions. */
    private Stream<Call> permissions() {
        var policies = new Policies(cloud);
        return cloud.all("AWS::IAM::Role").stream().map(cloud::arn)
                .flatMap(role -> policies.identity(role).stream()
                        .flatMap(statement -> list(statement.get("Action")).stream().flatMap(
                                action -> list(statement.get("Resource")).stream().map(resource -> fitting(statement,
                                        role("role -> " + action, role, action.toString(), resource.toString()))))));
    }

    private static Call fitting(Map<String, Object> statement, Call call) {
        var fitting = call;
        for (var condition : map(statement.getOrDefault("Condition", Map.of())).entrySet()) {
            if (!condition.getKey().equals("Null")) {
                for (var key : map(condition.getValue()).entrySet()) {
                    fitting = fitting.with(key.getKey(),
                            list(key.getValue()).getFirst().toString().replaceFirst("^\\*", "").replace("*", ""));
                }
            }
        }
        return fitting;
    }

    /** The key that what is called is encrypted with is used for the caller. */
    private Stream<Call> key(Call call) {
        var resource = cloud.named(call.resource()).orElse(null);
        if (resource == null) {
            return Stream.empty();
        }
        return switch (resource.type()) {
            case "AWS::SNS::Topic",
                    "AWS::SQS::Queue" ->
                Stream.ofNullable(resource.properties().get("KmsMasterKeyId"))
                        .flatMap(key -> Stream.of("kms:Decrypt", "kms:GenerateDataKey")
                                .map(action -> new Call(call.kind() + "'s key", call.caller(), action, keyArn(key),
                                        call.context())));
            case "AWS::DynamoDB::Table" -> {
                var key = map(resource.properties().get("SSESpecification")).get("KMSMasterKeyId");
                var uses = new TreeSet<>(Set.of("kms:Decrypt"));
                if (WRITES.contains(call.action())) {
                    uses.addAll(Set.of("kms:Encrypt", "kms:GenerateDataKey"));
                }
                yield uses.stream().map(action -> role("Lambda -> table's key", call.caller(), action, keyArn(key))
                        .with("kms:ViaService", "dynamodb." + Cloud.REGION + ".amazonaws.com"));
            }
            default -> Stream.empty();
        };
    }

    private String keyArn(Object named) {
        return cloud.all("AWS::KMS::Key").stream()
                .filter(key -> cloud.arn(key).equals(named.toString()) || cloud.ref(key).equals(named.toString()))
                .map(cloud::arn).findFirst().orElseThrow(() -> new AssertionError("no key " + named));
    }

    /** The role of the function that a name, an ARN or an alias means. */
    private String roleOf(String function) {
        return cloud.all("AWS::Lambda::Function").stream()
                .filter(one -> Stream.of(cloud.ref(one), cloud.arn(one))
                        .anyMatch(name -> function.equals(name) || function.startsWith(name + ":")))
                .findFirst().map(one -> one.text("Role"))
                .orElseThrow(() -> new AssertionError("no function " + function));
    }

    private static Call service(String kind, String name, String action, String resource, String source) {
        var context = new TreeMap<String, Object>(Map.of("aws:SourceAccount", Cloud.ACCOUNT, "aws:SourceArn", source,
                "AWS:SourceOwner", Cloud.ACCOUNT, "aws:SecureTransport", "true"));
        return new Call(kind, name + ".amazonaws.com", action, Objects.requireNonNull(resource), context);
    }

    private static Call role(String kind, String role, String action, String resource) {
        return new Call(kind, role, action, resource, new TreeMap<>(Map.of("aws:PrincipalArn", role,
                "aws:PrincipalAccount", Cloud.ACCOUNT, "aws:SecureTransport", "true")));
    }
}
