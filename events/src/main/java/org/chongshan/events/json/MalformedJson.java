package org.chongshan.events.json;

/** A body is not one JSON value as the platform reads them. Says why and where, and nothing of what stands there. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Why {
        /** Bytes that are no UTF-8. */
        NOT_UTF_8,
        /** U+FEFF before the value (RFC 8259, 8.1). */
        BYTE_ORDER_MARK,
        /** A name that stands twice in one object (RFC 7493, 2.3). */
        REPEATED_KEY,
        /** Deeper, or with longer numbers or names, than is read. */
        OUT_OF_BOUNDS,
        /** Anything else. */
        NOT_JSON
    }

    private final Why why;
    private final int line;
    private final int column;

    MalformedJson(Why why, int line, int column) {
        super("malformed JSON", null, false, false);
        this.why = why;
        this.line = line;
        this.column = column;
    }

    /** Why it is none. */
    public Why why() {
        return why;
    }

    /** The line where that was seen, from 1 on; 0 or less when it is of no line. */
    public int line() {
        return line;
    }

    /** The column where that was seen, characters from 1 on; 0 or less when it is of no line. */
    public int column() {
        return column;
    }
}
