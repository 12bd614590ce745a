package org.chongshan.bureau;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Outcome;
import org.chongshan.core.Status;
import org.chongshan.events.Event;
import org.chongshan.events.Fault;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Published;
import org.chongshan.events.Worded;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.shell.CoreRule;
import org.chongshan.shell.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/face.md} is what topology, states and problems say; a collection, status, list or code that is added stands there too. */
class FacePageTest {
    @Test
    @Tag(Published.TAG)
    void the_published_page_of_the_face_is_what_the_code_says() {
        Published.file("docs/face.md", generate());
    }

    private static String generate() {
        var out = new StringBuilder(
                """
                        # The face

                        Generated from the topology, the states and the problems.

                        | call | what |
                        | --- | --- |
                        | `POST /v1/events` | one CloudEvent or a batch of up to 100; 202 with a result per event, each with the path where its outcome can be read; every fault is named with a JSON pointer; the body may be packed, `content-encoding: gzip` |
                        | `GET /v1/{collection}/{id}` | the state |
                        | `GET /v1/{collection}/{id}/journal?from=&until=&cursor=` | the audit trail in the order it was written, 100 entries a page; all of it, or what was written from one instant or day (UTC) on and before another |
                        | `GET /v1/{collection}/{id}/journal/{event id}` | what became of one event; whoever posted it may always ask |
                        | `POST /v1/outcomes/{programme}` | what became of up to 100 events: an array of the paths their outcomes were promised at, `["/v1/households/H-1/journal/…"]`; a result per path, in that order, as the read of that one says it without the events, or `not-found` |
                        | `GET /v1/{collection}?subdistrict=&status=&cursor=` | a list by status, 50 a page; without `subdistrict` your own, or all of them if you read the whole bureau |
                        | `GET /v1/{collection}?subdistrict=&list=&cursor=` | one of the further lists |
                        | `GET /v1/{collection}?subdistrict=&status=&since=`, `…&list=&since=`, `…&since=` | what has changed in a subdistrict since `since` was given: `items` as they stand in the list now, `left` the keys of what changed and does not stand in it; begin with `since=now` |
                        | `…&from=&until=` | of a status or a list what lies from one place in its order on and before another: instants or days where it is ordered by time |
                        | `…&as=` | the same in a published standard, where the collection has one |
                        | `…&format=csv`, `…&format=xlsx` | a list, a journal or a sheet such as `figures/2023`, whole, as a file to keep; what the reader does not see is not in it |
                        | `POST /registry/sync/search` | another department asks about one person, by identity number, in the messages of the Social Registry standard (below) |
                        | `GET /v1/openapi.json`, `GET /v1/asyncapi.json`, `GET /v1/schemas/{type}` | the contracts below, without a token |
                        | `GET /docs` | a page to read the calls on, without a token |

                        A status, list, subdistrict or parameter that does not exist is an error. Of whatever has not begun, events may wait: it stands
                        in every collection under `early`, and `early-overdue` when that was stated; only who reads the whole bureau sees it.

                        ## HTTP

                        An event is posted in structured mode (`application/cloudevents+json`), several in a batch (`application/cloudevents-batch+json`), and
                        one in **binary mode** too: its attributes in headers `ce-id`, `ce-type` and so on, its data the body, JSON. What is not printable ASCII
                        in such a header is percent-encoded, and so is a percent sign. `application/json` is taken for either. Extension attributes are those of
                        [the envelope](../events/src/main/resources/schemas/envelope.json), `traceparent` and `tracestate` among them. The official SDKs
                        for Java, JavaScript, Python and Go are tried against this.

                        A body may be packed, `content-encoding: gzip`; its bound holds for both sizes. It has no byte order mark, and no key twice.

                        Whatever is got is also asked for with `HEAD`; a `HEAD` of a file is stated as the file is. `OPTIONS` says in `allow` what may be done at
                        a path, and so does a 405. What is read has an `etag`: asked for with `if-none-match`, it is sent again when it has changed, and is a 304 when
                        it has not. A tag is of what its reader sees. Nothing on the way may keep an answer (`cache-control: no-store`); who asked may.

                        In the cloud, API Gateway answers some requests itself and in its own form, `{"message": …}`: 401 with `www-authenticate: Bearer` when it
                        does not let a token pass, 404 for a path that has no route, 413 and 431, 429 when there are too many, 503. These are told by their status alone.

                        ## What has changed

                        Who keeps a list takes a cursor first, `since=now`, then reads the list page by page, and from then on asks with the last answer's `since`, after a
                        minute or a week. `items` are put in place of what is kept under their keys, `left` are taken away, whether they are kept or not. As long as
                        `more` is true the rest is asked for at once. What changed in the two minutes before the last time is told again. It is told of one
                        subdistrict, each record once, as it is now ([decision 15](decisions/015-what-has-changed-is-filed-by-the-hour.md)).

                        ## Contracts

                        Every call, parameter, answer and problem stands in `openapi.json` (OpenAPI 3.1), every event in `asyncapi.json` (AsyncAPI 3): who may
                        post it, which function emits it, on which queue it is received. They are generated, served as they are committed
                        (`functions/src/main/resources/contracts`), and every answer a test is given is held against them. Whoever reads passes over members,
                        words and kinds of event they do not know; whoever posts sends none. On one machine the page is <http://localhost:8080/docs>.

                        Nothing that was given out is taken away by accident: `CompatibilityTest` compares with what was given out last, in
                        `functions/src/test/resources/contracts`, and names whatever breaks a client. After a release the files of
                        `functions/src/main/resources/contracts` are copied there. A change that must break somebody is copied in its own commit, which says whom, and
                        from when on; a call that goes is answered beside its successor for as long as anybody uses it. An event that changes its meaning is a new type.

                        ## Files

                        A file has a row for each record, entry or line of a sheet, and a column for each member of what is answered otherwise, named by
                        its path with dots between: `state.keyWatch.since`. The columns follow from the kind of record, so that two files of one collection
                        have the same ones; what is a list stands in one cell as JSON. Of the figures of a year each has a row, and behind it one for
                        each subdistrict with its traces. What is more than an answer holds is `export-too-large`, and is asked for in
                        parts: by subdistrict, status or list, `from` and `until`. What changes while it is read may be in it as it was or as it is.

                        **CSV** is RFC 4180 in UTF-8 with a byte order mark. A text a spreadsheet would take for a formula (it begins with `= + - @`, tab, a line
                        break, or the former in full width) or would shorten as a number (more than 15 digits, zeros before, an exponent) has an apostrophe before it, and so
                        has one that begins with an apostrophe: taking away one that is there gives every text back. Numbers stand as they are. In **XLSX** texts are cells of
                        text, whatever they look like; one of more than 32 767 characters is read as CSV, and characters XML does not know are left out.

                        Before a file leaves, who takes away what, when, and how many rows is sent to `disclosures`, of each subdistrict it is read from; what
                        cannot be written down does not leave (`not-stated`).

                        ## Other departments ask

                        `POST /registry/sync/search` is the synchronous search of the Social Registry API 1.0.0 of the Digital Convergence Initiative
                        (<https://standards.spdci.org>), for the role `agency`. A `query_type` of `idtype-value` with the type `UIN` or `NationalID`, or one
                        `expression1` with `eq` of these: households are found by the number of one person, and not listed. Each search bears
                        either `consent` or `authorize`, whose `purpose` has a `text`; that of `authorize` a `code`, `STATUTORY_DUTY` or `EMERGENCY`. Of a household
                        recognised in hardship a `Group` is answered: size, category, until when, subdistrict; no name and no income. Who is
                        unknown and who is not recognised are answered alike. Who asked, upon what, what for and how many were found stands in `disclosures`
                        before the answer leaves, of each search; `correlation_id` is the first part of its id. At most ten searches are in one message,
                        and each has its own status; a message that is none is answered 400, in the same envelope. Signatures are not read, and encrypted
                        messages are rejected: TLS and the token stand for both. The asynchronous calls of the standard are not spoken.

                        ## Collections

                        A status is **final**, or a deadline states it when it stays (*timed*), or officers work through its list.

                        | collection | statuses | further lists | waits for |
                        | --- | --- | --- | --- |
                        """);
        Topology.collections()
                .forEach(collection -> out.append("| `%s` | %s | %s | %s |\n".formatted(collection.path(),
                        collection.statuses().stream().map(FacePageTest::status).collect(Collectors.joining(", ")),
                        words(collection.lists()), words(collection.deadlines()))));
        out.append("\n## What becomes of an event\n\n| outcome | |\n| --- | --- |\n");
        Arrays.stream(Outcome.values())
                .forEach(outcome -> out.append("| `%s` | %s |\n".formatted(outcome.word(), meaning(outcome))));
        out.append(
                "\nRules that hold for every record, beside [those of each function](rules.md):\n\n| rule | says |\n| --- | --- |\n");
        Arrays.stream(CoreRule.values())
                .forEach(rule -> out.append("| `%s` | %s |\n".formatted(rule.code(), rule.statement())));
        out.append(
                """

                        An id may be posted again at any time: it is applied once. A refused event that its sender posts again is decided anew.

                        ## Problems

                        RFC 9457 problem documents. Title and detail, and what is wrong with each fault, are in the language of `Accept-Language` (RFC 9110) that is
                        liked best of those there are: English, or simplified Chinese for whoever asks for any Chinese; English for everybody else. `content-language` says which.
                        Codes, and the names of parameters and fields, are the same in both.

                        | code | status | |
                        | --- | --- | --- |
                        """);
        Arrays.stream(Problem.values())
                .forEach(problem -> out.append("| `%s` | %d%s | %s |\n".formatted(problem.code(), problem.status(),
                        problem.otherStatus().isEmpty() ? "" : "; " + problem.otherStatus(), problem.detail())));
        out.append("\nFaults of one event, each with a JSON pointer, in `errors`:\n\n| code | |\n| --- | --- |\n");
        Arrays.stream(Fault.Code.values())
                .forEach(code -> out.append("| `%s` | %s |\n".formatted(code.word(), code.says())));
        return out.toString();
    }

    private static String status(Status status) {
        var word = "`" + status.word() + "`";
        return switch (status.sight()) {
            case ENDED -> "**" + word + "**";
            case DEADLINE -> "*" + word + "*";
            case LIST -> word;
        };
    }

    private static String words(List<? extends Worded> all) {
        return all.stream().map(one -> "`" + one.word() + "`").collect(Collectors.joining(", "));
    }

    private static String meaning(Outcome outcome) {
        return switch (outcome) {
            case APPLIED ->
                "it was accepted; what followed stands in the entry. Where neither the record changed nor anything went out, its facts say `changed`: `nothing`";
            case REFUSED -> "a rule refused it; the facts say in which `status` the record stood";
            case EARLY -> "what it is about has not begun; it waits, and is decided in its turn when that begins";
            case FAILED -> "it could not be decided, however often it was tried; it lies with the dead letters";
            case CONFLICT -> "another content stands under its id; it was never applied";
        };
    }

    @Test
    void no_collection_lies_where_something_else_does() {
        assertThat(Topology.collections()).extracting(Collection::path).doesNotContain("events", "outcomes")
                .doesNotHaveDuplicates();
    }

    /** Whoever posted it knows the programme by its type, and asks that one what became of it. */
    @Test
    void what_is_posted_is_told_of_by_the_programme_its_type_names() {
        var posted = EventCatalogue.all().stream().filter(type -> type.isAnnotationPresent(PostedBy.class)).toList();
        assertThat(posted).isNotEmpty()
                .allSatisfy(type -> assertThat(Topology.collections().stream()
                        .filter(collection -> collection.accepts().contains(type)).map(Collection::programme))
                        .isNotEmpty().allSatisfy(programme -> assertThat(Event.typeOf(type))
                                .startsWith("org.chongshan." + programme.key() + ".")));
    }

    /** A status nobody sees and that does not end would hold somebody's case for ever. */
    @Test
    void every_collection_says_of_every_status_who_has_it_in_sight() {
        var all = Topology.collections().stream().map(Collection::statuses).flatMap(List::stream);
        assertThat(all).isNotEmpty().allSatisfy(status -> assertThat(status.sight()).isNotNull());
        org.assertj.core.api.Assertions
                .assertThat(Topology.collections().stream()
                        .flatMap(one -> one.statuses().isEmpty() ? Stream.of(one.name()) : Stream.empty()))
                .as("collections whose state nests no statuses").isEmpty();
    }
}
