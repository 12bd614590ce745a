package org.chongshan.core;

/** Where an aggregate stands: the constants of an enum in its state. Lists are asked for by it. */
public interface Status {
    /** Who has an aggregate in sight while it stands there. */
    enum Sight {
        /** Nothing more is to come: it has ended, by this name. */
        ENDED,
        /** A deadline states it when it stays. */
        DEADLINE,
        /** It stands in a list that officers work through. */
        LIST
    }

    /** The constant's name. */
    String name();

    /** Who has it in sight. */
    Sight sight();

    /** As it stands in lists and answers: lower case with hyphens. */
    default String word() {
        return Word.of(name());
    }
}
