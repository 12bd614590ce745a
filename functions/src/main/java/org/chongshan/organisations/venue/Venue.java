package org.chongshan.organisations.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.events.Heading;
import org.chongshan.events.organisations.VenueKind;
import org.jspecify.annotations.Nullable;

/**
 * A room that organisations book.
 *
 * @param reportHours hours after a booked time within which the house says whether it was used
 * @param withdrawn   when it could be booked no more, the first time that is known; null while it can
 */
record Venue(String id, String subdistrict, VenueKind kind, String name, int capacity, Bookings bookings,
        long reportHours, @Nullable Instant withdrawn) implements Aggregate {

    /** Where a venue stands. */
    enum Status implements org.chongshan.core.Status {
        /** Can be booked. */
        OPEN(Sight.LIST),
        /** Can be booked no more. */
        WITHDRAWN(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** Further lists of venues. */
    enum Lists implements Listing {
        /** Nobody has said in time whether it was used. */
        @InDigest(Heading.OVERDUE)
        REPORT_OVERDUE
    }

    /** What a venue waits for. */
    enum Due implements Deadline {
        /** That the house says whether it was used. */
        REPORT
    }

    Venue with(Bookings other) {
        return new Venue(id, subdistrict, kind, name, capacity, other, reportHours, withdrawn);
    }

    Venue withdrawn(Instant at) {
        return new Venue(id, subdistrict, kind, name, capacity, bookings, reportHours,
                withdrawn != null && withdrawn.isBefore(at) ? withdrawn : at);
    }

    Instant reportDue(Appointment appointment) {
        return appointment.until().plus(Duration.ofHours(reportHours));
    }

    @Override
    public Status status() {
        return withdrawn == null ? Status.OPEN : Status.WITHDRAWN;
    }

    @Override
    public Map<Lists, String> lists() {
        return bookings.overdue().isEmpty() ? Map.of() : Map.of(Lists.REPORT_OVERDUE, "");
    }

    /** Of what was used before it was withdrawn, too. */
    @Override
    public Map<Due, Instant> deadlines() {
        return bookings.open().stream().map(this::reportDue).min(Comparator.naturalOrder())
                .map(due -> Map.of(Due.REPORT, due)).orElse(Map.of());
    }
}
