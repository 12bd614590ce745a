package org.chongshan.local;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

import org.chongshan.events.Checked;
import org.chongshan.events.DigestEvent;
import org.chongshan.events.Event;
import org.chongshan.events.Id;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.RecordsExported;
import org.chongshan.events.RecordsSearched;
import org.chongshan.events.Sealable;
import org.chongshan.events.eldercare.CareSettlementEvent;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.events.json.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Valid events made from the published schemas alone, as a partner who knows nothing else would make them. The same random
 * makes the same events.
 */
public final class SchemaBodies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, JsonNode> SCHEMAS = new ConcurrentHashMap<>();
    private static final int IDS = 12;
    private static final int MOST_TRIES = 10_000;
    private static final String TEXT = "abcdefghij klmnop 葛美云苏童😀é\"\\/<&\n\t";

    private final Random random;

    public SchemaBodies(Random random) {
        this.random = random;
    }

    /** The published schema of an event's data. */
    public static JsonNode schema(String type) {
        return SCHEMAS.computeIfAbsent(type, name -> {
            try (var in = Event.class.getResourceAsStream("/schemas/" + name + ".json")) {
                return JSON.readTree(in);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** A valid event of a type. */
    public ObjectNode event(String type, String subdistrict) {
        return JSON.createObjectNode().put("specversion", "1.0").put("id", newId()).put("source", "/phones/17")
                .put("type", type).put("time", instant().toString()).put("subdistrict", subdistrict)
                .set("data", data(type));
    }

    /** What no schema says, the record itself does: drawn again until its parts fit together. */
    private JsonNode data(String type) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var data = value(schema(type));
            withMembers(data);
            if (data.has("bornOn") && !schema(type).at("/properties/bornOn").has("x-born-less-than-years-before")) {
                ((ObjectNode) data).put("bornOn", "19" + (30 + random.nextInt(30)) + "-05-01");
            }
            if (isPossible(type, data)) {
                return data;
            }
        }
        throw new AssertionError("the generator finds none that fits together: " + type);
    }

    /** A household has one head, and each member once. */
    private static void withMembers(JsonNode data) {
        var position = 0;
        for (var member : data.path("members")) {
            if (member instanceof ObjectNode person) {
                person.put("member", "X-" + position).put("relation", position == 0 ? "HEAD" : "CHILD");
            }
            position++;
        }
    }

    private static boolean isPossible(String type, JsonNode data) {
        var record = EventCatalogue.find(type).orElseThrow();
        return !Checked.class.isAssignableFrom(record)
                || ((Checked) EventJson.readValue(data.toString(), record)).faults().findAny().isEmpty();
    }

    /** A UUIDv7 of this random. */
    public String newId() {
        return "%08x-%04x-7%03x-8%03x-%012x".formatted(random.nextInt(), random.nextInt(1 << 16),
                random.nextInt(1 << 12), random.nextInt(1 << 12), random.nextLong(1L << 48));
    }

    /** A value that fits a schema. */
    public JsonNode value(JsonNode schema) {
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").stringValue("")) {
            case "object" -> object(schema);
            case "array" -> {
                var array = JSON.createArrayNode();
                var least = schema.path("minItems").intValue(0);
                var size = least + random.nextInt(Math.min(schema.path("maxItems").intValue(3), least + 3) - least + 1);
                for (int i = 0; i < size; i++) {
                    array.add(value(schema.path("items")));
                }
                yield array;
            }
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case "integer" -> JSON.getNodeFactory().numberNode(integer(schema));
            case "string" -> JSON.getNodeFactory().stringNode(string(schema));
            default -> throw new AssertionError("the generator does not know this yet: " + schema);
        };
    }

    private ObjectNode object(JsonNode schema) {
        var object = JSON.createObjectNode();
        var required = schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextBoolean()) {
                object.set(property.getKey(), value(property.getValue()));
            }
        });
        return object;
    }

    /** The bounds themselves more often than what lies between. */
    private long integer(JsonNode schema) {
        var most = schema.path("maximum").longValue(Long.MAX_VALUE);
        var least = schema.path("minimum").longValue(most < 0 ? most - 1_000_000 : 0);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextLong(least, most == Long.MAX_VALUE ? most : most + 1);
        };
    }

    private String string(JsonNode schema) {
        if (schema.has("x-identity-number")) {
            var digits = "320602"
                    + LocalDate.of(1960, 1, 1).plusDays(random.nextInt(10_000)).toString().replace("-", "")
                    + "%03d".formatted(random.nextInt(1_000));
            var number = digits + IdentityNumber.checkCharacter(digits);
            return List.of(number, " " + number.toLowerCase(Locale.ROOT), number.substring(12).replace('X', '0'))
                    .get(random.nextInt(3));
        }
        if (schema.has("pattern") && !isText(schema)) {
            return matching(schema.get("pattern").stringValue());
        }
        if (schema.has("x-born-less-than-years-before")) {
            return LocalDate.of(2006 + random.nextInt(16), 1 + random.nextInt(12), 1 + random.nextInt(28)).toString();
        }
        return switch (schema.path("format").stringValue("")) {
            case "date-time" -> instant().toString();
            case "date" -> LocalDate.of(2005 + random.nextInt(schema.has("x-past-or-present") ? 18 : 20),
                    1 + random.nextInt(12), 1 + random.nextInt(28)).toString();
            case "" -> text(schema.path("minLength").intValue(0), schema.path("maxLength").intValue(100));
            default -> throw new AssertionError("the generator does not know this yet: " + schema);
        };
    }

    /** Free text that must not be blank. */
    public static boolean isText(JsonNode schema) {
        return schema.path("pattern").stringValue("").equals(Sealable.WRITTEN);
    }

    private String matching(String pattern) {
        return matching(pattern, "X-" + random.nextInt(IDS), random);
    }

    /** A text that fits a pattern of the contract; of an id's, the id. */
    public static String matching(String pattern, String id, Random random) {
        return switch (pattern) {
            case Id.PATTERN, Id.NEW_PATTERN -> id;
            case "^20[0-9]{2}-(0[1-9]|1[0-2])\\.[0-9]{9}$" -> "2023-0" + (1 + random.nextInt(9)) + "." + Bureau.STREET;
            case CareSettlementEvent.ID_PATTERN -> id + "." + Bureau.STREET + ".20230" + (1 + random.nextInt(9));
            case "^[0-9-]{3,20}$" -> "871-12345";
            case "^[0-9]{9}$" -> Bureau.STREET;
            case "^5[123][0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$" -> "52320613MJA123456J";
            case Id.ORIGIN_PATTERN -> List.of("child", "household").get(random.nextInt(2)) + "/" + id;
            case "^20[0-9]{2}-Q[1-4]\\.[0-9]{9}$" -> "2023-Q" + (1 + random.nextInt(4)) + "." + Bureau.STREET;
            case "^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" ->
                LocalDate.of(2005 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28)).toString();
            case RecordsSearched.ASKED -> "/registry/sync/search";
            case RecordsExported.ASKED, DigestEvent.Line.WHERE -> "/v1/households?status=registered";
            default -> throw new AssertionError("the generator does not know this yet: " + pattern);
        };
    }

    private String text(int least, int most) {
        var points = TEXT.codePoints().toArray();
        var length = random.nextInt(20) == 0
                ? most / 2
                : least + random.nextInt(Math.max(1, Math.min(most, 24) - least));
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        if (least > 0) {
            text.setCharAt(text.length() - 1, 'a');
        }
        return text.toString();
    }

    /** Not after the day all who use this begin with. */
    private Instant instant() {
        return Instant.parse("2023-03-02T04:00:00Z").minusSeconds(random.nextLong(180 * 86_400L));
    }
}
