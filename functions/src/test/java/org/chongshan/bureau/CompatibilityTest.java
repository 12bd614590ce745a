package org.chongshan.bureau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.chongshan.events.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Nothing that whoever speaks with the platform relies on is gone or narrower than in the contracts that were given out,
 * {@code functions/src/test/resources/contracts}. How they move on stands in {@code docs/face.md}.
 */
class CompatibilityTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode CALLS = givenOut("openapi.json");
    private static final JsonNode EVENTS = givenOut("asyncapi.json");
    private static final String VISIT = "/components/schemas/org.chongshan.relief.GridVisitRecorded";

    private static JsonNode givenOut(String name) {
        try {
            return JSON.readTree(
                    Files.readString(Published.root().resolve("functions/src/test/resources/contracts/" + name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void no_call_breaks_a_client_that_was_written_for_those_given_out() {
        assertThat(Breaks.ofCalls(CALLS, ContractSchemas.tree(OpenApi.document()))).isEmpty();
    }

    @Test
    void no_event_breaks_whoever_receives_those_given_out() {
        assertThat(Breaks.ofEvents(EVENTS, ContractSchemas.tree(AsyncApi.document()))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaking")
    void a_change_of_calls_that_breaks_a_client_is_named(String named, String where, Consumer<ObjectNode> change) {
        assertThat(Breaks.ofCalls(CALLS, changed(CALLS, where, change))).contains(named);
    }

    static Stream<Arguments> breaking() {
        return Stream.of(
                breaks("GET /v1/households/{id} is gone", "/paths/~1v1~1households~1{id}", at -> at.remove("get")),
                breaks("GET /v1/leads is gone", "/paths", at -> at.remove("/v1/leads")),
                breaks("GET /v1/leads operationId was \"listLeads\" and is \"leads\"", "/paths/~1v1~1leads/get",
                        at -> at.put("operationId", "leads")),
                breaks("GET /v1/leads x-read-by: auditor is gone", "/paths/~1v1~1leads/get",
                        at -> without(at, "x-read-by", "auditor")),
                breaks("GET /v1/households parameter query list is gone", "/paths/~1v1~1households/get",
                        at -> at.putArray("parameters")),
                breaks("GET /v1/leads/{id} wants the parameter query why", "/paths/~1v1~1leads~1{id}/get",
                        at -> ((ArrayNode) at.get("parameters")).addObject().put("name", "why").put("in", "query")
                                .put("required", true)),
                breaks("GET /v1/leads parameter query status: \"closed\" is gone",
                        "/paths/~1v1~1leads/get/parameters/1/schema", at -> without(at, "enum", "closed")),
                breaks("POST /v1/events body as application/json is gone",
                        "/paths/~1v1~1events/post/requestBody/content", at -> at.remove("application/json")),
                breaks("POST /v1/events body maxItems was 100 and is 50",
                        "/paths/~1v1~1events/post/requestBody/content/application~1cloudevents-batch+json/schema",
                        at -> at.put("maxItems", 50)),
                breaks("posted-event: org.chongshan.relief.GridVisitRecorded.post is gone",
                        "/components/schemas/posted-event",
                        at -> removeRef((ArrayNode) at.get("oneOf"), "org.chongshan.relief.GridVisitRecorded.post")),
                breaks("org.chongshan.relief.GridVisitRecorded.weather is required", VISIT,
                        at -> ((ArrayNode) at.get("required")).add("weather")),
                breaks("org.chongshan.relief.GridVisitRecorded.observation is gone", VISIT + "/properties",
                        at -> at.remove("observation")),
                breaks("org.chongshan.relief.GridVisitRecorded.observation maxLength was 500 and is 100",
                        VISIT + "/properties/observation", at -> at.put("maxLength", 100)),
                breaks("org.chongshan.relief.GridVisitRecorded.household pattern was ^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$ and is ^H-",
                        VISIT + "/properties/household", at -> at.put("pattern", "^H-")),
                breaks("org.chongshan.relief.GridVisitRecorded.hardship: \"ILLNESS\" is gone",
                        VISIT + "/properties/hardship", at -> without(at, "enum", "ILLNESS")),
                breaks("org.chongshan.relief.GridVisitRecorded.household was of type [string] and is of [integer]",
                        VISIT + "/properties/household", at -> at.put("type", "integer")),
                breaks("org.chongshan.relief.GridVisitRecorded x-posted-by: grid is gone", VISIT,
                        at -> without(at, "x-posted-by", "grid")),
                breaks("envelope.subject is required", "/components/schemas/envelope",
                        at -> ((ArrayNode) at.get("required")).add("subject")),
                breaks("household.record.version is gone", "/components/schemas/household.record/properties",
                        at -> at.remove("version")),
                breaks("household.record.state is not always there any more", "/components/schemas/household.record",
                        at -> without(at, "required", "state")),
                breaks("household.reliefPaidFen was of type [integer] and is of [integer, null]",
                        "/components/schemas/household/properties/reliefPaidFen",
                        at -> at.putArray("type").add("integer").add("null")),
                breaks("household.lastVisitedAt format was \"date-time\" and is \"date\"",
                        "/components/schemas/household/properties/lastVisitedAt", at -> at.put("format", "date")),
                breaks("household.members[].relation was of type [string] and is of [integer]",
                        "/components/schemas/household/properties/members/items/properties/relation",
                        at -> at.put("type", "integer")),
                breaks("GET /v1/households answer 200 as text/csv is gone",
                        "/paths/~1v1~1households/get/responses/200/content", at -> at.remove("text/csv")),
                breaks("GET /v1/leads problem not-found was answered with [404] and is with [410]",
                        "/paths/~1v1~1leads/get/responses", at -> at.set("410", at.remove("404"))));
    }

    private static Arguments breaks(String named, String where, Consumer<ObjectNode> change) {
        return arguments(named, where, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void a_change_of_calls_that_breaks_nobody_passes(String what, String where, Consumer<ObjectNode> change) {
        assertThat(Breaks.ofCalls(CALLS, changed(CALLS, where, change))).isEmpty();
    }

    static Stream<Arguments> harmless() {
        return Stream.of(arguments("another path", "/paths", change(at -> at.putObject("/v1/more"))),
                arguments("a parameter that may be left out", "/paths/~1v1~1leads/get", change(
                        at -> ((ArrayNode) at.get("parameters")).addObject().put("name", "why").put("in", "query"))),
                arguments("more that may be said", VISIT + "/properties",
                        change(at -> at.putObject("weather").put("type", "string"))),
                arguments("another word that may be said", VISIT + "/properties/hardship",
                        change(at -> ((ArrayNode) at.get("enum")).add("FLOOD"))),
                arguments("a wider bound", VISIT + "/properties/observation", change(at -> at.put("maxLength", 1_000))),
                arguments("another role that may post", VISIT,
                        change(at -> ((ArrayNode) at.get("x-posted-by")).add("street"))),
                arguments("more that is answered", "/components/schemas/household/properties",
                        change(at -> at.putObject("more").put("type", "string"))),
                arguments("another status", "/components/schemas/household.record/properties/status",
                        change(at -> ((ArrayNode) at.get("enum")).add("moved"))),
                arguments("other words of a description", "/info", change(at -> at.put("description", "Otherwise."))));
    }

    private static Consumer<ObjectNode> change(Consumer<ObjectNode> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breakingEvents")
    void a_change_of_events_that_breaks_whoever_receives_them_is_named(String named, String where,
            Consumer<ObjectNode> change) {
        assertThat(Breaks.ofEvents(EVENTS, changed(EVENTS, where, change))).contains(named);
    }

    static Stream<Arguments> breakingEvents() {
        return Stream.of(arguments("channel household is gone", "/channels", change(at -> at.remove("household"))),
                arguments("channel public: org.chongshan.bureau.FigureClosed is gone", "/channels/public/messages",
                        change(at -> at.remove("org.chongshan.bureau.FigureClosed"))),
                arguments("channel household address was \"{prefix}household.fifo\" and is \"elsewhere\"",
                        "/channels/household", change(at -> at.put("address", "elsewhere"))),
                arguments("org.chongshan.bureau.FigureClosed.event.data.year is gone",
                        "/components/schemas/org.chongshan.bureau.FigureClosed.event/properties/data/properties",
                        change(at -> at.remove("year"))),
                arguments("event.correlationid is gone", "/components/schemas/event/properties",
                        change(at -> at.remove("correlationid"))),
                arguments("message org.chongshan.relief.GridVisitRecorded x-posted-by: grid is gone",
                        "/components/messages/org.chongshan.relief.GridVisitRecorded",
                        change(at -> without(at, "x-posted-by", "grid"))));
    }

    private static JsonNode changed(JsonNode document, String where, Consumer<ObjectNode> change) {
        var copy = document.deepCopy();
        change.accept((ObjectNode) copy.at(where));
        return copy;
    }

    private static void without(ObjectNode at, String list, String word) {
        var left = at.get(list).valueStream().filter(one -> !one.asString().equals(word)).toList();
        at.putArray(list).addAll(left);
    }

    private static void removeRef(ArrayNode list, String component) {
        var left = list.valueStream().filter(one -> !one.path("$ref").asString().endsWith("/" + component)).toList();
        list.removeAll();
        list.addAll(left);
    }
}
