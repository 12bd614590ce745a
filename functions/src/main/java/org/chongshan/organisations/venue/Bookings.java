package org.chongshan.organisations.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.chongshan.core.Actors;
import org.chongshan.core.Diary;
import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What is booked, what became of it, and of what nobody has said so yet.
 *
 * @param diary    the times that are booked, by {@code <booking>.<number>}
 * @param owners   by booking: the organisation
 * @param overdue  times that are over, and that nobody has spoken of in time
 * @param outcomes of times that are over, or were given back too late
 */
record Bookings(Diary diary, SortedMap<String, String> owners, SortedMap<String, Slot> overdue,
        SortedMap<String, Outcome> outcomes) {

    /** Times in the diary, closures, and outcomes a record keeps at most. */
    static final int MOST = 400;
    /** How long a time stays in the diary after it is over. */
    private static final Duration KEPT = Duration.ofDays(7);
    static final Bookings NONE = new Bookings(Diary.EMPTY, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /** A booked time. */
    record Slot(String organisation, Instant from, Instant until) {}

    /**
     * What became of a booked time.
     *
     * @param persons how many came, the last word; 0 when nobody did
     */
    record Outcome(Slot slot, Fact<Integer> persons) {}

    /** The number of a booking's time, as an id. */
    static String time(String booking, int number) {
        return booking + "." + number;
    }

    static String bookingOf(String time) {
        return time.substring(0, time.lastIndexOf('.'));
    }

    Bookings with(Diary other) {
        return new Bookings(other, owners, overdue, outcomes);
    }

    Bookings owned(String booking, String organisation) {
        var all = new TreeMap<>(owners);
        all.put(booking, organisation);
        return new Bookings(diary, all, overdue, outcomes);
    }

    /** The time that id names, in the diary, overdue or with its outcome; null when none is known. */
    @Nullable
    Slot slot(String time) {
        var outcome = outcomes.get(time);
        return outcome != null ? outcome.slot() : inDiary(time).findAny().orElseGet(() -> overdue.get(time));
    }

    private Stream<Slot> inDiary(String time) {
        return diary.appointments().stream().filter(one -> one.id().equals(time)).map(this::slot);
    }

    Slot slot(Appointment appointment) {
        return new Slot(owners.getOrDefault(bookingOf(appointment.id()), ""), appointment.from(), appointment.until());
    }

    Bookings came(String time, Slot slot, Fact<Integer> persons) {
        var left = new TreeMap<>(overdue);
        left.remove(time);
        var all = new TreeMap<>(outcomes);
        all.merge(time, new Outcome(slot, persons),
                (known, other) -> new Outcome(slot, Fact.later(known.persons(), other.persons())));
        return new Bookings(diary, owners, left, all);
    }

    Bookings overdue(String time, Slot slot) {
        var all = new TreeMap<>(overdue);
        all.put(time, slot);
        return new Bookings(diary, owners, all, outcomes);
    }

    /** How often an organisation has not come, or has given back too late, of times that began at or after an instant. */
    long noShows(String organisation, Instant since) {
        return outcomes.values().stream()
                .filter(outcome -> outcome.persons().value() == 0
                        && Actors.same(outcome.slot().organisation(), organisation)
                        && !outcome.slot().from().isBefore(since))
                .count();
    }

    /** The times in the diary nobody has spoken of, told or not. */
    List<Appointment> open() {
        return diary.appointments().stream()
                .filter(one -> !outcomes.containsKey(one.id()) && !overdue.containsKey(one.id())).toList();
    }

    /** Without what is long over, so that the record does not grow for ever. */
    Bookings pruned(Instant now, Instant outcomesSince) {
        var unspoken = new TreeMap<>(overdue);
        // What nobody has spoken of stays in sight, even if the clock has not told it yet.
        open().stream().filter(one -> one.until().isBefore(now.minus(KEPT)))
                .forEach(one -> unspoken.put(one.id(), slot(one)));
        var kept = diary.forgetBefore(now.minus(KEPT));
        var booked = kept.appointments().stream().map(one -> bookingOf(one.id())).distinct().toList();
        var left = new TreeMap<>(owners);
        left.keySet().retainAll(booked);
        return new Bookings(kept, left, latest(unspoken, Slot::from, Instant.EPOCH),
                latest(outcomes, outcome -> outcome.slot().from(), outcomesSince));
    }

    private static <T> SortedMap<String, T> latest(SortedMap<String, T> all, Function<T, Instant> from, Instant since) {
        var kept = new TreeMap<String, T>();
        all.entrySet().stream().filter(entry -> !from.apply(entry.getValue()).isBefore(since))
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(from).reversed())).limit(MOST)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }
}
