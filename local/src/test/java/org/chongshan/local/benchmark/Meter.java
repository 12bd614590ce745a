package org.chongshan.local.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.chongshan.shell.TableShape;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

/**
 * Counts requests at the SDK, and what they cost in DynamoDB's units by AWS's published rules: the engines here count
 * transactions wrong. The SDK finds it by itself on the class path of tests; it counts while a tally is open.
 *
 * <p>The rules: a write costs a unit for each KB begun of the greater of the item before and after; in a transaction two; an
 * index entry that comes, goes or changes one write more, two when its key changes; a consistent read a unit for each 4 KB
 * begun, another half; an SQS request is one for each 64 KB begun.
 */
public final class Meter implements ExecutionInterceptor {
    /** What was counted since it was opened. Requests by name, units, and the journal entries that emit, in order. */
    static final class Tally {
        final Map<String, Long> requests = new TreeMap<>();
        final List<Map<String, AttributeValue>> emissions = new ArrayList<>();
        double readUnits;
        double writeUnits;
        long sqsRequests;
        long entries;
        private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();

        /** Counts from nought, and still knows what is stored. */
        void reset() {
            requests.clear();
            readUnits = 0;
            writeUnits = 0;
            sqsRequests = 0;
            entries = 0;
        }

        private void request(String name) {
            requests.merge(name, 1L, Long::sum);
        }
    }

    private static volatile @Nullable Tally open;

    /** Counts into a new tally from now on. */
    static Tally open() {
        return open = new Tally();
    }

    /** Counts no more. */
    static void close() {
        open = null;
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var tally = open;
        if (tally != null) {
            synchronized (tally) {
                count(tally, context);
            }
        }
    }

    private static void count(Tally tally, Context.AfterExecution context) {
        switch (context.request()) {
            case GetItemRequest get -> {
                tally.request("GetItem");
                tally.readUnits += units(size(((GetItemResponse) context.response()).item()), 4096)
                        * (Boolean.TRUE.equals(get.consistentRead()) ? 1 : 0.5);
            }
            case QueryRequest query -> {
                tally.request("Query");
                var bytes = ((QueryResponse) context.response()).items().stream().mapToInt(Meter::size).sum();
                tally.readUnits += units(bytes, 4096) * (Boolean.TRUE.equals(query.consistentRead()) ? 1 : 0.5);
            }
            case PutItemRequest put -> {
                tally.request("PutItem");
                write(tally, put.tableName(), key(put.item()), put.item(), 1);
            }
            case UpdateItemRequest update -> {
                tally.request("UpdateItem");
                var written = new HashMap<>(update.key());
                written.putAll(update.expressionAttributeValues());
                tally.writeUnits += units(size(written), 1024);
            }
            case DeleteItemRequest delete -> {
                tally.request("DeleteItem");
                write(tally, delete.tableName(), key(delete.key()), Map.of(), 1);
            }
            case TransactWriteItemsRequest transaction -> {
                tally.request("TransactWriteItems");
                transaction.transactItems().forEach(item -> {
                    if (item.put() != null) {
                        write(tally, item.put().tableName(), key(item.put().item()), item.put().item(), 2);
                    } else {
                        write(tally, item.delete().tableName(), key(item.delete().key()), Map.of(), 2);
                    }
                });
            }
            case SendMessageBatchRequest send -> sqs(tally, "SendMessageBatch",
                    send.entries().stream().mapToInt(entry -> bytes(entry.messageBody())).sum());
            case DeleteMessageBatchRequest delete -> sqs(tally, "DeleteMessageBatch", 0);
            default -> {
                if (context.response() instanceof ReceiveMessageResponse received && !received.messages().isEmpty()) {
                    sqs(tally, "ReceiveMessage",
                            received.messages().stream().mapToInt(message -> bytes(message.body())).sum());
                }
            }
        }
    }

    private static void sqs(Tally tally, String name, int bytes) {
        tally.request(name);
        tally.sqsRequests += units(bytes, 65_536);
    }

    private static void write(Tally tally, String table, String key, Map<String, AttributeValue> after, int times) {
        var where = table + " " + key;
        var before = after.isEmpty() ? tally.items.remove(where) : tally.items.put(where, after);
        var old = Objects.requireNonNullElse(before, Map.<String, AttributeValue>of());
        tally.writeUnits += times * units(Math.max(size(old), size(after)), 1024);
        tally.writeUnits += index(old, after, TableShape.SCOPE, TableShape.RANK, false);
        tally.writeUnits += index(old, after, TableShape.DUE_BUCKET, TableShape.DUE_AT, true);
        tally.writeUnits += index(old, after, TableShape.SCOPE, TableShape.CHANGED, true);
        if (key.contains(" journal/")) {
            tally.entries++;
            if (after.containsKey(TableShape.EMITTED)) {
                tally.emissions.add(after);
            }
        }
    }

    /** Writes of one index; its upkeep is not part of the transaction and costs once. */
    private static double index(Map<String, AttributeValue> before, Map<String, AttributeValue> after, String hash,
            String range, boolean keysOnly) {
        var was = entry(before, hash, range, keysOnly);
        var is = entry(after, hash, range, keysOnly);
        if (was.equals(is)) {
            return 0;
        }
        var moved = !was.isEmpty() && !is.isEmpty()
                && !(was.get(hash).equals(is.get(hash)) && was.get(range).equals(is.get(range)));
        return moved ? units(size(was), 1024) + units(size(is), 1024) : units(Math.max(size(was), size(is)), 1024);
    }

    private static Map<String, AttributeValue> entry(Map<String, AttributeValue> item, String hash, String range,
            boolean keysOnly) {
        if (!item.containsKey(hash) || !item.containsKey(range)) {
            return Map.of();
        }
        var entry = new HashMap<>(item);
        if (keysOnly) {
            entry.keySet().retainAll(List.of(TableShape.PK, TableShape.SK, hash, range));
        }
        return entry;
    }

    private static String key(Map<String, AttributeValue> item) {
        return item.containsKey(TableShape.SK)
                ? item.get(TableShape.PK).s() + " " + item.get(TableShape.SK).s()
                : item.get(TableShape.PK).s();
    }

    /** Bytes of an item as DynamoDB counts them: names and values; a number takes half a byte a digit and one or two more. */
    static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream().flatMapToInt(entry -> IntStream.of(bytes(entry.getKey()),
                entry.getValue().n() != null ? entry.getValue().n().length() / 2 + 2 : bytes(entry.getValue().s())))
                .sum();
    }

    private static int bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** At least one. */
    static long units(int bytes, int unit) {
        return Math.max(1, (bytes + unit - 1) / unit);
    }
}
