package org.chongshan.local.programme;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.chongshan.bureau.ContextMap;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Event;
import org.chongshan.events.json.EventJson;
import org.chongshan.local.RawItems;
import org.chongshan.local.crash.CrashLoad;
import org.chongshan.shell.Router;
import org.chongshan.shell.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The books, read from the items as they are stored: every journal entry, every state, and what is left in the queues' store.
 * Nothing is asked of the platform; the topology alone says who accepts what.
 */
public final class Audit {
    private static final JsonMapper JSON = new JsonMapper();

    /** A journal entry as it is stored. */
    private record Entry(String aggregate, String id, String outcome, String rule, long version, JsonNode event,
            JsonNode emitted) {
        JsonNode data() {
            return event.path("data");
        }

        String type() {
            var type = event.path("type").stringValue("");
            return type.substring(type.lastIndexOf('.') + 1);
        }

        boolean isApplied() {
            return outcome.equals("applied");
        }
    }

    /** Ids the clock, a schedule or a sweep gives. */
    private static final Pattern OWN = Pattern.compile("\\.due\\.|^subsidy-quarter-opening\\.|^[0-9]{4}-Q[1-4]\\.");

    public final List<String> violations = new ArrayList<>();
    private final Router router = new Router(Topology.FUNCTIONS, ContextMap.LINES);
    private final Map<String, List<Entry>> entriesById = new HashMap<>();
    private final Map<String, List<Entry>> entriesOf = new TreeMap<>();
    private final Map<String, JsonNode> states = new TreeMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    /** Aggregates whose deadline stands in the index, with it. */
    private final Map<String, Instant> due = new TreeMap<>();
    /** Of each id, how many other contents under it were found out. */
    private final Map<String, Integer> conflicts = new TreeMap<>();

    public Audit(DynamoDbClient dynamo, Settings settings) {
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

    /** Journal entries with this outcome. */
    public long count(String outcome) {
        return entriesById.values().stream().flatMap(List::stream).filter(entry -> entry.outcome().equals(outcome))
                .count();
    }

    private void expect(boolean holds, String violation, Object... with) {
        if (!holds) {
            violations.add(violation.formatted(with));
        }
    }

    /**
     * Of what was posted.
     *
     * @param posted   ids with the aggregate each is for
     * @param accepted whether an id was answered 202
     */
    public void everyAcceptedEventHasOneEntryAndNoOtherHasMore(Map<String, String> posted, Predicate<String> accepted) {
        posted.forEach((id, aggregate) -> {
            var entries = entriesById.getOrDefault(id, List.of());
            if (accepted.test(id)) {
                expect(entries.size() == 1, "%s, accepted for %s, has %d entries", id, aggregate, entries.size());
            } else {
                expect(entries.size() <= 1, "%s, never answered, has %d entries", id, entries.size());
            }
            entries.forEach(entry -> expect(entry.aggregate().equals(aggregate), "%s is in the journal of %s", id,
                    entry.aggregate()));
        });
    }

    /** Of two contents under one id one was applied and the other reported; nothing else is called a conflict. */
    public void exactlyTheseIdsCarriedAnotherContent(Set<String> ids) {
        var expected = new TreeMap<String, Integer>();
        ids.forEach(id -> expected.put(id, 1));
        expect(conflicts.equals(expected), "conflicts are %s, should be %s", conflicts, expected);
    }

    /** Nothing is due that nobody was told of. */
    public void noDeadlineIsForgotten(Instant now) {
        due.forEach((aggregate, at) -> expect(!at.isBefore(now), "%s was due at %s", aggregate, at));
    }

    public long conflicts() {
        return conflicts.size();
    }

    /** What one client had accepted one after the other, an aggregate decided in that order. */
    public void everyAggregateKeptEachClientsOrder(CrashLoad load) {
        for (var accepted : load.inOrder) {
            var last = new HashMap<String, Long>();
            for (var posted : accepted) {
                for (var entry : entriesById.getOrDefault(posted.id(), List.of())) {
                    var before = last.put(posted.aggregate(), entry.version());
                    expect(before == null || before <= entry.version(), "%s of %s was decided out of its order",
                            posted.id(), posted.aggregate());
                }
            }
        }
    }

    public void everyVersionOfAnAggregateWasMadeByOneEntry() {
        states.forEach((aggregate, state) -> {
            var made = entriesOf.getOrDefault(aggregate, List.of()).stream().filter(Entry::isApplied)
                    .map(Entry::version).sorted().toList();
            var all = java.util.stream.LongStream.rangeClosed(1, versions.get(aggregate)).boxed().toList();
            expect(made.equals(all), "%s is at version %d, its journal has %s", aggregate, versions.get(aggregate),
                    made);
        });
    }

    /** @param posted ids of what came from outside */
    public void everyEmittedEventReachedAllThatAcceptIt(Set<String> posted) {
        var emitted = new HashSet<String>();
        entriesById.values().forEach(entries -> entries.forEach(entry -> entry.emitted().forEach(event -> {
            var envelope = EventJson.read(event.toString());
            emitted.add(envelope.id());
            reached(entry, envelope.id(), envelope.data());
            for (var line : ContextMap.LINES) {
                line.of(envelope.data()).ifPresent(other -> {
                    emitted.add(envelope.id() + ".translated.1");
                    reached(entry, envelope.id() + ".translated.1", other);
                });
            }
        })));
        entriesById.keySet().forEach(id -> expect(posted.contains(id) || emitted.contains(id) || OWN.matcher(id).find(),
                "%s was neither posted nor emitted", id));
    }

    private void reached(Entry cause, String id, Event event) {
        for (var to : router.destinations(event)) {
            if (to.function().trigger() == FunctionSpec.Trigger.SWEEP) {
                continue;
            }
            var there = entriesById.getOrDefault(id, List.of()).stream().filter(one -> one.aggregate().equals(to.key()))
                    .count();
            expect(there == 1, "%s, emitted by %s, has %d entries in %s", id, cause.aggregate(), there, to.key());
        }
    }

    public void everyFundBalancesToTheFen() {
        each("reserve-fund", (fund, state) -> {
            var name = fund.substring(fund.indexOf('/') + 1);
            var applied = entriesOf.get(fund).stream().filter(Entry::isApplied).toList();
            var putIn = applied.stream().filter(entry -> Set.of("FundOpened", "FundReplenished").contains(entry.type()))
                    .mapToLong(entry -> entry.data().path("amountFen").longValue()).sum();
            expect(putIn == state.path("funded").longValue(), "%s has %d, put in were %d", fund,
                    state.path("funded").longValue(), putIn);

            var paid = new long[1];
            each("payment", (payment, one) -> {
                if (one.path("status").stringValue("").equals("paid")
                        && one.path("fund").stringValue("").equals(name)) {
                    paid[0] += one.path("amountFen").longValue();
                }
            });
            expect(paid[0] == state.path("paid").longValue(), "%s paid %d, its payments are %d", fund,
                    state.path("paid").longValue(), paid[0]);

            var holds = new TreeMap<String, Long>();
            state.path("holds").properties().forEach(hold -> holds.put(hold.getKey(), hold.getValue().longValue()));
            var paying = new TreeMap<String, Long>();
            each("relief-case", (key, one) -> {
                if (one.path("phase").stringValue("").equals("PAYING")
                        && one.path("subdistrict").stringValue("").equals(name) && isPaidByFund(key)) {
                    paying.put(key.substring(key.indexOf('/') + 1), one.path("request").path("amountFen").longValue());
                }
            });
            expect(holds.equals(paying), "%s holds %s, paying are %s", fund, holds, paying);
            var held = holds.values().stream().mapToLong(Long::longValue).sum();
            expect(putIn - paid[0] - held >= 0, "%s is overdrawn by %d", fund, held + paid[0] - putIn);
        });
    }

    /** Whether the last thing that set the case paying was its fund, and not the district's budget. */
    private boolean isPaidByFund(String reliefCase) {
        return entriesOf.get(reliefCase).stream().filter(Entry::isApplied)
                .filter(entry -> Set.of("FundHeld", "UrgentReliefFunded", "ReliefApproved", "ReliefCaseDeliberated")
                        .contains(entry.type()))
                .max(Comparator.comparingLong(Entry::version)).filter(entry -> entry.type().equals("FundHeld"))
                .isPresent();
    }

    /** {@code pledged = left + withdrawn + matched}, and nothing was matched that was not pledged. */
    public void nothingIsMatchedBeyondWhatWasPledged() {
        each("resource", (resource, state) -> {
            var matched = new long[1];
            state.path("matches").forEach(match -> matched[0] += match.path("quantity").longValue());
            expect(matched[0] + state.path("withdrawn").longValue() <= state.path("pledged").longValue(),
                    "%s is matched beyond its pledge: %s", resource, state);
        });
    }

    /** A quarter counts each household once, when it is entitled and when it has its parcels. */
    public void noHouseholdIsEntitledTwice() {
        each("subsidy-cycle", (cycle, state) -> {
            var name = cycle.substring(cycle.indexOf('/') + 1);
            for (var count : Map.of("SubsidyEntitled", "entitled", "SubsidyHandedOver", "delivered").entrySet()) {
                var households = new ArrayList<String>();
                entriesOf.get(cycle).stream().filter(Entry::isApplied)
                        .filter(entry -> entry.type().equals(count.getKey()))
                        .forEach(entry -> households.add(entry.data().path("household").stringValue("")));
                expect(new HashSet<>(households).size() == households.size(), "%s: twice in %s", name, households);
                expect(state.path(count.getValue()).longValue() == households.size(), "%s says %s of %s", name, state,
                        households);
            }
        });
    }

    public void noClaimIsPaidTwice() {
        entriesOf.forEach((aggregate, entries) -> {
            if (aggregate.startsWith("payment/")) {
                var paid = entries.stream().filter(Entry::isApplied)
                        .filter(entry -> entry.type().equals("PaymentReceiptRecorded")
                                && entry.data().path("result").stringValue("").equals("PAID"))
                        .count();
                expect(paid <= 1, "%s was paid %d times", aggregate, paid);
            }
        });
    }

    public void noPlaceIsOverbookedAndNoneIsLost() {
        each("activity", (activity, state) -> {
            var enrolled = texts(state.path("enrolled"));
            var waiting = texts(state.path("waiting"));
            expect(enrolled.size() <= state.path("places").intValue(), "%s is over-booked: %s", activity, enrolled);
            expect(waiting.isEmpty() || enrolled.size() == state.path("places").intValue(),
                    "%s has a place free, and %s wait", activity, waiting);
            var children = new ArrayList<>(enrolled);
            children.addAll(waiting);
            var expected = new HashSet<String>();
            entriesOf.get(activity).stream().filter(Entry::isApplied).sorted(Comparator.comparingLong(Entry::version))
                    .forEach(entry -> {
                        var child = entry.data().path("child").stringValue("");
                        switch (entry.type()) {
                            case "ChildEnrolled" ->
                                expect(expected.add(child), "%s: %s enrolled twice", activity, child);
                            case "ChildWithdrawn" ->
                                expect(expected.remove(child), "%s: %s withdrew unenrolled", activity, child);
                            default -> {
                            }
                        }
                    });
            expect(new HashSet<>(children).equals(expected) && children.size() == expected.size(),
                    "%s has %s, its journal says %s", activity, children, expected);
        });
    }

    /** Read from the queues' store, with no engine on it: whatever waits there, or lies among the dead letters. */
    public static List<String> leftInQueues(Path folder) throws SQLException {
        var left = new ArrayList<String>();
        for (var file : List.of("queues", "queues-left")) {
            try (var store = DriverManager
                    .getConnection("jdbc:h2:" + folder.toAbsolutePath().resolve(file) + ";MAX_COMPACT_TIME=0", "", "");
                    var sql = store.createStatement()) {
                for (var table : tables(sql)) {
                    try (var rows = sql.executeQuery("select count(*) from \"" + table + "\"")) {
                        rows.next();
                        if (rows.getLong(1) > 0) {
                            left.add(rows.getLong(1) + " in " + table);
                        }
                    }
                }
            }
        }
        return left;
    }

    private static List<String> tables(Statement sql) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = sql.executeQuery("select table_name from information_schema.tables where "
                + "lower(table_name) like 'message_%' or lower(table_name) = 'left_message'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private interface Look {
        void at(String aggregate, JsonNode state);
    }

    private void each(String function, Look look) {
        states.forEach((aggregate, state) -> {
            if (aggregate.startsWith(function + "/")) {
                look.at(aggregate, state);
            }
        });
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.stringValue("")));
        return texts;
    }
}
