package org.chongshan.shell;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.Role;
import org.chongshan.events.Sealable;
import org.chongshan.events.json.EventJson;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/**
 * {@code GET} on a programme's collections: state, journal, what became of one event, lists. What lies outside the
 * caller's subdistrict answers exactly as what does not exist.
 */
final class Query extends Http {
    private static final int PAGE = 50;
    /** Bytes; longer than any id there is, and short enough for a sort key. */
    private static final int MOST_EVENT_ID = 1_000;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,60}");
    private static final List<String> LIST_KEYS = List.of(TableShape.PK, TableShape.SK, TableShape.SCOPE,
            TableShape.RANK);

    private final DynamoDbClient dynamo;
    private final String table;
    private final Seal seal;
    private final List<String> subdistricts;
    private final Map<String, FunctionSpec> collections = new HashMap<>();

    Query(DynamoDbClient dynamo, String table, Seal seal, List<String> subdistricts, List<FunctionSpec> functions) {
        super(subdistricts);
        this.dynamo = dynamo;
        this.table = table;
        this.seal = seal;
        this.subdistricts = subdistricts;
        functions.forEach(function -> {
            var serves = function.serves();
            if (serves != null) {
                collections.put(serves.path(), function);
            }
        });
    }

    @Override
    Answer answer(Request request, Caller caller) {
        var path = List.of(request.path().split("/")).stream().skip(2).map(Query::decoded).toList();
        var function = path.isEmpty() ? null : collections.get(path.getFirst());
        if (function == null) {
            throw notFound();
        }
        var parameters = request.parameters();
        if (path.size() == 4 && path.get(2).equals("journal")) {
            return one(function, path.get(1), path.get(3), caller);
        }
        if (!mayRead(function, caller)) {
            throw new Problem(403, "role-may-not-read", "Your role may not read this collection.");
        }
        return switch (path.size()) {
            case 1 -> list(function, parameters, caller);
            case 2 -> new Answer(200, state(function, path.get(1), caller));
            case 3 -> {
                if (!path.get(2).equals("journal")) {
                    throw notFound();
                }
                yield journal(function, path.get(1), parameters, caller);
            }
            default -> throw notFound();
        };
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private Map<String, Object> state(FunctionSpec function, String id, Caller caller) {
        var item = visible(function, id, caller);
        if (item == null) {
            throw notFound();
        }
        return summary(function, item, caller);
    }

    private Answer journal(FunctionSpec function, String id, Map<String, String> parameters, Caller caller) {
        if (visible(function, id, caller) == null) {
            throw notFound();
        }
        var from = startingAt(parameters, List.of(TableShape.PK, TableShape.SK));
        if (!from.isEmpty() && !from.get(TableShape.PK).s().equals(function.key(id))) {
            throw malformedCursor();
        }
        var page = query(from,
                query -> query.limit(100).keyConditionExpression("pk = :key AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(
                                Map.of(":key", fromS(function.key(id)), ":prefix", fromS(Journal.ENTRY_PREFIX))));
        var entries = page.items().stream()
                .sorted(Comparator.comparing(item -> Long.parseLong(item.get(TableShape.VERSION).n())))
                .map(item -> entry(function, item, caller)).toList();
        return new Answer(200, paged(entries, page.lastEvaluatedKey()));
    }

    /** What became of one event: whoever may read the aggregate sees the entry, whoever posted the event its receipt. */
    private Answer one(FunctionSpec function, String id, String eventId, Caller caller) {
        checkId(id);
        if (eventId.getBytes(StandardCharsets.UTF_8).length > MOST_EVENT_ID) {
            throw notFound();
        }
        var items = dynamo
                .query(query -> query.tableName(table).keyConditionExpression("pk = :key AND begins_with(sk, :entry)")
                        .expressionAttributeValues(Map.of(":key", fromS(function.key(id)), ":entry",
                                fromS(Journal.ENTRY_PREFIX + eventId))))
                .items().stream().filter(item -> belongsTo(item, eventId)).toList();
        if (items.isEmpty()) {
            throw notFound();
        }
        var reader = mayRead(function, caller) && visible(function, id, caller) != null;
        var shown = reader ? items : items.stream().filter(item -> isSender(item, caller)).toList();
        if (shown.isEmpty()) {
            throw notFound();
        }
        var entry = reader ? entry(function, items.getFirst(), caller) : receipt(shown.getFirst());
        if (shown.size() > 1) {
            entry.put("conflicts", shown.stream().skip(1).map(Query::receipt).toList());
        }
        return new Answer(200, entry);
    }

    /** Whoever posted it; what followed bears the same actor, and is no business of the sender's. */
    private static boolean isSender(Map<String, AttributeValue> item, Caller caller) {
        var event = EventJson.read(item.get(TableShape.EVENT).s());
        return event.role() != Role.SYSTEM && event.actor().equals(caller.subject());
    }

    private static boolean belongsTo(Map<String, AttributeValue> item, String eventId) {
        var sortKey = item.get(TableShape.SK).s();
        var own = Journal.ENTRY_PREFIX + eventId;
        return sortKey.equals(own) || sortKey.startsWith(own + "/");
    }

    /** One list of one subdistrict; of all of them, one after the other, for whoever reads the whole bureau. */
    private Answer list(FunctionSpec function, Map<String, String> parameters, Caller caller) {
        var subdistrict = parameters.getOrDefault("subdistrict", caller.role().isLocal() ? caller.subdistrict() : null);
        if (subdistrict != null && !caller.mayActIn(subdistrict)) {
            throw new Problem(403, "outside-subdistrict", "You may read your own subdistrict alone.");
        }
        if (subdistrict != null && !isSubdistrict(subdistrict)) {
            throw malformed("subdistrict");
        }
        for (var name : List.of("status", "list")) {
            if (parameters.containsKey(name) && !WORD.matcher(parameters.get(name)).matches()) {
                throw malformed(name);
            }
        }
        var list = parameters.get("list");
        if (list != null && parameters.containsKey("status")) {
            throw new Problem(400, "list-or-status", "Ask for ?list= or for ?status=, not for both.");
        }
        var scopes = (subdistrict == null ? subdistricts : List.of(subdistrict)).stream()
                .map(one -> TableShape.scope(function.name(), one, list)).toList();
        var from = startingAt(parameters, LIST_KEYS);
        var first = from.isEmpty() ? 0 : scopes.indexOf(from.get(TableShape.SCOPE).s());
        if (first < 0) {
            throw malformedCursor();
        }
        var found = new ArrayList<Map<String, AttributeValue>>();
        var more = false;
        for (int i = first; i < scopes.size() && found.size() < PAGE; i++) {
            var page = entries(scopes.get(i), parameters.get("status"), i == first ? from : Map.of(),
                    PAGE - found.size());
            found.addAll(page.items());
            more = page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty() || i + 1 < scopes.size();
        }
        var states = list == null ? found : states(found);
        var last = found.size() == PAGE && more ? keyOf(found.getLast(), LIST_KEYS) : Map.<String, AttributeValue>of();
        return new Answer(200, paged(states.stream().map(item -> summary(function, item, caller)).toList(), last));
    }

    private QueryResponse entries(String scope, @Nullable String status, Map<String, AttributeValue> from, int most) {
        var values = new HashMap<>(Map.of(":scope", fromS(scope)));
        var names = new HashMap<>(Map.of("#scope", TableShape.SCOPE));
        if (status != null) {
            values.put(":status", fromS(status + "/"));
            names.put("#rank", TableShape.RANK);
        }
        return query(from, query -> query.indexName(TableShape.BY_SCOPE).limit(most)
                .keyConditionExpression("#scope = :scope" + (status == null ? "" : " AND begins_with(#rank, :status)"))
                .expressionAttributeNames(names).expressionAttributeValues(values));
    }

    /** A page from a key on, which a caller may have made up: DynamoDB says whether it lies within what is asked for. */
    private QueryResponse query(Map<String, AttributeValue> from, Consumer<QueryRequest.Builder> what) {
        try {
            return dynamo.query(
                    query -> what.accept(query.tableName(table).exclusiveStartKey(from.isEmpty() ? null : from)));
        } catch (DynamoDbException e) {
            throw from.isEmpty() || e.statusCode() != 400 ? e : malformedCursor();
        }
    }

    /** The states behind a further list's entries, in the list's order; one gone meanwhile is left out. */
    private List<Map<String, AttributeValue>> states(List<Map<String, AttributeValue>> entries) {
        var found = new HashMap<String, Map<String, AttributeValue>>();
        var wanted = entries.stream()
                .map(entry -> Map.of(TableShape.PK, entry.get(TableShape.PK), TableShape.SK, fromS(Journal.STATE_KEY)))
                .toList();
        while (!wanted.isEmpty()) {
            var keys = wanted;
            var answer = dynamo.batchGetItem(
                    get -> get.requestItems(Map.of(table, KeysAndAttributes.builder().keys(keys).build())));
            answer.responses().getOrDefault(table, List.of())
                    .forEach(item -> found.put(item.get(TableShape.PK).s(), item));
            wanted = answer.unprocessedKeys().containsKey(table)
                    ? answer.unprocessedKeys().get(table).keys()
                    : List.of();
        }
        return entries.stream().map(entry -> found.get(entry.get(TableShape.PK).s())).filter(Objects::nonNull).toList();
    }

    private @Nullable Map<String, AttributeValue> visible(FunctionSpec function, String id, Caller caller) {
        checkId(id);
        var item = dynamo
                .getItem(get -> get.tableName(table).consistentRead(true)
                        .key(Map.of(TableShape.PK, fromS(function.key(id)), TableShape.SK, fromS(Journal.STATE_KEY))))
                .item();
        if (item.isEmpty()) {
            return null;
        }
        var scope = item.get(TableShape.SCOPE);
        var subdistrict = scope == null ? null : scope.s().substring(function.name().length() + 1);
        return caller.mayActIn(subdistrict) ? item : null;
    }

    private static void checkId(String id) {
        if (!id.matches(Id.PATTERN)) {
            throw notFound();
        }
    }

    private static boolean mayRead(FunctionSpec function, Caller caller) {
        var serves = function.serves();
        return serves != null && serves.readers().contains(caller.role());
    }

    private Map<String, Object> summary(FunctionSpec function, Map<String, AttributeValue> item, Caller caller) {
        var serves = Objects.requireNonNull(function.serves());
        var state = EventJson.readState(item.get(TableShape.STATE).s(), serves.stateType());
        var summary = new LinkedHashMap<String, Object>();
        summary.put("key", item.get(TableShape.PK).s());
        summary.put("version", Long.parseLong(item.get(TableShape.VERSION).n()));
        summary.put("status", state.status());
        if (state.due() != null) {
            summary.put("due", state.due());
        }
        summary.put("state", EventJson.shown(state, view(function, caller)));
        return summary;
    }

    private Map<String, Object> entry(FunctionSpec function, Map<String, AttributeValue> item, Caller caller) {
        var entry = receipt(item);
        entry.put("rule", item.get(TableShape.RULE).s());
        entry.put("version", Long.parseLong(item.get(TableShape.VERSION).n()));
        var view = view(function, caller);
        var event = EventJson.read(item.get(TableShape.EVENT).s());
        entry.put("event", EventJson.shown(event, view));
        event.late().ifPresent(late -> entry.put("late", late.toString()));
        if (item.containsKey(TableShape.FACTS)) {
            entry.put("facts", facts(item));
        }
        var emitted = new ArrayList<Object>();
        if (item.containsKey(TableShape.EMITTED)) {
            EventJson.readAll(item.get(TableShape.EMITTED).s())
                    .forEach(each -> emitted.add(EventJson.shown(each, view)));
        }
        entry.put("emitted", emitted);
        return entry;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(Map<String, AttributeValue> item) {
        var facts = item.get(TableShape.FACTS);
        return facts == null ? Map.of() : EventJson.readState(facts.s(), Map.class);
    }

    /** What a sender may know. Nothing of the aggregate, which may be none of the sender's business: not even its version. */
    private static Map<String, Object> receipt(Map<String, AttributeValue> item) {
        var receipt = new LinkedHashMap<String, Object>();
        receipt.put("id", item.get(TableShape.SK).s().split("/", 3)[1]);
        receipt.put("outcome", item.get(TableShape.OUTCOME).s());
        receipt.put("rule", facts(item).getOrDefault(Journal.TOLD, item.get(TableShape.RULE).s()));
        receipt.put("policy", item.get(TableShape.POLICY).s());
        receipt.put("at", item.get(TableShape.AT).s());
        return receipt;
    }

    /** What the caller sees of a sealed text: whoever does not work with names sees none. */
    private Function<Sealable, String> view(FunctionSpec function, Caller caller) {
        var names = Objects.requireNonNull(function.serves()).seesNames().contains(caller.role());
        return text -> names || text instanceof Confidential ? seal.open(text.value()) : Sealable.MASK;
    }

    private static Map<String, Object> paged(List<Map<String, Object>> items, Map<String, AttributeValue> last) {
        var page = new LinkedHashMap<String, Object>();
        page.put("items", items);
        if (!last.isEmpty()) {
            var key = new HashMap<String, String>();
            last.forEach((name, value) -> key.put(name, value.s()));
            page.put("cursor", Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(EventJson.writeState(key).getBytes(StandardCharsets.UTF_8)));
        }
        return page;
    }

    private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item, List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, item::get));
    }

    /** The key the last page ended with; empty for the first page. */
    private static Map<String, AttributeValue> startingAt(Map<String, String> parameters, List<String> names) {
        var cursor = parameters.get("cursor");
        if (cursor == null) {
            return Map.of();
        }
        try {
            var key = EventJson.readState(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8),
                    Map.class);
            return names.stream().collect(
                    Collectors.toMap(name -> name, name -> fromS((String) Objects.requireNonNull(key.get(name)))));
        } catch (RuntimeException e) {
            throw malformedCursor();
        }
    }

    private static Problem malformed(String parameter) {
        return new Problem(400, "malformed-parameter", "There is no such " + parameter + ".");
    }

    private static Problem malformedCursor() {
        return new Problem(400, "malformed-cursor", "Pass the cursor exactly as the last page gave it.");
    }

    private static Problem notFound() {
        return new Problem(404, "not-found", "There is nothing here for you.");
    }
}
