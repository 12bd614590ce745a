package org.chongshan.marriage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.chongshan.core.Diary;
import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.Diary.Closure;
import org.chongshan.core.Diary.Granted;
import org.chongshan.core.Diary.Reason;
import org.chongshan.core.Diary.Refused;
import org.chongshan.core.Diary.Terms;
import org.chongshan.events.marriage.HoldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * The diary of a room or a counsellor, and the sessions that wait for a time in it, in order: whenever something becomes
 * free, the first whose time it is has it held, before anybody who asks later. Times are the platform's; none is a device's.
 *
 * @param diary   what is held and confirmed, and when it is closed
 * @param waiting who waits, in order
 */
public record Appointments(Diary diary, List<Waiting> waiting) {
    /** How many appointments, or closures, a diary has. */
    public static final int MOST = 500;
    /** How many wait. */
    public static final int MOST_WAITING = 50;
    /** Nothing is held or waited for. */
    public static final Appointments NONE = new Appointments(Diary.EMPTY, List.of());

    public Appointments {
        waiting = List.copyOf(waiting);
    }

    /** A time a session waits for, under the number it asked by. */
    public record Waiting(String appointment, Instant from, Instant until) {}

    /**
     * What a diary keeps to, and how long it holds.
     *
     * @param keeps what a new appointment must keep to
     * @param hold  how long a time is held for whoever moves up
     */
    public record House(Terms keeps, Duration hold) {}

    /**
     * What something led to.
     *
     * @param now   the diary now
     * @param moved what is held by it for those who waited, in order
     * @param out   what was there and had to give
     */
    public record Step(Appointments now, List<Appointment> moved, List<Appointment> out) {
        private Step out(List<Appointment> all) {
            return new Step(now, moved, all);
        }

        private Step after(Step before) {
            return new Step(now, Stream.concat(before.moved.stream(), moved.stream()).toList(),
                    Stream.concat(before.out.stream(), out.stream()).toList());
        }
    }

    /**
     * What is answered to a session.
     *
     * @param step    what it led to for others
     * @param granted the appointment as it stands; null when refused
     * @param reason  why it was refused; null when granted, or when there are too many
     */
    public record Answered(Step step, @Nullable Appointment granted, @Nullable Reason reason) {
        /** Why it was refused, as a session is told. */
        public HoldRefusal refusal() {
            return switch (reason) {
                case null -> HoldRefusal.DIARY_FULL;
                case CLOSED -> HoldRefusal.CLOSED;
                case DAY_FULL -> HoldRefusal.DAY_FULL;
                case PAST -> HoldRefusal.PAST;
                case EXPIRED -> HoldRefusal.EXPIRED;
                case UNKNOWN, ID_TAKEN, EMPTY, OVERLAP -> HoldRefusal.TAKEN;
            };
        }
    }

    /** The session an appointment is for. */
    public static String sessionOf(String appointment) {
        return appointment.substring(0, appointment.lastIndexOf('.'));
    }

    /** Whether it can be closed once more, or is closed under that id already. */
    public boolean hasRoomFor(String closure) {
        return diary.closures().size() < MOST || diary.closures().stream().anyMatch(one -> one.id().equals(closure));
    }

    /** A session asks for a time. Whoever could have it later waits for it. */
    public Answered ask(Appointment asked, Instant now, House house) {
        var before = lapse(now, house);
        var diary = before.now.diary.forgetBefore(now);
        if (diary.appointments().size() >= MOST
                && diary.appointments().stream().noneMatch(one -> one.id().equals(asked.id()))) {
            return new Answered(before, null, null);
        }
        return switch (diary.enter(asked, now, house.keeps)) {
            case Granted granted ->
                new Answered(new Step(new Appointments(granted.diary(), without(before.now.waiting, asked.id())),
                        List.of(), List.of()).after(before), granted.appointment(), null);
            case Refused refused -> {
                var waits = refused.reason() == Reason.OVERLAP || refused.reason() == Reason.DAY_FULL
                        || refused.reason() == Reason.CLOSED;
                var list = waits ? with(before.now.waiting, asked) : before.now.waiting;
                yield new Answered(new Step(new Appointments(diary, list), List.of(), List.of()).after(before), null,
                        refused.reason());
            }
        };
    }

    /** A session has all it needs. */
    public Answered confirm(String appointment, Instant now, House house) {
        return switch (diary.confirm(appointment, now)) {
            case Granted granted ->
                new Answered(new Step(new Appointments(granted.diary(), waiting), List.of(), List.of()),
                        granted.appointment(), null);
            case Refused refused -> new Answered(lapse(now, house), null, refused.reason());
        };
    }

    /** A session does not need its time any more, or does not wait for it. */
    public Step release(String appointment, Instant now, House house) {
        var rest = diary.release(appointment, now) instanceof Granted granted ? granted.diary() : diary;
        return new Appointments(rest, without(waiting, appointment)).lapse(now, house);
    }

    /** Closed for a time: what is in the way waits for its time again, but what has begun goes on. */
    public Step close(Closure closure, Instant now, House house) {
        var begun = diary.at(now).appointments().stream().filter(one -> !one.from().isAfter(now)).toList();
        var closing = diary.close(closure, now);
        var out = closing.displaced().stream().filter(one -> !begun.contains(one)).toList();
        var left = Stream
                .concat(begun.stream(), closing.diary().appointments().stream().filter(one -> !begun.contains(one)))
                .toList();
        var list = waiting;
        for (var one : out) {
            list = with(list, one);
        }
        return new Appointments(new Diary(diary.bookableFrom(), left, closing.diary().closures()), list)
                .lapse(now, house).out(out);
    }

    /** A closure is taken back. */
    public Step reopen(String closure, Instant now, House house) {
        return new Appointments(diary.reopen(closure), waiting).lapse(now, house);
    }

    /** All that is to come falls away, and nobody waits. */
    public Step end(Instant now) {
        var out = diary.at(now).appointments().stream().filter(one -> one.from().isAfter(now)).toList();
        var gone = Stream
                .concat(out.stream(),
                        waiting.stream().map(one -> new Appointment(one.appointment, one.from, one.until, "", null)))
                .toList();
        var rest = new Diary(diary.bookableFrom(),
                diary.at(now).appointments().stream().filter(one -> !out.contains(one)).toList(), diary.closures());
        return new Step(new Appointments(rest, List.of()), List.of(), gone);
    }

    /** Holds that have run out are gone; whoever waited for what is free now has it held; what has begun is waited for no more. */
    public Step lapse(Instant now, House house) {
        var left = diary.at(now);
        var stillWaiting = new ArrayList<Waiting>();
        var moved = new ArrayList<Appointment>();
        for (var one : waiting) {
            if (!one.from.isAfter(now)) {
                continue;
            }
            var asked = new Appointment(one.appointment, one.from, one.until, "", now.plus(house.hold));
            if (left.enter(asked, now, house.keeps) instanceof Granted granted) {
                left = granted.diary();
                moved.add(granted.appointment());
            } else {
                stillWaiting.add(one);
            }
        }
        return new Step(new Appointments(left, stillWaiting), moved, List.of());
    }

    private static List<Waiting> with(List<Waiting> list, Appointment one) {
        return list.size() >= MOST_WAITING || list.stream().anyMatch(other -> other.appointment.equals(one.id()))
                ? list
                : Stream.concat(list.stream(), Stream.of(new Waiting(one.id(), one.from(), one.until()))).toList();
    }

    private static List<Waiting> without(List<Waiting> list, String appointment) {
        return list.stream().filter(one -> !one.appointment.equals(appointment)).toList();
    }
}
