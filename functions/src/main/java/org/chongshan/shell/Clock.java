package org.chongshan.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;

import org.chongshan.core.Key;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.Envelope;
import org.chongshan.events.Programme;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/**
 * Each minute, tells every aggregate whose deadline has passed. Reads the sparse deadline index from the day it last
 * left behind up to now: what it costs grows with what is due, not with what is stored. A deadline stays in the index
 * until its aggregate has moved it, so a lost message is sent again the next minute.
 */
final class Clock implements Function<InputStream, byte[]> {
    private static final String DAY = "day";
    /** How far back the very first run looks. */
    private static final Duration FIRST_LOOK = Duration.ofDays(7);

    private final DynamoDbClient dynamo;
    private final String table;
    private final String programme;
    private final Mail mail;
    private final InstantSource clock;

    Clock(DynamoDbClient dynamo, Settings settings, Programme programme, Mail mail, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = settings.table(programme.tableName());
        this.programme = programme.key();
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public byte[] apply(InputStream schedule) {
        var now = clock.instant();
        var today = Shards.dayOf(now);
        var sent = 0;
        for (var day = dayReached(now); !day.isAfter(today); day = day.plus(Duration.ofDays(1))) {
            for (int shard = 0; shard < Shards.PER_DAY; shard++) {
                sent += tell(day, shard, now);
            }
        }
        // One day stays open behind, for a deadline filed at midnight by a writer whose clock lags.
        remember(today.minus(Duration.ofDays(1)));
        return ("{\"due\":" + sent + "}").getBytes(StandardCharsets.UTF_8);
    }

    private int tell(Instant day, int shard, Instant now) {
        var told = 0;
        var bucket = Shards.bucket(day, shard);
        for (var page : dynamo.queryPaginator(query -> query.tableName(table).indexName(TableShape.BY_DUE)
                .keyConditionExpression("due_bucket = :bucket AND due_at < :now")
                .expressionAttributeValues(Map.of(":bucket", fromS(bucket), ":now", fromS(Shards.sortable(now)))))) {
            var due = new ArrayList<Envelope>();
            page.items().forEach(item -> due
                    .add(reached(Key.parse(item.get(TableShape.PK).s()), item.get(TableShape.DUE_AT).s(), now)));
            if (!mail.send(due).isEmpty()) {
                throw new IllegalStateException("not every deadline was sent; the next minute sends it again");
            }
            if (day.isBefore(Shards.dayOf(now).minus(Duration.ofDays(1)))) {
                page.items().forEach(item -> carryOver(item, now));
            }
            told += due.size();
        }
        return told;
    }

    /** A deadline whose aggregate has not answered within the day goes to the present day's bucket, so no old day needs a look again. */
    private void carryOver(Map<String, AttributeValue> item, Instant now) {
        var key = item.get(TableShape.PK);
        try {
            dynamo.updateItem(update -> update.tableName(table)
                    .key(Map.of(TableShape.PK, key, TableShape.SK, item.get(TableShape.SK)))
                    .updateExpression("SET due_bucket = :bucket").conditionExpression("due_at = :due")
                    .expressionAttributeValues(Map.of(":bucket", fromS(Shards.bucket(Key.parse(key.s()), now, now)),
                            ":due", item.get(TableShape.DUE_AT))));
        } catch (ConditionalCheckFailedException e) {
            return; // The aggregate has answered meanwhile.
        }
    }

    private Envelope reached(Key aggregate, String deadline, Instant now) {
        var due = Shards.due(deadline);
        // The aggregate is part of the id: what follows from two aggregates due at one instant must not bear one id. So is how
        // often the deadline was set: one that falls on the same instant again is told again.
        var id = aggregate.dotted() + ".due." + due.toString().replace(":", "") + "." + Shards.set(deadline);
        var clockName = programme + "-clock";
        return Envelope.beginning(id, "/functions/" + clockName, aggregate.toString(), due,
                new DeadlineReached(aggregate.toString(), due), clockName, "", now);
    }

    private Instant dayReached(Instant now) {
        var item = dynamo.getItem(get -> get.tableName(table).key(marker())).item();
        return item.isEmpty() ? Shards.dayOf(now.minus(FIRST_LOOK)) : Instant.parse(item.get(DAY).s());
    }

    private void remember(Instant day) {
        dynamo.updateItem(update -> update.tableName(table).key(marker()).updateExpression("SET #day = :day")
                .expressionAttributeNames(Map.of("#day", DAY))
                .expressionAttributeValues(Map.of(":day", fromS(day.toString()))));
    }

    private Map<String, AttributeValue> marker() {
        return Map.of(TableShape.PK, fromS("clock/" + programme), TableShape.SK, fromS("reached"));
    }
}
