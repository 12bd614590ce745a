package org.chongshan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import org.chongshan.events.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds answers against the published {@code openapi.json}: what a test is answered, the document knows, by call, status, media
 * type and every member. Readers are told to pass over members they do not know; here, nothing may be answered that is not
 * published.
 */
public final class Contract {
    private static final String NAME = "urn:chongshan:openapi";
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode DOCUMENT = document();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(NAME, closed(DOCUMENT).toString()))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true)
                            .pathType(PathType.JSON_POINTER).build()));
    private static final Map<String, Schema> BY_POINTER = new ConcurrentHashMap<>();

    private Contract() {}

    /**
     * Fails unless the document knows the answer.
     *
     * @param target    path and query as they were asked for
     * @param mediaType with its parameters; null when there is none
     * @param body      null of a file, whose content no schema describes
     * @throws AssertionError that names the call, where in the answer, and what kind of value stands there, never the value
     */
    public static void holds(String method, String target, int status, @Nullable String mediaType,
            @Nullable String body) {
        if (method.equals("OPTIONS") && status == 204) {
            return; // What may be done at a path is said by a header.
        }
        if (method.equals("HEAD")) {
            holds("GET", target, status, mediaType, null);
            return;
        }
        var path = target.split("\\?", 2)[0];
        var known = pathOf(path);
        var call = known.map(one -> "/paths/" + escaped(one) + "/" + method.toLowerCase(java.util.Locale.ROOT));
        var name = method + " " + known.orElse("(no published path)");
        if (call.isEmpty() || DOCUMENT.at(call.get()).isMissingNode()) {
            elsewhere(name, known, status, mediaType, body);
            return;
        }
        var responses = DOCUMENT.at(call.get()).path("responses");
        var faults = new ArrayList<String>();
        // What the server says of a request it cannot read at all is a problem of every call.
        for (var key : List.of(String.valueOf(status), status / 100 + "XX")) {
            if (responses.has(key)) {
                var found = fits(call.get() + "/responses/" + key, mediaType, body);
                if (found.isEmpty()) {
                    return;
                }
                faults.addAll(found);
            }
        }
        throw new AssertionError(name + " answers " + status + ", and it is not published that it does"
                + (faults.isEmpty() ? "" : " so:\n" + String.join("\n", faults)));
    }

    /**
     * A call nobody publishes is refused as one to a path that is not there, or in a way that is not; or as what may be done at its
     * path is, before anybody looks at what it is.
     */
    private static void elsewhere(String name, Optional<String> path, int status, @Nullable String mediaType,
            @Nullable String body) {
        var faults = new ArrayList<String>();
        var refusals = new ArrayList<>(
                List.of("/components/responses/open-" + status, "/components/responses/malformed-request"));
        path.ifPresent(one -> DOCUMENT.path("paths").path(one).propertyNames()
                .forEach(method -> refusals.add("/paths/" + escaped(one) + "/" + method + "/responses/" + status)));
        for (var pointer : refusals) {
            if (status >= 400 && !DOCUMENT.at(pointer).isMissingNode()) {
                var found = fits(pointer, mediaType, body);
                if (found.isEmpty()) {
                    return;
                }
                faults.addAll(found);
            }
        }
        throw new AssertionError(name + " is not published, and answers " + status
                + (faults.isEmpty() ? "" : ":\n" + String.join("\n", faults)));
    }

    /** The published path that leads there; one without braces before one with. */
    private static Optional<String> pathOf(String path) {
        var parts = path.split("/");
        return DOCUMENT.path("paths").propertyNames().stream().filter(one -> leads(one.split("/"), parts))
                .min(java.util.Comparator.comparingLong(one -> one.chars().filter(letter -> letter == '{').count()));
    }

    private static boolean leads(String[] template, String[] path) {
        if (template.length != path.length) {
            return false;
        }
        for (int i = 0; i < path.length; i++) {
            if (!template[i].equals(path[i]) && !(template[i].startsWith("{") && !path[i].isEmpty())) {
                return false;
            }
        }
        return true;
    }

    private static List<String> fits(String response, @Nullable String mediaType, @Nullable String body) {
        var at = followed(response);
        var content = DOCUMENT.at(at).path("content");
        if (content.isMissingNode()) {
            return body == null || body.isEmpty() ? List.of() : List.of("a body where none is published");
        }
        var media = Objects.requireNonNullElse(mediaType, "").split(";", 2)[0].strip();
        if (!content.has(media)) {
            return List.of("as `" + media + "`, where there are " + content.propertyNames());
        }
        var schema = at + "/content/" + escaped(media) + "/schema";
        if (body == null || !media.endsWith("json") || DOCUMENT.at(schema).isMissingNode()) {
            return List.of();
        }
        try {
            var answer = JSON.readTree(body);
            return BY_POINTER
                    .computeIfAbsent(schema, pointer -> SCHEMAS.getSchema(SchemaLocation.of(NAME + "#" + pointer)))
                    .validate(answer).stream().map(Contract::said).distinct().limit(10).toList();
        } catch (JacksonException e) {
            return List.of("no JSON");
        }
    }

    /** Where, against what, and what kind of value; the value itself may be somebody's. */
    private static String said(Error error) {
        var property = error.getProperty();
        var value = error.getInstanceNode();
        return "  at " + error.getInstanceLocation() + (property == null ? "" : "/" + property) + ": "
                + error.getKeyword() + " of " + error.getSchemaLocation().toString().replace(NAME, "") + "; there is "
                + (value == null ? "nothing" : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String followed(String pointer) {
        var reference = DOCUMENT.at(pointer).path("$ref");
        return reference.isString() ? reference.stringValue().substring(1) : pointer;
    }

    private static String escaped(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode document() {
        try (var in = Event.class.getResourceAsStream("/contracts/openapi.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same document, whose answers hold what is published and nothing else. */
    static JsonNode closed(JsonNode document) {
        var copy = document.deepCopy();
        var extended = new HashSet<String>();
        collectExtended(copy, extended);
        var schemas = (ObjectNode) copy.path("components").path("schemas");
        for (var schema : List.copyOf(schemas.properties())) {
            schemas.set(schema.getKey(), close(schema.getValue(), extended.contains(schema.getKey()), extended));
        }
        closeAll(copy.path("components").path("responses"), extended);
        closeAll(copy.path("paths"), extended);
        return copy;
    }

    /** Components others are made of. */
    private static void collectExtended(JsonNode node, Set<String> into) {
        node.path("allOf").forEach(one -> into.add(componentOf(one)));
        node.forEach(child -> collectExtended(child, into));
    }

    private static String componentOf(JsonNode reference) {
        return reference.path("$ref").stringValue("").replace("#/components/schemas/", "");
    }

    private static void closeAll(JsonNode node, Set<String> extended) {
        if (node instanceof ObjectNode object && object.has("schema")) {
            object.set("schema", close(object.get("schema"), false, extended));
        }
        node.forEach(child -> closeAll(child, extended));
    }

    /**
     * A schema, closed.
     *
     * @param open whether others are made of it, which say themselves what else there is
     */
    private static JsonNode close(JsonNode node, boolean open, Set<String> extended) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, close(array.get(i), false, extended));
            }
            return array;
        }
        if (!(node instanceof ObjectNode schema)) {
            return node;
        }
        if (schema.has("$ref")) {
            if (!open && extended.contains(componentOf(schema))) {
                var wrapped = JSON.createObjectNode().put("unevaluatedProperties", false);
                wrapped.putArray("allOf").add(schema);
                return wrapped;
            }
            return schema;
        }
        if (schema.has("discriminator")) {
            return chosen(schema);
        }
        for (var keyword : List.of("items", "additionalProperties")) {
            if (schema.path(keyword).isObject()) {
                schema.set(keyword, close(schema.get(keyword), false, extended));
            }
        }
        for (var keyword : List.of("anyOf", "oneOf")) {
            if (schema.has(keyword)) {
                schema.set(keyword, close(schema.get(keyword), false, extended));
            }
        }
        if (schema.get("properties") instanceof ObjectNode properties) {
            for (var property : List.copyOf(properties.properties())) {
                properties.set(property.getKey(), close(property.getValue(), false, extended));
            }
            if (!open && !schema.has("additionalProperties")) {
                schema.put("unevaluatedProperties", false);
            }
        }
        return schema;
    }

    /** One of many by a member: that one alone is tried, and says what does not fit. */
    private static ObjectNode chosen(ObjectNode schema) {
        var by = schema.at("/discriminator/propertyName").stringValue("");
        var chosen = JSON.createObjectNode().put("type", "object");
        chosen.putArray("required").add(by);
        var values = chosen.putObject("properties").putObject(by).putArray("enum");
        var all = chosen.putArray("allOf");
        var cases = new ArrayList<Map.Entry<String, JsonNode>>();
        schema.at("/discriminator/mapping").properties().forEach(cases::add);
        for (var one : cases) {
            values.add(one.getKey());
            var choice = all.addObject();
            choice.putObject("if").putObject("properties").putObject(by).put("const", one.getKey());
            choice.putObject("then").put("$ref", one.getValue().stringValue());
        }
        return chosen;
    }
}
