package org.chongshan.infra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.chongshan.infra.Cloud.Resource;

import static org.chongshan.infra.Cloud.list;
import static org.chongshan.infra.Cloud.map;
import static org.chongshan.infra.Cloud.maps;

/**
 * Whether a call would be let through, by IAM's rules for one account: the policies of the caller and of what is called, a
 * Deny before any Allow. IAM User Guide, "Policy evaluation logic"; KMS Developer Guide, "Key policies": a key's policy alone
 * lets nobody in that it does not name, and leaves to the policies of identities what it grants to the account.
 */
record Policies(Cloud cloud) {

    /**
     * A call.
     *
     * @param kind     who calls what, such as {@code alarm -> topic}
     * @param caller   the ARN of a role, or a service's name such as {@code sns.amazonaws.com}
     * @param action   such as {@code sns:Publish}
     * @param resource an ARN
     * @param context  what IAM knows of the request: text, or a list of texts
     */
    record Call(String kind, String caller, String action, String resource, Map<String, Object> context) {
        boolean isOfService() {
            return !caller.startsWith("arn:");
        }

        /** The same, with another word about the request. */
        Call with(String key, Object value) {
            var all = new TreeMap<>(context);
            all.put(key, value);
            return new Call(kind, caller, action, resource, all);
        }

        /** The same, by somebody else. */
        Call by(String other) {
            return new Call(kind, other, action, resource, context).with("aws:PrincipalArn", other);
        }

        @Override
        public String toString() {
            return kind + ": " + caller + " " + action + " " + resource + " " + new TreeMap<>(context);
        }
    }

    boolean allow(Call call) {
        return allow(call, call.isOfService() ? List.of() : identity(call.caller()));
    }

    /** As if the caller had these statements. */
    boolean allow(Call call, List<Map<String, Object>> identity) {
        var own = identity.stream().filter(statement -> isAbout(statement, call)).toList();
        var theirs = resource(call).filter(statement -> isAbout(statement, call)).toList();
        if (Stream.concat(own.stream(), theirs.stream().filter(statement -> !names(statement, call).equals(Named.NOT)))
                .anyMatch(statement -> statement.get("Effect").equals("Deny"))) {
            return false;
        }
        var identityAllows = own.stream().anyMatch(statement -> statement.get("Effect").equals("Allow"));
        var isNamed = theirs.stream().anyMatch(statement -> names(statement, call) == Named.ITSELF);
        var accountIsNamed = theirs.stream().anyMatch(statement -> names(statement, call) == Named.BY_ACCOUNT);
        if (call.action().startsWith("kms:") || call.action().startsWith("sts:")) {
            return isNamed || accountIsNamed && identityAllows;
        }
        return isNamed || !call.isOfService() && identityAllows;
    }

    private enum Named {
        NOT,
        ITSELF,
        BY_ACCOUNT
    }

    /** The statements of all policies of a role. */
    List<Map<String, Object>> identity(String roleArn) {
        var role = cloud.all("AWS::IAM::Role").stream().filter(one -> cloud.arn(one).equals(roleArn)).findFirst()
                .orElseThrow(() -> new AssertionError("no role " + roleArn));
        var attached = Stream
                .concat(cloud.all("AWS::IAM::Policy").stream(), cloud.all("AWS::IAM::ManagedPolicy").stream())
                .filter(policy -> list(policy.properties().get("Roles")).contains(cloud.ref(role)))
                .map(policy -> policy.properties().get("PolicyDocument"));
        var inline = maps(role.properties().get("Policies")).map(policy -> policy.get("PolicyDocument"));
        return Stream.concat(attached, inline).flatMap(Policies::statements).toList();
    }

    /** The statements of the policy of what is called. */
    private Stream<Map<String, Object>> resource(Call call) {
        if (call.action().equals("sts:AssumeRole")) {
            return cloud.named(call.resource()).stream()
                    .flatMap(role -> statements(role.properties().get("AssumeRolePolicyDocument")));
        }
        return switch (call.action().substring(0, call.action().indexOf(':'))) {
            case "sqs" -> attached("AWS::SQS::QueuePolicy", "Queues", call);
            case "sns" -> {
                var policy = attached("AWS::SNS::TopicPolicy", "Topics", call).toList();
                // What a topic has until it is given one of its own.
                yield policy.isEmpty()
                        ? Stream.of(Map.of("Effect", "Allow", "Principal", Map.of("AWS", "*"), "Action", "sns:Publish",
                                "Resource", call.resource(), "Condition",
                                Map.of("StringEquals", Map.of("AWS:SourceOwner", Cloud.ACCOUNT))))
                        : policy.stream();
            }
            case "kms" ->
                cloud.named(call.resource()).stream().flatMap(key -> statements(key.properties().get("KeyPolicy")));
            case "lambda" -> cloud.all("AWS::Lambda::Permission").stream()
                    .filter(permission -> permission.text("FunctionName").equals(call.resource()))
                    .map(Policies::statement);
            default -> Stream.of();
        };
    }

    private Stream<Map<String, Object>> attached(String type, String to, Call call) {
        return cloud.named(call.resource()).stream()
                .flatMap(resource -> cloud.all(type).stream()
                        .filter(policy -> list(policy.properties().get(to)).contains(cloud.ref(resource)))
                        .flatMap(policy -> statements(policy.properties().get("PolicyDocument"))));
    }

    /** A permission of Lambda is a statement of the policy of its function, version or alias. */
    private static Map<String, Object> statement(Resource permission) {
        var conditions = new TreeMap<String, Object>();
        if (permission.properties().containsKey("SourceArn")) {
            conditions.put("ArnLike", Map.of("aws:SourceArn", permission.text("SourceArn")));
        }
        if (permission.properties().containsKey("SourceAccount")) {
            conditions.put("StringEquals", Map.of("aws:SourceAccount", permission.text("SourceAccount")));
        }
        return Map.of("Effect", "Allow", "Principal", Map.of("Service", permission.text("Principal")), "Action",
                permission.text("Action"), "Resource", permission.text("FunctionName"), "Condition", conditions);
    }

    private static Stream<Map<String, Object>> statements(Object document) {
        return maps(map(document).get("Statement"));
    }

    private static Named names(Map<String, Object> statement, Call call) {
        var principal = statement.get("Principal");
        if ("*".equals(principal)) {
            return Named.ITSELF;
        }
        var of = map(Objects.requireNonNull(principal, "a resource's statement without a principal"));
        if (call.isOfService() && list(of.get("Service")).contains(call.caller())) {
            return Named.ITSELF;
        }
        var accounts = list(of.get("AWS"));
        if (accounts.contains("*") || !call.isOfService() && accounts.contains(call.caller())) {
            return Named.ITSELF;
        }
        var root = "arn:" + Cloud.PARTITION + ":iam::" + Cloud.ACCOUNT + ":root";
        return !call.isOfService() && (accounts.contains(root) || accounts.contains(Cloud.ACCOUNT))
                ? Named.BY_ACCOUNT
                : Named.NOT;
    }

    private static boolean isAbout(Map<String, Object> statement, Call call) {
        for (var unread : List.of("NotAction", "NotResource", "NotPrincipal")) {
            if (statement.containsKey(unread)) {
                throw new IllegalStateException("not read here: " + unread);
            }
        }
        return list(statement.get("Action")).stream().anyMatch(action -> like(action.toString(), call.action(), true))
                // A trust policy names no resource: it stands at the role.
                && (!statement.containsKey("Resource") || list(statement.get("Resource")).stream()
                        .anyMatch(resource -> like(resource.toString(), call.resource(), false)))
                && map(statement.getOrDefault("Condition", Map.of())).entrySet().stream()
                        .allMatch(condition -> map(condition.getValue()).entrySet().stream()
                                .allMatch(key -> holds(condition.getKey(), key.getKey(), list(key.getValue()), call)));
    }

    /** An operator that is not known is an error: a condition nobody evaluates proves nothing. */
    private static boolean holds(String operator, String key, List<?> values, Call call) {
        var said = call.context().entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue).findFirst().map(Cloud::list).orElse(List.of());
        if (operator.equals("Null")) {
            return said.isEmpty() == Boolean.parseBoolean(values.getFirst().toString());
        }
        if (operator.startsWith("ForAllValues:")) {
            var each = operator.substring("ForAllValues:".length());
            return said.stream().allMatch(one -> values.stream().anyMatch(value -> matches(each, value, one)));
        }
        if (operator.endsWith("IfExists")) {
            return said.isEmpty()
                    || holds(operator.substring(0, operator.length() - "IfExists".length()), key, values, call);
        }
        return said.stream().anyMatch(one -> values.stream().anyMatch(value -> matches(operator, value, one)));
    }

    private static boolean matches(String operator, Object value, Object said) {
        return switch (operator) {
            case "StringEquals" -> value.toString().equals(said.toString());
            case "Bool" -> value.toString().equalsIgnoreCase(said.toString());
            case "StringLike", "ArnLike", "ArnEquals" -> like(value.toString(), said.toString(), false);
            default -> throw new IllegalStateException("not evaluated here: " + operator);
        };
    }

    private static boolean like(String pattern, String text, boolean anyCase) {
        var regex = Pattern.compile("\\*|\\?").matcher(Pattern.quote(pattern))
                .replaceAll(wildcard -> wildcard.group().equals("*") ? "\\\\E.*\\\\Q" : "\\\\E.\\\\Q");
        return Pattern.compile(regex, anyCase ? Pattern.CASE_INSENSITIVE | Pattern.DOTALL : Pattern.DOTALL)
                .matcher(text).matches();
    }
}
