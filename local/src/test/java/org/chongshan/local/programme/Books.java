package org.chongshan.local.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

        /** When it happened, by the clock of whoever posted it. */
        public Instant time() {
            return Instant.parse(event.path("time").stringValue(""));
        }

        /** The text of an attribute or an extension of the event; empty when it has none. */
        public String attribute(String name) {
            return event.path(name).stringValue("");
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
    private final Map<String, String> standing = new HashMap<>();
    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Map<String, List<String>> waiting = new TreeMap<>();
    private final Set<String> statedToWait = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private final Set<Promise> broken = EnumSet.noneOf(Promise.class);
    private Promise promise = Promise.REST;

    /** Of every programme, as they stand now. */
    public Books(DynamoDbClient dynamo, Settings settings) {
        RawItems.of(dynamo, settings).forEach(this::read);
    }

    private void read(Map<String, AttributeValue> item) {
        var aggregate = item.get("pk").s();
        var sort = item.get("sk").s();
        if (sort.contains("/conflict/")) {
            conflicts.merge(sort.split("/")[1], 1, Integer::sum);
        } else if (sort.equals("state") && item.containsKey("waiting")) {
            readDue(item);
            var early = JSON.readTree(item.get("waiting").s());
            waiting.put(aggregate, texts(early.path("ids")));
            if (early.path("stated").booleanValue(false)) {
                statedToWait.add(aggregate);
            }
        } else if (sort.startsWith("list/")) {
            lists.computeIfAbsent(aggregate, none -> new TreeSet<>()).add(sort.substring("list/".length()));
        } else if (sort.equals("state") && !item.containsKey("state")) {
            expect(!item.containsKey("cursor_pk"), "the sweep %s has not come to its end", aggregate);
        } else if (sort.equals("state")) {
            readDue(item);
            standing.put(aggregate, item.get("rank").s().split("/")[0]);
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

    private void readDue(Map<String, AttributeValue> item) {
        if (item.containsKey("due_at")) {
            // Behind the instant stands how often it was set.
            due.put(item.get("pk").s(), Instant.parse(item.get("due_at").s().split("#")[0]));
        }
    }

    /** What is expected from here on is expected because of this promise. */
    public void promise(Promise next) {
        promise = next;
    }

    /** The promises that were found not to be kept. */
    public Set<Promise> broken() {
        return Collections.unmodifiableSet(broken);
    }

    /** Something that must hold, and what is said when it does not. */
    public void expect(boolean holds, String violation, Object... with) {
        if (!holds) {
            broken.add(promise);
            violations.add(promise.words + ": " + violation.formatted(with));
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

    /** The state of an aggregate; missing when there is none. */
    public JsonNode state(String aggregate) {
        return states.getOrDefault(aggregate, JSON.missingNode());
    }

    /** The entries of an aggregate's journal that made it what it is, in the order they did. */
    public Stream<Entry> applied(String aggregate) {
        return entriesOf.getOrDefault(aggregate, List.of()).stream().filter(Entry::isApplied)
                .sorted(Comparator.comparingLong(Entry::version));
    }

    /** Of the entries of these types that an aggregate took, the latest by its own time, and of one time by its id. */
    public Optional<Entry> latest(String aggregate, Set<String> types) {
        return applied(aggregate).filter(entry -> types.contains(entry.type()))
                .max(Comparator.comparing(Entry::time).thenComparing(Entry::id));
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

    /** Of each aggregate with a state, its status. */
    Map<String, String> standing() {
        return standing;
    }

    /** The further lists an aggregate stands in. */
    Set<String> listsOf(String aggregate) {
        return lists.getOrDefault(aggregate, Set.of());
    }

    /** Of what has not begun, the ids of the events that wait for it. */
    Map<String, List<String>> waiting() {
        return waiting;
    }

    /** Whether it was stated that events wait for what does not begin. */
    boolean isStatedToWait(String aggregate) {
        return statedToWait.contains(aggregate);
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
