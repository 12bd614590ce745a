package org.chongshan.local.programme;

import java.util.Objects;
import java.util.stream.Stream;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Trigger;
import org.chongshan.events.Programme;

/** What the harnesses ask of the topology: the one place here that knows how a function is specified. */
final class Functions {
    private Functions() {}

    /** Functions in which a decider runs. */
    static Stream<FunctionSpec> deciding() {
        return Topology.FUNCTIONS.stream().filter(function -> function.serves() != null);
    }

    /** Names of a programme's functions in which a decider runs. */
    static Stream<String> deciding(Programme programme) {
        return deciding().filter(function -> function.programme() == programme).map(FunctionSpec::name);
    }

    /** The name of the collection a deciding function keeps. */
    static String collection(FunctionSpec function) {
        return Objects.requireNonNull(function.serves()).path();
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
