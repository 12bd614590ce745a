package org.chongshan.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import org.chongshan.events.json.EventValidator;
import org.chongshan.events.json.MalformedJson;
import tools.jackson.databind.JsonNode;

/** What a request brings: unpacked, bounded, and read as JSON. Whatever is wrong with it has a code of its own. */
final class Body {
    /** The one content coding there is, beside none (RFC 9110, 8.4.1.3). */
    static final String GZIP = "gzip";
    private static final String ENCODING = "content-encoding";

    private Body() {}

    /**
     * The value in it.
     *
     * @throws Problem.Occurrence when it is none, or larger than {@link Ingest#MOST_BYTES} before or after it is unpacked
     */
    static JsonNode json(Request request) {
        var content = content(request);
        try {
            return EventValidator.parse(content);
        } catch (MalformedJson e) {
            var problem = problem(e.why());
            throw e.line() > 0
                    ? problem.occurrence(Map.of("line", e.line(), "column", e.column()))
                    : problem.occurrence();
        }
    }

    private static byte[] content(Request request) {
        var content = within(request.body());
        return switch (Objects.requireNonNullElse(request.headers().get(ENCODING), "").strip()
                .toLowerCase(Locale.ROOT)) {
            case "", "identity" -> content;
            case GZIP, "x-gzip" -> within(unpacked(content));
            default -> throw Problem.UNSUPPORTED_CONTENT_ENCODING.occurrence();
        };
    }

    /** However much it would become: one byte more than is taken is enough to know. */
    private static byte[] unpacked(byte[] packed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readNBytes(Ingest.MOST_BYTES + 1);
        } catch (IOException e) {
            throw Problem.MALFORMED_GZIP.occurrence();
        }
    }

    private static byte[] within(byte[] content) {
        if (content.length > Ingest.MOST_BYTES) {
            throw Problem.TOO_LARGE.occurrence();
        }
        return content;
    }

    private static Problem problem(MalformedJson.Why why) {
        return switch (why) {
            case NOT_UTF_8 -> Problem.NOT_UTF_8;
            case BYTE_ORDER_MARK -> Problem.BYTE_ORDER_MARK;
            case REPEATED_KEY -> Problem.REPEATED_KEY;
            case OUT_OF_BOUNDS -> Problem.JSON_OUT_OF_BOUNDS;
            case NOT_JSON -> Problem.MALFORMED_JSON;
        };
    }
}
