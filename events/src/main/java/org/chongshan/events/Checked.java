package org.chongshan.events;

import java.util.stream.Stream;

/**
 * A record that says of itself what its schema cannot: how its parts fit together. Asked at the door, of what was posted
 * and fits its schema, before anything is sealed; what functions emit is not asked.
 */
public interface Checked {
    /** What is wrong with it; pointers begin at the record. Empty when nothing is. */
    Stream<Fault> faults();
}
