package org.chongshan.core;

/** A rule of the rule book, an enum constant per decider. Every decision names the one that decided. */
public interface Rule {
    /** The constant's name. */
    String name();

    /** The rule in one sentence; shown to officers and, when it refuses, to whoever posted the event. */
    String statement();

    /** Where it comes from: a line of the seed, a law with its article, or "assumption". */
    String source();

    /** The stable code: the name in lower case with hyphens. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
