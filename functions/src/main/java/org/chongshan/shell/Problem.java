package org.chongshan.shell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.chongshan.core.Word;
import org.chongshan.events.Fault;
import org.chongshan.events.json.EventValidator;

/**
 * Every problem the face answers with, as an RFC 9457 document; {@code docs/face.md} is generated from it. What the front
 * door answers by itself, before a function is called, is among them: {@code local} answers it in this form.
 */
public enum Problem {
    /** What was posted cannot be parsed; {@code line} and {@code column} say where. */
    MALFORMED_JSON(400, "The body is not one JSON value."),
    /** Another character encoding. */
    NOT_UTF_8(400, "The body is not UTF-8."),
    /** What some editors put before a text. */
    BYTE_ORDER_MARK(400, "The body begins with a byte order mark; send the JSON alone."),
    /** Of two values nobody knows which is meant; {@code line} and {@code column} say where. */
    REPEATED_KEY(400, "An object of the body has a key twice."),
    /** More than anybody needs to say; {@code line} and {@code column} say where. */
    JSON_OUT_OF_BOUNDS(400, "JSON is at most %d levels deep, its numbers have at most %d characters, its keys %d.", "",
            EventValidator.MOST_DEPTH, EventValidator.MOST_NUMBER, EventValidator.MOST_KEY),
    /** What is not what the header says. */
    MALFORMED_GZIP(400, "The body is not gzip, as its content-encoding says, or is cut off."),
    /** A parameter of a list. */
    MALFORMED_PARAMETER(400, "A query parameter has a value it cannot have."),
    /** Two ways of listing at once. */
    LIST_OR_STATUS(400, "Ask for ?list= or for ?status=, not for both."),
    /** A cursor that no page gave. */
    MALFORMED_CURSOR(400, "Pass the cursor exactly as the last page gave it."),
    /** Not HTTP, or a query string that is none. */
    MALFORMED_REQUEST(400, "That is not a request this server understands.", "or another 4xx that says what of it"),
    /** The sender was cut off. */
    INCOMPLETE_BODY(400, "The body did not come to its end."),
    /** No token, or one that does not verify. */
    UNAUTHORIZED(401, "A valid token is needed."),
    /** A good token of somebody who is nobody here. */
    UNKNOWN_ROLE(403, "The token's claims name no role of the bureau."),
    /** A good token of another district's subdistrict. */
    UNKNOWN_SUBDISTRICT(403, "The token's subdistrict is none of this district."),
    /** The event's record does not list the role. */
    ROLE_MAY_NOT_POST(403, "Your role may not post events of this type."),
    /** The collection's line in the topology does not list the role. */
    ROLE_MAY_NOT_READ(403, "Your role may not read this collection."),
    /** A role bound to one subdistrict, elsewhere. */
    OUTSIDE_SUBDISTRICT(403, "You may post and read in your own subdistrict alone."),
    /** An event that says somebody else posted it. */
    NOT_YOU(403, "The event names an actor or a role that is not the token's."),
    /** Nothing, or nothing for the caller: the two are not told apart. */
    NOT_FOUND(404, "There is nothing here for you."),
    /** A path that is there, asked in the wrong way. */
    METHOD_NOT_ALLOWED(405, "That is not done here; the header allow says what is."),
    /** A body that trickles in. */
    TIMEOUT(408, "The request did not come to its end within 30 seconds."),
    /** Body, address or headers. */
    TOO_LARGE(413, "The request is too large; a body has at most %d bytes, unpacked too.",
            "414 for an address, 431 for headers", Ingest.MOST_BYTES),
    /** A batch of none. */
    EMPTY_BATCH(413, "A batch holds at least one event."),
    /** A batch of more than {@value Ingest#MOST_EVENTS}. */
    TOO_MANY_EVENTS(413, "A batch holds at most %d events.", "", Ingest.MOST_EVENTS),
    /** An event no message could hold. */
    EVENT_TOO_LARGE(413, "An event has at most %d characters.", "", Ingest.MOST_EVENT_CHARACTERS),
    /** Another content type. */
    UNSUPPORTED_MEDIA_TYPE(415,
            "Post application/cloudevents+json or application/cloudevents-batch+json, or application/json with the attributes in ce- headers."),
    /** Compressed in another way; {@code accept-encoding} says in which it may be. */
    UNSUPPORTED_CONTENT_ENCODING(415, "A body comes as it is, or with content-encoding: gzip."),
    /** The schema says no, or the record itself; {@code errors} names each fault. */
    INVALID_EVENT(422, "The event does not fit its schema, or cannot be."),
    /** What is asked for is no such list. */
    MALFORMED_OUTCOMES(422, "Post an array of 1 to %d paths, each as an accepted event's outcome says it.", "",
            Ingest.MOST_EVENTS),
    /** The device's clock is ahead; {@code serverTime} is the platform's. */
    FROM_THE_FUTURE(422, "The event's time lies ahead of the server's: set the clock by serverTime."),
    /** A file no answer could hold. */
    EXPORT_TOO_LARGE(422,
            "A file has at most %d rows and %d bytes; ask for less: one subdistrict, one status or list, a part of it by from and until.",
            "", Export.MOST_ROWS, Export.MOST_BYTES),
    /** Of a batch; {@code results} says why, one by one. */
    NOTHING_ACCEPTED(422, "No event of the batch was accepted.", "that of the first event's problem"),
    /** A fault of ours. */
    INTERNAL(500, "Something went wrong here; try again."),
    /** The queue did not take it. */
    NOT_QUEUED(503, "The event could not be queued; post it again with the same id."),
    /** The queue did not take who takes what away; so it does not leave. */
    NOT_STATED(503, "Who takes this away could not be written down just now; ask again."),
    /** KMS does not answer. */
    KEY_UNAVAILABLE(503, "Names cannot be sealed or opened just now; try again.");

    private final int status;
    private final String detail;
    private final String otherStatus;
    private final Object[] numbers;

    Problem(int status, String detail) {
        this(status, detail, "");
    }

    /**
     * @param otherStatus when the answer's status is another one; empty for never
     * @param numbers     what the detail holds places for
     */
    Problem(int status, String detail, String otherStatus, Object... numbers) {
        this.status = status;
        this.detail = detail;
        this.otherStatus = otherStatus;
        this.numbers = numbers;
    }

    /** The stable code: the name in lower case with hyphens. */
    public String code() {
        return Word.of(this);
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** What went wrong, and what would be right: one sentence for whoever asked, in English. */
    public String detail() {
        return detail(Language.EN);
    }

    /** What went wrong, and what would be right: one sentence for whoever asked. */
    public String detail(Language language) {
        return language.said("problem." + code() + ".detail", detail, numbers);
    }

    /** The code as words. */
    public String title(Language language) {
        return language.said("problem." + code() + ".title", Language.spelled(code()));
    }

    /** When the answer's status is another one, for the page; empty for never. */
    public String otherStatus() {
        return otherStatus;
    }

    /** A header every answer with it has; empty for most. */
    private Map<String, String> headers() {
        return switch (this) {
            case UNAUTHORIZED -> Map.of("www-authenticate", "Bearer");
            case UNSUPPORTED_CONTENT_ENCODING -> Map.of("accept-encoding", Body.GZIP);
            default -> Map.of();
        };
    }

    /** It occurred; nothing more is to be said. */
    public Occurrence occurrence() {
        return occurrence(Map.of());
    }

    /** It occurred, and this says more exactly what was wrong; never what was sent. */
    public Occurrence occurrence(Exactly exactly, String... names) {
        return new Occurrence(this, status, language -> exactly.says(language, names), List.of(), Map.of(), headers());
    }

    /** It occurred, and the document has these members besides. */
    public Occurrence occurrence(Map<String, Object> members) {
        return occurrence(List.of(), members);
    }

    /** It occurred, for these faults of an event, and the document has these members besides. */
    public Occurrence occurrence(List<Fault> faults, Map<String, Object> members) {
        return new Occurrence(this, status, this::detail, faults, members, headers());
    }

    /** What may be said of an occurrence more exactly than its problem does. */
    public enum Exactly {
        /** Where there are none. */
        NO_PARAMETERS("There is no such parameter here."),
        /** The names there are. */
        NO_SUCH_PARAMETER("There is no such parameter here; there are %s."),
        /** The parameter, and the words it may be. */
        NO_SUCH_WORD("There is no such %s; there are %s."),
        /** The parameter, which has nothing to be here. */
        NO_WORDS("There is no such %s; there are none."),
        /** The parameter. */
        NO_SUCH_SUBDISTRICT("There is no such %s."),
        /** The parameters a file cannot have. */
        FILE_IS_WHOLE("A file has all pages, in a form of its own: ask without %s and %s."),
        /** The parameters that give a list an order. */
        RANGE_OF_ONE_LIST("A list has one order by %s or %s: name one beside the range."),
        /** What orders lists. */
        NO_PLACE("A place in a list is an instant, a day or an id."),
        /** The parameter. */
        NO_DAY("%s is a day, such as 2023-12-31."),
        /** The parameter. */
        NO_DAY_OF_THE_YEAR("%s is a day of the year."),
        /** A register that other departments search. */
        NO_SEARCH("Your role may not search this register."),
        /** The parameters beside which changes are asked for. */
        CHANGES_ALONE("What has changed is asked for by %s, and by %s or %s, alone."),
        /** The parameter. */
        CHANGES_OF_ONE("What has changed is told of one %s: name it."),
        /** A query string that is none. */
        NO_QUERY_STRING("The query string is not one."),
        /** Tokens on one machine. */
        TOKEN_OF_DEVELOPMENT("GET /token?role=&subdistrict=&sub= with the development issuer alone."),
        /** The clock of one machine. */
        CLOCK_OF_DEVELOPMENT("PUT /clock where the platform runs with --at."),
        /** It was set to an earlier time. */
        CLOCK_GOES_ON("The clock does not go back."),
        /** What it is set to. */
        CLOCK_TAKES_A_TIME("The body is a time with its offset, such as 2023-05-20T10:00:00+08:00.");

        private final String english;

        Exactly(String english) {
            this.english = english;
        }

        /** The stable code: the name in lower case with hyphens. */
        public String code() {
            return Word.of(this);
        }

        /** The sentence in English, with places for names. */
        public String english() {
            return english;
        }

        private String says(Language language, String... names) {
            return language.said("exactly." + code(), english, (Object[]) names);
        }
    }

    /** It occurred, once: thrown by what answers, and answered as a document. */
    public static final class Occurrence extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Problem problem;
        private final int status;
        private final transient Function<Language, String> detail;
        private final transient List<Fault> faults;
        private final transient Map<String, Object> members;
        private final transient Map<String, String> headers;

        private Occurrence(Problem problem, int status, Function<Language, String> detail, List<Fault> faults,
                Map<String, Object> members, Map<String, String> headers) {
            super(detail.apply(Language.EN), null, false, false);
            this.problem = problem;
            this.status = status;
            this.detail = detail;
            this.faults = faults;
            this.members = members;
            this.headers = headers;
        }

        /** The same, answered with another status: one of those {@link Problem#otherStatus} tells of. */
        public Occurrence withStatus(int other) {
            return new Occurrence(problem, other, detail, faults, members, headers);
        }

        /** The same, and the answer has this header too. */
        public Occurrence with(String header, String value) {
            var all = new HashMap<>(headers);
            all.put(header, value);
            return new Occurrence(problem, status, detail, faults, members, Map.copyOf(all));
        }

        /** The HTTP status of the answer. */
        public int status() {
            return status;
        }

        /** Headers of the answer beside its content type and language, by name in lower case. */
        public Map<String, String> headers() {
            return headers;
        }

        /** What went wrong, in one sentence. */
        public String detail(Language language) {
            return detail.apply(language);
        }

        /** The document of RFC 9457; titles and details are in the language, codes are not. */
        public Map<String, Object> document(Language language) {
            var document = new LinkedHashMap<String, Object>();
            document.put("type", "urn:chongshan:problem:" + problem.code());
            document.put("title", problem.title(language));
            document.put("status", status);
            document.put("code", problem.code());
            document.put("detail", detail.apply(language));
            if (!faults.isEmpty()) {
                document.put("errors", faults.stream().map(fault -> FaultWords.in(language, fault)).toList());
            }
            document.putAll(members);
            return document;
        }
    }
}
