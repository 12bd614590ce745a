package org.chongshan.local.programme;

import java.util.stream.Stream;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Trigger;
import org.chongshan.events.Programme;

/** What the harnesses ask of the topology: the one place here that knows how a function is specified. */
public final class Functions {
    private Functions() {}

    /** Functions in which a decider runs. */
    public static Stream<FunctionSpec> deciding() {
        return Topology.FUNCTIONS.stream().filter(function -> function.serves() != null);
    }

    /** Names of a programme's functions in which a decider runs. */
    static Stream<String> deciding(Programme programme) {
        return deciding().filter(function -> function.programme() == programme).map(FunctionSpec::name);
    }

    /** Names of the functions that begin something by themselves. */
    static Stream<String> scheduled() {
        return Topology.triggeredBy(Trigger.SCHEDULE).stream().map(FunctionSpec::name);
    }

    /** Whether a function goes through a list: it keeps no journal of its own. */
    static boolean isSweep(FunctionSpec function) {
        return function.trigger() == Trigger.SWEEP;
    }
}
