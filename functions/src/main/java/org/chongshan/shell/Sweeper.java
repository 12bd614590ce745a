package org.chongshan.shell;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.chongshan.core.FunctionSpec;
import org.chongshan.core.Key;
import org.chongshan.events.Envelope;
import org.chongshan.events.Event;
import org.chongshan.events.Sweep;
import org.chongshan.events.SweepContinued;
import org.chongshan.events.json.EventJson;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/**
 * Goes through a list, page by page, and sends every aggregate in it one event. Where it is stands in the table: the
 * events of a page are sent first, then the cursor moves, then progress is stated and the next page asked for. Whatever
 * happens twice or dies in between bears the same ids again, and the journals drop it.
 */
final class Sweeper implements Function<InputStream, byte[]> {
    private static final int PAGE = 100;
    private static final String CAUSE = "cause";
    private static final String PAGES = "page";
    private static final String REACHED = "reached";
    private static final String CURSOR_RANK = "cursor_rank";
    private static final String CURSOR_KEY = "cursor_pk";

    private final FunctionSpec.Sweep function;
    private final DynamoDbClient dynamo;
    private final String table;
    private final Mail mail;
    private final InstantSource clock;

    Sweeper(FunctionSpec.Sweep function, DynamoDbClient dynamo, String table, Mail mail, InstantSource clock) {
        this.function = function;
        this.dynamo = dynamo;
        this.table = table;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public byte[] apply(InputStream batch) {
        var left = new ArrayList<LambdaPayload.Message>();
        for (var messages : LambdaPayload.groups(batch).values()) {
            var taken = LambdaPayload.inOrder(messages, "sweep", this::take);
            left.addAll(messages.subList(taken, messages.size()));
        }
        return LambdaPayload.again(left);
    }

    private void take(Envelope message) {
        var asked = message.data() instanceof SweepContinued continued ? continued.page() : 1;
        var key = message.data() instanceof SweepContinued continued
                ? Key.parse(continued.aggregate())
                : function.key(((Sweep) message.data()).sweep());
        var at = dynamo.getItem(get -> get.tableName(table).consistentRead(true).key(itemKey(key))).item();
        var begun = at.isEmpty() ? begin(key, message) : new HashMap<>(at);
        var done = number(begun, PAGES);
        if (asked == done + 1) {
            page(key, begun);
        } else if (asked == done) {
            // It died after the cursor moved: what it had still to say is said now.
            goOn(key, begun);
        }
    }

    private Map<String, AttributeValue> begin(Key key, Envelope cause) {
        var item = new HashMap<>(itemKey(key));
        item.put(CAUSE, fromS(EventJson.write(cause)));
        item.put(PAGES, fromN("0"));
        item.put(REACHED, fromN("0"));
        return item;
    }

    private void page(Key key, Map<String, AttributeValue> at) {
        var cause = EventJson.read(at.get(CAUSE).s());
        var sweep = (Sweep) cause.data();
        var scope = TableShape.scope(sweep.function(), sweep.subdistrict(), sweep.list());
        var found = dynamo.query(query -> query.tableName(table).indexName(TableShape.BY_SCOPE).limit(PAGE)
                .keyConditionExpression("#scope = :scope").expressionAttributeNames(Map.of("#scope", TableShape.SCOPE))
                .expressionAttributeValues(Map.of(":scope", fromS(scope)))
                .exclusiveStartKey(at.containsKey(CURSOR_KEY)
                        ? Map.of(TableShape.SCOPE, fromS(scope), TableShape.RANK, at.get(CURSOR_RANK), TableShape.PK,
                                at.get(CURSOR_KEY), TableShape.SK, fromS(Journal.LIST_PREFIX + sweep.list()))
                        : null));
        var reached = found.items().stream().map(item -> Key.parse(item.get(TableShape.PK).s()))
                .map(one -> envelope(cause, sweep.sweep() + "." + one.id(), one, sweep.reaching(one.id()))).toList();
        send(reached);
        var next = new HashMap<>(at);
        next.put(PAGES, fromN(Long.toString(number(at, PAGES) + 1)));
        next.put(REACHED, fromN(Long.toString(number(at, REACHED) + reached.size())));
        var last = found.lastEvaluatedKey();
        if (last.isEmpty()) {
            next.remove(CURSOR_KEY);
            next.remove(CURSOR_RANK);
        } else {
            next.put(CURSOR_KEY, last.get(TableShape.PK));
            next.put(CURSOR_RANK, last.get(TableShape.RANK));
        }
        advance(at, next);
        goOn(key, next);
    }

    /** Of two runs of one page the first moves the cursor; the second finds it moved and leaves it. */
    private void advance(Map<String, AttributeValue> at, Map<String, AttributeValue> next) {
        try {
            dynamo.putItem(put -> put.tableName(table).item(next)
                    .conditionExpression(number(at, PAGES) == 0 ? "attribute_not_exists(pk)" : "#page = :page")
                    .expressionAttributeNames(number(at, PAGES) == 0 ? null : Map.of("#page", PAGES))
                    .expressionAttributeValues(number(at, PAGES) == 0 ? null : Map.of(":page", at.get(PAGES))));
        } catch (ConditionalCheckFailedException e) {
            throw new IllegalStateException("another run has moved the cursor; the message comes again", e);
        }
    }

    private void goOn(Key key, Map<String, AttributeValue> at) {
        var cause = EventJson.read(at.get(CAUSE).s());
        var sweep = (Sweep) cause.data();
        var pages = number(at, PAGES);
        var complete = !at.containsKey(CURSOR_KEY);
        var id = sweep.sweep() + ".page." + pages;
        var messages = new ArrayList<Envelope>();
        messages.add(envelope(cause, id, key, sweep.progress(number(at, REACHED), complete)));
        if (!complete) {
            messages.add(envelope(cause, id + ".continued", key, new SweepContinued(key.toString(), pages + 1)));
        }
        send(messages);
    }

    private void send(List<Envelope> envelopes) {
        if (!mail.send(envelopes).isEmpty()) {
            throw new IllegalStateException("not everything was sent; the message comes again");
        }
    }

    private Envelope envelope(Envelope cause, String id, Key subject, Event data) {
        return cause.causing(id, "/functions/" + function.name(), subject.toString(), data, cause.subdistrict(),
                clock.instant());
    }

    private static Map<String, AttributeValue> itemKey(Key key) {
        return Map.of(TableShape.PK, fromS(key.toString()), TableShape.SK, fromS(Journal.STATE_KEY));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(item.get(name).n());
    }
}
