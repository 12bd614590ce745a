package org.chongshan.core;

import java.time.Instant;
import java.time.LocalDate;

import org.chongshan.events.Role;

/**
 * What a decider may know besides state and event. Time has two names here: {@link #time} is when something happened, by the
 * clock of whoever noticed; {@link #received} is when the platform could first know of it. Facts count as of the one,
 * whoever must act has their time from the other.
 *
 * @param event       id of the event
 * @param time        when the event happened in the field
 * @param received    when the platform first saw it
 * @param actor       who did it
 * @param role        as what
 * @param subdistrict code of the subdistrict it happened in
 * @param policy      the parameters in force at {@link #time}
 * @param calendar    the working-day calendar
 */
public record Context(String event, Instant time, Instant received, String actor, Role role, String subdistrict,
        Policy.Edition policy, WorkingDays calendar) {
    /** The bureau's time zone is {@link WorkingDays#ZONE}; this is the local date of {@link #time()}. */
    public LocalDate date() {
        return WorkingDays.dayOf(time);
    }

    /** When the platform knows of what happened; a clock that is a little fast is believed. */
    public Instant now() {
        return time.isAfter(received) ? time : received;
    }

    /** The term of so many working days after the day of {@code from}. */
    public Term term(Instant from, long workingDays) {
        return Term.of(from, workingDays, calendar, received);
    }

    /** A fact as of its own time. */
    public <T> Fact<T> fact(T value) {
        return new Fact<>(value, time, event);
    }
}
