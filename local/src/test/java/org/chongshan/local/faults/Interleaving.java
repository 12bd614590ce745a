package org.chongshan.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Strands that take turns: one runs at a time, from one call boundary to the next, and whoever drives it says which.
 */
final class Interleaving {
    /** One course of action, such as a poller with a batch in hand. */
    final class Strand {
        private final Semaphore turn = new Semaphore(0);
        private boolean ended;
        private Throwable failure;

        private void run(Runnable body) {
            turn.acquireUninterruptibly();
            try {
                body.run();
            } catch (Throwable e) {
                failure = e;
            } finally {
                ended = true;
                driver.release();
            }
        }
    }

    private final Semaphore driver = new Semaphore(0);
    private final List<Strand> running = new ArrayList<>();
    private Strand current;

    /** A new strand; it runs when it is chosen. */
    void begin(Runnable body) {
        var strand = new Strand();
        Thread.ofVirtual().start(() -> strand.run(body));
        running.add(strand);
    }

    /** How many have not ended. */
    int size() {
        return running.size();
    }

    /** Runs one of them up to its next boundary or its end. */
    void run(int which) {
        current = running.get(which);
        current.turn.release();
        driver.acquireUninterruptibly();
        if (current.ended) {
            running.remove(current);
            if (current.failure != null) {
                throw new IllegalStateException("a strand failed by itself", current.failure);
            }
        }
    }

    /** Called by a strand: the others may go on now. */
    void boundary() {
        var me = current;
        driver.release();
        me.turn.acquireUninterruptibly();
    }
}
