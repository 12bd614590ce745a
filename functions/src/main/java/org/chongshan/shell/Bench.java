package org.chongshan.shell;

import java.util.List;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Outcome;
import org.chongshan.core.Policy;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Envelope;
import org.chongshan.events.Event;
import org.chongshan.events.json.EventJson;
import org.jspecify.annotations.Nullable;

/** What one function decides with: its decider, the policy and the calendar. */
record Bench<S extends Aggregate, E extends Event>(Collection<S, E> function, Decider<S, E> decider, Policy policy,
        WorkingDays calendar) {
    Context context(Envelope event) {
        return new Context(event.id(), event.time(), event.receivedtime(), event.actor(), event.role(),
                event.subdistrict(), policy.at(event.time()), calendar);
    }

    /** Whether an event acts on what belongs to another subdistrict without leave. */
    boolean isOutside(Envelope event, S state) {
        return event.reach() == Envelope.Reach.SUBDISTRICT && !event.subdistrict().equals(state.subdistrict())
                && !function.isCrossedBy(event.data().getClass(), event.actor(), state);
    }

    Journal.Entry failed(Envelope event, long version, Journal.@Nullable Seen replaces) {
        return new Journal.Entry(event, EventJson.digest(event), Outcome.FAILED, List.of(CoreRule.CANNOT_BE_DECIDED),
                policy.at(event.time()).version(), Map.of("statement", CoreRule.CANNOT_BE_DECIDED.statement()),
                List.of(), version, replaces);
    }
}
