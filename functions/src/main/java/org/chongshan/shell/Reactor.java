package org.chongshan.shell;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

import org.chongshan.core.Aggregate;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.core.Key;
import org.chongshan.events.Envelope;
import org.chongshan.events.Event;
import org.chongshan.events.json.EventJson;

/**
 * Takes an SQS FIFO batch, folds the events of each aggregate through its decider, writes one transaction per aggregate,
 * and answers which messages must come again: of an aggregate that failed, the message that failed and all later ones; of
 * the others, none.
 */
final class Reactor<S extends Aggregate, E extends Event> implements Function<InputStream, byte[]> {
    /** Optimistic writes tried before the messages are left to the queue's own retry. */
    private static final int ATTEMPTS = 8;

    private final Collection<S, E> function;
    private final Bench<S, E> bench;
    private final Journal journal;
    private final InstantSource clock;
    private final Supplier<ExecutorService> aggregates;

    Reactor(Collection<S, E> function, Bench<S, E> bench, Journal journal, InstantSource clock,
            Supplier<ExecutorService> aggregates) {
        this.function = function;
        this.bench = bench;
        this.journal = journal;
        this.clock = clock;
        this.aggregates = aggregates;
    }

    @Override
    public byte[] apply(InputStream batch) {
        var groups = LambdaPayload.groups(batch);
        if (groups.size() == 1) {
            return LambdaPayload.again(react(groups.firstEntry().getKey(), groups.firstEntry().getValue()));
        }
        try (var beside = aggregates.get()) {
            var left = new ArrayList<LambdaPayload.Message>();
            var running = new ArrayList<Future<List<LambdaPayload.Message>>>();
            groups.forEach((key, messages) -> running.add(beside.submit(() -> react(key, messages))));
            for (var one : running) {
                left.addAll(one.get());
            }
            return LambdaPayload.again(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: the whole batch comes again", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the whole batch comes again", e);
        }
    }

    /** The messages of one aggregate that must come again. */
    private List<LambdaPayload.Message> react(String group, List<LambdaPayload.Message> messages) {
        var handled = 0;
        try {
            handled = write(Key.parse(group), messages);
        } catch (RuntimeException e) {
            Log.failure("react", group, e);
        }
        var left = messages.subList(handled, messages.size());
        if (!left.isEmpty() && left.getFirst().receives() >= Queued.MOST_RECEIVES) {
            sayThatItFailed(group, left.getFirst());
        }
        return left;
    }

    /** How many messages, from the first on, are in the journal now. */
    private int write(Key key, List<LambdaPayload.Message> messages) {
        var seen = new HashMap<String, Journal.Seen>();
        var bounded = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = journal.load(key, function.stateType());
            var fold = new Fold<>(bench, key, stored, seen, ids -> early(key, ids), bounded, clock.instant());
            // What came before one that fails is good and is written.
            var handled = LambdaPayload.inOrder(messages, "decide", fold::add);
            if (fold.entries().isEmpty()) {
                return handled;
            }
            try {
                journal.write(key, stored, fold.next(), fold.entries(), clock.instant());
                fold.entries().forEach(entry -> Log.decided(function.name(), entry, clock.instant()));
                return handled;
            } catch (Journal.NotWritten e) {
                // Either another writer was faster, or an event had been applied before: fold again, knowing that.
                seen.putAll(e.seen);
            } catch (Journal.TooLarge e) {
                // Some event makes it too large: fold again, measuring after each.
                bounded = true;
            }
        }
        return 0;
    }

    private Map<Envelope, Journal.Seen> early(Key key, List<String> ids) {
        var found = new LinkedHashMap<Envelope, Journal.Seen>();
        journal.entries(key, ids).values()
                .forEach(item -> found.put(EventJson.read(item.get(TableShape.EVENT).s()), Journal.Seen.of(item)));
        return found;
    }

    /** The last try has failed: the message goes to the dead letters, and its sender can read that. */
    private void sayThatItFailed(String group, LambdaPayload.Message message) {
        try {
            var event = EventJson.read(message.body());
            var key = Key.parse(group);
            var stored = journal.load(key, function.stateType());
            say(key, stored, bench.failed(event, stored.version(), null));
        } catch (Journal.NotWritten | Journal.TooLarge | RuntimeException e) {
            // Then the dead letter alone tells of it.
            Log.failure("say that it failed", group, e);
        }
    }

    /** What was said of another content under its id stands; this one is found out, though nobody can decide it. */
    private void say(Key key, Journal.Stored<S> stored, Journal.Entry failed)
            throws Journal.NotWritten, Journal.TooLarge {
        try {
            journal.write(key, stored, stored, List.of(failed), clock.instant());
        } catch (Journal.NotWritten e) {
            var before = e.seen.get(failed.event().id());
            if (before != null && !before.digest().equals(failed.digest())) {
                var fold = new Fold<>(bench, key, stored, e.seen, ids -> early(key, ids), false, clock.instant());
                fold.add(failed.event());
                journal.write(key, stored, fold.next(), fold.entries(), clock.instant());
            }
        }
    }
}
