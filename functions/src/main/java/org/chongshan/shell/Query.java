package org.chongshan.shell;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Key;
import org.chongshan.core.Listing;
import org.chongshan.core.Policy;
import org.chongshan.core.Rendering;
import org.chongshan.core.Sheet;
import org.chongshan.core.Status;
import org.chongshan.events.Id;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.json.EventJson;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@code GET} on a programme's collections: state, journal, what became of one event, lists. What lies outside the
 * caller's subdistrict answers exactly as what does not exist. {@link Records} reads, {@link Shown} says what is seen of it.
 */
final class Query extends Http {
    private static final int PAGE = 50;
    /** Bytes; longer than any id there is, and short enough for a sort key. */
    private static final int MOST_EVENT_ID = 1_000;
    private static final String SUBDISTRICT = "subdistrict";
    private static final String STATUS = "status";
    private static final String LIST = "list";
    private static final String CURSOR = "cursor";
    private static final String AS = "as";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    /** What orders a list, or the beginning of it: instants, days, ids. */
    private static final String RANK = "[A-Za-z0-9][A-Za-z0-9:._-]{0,99}";
    private static final Records.Range EVERYTHING = Records.Range.of(null, null, null);
    private static final int SHEET_PAGE = 1_000;
    private static final List<String> ITEM_KEY = List.of(TableShape.PK, TableShape.SK);
    private static final List<String> LIST_KEY = List.of(TableShape.PK, TableShape.SK, TableShape.SCOPE,
            TableShape.RANK);

    private final Records stored;
    private final Seal seal;
    private final List<String> subdistricts;
    private final Map<String, Collection<?, ?>> collections = new HashMap<>();
    private final Map<String, Collection<?, ?>> byName = new HashMap<>();
    private final Policy policy;

    /**
     * Reads the collections of one programme.
     *
     * @param programme   whose
     * @param collections of every programme
     */
    Query(Records stored, Seal seal, List<String> subdistricts, Programme programme, List<Collection<?, ?>> collections,
            Policy policy) {
        super(subdistricts);
        this.policy = policy;
        this.stored = stored;
        this.seal = seal;
        this.subdistricts = subdistricts;
        for (var collection : collections) {
            byName.put(collection.name(), collection);
            if (collection.programme() == programme) {
                this.collections.put(collection.path(), collection);
            }
        }
    }

    @Override
    Answer answer(Request request, Caller caller) {
        var path = List.of(request.path().split("/")).stream().skip(2).map(Query::decoded).toList();
        var collection = path.isEmpty() ? null : collections.get(path.getFirst());
        if (collection == null) {
            throw Problem.NOT_FOUND.occurrence();
        }
        var parameters = request.parameters();
        if (path.size() == 4 && path.get(2).equals("journal")) {
            known(parameters, Set.of());
            return one(collection, path.get(1), path.get(3), caller);
        }
        if (!reads(collection, caller) && !collection.confiding().contains(caller.role())) {
            throw Problem.ROLE_MAY_NOT_READ.occurrence();
        }
        return switch (path.size()) {
            case 1 ->
                list(collection, known(parameters, Set.of(SUBDISTRICT, STATUS, LIST, CURSOR, AS, FROM, UNTIL)), caller);
            case 2 -> {
                var sheet = collection.sheets().stream().filter(one -> path.get(1).matches(one.names())).findFirst();
                if (sheet.isPresent() && reads(collection, caller)) {
                    yield sheet(collection, sheet.get(), path.get(1), parameters, caller);
                }
                known(parameters, Set.of());
                yield state(collection, path.get(1), caller);
            }
            case 3 -> {
                if (!path.get(2).equals("journal")) {
                    throw Problem.NOT_FOUND.occurrence();
                }
                yield journal(collection, path.get(1), known(parameters, Set.of(CURSOR)), caller);
            }
            default -> throw Problem.NOT_FOUND.occurrence();
        };
    }

    private static boolean reads(Collection<?, ?> collection, Caller caller) {
        return collection.readers().contains(caller.role());
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.NOT_FOUND.occurrence();
        }
    }

    /** A parameter nobody knows would be taken for one that does something. */
    private static Map<String, String> known(Map<String, String> parameters, Set<String> names) {
        if (!names.containsAll(parameters.keySet())) {
            throw Problem.MALFORMED_PARAMETER.occurrence("There is no such parameter here" + (names.isEmpty()
                    ? "."
                    : "; there are " + names.stream().sorted().collect(Collectors.joining(", ")) + "."));
        }
        return parameters;
    }

    private Answer state(Collection<?, ?> collection, String id, Caller caller) {
        return new Answer(200, shown(collection, caller).summary(visible(collection, id, caller)));
    }

    /** Every record of the subdistricts that are read, as one table. */
    @SuppressWarnings("unchecked")
    private <S extends Aggregate> Answer sheet(Collection<?, ?> collection, Sheet<S> sheet, String name,
            Map<String, String> parameters, Caller caller) {
        var may = new TreeSet<>(sheet.parameters());
        may.add(SUBDISTRICT);
        known(parameters, may);
        var records = new ArrayList<S>();
        for (var subdistrict : subdistricts(parameters.get(SUBDISTRICT), caller)) {
            var scope = TableShape.scope(collection.name(), subdistrict, null);
            var next = Map.<String, AttributeValue>of();
            do {
                var page = stored.list(scope, EVERYTHING, next, SHEET_PAGE);
                page.items().stream().filter(item -> item.containsKey(TableShape.STATE))
                        .forEach(item -> records.add((S) Shown.state(collection, item)));
                next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
            } while (!next.isEmpty());
        }
        try {
            return new Answer(200, sheet.of(name, parameters, records, policy));
        } catch (IllegalArgumentException e) {
            throw Problem.MALFORMED_PARAMETER.occurrence(String.valueOf(e.getMessage()));
        }
    }

    private Answer journal(Collection<?, ?> collection, String id, Map<String, String> parameters, Caller caller) {
        visible(collection, id, caller);
        var key = collection.key(id);
        var from = Cursor.read(parameters.get(CURSOR), ITEM_KEY);
        if (!from.isEmpty() && !from.get(TableShape.PK).s().equals(key.toString())) {
            throw Problem.MALFORMED_CURSOR.occurrence();
        }
        var page = stored.journal(key, from.isEmpty() ? null : from.get(TableShape.SK).s());
        var shown = shown(collection, caller);
        return new Answer(200, Shown.page(page.items().stream().map(shown::entry).toList(), Cursor.of(page.last())));
    }

    /** What became of one event: whoever may read the aggregate sees the entry, whoever posted the event its receipt. */
    private Answer one(Collection<?, ?> collection, String id, String eventId, Caller caller) {
        checkId(id);
        if (eventId.getBytes(StandardCharsets.UTF_8).length > MOST_EVENT_ID) {
            throw Problem.NOT_FOUND.occurrence();
        }
        var items = stored.entries(collection.key(id), eventId);
        if (items.isEmpty()) {
            throw Problem.NOT_FOUND.occurrence();
        }
        var reader = isVisible(collection, stored.state(collection.key(id)), caller);
        var shown = reader ? items : items.stream().filter(item -> isSender(item, caller)).toList();
        if (shown.isEmpty()) {
            throw Problem.NOT_FOUND.occurrence();
        }
        var entry = reader ? shown(collection, caller).entry(items.getFirst()) : Shown.receipt(shown.getFirst());
        if (shown.size() > 1) {
            entry.put("conflicts", shown.stream().skip(1).map(Shown::receipt).toList());
        }
        return new Answer(200, entry);
    }

    /** Whoever posted it; what followed bears the same actor, and is no business of the sender's. */
    private static boolean isSender(Map<String, AttributeValue> item, Caller caller) {
        var event = EventJson.read(item.get(TableShape.EVENT).s());
        return event.role() != Role.SYSTEM && event.actor().equals(caller.subject());
    }

    /** One list of one subdistrict; of all of them, one after the other, for whoever reads the whole bureau. */
    private Answer list(Collection<?, ?> collection, Map<String, String> parameters, Caller caller) {
        var list = parameters.get(LIST);
        var status = parameters.get(STATUS);
        if (list != null && status != null) {
            throw Problem.LIST_OR_STATUS.occurrence();
        }
        var where = subdistricts(parameters.get(SUBDISTRICT), caller);
        oneOf(STATUS, status, Stream.concat(collection.statuses().stream().map(Status::word), Early.WORDS.stream()));
        oneOf(LIST, list, collection.lists().stream().map(Listing::word));
        var rendering = rendering(collection, parameters.get(AS));
        var range = range(parameters.get(FROM), parameters.get(UNTIL), status, list);
        var scopes = where.stream().map(one -> TableShape.scope(collection.name(), one, list)).toList();
        var from = Cursor.read(parameters.get(CURSOR), LIST_KEY);
        var first = from.isEmpty() ? 0 : scopes.indexOf(from.get(TableShape.SCOPE).s());
        if (first < 0) {
            throw Problem.MALFORMED_CURSOR.occurrence();
        }
        var found = new ArrayList<Map<String, AttributeValue>>();
        var more = false;
        for (int i = first; i < scopes.size() && found.size() < PAGE; i++) {
            var next = i == first ? from : Map.<String, AttributeValue>of();
            do {
                var page = stored.list(scopes.get(i), range, next, PAGE - found.size());
                found.addAll(reads(collection, caller)
                        ? page.items()
                        : confided(collection, page.items(), list != null, caller));
                next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
            } while (!next.isEmpty() && found.size() < PAGE);
            more = !next.isEmpty() || i + 1 < scopes.size();
        }
        var last = found.size() == PAGE && more ? keyOf(found.getLast()) : Map.<String, AttributeValue>of();
        var shown = shown(collection, caller);
        var items = (list == null ? found : stored.states(found)).stream().filter(item -> isBegunFor(item, caller));
        return new Answer(200,
                rendering == null
                        ? Shown.page(items.map(shown::summary).toList(), Cursor.of(last))
                        : Shown.page(rendering.member(),
                                items.flatMap(item -> shown.rendered(rendering, item)).toList(), Cursor.of(last)));
    }

    private static @Nullable Rendering<?> rendering(Collection<?, ?> collection, @Nullable String asked) {
        oneOf(AS, asked, collection.renderings().stream().map(Rendering::word));
        return collection.renderings().stream().filter(one -> one.word().equals(asked)).findAny().orElse(null);
    }

    /** What lies between two places in the order of one list. */
    private static Records.Range range(@Nullable String from, @Nullable String until, @Nullable String status,
            @Nullable String list) {
        if ((from != null || until != null) && status == null && list == null) {
            throw Problem.MALFORMED_PARAMETER
                    .occurrence("A list has one order by " + STATUS + " or " + LIST + ": name one beside the range.");
        }
        for (var place : Stream.of(from, until).filter(Objects::nonNull).toList()) {
            if (!place.matches(RANK)) {
                throw Problem.MALFORMED_PARAMETER.occurrence("A place in a list is an instant, a day or an id.");
            }
        }
        return Records.Range.of(status, from, until);
    }

    /** Of a list's items those of records that confide in the caller: a cursor names no other. */
    private List<Map<String, AttributeValue>> confided(Collection<?, ?> collection,
            List<Map<String, AttributeValue>> items, boolean entries, Caller caller) {
        var own = (entries ? stored.states(items) : items).stream()
                .filter(item -> Shown.isConfided(collection, item, caller)).map(item -> item.get(TableShape.PK))
                .collect(Collectors.toSet());
        return items.stream().filter(item -> own.contains(item.get(TableShape.PK))).toList();
    }

    private List<String> subdistricts(@Nullable String asked, Caller caller) {
        var subdistrict = asked == null && caller.role().isLocal() ? caller.subdistrict() : asked;
        if (subdistrict == null) {
            return subdistricts;
        }
        if (!caller.mayActIn(subdistrict)) {
            throw Problem.OUTSIDE_SUBDISTRICT.occurrence();
        }
        if (!isSubdistrict(subdistrict)) {
            throw Problem.MALFORMED_PARAMETER.occurrence("There is no such " + SUBDISTRICT + ".");
        }
        return List.of(subdistrict);
    }

    /** What a collection does not have is an error and no empty list. */
    private static void oneOf(String parameter, @Nullable String value, Stream<String> words) {
        var known = words.sorted().toList();
        if (value != null && !known.contains(value)) {
            throw Problem.MALFORMED_PARAMETER.occurrence("There is no such " + parameter + "; there are "
                    + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
        }
    }

    private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        return LIST_KEY.stream().collect(Collectors.toMap(name -> name, item::get));
    }

    private Map<String, AttributeValue> visible(Collection<?, ?> collection, String id, Caller caller) {
        checkId(id);
        var item = stored.state(collection.key(id));
        if (item == null || !isVisible(collection, item, caller)) {
            throw Problem.NOT_FOUND.occurrence();
        }
        return item;
    }

    private static boolean isVisible(Collection<?, ?> collection, @Nullable Map<String, AttributeValue> item,
            Caller caller) {
        if (item == null || !reads(collection, caller) && !Shown.isConfided(collection, item, caller)) {
            return false;
        }
        var scope = Objects.requireNonNull(item.get(TableShape.SCOPE), "an aggregate belongs somewhere").s();
        return caller.mayActIn(Key.parse(scope).id()) && isBegunFor(item, caller);
    }

    /**
     * What has not begun is seen by whoever reads the whole bureau: in one subdistrict it would tell that nothing of that id
     * lies in another. Whoever posted what waits has the receipt.
     */
    private static boolean isBegunFor(Map<String, AttributeValue> item, Caller caller) {
        return item.containsKey(TableShape.STATE) || !caller.role().isLocal();
    }

    private static void checkId(String id) {
        if (!id.matches(Id.PATTERN)) {
            throw Problem.NOT_FOUND.occurrence();
        }
    }

    private Shown shown(Collection<?, ?> collection, Caller caller) {
        return new Shown(collection, seal, caller, byName);
    }
}
