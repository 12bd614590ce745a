package org.chongshan.events;

import java.time.Instant;

/**
 * Events have waited long for what they are about, and it has not begun. Stated by the core of every function.
 *
 * @param aggregate key of what they are about, {@code <function>/<id>}
 * @param events    how many wait
 * @param since     when the first was received
 */
public record EarlyEventsWait(String aggregate, int events, Instant since) implements Event {}
