package org.chongshan;

import java.util.List;

import org.chongshan.core.Translation;

/** What the programmes have to say to each other, each in its own language: the only place that knows two of them. */
public final class ContextMap {
    private ContextMap() {}

    /** All lines. */
    public static final List<Translation<?>> LINES = List.of();
}
