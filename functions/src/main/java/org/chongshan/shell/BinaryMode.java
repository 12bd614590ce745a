package org.chongshan.shell;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.chongshan.events.Fault;
import org.chongshan.events.json.EventValidator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A CloudEvent in the binary mode of the HTTP protocol binding (CloudEvents 1.0.2, 3.1): each attribute in a header of its own,
 * {@code data} in the body. It becomes the event it would be in structured mode, and is judged as that.
 */
final class BinaryMode {
    private static final String PREFIX = "ce-";
    private static final String DATA = "data";
    private static final String CONTENT_TYPE = "datacontenttype";
    /** CloudEvents 1.0.2, "Naming Conventions". */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}");
    private static final String QUOTE = "\"";
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private BinaryMode() {}

    /** Whether attributes stand in headers; of an event that is said to be in structured mode they are not read. */
    static boolean isIn(Map<String, String> headers) {
        return headers.containsKey(PREFIX + "id") || headers.containsKey(PREFIX + "specversion");
    }

    /**
     * The event in structured mode.
     *
     * @param headers by name, lower case
     * @param media   what the body is said to be, without parameters; empty when that is not said
     * @throws Problem.Occurrence when a header cannot be one of an event's; each is named
     */
    static ObjectNode event(Map<String, String> headers, String media, JsonNode data) {
        var event = JsonNodeFactory.instance.objectNode();
        var faults = new ArrayList<Fault>();
        headers.forEach((header, value) -> {
            if (header.startsWith(PREFIX)) {
                var name = header.substring(PREFIX.length());
                var pointer = NAME.matcher(name).matches() ? "/" + name : "";
                if (pointer.isEmpty() || name.equals(DATA)) {
                    faults.add(new Fault(pointer, Fault.Code.UNKNOWN_PROPERTY, "is no attribute of an event"));
                } else {
                    decoded(value).ifPresentOrElse(text -> event.put(name, text), () -> faults.add(new Fault(pointer,
                            Fault.Code.MALFORMED, "is printable ASCII, anything else percent-encoded as UTF-8")));
                }
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.INVALID_EVENT
                    .occurrence(faults.subList(0, Math.min(faults.size(), EventValidator.MOST_FAULTS)), Map.of());
        }
        if (!media.isEmpty()) {
            event.put(CONTENT_TYPE, media);
        }
        event.set(DATA, data);
        return event;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith(QUOTE) && value.endsWith(QUOTE)
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    /** The text a header's value stands for (3.1.3.2): quotes taken off, then percent signs; empty when it stands for none. */
    private static Optional<String> decoded(String value) {
        var text = unquoted(value);
        if (!PRINTABLE.matcher(text).matches()) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                bytes.write(text.charAt(i));
            } else if (ESCAPED.matcher(text).region(i, text.length()).lookingAt()) {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional
                    .of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
