package org.chongshan.events.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.chongshan.events.Confidential;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.Sealable;
import org.chongshan.events.Sha256;
import org.chongshan.events.Trace;
import org.chongshan.events.Worded;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes envelopes (CloudEvents 1.0, structured mode) and state documents. */
public final class EventJson {
    private static final JsonMapper PLAIN = build();
    /** Attribute of a writer: what it writes in place of a text for readers alone. */
    private static final Object VIEW = Sealable.class;

    private EventJson() {}

    /** The mapper for trees. */
    static JsonMapper mapper() {
        return PLAIN;
    }

    /** The envelope as one structured CloudEvent. */
    public static String write(Envelope envelope) {
        return tree(envelope).toString();
    }

    /** The envelope as a tree, to be put into a larger answer. */
    public static ObjectNode tree(Envelope envelope) {
        return tree(envelope, PLAIN.valueToTree(envelope.data()));
    }

    /** A value as a tree. */
    public static JsonNode tree(Object value) {
        return PLAIN.valueToTree(value);
    }

    /** A value as a tree; {@code view} says what stands there for each text that is for readers alone. */
    public static JsonNode shown(Object value, Function<Sealable, String> view) {
        return PLAIN.writer().withAttribute(VIEW, view).valueToTree(value);
    }

    /** The envelope with each text that is for readers alone replaced. */
    public static Envelope replace(Envelope envelope, Function<Sealable, String> with) {
        return new Envelope(envelope.id(), envelope.source(), envelope.subject(), envelope.time(),
                PLAIN.treeToValue(shown(envelope.data(), with), envelope.data().getClass()), envelope.actor(),
                envelope.role(), envelope.subdistrict(), envelope.correlationid(), envelope.causationid(),
                envelope.receivedtime(), envelope.trace(), envelope.reach());
    }

    /** The envelope as a tree; {@code view} says what stands there for each text that is for readers alone. */
    public static ObjectNode shown(Envelope envelope, Function<Sealable, String> view) {
        return tree(envelope, shown(envelope.data(), view));
    }

    private static ObjectNode tree(Envelope envelope, JsonNode data) {
        var tree = PLAIN.createObjectNode().put("specversion", Envelope.SPEC_VERSION).put("id", envelope.id())
                .put("source", envelope.source()).put("type", envelope.type()).put("subject", envelope.subject())
                .put("time", envelope.time().toString()).put("datacontenttype", "application/json")
                .put("dataschema", envelope.dataschema()).put("actor", envelope.actor())
                .put("role", envelope.role().claim()).put("subdistrict", envelope.subdistrict())
                .put("correlationid", envelope.correlationid()).put("causationid", envelope.causationid())
                .put("receivedtime", envelope.receivedtime().toString())
                .put("traceparent", envelope.trace().traceparent());
        if (envelope.reach() != Reach.of(envelope.role())) {
            tree.put("reach", envelope.reach().name().toLowerCase(Locale.ROOT));
        }
        return tree.set("data", data);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when the type is unknown
     * @throws tools.jackson.core.JacksonException when it is not such a document
     */
    public static Envelope read(String json) {
        return read(PLAIN.readTree(json));
    }

    /** Reads an array of what {@link #write} wrote. */
    public static List<Envelope> readAll(String json) {
        var envelopes = new ArrayList<Envelope>();
        PLAIN.readTree(json).forEach(node -> envelopes.add(read(node)));
        return envelopes;
    }

    private static Envelope read(JsonNode node) {
        var type = node.required("type").stringValue();
        var event = EventCatalogue.find(type)
                .orElseThrow(() -> new IllegalArgumentException("unknown event type " + type));
        return new Envelope(text(node, "id"), text(node, "source"), text(node, "subject"),
                Instant.parse(text(node, "time")), PLAIN.treeToValue(node.required("data"), event), text(node, "actor"),
                Role.ofClaim(text(node, "role")), text(node, "subdistrict"), text(node, "correlationid"),
                text(node, "causationid"), Instant.parse(text(node, "receivedtime")),
                new Trace(text(node, "traceparent")), reach(node));
    }

    /** Written where the role does not say it: what a function emits acts as far as its cause. */
    private static Reach reach(JsonNode node) {
        return node.hasNonNull("reach")
                ? Reach.valueOf(text(node, "reach").toUpperCase(Locale.ROOT))
                : Reach.of(Role.ofClaim(text(node, "role")));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    /** A state or any other value as JSON: the record's components alone, absent ones left out. */
    public static String writeValue(Object value) {
        return PLAIN.writeValueAsString(value);
    }

    /** Reads what {@link #writeValue} wrote. */
    public static <T> T readValue(String json, Class<T> type) {
        return PLAIN.readValue(json, type);
    }

    /**
     * SHA-256, hex, over everything the sender is answerable for: all but when the platform received it, and the course of
     * things and the trace it belongs to.
     */
    public static String digest(Envelope envelope) {
        var content = PLAIN.convertValue(tree(envelope), Map.class);
        List.of("receivedtime", "correlationid", "causationid", "traceparent").forEach(content::remove);
        var canonical = PLAIN.writeValueAsString(new TreeMap<>(content));
        return HexFormat.of().formatHex(Sha256.of(canonical));
    }

    private static final class SealableWriter extends ValueSerializer<Sealable> {
        @Override
        @SuppressWarnings("unchecked")
        public void serialize(Sealable value, JsonGenerator out, SerializationContext context) {
            var view = (Function<Sealable, String>) context.getAttribute(VIEW);
            out.writeString(view == null ? value.value() : view.apply(value));
        }
    }

    private static <T> ValueDeserializer<T> reader(Function<String, T> of) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return of.apply(in.getString());
            }
        };
    }

    /** Enums written by their word are read by it. */
    private static final class WordReaders extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(DeserializationConfig config, JavaType type,
                BeanDescription.Supplier description, ValueDeserializer<?> usual) {
            return Worded.class.isAssignableFrom(type.getRawClass()) ? reader(word -> constant(type, word)) : usual;
        }

        private static Worded constant(JavaType type, String word) {
            for (var constant : type.getRawClass().getEnumConstants()) {
                if (constant instanceof Worded worded && worded.word().equals(word)) {
                    return worded;
                }
            }
            throw new IllegalArgumentException("no " + type.getRawClass().getSimpleName() + " has that word");
        }
    }

    private static final class WordWriter extends ValueSerializer<Worded> {
        @Override
        public void serialize(Worded value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.word());
        }
    }

    private static JsonMapper build() {
        var sealable = new SimpleModule().addSerializer(Sealable.class, new SealableWriter())
                .addSerializer(Worded.class, new WordWriter()).setDeserializerModifier(new WordReaders())
                // In the order it was written: a HashSet of enums has another order in each process, and so would digests.
                .addAbstractTypeMapping(Set.class, LinkedHashSet.class)
                .addDeserializer(Personal.class, reader(Personal::new))
                .addDeserializer(Confidential.class, reader(Confidential::new))
                .addDeserializer(IdentityNumber.class, reader(IdentityNumber::new));
        return JsonMapper.builder().addModule(sealable)
                // A record is its components; its other methods are derived from them.
                .changeDefaultVisibility(all -> all.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                // What a view throws, such as that there is no key, is for its caller.
                .disable(SerializationFeature.WRAP_EXCEPTIONS).enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();
    }
}
