package org.chongshan.local.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import org.chongshan.bureau.ContextMap;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Event;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.events.json.EventJson;
import org.chongshan.local.AccessPage;
import org.chongshan.local.Bureau;
import org.chongshan.local.Journals;
import org.chongshan.local.Platform;
import org.chongshan.local.RawHttp;
import org.chongshan.local.RawHttp.Answer;
import org.chongshan.local.SchemaBodies;
import org.chongshan.local.Tally;
import org.chongshan.local.programme.OneOfEach;
import org.chongshan.shell.Router;
import org.chongshan.shell.TableShape;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/**
 * Whoever posts an event about something of another subdistrict is told what is told about something that does not exist.
 * One thing cannot be kept from a sender: that the id of a record it wants to make is taken. Every try stands in the journal
 * of the record it was aimed at.
 */
class SendersTest {
    private static final String OTHER = "320613002";
    private static final AccessPage PAGE = AccessPage.published();

    private final Tally tally = new Tally("what a sender is told");
    private final List<String> mismatches = new ArrayList<>();

    /** Two events that differ in the ids they name: those of the one are taken in another subdistrict, the other's are free. */
    private record Pair(String what, String token, Posted taken, Posted free) {}

    private record Posted(String id, List<String> outcomes) {}

    @Test
    void a_sender_learns_nothing_of_what_lies_elsewhere() throws Exception {
        try (var bureau = Bureau.openAt(OneOfEach.NOW); var http = new RawHttp(bureau.platform().url())) {
            OneOfEach.in(bureau, OTHER, "2");
            var models = models(bureau.platform());
            var bodies = new SchemaBodies(new Random(2023));
            var pairs = new ArrayList<Pair>();
            for (var event : PAGE.posting().keySet()) {
                for (var role : PAGE.roles()) {
                    if (PAGE.posting().get(event).get(role).equals("own")) {
                        pairs.add(post(bureau, http, models, bodies.event("org.chongshan." + event, Bureau.STREET),
                                role));
                    }
                }
            }
            bureau.settle();
            var creating = new TreeSet<String>();
            for (var pair : pairs) {
                compare(http, pair, creating);
            }
            System.out.println(tally);
            System.out.println("An id that is taken is told to whoever would make a record with it: " + creating);
            assertThat(mismatches).isEmpty();
            assertThat(creating).isNotEmpty().allMatch(PAGE.posting()::containsKey);
            assertThat(Journals.of(bureau.platform()).stream()
                    .filter(entry -> entry.path().contains("/T") && entry.isPosted()))
                    .as("every try is refused, and stands in the journal with its rule").isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.rule()).isEqualTo("outside-subdistrict"));
        }
    }

    @Test
    void nor_by_what_follows_from_an_event_elsewhere() throws Exception {
        try (var bureau = Bureau.openAt(OneOfEach.NOW); var http = new RawHttp(bureau.platform().url())) {
            OneOfEach.in(bureau, OTHER, "2");
            bureau.post(bureau.token("street", OTHER), "application/json",
                    bureau.event(Bureau.newId(), "EconomicStatusVerified", OTHER, """
                            {"household": "H-2", "persons": 1, "income12Fen": 0, "rigidSpending12Fen": 0,
                             "ableToWork": false, "supporterAble": false, "hardship": "NONE"}"""));
            bureau.settle();
            var seen = new ArrayList<String>();
            for (var household : List.of("H-2", "H-absent")) {
                var id = Bureau.newId();
                var token = bureau.token("grid", Bureau.STREET);
                bureau.post("grid",
                        bureau.event(id, "ReliefApplicationSubmitted",
                                """
                                        {"reliefCase": "C-%s", "household": "%s", "hardship": "ILLNESS", "amountFen": 5, "persons": 1}"""
                                        .formatted(household, household)));
                bureau.settle();
                var followed = http.exchange(
                        RawHttp.request("GET /v1/households/" + household + "/journal/" + id + ".relief-case.1",
                                Map.of("authorization", "Bearer " + token), new byte[0]));
                assertThat(followed.status()).as(followed.body()).isEqualTo(404);
                var own = bureau.sees("street", "relief-cases/C-" + household);
                var journal = bureau.sees("street", "relief-cases/C-" + household + "/journal");
                seen.add((own.toString() + journal).replace(household, "H").replace(id, "ID")
                        .replaceAll("\"traceparent\":\"[^\"]*\"", "\"traceparent\":\"derived from the id\""));
            }
            assertThat(seen.getFirst()).as("a case about their household goes on as one about none")
                    .isEqualTo(seen.getLast());
        }
    }

    /** A state of each function in the other subdistrict, to be planted under other ids. */
    private static Map<String, Map<String, AttributeValue>> models(Platform platform) {
        var models = new HashMap<String, Map<String, AttributeValue>>();
        Topology.collections().forEach(function -> platform.engines().dynamo()
                .scanPaginator(scan -> scan.tableName(table(platform, function))).items().stream()
                .filter(item -> item.get(TableShape.SK).s().equals("state")
                        && item.get(TableShape.PK).s().startsWith(function.name() + "/")
                        && item.containsKey(TableShape.SCOPE))
                .forEach(item -> models.put(function.name(), item)));
        return models;
    }

    private static String table(Platform platform, FunctionSpec.OfProgramme function) {
        return platform.settings().table(function.programme().tableName());
    }

    private static Pair post(Bureau bureau, RawHttp http, Map<String, Map<String, AttributeValue>> models,
            ObjectNode event, String role) throws Exception {
        var count = Integer.toString(Math.abs(event.get("id").stringValue().hashCode()));
        var token = bureau.token(role, Bureau.STREET);
        var taken = renamed(event, "T" + count + "-");
        var free = renamed(event, "F" + count + "-");
        var type = EventCatalogue.find(event.get("type").stringValue()).orElseThrow();
        var data = EventJson.readValue(taken.get("data").toString(), type);
        for (var to : new Router(Topology.FUNCTIONS, ContextMap.LINES).destinations((Event) data)) {
            var planted = new HashMap<>(models.get(to.function().name()));
            planted.put(TableShape.PK, fromS(to.key().toString()));
            bureau.platform().engines().dynamo()
                    .putItem(put -> put.tableName(table(bureau.platform(), to.function())).item(planted));
        }
        return new Pair(type.getSimpleName() + " as " + role, token, post(http, token, taken), post(http, token, free));
    }

    /** The same event with other ids in it, and an id of its own. */
    private static ObjectNode renamed(ObjectNode event, String prefix) {
        var renamed = (ObjectNode) Bureau.JSON.readTree(event.toString().replace("\"X-", "\"" + prefix));
        return renamed.put("id", Bureau.newId());
    }

    private static Posted post(RawHttp http, String token, ObjectNode event) throws Exception {
        var answer = http.exchange(RawHttp.request("POST /v1/events",
                Map.of("authorization", "Bearer " + token, "content-type", "application/json"),
                event.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return new Posted(event.get("id").stringValue(), answer.json().path("results").path(0).path("outcome")
                .valueStream().map(JsonNode::stringValue).toList());
    }

    private void compare(RawHttp http, Pair pair, TreeSet<String> creating) throws Exception {
        for (int i = 0; i < pair.taken.outcomes.size(); i++) {
            var taken = receipt(http, pair, pair.taken.outcomes.get(i));
            var free = receipt(http, pair, pair.free.outcomes.get(i));
            var told = taken.body().replace(pair.taken.id, "ID").replaceAll("\"at\":\"[^\"]*\"", "");
            var expected = free.body().replace(pair.free.id, "ID").replaceAll("\"at\":\"[^\"]*\"", "");
            var what = pair.what.substring(0, pair.what.indexOf(' '));
            if (taken.status() == 200 && told.equals(expected)) {
                tally.count(what, "the same");
            } else if (free.json().path("outcome").stringValue("").equals("applied")
                    && taken.json().path("rule").stringValue("").equals("outside-subdistrict")) {
                tally.count(what, "taken");
                creating.add(PAGE.posting().keySet().stream().filter(event -> event.endsWith("." + what)).findFirst()
                        .orElseThrow());
            } else {
                tally.count(what, "mismatched");
                mismatches.add(pair.what + ": " + told + " and not " + expected);
            }
        }
    }

    private static Answer receipt(RawHttp http, Pair pair, String path) throws Exception {
        return http
                .exchange(RawHttp.request("GET " + path, Map.of("authorization", "Bearer " + pair.token), new byte[0]));
    }
}
