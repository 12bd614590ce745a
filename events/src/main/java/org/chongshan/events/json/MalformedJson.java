package org.chongshan.events.json;

/** A body is not JSON in UTF-8, or nests too deep. Says nothing of the body. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1;

    MalformedJson() {
        super("malformed JSON", null, false, false);
    }
}
