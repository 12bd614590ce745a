package org.chongshan.events.organisations;

import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a venue, a room for what organisations do, accepts.
 */
public sealed interface VenueEvent extends OrganisationsEvent {
    /** Id of the venue it concerns. */
    String venue();

    /**
     * A venue can be booked.
     *
     * @param name     what it is called, 2 to 100 characters
     * @param capacity how many people fit in, 1 to 1,000
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DISTRICT})
    record VenueOpened(@Id(begins = true) String venue, VenueKind kind, @Size(min = 2, max = 100) String name,
            @Min(1) @Max(1_000) int capacity) implements VenueEvent {}

    /**
     * A venue cannot be booked any more; what was booked and has not begun falls away.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DISTRICT})
    record VenueWithdrawn(@Id String venue, @Size(min = 2, max = 500) Confidential grounds) implements VenueEvent {}

    /**
     * A venue is closed for a time; what is booked then falls away. Said again under the id of the closure, it is closed for
     * this time instead.
     *
     * @param closure id
     * @param from    first instant
     * @param until   first instant it is open again
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DISTRICT})
    record VenueClosedFor(@Id String venue, @Id(begins = true) String closure, @Planned Instant from,
            @Planned Instant until) implements VenueEvent {}

    /**
     * A closure is taken back.
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DISTRICT})
    record VenueReopened(@Id String venue, @Id String closure) implements VenueEvent {}

    /**
     * An organisation booked a venue, once or week by week. Each for itself; street and station for those that have no token.
     *
     * @param booking      id given by whoever books; its times are numbered from 1
     * @param organisation who will be there
     * @param from         first instant of the first time
     * @param until        its end
     * @param weeks        how many times, always at the same time of the week, 1 to 26
     */
    @PostedBy({Role.ORGANISATION, Role.STATION, Role.STREET})
    record VenueBooked(@Id String venue, @Id(begins = true) @Size(max = Id.MOST_TO_NUMBER) String booking,
            @Id String organisation, @Planned Instant from, @Planned Instant until,
            @Min(1) @Max(26) int weeks) implements VenueEvent {}

    /**
     * A booking is given back.
     *
     * @param time which of its times, by number; null: all that have not begun
     */
    @PostedBy({Role.ORGANISATION, Role.STATION, Role.STREET})
    record VenueBookingCancelled(@Id String venue, @Id String booking,
            @Nullable @Min(1) @Max(26) Integer time) implements VenueEvent {}

    /**
     * Whoever had booked was there; said by the house.
     *
     * @param time    which of the booking's times, by number
     * @param persons how many people came, 1 to 10,000
     */
    @PostedBy({Role.STATION, Role.STREET})
    record VenueUsed(@Id String venue, @Id String booking, @Min(1) @Max(26) int time,
            @Min(1) @Max(10_000) int persons) implements VenueEvent {}

    /**
     * Whoever had booked did not come; said by the house.
     *
     * @param time which of the booking's times, by number
     */
    @PostedBy({Role.STATION, Role.STREET})
    record VenueLeftEmpty(@Id String venue, @Id String booking, @Min(1) @Max(26) int time) implements VenueEvent {}
}
