package org.chongshan.events;

import java.time.Instant;

/**
 * The time an aggregate had asked to be woken at has passed. Sent by the clock to the aggregate's own queue; the core
 * drops it when the aggregate has meanwhile moved its deadline.
 *
 * @param aggregate key of the aggregate, {@code <function>/<id>}
 * @param dueAt     the deadline as the aggregate had set it
 */
public record DeadlineReached(String aggregate, Instant dueAt) implements Event {}
