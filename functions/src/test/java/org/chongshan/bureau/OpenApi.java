package org.chongshan.bureau;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Rendering;
import org.chongshan.core.Sheet;
import org.chongshan.core.Status;
import org.chongshan.events.Event;
import org.chongshan.events.Id;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.Worded;
import org.chongshan.events.json.EventJson;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.GridVisitRecorded;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.Relation;
import org.chongshan.shell.Language;
import org.chongshan.shell.Problem;
import org.chongshan.shell.Told;

import static org.chongshan.bureau.ContractSchemas.instant;
import static org.chongshan.bureau.ContractSchemas.list;
import static org.chongshan.bureau.ContractSchemas.object;
import static org.chongshan.bureau.ContractSchemas.ref;
import static org.chongshan.bureau.ContractSchemas.text;
import static org.chongshan.bureau.ContractSchemas.words;
import static org.chongshan.shell.Problem.*;

/** Every call as OpenAPI 3.1: read off the topology, the states, the events and the problems. */
final class OpenApi {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String EVENT = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String STREET = "320613001";
    private static final Instant MORNING = Instant.parse("2023-03-02T02:00:00Z");

    /** What any call may be answered before or instead of what it is about. */
    private static final List<Problem> ANY = List.of(MALFORMED_REQUEST, INCOMPLETE_BODY, METHOD_NOT_ALLOWED, TIMEOUT,
            TOO_LARGE, INTERNAL);
    /** What is wrong with a body before anybody looks at what it says. */
    private static final List<Problem> BODY = List.of(MALFORMED_JSON, NOT_UTF_8, BYTE_ORDER_MARK, REPEATED_KEY,
            JSON_OUT_OF_BOUNDS, MALFORMED_GZIP, UNSUPPORTED_CONTENT_ENCODING);
    /** What any call with a token may. */
    private static final List<Problem> TOKEN = List.of(UNAUTHORIZED, UNKNOWN_ROLE, UNKNOWN_SUBDISTRICT);
    /** What API Gateway answers in its own words when it answers by itself. */
    private static final Map<Integer, String> GATEWAY = new TreeMap<>(
            Map.of(401, "Unauthorized", 403, "Forbidden", 413, "Request Entity Too Large", 429, "Too Many Requests",
                    500, "Internal Server Error", 503, "Service Unavailable"));

    /** A kind of call, and the problems it may be answered. */
    enum Call {
        POST(ROLE_MAY_NOT_POST, OUTSIDE_SUBDISTRICT, NOT_YOU, EMPTY_BATCH, TOO_MANY_EVENTS, EVENT_TOO_LARGE,
                UNSUPPORTED_MEDIA_TYPE, INVALID_EVENT, FROM_THE_FUTURE, NOTHING_ACCEPTED, NOT_QUEUED, KEY_UNAVAILABLE),
        LIST(MALFORMED_PARAMETER, LIST_OR_STATUS, MALFORMED_CURSOR, ROLE_MAY_NOT_READ, OUTSIDE_SUBDISTRICT, NOT_FOUND,
                EXPORT_TOO_LARGE, NOT_STATED, KEY_UNAVAILABLE),
        RECORD(MALFORMED_PARAMETER, ROLE_MAY_NOT_READ, NOT_FOUND, KEY_UNAVAILABLE),
        /** A record, or a table made of records. */
        SHEET(MALFORMED_PARAMETER, ROLE_MAY_NOT_READ, OUTSIDE_SUBDISTRICT, NOT_FOUND, EXPORT_TOO_LARGE, NOT_STATED,
                KEY_UNAVAILABLE),
        JOURNAL(MALFORMED_PARAMETER, MALFORMED_CURSOR, ROLE_MAY_NOT_READ, NOT_FOUND, EXPORT_TOO_LARGE, NOT_STATED,
                KEY_UNAVAILABLE),
        ENTRY(MALFORMED_PARAMETER, NOT_FOUND, KEY_UNAVAILABLE),
        OUTCOMES(MALFORMED_PARAMETER, MALFORMED_OUTCOMES),
        /** Without a token. */
        OPEN(NOT_FOUND);

        private final List<Problem> problems;

        Call(Problem... own) {
            problems = Stream
                    .of(ANY, this.name().equals("OPEN") ? List.<Problem>of() : TOKEN,
                            List.of("POST", "OUTCOMES").contains(this.name()) ? BODY : List.<Problem>of(), List.of(own))
                    .flatMap(List::stream).toList();
        }

        List<Problem> problems() {
            return problems;
        }

        /** Whether it has an entity tag. */
        boolean isRead() {
            return this != POST && this != OUTCOMES && this != OPEN;
        }

        /** By status; one that may come with another stands there too. */
        Map<Integer, List<Problem>> byStatus() {
            var byStatus = new TreeMap<Integer, List<Problem>>();
            for (var problem : problems) {
                statuses(problem)
                        .forEach(status -> byStatus.computeIfAbsent(status, none -> new ArrayList<>()).add(problem));
            }
            return byStatus;
        }

        private Stream<Integer> statuses(Problem problem) {
            return switch (problem) {
                case TOO_LARGE -> Stream.of(413, 414, 431);
                // What the server says of a request it cannot read at all.
                case MALFORMED_REQUEST -> Stream.of(400);
                case NOTHING_ACCEPTED -> Stream
                        .of(ROLE_MAY_NOT_POST, OUTSIDE_SUBDISTRICT, NOT_YOU, EVENT_TOO_LARGE, INVALID_EVENT, NOT_QUEUED)
                        .map(Problem::status).distinct();
                default -> Stream.of(problem.status());
            };
        }

        private String component(int status) {
            return name().toLowerCase(Locale.ROOT) + "-" + status;
        }
    }

    private OpenApi() {}

    static Map<String, Object> document() {
        return object("openapi", "3.1.0", "info", info(), "jsonSchemaDialect",
                "https://spec.openapis.org/oas/3.1/dialect/base", "servers", List.of(object("url", "/")), "security",
                List.of(object("token", List.of())), "tags", tags(), "paths", paths(), "components",
                object("securitySchemes", object("token", token()), "parameters", parameters(), "responses",
                        responses(), "schemas", ContractSchemas.all()));
    }

    private static Map<String, Object> info() {
        return object("title", "Chongshan", "version", "1.0.0", "description",
                "Casework of a district civil-affairs bureau: events in, decisions, journals and lists out. Generated from what "
                        + "answers, and held against every answer the tests are given. Whoever reads passes over members they "
                        + "do not know; whoever posts sends none. Texts for readers alone are masked as `***` for all others. The events: "
                        + "[asyncapi.json](/v1/asyncapi.json). Whatever is got is also asked for with `HEAD`, and `OPTIONS` says in `allow` what may be done "
                        + "at a path. What is read has an `etag`. What is posted may be packed, `content-encoding: gzip`.",
                "license", object("name", "Apache License 2.0", "identifier", "Apache-2.0"));
    }

    private static List<Object> tags() {
        var tags = new ArrayList<Object>();
        tags.add(object("name", "events", "description", "What is posted, of all programmes."));
        for (var programme : Programme.values()) {
            tags.add(object("name", programme.key(), "description", Spoken.firstSentence(programme.events())));
        }
        tags.add(object("name", "contracts", "description", "What is published of the platform itself."));
        tags.add(object("name", "one machine", "description",
                "Where the platform runs on one machine, for development: not there in the cloud."));
        return tags;
    }

    private static Map<String, Object> token() {
        return object("type", "http", "scheme", "bearer", "bearerFormat", "JWT", "description",
                "A token of the bureau's OpenID Connect issuer, with the claims `sub`, `role` ("
                        + Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).map(Role::claim)
                                .collect(Collectors.joining(", "))
                        + ") and, of a role of one subdistrict, `subdistrict`; Cognito writes `custom:role` and `custom:subdistrict`.");
    }

    private static Map<String, Object> paths() {
        var paths = new LinkedHashMap<String, Object>();
        paths.put("/v1/events", object("post", post()));
        for (var collection : Topology.collections()) {
            var path = "/v1/" + collection.path();
            paths.put(path, object("get", records(collection)));
            paths.put(path + "/{id}", object("get", one(collection)));
            paths.put(path + "/{id}/journal", object("get", journal(collection)));
            paths.put(path + "/{id}/journal/{event}", object("get", entry(collection)));
        }
        Topology.of(FunctionSpec.Query.class)
                .forEach(query -> paths.put(query.outcomesPath(), object("post", outcomes(query.programme()))));
        Topology.of(FunctionSpec.RegistrySearch.class)
                .forEach(search -> paths.put(FunctionSpec.RegistrySearch.PATH, object("post", search(search))));
        paths.putAll(published());
        paths.putAll(ofOneMachine());
        return paths;
    }

    private static Map<String, Object> outcomes(Programme programme) {
        var paths = object("type", "array", "minItems", 1, "maxItems", Told.mostEvents(), "items",
                object("type", "string", "format", "uri-reference"));
        var call = object("operationId", "get" + camel(programme.key()) + "Outcomes", "tags", List.of(programme.key()),
                "summary", "What became of many events", "description",
                "Each path as an accepted event's outcome says it, of this programme; of each in its place what its own read "
                        + "says of it without the events, or why there is nothing.",
                "requestBody", object("required", true, "content", object(JSON, object("schema", paths, "example",
                        List.of("/v1/households/H-1001/journal/" + visit().get("id"))))));
        return answered(call, Call.OUTCOMES, "200",
                answer("As many as were asked for, in their order.", JSON, content(ref("outcomes"))));
    }

    /** What it says stands in a document of its own, which others publish. */
    private static Map<String, Object> search(FunctionSpec.RegistrySearch<?, ?> search) {
        var anything = object("type", "object", "additionalProperties", true);
        var message = object("type", "object", "required", List.of("header"), "properties",
                object("header", anything, "message", anything), "additionalProperties", true);
        var problems = object("type", "object", "properties", object("errors",
                list(object("type", "object", "properties", object("code", text(), "message", text())))));
        var responses = object("200", answer("Each search with its own status.", JSON, content(message)));
        var refused = object("description",
                "Why nothing is answered; of a message that is none, 400, in the envelope of answers. What stands in front of the search answers problems.",
                "content",
                object(JSON, content(object("anyOf", List.of(message, problems))), PROBLEM, content(ref("problem"))));
        List.of("400", "401", "403", "405", "413", "415", "503").forEach(status -> responses.put(status, refused));
        responses.put("4XX", object("$ref", "#/components/responses/malformed-request"));
        return object("operationId", "postRegistrySearch", "tags", List.of(search.programme().key()), "summary",
                "Another department asks about one person", "description",
                "The synchronous search of the Social Registry API 1.0.0 of the Digital Convergence Initiative, by identity number; "
                        + "upon `consent`, or `authorize` with a purpose. Kept in `disclosures` before it is answered.",
                "externalDocs", object("url", "https://standards.spdci.org"), "x-posted-by", roles(search.roles()),
                "requestBody", object("required", true, "content", object(JSON, content(message))), "responses",
                responses);
    }

    /** What is read without a token. */
    private static Map<String, Object> published() {
        var paths = new LinkedHashMap<String, Object>();
        var anything = object("type", "object");
        paths.put("/v1/openapi.json", open("getOpenApi", "This document", object(JSON, content(anything))));
        paths.put("/v1/asyncapi.json",
                open("getAsyncApi", "Every event, as AsyncAPI 3", object(JSON, content(anything))));
        paths.put("/v1/schemas/{type}",
                open("getSchema", "The schema of an event's data", object("application/schema+json", content(anything)),
                        path("type", "The event's CloudEvents type, or `envelope`.", text())));
        paths.put("/docs", open("getDocs", "A page to read this document on", object("text/html", content(text()))));
        paths.put("/docs/{file}",
                open("getDocsFile", "A file of that page",
                        object("text/javascript", content(text()), "text/css", content(text())),
                        path("file", "Its name.", text())));
        return paths;
    }

    private static Map<String, Object> open(String id, String summary, Map<String, Object> contents,
            Object... parameters) {
        var call = object("operationId", id, "tags", List.of("contracts"), "summary", summary, "security", List.of(),
                "parameters", List.of(parameters));
        return object("get",
                answered(call, Call.OPEN, "200",
                        object("description", "As it is published; it has an entity tag.", "content", contents), "304",
                        object("description", "It is the one `if-none-match` names.")));
    }

    private static Map<String, Object> post() {
        var one = object("visit", object("summary", "A grid worker called on a household.", "value", visit()));
        var two = object("two",
                object("summary", "A household is registered and called on.", "value", List.of(household(), visit())));
        var batch = object("type", "array", "minItems", 1, "maxItems", Told.mostEvents(), "items", ref("posted-event"));
        var accepted = object("results", List.of(object("id", visit().get("id"), "status", "accepted", "outcome",
                List.of("/v1/households/H-1001/journal/" + visit().get("id")))));
        var call = object("operationId", "postEvents", "tags", List.of("events"), "summary", "Post what happened",
                "description",
                "One CloudEvent, or a batch in the order it happened; a fault of one does not sink the others. An id may be "
                        + "posted again at any time: it is applied once. Who may post what says `x-posted-by`.",
                "requestBody",
                object("required", true, "content", object(EVENT,
                        object("schema", ref("posted-event"), "examples", one), BATCH,
                        object("schema", batch, "examples", two), JSON,
                        object("schema", object("oneOf", List.of(ref("posted-event"), batch)), "examples", one))));
        return answered(call, Call.POST, "202", answer("At least one was accepted.", JSON,
                object("schema", ref("results"), "examples", object("visit", object("value", accepted)))));
    }

    /** The first two steps of the README's walk. */
    static Map<String, Object> visit() {
        return posted(
                new GridVisitRecorded("H-1001", Hardship.BEREAVEMENT,
                        new Personal("Mother and daughter are left alone.")),
                "0186a07e-2f80-7d4c-9c3a-5b0d3a6f1c02", MORNING.plusSeconds(3600));
    }

    static Map<String, Object> household() {
        return posted(registered(), "0186a047-4180-7a11-8b7e-2f4c9e1d0a01", MORNING);
    }

    private static HouseholdRegistered registered() {
        return new HouseholdRegistered("H-1001", List.of(
                new Member("M-1", new Personal("葛美云"), new IdentityNumber("320602196001010006"), Relation.HEAD),
                new Member("M-2", new Personal("李娟"), new IdentityNumber("320602198801010003"), Relation.CHILD)));
    }

    private static Map<String, Object> posted(Event event, String id, Instant time) {
        return object("specversion", "1.0", "id", id, "source", "/phones/17", "type", Event.typeOf(event.getClass()),
                "time", time.toString(), "subdistrict", STREET, "data", EventJson.tree(event));
    }

    private static Told.Begun begun(Role reader) {
        var households = Topology.collections().stream().filter(one -> one.path().equals("households")).findFirst()
                .orElseThrow();
        return Told.begun(households, registered(), (String) household().get("id"), MORNING, STREET, Role.STREET,
                reader);
    }

    private static Map<String, Object> read(String id, Collection<?, ?> collection, String summary, String says) {
        return object("operationId", id, "tags", List.of(collection.programme().key()), "summary", summary,
                "description", says, "x-read-by", roles(collection.readers()), "x-names-shown-to",
                roles(collection.seesNames()), "x-confided-in", roles(collection.confiding()));
    }

    private static List<String> roles(java.util.Collection<Role> roles) {
        return roles.stream().sorted().map(Role::claim).toList();
    }

    private static Map<String, Object> records(Collection<?, ?> collection) {
        var call = read("list" + camel(collection.path()), collection, spaced(collection.path()),
                "By status, or of a further list; without `subdistrict` your own, or all of them if you read the whole bureau.");
        var parameters = new ArrayList<Object>(List.of(parameter("subdistrict"), query("status", "Those that stand so.",
                words(Stream.concat(collection.statuses().stream().map(Status::word), Told.early().stream())))));
        if (!collection.lists().isEmpty()) {
            parameters.add(query("list", "Those of a further list; not beside `status`.",
                    words(collection.lists().stream().map(Worded::word))));
        }
        parameters.addAll(List.of(parameter("from"), parameter("until"), parameter("cursor"), parameter("since")));
        if (!collection.renderings().isEmpty()) {
            parameters.add(query("as", "In a published standard.",
                    words(collection.renderings().stream().map(Rendering::word))));
        }
        parameters.add(parameter("format"));
        call.put("parameters", parameters);
        var schemas = Stream
                .concat(Stream.of(".page", ".changes"), collection.renderings().stream().map(one -> "." + one.word()))
                .map(suffix -> ref(collection.name() + suffix)).toList();
        var content = content(either(schemas));
        if (collection.path().equals("households")) {
            content.put("examples",
                    object("registered", object("value", object("items", List.of(begun(Role.STREET).record())))));
        }
        return answered(call, Call.LIST, "200", withFiles("A page of 50, or all of it as a file.", content));
    }

    private static Map<String, Object> one(Collection<?, ?> collection) {
        var call = read("get" + camel(collection.name()), collection, spaced(collection.name()),
                Spoken.firstSentence(collection.stateType()));
        var parameters = new ArrayList<Object>(List.of(parameter("id")));
        var schemas = new ArrayList<Object>(List.of(ref(collection.name() + ".record"), ref("early")));
        var content = new LinkedHashMap<String, Object>();
        if (collection.path().equals("households")) {
            content.put("examples", object("to-the-street", object("value", begun(Role.STREET).record()),
                    "to-an-auditor", object("summary", "Names are masked.", "value", begun(Role.AUDITOR).record())));
        }
        if (collection.sheets().isEmpty()) {
            call.put("parameters", parameters);
            return answered(call, Call.RECORD, "200", answer("The record.", JSON, with(content, either(schemas))));
        }
        call.put("description",
                call.get("description") + " Under "
                        + collection.sheets().stream().map(sheet -> "`" + sheet.names() + "`")
                                .collect(Collectors.joining(", "))
                        + " a table made of the records of the subdistricts you read, with parameters of its own.");
        parameters.add(parameter("subdistrict"));
        collection.sheets().stream().map(Sheet::parameters).flatMap(java.util.Set::stream).sorted().distinct()
                .forEach(name -> parameters.add(query(name, "Of a table alone.", text())));
        parameters.add(parameter("format"));
        schemas.add(ref(collection.name() + ".sheet"));
        call.put("parameters", parameters);
        return answered(call, Call.SHEET, "200",
                withFiles("The record, or the table.", with(content, either(schemas))));
    }

    private static Map<String, Object> journal(Collection<?, ?> collection) {
        var call = read("get" + camel(collection.name()) + "Journal", collection,
                spaced(collection.name()) + ": journal",
                "The audit trail in the order it was written; all of it, or what was written from one instant or day (UTC) on and before another.");
        call.put("parameters", List.of(parameter("id"), parameter("from"), parameter("until"), parameter("cursor"),
                parameter("format")));
        return answered(call, Call.JOURNAL, "200",
                withFiles("A page of 100, or all of it as a file.", content(ref(collection.name() + ".journal"))));
    }

    private static Map<String, Object> entry(Collection<?, ?> collection) {
        var call = read("get" + camel(collection.name()) + "Entry", collection,
                spaced(collection.name()) + ": one event",
                "What became of one event; whoever posted it may always ask, and is shown its receipt.");
        call.put("parameters", List.of(parameter("id"), parameter("event")));
        var content = content(either(List.of(ref(collection.name() + ".entry"), ref("receipt"))));
        if (collection.path().equals("households")) {
            content.put("examples", object("to-the-street", object("value", begun(Role.STREET).entry())));
        }
        return answered(call, Call.ENTRY, "200", answer("The entry, or its receipt.", JSON, content));
    }

    /** One of several; whoever reads an entry is shown more than a receipt has, so that both fit. */
    private static Object either(List<?> schemas) {
        return schemas.size() == 1 ? schemas.getFirst() : object("anyOf", schemas);
    }

    private static Map<String, Object> content(Object schema) {
        return object("schema", schema);
    }

    private static Map<String, Object> with(Map<String, Object> content, Object schema) {
        var all = content(schema);
        all.putAll(content);
        return all;
    }

    private static Map<String, Object> answer(String says, String media, Map<String, Object> content) {
        return object("description", says, "content", object(media, content));
    }

    private static Map<String, Object> withFiles(String says, Map<String, Object> content) {
        var contents = object(JSON, content);
        Told.files().values().forEach(media -> contents.put(media, object()));
        return object("description", says, "content", contents);
    }

    private static Map<String, Object> answered(Map<String, Object> call, Call kind, Object... good) {
        var responses = object(good);
        problemsOf(kind).forEach(other -> responses.put(String.valueOf(other),
                object("$ref", "#/components/responses/" + kind.component(other))));
        responses.put("4XX", object("$ref", "#/components/responses/malformed-request"));
        if (kind.isRead()) {
            responses.put("304", object("description", "It is what `if-none-match` names."));
        }
        call.put("responses", responses);
        return call;
    }

    private static java.util.Set<Integer> problemsOf(Call kind) {
        var statuses = new TreeSet<>(kind.byStatus().keySet());
        statuses.addAll(GATEWAY.keySet());
        if (kind == Call.OPEN) {
            statuses.removeAll(List.of(401, 403));
        }
        return statuses;
    }

    private static Map<String, Object> responses() {
        var responses = new LinkedHashMap<String, Object>();
        for (var kind : Call.values()) {
            problemsOf(kind).forEach(status -> responses.put(kind.component(status),
                    problem(status, kind.byStatus().getOrDefault(status, List.of()))));
        }
        responses.put("malformed-request", object("description", "What the server says of a request it cannot read.",
                "content", object(PROBLEM, content(narrowed(List.of(MALFORMED_REQUEST), null)))));
        return responses;
    }

    private static Map<String, Object> problem(int status, List<Problem> problems) {
        var content = new LinkedHashMap<String, Object>();
        if (!problems.isEmpty()) {
            var examples = new LinkedHashMap<String, Object>();
            problems.forEach(problem -> examples.put(problem.code(),
                    object("value", problem.occurrence().withStatus(status).document(Language.EN))));
            content.put(PROBLEM, object("schema", narrowed(problems, status), "examples", examples));
        }
        if (GATEWAY.containsKey(status)) {
            content.put(JSON,
                    object("schema",
                            object("type", "object", "description",
                                    "What API Gateway answers by itself; on one machine it is a problem.", "required",
                                    List.of("message"), "properties", object("message", text())),
                            "example", object("message", GATEWAY.get(status))));
        }
        var says = problems.stream().map(one -> "`" + one.code() + "`: " + one.detail())
                .collect(Collectors.joining("\n\n"));
        return object("description", says.isEmpty() ? GATEWAY.get(status) : says, "content", content);
    }

    private static Map<String, Object> narrowed(List<Problem> problems,
            @org.jspecify.annotations.Nullable Integer status) {
        var own = object("code", words(problems.stream().map(Problem::code)));
        if (status != null) {
            own.put("status", object("const", status));
        }
        return object("allOf", List.of(ref("problem")), "type", "object", "properties", own);
    }

    private static Map<String, Object> parameter(String name) {
        return object("$ref", "#/components/parameters/" + name);
    }

    private static Map<String, Object> query(String name, String says, Object schema) {
        return object("name", name, "in", "query", "description", says, "schema", schema);
    }

    private static Map<String, Object> path(String name, String says, Object schema) {
        return object("name", name, "in", "path", "required", true, "description", says, "schema", schema);
    }

    private static Map<String, Object> parameters() {
        var place = text();
        return object("id", path("id", "The id.", object("type", "string", "pattern", Id.PATTERN)), "event",
                path("event", "The event's id, percent-encoded.", text()), "subdistrict",
                query("subdistrict", "Code of a subdistrict of the district.",
                        object("type", "string", "pattern", "^[0-9]{6,12}$")),
                "from",
                query("from", "From this place in the order on: an instant, a day, an id, or how one begins.", place),
                "until", query("until", "Before this place in the order.", place), "cursor",
                query("cursor", "Where the last page ended, exactly as it said.", text()), "since",
                query("since",
                        "What has changed since then, in place of a page: `now`, or as the last answer said; beside `subdistrict`, `status` and `list` alone.",
                        text()),
                "format", query("format", "As a file to keep, whole.", words(Told.files().keySet().stream())));
    }

    /** Beside the face, where the platform runs on one machine. */
    private static Map<String, Object> ofOneMachine() {
        var paths = new LinkedHashMap<String, Object>();
        paths.put("/healthz", machine("get", bare("getHealth", "Whether it answers", List.of(),
                object("200", plain("It does."), "503", plain("Not yet, or not any more.")))));
        paths.put("/token", machine("get", bare("getToken", "A token of the development issuer",
                List.of(query("role", "As what.", text()), query("subdistrict", "Where.", text()),
                        query("sub", "Who; made of the role if it is left out.", text())),
                object("200", plain("The token."), "404", answer("There is no development issuer, or no `role`.",
                        PROBLEM, content(narrowed(List.of(NOT_FOUND), 404)))))));
        paths.put("/clock", machine("put", clock()));
        paths.put("/.well-known/jwks.json",
                machine("get",
                        bare("getKeys", "Keys of the development issuer", List.of(), object("200",
                                answer("A JSON Web Key Set (RFC 7517); empty where there is no development issuer.",
                                        JSON, content(object("type", "object", "properties",
                                                object("keys", list(object("type", "object"))))))))));
        return paths;
    }

    private static Map<String, Object> clock() {
        var call = bare("moveClock", "Move the clock", List.of(),
                object("200", plain("It is that time now, and everything that follows is done."), "400",
                        answer("That is no time, or it lies before.", PROBLEM,
                                content(narrowed(List.of(MALFORMED_REQUEST), 400))),
                        "404",
                        answer("The clock goes by itself.", PROBLEM, content(narrowed(List.of(NOT_FOUND), 404)))));
        call.put("requestBody", object("required", true, "content",
                object("text/plain", object("schema", instant(), "example", "2023-05-20T10:00:00+08:00"))));
        return call;
    }

    private static Map<String, Object> machine(String method, Object call) {
        return object("servers", List.of(object("url", "http://localhost:8080")), method, call);
    }

    private static Map<String, Object> bare(String id, String summary, List<?> parameters,
            Map<String, Object> responses) {
        responses.put("4XX", object("$ref", "#/components/responses/malformed-request"));
        return object("operationId", id, "tags", List.of("one machine"), "summary", summary, "security", List.of(),
                "parameters", parameters, "responses", responses);
    }

    private static Map<String, Object> plain(String says) {
        return answer(says, "text/plain", content(text()));
    }

    /** {@code relief-cases} as {@code ReliefCases}. */
    private static String camel(String name) {
        return Arrays.stream(name.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    /** {@code relief-cases} as {@code Relief cases}. */
    private static String spaced(String name) {
        var spaced = name.replace('-', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
