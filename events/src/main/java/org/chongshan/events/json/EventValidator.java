package org.chongshan.events.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.Event;
import org.chongshan.events.Fault;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.json.MalformedJson.Why;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks posted events against the envelope's schema, the schema of their type, the clock, and what records say of
 * themselves, and names every fault.
 */
public final class EventValidator {
    /** Faults named of one event: more help nobody, and would make an answer many times the size of what was posted. */
    public static final int MOST_FAULTS = 20;
    private static final String NO_TEXT = "has no unpaired surrogates and no noncharacters";
    /** Name of the envelope's schema. */
    static final String ENVELOPE = "envelope";

    /** Levels of arrays and objects. */
    public static final int MOST_DEPTH = 50;
    /** Characters of a number. */
    public static final int MOST_NUMBER = 40;
    /** Characters of a key. */
    public static final int MOST_KEY = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonMapper STRICT = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH)
                            .maxNumberLength(MOST_NUMBER).maxNameLength(MOST_KEY).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final Map<String, Fault.Code> CODES = Map.of("required", Fault.Code.MISSING, "type",
            Fault.Code.WRONG_TYPE, "additionalProperties", Fault.Code.UNKNOWN_PROPERTY, "unevaluatedProperties",
            Fault.Code.UNKNOWN_PROPERTY, "pattern", Fault.Code.MALFORMED, "format", Fault.Code.MALFORMED);

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true)
                    .pathType(PathType.JSON_POINTER).build()));
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private final Set<String> subdistricts;

    /**
     * For one district.
     *
     * @param subdistricts codes of its subdistricts: nothing happens elsewhere
     */
    public EventValidator(Collection<String> subdistricts) {
        this.subdistricts = Set.copyOf(subdistricts);
    }

    /**
     * Parses a body.
     *
     * @throws MalformedJson when it is not one JSON value in UTF-8 without a byte order mark, repeats a key, nests more than
     *                       {@value #MOST_DEPTH} deep, or has a longer number or key than {@value #MOST_NUMBER} and
     *                       {@value #MOST_KEY} characters
     */
    public static JsonNode parse(byte[] body) throws MalformedJson {
        try (var parser = STRICT.createParser(text(body))) {
            var node = STRICT.readTree(parser);
            if (node == null || node.isMissingNode() || parser.nextToken() != null) {
                throw malformed(Why.NOT_JSON, parser.currentLocation());
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw malformed(Why.OUT_OF_BOUNDS, e.getLocation());
        } catch (MismatchedInputException e) {
            // Any JSON is a tree: only a key that is there already does not fit into one.
            throw malformed(Why.REPEATED_KEY, e.getLocation());
        } catch (JacksonException e) {
            throw malformed(Why.NOT_JSON, e.getLocation());
        }
    }

    private static String text(byte[] body) throws MalformedJson {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                throw malformed(Why.BYTE_ORDER_MARK, null);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw malformed(Why.NOT_UTF_8, null);
        }
    }

    private static MalformedJson malformed(Why why, @Nullable TokenStreamLocation at) {
        return at == null ? new MalformedJson(why, 0, 0) : new MalformedJson(why, at.getLineNr(), at.getColumnNr());
    }

    /**
     * The faults of a posted event, {@value #MOST_FAULTS} at most; empty when {@link #accept} may be called.
     *
     * @param received the platform's time now
     */
    public List<Fault> faults(JsonNode event, Instant received) {
        var faults = new ArrayList<Fault>();
        checkText(event, "", faults);
        // Of what holds no text the schema has not been asked: nobody knows whether it can be read.
        if (faults.isEmpty()) {
            faults.addAll(faultsBySchema(event, received));
            if (faults.stream().allMatch(EventValidator::leavesItReadable)) {
                checkReadable(event, received, faults);
            }
        }
        return List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    }

    /** What I-JSON (RFC 7493, 2.1) excludes from text, a queue does not carry. */
    private static void checkText(JsonNode node, String pointer, List<Fault> faults) {
        if (node.isString() && !isText(node.stringValue())) {
            faults.add(new Fault(pointer, Fault.Code.MALFORMED, NO_TEXT));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkText(node.get(i), pointer + "/" + i, faults);
            }
        }
        node.properties().forEach(property -> {
            if (isText(property.getKey())) {
                checkText(property.getValue(), pointer + "/" + escaped(property.getKey()), faults);
            } else {
                faults.add(new Fault(pointer, Fault.Code.MALFORMED, NO_TEXT));
            }
        });
    }

    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(point -> (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        || (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE);
    }

    /** Nothing is missing or of another type, and there is a time: a blank name hides no member that is there twice. */
    private static boolean leavesItReadable(Fault fault) {
        return fault.pointer().startsWith("/data/")
                ? fault.is(Fault.Code.MALFORMED) || fault.is(Fault.Code.OUT_OF_RANGE)
                : fault.is(Fault.Code.UNKNOWN_SUBDISTRICT) || fault.is(Fault.Code.FROM_THE_FUTURE);
    }

    /**
     * Whatever a schema lets through that the record cannot hold, such as a leap second, or that cannot be. What the schema
     * has named already is not named again.
     */
    private static void checkReadable(JsonNode event, Instant received, List<Fault> faults) {
        var named = faults.stream().map(Fault::pointer).toList();
        try {
            var data = EventJson.mapper().treeToValue(event.get("data"),
                    EventCatalogue.find(event.get("type").stringValue()).orElseThrow());
            var happened = OffsetDateTime.parse(event.get("time").stringValue()).toInstant();
            new Plausibility(happened, received).faults(data).stream().filter(fault -> !named.contains(fault.pointer()))
                    .forEach(faults::add);
        } catch (JacksonException e) {
            if (!named.isEmpty()) {
                return;
            }
            var pointer = new StringBuilder("/data");
            e.getPath().forEach(step -> pointer.append("/")
                    .append(step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName())));
            faults.add(new Fault(pointer.toString(), Fault.Code.MALFORMED, "cannot be held"));
        }
    }

    private List<Fault> faultsBySchema(JsonNode event, Instant received) {
        var faults = new ArrayList<>(check(ENVELOPE, event, ""));
        checkSubdistrict(event.path("subdistrict"), faults);
        var type = event.path("type");
        if (!type.isString()) {
            return faults;
        }
        var known = EventCatalogue.find(type.stringValue());
        if (known.isEmpty()) {
            faults.add(new Fault("/type", Fault.Code.UNKNOWN_TYPE, "no event of this type is published"));
            return faults;
        }
        if (!known.get().isAnnotationPresent(PostedBy.class)) {
            faults.add(new Fault("/type", Fault.Code.NOT_POSTABLE, "only functions of the platform emit this event"));
        }
        var schema = event.path("dataschema");
        if (schema.isString() && !schema.stringValue().equals(Event.schemaOf(known.get()))) {
            faults.add(
                    new Fault("/dataschema", Fault.Code.MALFORMED, "is " + Event.schemaOf(known.get()) + " or absent"));
        }
        if (event.has("data")) {
            faults.addAll(check(Event.typeOf(known.get()), event.get("data"), "/data"));
        }
        checkTime(event.path("time"), received, faults);
        return faults;
    }

    private void checkSubdistrict(JsonNode subdistrict, List<Fault> faults) {
        if (subdistrict.isString() && !subdistricts.contains(subdistrict.stringValue())
                && faults.stream().noneMatch(fault -> fault.pointer().equals("/subdistrict"))) {
            faults.add(new Fault("/subdistrict", Fault.Code.UNKNOWN_SUBDISTRICT, "is a subdistrict of this district"));
        }
    }

    private static void checkTime(JsonNode time, Instant received, List<Fault> faults) {
        if (time.isString()) {
            try {
                Plausibility.past(OffsetDateTime.parse(time.stringValue()).toInstant(), "/time", received)
                        .ifPresent(faults::add);
            } catch (DateTimeParseException e) {
                if (faults.stream().noneMatch(fault -> fault.pointer().equals("/time"))) {
                    faults.add(new Fault("/time", Fault.Code.MALFORMED, "is a date-time of RFC 3339 with an offset"));
                }
            }
        }
    }

    /** The envelope of a faultless event, stamped with who posted it and when it was received. */
    public Envelope accept(ObjectNode event, String actor, Role role, Instant received) {
        var id = event.get("id").stringValue();
        var type = EventCatalogue.find(event.get("type").stringValue()).orElseThrow();
        return new Envelope(id, event.get("source").stringValue(), event.path("subject").stringValue(""),
                OffsetDateTime.parse(event.get("time").stringValue()).toInstant(),
                EventJson.mapper().treeToValue(event.get("data"), type), actor, role,
                event.get("subdistrict").stringValue(), event.path("correlationid").stringValue(id), id, received,
                traceOf(event, id), Reach.of(role));
    }

    /** A phone that traces says where; without it, the event begins a trace of its own. */
    private static Trace traceOf(ObjectNode event, String id) {
        var posted = event.path("traceparent");
        return posted.isString() ? new Trace(posted.stringValue()) : Trace.begunBy(id);
    }

    private static List<Fault> check(String schema, JsonNode node, String prefix) {
        return SCHEMAS.computeIfAbsent(schema, EventValidator::load).validate(node).stream()
                .map(error -> fault(error, prefix)).distinct().toList();
    }

    private static Schema load(String name) {
        try (var in = Objects.requireNonNull(EventValidator.class.getResourceAsStream("/schemas/" + name + ".json"),
                name)) {
            return REGISTRY.getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fault fault(Error error, String prefix) {
        var pointer = prefix + error.getInstanceLocation();
        var property = error.getProperty();
        // What is no plausible name of a property may be a value gone astray, and a value is never repeated.
        if (property != null && property.matches("[A-Za-z][A-Za-z0-9_-]{0,39}")) {
            pointer += "/" + property;
        }
        return new Fault(pointer, CODES.getOrDefault(error.getKeyword(), Fault.Code.OUT_OF_RANGE), expectation(error));
    }

    private static String escaped(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }

    /** What the schema asks for: the library's own message would quote what was posted. */
    private static String expectation(Error error) {
        return switch (error.getKeyword()) {
            case "required" -> "is required";
            case "additionalProperties", "unevaluatedProperties" -> "is not part of this event";
            default -> error.getKeyword() + " " + error.getSchemaNode();
        };
    }
}
