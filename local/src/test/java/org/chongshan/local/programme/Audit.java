package org.chongshan.local.programme;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.chongshan.bureau.ContextMap;
import org.chongshan.bureau.Topology;
import org.chongshan.core.Status;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.Event;
import org.chongshan.events.Public;
import org.chongshan.events.Role;
import org.chongshan.events.Sweep;
import org.chongshan.events.json.EventJson;
import org.chongshan.local.programme.Books.Entry;
import org.chongshan.shell.Router;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must hold in any books, whatever the programme: the topology alone says who accepts what. What one programme promises stands in its
 * {@link Invariants}.
 */
public final class Audit {
    /** Rules that refuse what is about something not there yet, and would whenever it came; or what would begin it itself. */
    private static final Set<String> FOR_ITS_OWN_SAKE = Set.of("too-many-wait", "deadline-moved", "not-this-quarter",
            "not-this-month", "window-closed", "starts-before-it-is-booked", "starts-before-it-is-announced",
            "starts-before-it-is-scheduled", "nobody-found", "closes-before-it-opens", "of-the-district",
            "not-ones-own", "not-its-own", "not-the-districts");

    /** Events that wait for one record; docs/guarantees.md. */
    private static final int MOST_EARLY = 20;
    /** What a state's document may hold; DynamoDB's own bound for an item is 400 KB. */
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_CHARACTERS = 350_000;

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
        noClockIsAhead();
        whatCameEarlyIsDecidedOrStated();
        nothingOfAnotherSubdistrictIsChanged();
        everyRecordIsInSight();
        recordsKeepTheirLimits();
        ProgrammesUnderTest.audit(books);
    }

    private void noClockIsAhead() {
        books.promise(Promise.CLOCKS);
        books.entries().forEach(entry -> {
            var received = Instant.parse(entry.attribute("receivedtime"));
            books.expect(!entry.time().isAfter(received.plus(Envelope.CLOCK_TOLERANCE)),
                    "%s in %s is of %s, received at %s", entry.id(), entry.aggregate(), entry.time(), received);
        });
    }

    /** What nobody waited for was refused for its own sake, not because it came before what it is about. */
    private void whatCameEarlyIsDecidedOrStated() {
        books.promise(Promise.EARLY);
        var beginning = books.entries().filter(entry -> entry.isApplied() && entry.version() == 1)
                .map(entry -> Functions.of(entry.aggregate()) + entry.type()).collect(Collectors.toSet());
        books.entries().forEach(entry -> {
            var aggregate = entry.aggregate();
            if (entry.outcome().equals("early")) {
                books.expect(books.waiting().getOrDefault(aggregate, List.of()).contains(entry.id()),
                        "%s is called early, and does not wait for %s", entry.id(), aggregate);
            }
            books.expect(
                    entry.version() > 0 || !entry.outcome().equals("refused") || FOR_ITS_OWN_SAKE.contains(entry.rule())
                            || entry.attribute("role").equals("system")
                            || beginning.contains(Functions.of(aggregate) + entry.type()),
                    "%s, %s, was refused before %s began: %s", entry.id(), entry.type(), aggregate, entry.rule());
        });
        books.waiting().keySet().forEach(
                aggregate -> books.expect(books.isStatedToWait(aggregate) || books.due().containsKey(aggregate),
                        "events wait for %s, and nobody will be told", aggregate));
    }

    /** An aggregate is its beginner's, or, where an event that may cross takes it over, whose it is now. */
    private void nothingOfAnotherSubdistrictIsChanged() {
        books.promise(Promise.REACH);
        for (var function : Topology.collections()) {
            var crossing = function.crossings().keySet().stream().map(Class::getSimpleName).collect(Collectors.toSet());
            books.each(function.name(), (aggregate, state) -> {
                var owners = new HashSet<>(Set.of(state.path("subdistrict").stringValue("")));
                if (!crossing.isEmpty()) {
                    books.applied(aggregate).findFirst().ifPresent(began -> owners.add(began.attribute("subdistrict")));
                }
                books.applied(aggregate)
                        .filter(entry -> !entry.type().equals("DeadlineReached") && !crossing.contains(entry.type())
                                && !isOfTheBureau(entry))
                        .forEach(entry -> books.expect(owners.contains(entry.attribute("subdistrict")),
                                "%s of %s was changed by %s of %s", aggregate, owners, entry.type(),
                                entry.attribute("subdistrict")));
            });
        }
    }

    private static boolean isOfTheBureau(Entry entry) {
        var reach = entry.attribute("reach");
        return reach.isEmpty()
                ? Reach.of(Role.ofClaim(entry.attribute("role"))) == Reach.BUREAU
                : reach.equals(Reach.BUREAU.name().toLowerCase(Locale.ROOT));
    }

    private void everyRecordIsInSight() {
        books.promise(Promise.ENDINGS);
        for (var function : Topology.collections()) {
            var sights = function.statuses().stream().collect(Collectors.toMap(Status::word, Status::sight));
            books.each(function.name(), (aggregate, state) -> {
                var status = books.standing().get(aggregate);
                books.expect(
                        sights.get(status) != Status.Sight.DEADLINE || books.due().containsKey(aggregate)
                                || !books.listsOf(aggregate).isEmpty(),
                        "%s stands %s, waits for nothing and is in no list", aggregate, status);
            });
        }
    }

    private void recordsKeepTheirLimits() {
        books.promise(Promise.LIMITS);
        books.waiting().forEach((aggregate, ids) -> books.expect(ids.size() <= MOST_EARLY, "%d events wait for %s",
                ids.size(), aggregate));
        for (var function : Topology.collections()) {
            books.each(function.name(), (aggregate, state) -> books.expect(state.toString().length() <= MOST_CHARACTERS,
                    "%s has %d characters", aggregate, state.toString().length()));
        }
    }

    private void everyAcceptedEventHasOneEntryAndNoOtherHasMore(Map<String, String> posted,
            Predicate<String> accepted) {
        posted.forEach((id, aggregate) -> {
            var entries = books.entriesUnder(id);
            books.promise(Promise.OUTCOME);
            books.expect(!accepted.test(id) || !entries.isEmpty(), "%s, accepted for %s, has no entry", id, aggregate);
            books.promise(Promise.ONCE);
            books.expect(entries.size() <= 1, "%s, for %s, has %d entries", id, aggregate, entries.size());
            entries.forEach(entry -> books.expect(
                    aggregate.endsWith("/")
                            ? entry.aggregate().startsWith(aggregate)
                            : entry.aggregate().equals(aggregate),
                    "%s is in the journal of %s", id, entry.aggregate()));
        });
    }

    /** Of two contents under one id one was applied and the other reported; nothing else is called a conflict. */
    private void exactlyTheseIdsCarriedAnotherContent(Set<String> ids) {
        books.promise(Promise.ONE_CONTENT);
        var expected = new TreeMap<String, Integer>();
        ids.forEach(id -> expected.put(id, 1));
        books.expect(books.conflicts().equals(expected), "conflicts are %s, should be %s", books.conflicts(), expected);
    }

    /** Nothing is due that nobody was told of. */
    public void noDeadlineIsForgotten(Instant now) {
        books.promise(Promise.TOLD);
        books.due().forEach((aggregate, at) -> books.expect(!at.isBefore(now), "%s was due at %s", aggregate, at));
    }

    /** What one client had accepted one after the other, an aggregate decided in that order. */
    public void everyAggregateKeptEachClientsOrder(Iterable<List<Post>> inOrder) {
        books.promise(Promise.VERSIONS);
        for (var accepted : inOrder) {
            var last = new HashMap<String, Long>();
            for (var posted : accepted) {
                for (var entry : books.entriesUnder(posted.id())) {
                    var before = last.put(entry.aggregate(), entry.version());
                    books.expect(before == null || before <= entry.version(), "%s of %s was decided out of its order",
                            posted.id(), posted.aggregate());
                }
            }
        }
    }

    /** From the first version to the one it has, each by one entry. */
    private void everyVersionOfAnAggregateWasMadeByOneEntry() {
        books.promise(Promise.VERSIONS);
        books.versions().forEach((aggregate, version) -> {
            // At version 0 the core states that early events wait; nothing has begun.
            var made = books.applied(aggregate).map(Entry::version).filter(number -> number > 0).toList();
            var all = LongStream.rangeClosed(1, version).boxed().toList();
            books.expect(made.equals(all), "%s is at version %d, its journal has %s", aggregate, version, made);
        });
    }

    /** And nothing stands in a journal that nobody posted, no function emitted, and neither clock, schedule, sweep nor whoever took something away began. */
    private void everyEmittedEventReachedAllThatAcceptIt(Set<String> posted) {
        books.promise(Promise.DELIVERED);
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
        books.entries().filter(entry -> Set.of("RecordsExported", "RecordsSearched").contains(entry.type()))
                .map(Entry::id).forEach(emitted::add);
        books.promise(Promise.ONCE);
        books.ids()
                .forEach(
                        id -> books.expect(
                                posted.contains(id) || emitted.contains(id) || id.contains(".due.")
                                        || begun.stream().anyMatch(id::startsWith),
                                "%s was neither posted nor emitted", id));
    }

    /**
     * Every public event a function emitted went out, whole, and under its id the same each time; nothing else did.
     *
     * @param wentOut CloudEvents documents
     */
    public void whatIsPublicWentOut(List<String> wentOut) {
        books.promise(Promise.DELIVERED);
        var contents = new HashMap<String, Set<String>>();
        wentOut.forEach(one -> contents
                .computeIfAbsent(JSON.readTree(one).path("id").stringValue(""), id -> new HashSet<>()).add(one));
        contents.forEach((id, of) -> books.expect(of.size() == 1, "%s went out with %d contents", id, of.size()));
        var expected = new HashSet<String>();
        books.entries().forEach(entry -> entry.emitted().forEach(event -> {
            if (EventJson.read(event.toString()).data().getClass().isAnnotationPresent(Public.class)) {
                expected.add(event.path("id").stringValue(""));
            }
        }));
        books.expect(contents.keySet().equals(expected), "%s went out, %s is public", contents.keySet(), expected);
    }

    private void reached(Entry cause, String id, Event event) {
        for (var to : router.destinations(event)) {
            if (Functions.keepsJournals(to.function())) {
                var there = books.entriesUnder(id).stream().filter(one -> one.aggregate().equals(to.key().toString()))
                        .count();
                books.expect(there == 1, "%s, emitted by %s, has %d entries in %s", id, cause.aggregate(), there,
                        to.key());
            }
        }
    }
}
