package org.chongshan.core;

import java.util.Optional;

/**
 * A published standard in which the records of a collection are read too, for programs made by others: asked for as
 * {@code ?as=} on its lists, by whoever reads these and as far as they see.
 */
public interface Rendering<S extends Aggregate> {
    /** What it is asked for by. */
    String word();

    /** The member that holds the records in an answer. */
    String member();

    /** The record as the standard has it: what is for readers alone is in it as in the record; empty of one that the standard has no word for. */
    Optional<?> of(S aggregate);
}
