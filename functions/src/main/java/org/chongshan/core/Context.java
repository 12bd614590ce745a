package org.chongshan.core;

import java.time.Instant;

import org.chongshan.events.Role;

/**
 * What a decider may know besides state and event.
 *
 * @param time        when the event happened in the field
 * @param actor       who did it
 * @param role        as what
 * @param subdistrict code of the subdistrict it happened in
 * @param policy      the parameters in force at that time
 * @param calendar    the working-day calendar
 */
public record Context(Instant time, String actor, Role role, String subdistrict, Policy.Edition policy,
        WorkingDays calendar) {
    /** The bureau's time zone is {@link WorkingDays#ZONE}; this is the local date of {@link #time()}. */
    public java.time.LocalDate date() {
        return time.atZone(WorkingDays.ZONE).toLocalDate();
    }
}
