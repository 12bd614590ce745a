package org.chongshan.events;

/**
 * An emitted event that goes out to every aggregate of one list. The sweep pages the list and sends one event to each; the
 * ids derive from {@link #sweep()} and the aggregate, so that a second run, or one taken up after a crash, reaches nobody
 * twice.
 */
public interface Sweep extends Event {
    /** Id of the sweep. */
    String sweep();

    /** Function whose aggregates are reached. */
    String function();

    /** The list they stand in. */
    String list();

    /** Code of the subdistrict whose list it is. */
    String subdistrict();

    /** What one aggregate is sent. */
    Event reaching(String aggregate);

    /** What is stated about progress after each page. */
    Event progress(long reached, boolean complete);
}
