package org.chongshan.core.shell;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;

/** Lambda's own event types, read and written as Lambda does. */
final class Json {
    private Json() {}

    static <T> T read(InputStream in, Class<T> type) {
        return serializer(type).fromJson(in);
    }

    static <T> byte[] write(T value, Class<T> type) {
        var out = new ByteArrayOutputStream();
        serializer(type).toJson(value, out);
        return out.toByteArray();
    }

    /** The answer of a batch function: the messages that must come again. */
    static byte[] failures(List<String> identifiers) {
        var items = identifiers.stream().map(id -> "{\"itemIdentifier\":\"" + id + "\"}").toList();
        return ("{\"batchItemFailures\":[" + String.join(",", items) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private static <T> PojoSerializer<T> serializer(Class<T> type) {
        return LambdaEventSerializers.serializerFor(type, Json.class.getClassLoader());
    }
}
