package org.chongshan.local.phones;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.local.AccessPage;
import org.chongshan.local.Bureau;
import org.chongshan.local.Journals;
import org.chongshan.local.RawHttp;
import org.chongshan.local.RawHttp.Answer;
import org.chongshan.local.Tally;
import org.chongshan.local.programme.OneOfEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A phone that comes back asks once what became of all it posted, and is told what it would be told one by one. */
class OutcomesTest {
    private static final String OTHER = "320613002";
    private static final int MOST = 100;
    /** What the read of one tells besides: the event, and what it led to. */
    private static final List<String> LONG = List.of("event", "emitted", "earlier", "late", "cause", "conflicts");

    @Test
    void whoever_asks_of_many_is_told_what_the_read_of_each_says() throws Exception {
        try (var bureau = Bureau.openAt(OneOfEach.NOW); var http = new RawHttp(bureau.platform().url())) {
            OneOfEach.in(bureau, Bureau.STREET, "1");
            OneOfEach.in(bureau, OTHER, "2");
            refusedEarlyAndForeign(bureau);
            var sample = new Random(2023);
            var paths = Stream.concat(
                    Journals.of(bureau.platform()).stream().filter(entry -> !entry.outcome().equals("conflict"))
                            // Of what functions emitted nobody is a sender: some of it will do.
                            .filter(entry -> entry.isPosted() || sample.nextInt(8) == 0).map(Journals.Entry::path),
                    Stream.of("/v1/households/H-absent/journal/x", "/v1/households/H-1/journal/absent",
                            "/v1/children/C-1/journal/absent"))
                    .toList();
            var tally = new Tally("outcomes asked together");
            for (var role : AccessPage.published().roles()) {
                var token = bureau.token(role, Bureau.STREET);
                for (var query : Topology.of(FunctionSpec.Query.class)) {
                    var own = paths.stream().filter(path -> isOf(query, path)).collect(Collectors.toList());
                    // In no order that lies in the table.
                    Collections.shuffle(own, new Random(2023));
                    for (int from = 0; from < own.size(); from += MOST) {
                        compare(http, token, role, query, own.subList(from, Math.min(own.size(), from + MOST)), tally);
                    }
                }
            }
            System.out.println(tally);
        }
    }

    private static boolean isOf(FunctionSpec.Query query, String path) {
        return Topology.collections().stream().filter(one -> one.programme() == query.programme())
                .anyMatch(one -> path.startsWith("/v1/" + one.path() + "/"));
    }

    /** What a sender may be told of besides what was applied in the own subdistrict. */
    private static void refusedEarlyAndForeign(Bureau bureau) throws Exception {
        for (var household : List.of("H-1", "H-2", "H-not-there")) {
            bureau.post("grid", bureau.event(Bureau.newId(), "GridVisitRecorded",
                    "{\"household\": \"%s\", \"hardship\": \"NONE\", \"observation\": \"x\"}".formatted(household)));
        }
        // Under one id another content, by the same sender and by another.
        var id = Bureau.newId();
        for (var role : List.of("grid", "grid", "station")) {
            bureau.post(role,
                    bureau.event(id, "GridVisitRecorded",
                            "{\"household\": \"H-2\", \"hardship\": \"NONE\", \"observation\": \"%s\"}"
                                    .formatted(Bureau.newId())));
            bureau.settle();
        }
    }

    private static void compare(RawHttp http, String token, String role, FunctionSpec.Query query, List<String> paths,
            Tally tally) throws Exception {
        var together = ask(http, token, query.outcomesPath(), Bureau.JSON.writeValueAsString(paths));
        assertThat(together.status()).as(together.body()).isEqualTo(200);
        assertThat(together.json().path("results")).hasSameSizeAs(paths);
        for (int i = 0; i < paths.size(); i++) {
            var result = together.json().path("results").get(i);
            var alone = http.exchange(
                    RawHttp.request("GET " + paths.get(i), Map.of("authorization", "Bearer " + token), new byte[0]));
            var what = role + " " + paths.get(i);
            if (alone.status() == 404) {
                assertThat(result.path("problem")).as(what).isEqualTo(alone.json());
                assertThat(result).as(what).hasSize(1);
                tally.count(role, "nothing");
            } else {
                assertThat(alone.status()).as(what).isEqualTo(200);
                assertThat(unmasked(result, alone)).as(what).isEqualTo(shortened(alone.json()));
                tally.count(role, result.has("version") ? "read" : "receipt");
            }
        }
    }

    /** Of what counts, an id that leads to somebody's record is masked where it was not asked for by that id. */
    private static JsonNode unmasked(JsonNode result, Answer alone) {
        return ((ObjectNode) result.deepCopy()).set("id", alone.json().get("id"));
    }

    private static JsonNode shortened(JsonNode entry) {
        return ((ObjectNode) entry.deepCopy()).without(LONG);
    }

    private static Answer ask(RawHttp http, String token, String path, String body) throws Exception {
        return http.exchange(RawHttp.request("POST " + path,
                Map.of("authorization", "Bearer " + token, "content-type", "application/json"),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void a_batch_is_answered_with_paths_that_are_asked_together() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z"); var http = new RawHttp(bureau.platform().url())) {
            bureau.did("street", "HouseholdRegistered", """
                    {"household": "H-1", "members": [
                      {"member": "M-1", "name": "a", "identityNumber": "320602196001010006", "relation": "HEAD"}]}""");
            var events = new ArrayList<String>();
            for (int i = 0; i < MOST; i++) {
                events.add(bureau.event(Bureau.newId(), "GridVisitRecorded",
                        "{\"household\": \"H-1\", \"hardship\": \"NONE\", \"observation\": \"x\"}"));
            }
            var answer = bureau.post("grid", events.toString());
            var paths = Bureau.JSON.readTree(answer.body()).path("results").valueStream()
                    .map(result -> result.path("outcome").path(0).stringValue()).toList();
            bureau.settle();
            var together = ask(http, bureau.token("grid", Bureau.STREET), "/v1/outcomes/relief",
                    Bureau.JSON.writeValueAsString(paths));
            assertThat(together.json().path("results")).hasSize(MOST)
                    .allSatisfy(result -> assertThat(result.path("outcome").stringValue()).isEqualTo("applied"));
            assertThat(new HashSet<>(together.json().path("results").valueStream()
                    .map(result -> result.path("id").stringValue()).toList())).hasSize(MOST);
        }
    }

    @Test
    void what_was_promised_by_nobody_is_nothing_and_what_is_no_list_of_paths_is_named() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z"); var http = new RawHttp(bureau.platform().url())) {
            var token = bureau.token("district", Bureau.STREET);
            for (var body : List.of("{}", "[]", "\"/v1/households/H-1/journal/x\"", "[1]", "[null]", "[[]]")) {
                var refused = ask(http, token, "/v1/outcomes/relief", body);
                assertThat(refused.status()).as(body).isEqualTo(422);
                assertThat(refused.code()).as(body).isEqualTo("malformed-outcomes");
            }
            var odd = List.of("", "/", "x", "/v1/households/H-1", "/v1/households/H-1/journal/", "/v1/none/1/journal/1",
                    "/v1/children/C-1/journal/1", "/v1/households/../journal/1", "//v1/households/H-1/journal/1",
                    "/v1/households/H-1/journal/1/2", "/v1/households/H-1/state/1", "/v1/households/葛/journal/1",
                    "/v1/households/H-1/journal/" + "x".repeat(2_000));
            var answer = ask(http, token, "/v1/outcomes/relief", Bureau.JSON.writeValueAsString(odd));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().path("results")).hasSameSizeAs(odd).allSatisfy(
                    result -> assertThat(result.path("problem").path("code").stringValue()).isEqualTo("not-found"));
            assertThat(ask(http, token, "/v1/outcomes/relief",
                    Bureau.JSON.writeValueAsString(Collections.nCopies(MOST + 1, "x"))).code())
                    .isEqualTo("malformed-outcomes");
            assertThat(ask(http, token, "/v1/outcomes/none", "[\"x\"]").status()).isEqualTo(404);
            assertThat(ask(http, token, "/v1/outcomes/relief?x=1", "[\"x\"]").code()).isEqualTo("malformed-parameter");
            var got = http.exchange(RawHttp.request("GET /v1/outcomes/relief",
                    Map.of("authorization", "Bearer " + token), new byte[0]));
            assertThat(got.status()).isEqualTo(405);
            assertThat(got.headers()).containsEntry("allow", "POST, OPTIONS");
        }
    }
}
