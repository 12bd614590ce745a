package org.chongshan.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Decision;
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
     * Decided by the collection's own decider under the shipped policy, sealed, and shown to a reader of this role.
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
        var policy = ReferenceData.policy().at(time);
        var decision = decider.begin(key.id(), (E) posted.data(), new Context(id, time, posted.receivedtime(),
                posted.actor(), by, subdistrict, policy, ReferenceData.workingDays()));
        if (!(decision instanceof Decision.Become<S> become)) {
            throw new IllegalArgumentException("it does not begin: " + decision);
        }
        var shown = new Shown(collection, seal, new Caller(reader.claim() + "-17", reader, subdistrict), Map.of());
        var state = Map.of(TableShape.PK, fromS(key.toString()), TableShape.VERSION, fromN("1"), TableShape.STATE,
                fromS(EventJson.writeValue(become.state())));
        var emitted = become.emitted().stream().map(one -> posted.causing(id + "." + collection.name() + ".1",
                "/" + collection.name(), key.toString(), one, subdistrict, time.plusSeconds(2))).toList();
        var entry = new LinkedHashMap<String, AttributeValue>();
        entry.put(TableShape.SK, fromS("journal/" + id));
        entry.put(TableShape.OUTCOME, fromS("applied"));
        entry.put(TableShape.RULE, fromS(become.rule().code()));
        entry.put(TableShape.POLICY, fromS(policy.version()));
        entry.put(TableShape.AT, fromS(time.plusSeconds(2).toString()));
        entry.put(TableShape.VERSION, fromN("1"));
        entry.put(TableShape.EVENT, fromS(EventJson.write(posted)));
        entry.put(TableShape.EMITTED, fromS(Journal.document(emitted)));
        return new Begun(shown.summary(state), shown.entry(entry));
    }
}
