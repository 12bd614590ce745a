package org.chongshan.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;

import org.chongshan.events.Envelope;
import org.chongshan.events.json.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Lambda passes and takes. Of its events only what a function needs is read, straight off the tree: the official event
 * types bring a second JSON library and a third calendar into every cold start.
 */
final class LambdaPayload {
    private static final JsonMapper MAPPER = new JsonMapper();

    private LambdaPayload() {}

    /**
     * A message of an SQS FIFO batch.
     *
     * @param group    the aggregate's key
     * @param receives how often it was handed out, this time among them
     */
    record Message(String id, String group, String body, int receives) {}

    /** @throws tools.jackson.core.JacksonException when it is not JSON */
    static JsonNode read(InputStream event) {
        return MAPPER.readTree(event);
    }

    /** The messages of an SQS batch by their group, in their order. */
    static SequencedMap<String, List<Message>> groups(InputStream batch) {
        var groups = new LinkedHashMap<String, List<Message>>();
        for (var record : read(batch).required("Records")) {
            var attributes = record.required("attributes");
            var message = new Message(text(record, "messageId"), text(attributes, "MessageGroupId"),
                    text(record, "body"), Integer.parseInt(attributes.path("ApproximateReceiveCount").asString("1")));
            groups.computeIfAbsent(message.group(), group -> new ArrayList<>()).add(message);
        }
        return groups;
    }

    /**
     * Takes the events of one group in their order until one cannot be: that one and the later ones come again.
     *
     * @param doing what is done with them, for the log
     * @return how many were taken
     */
    static int inOrder(List<Message> messages, String doing, Consumer<Envelope> take) {
        for (int i = 0; i < messages.size(); i++) {
            try {
                take.accept(EventJson.read(messages.get(i).body()));
            } catch (RuntimeException e) {
                Log.failure(doing, messages.get(i).group(), e);
                return i;
            }
        }
        return messages.size();
    }

    /** When a schedule was to call, whole seconds: what a scheduled invocation brings. */
    static Instant scheduledAt(InputStream event) {
        return OffsetDateTime.parse(text(read(event), "time")).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    /** An object of strings and numbers; empty when it is absent. */
    static Map<String, String> strings(@Nullable JsonNode object) {
        var strings = new HashMap<String, String>();
        if (object != null) {
            object.properties().forEach(entry -> strings.put(entry.getKey(), entry.getValue().asString("")));
        }
        return strings;
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** The answer of a batch function: the messages that must come again. */
    static byte[] failures(List<String> identifiers) {
        var items = identifiers.stream().map(id -> "{\"itemIdentifier\":\"" + id + "\"}").toList();
        return ("{\"batchItemFailures\":[" + String.join(",", items) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    /** The answer of a function upon an SQS batch: the messages that must come again. */
    static byte[] again(List<Message> left) {
        return failures(left.stream().map(Message::id).toList());
    }
}
