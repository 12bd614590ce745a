package org.chongshan.shell;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.Policy;
import org.chongshan.core.Rule;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.Envelope;
import org.chongshan.events.Event;
import org.chongshan.events.json.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * Takes an SQS FIFO batch, folds the events of each aggregate through its decider, writes one transaction per aggregate,
 * and answers which messages must come again: of an aggregate that failed, the message that failed and all later ones; of
 * the others, none.
 */
final class Reactor<S extends Aggregate, E extends Event> implements Function<InputStream, byte[]> {
    /** Optimistic writes tried before the messages are left to the queue's own retry. */
    private static final int ATTEMPTS = 8;

    private final FunctionSpec function;
    private final Decider<S, E> decider;
    private final Class<S> stateType;
    private final Journal journal;
    private final Policy policy;
    private final WorkingDays calendar;
    private final InstantSource clock;
    private final Supplier<ExecutorService> aggregates;

    Reactor(FunctionSpec function, FunctionSpec.Collection<S, E> serves, Journal journal, Policy policy,
            WorkingDays calendar, InstantSource clock, Supplier<ExecutorService> aggregates) {
        this.function = function;
        this.decider = serves.newDecider();
        this.stateType = serves.stateType();
        this.journal = journal;
        this.policy = policy;
        this.calendar = calendar;
        this.clock = clock;
        this.aggregates = aggregates;
    }

    @Override
    public byte[] apply(InputStream batch) {
        var groups = new LinkedHashMap<String, List<LambdaPayload.Message>>();
        for (var message : LambdaPayload.messages(batch)) {
            groups.computeIfAbsent(message.group(), key -> new ArrayList<>()).add(message);
        }
        if (groups.size() == 1) {
            return LambdaPayload.failures(react(groups.firstEntry().getKey(), groups.firstEntry().getValue()));
        }
        try (var beside = aggregates.get()) {
            var failed = new ArrayList<String>();
            var running = new ArrayList<Future<List<String>>>();
            groups.forEach((key, messages) -> running.add(beside.submit(() -> react(key, messages))));
            for (var one : running) {
                failed.addAll(one.get());
            }
            return LambdaPayload.failures(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: the whole batch comes again", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the whole batch comes again", e);
        }
    }

    /** Ids of the messages of one aggregate that must come again. */
    private List<String> react(String key, List<LambdaPayload.Message> messages) {
        var handled = 0;
        try {
            handled = write(key, messages);
        } catch (RuntimeException e) {
            Log.failure("react", key, e);
        }
        return messages.subList(handled, messages.size()).stream().map(LambdaPayload.Message::id).toList();
    }

    /** How many messages, from the first on, are in the journal now. */
    private int write(String key, List<LambdaPayload.Message> messages) {
        var seen = new HashMap<String, String>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = journal.load(key, stateType);
            var fold = new Fold(key, stored, seen);
            var handled = fold.over(messages);
            if (fold.entries.isEmpty()) {
                return handled;
            }
            try {
                journal.write(key, stored, fold.changed(), fold.entries, clock.instant());
                fold.entries.forEach(entry -> Log.decided(function.name(), entry, clock.instant()));
                return handled;
            } catch (Journal.NotWritten e) {
                // Either another writer was faster, or an event had been applied before: fold again, knowing that.
                seen.putAll(e.seen);
            }
        }
        return 0;
    }

    /** The events of one aggregate, decided one after the other upon the state as it was read. */
    private final class Fold {
        private final String key;
        private final Map<String, String> seen;
        private final long readVersion;
        private final List<Journal.Entry> entries = new ArrayList<>();
        private S state;
        private long version;

        Fold(String key, Journal.Stored<S> stored, Map<String, String> seen) {
            this.key = key;
            this.seen = new HashMap<>(seen);
            this.readVersion = stored.version();
            this.version = stored.version();
            this.state = Objects.requireNonNullElseGet(stored.state(), this::initial);
        }

        @Nullable
        S changed() {
            return version == readVersion ? null : state;
        }

        int over(List<LambdaPayload.Message> messages) {
            for (int i = 0; i < messages.size(); i++) {
                try {
                    add(EventJson.read(messages.get(i).body()));
                } catch (RuntimeException e) {
                    // What came before is good and is written; this one and the later ones come again.
                    Log.failure("decide", key, e);
                    return i;
                }
            }
            return messages.size();
        }

        private void add(Envelope event) {
            var digest = EventJson.digest(event);
            var edition = policy.at(event.time());
            var before = seen.putIfAbsent(event.id(), digest);
            if (before != null) {
                if (!before.equals(digest)) {
                    entries.add(new Journal.Entry(event, digest, "conflict", "same-id-other-content", edition.version(),
                            Map.of(), List.of(), version));
                }
                return;
            }
            switch (decide(event, edition)) {
                case Decision.Become<S> become -> {
                    state = become.state();
                    version++;
                    entries.add(new Journal.Entry(event, digest, "applied", become.rule().code(), edition.version(),
                            become.facts(), emitted(event, become.emitted()), version));
                }
                case Decision.Refuse<S> refuse ->
                    entries.add(new Journal.Entry(event, digest, "refused", refuse.rule().code(), edition.version(),
                            facts(refuse.rule(), event, edition), List.of(), version));
            }
        }

        /**
         * Why it was refused; of an event from another subdistrict, also what its sender is told: what would be said of
         * an aggregate that does not exist, so that nobody finds out what does by sending it events.
         */
        @SuppressWarnings("unchecked")
        private Map<String, String> facts(Rule rule, Envelope event, Policy.Edition edition) {
            var facts = new LinkedHashMap<>(Map.of("statement", rule.statement()));
            if (rule == CoreRule.OUTSIDE_SUBDISTRICT && decider.decide(initial(), (E) event.data(),
                    context(event, edition)) instanceof Decision.Refuse<S> told) {
                facts.put(Journal.TOLD, told.rule().code());
            }
            return facts;
        }

        private S initial() {
            return decider.initial(key.substring(key.indexOf('/') + 1));
        }

        private Context context(Envelope event, Policy.Edition edition) {
            return new Context(event.time(), event.actor(), event.role(), event.subdistrict(), edition, calendar);
        }

        @SuppressWarnings("unchecked")
        private Decision<S> decide(Envelope event, Policy.Edition edition) {
            var context = context(event, edition);
            if (event.data() instanceof DeadlineReached reached) {
                return reached.dueAt().equals(state.due())
                        ? decider.deadlineReached(state, context)
                        : Decision.refuse(CoreRule.DEADLINE_MOVED);
            }
            if (event.role().isLocal() && state.subdistrict() != null
                    && !event.subdistrict().equals(state.subdistrict())) {
                return Decision.refuse(CoreRule.OUTSIDE_SUBDISTRICT);
            }
            return decider.decide(state, (E) event.data(), context);
        }

        private List<Envelope> emitted(Envelope cause, List<Event> events) {
            var emitted = new ArrayList<Envelope>();
            for (var event : events) {
                // The function's name is part of the id: two functions that accept one cause must not emit one id.
                emitted.add(cause.causing(cause.id() + "." + function.name() + "." + (emitted.size() + 1),
                        "/functions/" + function.name(), key, event,
                        Objects.requireNonNullElse(state.subdistrict(), cause.subdistrict()), clock.instant()));
            }
            return emitted;
        }
    }
}
