package org.chongshan.core;

/** A bounded context: owns a table, a key, its functions and their queues. They speak only through events. */
public enum Programme {
    /** Relief for households at the margin (崇善助). */
    RELIEF,
    /** Minors (苏童成长). */
    MINORS;

    /** The package, the table's name and the prefix of its platform functions. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Name of its table, before the environment's prefix. */
    public String tableName() {
        return key();
    }
}
