package org.chongshan.core;

import java.util.Locale;

/** How a constant of the code reads outside of it: in statuses, lists, rule codes and parameters. */
public final class Word {
    private Word() {}

    /** The constant's name in lower case with hyphens. */
    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    /** A name of upper case and underscores in lower case with hyphens. */
    static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
