package org.chongshan.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.chongshan.core.Aggregate;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.json.EventJson;
import org.chongshan.shell.Http.Caller;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** What the face says, for whoever publishes it: its words and bounds, and answers made by what makes them. */
public final class Told {
    private static final byte[] KEY = "0123456789abcdef".repeat(4).getBytes(StandardCharsets.US_ASCII);

    private Told() {}

    /** Statuses of what has not begun. */
    public static List<String> early() {
        return Early.WORDS;
    }

    /** Events in one batch. */
    public static int mostEvents() {
        return Ingest.MOST_EVENTS;
    }

    /** Files by the word they are asked for by: their media types without parameters. */
    public static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        for (var format : Format.values()) {
            files.put(format.word(), format.mediaType().split(";", 2)[0]);
        }
        return files;
    }

    /**
     * What a record and its journal say once one event has begun it.
     *
     * @param record as {@code GET /v1/{collection}/{id}} answers it
     * @param entry  as {@code GET /v1/{collection}/{id}/journal/{event id}} does
     */
    public record Begun(Map<String, Object> record, Map<String, Object> entry) {}

    /**
     * Sealed, decided by the collection's own decider under the shipped policy, and shown to a reader of this role.
     *
     * @param event that begins a record, as it is posted
     */
    @SuppressWarnings("unchecked")
    public static <S extends Aggregate, E extends Event> Begun begun(Collection<S, E> collection, Event event,
            String id, Instant time, String subdistrict, Role by, Role reader) {
        var seal = new Seal(() -> version -> KEY);
        var posted = seal.seal(new Envelope(id, "/phones/17", "", time, event, by.claim() + "-17", by, subdistrict, id,
                id, time.plusSeconds(1), Trace.begunBy(id), Reach.of(by)));
        var decider = collection.newDecider();
        var key = collection.key(decider.idOf((E) posted.data()));
        var now = time.plusSeconds(2);
        var fold = new Fold<>(new Bench<>(collection, decider, ReferenceData.policy(), ReferenceData.workingDays()),
                key, new Journal.Stored<>(null, 0, null, 0), Map.of(), _ -> Map.of(), false, now);
        fold.add(posted);
        var begun = fold.next();
        var written = fold.entries().getFirst();
        var shown = new Shown(collection, seal, new Caller(reader.claim() + "-17", reader, subdistrict), Map.of());
        var state = Map.of(TableShape.PK, fromS(key.toString()), TableShape.VERSION,
                fromN(Long.toString(begun.version())), TableShape.STATE,
                fromS(EventJson.writeValue(Objects.requireNonNull(begun.state(), "it does not begin"))));
        var entry = new LinkedHashMap<String, AttributeValue>();
        entry.put(TableShape.SK, fromS(written.sortKey()));
        entry.put(TableShape.OUTCOME, fromS(written.outcome().word()));
        entry.put(TableShape.RULE, fromS(written.rule()));
        entry.put(TableShape.POLICY, fromS(written.policy()));
        entry.put(TableShape.AT, fromS(now.toString()));
        entry.put(TableShape.VERSION, fromN(Long.toString(written.version())));
        entry.put(TableShape.EVENT, fromS(EventJson.write(written.event())));
        if (!written.facts().isEmpty()) {
            entry.put(TableShape.FACTS, fromS(EventJson.writeValue(written.facts())));
        }
        entry.put(TableShape.EMITTED, fromS(Journal.document(written.emitted())));
        return new Begun(shown.summary(state), shown.entry(entry));
    }
}
