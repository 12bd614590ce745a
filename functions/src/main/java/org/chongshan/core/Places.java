package org.chongshan.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A number of places and those who want one, in the order in which they said so: the first have a place each, the others
 * wait and move up. Whoever has said so once is in it once; saying it again changes nothing. A place can be an offer that
 * stands until an instant ({@link Change#offeredUntil}) and is lost unless confirmed before it.
 *
 * @param capacity how many places there are, none or more
 * @param taken    who has one, in order; never more than there are
 * @param waiting  who waits, in order; nobody while a place is free
 * @param closed   whether nobody comes in any more
 */
public record Places(int capacity, List<Place> taken, List<String> waiting, boolean closed) {
    public Places {
        taken = List.copyOf(taken);
        waiting = List.copyOf(waiting);
    }

    /**
     * The place of one participant.
     *
     * @param offeredUntil when it is lost unless confirmed; null once it is firm
     */
    public record Place(String participant, @Nullable Instant offeredUntil) {
        private boolean isLost(Instant now) {
            return offeredUntil != null && !now.isBefore(offeredUntil);
        }
    }

    /**
     * What something led to.
     *
     * @param places as they are now
     * @param gained who got a place by it, in order
     * @param lost   who no longer has the place they had, or no longer waits, without having asked for it, in order; over
     *               the top of a smaller number they wait, before all others
     */
    public record Change(Places places, List<String> gained, List<String> lost) {
        /** The same, but what was gained is an offer until then. */
        public Change offeredUntil(Instant until) {
            var offered = places.taken.stream()
                    .map(place -> gained.contains(place.participant) ? new Place(place.participant, until) : place)
                    .toList();
            return new Change(new Places(places.capacity, offered, places.waiting, places.closed), gained, lost);
        }
    }

    /** So many places, all free. */
    public static Places of(int capacity) {
        return of(capacity, List.of(), List.of());
    }

    /** So many places, firmly taken by these, waited for by those. */
    public static Places of(int capacity, List<String> taken, List<String> waiting) {
        return new Places(capacity, taken.stream().map(Places::firm).toList(), waiting, false);
    }

    /** Who has a place, in order. */
    public List<String> participants() {
        return taken.stream().map(Place::participant).toList();
    }

    /** The place of a participant; null when they have none. */
    public @Nullable Place placeOf(String participant) {
        return taken.stream().filter(place -> place.participant.equals(participant)).findAny().orElse(null);
    }

    /** Whether somebody has a place or waits. */
    public boolean include(String participant) {
        return placeOf(participant) != null || waiting.contains(participant);
    }

    /** Somebody wants a place: the last in order. */
    public Change join(String participant) {
        return closed || include(participant)
                ? unchanged()
                : arrange(capacity, closed, Stream.concat(inOrder(), Stream.of(firm(participant))).toList());
    }

    /** Somebody wants none any more; the first who waits moves up. */
    public Change leave(String participant) {
        var change = arrange(capacity, closed,
                inOrder().filter(place -> !place.participant.equals(participant)).toList());
        return new Change(change.places, change.gained,
                change.lost.stream().filter(other -> !other.equals(participant)).toList());
    }

    /** There are so many places from now on (fewer than none is none): who waits moves up, or the last in order give way. */
    public Change resize(int number) {
        return arrange(Math.max(0, number), closed, inOrder().toList());
    }

    /** Nobody comes in any more, and nobody waits; who has a place keeps it. */
    public Change close() {
        return arrange(capacity, true, inOrder().toList());
    }

    /** What is offered to somebody becomes theirs; without an offer that stands at that time nothing changes. */
    public Places confirm(String participant, Instant now) {
        return new Places(capacity, taken.stream()
                .map(place -> place.participant.equals(participant) && !place.isLost(now) ? firm(participant) : place)
                .toList(), waiting, closed);
    }

    /** Whoever was offered a place until that time or before, and has not confirmed, is out of it; the list moves up. */
    public Change expire(Instant now) {
        return arrange(capacity, closed, inOrder().filter(place -> !place.isLost(now)).toList());
    }

    /** When the next offer is lost, and {@link #expire} is to be asked; null when none stands. */
    public @Nullable Instant nextExpiry() {
        return taken.stream().map(Place::offeredUntil).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<Place> inOrder() {
        return Stream.concat(taken.stream(), waiting.stream().map(Places::firm));
    }

    private Change arrange(int number, boolean nowClosed, List<Place> inOrder) {
        var cut = Math.min(number, inOrder.size());
        var waitingNow = nowClosed
                ? List.<String>of()
                : inOrder.subList(cut, inOrder.size()).stream().map(Place::participant).toList();
        var now = new Places(number, inOrder.subList(0, cut), waitingNow, nowClosed);
        var had = new HashSet<>(participants());
        var have = new HashSet<>(now.participants());
        var gained = now.participants().stream().filter(participant -> !had.contains(participant)).toList();
        var wait = new HashSet<>(now.waiting);
        var lost = Stream.concat(participants().stream(), waiting.stream().filter(other -> !wait.contains(other)))
                .filter(participant -> !have.contains(participant)).toList();
        return new Change(now, gained, lost);
    }

    private Change unchanged() {
        return new Change(this, List.of(), List.of());
    }

    private static Place firm(String participant) {
        return new Place(participant, null);
    }
}
