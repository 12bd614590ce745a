package org.chongshan.local.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Event;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.local.AccessPage;
import org.chongshan.local.Bureau;
import org.chongshan.local.Journals;
import org.chongshan.local.Platform;
import org.chongshan.local.RawHttp;
import org.chongshan.local.RawHttp.Answer;
import org.chongshan.local.RawItems;
import org.chongshan.local.SchemaBodies;
import org.chongshan.local.Tally;
import org.chongshan.local.programme.OneOfEach;
import org.chongshan.shell.TableShape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The face keeps what {@code docs/access.md} says, cell by cell and both ways: what is allowed is done, what is not is
 * refused with its code, and is queued nowhere. What lies in another subdistrict answers, to the byte, as what does not
 * exist.
 */
class AccessTest {
    private static final String OTHER = "320613002";
    private static final String NOWHERE = "320613016";
    private static final String NAME = "葛美云";
    private static final AccessPage PAGE = AccessPage.published();

    private final Tally tally = new Tally("access");
    private final List<String> mismatches = new ArrayList<>();
    private final Map<String, String> tokens = new HashMap<>();

    /** Where somebody acts: in the own subdistrict, in another, in none by the event, in none by the token. */
    private enum Place {
        OWN,
        OTHER,
        EVENT_WITHOUT,
        TOKEN_WITHOUT
    }

    @Test
    void the_page_speaks_of_every_event_and_every_collection() {
        assertThat(Stream.concat(PAGE.posting().keySet().stream(), PAGE.emitted().stream())
                .map(name -> "org.chongshan." + name))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.all().stream().map(Event::typeOf).toList());
        assertThat(PAGE.reading().keySet()).containsExactlyInAnyOrderElementsOf(
                Topology.collections().stream().map(collection -> collection.path()).toList());
        assertThat(PAGE.roles()).hasSize(11);
    }

    @Test
    void every_role_posts_what_the_page_says_and_nothing_else() throws Exception {
        try (var bureau = Bureau.openAt(OneOfEach.NOW); var http = new RawHttp(bureau.platform().url())) {
            var bodies = new SchemaBodies(new Random(2023));
            var accepted = new HashSet<String>();
            for (var type : EventCatalogue.all().stream().map(Event::typeOf).toList()) {
                for (var role : PAGE.roles()) {
                    for (var place : Place.values()) {
                        post(http, bodies, type, role, place, accepted);
                    }
                }
            }
            bureau.settle();
            System.out.println(tally);
            assertThat(mismatches).isEmpty();
            assertThat(Journals.of(bureau.platform()).stream().filter(Journals.Entry::isPosted).map(Journals.Entry::id)
                    .distinct()).as("what was queued is what was accepted")
                    .containsExactlyInAnyOrderElementsOf(accepted);
            assertThat(bureau.platform().deadLetters()).isZero();
        }
    }

    private void post(RawHttp http, SchemaBodies bodies, String type, String role, Place place,
            HashSet<String> accepted) throws Exception {
        var event = bodies.event(type, place == Place.OTHER ? OTHER : Bureau.STREET);
        if (place == Place.EVENT_WITHOUT) {
            event.remove("subdistrict");
        }
        var token = token(http, role, place == Place.TOKEN_WITHOUT ? null : Bureau.STREET);
        var answer = http.exchange(RawHttp.request("POST /v1/events",
                Map.of("authorization", "Bearer " + token, "content-type", "application/json"),
                event.toString().getBytes(StandardCharsets.UTF_8)));
        if (answer.status() == 202) {
            accepted.add(event.get("id").stringValue());
        }
        check("post", type + " as " + role + ", " + place,
                expected(type.substring("org.chongshan.".length()), role, place), answer);
    }

    private static String expected(String event, String role, Place place) {
        if (place == Place.TOKEN_WITHOUT && PAGE.isLocal(role)) {
            return "403 unknown-role";
        }
        if (place == Place.EVENT_WITHOUT || PAGE.emitted().contains(event)) {
            return "422 invalid-event";
        }
        return switch (PAGE.posting().get(event).get(role)) {
            case "" -> "403 role-may-not-post";
            case "own" -> place == Place.OTHER ? "403 outside-subdistrict" : "202 ";
            default -> "202 ";
        };
    }

    private void check(String kind, String what, String expected, Answer answer) {
        var given = answer.status() + " " + answer.code();
        var fits = given.equals(expected);
        tally.count(kind, !fits ? "mismatched" : answer.status() < 300 ? "allowed" : "refused");
        if (!fits) {
            mismatches.add(what + ": expected " + expected + ", was " + given);
        }
    }

    @Test
    void every_role_reads_what_the_page_says_and_nothing_else() throws Exception {
        try (var bureau = Bureau.openAt(OneOfEach.NOW); var http = new RawHttp(bureau.platform().url())) {
            OneOfEach.in(bureau, Bureau.STREET, "1");
            OneOfEach.in(bureau, OTHER, "2");
            var records = Record.of(bureau.platform());
            for (var collection : PAGE.reading().keySet()) {
                var own = records.get(collection + " " + Bureau.STREET);
                var other = records.get(collection + " " + OTHER);
                assertThat(own).as("one of " + collection + " among " + records.keySet()).isNotNull();
                assertThat(other).as("another one of " + collection).isNotNull();
                for (var role : PAGE.roles()) {
                    new Reading(http, collection, role, own, other).all();
                }
            }
            System.out.println(tally);
            assertThat(mismatches).isEmpty();
        }
    }

    /** A record as it stands in the table, read past the platform. */
    private record Record(String function, String id, String rank, String entry, String list) {
        /** One of each collection and subdistrict: of several, one that stands in a further list too. */
        static Map<String, Record> of(Platform platform) {
            var records = new TreeMap<String, Record>();
            var items = RawItems.of(platform.engines().dynamo(), platform.settings()).toList();
            for (var item : items) {
                var key = item.get(TableShape.PK).s();
                if (item.get(TableShape.SK).s().equals("state") && item.containsKey(TableShape.SCOPE)) {
                    var names = items.stream().filter(one -> one.get(TableShape.PK).s().equals(key))
                            .map(one -> one.get(TableShape.SK).s()).sorted().toList();
                    var function = key.substring(0, key.indexOf('/'));
                    var scope = item.get(TableShape.SCOPE).s();
                    records.merge(
                            ((FunctionSpec.Collection<?, ?>) Topology.named(function)).path() + " "
                                    + scope.substring(scope.indexOf('/') + 1),
                            new Record(function, key.substring(key.indexOf('/') + 1), item.get(TableShape.RANK).s(),
                                    first(names, "journal/"), first(names, "list/")),
                            (one, another) -> one.list.equals("none") ? another : one);
                }
            }
            return records;
        }

        private static String first(List<String> names, String prefix) {
            return names.stream().filter(name -> name.startsWith(prefix)).findFirst().orElse(prefix + "none")
                    .substring(prefix.length());
        }

        /** Whether it stands there; each stands in the list without a name. */
        boolean isIn(String which) {
            return which.isEmpty() || which.equals(list);
        }

        String cursor(String scope) {
            return encoded("""
                    {"pk": "%s/%s", "sk": "state", "scope": "%s/%s", "rank": "%s"}""".formatted(function, id, function,
                    scope, rank));
        }

        String journalCursor() {
            return encoded("{\"pk\": \"%s/%s\", \"sk\": \"journal/%s\"}".formatted(function, id, entry));
        }

        Record withId(String other) {
            return new Record(function, other, rank.replace(id, other), entry, list);
        }
    }

    private static String encoded(String cursor) {
        return Base64.getUrlEncoder().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything one role can ask of one collection. */
    private final class Reading {
        private final RawHttp http;
        private final String collection;
        private final String role;
        private final String cell;
        private final Record own;
        private final Record other;
        private final Record absent;
        private final String refused;
        /** Records of theirs alone: none of these names who asks. */
        private final boolean confided;

        Reading(RawHttp http, String collection, String role, Record own, Record other) {
            this.http = http;
            this.collection = collection;
            this.role = role;
            this.cell = PAGE.reading().get(collection).get(role);
            this.own = own;
            this.other = other;
            // Next to the other in every order: a cursor there is followed by the same records.
            this.absent = other.withId(other.id + ".absent");
            this.confided = cell.equals("confided");
            this.refused = cell.isEmpty() ? "403 role-may-not-read" : "404 not-found";
        }

        void all() throws Exception {
            records();
            lists();
            guesses();
            if (PAGE.isLocal(role)) {
                expect("token without subdistrict", get("", token(http, role, null)), "403 unknown-role");
            }
        }

        private void records() throws Exception {
            var mayAlso = cell.startsWith("all") ? "200 " : refused;
            var may = cell.isEmpty() || confided ? refused : "200 ";
            for (var part : List.of("", "/journal")) {
                var kind = part.isEmpty() ? "state" : "journal";
                names(expect(kind, get("/" + own.id + part), may));
                names(expect(kind, get("/" + other.id + part), mayAlso));
                expect(kind, get("/" + absent.id + part), refused);
            }
            // Whether somebody may read a collection is not said to whoever asks for one entry: the sender may.
            names(expect("journal entry", get("/" + own.id + "/journal/" + own.entry),
                    cell.isEmpty() || confided ? "404 not-found" : "200 "));
            names(expect("journal entry", get("/" + other.id + "/journal/" + other.entry),
                    cell.startsWith("all") ? "200 " : "404 not-found"));
            expect("journal entry", get("/" + absent.id + "/journal/" + other.entry), "404 not-found");
            expect("journal entry", get("/" + own.id + "/journal/" + other.entry), "404 not-found");
        }

        private void lists() throws Exception {
            var may = cell.isEmpty() ? refused : "200 ";
            var mayAlso = cell.startsWith("own") ? "403 outside-subdistrict" : may;
            for (var list : Stream.of("", own.list, other.list).filter(one -> !one.equals("none")).distinct()
                    .toList()) {
                var further = list.isEmpty() ? "" : "&list=" + list;
                var kind = list.isEmpty() ? "list" : "further list";
                var listed = names(expect(kind, whole("?" + further), may));
                var ofOther = names(expect(kind, get("?subdistrict=" + OTHER + further), mayAlso));
                expect(kind, get("?subdistrict=" + NOWHERE + further), mayAlso);
                expect(kind, get("?subdistrict=320613999" + further),
                        mayAlso.equals("200 ") ? "400 malformed-parameter" : mayAlso);
                contains(listed, own, own.isIn(list) && !cell.isEmpty() && !confided);
                contains(listed, other, other.isIn(list) && cell.startsWith("all"));
                contains(ofOther, other, other.isIn(list) && cell.startsWith("all"));
            }
        }

        /** What a guess at something real in another subdistrict answers is what a guess at nothing does. */
        private void guesses() throws Exception {
            if (cell.startsWith("all")) {
                return;
            }
            var journal = other.journalCursor();
            for (var part : List.of("", "/journal", "/journal/" + other.entry, "/journal?cursor=" + journal)) {
                same(get("/" + other.id + part), get("/" + absent.id + part));
            }
            same(get("/" + own.id + "/journal/" + other.entry), get("/" + own.id + "/journal/none"));
            same(get("?subdistrict=" + OTHER), get("?subdistrict=" + NOWHERE));
            same(get("?subdistrict=" + OTHER + "&list=" + other.list), get("?subdistrict=" + NOWHERE + "&list=x"));
            same(get("?subdistrict=" + OTHER + "&cursor=" + other.cursor(OTHER)),
                    get("?subdistrict=" + NOWHERE + "&cursor=" + absent.cursor(NOWHERE)));
            for (var scope : List.of(Bureau.STREET, OTHER)) {
                same(get("?cursor=" + other.cursor(scope)), get("?cursor=" + absent.cursor(scope)));
            }
            same(get("/" + own.id + "/journal?cursor=" + journal),
                    get("/" + own.id + "/journal?cursor=" + absent.journalCursor()));
        }

        private void same(Answer one, Answer another) {
            var first = new TreeMap<>(one.headers());
            var second = new TreeMap<>(another.headers());
            first.remove("date");
            second.remove("date");
            var fits = one.status() == another.status() && one.body().equals(another.body()) && first.equals(second);
            tally.count("guess", fits ? "refused" : "mismatched");
            if (!fits) {
                mismatches.add(collection + " as " + role + ": a guess tells " + one + " from " + another);
            }
        }

        /** Names are shown to those alone of whom the page says so. */
        private Answer names(Answer answer) {
            if (answer.status() == 200 && answer.body().contains(NAME) != cell.endsWith("names")
                    && (answer.body().contains(NAME) || answer.body().contains("***"))) {
                mismatches.add(collection + " as " + role + " (" + cell + ") sees " + answer.body());
            }
            return answer;
        }

        private void contains(Answer answer, Record record, boolean expected) {
            if (answer.body().contains("\"" + record.function + "/" + record.id + "\"") != expected) {
                mismatches.add(collection + " as " + role + " (" + cell + "): " + record.id + " in " + answer.body());
            }
        }

        private Answer expect(String kind, Answer answer, String expected) {
            check(kind, collection + " as " + role + ", " + kind, expected, answer);
            return answer;
        }

        /** A list to its end, page by page. */
        private Answer whole(String rest) throws Exception {
            var first = get(rest);
            var body = new StringBuilder(first.body());
            for (var page = first; page.status() == 200;) {
                var cursor = Bureau.JSON.readTree(page.body()).path("cursor").stringValue("");
                if (cursor.isEmpty()) {
                    break;
                }
                page = get(rest + "&cursor=" + cursor);
                body.append(page.body());
            }
            return new Answer(first.status(), first.headers(), body.toString());
        }

        private Answer get(String rest) throws Exception {
            return get(rest, token(http, role, Bureau.STREET));
        }

        private Answer get(String rest, String token) throws Exception {
            return http.exchange(RawHttp.request("GET /v1/" + collection + rest,
                    Map.of("authorization", "Bearer " + token), new byte[0]));
        }
    }

    private String token(RawHttp http, String role, @Nullable String subdistrict) throws Exception {
        var key = role + subdistrict;
        if (!tokens.containsKey(key)) {
            tokens.put(key,
                    http.exchange(RawHttp.request(
                            "GET /token?sub=asker-" + role + "&role=" + role
                                    + (subdistrict == null ? "" : "&subdistrict=" + subdistrict),
                            Map.of(), new byte[0])).body());
        }
        return tokens.get(key);
    }
}
