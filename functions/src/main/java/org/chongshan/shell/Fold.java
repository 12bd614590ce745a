package org.chongshan.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Decision;
import org.chongshan.core.Key;
import org.chongshan.core.Outcome;
import org.chongshan.core.Reckoning;
import org.chongshan.core.Rule;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.Envelope;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.json.EventJson;
import org.chongshan.shell.Journal.Seen;
import org.chongshan.shell.Journal.Stored;
import org.chongshan.shell.Journal.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * The events of one aggregate, decided one after the other upon the aggregate as it was read: what the journal is to say of
 * each, and the aggregate as it is then. Pure, but for the reading of events that have waited.
 */
final class Fold<S extends Aggregate, E extends Event> {
    private static final Reckoning RECKONING = new Reckoning(CoreRule.RECKONED_ANEW);
    private static final Comparator<Envelope> BY_OWN_TIME = Comparator.comparing(Envelope::time)
            .thenComparing(Envelope::id);

    private final Bench<S, E> bench;
    private final Key key;
    private final Map<String, Seen> seen;
    /** Events that wait, by their ids, each with what the journal says of it. */
    private final Function<List<String>, Map<Envelope, Seen>> early;
    /** Whether each step is measured, because all of them together were too large. */
    private final boolean bounded;
    private final Instant now;
    private final List<Journal.Entry> entries = new ArrayList<>();
    private Stored<S> stored;

    Fold(Bench<S, E> bench, Key key, Stored<S> stored, Map<String, Seen> seen,
            Function<List<String>, Map<Envelope, Seen>> early, boolean bounded, Instant now) {
        this.bench = bench;
        this.key = key;
        this.stored = stored;
        this.seen = new HashMap<>(seen);
        this.early = early;
        this.bounded = bounded;
        this.now = now;
    }

    /** The aggregate now. */
    Stored<S> next() {
        return stored;
    }

    /** What the journal is to say, in order. */
    List<Journal.Entry> entries() {
        return entries;
    }

    /** Takes the next event. */
    void add(Envelope event) {
        var digest = EventJson.digest(event);
        var before = seen.get(event.id());
        if (before == null) {
            take(event, digest, null);
        } else if (!before.digest().equals(digest)) {
            entries.add(entry(event, digest, Outcome.CONFLICT, CoreRule.SAME_ID_OTHER_CONTENT, Map.of(), null));
        } else if (isDecidedAnew(event, before)) {
            take(event, digest, before);
        }
    }

    /** A refused event whose sender posts it again, and one that could not be decided and comes again. */
    private static boolean isDecidedAnew(Envelope event, Seen before) {
        return switch (before.outcome()) {
            case REFUSED -> event.role() != Role.SYSTEM && event.receivedtime().isAfter(before.received());
            case FAILED -> true;
            case APPLIED, EARLY, CONFLICT -> false;
        };
    }

    private void take(Envelope event, String digest, @Nullable Seen replaces) {
        if (event.data() instanceof DeadlineReached reached && stored.state() == null) {
            waitTooLong(event, digest, reached);
            return;
        }
        var decision = decide(event);
        if (bounded && decision instanceof Decision.Become<S> become && isTooLarge(event, become)) {
            decision = Decision.refuse(CoreRule.RECORD_FULL);
        }
        var outcome = outcome(decision);
        if (replaces != null && outcome == replaces.outcome()) {
            return;
        }
        seen.put(event.id(), new Seen(digest, outcome, decision.rule().code(), event.receivedtime(), now, "[]"));
        switch (decision) {
            case Decision.Become<S> become -> {
                // Read before anything changes: when that fails, nothing has happened.
                var waited = whatWaits(stored.state() == null ? stored.waiting() : null);
                entries.removeIf(entry -> waited.containsKey(entry.event()) && entry.outcome() == Outcome.EARLY);
                become(event, digest, become, replaces);
                waited.forEach((one, said) -> takeOrFail(one, said.orElse(null)));
            }
            case Decision.Early<S> waits -> waits(event, digest, waits.rule(), replaces);
            case Decision.Refuse<S> refuse -> entries
                    .add(entry(event, digest, Outcome.REFUSED, refuse.rule(), facts(refuse.rule(), event), replaces));
        }
    }

    private static Outcome outcome(Decision<?> decision) {
        return switch (decision) {
            case Decision.Become<?> _ -> Outcome.APPLIED;
            case Decision.Early<?> _ -> Outcome.EARLY;
            case Decision.Refuse<?> _ -> Outcome.REFUSED;
        };
    }

    private void become(Envelope event, String digest, Decision.Become<S> become, @Nullable Seen replaces) {
        var emitted = emitted(event, become);
        var facts = new LinkedHashMap<>(become.facts());
        if (emitted.isEmpty() && become.state().equals(stored.state())) {
            facts.put(Journal.CHANGED, Journal.NOTHING);
        }
        moveTo(become.state(), stored.version() + 1, null);
        entries.add(new Journal.Entry(event, digest, Outcome.APPLIED, become.rules(), edition(event), facts, emitted,
                stored.version(), replaces));
    }

    /** A deadline set anew is told from the same instant set before. */
    private void moveTo(@Nullable S state, long version, @Nullable Waiting waiting) {
        var before = Journal.due(stored);
        var next = new Stored<>(state, version, waiting, stored.dueSet());
        var due = Journal.due(next);
        stored = due == null || due.equals(before) ? next : new Stored<>(state, version, waiting, stored.dueSet() + 1);
    }

    private void waits(Envelope event, String digest, Rule rule, @Nullable Seen replaces) {
        var waiting = stored.waiting();
        if (waiting != null && waiting.ids().size() >= Early.MOST) {
            entries.add(entry(event, digest, Outcome.REFUSED, CoreRule.TOO_MANY_WAIT, said(CoreRule.TOO_MANY_WAIT),
                    replaces));
            return;
        }
        moveTo(null, stored.version(),
                waiting == null
                        ? new Waiting(List.of(event.id()), event.subdistrict(), event.receivedtime(), false)
                        : waiting.with(event.id()));
        entries.add(entry(event, digest, Outcome.EARLY, rule, said(rule), replaces));
    }

    /**
     * What waits for it, each with what the journal says of it: when it begins, that is decided in the order of its own times,
     * as if it came now.
     */
    private SortedMap<Envelope, Optional<Seen>> whatWaits(@Nullable Waiting waiting) {
        var known = new TreeMap<Envelope, Optional<Seen>>(BY_OWN_TIME);
        if (waiting != null) {
            // Of those of this very batch the journal knows nothing yet.
            entries.stream().filter(entry -> entry.outcome() == Outcome.EARLY)
                    .forEach(entry -> known.put(entry.event(), Optional.ofNullable(entry.replaces())));
            var here = known.keySet().stream().map(Envelope::id).collect(Collectors.toSet());
            var elsewhere = waiting.ids().stream().filter(id -> !here.contains(id)).toList();
            if (!elsewhere.isEmpty()) {
                early.apply(elsewhere).forEach((event, said) -> known.put(event, Optional.of(said)));
            }
        }
        return known;
    }

    /** One that cannot be decided is told as failed: it keeps neither what begins nor what waited beside it from being written. */
    private void takeOrFail(Envelope event, @Nullable Seen replaces) {
        try {
            take(event, EventJson.digest(event), replaces);
        } catch (RuntimeException e) {
            Log.failure("decide", key.toString(), e);
            entries.add(bench.failed(event, stored.version(), replaces));
        }
    }

    /** The early events of an aggregate that has not begun have waited long. */
    private void waitTooLong(Envelope event, String digest, DeadlineReached reached) {
        var waiting = stored.waiting();
        if (waiting == null || !reached.dueAt().equals(Early.due(waiting))) {
            entries.add(entry(event, digest, Outcome.REFUSED, CoreRule.DEADLINE_MOVED, said(CoreRule.DEADLINE_MOVED),
                    null));
            return;
        }
        moveTo(null, stored.version(), new Waiting(waiting.ids(), waiting.subdistrict(), waiting.since(), true));
        entries.add(
                new Journal.Entry(event, digest, Outcome.APPLIED, List.of(CoreRule.NOT_BEGUN_IN_TIME), edition(event),
                        Map.of(), List.of(emitted(event, Early.statement(key, waiting), event.subdistrict(), 1)),
                        stored.version(), null));
    }

    @SuppressWarnings("unchecked")
    private Decision<S> decide(Envelope event) {
        var state = stored.state();
        var context = bench.context(event);
        if (state == null) {
            return bench.decider().begin(key.id(), (E) event.data(), context);
        }
        if (event.data() instanceof DeadlineReached reached) {
            return reached.dueAt().equals(state.due())
                    ? RECKONING.reached(bench.decider(), state, context)
                    : Decision.refuse(CoreRule.DEADLINE_MOVED);
        }
        if (bench.isOutside(event, state)) {
            return Decision.refuse(CoreRule.OUTSIDE_SUBDISTRICT);
        }
        return switch (RECKONING.decide(bench.decider(), state, (E) event.data(), context)) {
            // Only what is not there yet is waited for.
            case Decision.Early<S> waits -> Decision.refuse(waits.rule());
            case Decision<S> decided -> decided;
        };
    }

    private boolean isTooLarge(Envelope event, Decision.Become<S> become) {
        return Journal.isTooLarge(EventJson.writeValue(become.state()))
                || Journal.isTooLarge(EventJson.write(event), Journal.document(emitted(event, become)));
    }

    /**
     * Why it was refused, and where the aggregate stood; of an event from another subdistrict, instead of that, what its
     * sender is told: what would be said of an aggregate that does not exist, so that nobody finds out what does by sending it
     * events.
     */
    @SuppressWarnings("unchecked")
    private Map<String, String> facts(Rule rule, Envelope event) {
        var facts = new LinkedHashMap<>(said(rule));
        if (rule == CoreRule.OUTSIDE_SUBDISTRICT) {
            switch (bench.decider().begin(key.id(), (E) event.data(), bench.context(event))) {
                case Decision.Refuse<S> told -> facts.put(Journal.TOLD, told.rule().code());
                case Decision.Early<S> told -> {
                    facts.put(Journal.TOLD, told.rule().code());
                    facts.put(Journal.TOLD_OUTCOME, Outcome.EARLY.word());
                }
                // Whoever would make a record under an id that is taken learns that it is.
                case Decision.Become<S> _ -> {
                }
            }
        } else if (stored.state() != null) {
            facts.put(Journal.STATUS, stored.state().status().word());
        }
        return facts;
    }

    private static Map<String, String> said(Rule rule) {
        return Map.of("statement", rule.statement());
    }

    private Journal.Entry entry(Envelope event, String digest, Outcome outcome, Rule rule, Map<String, String> facts,
            @Nullable Seen replaces) {
        return new Journal.Entry(event, digest, outcome, List.of(rule), edition(event), facts, List.of(),
                stored.version(), replaces);
    }

    private String edition(Envelope event) {
        return bench.policy().at(event.time()).version();
    }

    /** What the decision states; and behind that, what changes in the figures. */
    private List<Envelope> emitted(Envelope cause, Decision.Become<S> become) {
        var emitted = new ArrayList<Envelope>();
        for (var event : become.emitted()) {
            emitted.add(emitted(cause, event, become.state().subdistrict(), emitted.size() + 1));
        }
        for (var moved : Count.moved(stored.state(), become.state(), bench.context(cause).date())) {
            emitted.add(emitted(cause, moved.change(), moved.subdistrict(), emitted.size() + 1));
        }
        return emitted;
    }

    /** The function's name is part of the id: two functions that accept one cause must not emit one id. */
    private Envelope emitted(Envelope cause, Event event, String where, int number) {
        return cause.causing(cause.id() + "." + bench.function().name() + "." + number,
                "/functions/" + bench.function().name(), key.toString(), event, where, now);
    }
}
