package org.chongshan.events;

/**
 * An immutable record, named in the past tense, of something that happened or was asked for. Each programme lists its
 * own under one sealed interface.
 */
public interface Event {
    /** The CloudEvents {@code type} of an event record: {@code org.chongshan.<programme>.<Record>}. */
    static String typeOf(Class<? extends Event> event) {
        return event.getPackageName().replace(".events", "") + "." + event.getSimpleName();
    }

    /** The CloudEvents {@code dataschema} of an event record, version 1. */
    static String schemaOf(Class<? extends Event> event) {
        return "urn:chongshan:schema:" + typeOf(event) + ":1";
    }
}
