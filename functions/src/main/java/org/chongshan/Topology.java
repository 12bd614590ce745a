package org.chongshan;

import java.util.List;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Trigger;
import org.chongshan.core.Programme;

/**
 * Every deployed function, stated once: the cloud is provisioned from it, {@code local} runs from it, ingest and relay
 * route by it.
 */
public final class Topology {
    private Topology() {}

    /** All functions. */
    public static final List<FunctionSpec> FUNCTIONS = List.of(
            new FunctionSpec("ingest", null, Trigger.POST, 1024, 15, null),
            new FunctionSpec("relief-query", Programme.RELIEF, Trigger.GET, 1024, 15, null),
            new FunctionSpec("relief-relay", Programme.RELIEF, Trigger.STREAM, 1024, 60, null),
            new FunctionSpec("relief-clock", Programme.RELIEF, Trigger.MINUTE, 512, 55, null));

    /** The functions one kind of trigger invokes. */
    public static List<FunctionSpec> triggeredBy(Trigger trigger) {
        return FUNCTIONS.stream().filter(function -> function.trigger() == trigger).toList();
    }

    /**
     * The function of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static FunctionSpec named(String name) {
        return FUNCTIONS.stream().filter(function -> function.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no function " + name + " in the topology"));
    }
}
