package org.chongshan.local.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

import org.chongshan.events.Event;
import org.chongshan.events.PostedBy;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.local.Bureau;
import org.chongshan.local.SchemaBodies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies nobody should post: valid events changed against their schema, and what is no event, no JSON, or no text at all.
 * Each comes with what must become of it. The same random makes the same body.
 */
public final class FuzzBodies {
    /** What must become of a body. */
    public enum Must {
        /** 202, and every event of it. */
        ACCEPT,
        /** A 4xx, and no event of it. */
        REFUSE,
        /** Either, but nothing else. */
        ANSWER
    }

    /**
     * A body and who posts it.
     *
     * @param kind what is wrong with it
     */
    public record Body(String kind, Must must, String role, Map<String, String> headers, byte[] content) {
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }

        static Body json(String kind, Must must, String role, String text) {
            return new Body(kind, must, role, Map.of("content-type", "application/json"),
                    text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final List<String> POSTABLE = EventCatalogue.all().stream()
            .filter(type -> type.isAnnotationPresent(PostedBy.class)).map(Event::typeOf).toList();
    private static final List<String> TEXTS = List.of("\u0000", "\u0007\u001b[31m", "\u202e\u2066 abc", "\ufeff",
            "\ufffe", "\uffff", "\ud83d\ude00".repeat(30), "e\u0301\u0323".repeat(60), "\u2028\u2029", "\ufdd0",
            "ſTREET", "\\u0000", "'; DROP TABLE--", "${jndi:ldap://x}", "</script>", "%00%n%s");
    /** As JSON escapes: no text in UTF-8 holds them. */
    private static final List<String> SURROGATES = List.of("\\ud800", "\\udc00", "a\\udfffb", "\\ud83d\\ud83d");
    private static final List<String> NUMBERS = List.of("1e400", "-1e400", "1e999999999", "1E-999999999",
            "99999999999999999999", "-99999999999999999999", "9223372036854775807", "9223372036854775808", "1.5", "1.0",
            "1e2", "-0", "-0.0", "0.1e1", "1".repeat(39), "1".repeat(41), "1." + "0".repeat(500), "NaN", "Infinity",
            "0x10", "01", "+1", ".5", "1.", "1_000");
    private static final List<String> TIMES = List.of("0000-01-01T00:00:00Z", "0001-01-01T00:00:00+18:00",
            "9999-12-31T23:59:59-18:00", "+10000-01-01T00:00:00Z", "2016-12-31T23:59:60Z", "2023-02-30T00:00:00Z",
            "2023-03-02t04:00:00z", "2023-03-02 04:00:00Z", "2023-03-02T04:00Z", "2023-03-02T04:00:00.123456789012Z",
            "2023-03-02T04:00:00+25:00", "2023-03-02T24:00:00Z", "2023-03-02T04:00:00,5Z", "1999-12-31T23:59:59Z",
            "2099-12-31T23:59:59Z", "2023-03-02T04:00:00-00:00");
    private static final List<String> NOT_MATCHING = List.of("", " ", "../x", "X-1\n", "\nX-1", "X-1 ", "x/y", "葛",
            "X\u0000", "x".repeat(101), "%2e%2e", "X-１");
    private static final List<String> BLANK = List.of("", " ", "\u3000\u3000", "\n\t", "\u00a0\u00a0", "\u200b\ufeff",
            "--");

    private final Random random;
    private final SchemaBodies schemas;
    private final List<Supplier<Body>> kinds = List.of(this::valid, this::valid, this::valid, this::batch,
            this::missing, this::unknown, this::wrongType, this::outOfRange, this::notMatching, this::oddText,
            this::surrogates, this::hugeNumber, this::oddTime, this::deep, this::repeatedKey, this::randomJson,
            this::truncated, this::flipped, this::encoded, this::packed, this::packedWrongly, this::binary,
            this::binaryWrongly, this::large, this::manyFaults, this::mixed, this::nothing, this::mediaType,
            this::notAllowed, this::sameId, this::longIds);

    public FuzzBodies(Random random) {
        this.random = random;
        this.schemas = new SchemaBodies(random);
    }

    public Body next() {
        return one(kinds).get();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private ObjectNode event() {
        return schemas.event(one(POSTABLE), Bureau.STREET);
    }

    /** Somebody who may post it. */
    private String role(JsonNode event) {
        return one(schema(event).path("x-posted-by").valueStream().map(JsonNode::stringValue).toList());
    }

    private static JsonNode schema(JsonNode event) {
        return SchemaBodies.schema(event.get("type").stringValue());
    }

    private Body body(String kind, Must must, ObjectNode event) {
        return Body.json(kind, must, role(event), event.toString());
    }

    private Body valid() {
        return body("valid", Must.ACCEPT, event());
    }

    /** Events that one role may post. */
    private List<ObjectNode> several(String role, int count) {
        var events = new ArrayList<ObjectNode>();
        while (events.size() < count) {
            var event = event();
            if (schema(event).path("x-posted-by").toString().contains("\"" + role + "\"")) {
                events.add(event);
            }
        }
        return events;
    }

    private Body batch() {
        return Body.json("valid batch", Must.ACCEPT, "street",
                several("street", 1 + random.nextInt(random.nextInt(8) == 0 ? 100 : 8)).toString());
    }

    /** A place in an event: an object, the name of a property of it, and the schema of what stands there. */
    private record Spot(ObjectNode in, String name, JsonNode schema) {}

    /** Every property of an event's data that its schema describes. */
    private static List<Spot> spots(ObjectNode event) {
        var spots = new ArrayList<Spot>();
        collect((ObjectNode) event.get("data"), schema(event), spots);
        return spots;
    }

    private static void collect(ObjectNode object, JsonNode schema, List<Spot> spots) {
        for (var name : List.copyOf(object.propertyNames())) {
            var inner = schema.path("properties").path(name);
            spots.add(new Spot(object, name, inner));
            if (object.get(name) instanceof ObjectNode nested) {
                collect(nested, inner, spots);
            } else if (object.get(name) instanceof ArrayNode array) {
                array.forEach(item -> {
                    if (item instanceof ObjectNode nested) {
                        collect(nested, inner.path("items"), spots);
                    }
                });
            }
        }
    }

    private static List<Spot> spots(ObjectNode event, String keyword) {
        return spots(event).stream().filter(spot -> spot.schema.has(keyword)).toList();
    }

    /** A new event that has such a place. */
    private ObjectNode eventWith(String keyword) {
        var event = event();
        while (spots(event, keyword).isEmpty()) {
            event = event();
        }
        return event;
    }

    private Body missing() {
        var event = event();
        if (random.nextBoolean()) {
            event.remove(one(List.of("specversion", "id", "source", "time", "subdistrict", "data")));
        } else {
            var required = schema(event).path("required").valueStream().map(JsonNode::stringValue).toList();
            ((ObjectNode) event.get("data")).remove(one(required));
        }
        return body("missing property", Must.REFUSE, event);
    }

    private Body unknown() {
        var event = event();
        var objects = new ArrayList<>(List.of(event, (ObjectNode) event.get("data")));
        spots(event).forEach(spot -> objects.add(spot.in));
        one(objects).put(one(List.of("more", "", "__proto__", "Data", "id ", "a/b~c", "\ufffe", "葛")), 1);
        return body("unknown property", Must.REFUSE, event);
    }

    private Body wrongType() {
        var event = event();
        var spot = one(spots(event));
        var now = spot.in.get(spot.name);
        var others = List.of("null", "true", "17", "\"text\"", "[]", "{}", "[[]]", "1.5").stream()
                .map(text -> (JsonNode) Bureau.JSON.readTree(text))
                .filter(other -> other.getNodeType() != now.getNodeType()).toList();
        if (random.nextInt(4) == 0) {
            event.set(one(List.of("id", "source", "time", "subdistrict", "data", "specversion")),
                    Bureau.JSON.readTree(one(List.of("null", "true", "17", "[]"))));
        } else {
            spot.in.set(spot.name, one(others));
        }
        return body("wrong type", Must.REFUSE, event);
    }

    private Body outOfRange() {
        var keyword = one(List.of("minimum", "maximum", "maxLength", "maxItems"));
        var event = eventWith(keyword);
        var spot = one(spots(event, keyword));
        var bound = spot.schema.get(keyword).longValue();
        switch (keyword) {
            case "minimum" -> spot.in.put(spot.name, bound - 1 - random.nextInt(5));
            case "maximum" -> spot.in.put(spot.name, bound + 1 + random.nextInt(5));
            case "maxLength" -> spot.in.put(spot.name, "葛".repeat((int) bound + 1));
            default -> {
                var array = spot.in.putArray(spot.name);
                for (int i = 0; i <= bound; i++) {
                    array.add(schemas.value(spot.schema.get("items")));
                }
            }
        }
        return body("out of range", Must.REFUSE, event);
    }

    private Body notMatching() {
        var event = eventWith("pattern");
        var spot = one(spots(event, random.nextInt(4) == 0 && !spots(event, "enum").isEmpty() ? "enum" : "pattern"));
        if (random.nextInt(5) == 0) {
            event.put(one(List.of("id", "subdistrict", "specversion")), one(NOT_MATCHING));
        } else {
            spot.in.put(spot.name, one(SchemaBodies.isText(spot.schema) ? BLANK : NOT_MATCHING));
        }
        return body("pattern not matched", Must.REFUSE, event);
    }

    private Body oddText() {
        var event = eventWith("maxLength");
        // With a letter, so that only what is odd about it can be refused.
        spots(event, "maxLength").stream().filter(spot -> isFreeText(spot.schema))
                .forEach(spot -> spot.in.put(spot.name, "a" + one(TEXTS)));
        if (random.nextBoolean()) {
            event.put(one(List.of("source", "subject", "correlationid", "traceparent")), one(TEXTS));
        }
        return body("odd text", Must.ANSWER, event);
    }

    private static boolean isFreeText(JsonNode schema) {
        return (SchemaBodies.isText(schema) || !schema.has("pattern")) && !schema.has("format")
                && !schema.has("x-identity-number");
    }

    private Body surrogates() {
        var event = eventWith("maxLength");
        var in = random.nextInt(4);
        switch (in) {
            case 0 -> event.put("subject", "HERE");
            case 1 -> event.put("id", "HERE");
            case 2 -> ((ObjectNode) event.get("data")).put("HERE", 1);
            default -> {
                var spot = one(spots(event, "maxLength"));
                spot.in.put(spot.name, "HERE");
            }
        }
        return Body.json("unpaired surrogate", Must.REFUSE, role(event),
                event.toString().replace("HERE", one(SURROGATES)));
    }

    private Body hugeNumber() {
        var event = eventWith("minimum");
        var spot = one(spots(event, "minimum"));
        spot.in.put(spot.name, "HERE");
        return Body.json("odd number", Must.ANSWER, role(event), event.toString().replace("\"HERE\"", one(NUMBERS)));
    }

    private Body oddTime() {
        var event = event();
        var spots = spots(event, "format");
        if (spots.isEmpty() || random.nextBoolean()) {
            event.put("time", one(TIMES));
        } else {
            var spot = one(spots);
            var time = one(TIMES);
            spot.in.put(spot.name,
                    spot.schema.path("format").stringValue("").equals("date") && random.nextBoolean()
                            ? time.substring(0, 10)
                            : time);
        }
        return body("odd time", Must.ANSWER, event);
    }

    private Body deep() {
        var depth = one(List.of(10, 49, 50, 51, 60, 500, 5_000, 100_000));
        var arrays = random.nextBoolean();
        var nest = (arrays ? "[" : "{\"a\":").repeat(depth) + "1" + (arrays ? "]" : "}").repeat(depth);
        if (random.nextInt(3) == 0) {
            return Body.json("deep nesting", Must.REFUSE, "street",
                    random.nextBoolean() ? nest : nest.substring(0, depth));
        }
        var event = event();
        var spot = one(spots(event));
        spot.in.put(spot.name, "HERE");
        return Body.json("deep nesting", Must.REFUSE, role(event), event.toString().replace("\"HERE\"", nest));
    }

    private Body repeatedKey() {
        var event = event();
        var text = event.toString();
        var key = one(List.of("\"id\":", "\"type\":", "\"data\":", "\"subdistrict\":", "\"time\":"));
        var repeated = key + one(List.of("\"" + schemas.newId() + "\"", "{}", "null")) + ",";
        return Body.json("repeated key", Must.REFUSE, role(event), "{" + repeated + text.substring(1));
    }

    private Body randomJson() {
        return Body.json("random JSON", Must.REFUSE, "district", randomValue(0).toString());
    }

    private JsonNode randomValue(int depth) {
        return switch (random.nextInt(depth > 5 ? 5 : 8)) {
            case 0 -> Bureau.JSON.getNodeFactory().nullNode();
            case 1 -> Bureau.JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> Bureau.JSON.getNodeFactory().numberNode(random.nextLong());
            case 3 -> Bureau.JSON.getNodeFactory().numberNode(random.nextGaussian());
            case 4 -> Bureau.JSON.getNodeFactory().stringNode(one(TEXTS));
            case 5 -> {
                var array = Bureau.JSON.createArrayNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    array.add(randomValue(depth + 1));
                }
                yield array;
            }
            default -> {
                var object = Bureau.JSON.createObjectNode();
                for (int i = random.nextInt(6); i > 0; i--) {
                    object.set(
                            one(List.of("id", "type", "data", "time", "source", "specversion", "subdistrict", "x", "")),
                            randomValue(depth + 1));
                }
                yield object;
            }
        };
    }

    private Body truncated() {
        var event = event();
        var content = event.toString().getBytes(StandardCharsets.UTF_8);
        return new Body("truncated", Must.REFUSE, role(event), Map.of("content-type", "application/json"),
                java.util.Arrays.copyOf(content, random.nextInt(content.length)));
    }

    private Body flipped() {
        var event = event();
        var content = event.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return new Body("flipped bits", Must.ANSWER, role(event), Map.of("content-type", "application/json"), content);
    }

    private Body encoded() {
        var event = event();
        event.put("subject", "葛");
        var text = event.toString();
        var charset = one(List.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "GBK", "ISO-8859-1", "overlong", "BOM"));
        var content = switch (charset) {
            case "overlong" -> text.replace("葛", "HERE").getBytes(StandardCharsets.UTF_8);
            case "BOM" -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(Charset.forName(charset));
        };
        if (charset.equals("overlong")) {
            var at = text.indexOf("葛");
            content[at] = (byte) 0xc0;
            content[at + 1] = (byte) 0xaf;
        }
        return new Body("wrong encoding",
                charset.equals("ISO-8859-1") || charset.equals("GBK") ? Must.ANSWER : Must.REFUSE, role(event),
                Map.of("content-type", "application/json" + one(List.of("", "; charset=utf-16", ";charset=gbk"))),
                content);
    }

    private Body packed() {
        var event = event();
        var content = switch (random.nextInt(4)) {
            case 0 -> several("street", 1 + random.nextInt(8)).toString();
            default -> event.toString();
        };
        var packed = gzip(content.getBytes(StandardCharsets.UTF_8));
        return new Body("packed", Must.ACCEPT, content.startsWith("[") ? "street" : role(event),
                Map.of("content-type", "application/json", "content-encoding", one(List.of("gzip", "GZIP", " x-gzip"))),
                packed);
    }

    /** Packed in another way than is said, cut off, damaged, or to what is far larger. */
    private Body packedWrongly() {
        var event = event();
        var good = gzip(event.toString().getBytes(StandardCharsets.UTF_8));
        var packed = switch (random.nextInt(4)) {
            case 0 -> gzip(new byte[one(List.of(2 << 20, 64 << 20))]);
            case 1 -> java.util.Arrays.copyOf(good, random.nextInt(good.length));
            case 2 -> gzip(good);
            default -> event.toString().getBytes(StandardCharsets.UTF_8);
        };
        return new Body("packed wrongly", Must.REFUSE, role(event), Map.of("content-type", "application/json",
                "content-encoding", one(List.of("gzip", "gzip", "br", "gzip, gzip", "deflate", "x"))), packed);
    }

    private static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With its attributes in headers. */
    private Map<String, String> headers(ObjectNode event) {
        var headers = new TreeMap<String, String>();
        event.properties().forEach(attribute -> {
            if (!attribute.getKey().equals("data")) {
                headers.put(one(List.of("ce-", "CE-", "Ce-")) + attribute.getKey(), attribute.getValue().stringValue());
            }
        });
        var type = one(List.of("", "application/json", "application/json; charset=utf-8"));
        if (!type.isEmpty()) {
            headers.put("content-type", type);
        }
        return headers;
    }

    private Body binary() {
        var event = event();
        var headers = headers(event);
        headers.put("ce-subject", one(List.of("%E8%91%9B", "a%20b", "\"a b\"", "a b", "100%25", "")));
        return new Body("binary mode", Must.ACCEPT, role(event), headers,
                event.get("data").toString().getBytes(StandardCharsets.UTF_8));
    }

    private Body binaryWrongly() {
        var event = event();
        var headers = headers(event);
        var data = event.get("data").toString();
        var content = data.getBytes(StandardCharsets.UTF_8);
        switch (random.nextInt(5)) {
            case 0 -> headers.put("ce-subject", one(List.of("%", "%zz", "%ff", "%c0%af", "\u00e9", "x".repeat(900),
                    "\"" + "\\a".repeat(2_000) + "\"")));
            case 1 -> headers.put(one(List.of("ce-data", "ce-", "ce-more", "ce-a-b", "ce-data_base64")), "x");
            case 2 -> headers.put("content-type", one(List.of("text/plain", "application/cloudevents+json",
                    "application/cloudevents-batch+json", "application/avro")));
            case 3 -> content = one(List.of("", "[" + data + "]", "null", "\ufeff" + data, data + data))
                    .getBytes(StandardCharsets.UTF_8);
            default -> headers.remove(one(headers.keySet().stream()
                    .filter(name -> name.endsWith("-time") || (name.endsWith("-type") && name.length() == 7)
                            || name.endsWith("-subdistrict") || name.endsWith("-source"))
                    .toList()));
        }
        return new Body("binary mode, wrongly", Must.REFUSE, role(event), headers, content);
    }

    private Body large() {
        var size = one(List.of(50_000, 70_000, 300_000, (1 << 20) - 100, (1 << 20) + 1, 2 << 20, 5 << 20));
        var event = eventWith("maxLength");
        if (random.nextBoolean()) {
            return Body.json("large", size > 1 << 20 ? Must.REFUSE : Must.ANSWER, role(event),
                    event + " ".repeat(size));
        }
        var spot = one(spots(event, "maxLength"));
        spot.in.put(spot.name, one(List.of("x", "葛", "\u0000")).repeat(Math.min(size, 1_500_000)));
        return body("large", Must.REFUSE, event);
    }

    /** What asks for an answer many times its own size. */
    private Body manyFaults() {
        var event = event();
        for (int i = 100 + random.nextInt(random.nextInt(4) == 0 ? 60_000 : 2_000); i > 0; i--) {
            event.put("p" + i, 1);
        }
        if (random.nextInt(4) == 0) {
            return Body.json("many faults", Must.REFUSE, "street",
                    "[" + "{\"a\":1,\"b\":2,\"c\":[],\"d\":{}},".repeat(99) + "{}]");
        }
        return body("many faults", Must.REFUSE, event);
    }

    private Body mixed() {
        var events = new ArrayList<String>();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            var other = new FuzzBodies(new Random(random.nextLong()));
            events.add(switch (random.nextInt(4)) {
                case 0 -> other.unknown().text();
                case 1 -> other.wrongType().text();
                case 2 -> other.surrogates().text();
                default -> event().toString();
            });
        }
        return Body.json("mixed batch", Must.ANSWER, "street", events.toString());
    }

    private Body nothing() {
        return Body.json("nothing, or too many", Must.REFUSE, "street", one(List.of("", " ", "[]", "{}", "null", "[[]]",
                "[null]", "\u0000", "[" + "{},".repeat(100) + "{}]", several("street", 101).toString())));
    }

    private Body mediaType() {
        var event = event();
        var known = random.nextBoolean();
        var type = known
                ? one(List.of("application/json; charset=utf-8", "APPLICATION/JSON", "application/cloudevents+json",
                        " application/json ;a=\"b;c\"", "application/cloudevents-batch+json"))
                : one(List.of("text/plain", "", "application/xml", "application/json, text/plain", "*/*", "json",
                        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ";",
                        "application/jsonx"));
        var headers = new TreeMap<>(Map.of("content-type", type));
        if (!known && random.nextInt(4) == 0) {
            headers.remove("content-type");
        }
        return new Body("media type", known ? Must.ACCEPT : Must.REFUSE, role(event), headers,
                event.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Body notAllowed() {
        var event = event();
        return switch (random.nextInt(3)) {
            case 0 -> Body.json("not allowed", Must.REFUSE, "auditor", event.toString());
            case 1 -> Body.json("not allowed", Must.REFUSE, "street",
                    schemas.event("org.chongshan.relief.KeyWatchAdded", "320613002").toString());
            default -> body("not allowed", Must.REFUSE, event.put(one(List.of("actor", "role")), "system"));
        };
    }

    private Body sameId() {
        var events = several("street", 2);
        events.get(1).set("id", events.getFirst().get("id"));
        if (random.nextBoolean()) {
            events.add(events.getFirst());
        }
        return Body.json("same id again", Must.ACCEPT, "street", events.toString());
    }

    private Body longIds() {
        var event = event();
        var text = event.toString().replace("\"X-", "\"" + "L".repeat(80 + random.nextInt(16)) + "X-");
        return Body.json("long ids", Must.ANSWER, role(event), text);
    }
}
