package org.chongshan.local.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chongshan.bureau.ContextMap;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Key;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.Event;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.events.json.EventJson;
import org.chongshan.local.Bureau;
import org.chongshan.local.Journals;
import org.chongshan.local.SchemaBodies;
import org.chongshan.local.Tally;
import org.chongshan.local.programme.OneOfEach;
import org.chongshan.shell.Router;
import org.chongshan.shell.TableShape;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/**
 * What functions emit, and every other event a collection takes, at the border of a subdistrict: each of them, from a cause of the
 * record's own subdistrict, from one of another, and from one that acts in the whole bureau. Read off the topology, so that a new
 * event or collection is in the table without anybody adding it.
 */
class BordersTest {
    private static final String OTHER = "320613002";
    private static final Instant NOW = Instant.parse(OneOfEach.NOW);

    /** Whose doing it is that the event comes. */
    private enum Cause {
        /** Of the subdistrict the record belongs to. */
        OWN(OTHER, Reach.SUBDISTRICT),
        /** Of another. */
        ANOTHER(Bureau.STREET, Reach.SUBDISTRICT),
        /** Somebody of another who acts in the whole bureau. */
        BUREAU(Bureau.STREET, Reach.BUREAU);

        final String where;
        final Reach reach;

        Cause(String where, Reach reach) {
            this.where = where;
            this.reach = reach;
        }
    }

    /** One cell of the table: an event, sent to a collection whose record lies in {@link #OTHER}. */
    private record Cell(Collection<?, ?> function, Class<? extends Event> event, Cause cause, String id, Key key) {}

    private final Tally tally = new Tally("events at the border of a subdistrict, by whose doing they come");

    @Test
    void nothing_a_function_emits_passes_a_border_unless_a_line_of_the_topology_says_so() throws Exception {
        try (var bureau = Bureau.openAt(OneOfEach.NOW)) {
            OneOfEach.in(bureau, OTHER, "2");
            var cells = new ArrayList<Cell>();
            var models = models(bureau);
            var bodies = new SchemaBodies(new Random(2023));
            for (var function : Topology.collections()) {
                for (var event : function.accepts()) {
                    for (var cause : Cause.values()) {
                        cells.add(send(bureau, models, bodies, function, event, cause));
                    }
                }
            }
            bureau.settle();
            var rules = Journals.of(bureau.platform()).stream().collect(Collectors.groupingBy(Journals.Entry::id,
                    Collectors.mapping(Journals.Entry::rule, Collectors.toList())));
            var wrong = cells.stream().filter(cell -> !isAsPromised(cell, rules.getOrDefault(cell.id(), List.of())))
                    .map(cell -> cell.event().getSimpleName() + " at " + cell.key() + " by " + cell.cause() + ": "
                            + rules.getOrDefault(cell.id(), List.of()))
                    .toList();
            System.out.println(tally);
            assertThat(wrong).isEmpty();
            assertThat(cells.stream().map(Cell::event).collect(Collectors.toSet()))
                    .as("every event that nobody may post and some function takes").containsAll(onlyEmitted());
        }
    }

    private boolean isAsPromised(Cell cell, List<String> rules) {
        var crossing = cell.function().crossings().get(cell.event());
        var crosses = crossing != null && !crossing.confidantsAlone();
        var refused = rules.contains("outside-subdistrict");
        tally.count(cell.cause().name(), refused ? "stopped" : crosses ? "may cross" : "taken to be decided");
        return rules.size() == 1 && refused == (cell.cause() == Cause.ANOTHER && !crosses);
    }

    @Test
    void what_is_emitted_acts_as_far_as_its_cause_in_the_subdistrict_of_what_emits_it() throws Exception {
        try (var bureau = Bureau.openAt(OneOfEach.NOW)) {
            OneOfEach.in(bureau, OTHER, "2");
            var emitted = Journals.of(bureau.platform()).stream().filter(Journals.Entry::isEmitted)
                    .map(entry -> EventJson.read(entry.event().toString())).toList();
            var posted = Journals.of(bureau.platform()).stream().map(entry -> EventJson.read(entry.event().toString()))
                    .collect(Collectors.toMap(Envelope::id, envelope -> envelope, (one, _) -> one));
            assertThat(emitted).isNotEmpty().allSatisfy(envelope -> {
                assertThat(envelope.role()).isEqualTo(Role.SYSTEM);
                assertThat(envelope.subdistrict()).as(envelope.type()).isEqualTo(OTHER);
                var cause = posted.get(envelope.causationid());
                assertThat(cause == null || cause.reach() == envelope.reach()).as(envelope.type()).isTrue();
            });
        }
    }

    private static TreeSet<Class<? extends Event>> onlyEmitted() {
        var all = new TreeSet<Class<? extends Event>>(java.util.Comparator.comparing(Class::getName));
        var accepted = Topology.collections().stream().flatMap(function -> function.accepts().stream())
                .collect(Collectors.toSet());
        EventCatalogue.all().stream().filter(event -> !event.isAnnotationPresent(PostedBy.class))
                .filter(accepted::contains).forEach(all::add);
        return all;
    }

    /** A state of each function, to be planted under the id an event names. */
    private static Map<String, Map<String, AttributeValue>> models(Bureau bureau) {
        var models = new HashMap<String, Map<String, AttributeValue>>();
        for (var function : Topology.collections()) {
            bureau.platform().engines().dynamo().scanPaginator(scan -> scan.tableName(table(bureau, function))).items()
                    .stream()
                    .filter(item -> item.get(TableShape.PK).s().startsWith(function.name() + "/")
                            && item.containsKey(TableShape.STATE)
                            && item.get(TableShape.STATE).s().contains("\"subdistrict\":\"" + OTHER + "\""))
                    .forEach(item -> models.put(function.name(), item));
        }
        return models;
    }

    private static String table(Bureau bureau, Collection<?, ?> function) {
        return bureau.platform().settings().table(function.programme().tableName());
    }

    private static Cell send(Bureau bureau, Map<String, Map<String, AttributeValue>> models, SchemaBodies bodies,
            Collection<?, ?> function, Class<? extends Event> type, Cause cause) {
        var id = Bureau.newId();
        var body = bodies.event(Event.typeOf(type), cause.where).get("data").toString()
                .replace("\"X-", "\"B" + Math.abs(id.hashCode()) + "-")
                // No schema says how large a number may be that functions alone state.
                .replaceAll("(?<=:)[0-9]{10,}", "7")
                // Nor which characters a text of theirs may hold; a queue takes those of XML alone.
                .replaceAll("[\\x{FFFE}\\x{FFFF}\\x{FDD0}-\\x{FDEF}\\x{D800}-\\x{DFFF}]", "x");
        var event = EventJson.readValue(body, type);
        var key = new Router(Topology.FUNCTIONS, ContextMap.LINES).destinations(event).stream()
                .filter(to -> to.function().name().equals(function.name())).findFirst().orElseThrow().key();
        var planted = new HashMap<>(models.get(function.name()));
        planted.put(TableShape.PK, fromS(key.toString()));
        planted.remove(TableShape.DUE_BUCKET);
        planted.remove(TableShape.DUE_AT);
        bureau.platform().engines().dynamo().putItem(put -> put.tableName(table(bureau, function)).item(planted));
        var envelope = new Envelope(id, "/functions/another", key.toString(), NOW, event, "someone-1", Role.SYSTEM,
                cause.where, id, id, NOW, Trace.begunBy(id), cause.reach);
        bureau.platform().engines().sqs()
                .sendMessage(message -> message.queueUrl(bureau.platform().settings().queueUrl(function.queueName()))
                        .messageGroupId(key.toString()).messageDeduplicationId(id)
                        .messageBody(EventJson.write(envelope)));
        return new Cell(function, type, cause, id, key);
    }
}
