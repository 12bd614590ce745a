package org.chongshan.core;

/** A further list an aggregate may stand in, beside the one by status: the constants of an enum in its state. */
public interface Listing {
    /** The constant's name. */
    String name();

    /** As it is asked for: lower case with hyphens. */
    default String word() {
        return Word.of(name());
    }
}
