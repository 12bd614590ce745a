package org.chongshan.local.programme;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.chongshan.bureau.ContextMap;
import org.chongshan.bureau.Topology;
import org.chongshan.events.Event;
import org.chongshan.events.Sweep;
import org.chongshan.events.json.EventJson;
import org.chongshan.local.programme.Books.Entry;
import org.chongshan.shell.Router;

/**
 * What must hold in any books, whatever the programme: the topology alone says who accepts what. What one programme promises stands in its
 * {@link Invariants}.
 */
public final class Audit {
    private final Books books;
    private final Router router = new Router(Topology.FUNCTIONS, ContextMap.LINES);

    /** Of these books; what does not hold is said to them. */
    public Audit(Books books) {
        this.books = books;
    }

    /**
     * Everything that holds whatever happened, and what each programme promises.
     *
     * @param posted      ids with the aggregate each is for
     * @param accepted    whether an id was answered 202
     * @param conflicting ids that were accepted with two contents
     */
    public void theBooks(Map<String, String> posted, Predicate<String> accepted, Set<String> conflicting) {
        everyAcceptedEventHasOneEntryAndNoOtherHasMore(posted, accepted);
        exactlyTheseIdsCarriedAnotherContent(conflicting);
        everyVersionOfAnAggregateWasMadeByOneEntry();
        everyEmittedEventReachedAllThatAcceptIt(posted.keySet());
        ProgrammesUnderTest.audit(books);
    }

    private void everyAcceptedEventHasOneEntryAndNoOtherHasMore(Map<String, String> posted,
            Predicate<String> accepted) {
        posted.forEach((id, aggregate) -> {
            var entries = books.entriesUnder(id);
            if (accepted.test(id)) {
                books.expect(entries.size() == 1, "%s, accepted for %s, has %d entries", id, aggregate, entries.size());
            } else {
                books.expect(entries.size() <= 1, "%s, never answered, has %d entries", id, entries.size());
            }
            entries.forEach(entry -> books.expect(entry.aggregate().equals(aggregate), "%s is in the journal of %s", id,
                    entry.aggregate()));
        });
    }

    /** Of two contents under one id one was applied and the other reported; nothing else is called a conflict. */
    private void exactlyTheseIdsCarriedAnotherContent(Set<String> ids) {
        var expected = new TreeMap<String, Integer>();
        ids.forEach(id -> expected.put(id, 1));
        books.expect(books.conflicts().equals(expected), "conflicts are %s, should be %s", books.conflicts(), expected);
    }

    /** Nothing is due that nobody was told of. */
    public void noDeadlineIsForgotten(Instant now) {
        books.due().forEach((aggregate, at) -> books.expect(!at.isBefore(now), "%s was due at %s", aggregate, at));
    }

    /** What one client had accepted one after the other, an aggregate decided in that order. */
    public void everyAggregateKeptEachClientsOrder(Iterable<List<Post>> inOrder) {
        for (var accepted : inOrder) {
            var last = new HashMap<String, Long>();
            for (var posted : accepted) {
                for (var entry : books.entriesUnder(posted.id())) {
                    var before = last.put(posted.aggregate(), entry.version());
                    books.expect(before == null || before <= entry.version(), "%s of %s was decided out of its order",
                            posted.id(), posted.aggregate());
                }
            }
        }
    }

    /** From the first version to the one it has, each by one entry. */
    private void everyVersionOfAnAggregateWasMadeByOneEntry() {
        books.versions().forEach((aggregate, version) -> {
            var made = books.applied(aggregate).map(Entry::version).toList();
            var all = LongStream.rangeClosed(1, version).boxed().toList();
            books.expect(made.equals(all), "%s is at version %d, its journal has %s", aggregate, version, made);
        });
    }

    /** And nothing stands in a journal that nobody posted, no function emitted, and neither clock, schedule nor sweep began. */
    private void everyEmittedEventReachedAllThatAcceptIt(Set<String> posted) {
        var emitted = new HashSet<String>();
        var begun = Functions.scheduled().map(name -> name + ".").collect(Collectors.toCollection(HashSet::new));
        books.entries().forEach(entry -> entry.emitted().forEach(event -> {
            var envelope = EventJson.read(event.toString());
            if (envelope.data() instanceof Sweep sweep) {
                begun.add(sweep.sweep() + ".");
            }
            emitted.add(envelope.id());
            reached(entry, envelope.id(), envelope.data());
            for (var line : ContextMap.LINES) {
                line.of(envelope.data()).ifPresent(other -> {
                    emitted.add(envelope.id() + ".translated.1");
                    reached(entry, envelope.id() + ".translated.1", other);
                });
            }
        }));
        books.ids()
                .forEach(
                        id -> books.expect(
                                posted.contains(id) || emitted.contains(id) || id.contains(".due.")
                                        || begun.stream().anyMatch(id::startsWith),
                                "%s was neither posted nor emitted", id));
    }

    private void reached(Entry cause, String id, Event event) {
        for (var to : router.destinations(event)) {
            if (!Functions.isSweep(to.function())) {
                var there = books.entriesUnder(id).stream().filter(one -> one.aggregate().equals(to.key())).count();
                books.expect(there == 1, "%s, emitted by %s, has %d entries in %s", id, cause.aggregate(), there,
                        to.key());
            }
        }
    }
}
