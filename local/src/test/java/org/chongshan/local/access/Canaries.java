package org.chongshan.local.access;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.chongshan.events.Born;
import org.chongshan.events.Checked;
import org.chongshan.events.Confidential;
import org.chongshan.events.Event;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.Sealable;
import org.chongshan.events.json.EventJson;
import org.chongshan.local.SchemaBodies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an event of any type from its record, with a text never seen elsewhere in each field that is for readers alone, and
 * finds such texts again in any bytes, however they are encoded. Free text that is not marked bears a text too: it shows that
 * the search finds what is there.
 */
final class Canaries {
    /** In every personal text. */
    static final String PERSONAL = "zhvqpersonal";
    /** In every confidential text. */
    static final String CONFIDENTIAL = "zhvqconfident";
    /** In every free text that is not marked. */
    static final String UNMARKED = "zhvqunmarked";
    /** In every personal date: a day of a child's birth. */
    private static final String DATE = LocalDate.now(ZoneOffset.UTC).getYear() - 9 + "-09-";
    /** In every identity number. */
    private static final String NUMBER = "32060219570813";

    /**
     * One text.
     *
     * @param field of the event, with the names of the records on the way
     */
    record Planted(Class<? extends Event> event, String field, String text, boolean personal) {}

    private static final int MOST_DRAWS = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Planted> planted = new ArrayList<>();
    private final Random random = new Random(2023);
    private int drawn;

    /** The data of an event, faultless by its schema, and drawn again until its parts fit together. */
    ObjectNode data(Class<? extends Event> event) {
        var before = planted.size();
        for (drawn = 0; drawn < MOST_DRAWS; drawn++) {
            planted.subList(before, planted.size()).clear();
            var data = record(event, event, "");
            if (!Checked.class.isAssignableFrom(event)
                    || ((Checked) EventJson.readValue(data.toString(), event)).faults().findAny().isEmpty()) {
                return data;
            }
        }
        throw new AssertionError("nothing that fits together was drawn: " + event);
    }

    /** Everything planted so far. */
    List<Planted> planted() {
        return List.copyOf(planted);
    }

    private ObjectNode record(Class<? extends Event> event, Class<?> type, String path) {
        var node = JSON.createObjectNode();
        for (var component : type.getRecordComponents()) {
            if (component.getAnnotatedType().getAnnotation(Nullable.class) == null
                    || Sealable.class.isAssignableFrom(component.getType()) && (drawn == 0 || random.nextBoolean())) {
                var generic = component.getGenericType() instanceof ParameterizedType list
                        ? (Class<?>) list.getActualTypeArguments()[0]
                        : null;
                var field = path + component.getName();
                var marks = component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                        ? list.getAnnotatedActualTypeArguments()[0]
                        : component.getAccessor();
                var one = value(event, generic == null ? component.getType() : generic, marks, field);
                node.set(component.getName(), generic == null ? one : JSON.createArrayNode().add(one));
            }
        }
        return node;
    }

    private JsonNode value(Class<? extends Event> event, Class<?> type, AnnotatedElement marks, String field) {
        var name = field.substring(field.lastIndexOf('.') + 1);
        var nodes = JSON.getNodeFactory();
        if (Sealable.class.isAssignableFrom(type)) {
            var text = text(type, marks);
            planted.add(new Planted(event, field, text, type != Confidential.class));
            return nodes.stringNode(text);
        }
        if (type == String.class) {
            var pattern = marks.getAnnotation(Pattern.class);
            return nodes.stringNode(name.equals("attendees")
                    ? "street-17"
                    : pattern != null
                            ? SchemaBodies.matching(pattern.regexp(), id(name), random)
                            : marks.isAnnotationPresent(Id.class) ? id(name) : UNMARKED + planted.size());
        }
        if (type == boolean.class) {
            return nodes.booleanNode(true);
        }
        if (type == long.class || type == int.class) {
            var least = marks.getAnnotation(Min.class);
            return nodes.numberNode(least == null ? 1 : Math.max(1, least.value()));
        }
        if (type == Instant.class || type == LocalDate.class) {
            var days = marks.isAnnotationPresent(Happened.class) || marks.isAnnotationPresent(Born.class)
                    ? -2
                    : drawn == 0 ? 1 : 1 + random.nextInt(60);
            var day = Instant.now().plus(Duration.ofDays(days));
            return nodes.stringNode(
                    type == Instant.class ? day.toString() : LocalDate.ofInstant(day, ZoneOffset.UTC).toString());
        }
        if (type.isEnum()) {
            var constants = type.getEnumConstants();
            return nodes.stringNode(((Enum<?>) constants[drawn == 0 ? 0 : random.nextInt(constants.length)]).name());
        }
        return record(event, type, field + ".");
    }

    private String text(Class<?> type, AnnotatedElement marks) {
        if (type == IdentityNumber.class) {
            var digits = NUMBER + String.format("%03d", planted.size() % 1000);
            return digits + IdentityNumber.checkCharacter(digits);
        }
        if (marks.isAnnotationPresent(Born.class)) {
            return DATE + String.format("%02d", 1 + planted.size() % 28);
        }
        return (type == Personal.class ? PERSONAL : CONFIDENTIAL) + String.format("%05d", planted.size()) + "葛美云";
    }

    private static String id(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + "-" + name;
    }

    /** Every field for readers alone of an event record, with the names of the records on the way. */
    static List<String> fields(Class<?> type, String path) {
        var fields = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var part = component.getGenericType() instanceof ParameterizedType list
                    ? (Class<?>) list.getActualTypeArguments()[0]
                    : component.getType();
            if (Sealable.class.isAssignableFrom(part)) {
                fields.add(path + component.getName());
            } else if (part.isRecord()) {
                fields.addAll(fields(part, path + component.getName() + "."));
            }
        }
        return fields;
    }

    /** Where personal or confidential texts stand in these bytes, each with what is around it. */
    static List<String> sealableIn(byte[] bytes) {
        var found = new ArrayList<>(personalIn(bytes));
        found.addAll(in(bytes, CONFIDENTIAL));
        return found;
    }

    /** Where personal texts stand in these bytes. */
    static List<String> personalIn(byte[] bytes) {
        var found = new ArrayList<>(in(bytes, PERSONAL));
        found.addAll(in(bytes, DATE));
        found.addAll(in(bytes, NUMBER));
        return found;
    }

    /** Where a text stands in these bytes: plain, in UTF-16, in hexadecimal, in Base64 at any offset. */
    static List<String> in(byte[] bytes, String text) {
        var haystack = new String(bytes, StandardCharsets.ISO_8859_1);
        var found = new ArrayList<String>();
        for (var form : forms(text)) {
            var at = haystack.indexOf(form);
            if (at >= 0) {
                found.add(haystack.substring(Math.max(0, at - 80), Math.min(haystack.length(), at + 80)));
            }
        }
        return found;
    }

    /** Where a hash that anybody can make of a planted identity number stands in these bytes. */
    List<String> hashedNumbersIn(byte[] bytes) throws NoSuchAlgorithmException {
        var haystack = new String(bytes, StandardCharsets.ISO_8859_1);
        var found = new ArrayList<String>();
        for (var one : planted) {
            if (one.text().startsWith(NUMBER)) {
                for (var algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
                    var hash = MessageDigest.getInstance(algorithm)
                            .digest(one.text().getBytes(StandardCharsets.US_ASCII));
                    if (encoded(Arrays.copyOf(hash, 8)).stream().anyMatch(haystack::contains)) {
                        found.add(algorithm + " of " + one);
                    }
                }
            }
        }
        return found;
    }

    private static Collection<String> forms(String text) {
        var forms = new ArrayList<>(
                List.of(text, new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
                        new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1)));
        forms.addAll(encoded(text.getBytes(StandardCharsets.US_ASCII)));
        return forms;
    }

    /** As hexadecimal, and as Base64 at any offset. */
    private static Collection<String> encoded(byte[] plain) {
        var forms = new ArrayList<>(List.of(new String(plain, StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(plain), HexFormat.of().withUpperCase().formatHex(plain)));
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + plain.length];
            System.arraycopy(plain, 0, shifted, before, plain.length);
            var whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // Characters that hold bits of a neighbour differ; those within are always the same.
            forms.add(whole.substring((before * 8 + 5) / 6, shifted.length * 8 / 6));
        }
        return forms;
    }
}
