package org.chongshan.core;

import java.util.List;

/**
 * Finds records by the identity number of a person, through an index that the programme keeps as a collection: what the index is
 * read by is the keyed blind index of the number, never the number.
 */
public interface Finder<I extends Aggregate> {
    /** Id of what is known of a number, in the collection that is the index. */
    String idOf(String blindIndex);

    /** Ids of the records it leads to. */
    List<String> found(I index);
}
