package org.chongshan.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** The messages of an SQS batch, in their order. */
    static List<Message> messages(InputStream batch) {
        var messages = new ArrayList<Message>();
        for (var record : read(batch).required("Records")) {
            var attributes = record.required("attributes");
            messages.add(new Message(text(record, "messageId"), text(attributes, "MessageGroupId"),
                    text(record, "body"), Integer.parseInt(attributes.path("ApproximateReceiveCount").asString("1"))));
        }
        return messages;
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
}
