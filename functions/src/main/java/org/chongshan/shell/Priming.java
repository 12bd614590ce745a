package org.chongshan.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.core.Key;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.Envelope;
import org.chongshan.events.Event;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.chongshan.events.SweepContinued;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.events.json.EventJson;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/**
 * What a function does before it is frozen for SnapStart, so that its first invocation after a restore finds everything
 * loaded. Two things: a rehearsal, the function's whole path once with {@link RehearsalClients} that reach nothing; and one
 * harmless call over the real client, for its connection. Nothing is written or sent, and the connection is closed: after
 * a restore a new one is opened. Whatever fails here only makes the first invocation slower.
 *
 * @param builder the function's own, with its real clients
 */
public record Priming(FunctionBuilder builder, FunctionSpec function) {
    private static final String NEVER = "priming";
    private static final Duration MOST = Duration.ofSeconds(5);

    /** Primes the function. */
    public void run() {
        attempt("rehearse", () -> Log.rehearsing(this::rehearse));
        attempt("reach", this::reach);
    }

    private void attempt(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            Log.failure(what, function.name(), e);
        }
    }

    private void rehearse() {
        try (var rehearsal = new RehearsalClients()) {
            var rehearsed = builder.on(rehearsal).build(function);
            scenes().forEach(scene -> attempt("rehearse", () -> play(rehearsed, scene)));
        }
        if (function instanceof FunctionSpec.Collection<?, ?> collection) {
            collection.accepts().forEach(this::load);
            load(collection.stateType());
        }
    }

    private static void play(Function<InputStream, byte[]> rehearsed, String event) {
        var _ = rehearsed.apply(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }

    /** The codec of a record comes into being when it is first asked, whatever then becomes of an empty document. */
    private void load(Class<?> type) {
        try {
            EventJson.readValue("{}", type);
        } catch (RuntimeException e) {
            return; // A record that may not be empty.
        }
    }

    /** Events that lead a function of this kind through its work, and in a rehearsal to no effect. */
    private List<String> scenes() {
        return switch (function) {
            // Two refusals of one aggregate make a transaction.
            case FunctionSpec.Collection<?, ?> collection ->
                List.of(batch(collection.key(NEVER), deadline(collection, "1"), deadline(collection, "2")));
            case FunctionSpec.Sweep sweep -> List.of(batch(sweep.key(NEVER),
                    envelope("1", new SweepContinued(sweep.key(NEVER).toString(), Long.MAX_VALUE))));
            case FunctionSpec.Outbound outbound -> List.of(batch(outbound.key(NEVER), deadline(anyQueue(), "1")));
            case FunctionSpec.Relay _ -> List.of(change(deadline(anyQueue(), "1")));
            case FunctionSpec.Clock _,FunctionSpec.ByCron _ -> List.of("{\"time\":\"" + Instant.EPOCH + "\"}");
            case FunctionSpec.Ingest _ -> List.of(request("/v1/events", posted()));
            case FunctionSpec.RegistrySearch<?, ?> _ -> List.of(request(FunctionSpec.RegistrySearch.PATH, "{}"));
            case FunctionSpec.Query query -> builder.collections(query.programme()).stream()
                    .map(collection -> request("/v1/" + collection.path() + "/" + NEVER, "")).toList();
        };
    }

    private static Envelope deadline(Queued function, String id) {
        return envelope(id, new DeadlineReached(function.key(NEVER).toString(), Instant.EPOCH));
    }

    private static Envelope envelope(String id, Event data) {
        return Envelope.beginning(id, "/" + NEVER, "", Instant.EPOCH, data, NEVER, "", Instant.EPOCH);
    }

    private static String batch(Key group, Envelope... envelopes) {
        var records = List.of(envelopes).stream().map(envelope -> Map.of("messageId", envelope.id(), "body",
                EventJson.write(envelope), "attributes", Map.of("MessageGroupId", group.toString()))).toList();
        return EventJson.writeValue(Map.of("Records", records));
    }

    private static String change(Envelope emitted) {
        var image = Map.of(TableShape.PK, Map.of("S", NEVER), TableShape.VERSION, Map.of("N", "1"), TableShape.EMITTED,
                Map.of("S", "[" + EventJson.write(emitted) + "]"));
        return EventJson.writeValue(
                Map.of("Records", List.of(Map.of("dynamodb", Map.of("SequenceNumber", "1", "NewImage", image)))));
    }

    /** Of every event that may be posted an empty one: its schema is loaded, and refuses it. */
    private static String posted() {
        return EventJson.writeValue(EventCatalogue.all().stream()
                .filter(event -> event.isAnnotationPresent(PostedBy.class)).limit(Ingest.MOST_EVENTS)
                .map(event -> Map.of("type", Event.typeOf(event), "data", Map.of())).toList());
    }

    private static String request(String path, String body) {
        var claims = Map.of("sub", NEVER, "role", Role.DISTRICT.claim());
        return EventJson.writeValue(Map.of("rawPath", path, "headers", Map.of("content-type", "application/json"),
                "requestContext", Map.of("authorizer", Map.of("jwt", Map.of("claims", claims))), "isBase64Encoded",
                true, "body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))));
    }

    /** A read of what never exists, or a batch of no messages, which the queue refuses. */
    private void reach() {
        switch (function) {
            case FunctionSpec.Collection<?, ?> _,FunctionSpec.Sweep _,FunctionSpec.Clock _,FunctionSpec.Query _,FunctionSpec.RegistrySearch<?, ?> _,FunctionSpec.Digest _ ->
                readNothing((FunctionSpec.OfProgramme) function);
            case FunctionSpec.Ingest _,FunctionSpec.Relay _,FunctionSpec.Schedule _ -> sendNothing();
            case FunctionSpec.Outbound _ -> {
                // An event that says nothing would go out: the first that says something opens the connection.
            }
        }
    }

    private void readNothing(FunctionSpec.OfProgramme reader) {
        var table = builder.settings().table(reader.programme().tableName());
        var key = new Key(reader.name(), NEVER);
        builder.dynamo().get()
                .getItem(get -> get.tableName(table)
                        .key(Map.of(TableShape.PK, fromS(key.toString()), TableShape.SK, fromS(NEVER)))
                        .overrideConfiguration(Priming::once));
    }

    private void sendNothing() {
        var url = builder.settings().queueUrl(anyQueue().queueName());
        try {
            builder.sqs().get().sendMessageBatch(
                    send -> send.queueUrl(url).entries(List.of()).overrideConfiguration(Priming::once));
        } catch (EmptyBatchRequestException e) {
            return; // As it should.
        }
    }

    private Queued anyQueue() {
        return builder.functions().stream().filter(Queued.class::isInstance).map(Queued.class::cast).findFirst()
                .orElseThrow();
    }

    private static void once(AwsRequestOverrideConfiguration.Builder request) {
        request.putHeader("Connection", "close").apiCallTimeout(MOST);
    }
}
