package org.chongshan;

import java.util.List;
import java.util.Set;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Trigger;
import org.chongshan.core.Programme;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.relief.HouseholdDecider;
import org.chongshan.relief.LeadDecider;
import org.chongshan.relief.PaymentDecider;
import org.chongshan.relief.ReliefCaseDecider;
import org.chongshan.relief.ReserveFundDecider;

/**
 * Every deployed function, stated once: the cloud is provisioned from it, {@code local} runs from it, ingest and relay
 * route by it.
 */
public final class Topology {
    private Topology() {}

    /** All functions. */
    public static final List<FunctionSpec> FUNCTIONS = List.of(
            new FunctionSpec("ingest", null, Trigger.POST, 1024, 15),
            new FunctionSpec("relief-query", Programme.RELIEF, Trigger.GET, 1024, 15),
            new FunctionSpec("relief-relay", Programme.RELIEF, Trigger.STREAM, 1024, 60),
            new FunctionSpec("relief-clock", Programme.RELIEF, Trigger.MINUTE, 512, 55),
            decider("household", "households", Programme.RELIEF, HouseholdDecider.class, Role.GRID, Role.STREET,
                    Role.DISTRICT, Role.AUDITOR),
            decider("lead", "leads", Programme.RELIEF, LeadDecider.class, Role.GRID, Role.STREET, Role.DISTRICT,
                    Role.AUDITOR),
            decider("relief-case", "relief-cases", Programme.RELIEF, ReliefCaseDecider.class, Role.STREET,
                    Role.DISTRICT, Role.AUDITOR),
            decider("reserve-fund", "reserve-funds", Programme.RELIEF, ReserveFundDecider.class, Role.STREET,
                    Role.DISTRICT, Role.AUDITOR),
            decider("payment", "payments", Programme.RELIEF, PaymentDecider.class, Role.STREET, Role.DISTRICT,
                    Role.AUDITOR));

    private static <S extends Aggregate, E extends Event> FunctionSpec decider(String name, String path,
            Programme programme,
            Class<? extends Decider<S, E>> decider, Role... readers) {
        return new FunctionSpec(name, programme, Trigger.QUEUE, 512, 30,
                new Collection<>(path, decider, Set.of(readers)), null);
    }

    /** The functions that have a queue. */
    public static List<FunctionSpec> queued() {
        return FUNCTIONS.stream().filter(function -> function.trigger().isQueued()).toList();
    }

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
