package org.chongshan.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.chongshan.core.FunctionSpec;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/**
 * What the stacks would be in an account: every resource, its properties with the names and ARNs that CloudFormation would put
 * for its functions. Nothing of AWS is asked.
 */
final class Cloud {
    static final String PARTITION = "aws";
    static final String REGION = "eu-central-1";
    static final String ACCOUNT = "123456789012";

    /**
     * A resource.
     *
     * @param stack      name of its stack
     * @param id         its logical id there
     * @param properties resolved
     * @param template   what the template says of it besides its properties
     */
    record Resource(String stack, String id, String type, Map<String, Object> properties,
            Map<String, Object> template) {
        String text(String property) {
            return Objects.toString(properties.get(property), "");
        }

        @Override
        public String toString() {
            return stack + "/" + id;
        }
    }

    private final Map<String, Map<String, Object>> templates = new LinkedHashMap<>();
    private final Map<String, Object> exports = new HashMap<>();
    private final List<Resource> resources = new ArrayList<>();

    /** The stacks of these functions; the zips are folders with nothing in them. */
    static List<Stack> stacks(Path code, List<FunctionSpec> functions, String... keysAndValues) {
        functions.stream().map(FunctionSpec::archive).distinct().forEach(archive -> folder(code.resolve(archive)));
        var context = new HashMap<String, Object>(Map.of("code", code.toString()));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            context.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return Infrastructure.build(new App(AppProps.builder().context(context).analyticsReporting(false).build()),
                functions);
    }

    private static void folder(Path archive) {
        try {
            Files.writeString(Files.createDirectories(archive).resolve("empty"), archive.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Cloud of(List<Stack> stacks) {
        return of(stacks, as -> {});
    }

    /** With templates that somebody has changed: each resource, as the template says it, is shown to the editor. */
    static Cloud of(List<Stack> stacks, Consumer<Map<String, Object>> editor) {
        return new Cloud(stacks, editor);
    }

    private Cloud(List<Stack> stacks, Consumer<Map<String, Object>> editor) {
        for (var stack : stacks) {
            var template = map(copy(Template.fromStack(stack).toJSON()));
            map(template.getOrDefault("Resources", Map.of())).values()
                    .forEach(resource -> editor.accept(map(resource)));
            templates.put(stack.getStackName(), template);
        }
        templates.forEach((stack, template) -> map(template.getOrDefault("Outputs", Map.of())).values().stream()
                .map(Cloud::map).filter(output -> output.containsKey("Export")).forEach(output -> exports
                        .put(map(output.get("Export")).get("Name").toString(), resolve(stack, output.get("Value")))));
        templates.forEach((stack, template) -> map(template.getOrDefault("Resources", Map.of())).forEach((id, raw) -> {
            var resource = map(raw);
            resources.add(new Resource(stack, id, resource.get("Type").toString(),
                    map(resolve(stack, resource.getOrDefault("Properties", Map.of()))), resource));
        }));
    }

    List<Resource> all() {
        return resources;
    }

    List<Resource> all(String type) {
        return resources.stream().filter(resource -> resource.type().equals(type)).toList();
    }

    /** The resource an ARN names; a version or an alias, an index or a stream, is its own or its table's. */
    Optional<Resource> named(String arn) {
        return resources.stream().filter(resource -> arnOf(resource.stack(), resource.id()).equals(arn)).findFirst()
                .or(() -> all("AWS::DynamoDB::Table").stream()
                        .filter(table -> arn.startsWith(arnOf(table.stack(), table.id()) + "/")).findFirst());
    }

    String arn(Resource resource) {
        return arnOf(resource.stack(), resource.id());
    }

    /** What {@code Ref} gives. */
    String ref(Resource resource) {
        return refOf(resource.stack(), resource.id());
    }

    static String arn(String service, String resource) {
        return "arn:" + PARTITION + ":" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** A list as it is, anything else as the only one of its list, nothing as none. */
    static List<?> list(Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> many -> List.copyOf(many);
            default -> List.of(value);
        };
    }

    static Stream<Map<String, Object>> maps(Object value) {
        return list(value).stream().map(Cloud::map);
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, each) -> copy.put(key.toString(), copy(each)));
            return copy;
        }
        return value instanceof List<?> list ? new ArrayList<>(list.stream().map(Cloud::copy).toList()) : value;
    }

    private Object resolve(String stack, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> resolve(stack, each)).toList();
        }
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        var map = map(value);
        if (map.size() == 1) {
            var function = map.keySet().iterator().next();
            var argument = map.get(function);
            switch (function) {
                case "Ref" -> {
                    return refOf(stack, argument.toString());
                }
                case "Fn::GetAtt" -> {
                    return attribute(stack, list(argument).getFirst().toString(), list(argument).getLast().toString());
                }
                case "Fn::Join" -> {
                    return String.join(list(argument).getFirst().toString(), list(list(argument).getLast()).stream()
                            .map(part -> resolve(stack, part).toString()).toList());
                }
                case "Fn::Sub" -> {
                    return Pattern.compile("\\$\\{([A-Za-z0-9:]+)}").matcher(argument.toString())
                            .replaceAll(name -> Matcher.quoteReplacement(refOf(stack, name.group(1))));
                }
                case "Fn::Select" -> {
                    return list(resolve(stack, list(argument).getLast()))
                            .get(Integer.parseInt(list(argument).getFirst().toString()));
                }
                case "Fn::Split" -> {
                    return List.of(resolve(stack, list(argument).getLast()).toString()
                            .split(Pattern.quote(list(argument).getFirst().toString())));
                }
                case "Fn::ImportValue" -> {
                    return Objects.requireNonNull(exports.get(argument.toString()), "no export " + argument);
                }
                case "Fn::If" -> {
                    return resolve(stack, list(argument).get(1));
                }
                default -> {
                    if (function.startsWith("Fn::")) {
                        throw new IllegalStateException("not resolved here: " + function);
                    }
                }
            }
        }
        var resolved = new LinkedHashMap<String, Object>();
        map.forEach((key, each) -> resolved.put(key, resolve(stack, each)));
        return resolved;
    }

    private Map<String, Object> raw(String stack, String id) {
        return map(Objects.requireNonNull(map(templates.get(stack).get("Resources")).get(id), stack + "/" + id));
    }

    /** A property of a resource as it stands in the template, resolved; the logical id where there is none. */
    private String property(String stack, String id, String name) {
        var properties = map(raw(stack, id).getOrDefault("Properties", Map.of()));
        return properties.containsKey(name) ? resolve(stack, properties.get(name)).toString() : stack + "-" + id;
    }

    private String refOf(String stack, String id) {
        switch (id) {
            case "AWS::Region" -> {
                return REGION;
            }
            case "AWS::AccountId" -> {
                return ACCOUNT;
            }
            case "AWS::Partition" -> {
                return PARTITION;
            }
            case "AWS::URLSuffix" -> {
                return "amazonaws.com";
            }
            case "AWS::NoValue" -> {
                return "";
            }
            default -> {
                if (id.startsWith("AWS::")) {
                    throw new IllegalStateException("not resolved here: " + id);
                }
            }
        }
        return switch (raw(stack, id).get("Type").toString()) {
            case "AWS::SQS::Queue" ->
                "https://sqs." + REGION + ".amazonaws.com/" + ACCOUNT + "/" + property(stack, id, "QueueName");
            case "AWS::SNS::Topic", "AWS::Lambda::Alias", "AWS::Lambda::Version" -> arnOf(stack, id);
            case "AWS::Lambda::Function" -> property(stack, id, "FunctionName");
            case "AWS::DynamoDB::Table" -> property(stack, id, "TableName");
            case "AWS::IAM::Role" -> property(stack, id, "RoleName");
            case "AWS::Logs::LogGroup" -> property(stack, id, "LogGroupName");
            default -> id;
        };
    }

    private String arnOf(String stack, String id) {
        return switch (raw(stack, id).get("Type").toString()) {
            case "AWS::SQS::Queue" -> arn("sqs", property(stack, id, "QueueName"));
            case "AWS::SNS::Topic" -> arn("sns", property(stack, id, "TopicName"));
            case "AWS::Lambda::Function" -> arn("lambda", "function:" + property(stack, id, "FunctionName"));
            case "AWS::Lambda::Version" -> arn("lambda", "function:" + property(stack, id, "FunctionName")) + ":1";
            case "AWS::Lambda::Alias" ->
                arn("lambda", "function:" + property(stack, id, "FunctionName")) + ":" + property(stack, id, "Name");
            case "AWS::DynamoDB::Table" -> arn("dynamodb", "table/" + property(stack, id, "TableName"));
            case "AWS::KMS::Key" -> arn("kms", "key/" + stack + "-" + id);
            case "AWS::IAM::Role" -> "arn:" + PARTITION + ":iam::" + ACCOUNT + ":role/" + refOf(stack, id);
            case "AWS::CloudWatch::Alarm" -> arn("cloudwatch", "alarm:" + property(stack, id, "AlarmName"));
            case "AWS::Logs::LogGroup" -> arn("logs", "log-group:" + property(stack, id, "LogGroupName")) + ":*";
            default -> stack + "/" + id;
        };
    }

    private String attribute(String stack, String id, String name) {
        return switch (name) {
            case "Arn", "TopicArn", "FunctionArn" -> arnOf(stack, id);
            case "StreamArn" -> arnOf(stack, id) + "/stream/2026-01-01T00:00:00.000";
            case "QueueName", "TopicName", "FunctionName" -> property(stack, id, name);
            case "Version" -> "1";
            default -> stack + "-" + id + "." + name;
        };
    }
}
