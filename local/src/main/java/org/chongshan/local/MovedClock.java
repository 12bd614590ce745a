package org.chongshan.local;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands where it was put, and moves when it is told, never back: for whoever wants to see a year in an hour. */
public final class MovedClock implements InstantSource {
    private Instant now;

    /** It is this time. */
    public MovedClock(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** It is this time now; false, and nothing changes, when that is over. */
    synchronized boolean moveTo(Instant then) {
        if (then.isBefore(now)) {
            return false;
        }
        now = then;
        return true;
    }
}
