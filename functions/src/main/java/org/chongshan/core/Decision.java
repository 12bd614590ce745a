package org.chongshan.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chongshan.events.Event;

/** What follows from an event: a new state and the events that go out, or a refusal. Either way, the rule that decided. */
public sealed interface Decision<S extends Aggregate> {
    /** The rule that decided. */
    Rule rule();

    /**
     * The event is accepted.
     *
     * @param emitted what goes out, in order
     * @param facts   what the decision rested on, for the journal; no personal data
     */
    record Become<S extends Aggregate>(S state, Rule rule, List<Event> emitted,
            Map<String, String> facts) implements Decision<S> {
        public Become {
            emitted = List.copyOf(emitted);
            facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }

        /** The same, and these events go out too. */
        public Become<S> emit(Event... events) {
            var all = new ArrayList<>(emitted);
            all.addAll(List.of(events));
            return new Become<>(state, rule, all, facts);
        }

        /** The same, and the journal notes this fact. */
        public Become<S> noting(String fact, Object value) {
            var all = new LinkedHashMap<>(facts);
            all.put(fact, value.toString());
            return new Become<>(state, rule, emitted, all);
        }
    }

    /** The event is refused: nothing changes, the journal says why. */
    record Refuse<S extends Aggregate>(Rule rule) implements Decision<S> {}

    /** Accepts: the aggregate becomes {@code state}. */
    static <S extends Aggregate> Become<S> become(S state, Rule rule) {
        return new Become<>(state, rule, List.of(), Map.of());
    }

    /** Refuses by a rule. */
    static <S extends Aggregate> Decision<S> refuse(Rule rule) {
        return new Refuse<>(rule);
    }
}
