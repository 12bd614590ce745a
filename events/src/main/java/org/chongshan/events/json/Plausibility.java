package org.chongshan.events.json;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.chongshan.events.Born;
import org.chongshan.events.Checked;
import org.chongshan.events.Envelope;
import org.chongshan.events.Event;
import org.chongshan.events.Fault;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Planned;
import org.chongshan.events.Sealable;

/**
 * What cannot be, whatever its schema says: observations from the future, days that do not exist, people not born, identity
 * numbers that do not check or stand where a pseudonym should, and what a {@link Checked} record says of itself.
 *
 * @param happened when the event happened, as it says
 * @param received the platform's time
 */
record Plausibility(Instant happened, Instant received) {
    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    List<Fault> faults(Event data) {
        var faults = new ArrayList<Fault>();
        check((Record) data, "/data", faults);
        return faults;
    }

    private void check(Record part, String pointer, List<Fault> faults) {
        for (var component : part.getClass().getRecordComponents()) {
            check(valueOf(part, component), component.getAccessor(), pointer + "/" + component.getName(), faults);
        }
        if (part instanceof Checked checked) {
            checked.faults()
                    .forEach(fault -> faults.add(new Fault(pointer + fault.pointer(), fault.code(), fault.detail())));
        }
    }

    private void check(Object value, AnnotatedElement marks, String pointer, List<Fault> faults) {
        switch (value) {
            case null -> {
                return;
            }
            case Instant time when marks.isAnnotationPresent(Happened.class) ->
                past(time, pointer, received).ifPresent(faults::add);
            case Instant time -> planned(dayOf(time), marks, pointer).ifPresent(faults::add);
            case LocalDate day when marks.isAnnotationPresent(Happened.class) ->
                withinALife(day, pointer).ifPresent(faults::add);
            case LocalDate day when marks.isAnnotationPresent(Born.class) ->
                born(day, marks.getAnnotation(Born.class), pointer).ifPresent(faults::add);
            case LocalDate day -> planned(day, marks, pointer).ifPresent(faults::add);
            case IdentityNumber number -> number.fault(dayOf(received))
                    .ifPresent(detail -> faults.add(new Fault(pointer, Fault.Code.NOT_AN_IDENTITY_NUMBER, detail)));
            case String id when marks.isAnnotationPresent(Id.class) && new IdentityNumber(id).isResident() ->
                faults.add(new Fault(pointer, Fault.Code.IDENTITY_NUMBER_AS_ID,
                        "is a pseudonym: ids stand in keys and logs"));
            case Sealable text -> born(text, marks, pointer).ifPresent(faults::add);
            case Collection<?> many -> {
                var position = 0;
                for (var one : many) {
                    check(one, marks, pointer + "/" + position++, faults);
                }
            }
            case Record part -> check(part, pointer, faults);
            default -> {
                return;
            }
        }
    }

    /** What is wrong with a time that has been. */
    static Optional<Fault> past(Instant time, String pointer, Instant received) {
        if (time.isAfter(received.plus(Envelope.CLOCK_TOLERANCE))) {
            return Optional.of(new Fault(pointer, Fault.Code.FROM_THE_FUTURE,
                    "lies at most " + Envelope.CLOCK_TOLERANCE.toMinutes() + " minutes after the server's time"));
        }
        return time.isBefore(Envelope.EARLIEST) ? Optional.of(tooEarly(pointer)) : Optional.empty();
    }

    private Optional<Fault> withinALife(LocalDate day, String pointer) {
        var earliest = dayOf(received).minusYears(Born.MOST_YEARS);
        return day.isBefore(earliest)
                ? Optional.of(new Fault(pointer, Fault.Code.OUT_OF_RANGE, "lies not before " + earliest))
                : past(day.isBefore(dayOf(received)) ? received : day.atStartOfDay(BUREAU).toInstant(), pointer,
                        received);
    }

    private Optional<Fault> planned(LocalDate day, AnnotatedElement marks, String pointer) {
        var planned = marks.getAnnotation(Planned.class);
        if (planned == null) {
            return Optional.empty();
        }
        if (day.isAfter(dayOf(received).plusYears(planned.mostYearsAhead()))) {
            return Optional.of(new Fault(pointer, Fault.Code.OUT_OF_RANGE,
                    "lies at most " + planned.mostYearsAhead() + " years ahead"));
        }
        return day.isBefore(dayOf(Envelope.EARLIEST)) ? Optional.of(tooEarly(pointer)) : Optional.empty();
    }

    private Optional<Fault> born(Sealable text, AnnotatedElement marks, String pointer) {
        var born = marks.getAnnotation(Born.class);
        if (born == null) {
            return Optional.empty();
        }
        try {
            return born(LocalDate.parse(text.value()), born, pointer);
        } catch (DateTimeParseException e) {
            return Optional.of(new Fault(pointer, Fault.Code.MALFORMED, "is a day that exists"));
        }
    }

    private Optional<Fault> born(LocalDate birthday, Born born, String pointer) {
        var day = dayOf(happened);
        if (birthday.isAfter(day)) {
            return Optional.of(new Fault(pointer, Fault.Code.NOT_YET_BORN, "lies before the event's time"));
        }
        return birthday.plusYears(born.lessThanYearsBefore()).isAfter(day)
                ? Optional.empty()
                : Optional.of(new Fault(pointer, Fault.Code.TOO_OLD,
                        "lies less than " + born.lessThanYearsBefore() + " years before the event's time"));
    }

    private static Fault tooEarly(String pointer) {
        return new Fault(pointer, Fault.Code.OUT_OF_RANGE, "lies not before " + dayOf(Envelope.EARLIEST));
    }

    private static LocalDate dayOf(Instant time) {
        return time.atZone(BUREAU).toLocalDate();
    }

    private static Object valueOf(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a published record is public: " + component, e);
        }
    }
}
