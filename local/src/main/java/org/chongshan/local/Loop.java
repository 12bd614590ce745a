package org.chongshan.local;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does one thing again and again until it is closed; a failure is said and tried again. */
abstract class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("org.chongshan.local");
    private final Thread thread;
    private volatile boolean closed;
    private boolean waiting;

    Loop(String name) {
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    final void start() {
        thread.start();
    }

    final boolean isAlive() {
        return thread.isAlive();
    }

    final boolean isClosed() {
        return closed;
    }

    /** Something to wait for. */
    interface Wait<T> {
        T done() throws InterruptedException;
    }

    /** Waits for something to do: to be closed ends the wait. Whoever comes back asks whether it is closed. */
    final <T> T waiting(Wait<T> wait) throws InterruptedException {
        setWaiting(true);
        try {
            return wait.done();
        } finally {
            setWaiting(false);
        }
    }

    private synchronized void setWaiting(boolean now) throws InterruptedException {
        if (now && closed) {
            throw new InterruptedException("closed");
        }
        waiting = now;
    }

    final synchronized boolean isWaiting() {
        return waiting;
    }

    /** Does it once; true when there may be more to do at once. */
    abstract boolean once() throws InterruptedException;

    private void run() {
        while (!closed) {
            try {
                if (!once()) {
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("{}: {}; trying again", thread.getName(), e.getClass().getName());
                    LOG.debug("in full, for a developer's own data only", e);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** It begins nothing new. */
    final synchronized void end() {
        closed = true;
        if (waiting) {
            thread.interrupt();
        }
    }

    /** Finishes what is in hand, then stops. */
    @Override
    public void close() {
        end();
        try {
            if (!thread.join(java.time.Duration.ofSeconds(10))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
