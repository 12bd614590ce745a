package org.chongshan.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.chongshan.events.Event;

/** What follows from an event: a new state and the events that go out, or not. Either way, the rules that decided. */
public sealed interface Decision<S extends Aggregate> {
    /** The rule that decided; of several the last. */
    Rule rule();

    /**
     * The event is accepted.
     *
     * @param rules   what decided, in order; at least one
     * @param emitted what goes out, in order
     * @param facts   what the decision rested on, for the journal; no personal data
     */
    record Become<S extends Aggregate>(S state, List<Rule> rules, List<Event> emitted,
            Map<String, String> facts) implements Decision<S> {
        public Become {
            rules = List.copyOf(rules);
            emitted = List.copyOf(emitted);
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }

        @Override
        public Rule rule() {
            return rules.getLast();
        }

        /** The same, and these events go out too. */
        public Become<S> emit(Event... events) {
            var all = new ArrayList<>(emitted);
            all.addAll(List.of(events));
            return new Become<>(state, rules, all, facts);
        }

        /** The same, and the journal notes this fact. */
        public Become<S> noting(String fact, Object value) {
            var all = new LinkedHashMap<>(facts);
            all.put(fact, value.toString());
            return new Become<>(state, rules, emitted, all);
        }

        /** The same, and the journal notes when something is due, and whether a notice still to come can move that. */
        public Become<S> noting(String fact, Term due) {
            var noted = noting(fact, (Object) due.end());
            return due.isProvisional() ? noted.noting(fact + "Provisional", true) : noted;
        }

        /** What follows after it: rules, emitted events and facts of both. A refusal after it refuses the whole. */
        public Decision<S> then(Function<S, Decision<S>> next) {
            return switch (next.apply(state)) {
                case Become<S> after -> and(after);
                case Decision<S> refused -> refused;
            };
        }

        /** The same with what follows from its state: rules, emitted events and facts of both. */
        public Become<S> and(Become<S> after) {
            var allRules = new ArrayList<>(rules);
            allRules.addAll(after.rules);
            var allEmitted = new ArrayList<>(emitted);
            allEmitted.addAll(after.emitted);
            var allFacts = new LinkedHashMap<>(facts);
            allFacts.putAll(after.facts);
            return new Become<>(after.state, allRules, allEmitted, allFacts);
        }
    }

    /** The event is refused: nothing changes, the journal says why. */
    record Refuse<S extends Aggregate>(Rule rule) implements Decision<S> {}

    /** The event is about what has not begun: it waits, the journal says for what, and it is decided once that begins. */
    record Early<S extends Aggregate>(Rule rule) implements Decision<S> {}

    /** Accepts: the aggregate becomes {@code state}. */
    static <S extends Aggregate> Become<S> become(S state, Rule rule) {
        return new Become<>(state, List.of(rule), List.of(), Map.of());
    }

    /** Refuses by a rule. */
    static <S extends Aggregate> Decision<S> refuse(Rule rule) {
        return new Refuse<>(rule);
    }

    /** Lets the event wait, by the rule that says what has to be there first. */
    static <S extends Aggregate> Decision<S> early(Rule rule) {
        return new Early<>(rule);
    }
}
