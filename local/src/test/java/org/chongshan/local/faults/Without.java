package org.chongshan.local.faults;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chongshan.bureau.Topology;
import org.chongshan.core.Aggregate;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.Event;
import org.chongshan.local.programme.Promise;

/** What is taken away, to see whether its absence is noticed; and by which promise, where it is one mechanism that keeps one. */
enum Without {
    /** Nothing. */
    NOTHING,
    /** A journal entry is put whether or not it is there. */
    JOURNAL_CONDITION,
    /** The state is put whatever version it has. */
    VERSION_CONDITION,
    /** Of an aggregate that failed only the failed message comes again, not the later ones. */
    ISOLATION,
    /** The door takes whatever time a device states. */
    THE_DOORS_CLOCK(Promise.CLOCKS),
    /** A hardship is of the year in which it is asked for, whenever it struck. */
    THE_YEAR_IT_STRUCK(Promise.ONE_HARDSHIP),
    /** What arrives last counts, whenever it happened. */
    OWN_TIME(Promise.FACTS),
    /** What comes early is refused. */
    WAITING(Promise.EARLY),
    /** Every event may cross every border. */
    BORDERS(Promise.REACH),
    /** Nobody is known again by their subject. */
    WHO_IS_WHO(Promise.DUTIES),
    /** A receipt is for whatever is in hand when it comes, and never known again. */
    ATTEMPTS(Promise.RECEIPTS),
    /** A case that ends tells nobody. */
    ENDINGS(Promise.ENDINGS),
    /** A deadline is known by its record and its instant alone, however often it was set. */
    SETTING(Promise.TOLD),
    /** What cannot be decided is left to the dead letters, and its sender is not told. */
    TELLING_OF_FAILURE(Promise.OUTCOME);

    /** The promises that show it; none when any will do. */
    final Set<Promise> shown;

    Without(Promise... shown) {
        this.shown = Set.of(shown);
    }

    /** The promises that may break with them: what is told for ever never comes to rest. */
    Set<Promise> mayShow() {
        var all = new HashSet<>(shown);
        if (shown.contains(Promise.TOLD)) {
            all.add(Promise.REST);
        }
        return all;
    }

    /** Whether it is what stands against lies, and shows without any fault. */
    boolean isAboutLies() {
        return !shown.isEmpty();
    }

    /** The topology without it. */
    List<FunctionSpec> functions() {
        return this == BORDERS ? Topology.FUNCTIONS.stream().map(Without::open).toList() : Topology.FUNCTIONS;
    }

    /** The same function without it. */
    FunctionSpec of(FunctionSpec function) {
        return this == BORDERS ? open(function) : function;
    }

    private static FunctionSpec open(FunctionSpec function) {
        return function instanceof Collection<?, ?> collection ? withoutBorders(collection) : function;
    }

    private static <S extends Aggregate, E extends Event> FunctionSpec withoutBorders(Collection<S, E> collection) {
        var open = collection;
        for (var event : collection.accepts()) {
            open = open.takingFromAnywhere(event, "no border");
        }
        return open;
    }
}
