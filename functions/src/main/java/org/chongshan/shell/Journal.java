package org.chongshan.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Key;
import org.chongshan.core.Listing;
import org.chongshan.core.Outcome;
import org.chongshan.core.Rule;
import org.chongshan.events.Envelope;
import org.chongshan.events.json.EventJson;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** State and journal of one programme's table: one read, one transaction. */
final class Journal {
    /** Sort key of the state item. */
    static final String STATE_KEY = "state";
    /** Prefix of the journal's sort keys. */
    static final String ENTRY_PREFIX = "journal/";
    /** The fact that names the rule a sender from another subdistrict is told, in place of the one that decided. */
    static final String TOLD = "told";
    /** The fact that names the outcome such a sender is told, where that is not a refusal. */
    static final String TOLD_OUTCOME = "toldOutcome";
    /** The fact that says where the aggregate stood when an event was refused: a word of its status. */
    static final String STATUS = "status";
    /** The fact that says what an applied event changed, where that is {@link #NOTHING}. */
    static final String CHANGED = "changed";
    /** Neither the aggregate is another one now, nor did anything go out. */
    static final String NOTHING = "nothing";
    /** Prefix of the sort keys of further lists. */
    static final String LIST_PREFIX = "list/";
    /** Prefix of the sort keys of what says that an aggregate has left a subdistrict. */
    static final String LEFT_PREFIX = "left/";
    /** What the documents of an item may hold, bytes; DynamoDB's own bound for the whole is 400 KB. */
    static final int MOST_BYTES = 350_000;

    /**
     * What a transaction writes for one event.
     *
     * @param rules    what decided, in order
     * @param version  of the aggregate after it
     * @param replaces what the journal said of the event before; null when it is new to it
     */
    record Entry(Envelope event, String digest, Outcome outcome, List<Rule> rules, String policy,
            Map<String, String> facts, List<Envelope> emitted, long version, @Nullable Seen replaces) {
        /** Code of the rule that decided; of several the last. */
        String rule() {
            return rules.getLast().code();
        }

        /** A conflict stands beside the entry it conflicts with, one for each different content. */
        String sortKey() {
            return ENTRY_PREFIX + event.id()
                    + (outcome == Outcome.CONFLICT ? "/conflict/" + digest.substring(0, 16) : "");
        }
    }

    /**
     * What is known of an event already in the journal.
     *
     * @param earlier what was said of it before that, as it is stored
     */
    record Seen(String digest, Outcome outcome, String rule, Instant received, Instant at, String earlier) {
        static Seen of(Map<String, AttributeValue> item) {
            return new Seen(item.get(TableShape.DIGEST).s(), Outcome.ofWord(item.get(TableShape.OUTCOME).s()),
                    item.get(TableShape.RULE).s(), EventJson.read(item.get(TableShape.EVENT).s()).receivedtime(),
                    Instant.parse(item.get(TableShape.AT).s()),
                    item.containsKey(TableShape.EARLIER) ? item.get(TableShape.EARLIER).s() : "[]");
        }

        /** This outcome, behind those before it. */
        String told() {
            var all = new ArrayList<Object>(List.of(EventJson.readValue(earlier, Map[].class)));
            all.add(Map.of("outcome", outcome.word(), "rule", rule, "at", at.toString()));
            return EventJson.writeValue(all);
        }
    }

    /**
     * Events that came before what they are about.
     *
     * @param ids         of the events, in the order they came
     * @param subdistrict of the first, which sees that it waits
     * @param since       when the first was received
     * @param stated      whether it was stated that they wait too long
     */
    record Waiting(List<String> ids, String subdistrict, Instant since, boolean stated) {
        Waiting with(String id) {
            var all = new ArrayList<>(ids);
            all.add(id);
            return new Waiting(List.copyOf(all), subdistrict, since, stated);
        }
    }

    /**
     * An aggregate as it was read.
     *
     * @param state   null while it has not begun
     * @param version how many events it has taken; those that wait are not among them
     * @param waiting null when nothing waits for it
     * @param dueSet  how often its deadline was set: tells a deadline from the same instant set anew
     */
    record Stored<S>(@Nullable S state, long version, @Nullable Waiting waiting, long dueSet) {
        /** Whether it is another one than was read: it took an event, or what waits for it changed. */
        boolean differsFrom(Stored<S> read) {
            return version != read.version || !Objects.equals(waiting, read.waiting);
        }
    }

    /**
     * Why nothing was written.
     *
     * @param seen what is known of events already in the journal, by id; empty when the state had moved on meanwhile
     */
    static final class NotWritten extends Exception {
        private static final long serialVersionUID = 1;
        final transient Map<String, Seen> seen;

        NotWritten(Map<String, Seen> seen) {
            super("not written", null, false, false);
            this.seen = seen;
        }
    }

    /** An item would be larger than a table takes. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("too large", null, false, false);
        }
    }

    private final DynamoDbClient dynamo;
    private final String table;

    Journal(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    <S extends Aggregate> Stored<S> load(Key key, Class<S> type) {
        var item = dynamo.getItem(request -> request.tableName(table).consistentRead(true).key(itemKey(key, STATE_KEY)))
                .item();
        if (item.isEmpty()) {
            return new Stored<>(null, 0, null, 0);
        }
        var state = item.containsKey(TableShape.STATE)
                ? EventJson.readValue(item.get(TableShape.STATE).s(), type)
                : null;
        var waiting = item.containsKey(TableShape.WAITING)
                ? EventJson.readValue(item.get(TableShape.WAITING).s(), Waiting.class)
                : null;
        return new Stored<>(state, Long.parseLong(item.get(TableShape.VERSION).n()), waiting,
                item.containsKey(TableShape.DUE_SET) ? Long.parseLong(item.get(TableShape.DUE_SET).n()) : 0);
    }

    /** The entries of events that wait, by id. */
    Map<String, Map<String, AttributeValue>> entries(Key key, List<String> ids) {
        var found = new LinkedHashMap<String, Map<String, AttributeValue>>();
        var wanted = ids.stream().map(id -> itemKey(key, ENTRY_PREFIX + id)).toList();
        while (!wanted.isEmpty()) {
            var keys = wanted;
            var answer = dynamo.batchGetItem(get -> get
                    .requestItems(Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build())));
            answer.responses().getOrDefault(table, List.of())
                    .forEach(item -> found.put(item.get(TableShape.SK).s().substring(ENTRY_PREFIX.length()), item));
            wanted = answer.unprocessedKeys().containsKey(table)
                    ? answer.unprocessedKeys().get(table).keys()
                    : List.of();
        }
        return found;
    }

    /**
     * Writes the aggregate, if it changed, and every entry, or nothing at all.
     *
     * @param read the aggregate as it was read
     * @param next the aggregate now; its version is the read one when every event was refused
     * @throws NotWritten when the aggregate had moved on, or an event is in the journal already
     * @throws TooLarge   when an item would be larger than a table takes
     */
    <S extends Aggregate> void write(Key key, Stored<S> read, Stored<S> next, List<Entry> entries, Instant now)
            throws NotWritten, TooLarge {
        var writes = new ArrayList<TransactWriteItem>();
        for (var entry : entries) {
            var put = Put.builder().tableName(table).item(item(key, entry, now));
            var replaces = entry.replaces();
            if (replaces != null) {
                put.conditionExpression("outcome = :before AND digest = :digest")
                        .expressionAttributeValues(Map.of(":before", fromS(replaces.outcome().word()), ":digest",
                                fromS(replaces.digest())))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
            } else if (entry.outcome() != Outcome.CONFLICT) {
                put.conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
            }
            writes.add(TransactWriteItem.builder().put(put.build()).build());
        }
        if (next.differsFrom(read)) {
            var put = Put.builder().tableName(table).item(item(key, next, now));
            if (read.waiting() != null) {
                put.conditionExpression("waiting = :read")
                        .expressionAttributeValues(Map.of(":read", fromS(EventJson.writeValue(read.waiting()))));
            } else if (read.version() == 0) {
                put.conditionExpression("attribute_not_exists(pk)");
            } else {
                put.conditionExpression("version = :read")
                        .expressionAttributeValues(Map.of(":read", fromN(Long.toString(read.version()))));
            }
            writes.add(TransactWriteItem.builder().put(put.build()).build());
            if (next.state() != null) {
                writes.addAll(lists(key, read.state(), next.state()));
            }
            left(key, read, next, now).ifPresent(writes::add);
        }
        try {
            if (writes.size() == 1) {
                // One refusal alone: a plain conditional put costs half of a transaction.
                var put = writes.getFirst().put();
                dynamo.putItem(request -> request.tableName(table).item(put.item())
                        .conditionExpression(put.conditionExpression())
                        .expressionAttributeValues(
                                put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
                        .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure()));
                return;
            }
            dynamo.transactWriteItems(request -> request.transactItems(writes));
        } catch (TransactionCanceledException e) {
            throw new NotWritten(alreadySeen(entries, e));
        } catch (ConditionalCheckFailedException e) {
            throw new NotWritten(e.hasItem() && e.item().containsKey(TableShape.DIGEST)
                    ? Map.of(entries.getFirst().event().id(), Seen.of(e.item()))
                    : Map.of());
        }
    }

    /** Whoever asks in the subdistrict it has left what has changed there would not find it any more. */
    private Optional<TransactWriteItem> left(Key key, Stored<? extends Aggregate> read,
            Stored<? extends Aggregate> next, Instant now) {
        var before = subdistrict(read);
        if (before == null || before.equals(subdistrict(next))) {
            return Optional.empty();
        }
        var item = new HashMap<>(itemKey(key, LEFT_PREFIX + before));
        item.put(TableShape.SCOPE, fromS(TableShape.scope(key.function(), before, null)));
        item.put(TableShape.CHANGED, fromS(Changes.filed(key, now)));
        return Optional.of(TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build());
    }

    private static @Nullable String subdistrict(Stored<? extends Aggregate> stored) {
        var state = stored.state();
        var waiting = stored.waiting();
        return state != null ? state.subdistrict() : waiting != null ? waiting.subdistrict() : null;
    }

    /** What has changed in the further lists; an aggregate that stays where it was costs nothing. */
    private List<TransactWriteItem> lists(Key key, @Nullable Aggregate before, Aggregate after) {
        var left = new HashMap<Listing, String>(before == null ? Map.of() : before.lists());
        var moved = before != null && !before.subdistrict().equals(after.subdistrict());
        var writes = new ArrayList<TransactWriteItem>();
        after.lists().forEach((list, rank) -> {
            if (!rank.equals(left.remove(list)) || moved) {
                var item = new HashMap<>(itemKey(key, LIST_PREFIX + list.word()));
                item.put(TableShape.SCOPE, fromS(TableShape.scope(key.function(), after.subdistrict(), list.word())));
                item.put(TableShape.RANK, fromS(rank + "/" + key.id()));
                writes.add(TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build());
            }
        });
        left.keySet().forEach(list -> writes.add(TransactWriteItem.builder()
                .delete(gone -> gone.tableName(table).key(itemKey(key, LIST_PREFIX + list.word()))).build()));
        return writes;
    }

    private static Map<String, AttributeValue> itemKey(Key key, String sort) {
        return Map.of(TableShape.PK, fromS(key.toString()), TableShape.SK, fromS(sort));
    }

    private static Map<String, Seen> alreadySeen(List<Entry> entries, TransactionCanceledException cancelled) {
        var seen = new HashMap<String, Seen>();
        var reasons = cancelled.cancellationReasons();
        if (reasons.stream().map(CancellationReason::code)
                .noneMatch(code -> code.equals("ConditionalCheckFailed") || code.equals("TransactionConflict"))) {
            throw cancelled;
        }
        for (int i = 0; i < entries.size(); i++) {
            var old = reasons.get(i).item();
            if (old != null && old.containsKey(TableShape.DIGEST)) {
                seen.put(entries.get(i).event().id(), Seen.of(old));
            }
        }
        return seen;
    }

    private static Map<String, AttributeValue> item(Key key, Stored<? extends Aggregate> next, Instant now)
            throws TooLarge {
        var item = new HashMap<>(itemKey(key, STATE_KEY));
        item.put(TableShape.VERSION, fromN(Long.toString(next.version())));
        var state = next.state();
        var waiting = next.waiting();
        if (state != null) {
            var document = EventJson.writeValue(state);
            within(document);
            item.put(TableShape.STATE, fromS(document));
            item.put(TableShape.SCOPE, fromS(TableShape.scope(key.function(), state.subdistrict(), null)));
            item.put(TableShape.RANK, fromS(state.status().word() + "/" + state.rank() + "/" + key.id()));
        } else if (waiting != null) {
            item.put(TableShape.WAITING, fromS(EventJson.writeValue(waiting)));
            item.put(TableShape.SCOPE, fromS(TableShape.scope(key.function(), waiting.subdistrict(), null)));
            item.put(TableShape.RANK, fromS(Early.status(waiting) + "/" + waiting.since() + "/" + key.id()));
        }
        item.put(TableShape.CHANGED, fromS(Changes.filed(key, now)));
        item.put(TableShape.CHANGED_AT, fromS(now.toString()));
        if (next.dueSet() > 0) {
            item.put(TableShape.DUE_SET, fromN(Long.toString(next.dueSet())));
        }
        var due = due(next);
        if (due != null) {
            item.put(TableShape.DUE_BUCKET, fromS(Shards.bucket(key, due, now)));
            item.put(TableShape.DUE_AT, fromS(Shards.sortable(due, next.dueSet())));
        }
        return item;
    }

    /** What an aggregate waits for: its own deadline; while it has not begun, that its early events wait too long. */
    static @Nullable Instant due(Stored<? extends Aggregate> stored) {
        if (stored.state() != null) {
            return stored.state().due();
        }
        return stored.waiting() == null ? null : Early.due(stored.waiting());
    }

    private static void within(String... documents) throws TooLarge {
        if (isTooLarge(documents)) {
            throw new TooLarge();
        }
    }

    /** Whether one item cannot hold these documents. */
    static boolean isTooLarge(String... documents) {
        // A character takes at most three bytes; most items are far from the bound and need not be counted out.
        var characters = Arrays.stream(documents).mapToInt(String::length).sum();
        return characters > MOST_BYTES / 3 && Arrays.stream(documents)
                .mapToInt(document -> document.getBytes(StandardCharsets.UTF_8).length).sum() > MOST_BYTES;
    }

    /** What goes out, as it is stored. */
    static String document(List<Envelope> emitted) {
        return "[" + String.join(",", emitted.stream().map(EventJson::write).toList()) + "]";
    }

    private static Map<String, AttributeValue> item(Key key, Entry entry, Instant now) throws TooLarge {
        var item = new HashMap<>(itemKey(key, entry.sortKey()));
        item.put(TableShape.VERSION, fromN(Long.toString(entry.version())));
        var event = EventJson.write(entry.event());
        var emitted = document(entry.emitted());
        within(event, emitted);
        item.put(TableShape.EVENT, fromS(event));
        item.put(TableShape.DIGEST, fromS(entry.digest()));
        item.put(TableShape.OUTCOME, fromS(entry.outcome().word()));
        item.put(TableShape.RULE, fromS(entry.rule()));
        if (entry.rules().size() > 1) {
            item.put(TableShape.RULES, fromS(EventJson.writeValue(entry.rules().stream().map(Rule::code).toList())));
        }
        item.put(TableShape.POLICY, fromS(entry.policy()));
        item.put(TableShape.AT, fromS(now.toString()));
        if (entry.replaces() != null) {
            item.put(TableShape.EARLIER, fromS(entry.replaces().told()));
        }
        if (!entry.facts().isEmpty()) {
            item.put(TableShape.FACTS, fromS(EventJson.writeValue(entry.facts())));
        }
        if (!entry.emitted().isEmpty()) {
            item.put(TableShape.EMITTED, fromS(emitted));
        }
        return item;
    }
}
