package org.chongshan.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.chongshan.core.Actors;
import org.chongshan.core.Aggregate;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Key;
import org.chongshan.core.Rendering;
import org.chongshan.events.Confidential;
import org.chongshan.events.CountChanged;
import org.chongshan.events.Envelope;
import org.chongshan.events.Sealable;
import org.chongshan.events.json.EventJson;
import org.chongshan.shell.Http.Caller;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.node.ObjectNode;

/** What somebody sees of a collection's items: names opened for whoever works with them, masked for all others. */
final class Shown {
    /** Hexadecimal digits: enough to tell entries apart. */
    private static final int MASKED_ID = 16;

    private final Collection<?, ?> collection;
    private final Seal seal;
    private final Caller caller;
    /** Of all programmes, by name. */
    private final Map<String, Collection<?, ?>> collections;

    /** To one reader. */
    Shown(Collection<?, ?> collection, Seal seal, Caller caller, Map<String, Collection<?, ?>> collections) {
        this.collection = collection;
        this.seal = seal;
        this.caller = caller;
        this.collections = collections;
    }

    private Function<Sealable, String> view(boolean confided) {
        var names = confided || collection.seesNames().contains(caller.role());
        return text -> names || text instanceof Confidential ? seal.open(text.value()) : Sealable.MASK;
    }

    private Function<Sealable, String> view(Aggregate state) {
        return view(collection.confides(state, caller.role(), caller.subject()));
    }

    /** Whether what stands there is the reader's by name. */
    static boolean isConfided(Collection<?, ?> collection, Map<String, AttributeValue> item, Caller caller) {
        return collection.confiding().contains(caller.role()) && item.containsKey(TableShape.STATE)
                && collection.confides(state(collection, item), caller.role(), caller.subject());
    }

    /** The record an item holds. */
    static Aggregate state(Collection<?, ?> collection, Map<String, AttributeValue> item) {
        return EventJson.readValue(item.get(TableShape.STATE).s(), collection.stateType());
    }

    /** The word a record stands under, or what waits for one that has not begun. */
    static String status(Collection<?, ?> collection, Map<String, AttributeValue> item) {
        return item.containsKey(TableShape.STATE)
                ? state(collection, item).status().word()
                : Early.status(EventJson.readValue(item.get(TableShape.WAITING).s(), Journal.Waiting.class));
    }

    /** What stands there in a published standard, as far as it is seen. */
    @SuppressWarnings("unchecked")
    <S extends Aggregate> Stream<Object> rendered(Rendering<S> rendering, Map<String, AttributeValue> item) {
        if (!item.containsKey(TableShape.STATE)) {
            return Stream.empty();
        }
        var state = state(collection, item);
        return rendering.of((S) state).stream().map(one -> EventJson.shown(one, view(state)));
    }

    /** What may stand in a {@link #summary} of the collection, in a table. */
    static Columns summaryColumns(Collection<?, ?> collection) {
        return Columns.of(List.of("key", "version", "status", "due", "waiting", "since"), "state",
                collection.stateType());
    }

    /** What stands under a key. */
    Map<String, Object> summary(Map<String, AttributeValue> item) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("key", item.get(TableShape.PK).s());
        summary.put("version", Long.parseLong(item.get(TableShape.VERSION).n()));
        if (!item.containsKey(TableShape.STATE)) {
            var waiting = EventJson.readValue(item.get(TableShape.WAITING).s(), Journal.Waiting.class);
            summary.put("status", Early.status(waiting));
            summary.put("waiting", waiting.ids());
            summary.put("since", waiting.since());
            return summary;
        }
        var state = state(collection, item);
        summary.put("status", state.status().word());
        if (state.due() != null) {
            summary.put("due", state.due());
        }
        summary.put("state", EventJson.shown(state, view(state)));
        return summary;
    }

    /** What may stand in an {@link #entry}, in a table. */
    static Columns entryColumns() {
        return Columns.of(List.of("id", "at", "outcome", "rule", "rules", "policy", "version", "late", "cause",
                "event.type", "event.time", "event.actor", "event.role", "event.subdistrict", "event.subject",
                "event.data", "facts", "emitted", "earlier", "event.id", "event.source", "event.receivedtime",
                "event.correlationid", "event.causationid", "event.traceparent", "event.reach", "event.specversion",
                "event.datacontenttype", "event.dataschema"));
    }

    /**
     * An entry of the journal. Whoever the record confides in reads their own words and no others: it confides in whoever it
     * confided in before, too.
     */
    Map<String, Object> entry(Map<String, AttributeValue> item) {
        var entry = outcome(item);
        var event = EventJson.read(item.get(TableShape.EVENT).s());
        var view = entryView(event);
        var shown = EventJson.shown(event, view);
        entry.put("event", shown);
        if (event.data() instanceof CountChanged) {
            cause(event, item.get(TableShape.DIGEST).s(), entry, shown);
        }
        event.late().ifPresent(late -> entry.put("late", late.toString()));
        if (item.containsKey(TableShape.EARLIER)) {
            entry.put("earlier", EventJson.readValue(item.get(TableShape.EARLIER).s(), List.class));
        }
        var emitted = new ArrayList<Object>();
        if (item.containsKey(TableShape.EMITTED)) {
            EventJson.readAll(item.get(TableShape.EMITTED).s())
                    .forEach(each -> emitted.add(EventJson.shown(each, view)));
        }
        entry.put("emitted", emitted);
        return entry;
    }

    /** An {@link #entry} without its events. */
    static Map<String, Object> outcome(Map<String, AttributeValue> item) {
        var outcome = receipt(item);
        outcome.put("outcome", item.get(TableShape.OUTCOME).s());
        outcome.put("rule", item.get(TableShape.RULE).s());
        if (item.containsKey(TableShape.RULES)) {
            outcome.put("rules", EventJson.readValue(item.get(TableShape.RULES).s(), List.class));
        }
        outcome.put("version", Long.parseLong(item.get(TableShape.VERSION).n()));
        if (item.containsKey(TableShape.FACTS)) {
            outcome.put("facts", facts(item));
        }
        return outcome;
    }

    /** Whoever reads the record that counts is led to it; for all others nothing says which one it is. */
    private void cause(Envelope event, String digest, Map<String, Object> entry, ObjectNode shown) {
        var record = Key.parse(event.subject());
        var origin = collections.get(record.function());
        if (origin != null && origin.readers().contains(caller.role())) {
            entry.put("cause", "/v1/" + origin.path() + "/" + record.id() + "/journal/" + event.causationid());
            return;
        }
        var masked = record.function() + "-" + digest.substring(0, MASKED_ID);
        entry.put("id", masked);
        shown.put("id", masked).put("subject", record.function());
        List.of("causationid", "correlationid", "actor", "traceparent").forEach(shown::remove);
    }

    private Function<Sealable, String> entryView(Envelope event) {
        if (!collection.confiding().contains(caller.role())) {
            return view(false);
        }
        return Actors.same(event.actor(), caller.subject()) ? view(true) : text -> Sealable.MASK;
    }

    /** What a sender may know. Nothing of the aggregate, which may be none of the sender's business: not even its version. */
    static Map<String, Object> receipt(Map<String, AttributeValue> item) {
        var facts = facts(item);
        var receipt = new LinkedHashMap<String, Object>();
        receipt.put("id", item.get(TableShape.SK).s().split("/", 3)[1]);
        receipt.put("outcome", facts.getOrDefault(Journal.TOLD_OUTCOME, item.get(TableShape.OUTCOME).s()));
        receipt.put("rule", facts.getOrDefault(Journal.TOLD, item.get(TableShape.RULE).s()));
        receipt.put("policy", item.get(TableShape.POLICY).s());
        receipt.put("at", item.get(TableShape.AT).s());
        return receipt;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(Map<String, AttributeValue> item) {
        var facts = item.get(TableShape.FACTS);
        return facts == null ? Map.of() : EventJson.readValue(facts.s(), Map.class);
    }

    /** A page of what is shown. */
    static Map<String, Object> page(List<?> items, @Nullable String cursor) {
        return page("items", items, cursor);
    }

    static Map<String, Object> page(String member, List<?> items, @Nullable String cursor) {
        var page = new LinkedHashMap<String, Object>();
        page.put(member, items);
        if (cursor != null) {
            page.put("cursor", cursor);
        }
        return page;
    }
}
