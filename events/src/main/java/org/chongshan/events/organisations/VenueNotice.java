package org.chongshan.events.organisations;

import java.time.Instant;
import java.util.List;

import org.chongshan.events.Id;

/**
 * What venues state to whom it may concern: no decider has to act on it for the books to be right.
 */
public sealed interface VenueNotice extends OrganisationsEvent {
    /**
     * A booking stands.
     *
     * @param from    when each of its times begins
     * @param skipped when those would have begun at which the venue is closed
     */
    record VenueBookingMade(@Id String venue, @Id String booking, @Id String organisation, List<Instant> from,
            List<Instant> skipped) implements VenueNotice {}

    /**
     * Booked times fell away because the venue is closed then.
     *
     * @param times bookings, each with the number of the time behind a dot
     */
    record VenueBookingsDisplaced(@Id String venue, List<String> times) implements VenueNotice {}

    /**
     * Nobody has said whether a venue was used at a time that was booked.
     *
     * @param time the booking, with the number of the time behind a dot
     */
    record VenueReportOverdue(@Id String venue, @Id String time, @Id String organisation) implements VenueNotice {}
}
