package org.chongshan.bureau;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chongshan.bureau.figure.YearSheet;
import org.chongshan.core.Figure;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Outcome;
import org.chongshan.core.Rendering;
import org.chongshan.core.Sheet;
import org.chongshan.core.Status;
import org.chongshan.events.CountChanged;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.EarlyEventsWait;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.Event;
import org.chongshan.events.Fault;
import org.chongshan.events.Formerly;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.SweepContinued;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.events.json.RecordSchemas;
import org.chongshan.shell.Problem;
import org.chongshan.shell.Told;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas both contracts are made of, by the name of their component. Of an event of type {@code T} there is {@code T}, its data
 * as published; {@code T.post}, the envelope somebody posts; and {@code T.event}, the event as it stands in queues and journals.
 */
final class ContractSchemas {
    private static final JsonMapper JSON = new JsonMapper();

    private ContractSchemas() {}

    /** An object of these members, in this order: name, value, name, value. */
    static Map<String, Object> object(Object... members) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }

    static Map<String, Object> ref(String component) {
        return object("$ref", "#/components/schemas/" + component);
    }

    static Map<String, Object> text() {
        return object("type", "string");
    }

    static Map<String, Object> text(String says) {
        return object("type", "string", "description", says);
    }

    static Map<String, Object> instant() {
        return object("type", "string", "format", "date-time");
    }

    static Map<String, Object> words(Stream<String> words) {
        return object("type", "string", "enum", words.toList());
    }

    static Map<String, Object> list(Object items) {
        return object("type", "array", "items", items);
    }

    /** A record of these members, all but those whose name ends in a question mark always there. */
    static Map<String, Object> record(Object... members) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        object(members).forEach((name, schema) -> {
            if (name.endsWith("?")) {
                properties.put(name.substring(0, name.length() - 1), schema);
            } else {
                properties.put(name, schema);
                required.add(name);
            }
        });
        return object("type", "object", "required", required, "properties", properties);
    }

    /** One of these components, told apart by a member. */
    static Map<String, Object> oneOf(String by, Map<String, String> componentByValue) {
        var mapping = new TreeMap<String, String>();
        componentByValue.forEach((value, component) -> mapping.put(value, "#/components/schemas/" + component));
        return object("oneOf",
                new LinkedHashSet<>(componentByValue.values()).stream().map(ContractSchemas::ref).toList(),
                "discriminator", object("propertyName", by, "mapping", mapping));
    }

    /** Every event as it stands in queues and journals. */
    static Map<String, Object> events() {
        var all = new TreeMap<String, Object>();
        all.put("event", event());
        EventCatalogue.all().forEach(event -> all.put(Event.typeOf(event) + ".event", event(event)));
        return all;
    }

    /** Every event that is posted, as it is. */
    static Map<String, Object> posts() {
        var all = new TreeMap<String, Object>();
        all.put("envelope", envelope());
        posted().forEach(event -> {
            all.put(Event.typeOf(event), published(Event.typeOf(event)));
            all.put(Event.typeOf(event) + ".post", post(event));
        });
        return all;
    }

    /** Everything a client posts or is answered. */
    static Map<String, Object> all() {
        var all = new TreeMap<>(events());
        // It goes to sweeps, and stands in no journal.
        all.remove(Event.typeOf(SweepContinued.class) + ".event");
        all.putAll(posts());
        all.put("posted-event", oneOf("type", components(posted(), ".post")));
        all.put("problem", problem());
        all.put("fault", fault());
        all.put("results", record("results", list(object("oneOf", List.of(ref("accepted"), ref("rejected"))))));
        all.put("accepted",
                record("id", text(), "status", object("const", "accepted"), "outcome",
                        object("type", "array", "description",
                                "Where what becomes of it can be read, at each function that takes it.", "items",
                                object("type", "string", "format", "uri-reference"))));
        all.put("rejected", record("id?", text(), "status", object("const", "rejected"), "problem", ref("problem")));
        all.put("receipt", receipt());
        all.put("outcomes", outcomesOfMany());
        all.put("early", early());
        all.put("earlier", record("outcome", outcomes(), "rule", text(), "at", instant()));
        Topology.collections().forEach(collection -> collection(collection, all));
        return all;
    }

    private static void collection(Collection<?, ?> collection, Map<String, Object> all) {
        var name = collection.name();
        all.put(name, described(JSON.convertValue(RecordSchemas.shown(collection.stateType()), Map.class),
                Spoken.firstSentence(collection.stateType())));
        all.put(name + ".record",
                record("key", text("The function and the id."), "version", object("type", "integer", "minimum", 1),
                        "status", words(collection.statuses().stream().map(Status::word)), "due?", instant(), "state",
                        ref(name)));
        all.put(name + ".page", record("items", list(object("oneOf", List.of(ref(name + ".record"), ref("early")))),
                "cursor?", text("Of the next page; absent behind the last.")));
        all.put(name + ".changes",
                record("items", list(object("oneOf", List.of(ref(name + ".record"), ref("early")))), "left",
                        object("type", "array", "items", text(), "description",
                                "Keys of what does not stand there, be it that it never did."),
                        "since", text("What to ask with next."), "more",
                        object("type", "boolean", "description", "Whether there is more to ask for at once.")));
        all.put(name + ".entry", entry(collection));
        all.put(name + ".journal", record("items", list(ref(name + ".entry")), "cursor?",
                text("Of the next page; absent behind the last.")));
        collection.renderings().forEach(rendering -> all.put(name + "." + rendering.word(), record(rendering.member(),
                list(RecordSchemas.shown(rendered(rendering))), "cursor?", text("Of the next page."))));
        collection.sheets().forEach(sheet -> all.put(name + ".sheet", sheet(sheet)));
    }

    /** A sheet is made of maps: what is in it is said here, and checked wherever one is read. */
    private static Map<String, Object> sheet(Sheet<?> sheet) {
        if (!(sheet instanceof YearSheet)) {
            throw new AssertionError("say here what is in " + sheet.getClass().getName());
        }
        var integer = object("type", "integer");
        var part = record("figure", text(), "value", integer);
        var kinds = Stream.concat(Arrays.stream(Figure.Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)),
                Stream.of("share", "set", "catalogue"));
        var figure = record("figure", text(), "programme", words(Arrays.stream(Programme.values()).map(Programme::key)),
                "unit", text(), "counts", text("What counts towards it."), "source?", text("The source's own words."),
                "kind", words(kinds), "value",
                object("type", List.of("number", "null"), "description", "Null of a share while there is no whole."),
                "whenClosed?", integer, "correction?", integer, "subdistricts?",
                list(record("subdistrict", text(), "value", integer, "traces",
                        list(object("type", "string", "format", "uri-reference")))),
                "part?", part, "whole?", part, "parameter?", text());
        return record("year", integer, "on", day(), "asKnownOn?", day(), "policy", text(), "figures", list(figure));
    }

    private static Map<String, Object> day() {
        return object("type", "string", "format", "date");
    }

    /** What a rendering gives: the type its method says. */
    private static Class<?> rendered(Rendering<?> rendering) {
        return Arrays.stream(rendering.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals("of") && !method.isBridge())
                .map(method -> (java.lang.reflect.ParameterizedType) method.getGenericReturnType())
                .map(type -> (Class<?>) type.getActualTypeArguments()[0]).findFirst().orElseThrow();
    }

    private static Map<String, Object> described(Map<String, Object> schema, String says) {
        var described = object("description", says);
        described.putAll(schema);
        return described;
    }

    /** A published schema as it is, without what says where it is published. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> published(String name) {
        try (var in = Event.class.getResourceAsStream("/schemas/" + name + ".json")) {
            var schema = (Map<String, Object>) JSON.readValue(in, LinkedHashMap.class);
            schema.remove("$schema");
            schema.remove("$id");
            return schema;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<Class<? extends Event>> posted() {
        return EventCatalogue.all().stream().filter(event -> event.isAnnotationPresent(PostedBy.class))
                .<Class<? extends Event>>map(event -> event).toList();
    }

    private static Map<String, String> components(java.util.Collection<Class<? extends Event>> events, String suffix) {
        var components = new TreeMap<String, String>();
        events.forEach(event -> components.put(Event.typeOf(event), Event.typeOf(event) + suffix));
        return components;
    }

    /**
     * As published, but for what the data is, which each event says: generators of clients take an object of which nothing is said
     * for one that has no members, and make of both a type that nothing fits.
     */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> envelope() {
        var envelope = published("envelope");
        ((Map<String, Object>) envelope.get("properties")).put("data", object("description", "What the event says."));
        return envelope;
    }

    private static Map<String, Object> post(Class<? extends Event> event) {
        var type = Event.typeOf(event);
        var formerly = event.getAnnotation(Formerly.class);
        return object("allOf", List.of(ref("envelope")), "type", "object", "properties",
                object("type",
                        formerly == null
                                ? object("const", type)
                                : words(Stream.concat(Stream.of(type), Arrays.stream(formerly.value()))),
                        "dataschema", object("const", Event.schemaOf(event)), "data", ref(type)));
    }

    private static Map<String, Object> event() {
        return described(
                record("specversion", object("const", "1.0"), "id", text(), "source", text(), "type", text(), "subject",
                        text(), "time", instant(), "datacontenttype", object("const", "application/json"), "dataschema",
                        text(), "actor?", text("Subject of the token of whoever did it."), "role",
                        words(Arrays.stream(Role.values()).map(Role::claim)), "subdistrict", text(), "correlationid?",
                        text("Of the whole course of things."), "causationid?",
                        text("Of the event that caused it; its own when none did."), "receivedtime", instant(),
                        "traceparent?", text("W3C Trace Context."), "reach?",
                        words(Arrays.stream(Reach.values()).map(one -> one.name().toLowerCase(Locale.ROOT))), "data",
                        object("description", "What the event says.")),
                "A CloudEvent (1.0, structured mode) as the platform keeps it.");
    }

    private static Map<String, Object> event(Class<? extends Event> event) {
        return object("description", Spoken.firstSentence(event), "allOf", List.of(ref("event")), "type", "object",
                "properties", object("type", object("const", Event.typeOf(event)), "dataschema",
                        object("const", Event.schemaOf(event)), "data", RecordSchemas.shown(event)));
    }

    private static Map<String, Object> outcomes() {
        return words(Arrays.stream(Outcome.values()).map(Outcome::word));
    }

    private static Map<String, Object> outcomesOfMany() {
        var one = record("id", text(), "outcome", outcomes(), "rule", text("A rule of docs/rules.md."), "policy",
                text("The edition it was decided under."), "at", instant(), "rules?", list(text()), "version?",
                object("type", "integer", "minimum", 0), "facts?",
                object("type", "object", "additionalProperties", text()), "conflicts?", list(ref("receipt")));
        return record("results", list(object("oneOf", List.of(one, record("problem", ref("problem"))))));
    }

    private static Map<String, Object> receipt() {
        return described(
                record("id", text(), "outcome", outcomes(), "rule", text("A rule of docs/rules.md."), "policy",
                        text("The edition it was decided under."), "at", instant(), "conflicts?", list(ref("receipt"))),
                "What becomes of an event, for whoever posted it and reads no more.");
    }

    private static Map<String, Object> entry(Collection<?, ?> collection) {
        var taken = new LinkedHashSet<Class<? extends Event>>(collection.accepts());
        taken.add(DeadlineReached.class);
        var emitted = new LinkedHashSet<Class<? extends Event>>(Emissions.of(collection));
        emitted.addAll(Set.of(CountChanged.class, EarlyEventsWait.class));
        return record("id", text(), "outcome", outcomes(), "rule", text("A rule of docs/rules.md."), "policy",
                text("The edition it was decided under."), "at", instant(), "rules?",
                object("type", "array", "items", text(), "description", "All that decided, where there are several."),
                "version", object("type", "integer", "minimum", 0), "event", oneOf("type", components(taken, ".event")),
                "cause?",
                object("type", "string", "format", "uri-reference", "description",
                        "The entry of what counts, for whoever reads that record."),
                "late?", text("How late it was received, ISO 8601."), "facts?",
                object("type", "object", "description", "What the decision rested on.", "additionalProperties", text()),
                "earlier?", list(ref("earlier")), "emitted", list(oneOf("type", components(emitted, ".event"))),
                "conflicts?", list(ref("receipt")));
    }

    private static Map<String, Object> early() {
        return described(
                record("key", text(), "version", object("const", 0), "status", words(Told.early().stream()), "waiting",
                        object("type", "array", "items", text(), "description", "Ids of the events that wait."),
                        "since", instant()),
                "What has not begun, and events wait for; seen by whoever reads the whole bureau.");
    }

    private static Map<String, Object> problem() {
        return described(
                record("type", text("urn:chongshan:problem:{code}"), "title", text(), "status",
                        object("type", "integer"), "code", words(Arrays.stream(Problem.values()).map(Problem::code)),
                        "detail", text(), "line?", object("type", "integer", "minimum", 1), "column?",
                        object("type", "integer", "minimum", 1), "errors?", list(ref("fault")), "serverTime?",
                        instant(), "results?", list(object("oneOf", List.of(ref("accepted"), ref("rejected"))))),
                "A problem document of RFC 9457.");
    }

    private static Map<String, Object> fault() {
        return record("pointer", text("JSON pointer into the event."), "code",
                words(Arrays.stream(Fault.Code.values()).map(Fault.Code::word)), "detail",
                text("What would be right."));
    }

    static JsonNode tree(Object document) {
        return JSON.valueToTree(document);
    }
}
