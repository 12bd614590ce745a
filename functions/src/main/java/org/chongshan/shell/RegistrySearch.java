package org.chongshan.shell;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.chongshan.core.Aggregate;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.Basis;
import org.chongshan.events.Confidential;
import org.chongshan.events.IdentityNumber;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /registry/sync/search} of the Social Registry standard of Digital Convergence Initiative, version 1.0.0: other
 * departments' systems ask what the register says of one person, by the identity number. Nobody lists the register with it. Each
 * search says upon what basis and what for, and that is stated before the answer leaves.
 * <p>
 * Messages are neither signed nor encrypted beyond what the connection and the token are.
 */
final class RegistrySearch<I extends Aggregate, S extends Aggregate> extends Http {
    /** Of one message. */
    static final int MOST_SEARCHES = 10;
    private static final String VERSION = "1.0.0";
    /** Of an id that another system gives. */
    private static final int MOST_ID = 99;
    private static final int MOST_PURPOSE = 200;
    private static final int MOST_PAGE = 100;
    /** What identity numbers are called in messages of this standard. */
    private static final List<String> NUMBER = List.of("UIN", "NationalID");
    private static final String BAD = "rjct.search_criteria.invalid";

    private final FunctionSpec.RegistrySearch<I, S> spec;
    private final Collection<?, ?> index;
    private final Collection<?, ?> searched;
    private final Records stored;
    private final Seal seal;
    private final List<String> subdistricts;
    private final Disclosures disclosures;
    private final InstantSource clock;

    RegistrySearch(FunctionSpec.RegistrySearch<I, S> spec, List<Collection<?, ?>> collections, Records stored,
            Seal seal, List<String> subdistricts, Disclosures disclosures, InstantSource clock) {
        super(subdistricts);
        this.spec = spec;
        this.index = named(spec.index(), collections);
        this.searched = named(spec.searched(), collections);
        this.stored = stored;
        this.seal = seal;
        this.subdistricts = subdistricts;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    private static Collection<?, ?> named(String name, List<Collection<?, ?>> collections) {
        return collections.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /**
     * A message, or a search in it, is not one that is answered.
     *
     * @see #code the standard's own, null when it has none
     */
    private static final class Rejected extends Exception {
        private static final long serialVersionUID = 1;
        final @Nullable String code;

        Rejected(@Nullable String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }

    /** A page of what was found, from 1. */
    private record Page(int size, int number) {}

    /** What is asked. */
    private record Asked(IdentityNumber number, Basis basis, Confidential purpose, Page page) {}

    /**
     * What is found.
     *
     * @param groups in the standard's words, by subdistrict
     */
    private record Found(Asked asked, Map<String, List<Object>> groups) {
        /** What is told, by subdistrict: how many. */
        Disclosures.Search told(String elsewhere) {
            var rows = new TreeMap<String, Integer>();
            groups.forEach((where, records) -> rows.put(where, records.size()));
            return new Disclosures.Search(asked.basis, asked.purpose, rows.isEmpty() ? Map.of(elsewhere, 0) : rows);
        }
    }

    @Override
    Refusal refusal(Problem.Occurrence problem, Language language) {
        if (problem.status() == 405) {
            return super.refusal(problem, language); // The standard knows no other method to answer.
        }
        var code = switch (problem.status()) {
            case 401 -> "err.request.unauthorized";
            case 403 -> "err.request.forbidden";
            case 503 -> "err.service.unavailable";
            default -> "err.request.bad";
        };
        return new Refusal(problem.status(), "application/json",
                Map.of("errors", List.of(Map.of("code", code, "message", problem.detail(language)))));
    }

    @Override
    List<String> methods(Request request) {
        return List.of("POST");
    }

    @Override
    Answer answer(Request request, Caller caller) {
        if (!spec.roles().contains(caller.role())) {
            throw Problem.ROLE_MAY_NOT_READ.occurrence(Problem.Exactly.NO_SEARCH);
        }
        var body = Body.json(request);
        var header = body.path("header");
        try {
            var asked = searches(header, body.path("message"));
            var answers = new ArrayList<Map<String, Object>>();
            var found = new ArrayList<Found>();
            for (var search : asked) {
                var one = new LinkedHashMap<String, Object>();
                one.put("reference_id", text(search, "reference_id").orElse("-"));
                one.put("timestamp", clock.instant().toString());
                try {
                    var what = find(asked(search));
                    found.add(what);
                    succeeded(one, what);
                } catch (Rejected rejected) {
                    rejected(one, rejected);
                }
                answers.add(one);
            }
            var told = found.stream().map(one -> one.told(subdistricts.getFirst())).toList();
            var correlation = told.isEmpty()
                    ? request.id()
                    : disclosures.searched(caller, request.id(), FunctionSpec.RegistrySearch.PATH, told, seal);
            var message = new LinkedHashMap<String, Object>();
            message.put("transaction_id", text(body.path("message"), "transaction_id").orElse("-"));
            message.put("correlation_id", correlation);
            message.put("search_response", answers);
            return new Answer(200, envelope(header, "succ", null, answers.size(), message));
        } catch (Rejected rejected) {
            return new Answer(400, envelope(header, "rjct", rejected, 0, null));
        }
    }

    /** The searches of a message that is one. */
    private static List<JsonNode> searches(JsonNode header, JsonNode message) throws Rejected {
        if (text(header, "message_id").isEmpty() || text(header, "sender_id").isEmpty()) {
            throw new Rejected(null, "header: message_id and sender_id are texts of 1 to " + MOST_ID + " characters.");
        }
        if (!header.path("version").asString(VERSION).equals(VERSION)) {
            throw new Rejected("rjct.version.invalid", "header.version: " + VERSION + " is spoken here.");
        }
        if (!isTime(header.path("message_ts"))) {
            throw new Rejected("rjct.message_ts.invalid", "header.message_ts is a date-time with its offset.");
        }
        if (!header.path("action").asString("").equals("search")) {
            throw new Rejected("rjct.action.not_supported", "header.action: search alone is answered here.");
        }
        if (header.path("is_msg_encrypted").asBoolean(false)) {
            throw new Rejected(null, "header.is_msg_encrypted: encrypted messages are not read here.");
        }
        var searches = message.path("search_request");
        if (text(message, "transaction_id").isEmpty() || !searches.isArray() || searches.isEmpty()) {
            throw new Rejected(null, "message: a transaction_id and at least one search_request.");
        }
        if (searches.size() > MOST_SEARCHES) {
            throw new Rejected("rjct.total_count.limit_exceeded",
                    "message.search_request: at most " + MOST_SEARCHES + " in one message.");
        }
        // The standard's own samples write it as a text.
        if (!header.path("total_count").asString("").equals(Integer.toString(searches.size()))) {
            throw new Rejected("rjct.total_count.invalid", "header.total_count is the number of search_requests.");
        }
        return searches.valueStream().toList();
    }

    private static Asked asked(JsonNode search) throws Rejected {
        if (text(search, "reference_id").isEmpty()) {
            throw new Rejected("rjct.reference_id.invalid",
                    "reference_id is a text of 1 to " + MOST_ID + " characters.");
        }
        if (!isTime(search.path("timestamp"))) {
            throw new Rejected("rjct.timestamp.invalid", "timestamp is a date-time with its offset.");
        }
        var criteria = search.path("search_criteria");
        if (!criteria.path("response_entity").asString("Group").equals("Group")) {
            throw new Rejected(BAD, "search_criteria.response_entity: Group alone.");
        }
        var authorize = criteria.path("authorize");
        var consented = criteria.path("consent").isObject();
        if (consented == authorize.isObject()) {
            throw new Rejected(BAD, "search_criteria: either consent or authorize says upon what you ask.");
        }
        var purpose = (consented ? criteria.path("consent") : authorize).path("purpose");
        return new Asked(number(criteria), consented ? Basis.CONSENT : basis(purpose.path("code").asString("")),
                purpose(purpose.path("text").asString("").strip()), page(criteria.path("pagination")));
    }

    private static Basis basis(String code) throws Rejected {
        for (var basis : List.of(Basis.STATUTORY_DUTY, Basis.EMERGENCY)) {
            if (basis.name().equals(code)) {
                return basis;
            }
        }
        throw new Rejected(BAD, "search_criteria.authorize.purpose.code: STATUTORY_DUTY or EMERGENCY.");
    }

    private static Confidential purpose(String text) throws Rejected {
        if (text.isEmpty() || text.length() > MOST_PURPOSE) {
            throw new Rejected(BAD, "search_criteria: the purpose has a text of 1 to " + MOST_PURPOSE + " characters.");
        }
        return new Confidential(text);
    }

    /** The one question there is, in the two forms the standard has for it. */
    private static IdentityNumber number(JsonNode criteria) throws Rejected {
        var query = criteria.path("query");
        var only = query.path(0);
        var expression = only.path("expression1");
        var asked = switch (criteria.path("query_type").asString("")) {
            case "idtype-value" -> value(query.path("type"), query.path("value"));
            case "expression",
                    "predicate" ->
                query.size() == 1 && only.path("expression2").isEmpty()
                        && expression.path("operator").asString("").equals("eq")
                                ? value(expression.path("attribute_name"), expression.path("attribute_value"))
                                : Optional.<String>empty();
            default -> Optional.<String>empty();
        };
        var number = new IdentityNumber(asked.orElseThrow(() -> new Rejected(BAD,
                "search_criteria.query: households are found by the identity number of one person, and not listed: idtype-value or one eq, of "
                        + String.join(" or ", NUMBER) + ".")));
        if (!number.isResident()) {
            throw new Rejected(BAD, "search_criteria.query: that is no resident identity number.");
        }
        return number;
    }

    private static Optional<String> value(JsonNode type, JsonNode value) {
        return Optional.of(value.asString("")).filter(_ -> NUMBER.contains(type.asString("")));
    }

    private static Page page(JsonNode pagination) throws Rejected {
        var size = pagination.isMissingNode() ? MOST_PAGE : pagination.path("page_size").asInt(0);
        var number = pagination.path("page_number").asInt(1);
        if (size < 1 || size > MOST_PAGE || number < 1) {
            throw new Rejected("rjct.pagination.invalid",
                    "pagination: a page_size of 1 to " + MOST_PAGE + ", and a page_number from 1.");
        }
        return new Page(size, number);
    }

    @SuppressWarnings("unchecked")
    private Found find(Asked asked) {
        var groups = new TreeMap<String, List<Object>>();
        var known = stored.state(index.key(spec.finder().idOf(seal.indexOf(asked.number))));
        if (known != null && known.containsKey(TableShape.STATE)) {
            var ids = spec.finder().found((I) Shown.state(index, known));
            for (var id : ids) {
                var item = stored.state(searched.key(id));
                if (item != null && item.containsKey(TableShape.STATE)) {
                    var state = (S) Shown.state(searched, item);
                    spec.rendering().of(state).ifPresent(
                            group -> groups.computeIfAbsent(state.subdistrict(), _ -> new ArrayList<>()).add(group));
                }
            }
        }
        return new Found(asked, groups);
    }

    private void succeeded(Map<String, Object> answer, Found found) {
        var page = found.asked.page;
        var all = found.groups.values().stream().flatMap(List::stream).toList();
        var shown = IntStream.range(0, all.size()).filter(i -> i / page.size == page.number - 1).mapToObj(all::get)
                .toList();
        answer.put("status", "succ");
        var data = new LinkedHashMap<String, Object>();
        data.put("version", VERSION);
        data.put(spec.rendering().member(), shown);
        answer.put("data", data);
        answer.put("pagination", Map.of("page_size", page.size, "page_number", page.number, "total_count", all.size()));
    }

    private static void rejected(Map<String, Object> answer, Rejected rejected) {
        answer.put("status", "rjct");
        if (rejected.code != null) {
            answer.put("status_reason_code", rejected.code);
        }
        answer.put("status_reason_message", String.valueOf(rejected.getMessage()));
    }

    private Map<String, Object> envelope(JsonNode asked, String status, @Nullable Rejected rejected, int count,
            @Nullable Object message) {
        var header = new LinkedHashMap<String, Object>();
        header.put("version", VERSION);
        header.put("message_id", text(asked, "message_id").orElse("-"));
        header.put("message_ts", clock.instant().toString());
        header.put("action", "on-search");
        header.put("status", status);
        if (rejected != null) {
            rejected(header, rejected);
        }
        header.put("total_count", count);
        header.put("completed_count", count);
        header.put("sender_id", text(asked, "receiver_id").orElse(spec.name()));
        text(asked, "sender_id").ifPresent(sender -> header.put("receiver_id", sender));
        header.put("is_msg_encrypted", false);
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("header", header);
        if (message != null) {
            envelope.put("message", message);
        }
        return envelope;
    }

    /** An id that another system gave, when it is one. */
    private static Optional<String> text(JsonNode of, String name) {
        return Optional.ofNullable(of.path(name).stringValue(null))
                .filter(text -> !text.isBlank() && text.length() <= MOST_ID);
    }

    private static boolean isTime(JsonNode node) {
        try {
            OffsetDateTime.parse(node.asString(""));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
