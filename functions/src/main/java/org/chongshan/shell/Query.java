package org.chongshan.shell;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Key;
import org.chongshan.core.Listing;
import org.chongshan.core.Policy;
import org.chongshan.core.Rendering;
import org.chongshan.core.Sheet;
import org.chongshan.core.Status;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Id;
import org.chongshan.events.Role;
import org.chongshan.events.json.EventJson;
import org.chongshan.shell.Problem.Exactly;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET} on a programme's collections: state, journal, what became of one event, lists; {@code POST} on what became of many. What lies outside the
 * caller's subdistrict answers exactly as what does not exist. {@link Records} reads, {@link Shown} says what is seen of it; a list, a
 * sheet or a journal is taken away as a file by {@link Export}.
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
    /** In place of one. */
    private static final String NO_ID = "-";
    private static final Records.Range EVERYTHING = Records.Range.of(null, null, null);
    private static final String FORMAT = "format";
    private static final String SINCE = "since";
    /** Of a batch there are as many. */
    private static final int MOST_OUTCOMES = Ingest.MOST_EVENTS;
    /** Of what is read to its end. */
    private static final int WHOLE_PAGE = 1_000;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")
            .withZone(WorkingDays.ZONE);
    private static final List<String> ITEM_KEY = List.of(TableShape.PK, TableShape.SK);
    private static final List<String> LIST_KEY = List.of(TableShape.PK, TableShape.SK, TableShape.SCOPE,
            TableShape.RANK);

    private final Records stored;
    private final Seal seal;
    private final List<String> subdistricts;
    private final Map<String, Collection<?, ?>> collections = new HashMap<>();
    private final Map<String, Collection<?, ?>> byName = new HashMap<>();
    private final Policy policy;
    private final Disclosures disclosures;
    private final String outcomesPath;
    private final InstantSource clock;

    /**
     * Reads the collections of one programme.
     *
     * @param function    the programme's
     * @param collections of every programme
     * @param disclosures where it is stated what is taken away
     */
    Query(Records stored, Seal seal, List<String> subdistricts, FunctionSpec.Query function,
            List<Collection<?, ?>> collections, Policy policy, Disclosures disclosures, InstantSource clock) {
        super(subdistricts);
        this.clock = clock;
        this.outcomesPath = function.outcomesPath();
        this.disclosures = disclosures;
        this.policy = policy;
        this.stored = stored;
        this.seal = seal;
        this.subdistricts = subdistricts;
        for (var collection : collections) {
            byName.put(collection.name(), collection);
            if (collection.programme() == function.programme()) {
                this.collections.put(collection.path(), collection);
            }
        }
    }

    @Override
    List<String> methods(Request request) {
        return request.path().equals(outcomesPath) ? List.of("POST") : READ;
    }

    @Override
    Answer answer(Request request, Caller caller) {
        if (request.path().equals(outcomesPath)) {
            known(request.parameters(), Set.of());
            return outcomes(Body.json(request), caller, request.language());
        }
        var path = List.of(request.path().split("/")).stream().skip(2).map(Query::decoded).toList();
        var collection = path.isEmpty() ? null : collections.get(path.getFirst());
        if (collection == null) {
            throw Problem.NOT_FOUND.occurrence();
        }
        var asked = new Asked(request, path, request.parameters(), caller);
        var parameters = asked.parameters;
        if (path.size() == 4 && path.get(2).equals("journal")) {
            known(parameters, Set.of());
            return one(collection, path.get(1), path.get(3), caller);
        }
        if (!reads(collection, caller) && !collection.confiding().contains(caller.role())) {
            throw Problem.ROLE_MAY_NOT_READ.occurrence();
        }
        return switch (path.size()) {
            case 1 -> {
                known(parameters, Set.of(SUBDISTRICT, STATUS, LIST, CURSOR, AS, FROM, UNTIL, FORMAT, SINCE));
                yield parameters.containsKey(SINCE) ? changes(collection, asked) : list(collection, asked);
            }
            case 2 -> {
                var sheet = collection.sheets().stream().filter(one -> path.get(1).matches(one.names())).findFirst();
                if (sheet.isPresent() && reads(collection, caller)) {
                    yield sheet(collection, sheet.get(), asked);
                }
                known(parameters, Set.of());
                yield state(collection, path.get(1), caller);
            }
            case 3 -> {
                if (!path.get(2).equals("journal")) {
                    throw Problem.NOT_FOUND.occurrence();
                }
                known(parameters, Set.of(CURSOR, FROM, UNTIL, FORMAT));
                yield journal(collection, asked);
            }
            default -> throw Problem.NOT_FOUND.occurrence();
        };
    }

    /**
     * A read.
     *
     * @param path below the version
     */
    private record Asked(Request request, List<String> path, Map<String, String> parameters, Caller caller) {
        @Nullable
        String by(String parameter) {
            return parameters.get(parameter);
        }

        /** What it is to be taken away as, whole and in the platform's own form; null to be read here. */
        @Nullable
        Format format() {
            oneOf(FORMAT, by(FORMAT), Format.words());
            var format = Format.of(by(FORMAT));
            if (format != null && (by(CURSOR) != null || by(AS) != null)) {
                throw Problem.MALFORMED_PARAMETER.occurrence(Exactly.FILE_IS_WHOLE, CURSOR, AS);
            }
            return format;
        }

        /**
         * In one line, once every part of it is known to be good.
         *
         * @param ids whether ids may stand in it; a place in a list may be one
         */
        String written(boolean ids) {
            var where = ids || path.size() < 2
                    ? path
                    : Stream.of(path.subList(0, 1), List.of(NO_ID), path.subList(2, path.size())).flatMap(List::stream)
                            .toList();
            return "/v1/" + String.join("/", where)
                    + parameters.entrySet().stream()
                            .map(one -> one.getKey() + "="
                                    + (!ids && Set.of(FROM, UNTIL).contains(one.getKey()) ? NO_ID : one.getValue()))
                            .sorted().collect(Collectors.joining("&", "?", ""));
        }

        String fileName(Format format, Instant at) {
            var parts = new ArrayList<>(path);
            Stream.of(SUBDISTRICT, STATUS, LIST).map(this::by).filter(Objects::nonNull).forEach(parts::add);
            return String.join("-", parts) + "-" + STAMP.format(at) + "." + format.word();
        }
    }

    /** What fills a file, and says of which subdistrict how many rows are. */
    private interface Filling {
        Map<String, Integer> into(Export export);
    }

    /** The answer as a file, and before that who takes it away. */
    private Answer file(Collection<?, ?> collection, Asked asked, Format format, Columns columns, Filling filling) {
        var rows = new TreeMap<String, Integer>();
        var content = Export.of(format, columns, export -> rows.putAll(filling.into(export)));
        // Whoever may not read a record is not told of it here.
        var written = asked.written(collection.readers().containsAll(disclosures.readers()));
        var at = disclosures.exported(asked.caller, asked.request.id(), written, rows);
        return new Answer(200, new File(format.mediaType(), asked.fileName(format, at), content));
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
            throw names.isEmpty()
                    ? Problem.MALFORMED_PARAMETER.occurrence(Exactly.NO_PARAMETERS)
                    : Problem.MALFORMED_PARAMETER.occurrence(Exactly.NO_SUCH_PARAMETER,
                            names.stream().sorted().collect(Collectors.joining(", ")));
        }
        return parameters;
    }

    private Answer state(Collection<?, ?> collection, String id, Caller caller) {
        return new Answer(200, shown(collection, caller).summary(visible(collection, id, caller)));
    }

    /** Every record of the subdistricts that are read, as one table. */
    @SuppressWarnings("unchecked")
    private <S extends Aggregate> Answer sheet(Collection<?, ?> collection, Sheet<S> sheet, Asked asked) {
        var own = new HashMap<>(asked.parameters);
        own.keySet().removeAll(Set.of(SUBDISTRICT, FORMAT));
        known(own, sheet.parameters());
        var format = asked.format();
        var name = asked.path.get(1);
        var where = subdistricts(asked.by(SUBDISTRICT), asked.caller);
        var records = new ArrayList<S>();
        for (var subdistrict : where) {
            each(collection, subdistrict, null, EVERYTHING, asked.caller, item -> {
                if (item.containsKey(TableShape.STATE)) {
                    records.add((S) Shown.state(collection, item));
                }
            });
        }
        try {
            if (format == null) {
                return new Answer(200, sheet.of(name, own, records, policy));
            }
            return file(collection, asked, format, Columns.of(sheet.columns()), export -> {
                sheet.rows(name, own, records, policy).forEach(export::add);
                return where.stream().collect(Collectors.toMap(one -> one, _ -> export.rows()));
            });
        } catch (Sheet.Unreadable e) {
            throw switch (e.should()) {
                case BE_A_DAY -> Problem.MALFORMED_PARAMETER.occurrence(Exactly.NO_DAY, e.parameter());
                case BE_OF_THE_YEAR ->
                    Problem.MALFORMED_PARAMETER.occurrence(Exactly.NO_DAY_OF_THE_YEAR, e.parameter());
                case BE_ONE_OF -> Problem.MALFORMED_PARAMETER.occurrence(Exactly.NO_SUCH_WORD, e.parameter(),
                        String.join(", ", e.known()));
            };
        }
    }

    private Answer journal(Collection<?, ?> collection, Asked asked) {
        var record = visible(collection, asked.path.get(1), asked.caller);
        var key = collection.key(asked.path.get(1));
        var format = asked.format();
        var within = Records.Range.of(null, place(asked.by(FROM)), place(asked.by(UNTIL)));
        var shown = shown(collection, asked.caller);
        if (format != null) {
            return file(collection, asked, format, Shown.entryColumns(), export -> {
                stored.journal(key, within, item -> export.add(shown.entry(item)));
                return Map.of(subdistrictOf(record), export.rows());
            });
        }
        var from = Cursor.read(asked.by(CURSOR), ITEM_KEY);
        if (!from.isEmpty() && !from.get(TableShape.PK).s().equals(key.toString())) {
            throw Problem.MALFORMED_CURSOR.occurrence();
        }
        var page = stored.journal(key, within, from.isEmpty() ? null : from.get(TableShape.SK).s());
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

    /**
     * What became of many events, each as {@link #one} would say it, without the events themselves. What is not there and what
     * is not for the caller are one answer here too.
     */
    private Answer outcomes(JsonNode asked, Caller caller, Language language) {
        if (!asked.isArray() || asked.isEmpty() || asked.size() > MOST_OUTCOMES
                || !asked.valueStream().allMatch(JsonNode::isString)) {
            throw Problem.MALFORMED_OUTCOMES.occurrence();
        }
        var paths = asked.valueStream().map(path -> List.of(path.stringValue().split("/", -1))).toList();
        var places = paths.stream().map(this::place).toList();
        var found = stored.at(places.stream().flatMap(Optional::stream).toList());
        var results = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < paths.size(); i++) {
            var path = paths.get(i);
            results.add(places.get(i).map(found::get)
                    .flatMap(
                            there -> outcome(Objects.requireNonNull(collections.get(path.get(2))), path, there, caller))
                    .orElseGet(() -> Map.of("problem", Problem.NOT_FOUND.occurrence().document(language))));
        }
        return new Answer(200, Map.of("results", results));
    }

    /** Where the outcome lies that was promised as this path; empty when no such one can have been. */
    private Optional<Records.Place> place(List<String> path) {
        if (path.size() != 6 || !path.getFirst().isEmpty() || !path.get(1).equals("v1")
                || !path.get(4).equals("journal") || !path.get(3).matches(Id.PATTERN) || path.get(5).isEmpty()
                || path.get(5).getBytes(StandardCharsets.UTF_8).length > MOST_EVENT_ID) {
            return Optional.empty();
        }
        return Optional.ofNullable(collections.get(path.get(2)))
                .map(collection -> new Records.Place(collection.key(path.get(3)), path.get(5)));
    }

    private Optional<Map<String, Object>> outcome(Collection<?, ?> collection, List<String> path, Records.Found found,
            Caller caller) {
        var entry = found.entry();
        if (entry == null) {
            return Optional.empty();
        }
        if (isVisible(collection, found.state(), caller)) {
            return Optional.of(Shown.outcome(entry));
        }
        if (isSender(entry, caller)) {
            return Optional.of(Shown.receipt(entry));
        }
        // Somebody else's; the caller may have posted another content under its id.
        return stored.entries(collection.key(path.get(3)), path.get(5)).stream().filter(item -> isSender(item, caller))
                .findFirst().map(Shown::receipt);
    }

    /** Whoever posted it; what followed bears the same actor, and is no business of the sender's. */
    private static boolean isSender(Map<String, AttributeValue> item, Caller caller) {
        var event = EventJson.read(item.get(TableShape.EVENT).s());
        return event.role() != Role.SYSTEM && event.actor().equals(caller.subject());
    }

    /** One list of one subdistrict; of all of them, one after the other, for whoever reads the whole bureau. */
    private Answer list(Collection<?, ?> collection, Asked asked) {
        var caller = asked.caller;
        var list = asked.by(LIST);
        var status = asked.by(STATUS);
        var where = subdistricts(asked.by(SUBDISTRICT), caller);
        listOrStatus(collection, list, status);
        var rendering = rendering(collection, asked.by(AS));
        var range = range(collection, asked.by(FROM), asked.by(UNTIL), status, list);
        var format = asked.format();
        var shown = shown(collection, caller);
        if (format != null) {
            return file(collection, asked, format, Shown.summaryColumns(collection), export -> {
                var rows = new HashMap<String, Integer>();
                for (var subdistrict : where) {
                    var before = export.rows();
                    each(collection, subdistrict, list, range, caller, item -> export.add(shown.summary(item)));
                    rows.put(subdistrict, export.rows() - before);
                }
                return rows;
            });
        }
        var scopes = where.stream().map(one -> TableShape.scope(collection.name(), one, list)).toList();
        var from = Cursor.read(asked.by(CURSOR), LIST_KEY);
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
                found.addAll(readable(collection, page.items(), list, caller));
                next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
            } while (!next.isEmpty() && found.size() < PAGE);
            more = !next.isEmpty() || i + 1 < scopes.size();
        }
        var last = found.size() == PAGE && more ? keyOf(found.getLast()) : Map.<String, AttributeValue>of();
        var items = (list == null ? found : stored.states(found)).stream().filter(item -> isBegunFor(item, caller));
        return new Answer(200,
                rendering == null
                        ? Shown.page(items.map(shown::summary).toList(), Cursor.of(last))
                        : Shown.page(rendering.member(),
                                items.flatMap(item -> shown.rendered(rendering, item)).toList(), Cursor.of(last)));
    }

    private static void listOrStatus(Collection<?, ?> collection, @Nullable String list, @Nullable String status) {
        if (list != null && status != null) {
            throw Problem.LIST_OR_STATUS.occurrence();
        }
        oneOf(STATUS, status, Stream.concat(collection.statuses().stream().map(Status::word), Early.WORDS.stream()));
        oneOf(LIST, list, collection.lists().stream().map(Listing::word));
    }

    /**
     * What has changed in a subdistrict since somebody last asked: what stands in the collection, or in one list of it, and which
     * of what has changed does not, be it that it never did.
     */
    private Answer changes(Collection<?, ?> collection, Asked asked) {
        var caller = asked.caller;
        var list = asked.by(LIST);
        var status = asked.by(STATUS);
        if (Stream.of(CURSOR, AS, FROM, UNTIL, FORMAT).anyMatch(asked.parameters::containsKey)) {
            throw Problem.MALFORMED_PARAMETER.occurrence(Exactly.CHANGES_ALONE, SUBDISTRICT, STATUS, LIST);
        }
        var where = subdistricts(asked.by(SUBDISTRICT), caller);
        if (where.size() > 1) {
            throw Problem.MALFORMED_PARAMETER.occurrence(Exactly.CHANGES_OF_ONE, SUBDISTRICT);
        }
        listOrStatus(collection, list, status);
        var scope = TableShape.scope(collection.name(), where.getFirst(), null);
        var since = Objects.requireNonNull(asked.by(SINCE));
        var changes = Changes.read(since, scope, clock.instant());
        // Who has read nothing yet is given where to begin, and no more.
        var page = since.equals(Changes.NOW)
                ? QueryResponse.builder().build()
                : stored.changes(scope, changes.from(), changes.after(), PAGE);
        var shown = shown(collection, caller);
        var items = new ArrayList<Map<String, Object>>();
        var left = new ArrayList<String>();
        for (var item : stored.states(page.items())) {
            var here = item.get(TableShape.SCOPE).s().equals(scope);
            if (isBegunFor(item, caller) && (reads(collection, caller) || Shown.isConfided(collection, item, caller))
                    && (!here || changes.holds(item))) {
                if (here && isIn(collection, item, list, status)) {
                    items.add(shown.summary(item));
                } else {
                    left.add(item.get(TableShape.PK).s());
                }
            }
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("items", items);
        answer.put("left", left);
        answer.put(SINCE, changes.next(page.lastEvaluatedKey()));
        answer.put("more", page.hasLastEvaluatedKey());
        return new Answer(200, answer);
    }

    private static boolean isIn(Collection<?, ?> collection, Map<String, AttributeValue> item, @Nullable String list,
            @Nullable String status) {
        if (list == null) {
            return status == null || Shown.status(collection, item).equals(status);
        }
        return item.containsKey(TableShape.STATE)
                && Shown.state(collection, item).lists().keySet().stream().anyMatch(one -> one.word().equals(list));
    }

    /** Every record of one list of one subdistrict that the caller sees, in its order. */
    private void each(Collection<?, ?> collection, String subdistrict, @Nullable String list, Records.Range range,
            Caller caller, Consumer<Map<String, AttributeValue>> of) {
        var scope = TableShape.scope(collection.name(), subdistrict, list);
        var next = Map.<String, AttributeValue>of();
        do {
            var page = stored.list(scope, range, next, list == null ? WHOLE_PAGE : Records.MOST_ITEMS);
            var items = readable(collection, page.items(), list, caller);
            (list == null ? items : stored.states(items)).stream().filter(item -> isBegunFor(item, caller)).forEach(of);
            next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!next.isEmpty());
    }

    private List<Map<String, AttributeValue>> readable(Collection<?, ?> collection,
            List<Map<String, AttributeValue>> items, @Nullable String list, Caller caller) {
        return reads(collection, caller) ? items : confided(collection, items, list != null, caller);
    }

    private static @Nullable Rendering<?> rendering(Collection<?, ?> collection, @Nullable String asked) {
        oneOf(AS, asked, collection.renderings().stream().map(Rendering::word));
        return collection.renderings().stream().filter(one -> one.word().equals(asked)).findAny().orElse(null);
    }

    /** What lies between two places in the order of one list. */
    private static Records.Range range(Collection<?, ?> collection, @Nullable String from, @Nullable String until,
            @Nullable String status, @Nullable String list) {
        if ((from != null || until != null) && status == null && list == null) {
            throw Problem.MALFORMED_PARAMETER.occurrence(Exactly.RANGE_OF_ONE_LIST, STATUS, LIST);
        }
        // Where nothing else orders them an id stands behind nothing; what is early is ordered by since when.
        var byId = status != null && collection.isOrderedById() && !Early.WORDS.contains(status);
        var first = place(from);
        var last = place(until);
        return Records.Range.of(byId ? status + "/" : status, first, byId && last != null ? lastBefore(last) : last);
    }

    /** A range ends with its end: of ids, with all before one. */
    private static String lastBefore(String id) {
        var end = id.length() - 1;
        return id.substring(0, end) + (char) (id.charAt(end) - 1) + Records.Range.LAST;
    }

    /** What is asked for, once it can be a place in a list. */
    private static @Nullable String place(@Nullable String asked) {
        if (asked != null && !asked.matches(RANK)) {
            throw Problem.MALFORMED_PARAMETER.occurrence(Exactly.NO_PLACE);
        }
        return asked;
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
            throw Problem.MALFORMED_PARAMETER.occurrence(Exactly.NO_SUCH_SUBDISTRICT, SUBDISTRICT);
        }
        return List.of(subdistrict);
    }

    /** What a collection does not have is an error and no empty list. */
    private static void oneOf(String parameter, @Nullable String value, Stream<String> words) {
        var known = words.sorted().toList();
        if (value != null && !known.contains(value)) {
            throw known.isEmpty()
                    ? Problem.MALFORMED_PARAMETER.occurrence(Exactly.NO_WORDS, parameter)
                    : Problem.MALFORMED_PARAMETER.occurrence(Exactly.NO_SUCH_WORD, parameter, String.join(", ", known));
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
        return caller.mayActIn(subdistrictOf(item)) && isBegunFor(item, caller);
    }

    private static String subdistrictOf(Map<String, AttributeValue> item) {
        return Key.parse(Objects.requireNonNull(item.get(TableShape.SCOPE), "an aggregate belongs somewhere").s()).id();
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
