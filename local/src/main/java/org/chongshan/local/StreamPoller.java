package org.chongshan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.chongshan.core.FunctionSpec;
import org.chongshan.core.shell.TableShape;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lambda's event source mapping for one table's stream: shards in order, parents first, only new journal entries that
 * emit, partial batch responses from the lowest sequence number. Where it had come to in each shard is kept on disk; a lost
 * note means that some is sent again, which the journal finds out.
 */
final class StreamPoller extends Loop {
    private static final JsonMapper JSON = new JsonMapper();

    private final FunctionSpec function;
    private final String table;
    private final DynamoDbClient dynamo;
    private final DynamoDbStreamsClient streams;
    private final Invoker invoker;
    private final @Nullable Path notes;
    /** Last sequence number done, by shard; {@code "end"} when the shard is closed and done. */
    private final Properties done = new Properties();
    private final Map<String, String> iterators = new HashMap<>();
    private volatile boolean caughtUp;

    StreamPoller(FunctionSpec function, String table, DynamoDbClient dynamo, DynamoDbStreamsClient streams,
            Invoker invoker,
            @Nullable Path data) {
        super("stream of " + table);
        this.function = function;
        this.table = table;
        this.dynamo = dynamo;
        this.streams = streams;
        this.invoker = invoker;
        this.notes = data == null ? null : data.resolve("stream-" + table + ".properties");
        if (notes != null && Files.exists(notes)) {
            try (var in = Files.newInputStream(notes)) {
                done.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether the last look found nothing new. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    boolean once() {
        try {
            return look();
        } catch (RuntimeException e) {
            caughtUp = false;
            throw e;
        }
    }

    private boolean look() {
        var arn = dynamo.describeTable(describe -> describe.tableName(table)).table().latestStreamArn();
        var shards = streams.describeStream(describe -> describe.streamArn(arn)).streamDescription().shards();
        var open = new HashSet<String>();
        shards.stream().filter(shard -> !isDone(shard)).forEach(shard -> open.add(shard.shardId()));
        var more = false;
        for (var shard : shards) {
            if (open.contains(shard.shardId()) && !open.contains(shard.parentShardId())) {
                more |= read(arn, shard);
            }
        }
        caughtUp = !more;
        return more;
    }

    private boolean isDone(Shard shard) {
        return "end".equals(done.getProperty(shard.shardId()));
    }

    private boolean read(String arn, Shard shard) {
        var id = shard.shardId();
        var iterator = iterators.computeIfAbsent(id, key -> iterator(arn, shard));
        var page = page(id, iterator);
        if (page == null) {
            return true;
        }
        if (!page.records().isEmpty()) {
            var last = handle(page.records());
            if (last != null) {
                done.setProperty(id, last);
                note();
            }
            if (last == null || !last.equals(page.records().getLast().dynamodb().sequenceNumber())) {
                iterators.remove(id);
                return true;
            }
        }
        if (page.nextShardIterator() == null) {
            done.setProperty(id, "end");
            note();
        } else {
            iterators.put(id, page.nextShardIterator());
        }
        return !page.records().isEmpty();
    }

    /** Null when the iterator is of no use any more: it has expired, or points at what is trimmed. */
    private @Nullable GetRecordsResponse page(String shard, String iterator) {
        try {
            return streams.getRecords(get -> get.shardIterator(iterator).limit(100));
        } catch (TrimmedDataAccessException | ExpiredIteratorException e) {
            iterators.remove(shard);
            return null;
        }
    }

    /** The event source mapping's filter: new journal entries that emit. */
    static boolean isEmission(Record record) {
        return record.eventName() == OperationType.INSERT
                && record.dynamodb().newImage().containsKey(TableShape.EMITTED);
    }

    /** Sequence number of the last record before the first that failed; null when the very first did. */
    private @Nullable String handle(List<Record> records) {
        var wanted = records.stream().filter(StreamPoller::isEmission).toList();
        if (wanted.isEmpty()) {
            return records.getLast().dynamodb().sequenceNumber();
        }
        var failed = failed(invoker.invoke(function.name(), event(wanted)));
        String last = null;
        for (var record : records) {
            if (failed.contains(record.dynamodb().sequenceNumber())) {
                return last;
            }
            last = record.dynamodb().sequenceNumber();
        }
        return last;
    }

    /** The sequence numbers a relay answers. */
    static Set<String> failed(byte[] answer) {
        var failed = new HashSet<String>();
        JSON.readTree(answer).path("batchItemFailures")
                .forEach(item -> failed.add(item.path("itemIdentifier").stringValue("")));
        return failed;
    }

    private String iterator(String arn, Shard shard) {
        var after = done.getProperty(shard.shardId());
        if (after != null) {
            try {
                return streams.getShardIterator(get -> get.streamArn(arn).shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(after))
                        .shardIterator();
            } catch (TrimmedDataAccessException e) {
                done.remove(shard.shardId());
            }
        }
        return streams.getShardIterator(
                get -> get.streamArn(arn).shardId(shard.shardId()).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }

    private void note() {
        if (notes == null) {
            return;
        }
        try {
            var fresh = notes.resolveSibling(notes.getFileName() + ".new");
            try (var out = Files.newOutputStream(fresh)) {
                done.store(out, null);
            }
            Files.move(fresh, notes, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Lambda passes to the relay. */
    static byte[] event(List<Record> records) {
        var event = JSON.createObjectNode();
        var list = event.putArray("Records");
        for (var record : records) {
            var node = list.addObject().put("eventID", record.eventID()).put("eventName", "INSERT")
                    .put("eventVersion", "1.1")
                    .put("eventSource", "aws:dynamodb").put("awsRegion", Engines.REGION);
            var change = node.putObject("dynamodb").put("SequenceNumber", record.dynamodb().sequenceNumber())
                    .put("StreamViewType", "NEW_IMAGE");
            attributes(change.putObject("Keys"), record.dynamodb().keys());
            attributes(change.putObject("NewImage"), record.dynamodb().newImage());
        }
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Journal entries hold strings and numbers alone. */
    private static void attributes(ObjectNode node, Map<String, AttributeValue> values) {
        values.forEach((name, value) -> {
            if (value.n() != null) {
                node.putObject(name).put("N", value.n());
            } else {
                node.putObject(name).put("S", value.s());
            }
        });
    }
}
