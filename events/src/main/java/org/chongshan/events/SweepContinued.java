package org.chongshan.events;

/**
 * A sweep goes on with its next page. Sent by the sweep to its own queue.
 *
 * @param aggregate key of the sweep, {@code <function>/<id>}
 * @param page      the page to go through, from 1
 */
public record SweepContinued(String aggregate, long page) implements Event {}
