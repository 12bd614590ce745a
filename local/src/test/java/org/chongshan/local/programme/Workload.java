package org.chongshan.local.programme;

import java.util.List;
import java.util.function.Supplier;

/**
 * What people post to one programme: a little of every function and every event, upon few aggregates, so that they get in each
 * other's way. The harnesses know nothing of what it says.
 */
public interface Workload {
    /**
     * What may go on, each in its own order and all beside each other. Many small histories find more than few large ones: a run
     * draws some of them.
     */
    List<Supplier<List<Post>>> histories(Pen pen);

    /**
     * What dishonest or confused people do on purpose to this programme, beside what {@link Lies} makes of any history. Nothing
     * unless the programme says.
     */
    default List<Lie> lies(Pen pen) {
        return List.of();
    }

    /** What people do about what they find in the books when all has come to rest; nothing unless the programme says. */
    default List<Post> afterwards(Pen pen, Books books) {
        return List.of();
    }

    /** What is posted before anybody else begins to work at length; nothing unless the programme says. */
    default List<Post> opening(Pen pen) {
        return List.of();
    }

    /**
     * Somebody who works on and on, while the platform is killed. Plays the histories unless the programme has more to do for
     * them.
     *
     * @param number of this person among all
     */
    default Person person(int number, Pen pen) {
        return () -> pen.one(histories(pen)).get();
    }

    /** Somebody at work. */
    interface Person {
        /** What is posted next, in this order; never empty. */
        List<Post> next();
    }
}
