package org.chongshan.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The diary of whoever or whatever can be in one place at a time: a carer, a counsellor, a room, a venue. Its appointments
 * never overlap. One is held for a while first, and is gone at the very instant its hold runs out, whoever notices when;
 * confirmed in time, it stands. A request that comes late therefore does no harm: its hold has run out. One that comes
 * again is answered as the first was and changes nothing.
 * <p>
 * Every answer is a value. {@code now} is the time the request counts from and may be earlier than that of the one before.
 *
 * @param bookableFrom nothing is entered that begins before, for what was there may be forgotten; null: never forgotten
 * @param appointments what is in it, by their beginning, lapsed holds among them until {@link #at}
 * @param closures     when nothing may take place
 */
public record Diary(@Nullable Instant bookableFrom, List<Appointment> appointments, List<Closure> closures) {

    /** How long appointments are remembered after they can no longer be booked, so that a {@link Gap} is kept to them too. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** An empty diary. */
    public static final Diary EMPTY = new Diary(null, List.of(), List.of());

    /** In the order of their beginnings, whatever the order of entry: alike content is alike. */
    public Diary {
        appointments = appointments.stream()
                .sorted(Comparator.comparing(Appointment::from).thenComparing(Appointment::id)).toList();
        closures = closures.stream().sorted(Comparator.comparing(Closure::from).thenComparing(Closure::id)).toList();
    }

    /**
     * One appointment, from an instant up to, not including, another.
     *
     * @param id        the caller's; an id names one appointment
     * @param place     where, in whatever words the caller's {@link Gap} understands; empty where it does not matter
     * @param heldUntil when the hold runs out; null once confirmed
     */
    public record Appointment(String id, Instant from, Instant until, String place, @Nullable Instant heldUntil) {
        /** Whether it is there at that time: confirmed, or held and not run out. */
        public boolean isLive(Instant now) {
            return heldUntil == null || now.isBefore(heldUntil);
        }

        /** Its day in the bureau's time, the one on which it begins. */
        LocalDate day() {
            return WorkingDays.dayOf(from);
        }

        private boolean isAtSameTimeAndPlace(Appointment other) {
            return from.equals(other.from) && until.equals(other.until) && place.equals(other.place);
        }

        private Appointment confirmed() {
            return new Appointment(id, from, until, place, null);
        }
    }

    /** Closed, from an instant up to, not including, another. */
    public record Closure(String id, Instant from, Instant until) {
        private boolean touches(Appointment appointment) {
            return from.isBefore(appointment.until) && appointment.from.isBefore(until);
        }
    }

    /** How long must lie between two appointments: a buffer, a way. */
    @FunctionalInterface
    public interface Gap {
        /** The time needed from the end of the one to the beginning of the other, up to a day; less than nothing is nothing. */
        Duration between(Appointment earlier, Appointment later);
    }

    /**
     * What a new or moved appointment must keep to; those already there stay as they are.
     *
     * @param gap        what must lie between two
     * @param perDay     how many may begin on one day in the bureau's time
     * @param timePerDay how long those that begin on one day may take together
     */
    public record Terms(Gap gap, int perDay, Duration timePerDay) {

        /** None: appointments may follow each other at once, and as many as the day has room for. */
        public static final Terms NONE = new Terms((_, _) -> Duration.ZERO, Integer.MAX_VALUE,
                ChronoUnit.FOREVER.getDuration());

        /** The same, with at least so long between any two. */
        public Terms apart(Duration buffer) {
            return new Terms((_, _) -> buffer, perDay, timePerDay);
        }

        /** The same, with as long between two as this says. */
        public Terms apart(Gap by) {
            return new Terms(by, perDay, timePerDay);
        }

        /** The same, with no more than so many a day. */
        public Terms atMost(int appointments) {
            return new Terms(gap, appointments, timePerDay);
        }

        /** The same, with no more than so long a day. */
        public Terms atMost(Duration time) {
            return new Terms(gap, perDay, time);
        }

        private boolean haveRoom(Appointment one, Appointment other) {
            return follows(one, other) || follows(other, one);
        }

        private boolean follows(Appointment earlier, Appointment later) {
            var needed = gap.between(earlier, later);
            return Duration.between(earlier.until, later.from)
                    .compareTo(needed.isNegative() ? Duration.ZERO : needed) >= 0;
        }
    }

    /** Granted or refused. */
    public sealed interface Answer {}

    /** It is so now, or was already: this is the diary now, and this the appointment in question as it stands or stood. */
    public record Granted(Diary diary, Appointment appointment) implements Answer {}

    /** It cannot be; the diary is as it was. */
    public record Refused(Reason reason) implements Answer {}

    /** Why not; of several reasons the first in this order. */
    public enum Reason {
        /** There is no such appointment: it never was, was released, or ran out long enough ago to be gone from the record. */
        UNKNOWN,
        /** Another appointment has this id. */
        ID_TAKEN,
        /** The hold has run out. */
        EXPIRED,
        /** It would end before it has begun. */
        EMPTY,
        /** It begins before what the diary remembers. */
        PAST,
        /** It touches a time that is closed. */
        CLOSED,
        /** Another appointment is there, or too close. */
        OVERLAP,
        /** The day has as much as it may have. */
        DAY_FULL
    }

    /** A time was closed: this is the diary now, and these appointments were in the way and are out of it. */
    public record Closing(Diary diary, List<Appointment> displaced) {}

    /**
     * Enters an appointment, held or, without {@link Appointment#heldUntil}, confirmed at once. The same one again is
     * granted as it stands (its hold is not prolonged, but it can be confirmed so); the same id at another time or place is
     * not, see {@link #move}. What is confirmed at once does not run out: a request that may come late, after the release
     * of what it asks for, is one for a hold.
     */
    public Answer enter(Appointment asked, Instant now, Terms terms) {
        var same = find(asked.id).filter(appointment -> appointment.isLive(now));
        if (same.isPresent()) {
            return !same.get().isAtSameTimeAndPlace(asked)
                    ? new Refused(Reason.ID_TAKEN)
                    : asked.heldUntil == null ? confirm(asked.id, now) : new Granted(this, same.get());
        }
        return asked.isLive(now) ? fit(asked, now, terms) : new Refused(Reason.EXPIRED);
    }

    /** Makes a held appointment stand. */
    public Answer confirm(String id, Instant now) {
        return ifLive(id, now,
                held -> held.heldUntil == null
                        ? new Granted(this, held)
                        : new Granted(at(now).without(id).with(held.confirmed()), held.confirmed()));
    }

    /** Takes an appointment out, held or confirmed; it is the one in the answer. */
    public Answer release(String id, Instant now) {
        return ifLive(id, now, released -> new Granted(at(now).without(id), released));
    }

    /** Moves an appointment to another time, held or confirmed as it is; when refused, it stays where it was. */
    public Answer move(String id, Instant from, Instant until, Instant now, Terms terms) {
        return ifLive(id, now, old -> {
            var moved = new Appointment(id, from, until, old.place, old.heldUntil);
            return moved.equals(old) ? new Granted(this, old) : fit(moved, now, terms);
        });
    }

    /**
     * Closes it for a time, or gives the closure of that id another time; what is in the way has to give. A closure that
     * ends before it has begun closes nothing.
     */
    public Closing close(Closure closure, Instant now) {
        var open = at(now).reopen(closure.id);
        if (!closure.from.isBefore(closure.until)) {
            return new Closing(open, List.of());
        }
        var closed = Stream.concat(open.closures.stream(), Stream.of(closure)).toList();
        return new Closing(new Diary(bookableFrom, open.keeping(appointment -> !closure.touches(appointment)), closed),
                open.keeping(closure::touches));
    }

    /** Takes a closure away. */
    public Diary reopen(String closure) {
        return new Diary(bookableFrom, appointments,
                closures.stream().filter(other -> !other.id.equals(closure)).toList());
    }

    /** When the next hold runs out, and {@link #at} is to be asked; null when none is held. */
    public @Nullable Instant nextExpiry() {
        return appointments.stream().map(Appointment::heldUntil).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The holds on record that have run out at that time. */
    public List<Appointment> lapsed(Instant now) {
        return keeping(appointment -> !appointment.isLive(now));
    }

    /**
     * The diary without the holds that have run out at that time, as whatever changes it leaves it too. Who is to be told
     * of them is found by {@link #lapsed} before.
     */
    public Diary at(Instant now) {
        return new Diary(bookableFrom, keeping(appointment -> appointment.isLive(now)), closures);
    }

    /**
     * Forgets what lies before the day of that instant, so that the record does not grow for ever; nothing can be entered
     * there any more.
     */
    public Diary forgetBefore(Instant instant) {
        var day = WorkingDays.dayOf(instant).atStartOfDay(WorkingDays.ZONE).toInstant();
        var from = bookableFrom == null || bookableFrom.isBefore(day) ? day : bookableFrom;
        return new Diary(from, keeping(appointment -> appointment.until.isAfter(from.minus(REMEMBERED))),
                closures.stream().filter(closure -> closure.until.isAfter(from)).toList());
    }

    private Answer fit(Appointment asked, Instant now, Terms terms) {
        var others = at(now).without(asked.id);
        return others.against(asked, terms).<Answer>map(Refused::new)
                .orElseGet(() -> new Granted(others.with(asked), asked));
    }

    private Optional<Reason> against(Appointment asked, Terms terms) {
        if (!asked.from.isBefore(asked.until)) {
            return Optional.of(Reason.EMPTY);
        }
        if (bookableFrom != null && asked.from.isBefore(bookableFrom)) {
            return Optional.of(Reason.PAST);
        }
        if (closures.stream().anyMatch(closure -> closure.touches(asked))) {
            return Optional.of(Reason.CLOSED);
        }
        if (!appointments.stream().allMatch(other -> terms.haveRoom(asked, other))) {
            return Optional.of(Reason.OVERLAP);
        }
        var thatDay = Stream.concat(appointments.stream(), Stream.of(asked))
                .filter(other -> other.day().equals(asked.day())).toList();
        var time = thatDay.stream().map(other -> Duration.between(other.from, other.until)).reduce(Duration.ZERO,
                Duration::plus);
        return thatDay.size() > terms.perDay || time.compareTo(terms.timePerDay) > 0
                ? Optional.of(Reason.DAY_FULL)
                : Optional.empty();
    }

    private Answer ifLive(String id, Instant now, Function<Appointment, Answer> then) {
        return find(id).map(found -> found.isLive(now) ? then.apply(found) : new Refused(Reason.EXPIRED))
                .orElseGet(() -> new Refused(Reason.UNKNOWN));
    }

    private Optional<Appointment> find(String id) {
        return appointments.stream().filter(appointment -> appointment.id.equals(id)).findAny();
    }

    private Diary with(Appointment appointment) {
        return new Diary(bookableFrom, Stream.concat(appointments.stream(), Stream.of(appointment)).toList(), closures);
    }

    private Diary without(String id) {
        return new Diary(bookableFrom, keeping(appointment -> !appointment.id.equals(id)), closures);
    }

    private List<Appointment> keeping(Predicate<Appointment> which) {
        return appointments.stream().filter(which).toList();
    }
}
