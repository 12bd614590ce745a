package org.chongshan.events;

import java.util.Locale;

/** An enum that is written by its word, and not by its constant's name, wherever it is stored, asked for or shown. */
public interface Worded {
    /** The constant's name. */
    String name();

    /** The name in lower case with hyphens. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
