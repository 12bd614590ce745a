package org.chongshan.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.chongshan.core.Aggregate;
import org.chongshan.events.Envelope;
import org.chongshan.events.json.EventJson;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
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
    private static final String LIST_PREFIX = "list/";

    /**
     * What a transaction writes for one event.
     *
     * @param outcome {@code applied}, {@code refused} or {@code conflict}
     * @param version of the aggregate after it
     */
    record Entry(Envelope event, String digest, String outcome, String rule, String policy, Map<String, String> facts,
            List<Envelope> emitted, long version) {
        /** A conflict stands beside the entry it conflicts with, one for each different content. */
        String sortKey() {
            return ENTRY_PREFIX + event.id()
                    + (outcome.equals("conflict") ? "/conflict/" + digest.substring(0, 16) : "");
        }
    }

    /** A state as it was read. */
    record Stored<S>(@Nullable S state, long version) {}

    /**
     * Why nothing was written.
     *
     * @param seen digests of events already in the journal, by id; empty when the state had moved on meanwhile
     */
    static final class NotWritten extends Exception {
        private static final long serialVersionUID = 1;
        final transient Map<String, String> seen;

        NotWritten(Map<String, String> seen) {
            super("not written", null, false, false);
            this.seen = seen;
        }
    }

    private final DynamoDbClient dynamo;
    private final String table;

    Journal(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    <S> Stored<S> load(String key, Class<S> type) {
        var item = dynamo.getItem(request -> request.tableName(table).consistentRead(true)
                .key(Map.of(TableShape.PK, fromS(key), TableShape.SK, fromS(STATE_KEY)))).item();
        if (item.isEmpty()) {
            return new Stored<>(null, 0);
        }
        return new Stored<>(EventJson.readValue(item.get(TableShape.STATE).s(), type),
                Long.parseLong(item.get(TableShape.VERSION).n()));
    }

    /**
     * Writes the state, if it changed, and every entry, or nothing at all.
     *
     * @param read  the state as it was read
     * @param state the new state; null when every event was refused
     * @throws NotWritten when the state had moved on, or an event is in the journal already
     */
    void write(String key, Stored<? extends Aggregate> read, @Nullable Aggregate state, List<Entry> entries,
            Instant now) throws NotWritten {
        var writes = new ArrayList<TransactWriteItem>();
        for (var entry : entries) {
            var put = Put.builder().tableName(table).item(item(key, entry, now));
            if (!entry.outcome().equals("conflict")) {
                put.conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
            }
            writes.add(TransactWriteItem.builder().put(put.build()).build());
        }
        if (state != null) {
            var put = Put.builder().tableName(table).item(item(key, entries.getLast().version(), state, now));
            if (read.version() == 0) {
                put.conditionExpression("attribute_not_exists(pk)");
            } else {
                put.conditionExpression("version = :read")
                        .expressionAttributeValues(Map.of(":read", fromN(Long.toString(read.version()))));
            }
            writes.add(TransactWriteItem.builder().put(put.build()).build());
            writes.addAll(lists(key, read.state(), state));
        }
        try {
            if (writes.size() == 1) {
                // One refusal alone: a plain conditional put costs half of a transaction.
                var put = writes.getFirst().put();
                dynamo.putItem(request -> request.tableName(table).item(put.item())
                        .conditionExpression(put.conditionExpression())
                        .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure()));
                return;
            }
            dynamo.transactWriteItems(request -> request.transactItems(writes));
        } catch (TransactionCanceledException e) {
            throw new NotWritten(alreadySeen(entries, e));
        } catch (ConditionalCheckFailedException e) {
            throw new NotWritten(Map.of(entries.getFirst().event().id(), e.item().get(TableShape.DIGEST).s()));
        }
    }

    /** What has changed in the further lists; an aggregate that stays where it was costs nothing. */
    private List<TransactWriteItem> lists(String key, @Nullable Aggregate before, Aggregate after) {
        var left = new HashMap<>(before == null ? Map.of() : before.lists());
        var writes = new ArrayList<TransactWriteItem>();
        after.lists().forEach((list, rank) -> {
            if (!rank.equals(left.remove(list))) {
                var item = new HashMap<>(listKey(key, list));
                item.put(TableShape.SCOPE, fromS(TableShape.scope(functionOf(key),
                        Objects.requireNonNull(after.subdistrict(), "in a list before its first event"), list)));
                item.put(TableShape.RANK, fromS(rank + key.substring(key.indexOf('/'))));
                writes.add(TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build());
            }
        });
        left.keySet().forEach(list -> writes.add(
                TransactWriteItem.builder().delete(gone -> gone.tableName(table).key(listKey(key, list))).build()));
        return writes;
    }

    private static Map<String, AttributeValue> listKey(String key, String list) {
        return Map.of(TableShape.PK, fromS(key), TableShape.SK, fromS(LIST_PREFIX + list));
    }

    private static String functionOf(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    private static Map<String, String> alreadySeen(List<Entry> entries, TransactionCanceledException cancelled) {
        var seen = new HashMap<String, String>();
        var reasons = cancelled.cancellationReasons();
        if (reasons.stream().map(CancellationReason::code)
                .noneMatch(code -> code.equals("ConditionalCheckFailed") || code.equals("TransactionConflict"))) {
            throw cancelled;
        }
        for (int i = 0; i < entries.size(); i++) {
            var old = reasons.get(i).item();
            if (old != null && old.containsKey(TableShape.DIGEST)) {
                seen.put(entries.get(i).event().id(), old.get(TableShape.DIGEST).s());
            }
        }
        return seen;
    }

    private static Map<String, AttributeValue> item(String key, long version, Aggregate state, Instant now) {
        var item = new HashMap<String, AttributeValue>();
        item.put(TableShape.PK, fromS(key));
        item.put(TableShape.SK, fromS(STATE_KEY));
        item.put(TableShape.VERSION, fromN(Long.toString(version)));
        item.put(TableShape.STATE, fromS(EventJson.writeValue(state)));
        var subdistrict = state.subdistrict();
        if (subdistrict != null) {
            item.put(TableShape.SCOPE, fromS(TableShape.scope(functionOf(key), subdistrict, null)));
            item.put(TableShape.RANK, fromS(state.status() + "/" + state.rank() + key.substring(key.indexOf('/'))));
        }
        var due = state.due();
        if (due != null) {
            item.put(TableShape.DUE_BUCKET, fromS(Shards.bucket(key, due, now)));
            item.put(TableShape.DUE_AT, fromS(Shards.sortable(due)));
        }
        return item;
    }

    private static Map<String, AttributeValue> item(String key, Entry entry, Instant now) {
        var item = new HashMap<String, AttributeValue>();
        item.put(TableShape.PK, fromS(key));
        item.put(TableShape.SK, fromS(entry.sortKey()));
        item.put(TableShape.VERSION, fromN(Long.toString(entry.version())));
        item.put(TableShape.EVENT, fromS(EventJson.write(entry.event())));
        item.put(TableShape.DIGEST, fromS(entry.digest()));
        item.put(TableShape.OUTCOME, fromS(entry.outcome()));
        item.put(TableShape.RULE, fromS(entry.rule()));
        item.put(TableShape.POLICY, fromS(entry.policy()));
        item.put(TableShape.AT, fromS(now.toString()));
        if (!entry.facts().isEmpty()) {
            item.put(TableShape.FACTS, fromS(EventJson.writeValue(entry.facts())));
        }
        if (!entry.emitted().isEmpty()) {
            item.put(TableShape.EMITTED,
                    fromS("[" + String.join(",", entry.emitted().stream().map(EventJson::write).toList()) + "]"));
        }
        return item;
    }
}
