package org.chongshan.bureau;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What of one contract breaks whoever was written for an earlier one. What a client sends must still be taken, and what it reads
 * must still be there; more may be taken, and more may be answered.
 */
final class Breaks {
    /** Bounds of what is sent: greater is narrower. */
    private static final List<String> LEAST = List.of("minLength", "minItems", "minimum");
    /** Bounds of what is sent: less is narrower. */
    private static final List<String> MOST = List.of("maxLength", "maxItems", "maximum", "x-most-years-ahead");

    /** Which way a value goes. */
    private enum Way {
        SENT,
        READ
    }

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> found = new ArrayList<>();
    /** Schemas that refer to themselves are compared once. */
    private final Set<String> compared = new HashSet<>();

    private Breaks(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** Between two documents of OpenAPI: each by the call or the component, the place, and what is wrong. */
    static List<String> ofCalls(JsonNode before, JsonNode after) {
        var breaks = new Breaks(before, after);
        before.path("paths").properties().forEach(
                path -> path.getValue().properties().stream().filter(call -> call.getValue().has("operationId"))
                        .forEach(call -> breaks.call(
                                call.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), call.getValue(),
                                after.path("paths").path(path.getKey()).path(call.getKey()))));
        return breaks.found;
    }

    /** Between two documents of AsyncAPI: of what is received from the platform. */
    static List<String> ofEvents(JsonNode before, JsonNode after) {
        var breaks = new Breaks(before, after);
        before.path("channels").properties().forEach(channel -> {
            var name = "channel " + channel.getKey();
            var now = after.path("channels").path(channel.getKey());
            if (breaks.isGone(name, now)) {
                return;
            }
            breaks.same(name + " address", channel.getValue().path("address"), now.path("address"));
            channel.getValue().path("messages").propertyNames().stream()
                    .filter(message -> !now.path("messages").has(message))
                    .forEach(message -> breaks.found.add(name + ": " + message + " is gone"));
        });
        before.path("components").path("messages").properties().forEach(message -> {
            var name = "message " + message.getKey();
            var now = after.path("components").path("messages").path(message.getKey());
            if (!breaks.isGone(name, now)) {
                breaks.words(name + " x-posted-by", message.getValue().path("x-posted-by"), now.path("x-posted-by"));
                breaks.schema(message.getKey().endsWith(".post") ? Way.SENT : Way.READ, name,
                        message.getValue().path("payload"), now.path("payload"));
            }
        });
        return breaks.found;
    }

    private boolean isGone(String name, JsonNode now) {
        if (now.isMissingNode()) {
            found.add(name + " is gone");
        }
        return now.isMissingNode();
    }

    private void same(String name, JsonNode was, JsonNode is) {
        if (!was.isMissingNode() && !was.equals(is)) {
            found.add(name + " was " + was + " and is " + is);
        }
    }

    /** None of what was listed may be missing. */
    private void words(String name, JsonNode were, JsonNode are) {
        var now = are.valueStream().toList();
        were.valueStream().filter(word -> !now.contains(word))
                .forEach(word -> found.add(name + ": " + word.asString() + " is gone"));
    }

    private void call(String name, JsonNode was, JsonNode is) {
        if (isGone(name, is)) {
            return;
        }
        same(name + " operationId", was.path("operationId"), is.path("operationId"));
        words(name + " x-read-by", was.path("x-read-by"), is.path("x-read-by"));
        parameters(name, was, is);
        var body = is.path("requestBody");
        if (!was.has("requestBody") && body.path("required").booleanValue(false)) {
            found.add(name + " wants a body");
        }
        contents(Way.SENT, name + " body", was.path("requestBody"), body);
        was.path("responses").properties().stream().filter(one -> one.getKey().startsWith("2")).forEach(one -> {
            var response = resolved(after, is.path("responses").path(one.getKey()));
            if (!isGone(name + " answer " + one.getKey(), response)) {
                contents(Way.READ, name + " answer " + one.getKey(), resolved(before, one.getValue()), response);
            }
        });
        problems(name, was, is);
    }

    /** Clients decide by code: one that was answered with a status is not answered with another. */
    private void problems(String name, JsonNode was, JsonNode is) {
        var now = statusesByCode(after, is);
        statusesByCode(before, was).forEach((code, statuses) -> {
            if (now.containsKey(code) && !now.get(code).containsAll(statuses)) {
                found.add(
                        name + " problem " + code + " was answered with " + statuses + " and is with " + now.get(code));
            }
        });
    }

    private static Map<String, Set<String>> statusesByCode(JsonNode document, JsonNode call) {
        var byCode = new LinkedHashMap<String, Set<String>>();
        call.path("responses").properties().forEach(one -> resolved(document, one.getValue())
                .at("/content/application~1problem+json/schema/properties/code/enum")
                .forEach(code -> byCode.computeIfAbsent(code.asString(), none -> new HashSet<>()).add(one.getKey())));
        return byCode;
    }

    private void parameters(String name, JsonNode was, JsonNode is) {
        var now = parameters(after, is);
        var then = parameters(before, was);
        then.forEach((key, parameter) -> {
            var same = now.get(key);
            if (same == null) {
                found.add(name + " parameter " + key + " is gone");
            } else {
                schema(Way.SENT, name + " parameter " + key, parameter.path("schema"), same.path("schema"));
            }
        });
        now.forEach((key, parameter) -> {
            if (parameter.path("required").booleanValue(false)
                    && (!then.containsKey(key) || !then.get(key).path("required").booleanValue(false))) {
                found.add(name + " wants the parameter " + key);
            }
        });
    }

    private static Map<String, JsonNode> parameters(JsonNode document, JsonNode call) {
        return call.path("parameters").valueStream().map(one -> resolved(document, one))
                .collect(Collectors.toMap(one -> one.path("in").asString() + " " + one.path("name").asString(),
                        one -> one, (one, other) -> one, LinkedHashMap::new));
    }

    private void contents(Way way, String name, JsonNode was, JsonNode is) {
        was.path("content").properties().forEach(media -> {
            var now = is.path("content").path(media.getKey());
            if (!isGone(name + " as " + media.getKey(), now) && media.getValue().has("schema")) {
                schema(way, name, media.getValue().path("schema"), now.path("schema"));
            }
        });
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private void schema(Way way, String name, JsonNode was, JsonNode is) {
        if (was.has("$ref") && is.has("$ref")) {
            var component = was.path("$ref").asString();
            if (!compared.add(way + component + is.path("$ref").asString())) {
                return;
            }
            name = component.substring(component.lastIndexOf('/') + 1);
        }
        compare(way, name, resolved(before, was), resolved(after, is));
    }

    private void compare(Way way, String name, JsonNode was, JsonNode is) {
        if (isGone(name, is)) {
            return;
        }
        types(way, name, was, is);
        alternatives(way, name, was, is);
        properties(way, name, was, is);
        for (var inner : List.of("items", "additionalProperties")) {
            if (was.path(inner).isObject() && is.path(inner).isObject()) {
                schema(way, name + (inner.equals("items") ? "[]" : ".*"), was.path(inner), is.path(inner));
            }
        }
        if (way == Way.SENT) {
            words(name + " x-posted-by", was.path("x-posted-by"), is.path("x-posted-by"));
            narrower(name, was, is);
        } else {
            same(name + " format", was.path("format"), is.path("format"));
        }
    }

    /** Who sends may say what it could say; who reads is told nothing of another kind. */
    private void types(Way way, String name, JsonNode was, JsonNode is) {
        var then = types(was);
        var now = types(is);
        var fewer = !now.isEmpty() && (then.isEmpty() || !now.containsAll(then));
        var others = !then.isEmpty() && (now.isEmpty() || !then.containsAll(now));
        if (way == Way.SENT ? fewer : others) {
            found.add(name + " was of type " + then + " and is of " + now);
        }
        constants(way, name, was, constants(was), constants(is));
    }

    /** A word more may be answered, for readers are told to pass over it; one less may not be refused. */
    private void constants(Way way, String name, JsonNode was, List<String> then, List<String> now) {
        if (way == Way.SENT && then.isEmpty() && !now.isEmpty()) {
            found.add(name + " may be no more than " + now);
        } else if (way == Way.SENT && !now.isEmpty()) {
            then.stream().filter(word -> !now.contains(word))
                    .forEach(word -> found.add(name + ": " + word + " is gone"));
        } else if (way == Way.READ && !then.isEmpty() && (now.isEmpty() || was.has("const") && !now.equals(then))) {
            found.add(name + " was " + then + " and is " + now);
        }
    }

    private static Set<String> types(JsonNode schema) {
        var type = schema.path("type");
        return (type.isArray() ? type.valueStream() : type.isString() ? Stream.of(type) : Stream.<JsonNode>empty())
                .map(JsonNode::asString).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static List<String> constants(JsonNode schema) {
        return schema.has("const")
                ? List.of(schema.get("const").toString())
                : schema.path("enum").valueStream().map(JsonNode::toString).toList();
    }

    /** Alternatives and parts are known by what they refer to; those that refer to nothing by their place. */
    private void alternatives(Way way, String name, JsonNode was, JsonNode is) {
        for (var keyword : List.of("oneOf", "anyOf", "allOf")) {
            var now = parts(is.path(keyword));
            parts(was.path(keyword)).forEach((key, part) -> {
                if (!now.containsKey(key)) {
                    found.add(name + ": " + key + " is gone");
                } else {
                    schema(way, name, part, now.get(key));
                }
            });
            if (way == Way.SENT && (keyword.equals("allOf") || !was.has(keyword)) && is.has(keyword)) {
                now.keySet().stream().filter(key -> !parts(was.path(keyword)).containsKey(key))
                        .forEach(key -> found.add(name + " must be " + key + " too"));
            }
        }
    }

    private static Map<String, JsonNode> parts(JsonNode alternatives) {
        var parts = new LinkedHashMap<String, JsonNode>();
        alternatives.forEach(one -> {
            var reference = one.path("$ref").asString("");
            parts.put(
                    reference.isEmpty() ? "part " + parts.size() : reference.substring(reference.lastIndexOf('/') + 1),
                    one);
        });
        return parts;
    }

    private void properties(Way way, String name, JsonNode was, JsonNode is) {
        var then = required(was);
        var now = required(is);
        if (way == Way.SENT) {
            now.stream().filter(property -> !then.contains(property))
                    .forEach(property -> found.add(name + "." + property + " is required"));
        } else {
            then.stream().filter(property -> !now.contains(property))
                    .forEach(property -> found.add(name + "." + property + " is not always there any more"));
        }
        was.path("properties").properties().forEach(property -> {
            var at = name + "." + property.getKey();
            if (!isGone(at, is.path("properties").path(property.getKey()))) {
                schema(way, at, property.getValue(), is.path("properties").path(property.getKey()));
            }
        });
        var closed = is.path("additionalProperties");
        if (way == Way.SENT && closed.isBoolean() && !closed.booleanValue()
                && !was.path("additionalProperties").isBoolean()) {
            found.add(name + " may hold nothing else");
        }
    }

    private static Set<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    /** Whether a pattern is narrower than another cannot be told: another is. */
    private void narrower(String name, JsonNode was, JsonNode is) {
        LEAST.stream()
                .filter(bound -> is.has(bound) && (!was.has(bound) || is.get(bound).asLong() > was.get(bound).asLong()))
                .forEach(bound -> found.add(name + " " + bound + " was " + was.path(bound).asString("none") + " and is "
                        + is.get(bound).asString()));
        MOST.stream()
                .filter(bound -> is.has(bound) && (!was.has(bound) || is.get(bound).asLong() < was.get(bound).asLong()))
                .forEach(bound -> found.add(name + " " + bound + " was " + was.path(bound).asString("none") + " and is "
                        + is.get(bound).asString()));
        for (var keyword : List.of("pattern", "format", "x-past-or-present", "x-born-less-than-years-before")) {
            if (is.has(keyword) && !is.get(keyword).equals(was.path(keyword))) {
                found.add(name + " " + keyword + " was " + was.path(keyword).asString("none") + " and is "
                        + is.get(keyword).asString());
            }
        }
    }
}
