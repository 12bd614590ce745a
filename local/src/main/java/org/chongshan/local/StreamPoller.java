package org.chongshan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.chongshan.core.FunctionSpec;
import org.chongshan.shell.TableShape;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * emit, partial batch responses from the lowest sequence number. A batch the function dies of is bisected; what fails comes
 * again, ever later, and when it has failed too often a note of it goes to the last resort and the stream goes on. Where it
 * had come to in each shard is kept on disk; a lost note means that some is sent again, which the journal finds out.
 */
public final class StreamPoller extends Loop {
    /** How often a record is tried again, as in the cloud; with its pauses that is some hours. */
    static final int RETRIES = 1000;
    /** A shard that ends is found by looking. */
    private static final Duration LOOKS_AT_LEAST_EVERY = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger("org.chongshan.local");
    private static final JsonMapper JSON = new JsonMapper();

    /** The record a shard stands at, how often it has failed, and when it is tried again. */
    private record Failing(String sequenceNumber, int times, long againAt) {}

    private final FunctionSpec function;
    private final DynamoDbStreamsClient streams;
    private final Invoker invoker;
    private final LastResort lastResort;
    private final int retries;
    private final @Nullable Path notes;
    /** Last sequence number done, by shard; {@code "end"} when the shard is closed and done. */
    private final Properties done = new Properties();
    private final Map<String, String> iterators = new HashMap<>();
    private final Map<String, Failing> failing = new HashMap<>();
    private final Traffic traffic;
    private final Traffic.Arrivals writes;
    private final String arn;
    private volatile boolean caughtUp;
    /** Writes there had been when the last look began. */
    private volatile long seen = -1;

    StreamPoller(FunctionSpec function, String table, Engines engines, Invoker invoker, LastResort lastResort,
            int retries, @Nullable Path data) {
        super("stream of " + table);
        this.function = function;
        this.traffic = engines.traffic();
        this.writes = traffic.to(table);
        this.streams = engines.streams();
        this.arn = engines.dynamo().describeTable(describe -> describe.tableName(table)).table().latestStreamArn();
        this.invoker = invoker;
        this.lastResort = lastResort;
        this.retries = retries;
        this.notes = data == null ? null : data.resolve("stream-" + table + ".properties");
        if (notes != null && Files.exists(notes)) {
            try (var in = Files.newInputStream(notes)) {
                done.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether the last look found nothing new, and nothing was written since it began. */
    boolean isCaughtUp() {
        return caughtUp && seen == writes.count();
    }

    @Override
    boolean once() throws InterruptedException {
        if (traffic.isComplete() && isCaughtUp()) {
            waiting(() -> {
                writes.awaitMoreThan(seen, LOOKS_AT_LEAST_EVERY.toMillis());
                return null;
            });
        }
        try {
            var before = writes.count();
            var more = look();
            seen = before;
            return more || traffic.isComplete() && caughtUp;
        } catch (RuntimeException e) {
            caughtUp = false;
            throw e;
        }
    }

    private boolean look() {
        var shards = streams.describeStream(describe -> describe.streamArn(arn)).streamDescription().shards();
        var open = new HashSet<String>();
        shards.stream().filter(shard -> !isDone(shard)).forEach(shard -> open.add(shard.shardId()));
        var more = false;
        for (var shard : shards) {
            if (open.contains(shard.shardId()) && !open.contains(shard.parentShardId())) {
                more |= read(shard);
            }
        }
        caughtUp = !more && failing.isEmpty();
        return more;
    }

    private boolean isDone(Shard shard) {
        return "end".equals(done.getProperty(shard.shardId()));
    }

    private boolean read(Shard shard) {
        var id = shard.shardId();
        var failed = failing.get(id);
        if (failed != null && System.nanoTime() - failed.againAt() < 0) {
            return false;
        }
        var iterator = iterators.computeIfAbsent(id, key -> iterator(shard));
        var page = page(id, iterator);
        if (page == null) {
            return true;
        }
        if (!page.records().isEmpty()) {
            var last = handle(id, page.records());
            if (last != null) {
                done.setProperty(id, last);
                note();
            }
            if (last == null || !last.equals(page.records().getLast().dynamodb().sequenceNumber())) {
                iterators.remove(id);
                return false;
            }
        }
        if (page.nextShardIterator() == null) {
            done.setProperty(id, "end");
            note();
            return true; // Its children may hold something.
        }
        iterators.put(id, page.nextShardIterator());
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
    public static boolean isEmission(Record record) {
        return record.eventName() != OperationType.REMOVE
                && record.dynamodb().newImage().containsKey(TableShape.EMITTED);
    }

    /** Sequence number of the last record before the first that is to come again; null when that is the very first. */
    private @Nullable String handle(String shard, List<Record> records) {
        var failed = failed(records.stream().filter(StreamPoller::isEmission).toList());
        String last = null;
        for (var record : records) {
            var number = record.dynamodb().sequenceNumber();
            if (failed.contains(number) && !isGivenUp(shard, number)) {
                return last;
            }
            last = number;
        }
        failing.remove(shard);
        return last;
    }

    private boolean isGivenUp(String shard, String number) {
        var before = failing.remove(shard);
        var times = before != null && before.sequenceNumber().equals(number) ? before.times() + 1 : 1;
        if (times > retries) {
            LOG.error("{}: record {} failed {} times and goes to the last resort", function.name(), number, times);
            lastResort.take(arn, shard, number, times);
            return true;
        }
        var pause = Math.min(PAUSE.toNanos() * times, LONGEST_PAUSE.toNanos());
        failing.put(shard, new Failing(number, times, System.nanoTime() + pause));
        return false;
    }

    /** Sequence numbers of what failed; of a batch the function dies of, from the first record on it dies of alone. */
    private Set<String> failed(List<Record> batch) {
        if (batch.isEmpty()) {
            return Set.of();
        }
        try {
            return failures(invoker.invoke(function.name(), event(batch)), numbers(batch));
        } catch (RuntimeException e) {
            LOG.warn("{}: {} in a batch of {}", function.name(), e.getClass().getName(), batch.size());
            if (batch.size() == 1) {
                return numbers(batch);
            }
            var half = batch.size() / 2;
            var failed = failed(batch.subList(0, half));
            var rest = batch.subList(half, batch.size());
            if (failed.isEmpty()) {
                return failed(rest);
            }
            var all = new HashSet<>(failed);
            all.addAll(numbers(rest));
            return all;
        }
    }

    /** The sequence numbers of records: what a partial batch response speaks of. */
    public static Set<String> numbers(List<Record> records) {
        return records.stream().map(record -> record.dynamodb().sequenceNumber()).collect(Collectors.toSet());
    }

    /** As Lambda reads the answer: an identifier it does not know fails the whole batch. */
    public static Set<String> failures(byte[] answer, Set<String> all) {
        var failed = new HashSet<String>();
        JSON.readTree(answer).path("batchItemFailures")
                .forEach(item -> failed.add(item.path("itemIdentifier").stringValue("")));
        return all.containsAll(failed) ? failed : all;
    }

    private String iterator(Shard shard) {
        var after = done.getProperty(shard.shardId());
        if (after != null) {
            try {
                return streams
                        .getShardIterator(get -> get.streamArn(arn).shardId(shard.shardId())
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
    public static byte[] event(List<Record> records) {
        var event = JSON.createObjectNode();
        var list = event.putArray("Records");
        for (var record : records) {
            var node = list.addObject().put("eventID", record.eventID()).put("eventName", record.eventNameAsString())
                    .put("eventVersion", "1.1").put("eventSource", "aws:dynamodb").put("awsRegion", Engines.REGION);
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
