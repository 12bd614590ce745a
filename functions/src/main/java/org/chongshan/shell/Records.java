package org.chongshan.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.core.Key;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** What a query reads of one programme's table: items as they are stored. */
final class Records {
    private static final int JOURNAL_PAGE = 100;
    /** DynamoDB API Reference, "BatchGetItem". */
    static final int MOST_ITEMS = 100;
    /** What is read of an entry, and of the state beside it, to say what became of an event; names, for some are reserved. */
    private static final Map<String, String> SHORT = Stream.of(TableShape.PK, TableShape.SK, TableShape.VERSION,
            TableShape.EVENT, TableShape.OUTCOME, TableShape.RULE, TableShape.RULES, TableShape.POLICY,
            TableShape.FACTS, TableShape.AT, TableShape.STATE, TableShape.SCOPE)
            .collect(Collectors.toMap(name -> "#" + name, name -> name));
    private static final Comparator<Map<String, AttributeValue>> IN_ORDER = Comparator
            .<Map<String, AttributeValue>>comparingLong(item -> Long.parseLong(item.get(TableShape.VERSION).n()))
            .thenComparing(item -> item.get(TableShape.AT).s()).thenComparing(item -> item.get(TableShape.SK).s());

    private final DynamoDbClient dynamo;
    private final String table;

    Records(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * A page.
     *
     * @param last the key it ended with; empty when nothing follows
     */
    record Page(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> last) {}

    /** What stands under a key; null when nothing ever did. */
    @Nullable
    Map<String, AttributeValue> state(Key key) {
        var item = dynamo.getItem(
                get -> get.tableName(table).consistentRead(true).key(itemKey(key.toString(), Journal.STATE_KEY)))
                .item();
        return item.isEmpty() ? null : item;
    }

    /** What the journal says of one event; behind it what it says of others under its id. */
    List<Map<String, AttributeValue>> entries(Key key, String eventId) {
        var own = Journal.ENTRY_PREFIX + eventId;
        return dynamo
                .query(query -> query.tableName(table).keyConditionExpression("pk = :key AND begins_with(sk, :entry)")
                        .expressionAttributeValues(Map.of(":key", fromS(key.toString()), ":entry", fromS(own))))
                .items().stream().filter(item -> item.get(TableShape.SK).s().equals(own)
                        || item.get(TableShape.SK).s().startsWith(own + "/"))
                .toList();
    }

    /** Where the entry of an event lies. */
    record Place(Key key, String eventId) {
        private Map<String, AttributeValue> ofEntry() {
            return itemKey(key.toString(), Journal.ENTRY_PREFIX + eventId);
        }

        private Map<String, AttributeValue> ofState() {
            return itemKey(key.toString(), Journal.STATE_KEY);
        }
    }

    /**
     * What lies there.
     *
     * @param entry without what it emitted; null when there is none
     * @param state of what the event is about; null when nothing ever stood there
     */
    record Found(@Nullable Map<String, AttributeValue> entry, @Nullable Map<String, AttributeValue> state) {}

    /** Entries, each with the state of what it is about, a hundred items a request; conflicts beside them are not looked for. */
    Map<Place, Found> at(Collection<Place> places) {
        var keys = places.stream().flatMap(place -> Stream.of(place.ofEntry(), place.ofState())).distinct().toList();
        var found = new HashMap<Map<String, AttributeValue>, Map<String, AttributeValue>>();
        for (int from = 0; from < keys.size(); from += MOST_ITEMS) {
            found.putAll(found(KeysAndAttributes.builder()
                    .keys(keys.subList(from, Math.min(keys.size(), from + MOST_ITEMS))).consistentRead(true)
                    .projectionExpression(String.join(", ", SHORT.keySet())).expressionAttributeNames(SHORT).build()));
        }
        return places.stream().distinct().collect(Collectors.toMap(place -> place,
                place -> new Found(found.get(place.ofEntry()), found.get(place.ofState()))));
    }

    /**
     * A page of the journal in the order in which it was written. Entries lie under their events' ids, so that none is taken
     * twice; their order is read off their versions. That reads what lies in the partition, and is what an audit may cost.
     *
     * @param within what was written when
     * @param after  sort key of the entry the last page ended with; null for the first
     */
    Page journal(Key key, Range within, @Nullable String after) {
        var all = inOrder(key, within);
        var from = 0;
        if (after != null) {
            var sorts = all.stream().map(item -> item.get(TableShape.SK).s()).toList();
            from = sorts.indexOf(after) + 1;
            if (from == 0) {
                throw Problem.MALFORMED_CURSOR.occurrence();
            }
        }
        var page = all.subList(from, Math.min(all.size(), from + JOURNAL_PAGE));
        return new Page(entries(page),
                from + page.size() < all.size()
                        ? itemKey(key.toString(), page.getLast().get(TableShape.SK).s())
                        : Map.of());
    }

    /** The whole journal in that order, a page at a time. */
    void journal(Key key, Range within, Consumer<Map<String, AttributeValue>> each) {
        var all = inOrder(key, within);
        for (int from = 0; from < all.size(); from += JOURNAL_PAGE) {
            entries(all.subList(from, Math.min(all.size(), from + JOURNAL_PAGE))).forEach(each);
        }
    }

    /** Where the entries lie. */
    private List<Map<String, AttributeValue>> inOrder(Key key, Range within) {
        var all = new ArrayList<Map<String, AttributeValue>>();
        dynamo.queryPaginator(
                query -> query.tableName(table).keyConditionExpression("pk = :key AND begins_with(sk, :prefix)")
                        .projectionExpression("pk, sk, version, #at")
                        .expressionAttributeNames(Map.of("#at", TableShape.AT)).expressionAttributeValues(
                                Map.of(":key", fromS(key.toString()), ":prefix", fromS(Journal.ENTRY_PREFIX))))
                .forEach(page -> page.items().stream().filter(item -> within.holdsInstant(item.get(TableShape.AT).s()))
                        .forEach(all::add));
        all.sort(IN_ORDER);
        return all;
    }

    private List<Map<String, AttributeValue>> entries(List<Map<String, AttributeValue>> where) {
        return items(
                where.stream().map(item -> itemKey(item.get(TableShape.PK).s(), item.get(TableShape.SK).s())).toList());
    }

    /**
     * What lies between two places in the order of a list; ranks are ASCII.
     *
     * @param from  the first, itself included
     * @param until the beginning of what comes after the last
     */
    record Range(String from, String until) {
        /** Before and after whatever a rank begins with. */
        private static final String FIRST = "!";
        static final String LAST = "~";

        /**
         * Of the records in one status, or of a further list.
         *
         * @param status null of a further list
         * @param from   null from the first on
         * @param until  null up to the last
         */
        static Range of(@Nullable String status, @Nullable String from, @Nullable String until) {
            var within = status == null ? "" : status + "/";
            return new Range(within + (from == null ? FIRST : from), within + (until == null ? LAST : until));
        }

        /** Whether an instant lies in it; a place is an instant, or the beginning of some. */
        boolean holdsInstant(String instant) {
            var at = unzoned(instant);
            return at.compareTo(unzoned(from)) >= 0 && at.compareTo(unzoned(until)) < 0;
        }

        /** As it is ordered: a fraction of a second comes after the second, and a Z would come after both. */
        private static String unzoned(String instant) {
            return instant.endsWith("Z") ? instant.substring(0, instant.length() - 1) : instant;
        }
    }

    /** Ids of the first of one list, and how many stand in it. */
    Standing standing(String scope, Range range, int most) {
        var first = new ArrayList<String>();
        var count = 0L;
        for (var page : dynamo.queryPaginator(
                query -> within(query.tableName(table), scope, range).projectionExpression(TableShape.PK))) {
            page.items().stream().limit(most - first.size())
                    .forEach(item -> first.add(Key.parse(item.get(TableShape.PK).s()).id()));
            count += page.count();
        }
        return new Standing(count, List.copyOf(first));
    }

    /**
     * What stands in a list.
     *
     * @param first ids, in the list's order
     */
    record Standing(long count, List<String> first) {}

    /** A page of one list. */
    QueryResponse list(String scope, Range range, Map<String, AttributeValue> from, int most) {
        return query(from, query -> within(query, scope, range).limit(most));
    }

    /** A page of what has changed in a scope from an hour on, as keys alone, in the order of the hours. */
    QueryResponse changes(String scope, String from, Map<String, AttributeValue> after, int most) {
        return query(after,
                query -> query.indexName(TableShape.BY_CHANGE)
                        .keyConditionExpression("#scope = :scope AND #changed >= :from")
                        .expressionAttributeNames(Map.of("#scope", TableShape.SCOPE, "#changed", TableShape.CHANGED))
                        .expressionAttributeValues(Map.of(":scope", fromS(scope), ":from", fromS(from))).limit(most));
    }

    private static QueryRequest.Builder within(QueryRequest.Builder query, String scope, Range range) {
        return query.indexName(TableShape.BY_SCOPE)
                .keyConditionExpression("#scope = :scope AND #rank BETWEEN :from AND :until")
                .expressionAttributeNames(Map.of("#scope", TableShape.SCOPE, "#rank", TableShape.RANK))
                .expressionAttributeValues(
                        Map.of(":scope", fromS(scope), ":from", fromS(range.from()), ":until", fromS(range.until())));
    }

    /** The states behind entries of an index, in their order and each once; one gone meanwhile is left out. */
    List<Map<String, AttributeValue>> states(List<Map<String, AttributeValue>> entries) {
        return items(entries.stream().map(entry -> itemKey(entry.get(TableShape.PK).s(), Journal.STATE_KEY)).distinct()
                .toList());
    }

    /** A page from a key on, which a caller may have made up: DynamoDB says whether it lies within what is asked for. */
    private QueryResponse query(Map<String, AttributeValue> from, Consumer<QueryRequest.Builder> what) {
        try {
            return dynamo.query(
                    query -> what.accept(query.tableName(table).exclusiveStartKey(from.isEmpty() ? null : from)));
        } catch (DynamoDbException e) {
            throw from.isEmpty() || e.statusCode() != 400 ? e : Problem.MALFORMED_CURSOR.occurrence();
        }
    }

    /** The items under these keys, in their order; at most a hundred. */
    private List<Map<String, AttributeValue>> items(List<Map<String, AttributeValue>> keys) {
        var found = found(KeysAndAttributes.builder().keys(keys).build());
        return keys.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Items by their keys; at most a hundred, and none of none. */
    private Map<Map<String, AttributeValue>, Map<String, AttributeValue>> found(KeysAndAttributes asked) {
        var found = new HashMap<Map<String, AttributeValue>, Map<String, AttributeValue>>();
        var wanted = asked;
        while (wanted != null && !wanted.keys().isEmpty()) {
            var now = wanted;
            var answer = dynamo.batchGetItem(get -> get.requestItems(Map.of(table, now)));
            answer.responses().getOrDefault(table, List.of()).forEach(
                    item -> found.put(itemKey(item.get(TableShape.PK).s(), item.get(TableShape.SK).s()), item));
            wanted = answer.unprocessedKeys().get(table);
        }
        return found;
    }

    private static Map<String, AttributeValue> itemKey(String pk, String sk) {
        return Map.of(TableShape.PK, fromS(pk), TableShape.SK, fromS(sk));
    }
}
