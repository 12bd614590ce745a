package org.chongshan.events;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where an event stands in a distributed trace: W3C Trace Context, as CloudEvents' distributed tracing extension carries
 * it. What a function emits stays in the trace of its cause; its span derives from its id, so that a second run says the
 * same.
 *
 * @param traceparent {@code <version>-<trace id>-<span id>-<flags>}, lower-case hex of 2, 32, 16 and 2 digits
 */
public record Trace(String traceparent) {
    /** The pattern a {@code traceparent} has. */
    public static final String PATTERN = "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$";

    private static final Pattern VALID = Pattern.compile(PATTERN);
    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;
    private static final int SPAN_AT = 3 + TRACE_DIGITS + 1;

    /** @throws IllegalArgumentException when it is not a traceparent */
    public Trace {
        if (!VALID.matcher(traceparent).matches()) {
            throw new IllegalArgumentException("not a traceparent");
        }
    }

    /** The trace that an event begins. */
    public static Trace begunBy(String eventId) {
        var digits = digits(eventId);
        return new Trace("00-" + digits.substring(0, TRACE_DIGITS) + "-"
                + digits.substring(TRACE_DIGITS, TRACE_DIGITS + SPAN_DIGITS) + "-01");
    }

    /** The same trace, at the event of that id. */
    public Trace at(String eventId) {
        return new Trace(traceparent.substring(0, SPAN_AT) + digits(eventId).substring(0, SPAN_DIGITS)
                + traceparent.substring(SPAN_AT + SPAN_DIGITS));
    }

    private static String digits(String eventId) {
        return HexFormat.of().formatHex(Sha256.of(eventId));
    }
}
