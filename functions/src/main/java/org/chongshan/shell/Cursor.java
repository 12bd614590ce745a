package org.chongshan.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.chongshan.events.json.EventJson;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** Where a page ended, as a text that is passed back as it was given. */
final class Cursor {
    private Cursor() {}

    /** A key as a cursor; null when nothing follows. */
    static @Nullable String of(Map<String, AttributeValue> last) {
        if (last.isEmpty()) {
            return null;
        }
        var key = new HashMap<String, String>();
        last.forEach((name, value) -> key.put(name, value.s()));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(EventJson.writeValue(key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key a cursor names; empty for the first page.
     *
     * @throws Problem.Occurrence when no page can have given it
     */
    static Map<String, AttributeValue> read(@Nullable String cursor, List<String> names) {
        if (cursor == null) {
            return Map.of();
        }
        try {
            var key = EventJson.readValue(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8),
                    Map.class);
            return names.stream().collect(
                    Collectors.toMap(name -> name, name -> fromS((String) Objects.requireNonNull(key.get(name)))));
        } catch (RuntimeException e) {
            throw Problem.MALFORMED_CURSOR.occurrence();
        }
    }
}
