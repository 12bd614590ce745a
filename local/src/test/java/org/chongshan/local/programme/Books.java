package org.chongshan.local.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.chongshan.local.RawItems;
import org.chongshan.shell.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The books, read from the items as they are stored: every journal entry and every state. Nothing is asked of the platform. And
 * what does not hold in them, as far as somebody has looked.
 */
public final class Books {
    private static final JsonMapper JSON = new JsonMapper();

    /** A journal entry as it is stored. */
    public record Entry(String aggregate, String id, String outcome, String rule, long version, JsonNode event,
            JsonNode emitted) {
        /** What the event says. */
        public JsonNode data() {
            return event.path("data");
        }

        /** The simple name of the event's record. */
        public String type() {
            var type = event.path("type").stringValue("");
            return type.substring(type.lastIndexOf('.') + 1);
        }

        /** Whether the aggregate became something by it. */
        public boolean isApplied() {
            return outcome.equals("applied");
        }
    }

    private final Map<String, List<Entry>> entriesById = new HashMap<>();
    private final Map<String, List<Entry>> entriesOf = new TreeMap<>();
    private final Map<String, JsonNode> states = new TreeMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Instant> due = new TreeMap<>();
    private final Map<String, Integer> conflicts = new TreeMap<>();
    private final Set<String> lookedAt = new TreeSet<>();
    private final List<String> violations = new ArrayList<>();

    /** Of every programme, as they stand now. */
    public Books(DynamoDbClient dynamo, Settings settings) {
        RawItems.of(dynamo, settings).forEach(this::read);
    }

    private void read(Map<String, AttributeValue> item) {
        var aggregate = item.get("pk").s();
        var sort = item.get("sk").s();
        if (sort.contains("/conflict/")) {
            conflicts.merge(sort.split("/")[1], 1, Integer::sum);
        } else if (sort.equals("state") && !item.containsKey("state")) {
            expect(!item.containsKey("cursor_pk"), "the sweep %s has not come to its end", aggregate);
        } else if (sort.equals("state")) {
            if (item.containsKey("due_at")) {
                due.put(aggregate, Instant.parse(item.get("due_at").s()));
            }
            states.put(aggregate, JSON.readTree(item.get("state").s()));
            versions.put(aggregate, Long.parseLong(item.get("version").n()));
        } else if (sort.startsWith("journal/")) {
            var emitted = item.get("emitted");
            var entry = new Entry(aggregate, sort.substring("journal/".length()), item.get("outcome").s(),
                    item.get("rule").s(), Long.parseLong(item.get("version").n()), JSON.readTree(item.get("event").s()),
                    emitted == null ? JSON.createArrayNode() : JSON.readTree(emitted.s()));
            entriesById.computeIfAbsent(entry.id(), none -> new ArrayList<>()).add(entry);
            entriesOf.computeIfAbsent(aggregate, none -> new ArrayList<>()).add(entry);
        }
    }

    /** Something that must hold, and what is said when it does not. */
    public void expect(boolean holds, String violation, Object... with) {
        if (!holds) {
            violations.add(violation.formatted(with));
        }
    }

    /** What was found not to hold. */
    public List<String> violations() {
        return Collections.unmodifiableList(violations);
    }

    /** Every aggregate a function keeps, with its state. */
    public void each(String function, BiConsumer<String, JsonNode> look) {
        lookedAt.add(function);
        states.forEach((aggregate, state) -> {
            if (aggregate.startsWith(function + "/")) {
                look.accept(aggregate, state);
            }
        });
    }

    /** The entries of an aggregate's journal that made it what it is, in the order they did. */
    public Stream<Entry> applied(String aggregate) {
        return entriesOf.getOrDefault(aggregate, List.of()).stream().filter(Entry::isApplied)
                .sorted(java.util.Comparator.comparingLong(Entry::version));
    }

    /** Every entry of every journal. */
    public Stream<Entry> entries() {
        return entriesOf.values().stream().flatMap(List::stream);
    }

    /** Names of the functions whose aggregates somebody has looked at, one by one. */
    public Set<String> lookedAt() {
        return Collections.unmodifiableSet(lookedAt);
    }

    /** Names of the functions that have applied an event. */
    public Set<String> functionsThatApplied() {
        var functions = new TreeSet<String>();
        entries().filter(Entry::isApplied)
                .forEach(entry -> functions.add(entry.aggregate().substring(0, entry.aggregate().indexOf('/'))));
        return functions;
    }

    /** Journal entries with this outcome. */
    public long count(String outcome) {
        return entries().filter(entry -> entry.outcome().equals(outcome)).count();
    }

    /** Ids under which another content was found out. */
    public long conflicting() {
        return conflicts.size();
    }

    /** The id in an aggregate's key. */
    public static String idOf(String aggregate) {
        return aggregate.substring(aggregate.indexOf('/') + 1);
    }

    /** The texts of an array. */
    public static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.stringValue("")));
        return texts;
    }

    /** Whether no text stands there twice. */
    public static boolean isEachOnce(List<String> texts) {
        return new HashSet<>(texts).size() == texts.size();
    }

    List<Entry> entriesUnder(String id) {
        return entriesById.getOrDefault(id, List.of());
    }

    Set<String> ids() {
        return entriesById.keySet();
    }

    /** Of each aggregate that has a state or a journal, the version of its state; 0 when it has none. */
    Map<String, Long> versions() {
        var all = new TreeMap<>(versions);
        entriesOf.keySet().forEach(aggregate -> all.putIfAbsent(aggregate, 0L));
        return all;
    }

    /** Aggregates whose deadline stands in the index, with it. */
    Map<String, Instant> due() {
        return due;
    }

    /** Of each id, how many other contents under it were found out. */
    Map<String, Integer> conflicts() {
        return conflicts;
    }
}
