package org.chongshan.core;

/** What an aggregate waits for the end of: the constants of an enum in its state. */
public interface Deadline {
    /** The constant's name. */
    String name();

    /** In the journal and in the pages: lower case with hyphens. */
    default String word() {
        return Word.of(name());
    }
}
