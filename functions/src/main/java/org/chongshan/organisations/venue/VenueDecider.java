package org.chongshan.organisations.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Diary;
import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.Diary.Closure;
import org.chongshan.core.Diary.Reason;
import org.chongshan.core.Diary.Terms;
import org.chongshan.core.Rule;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.VenueEvent;
import org.chongshan.events.organisations.VenueEvent.VenueBooked;
import org.chongshan.events.organisations.VenueEvent.VenueBookingCancelled;
import org.chongshan.events.organisations.VenueEvent.VenueClosedFor;
import org.chongshan.events.organisations.VenueEvent.VenueLeftEmpty;
import org.chongshan.events.organisations.VenueEvent.VenueOpened;
import org.chongshan.events.organisations.VenueEvent.VenueReopened;
import org.chongshan.events.organisations.VenueEvent.VenueUsed;
import org.chongshan.events.organisations.VenueEvent.VenueWithdrawn;
import org.chongshan.events.organisations.VenueNotice.VenueBookingMade;
import org.chongshan.events.organisations.VenueNotice.VenueBookingsDisplaced;
import org.chongshan.events.organisations.VenueNotice.VenueReportOverdue;
import org.chongshan.organisations.OrganisationsParameter;
import org.chongshan.organisations.venue.Venue.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.organisations.venue.VenueRule.*;

/**
 * Venues: a diary that never overlaps. What can be booked and given back is decided by the platform's clock: that of whoever
 * books is a claim.
 */
public record VenueDecider() implements Decider<Venue, VenueEvent> {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    @Override
    public String idOf(VenueEvent event) {
        return event.venue();
    }

    @Override
    public Decision<Venue> begin(String id, VenueEvent event, Context context) {
        return event instanceof VenueOpened opened
                ? become(
                        new Venue(id, context.subdistrict(), opened.kind(), opened.name(), opened.capacity(),
                                Bookings.NONE, context.policy().value(OrganisationsParameter.VENUE_REPORT_HOURS), null),
                        OPENED)
                : early(VENUE_UNKNOWN);
    }

    @Override
    public Decision<Venue> decide(Venue known, VenueEvent event, Context context) {
        var now = context.received();
        var venue = known.with(known.bookings().pruned(now, since(context)));
        return switch (event) {
            case VenueOpened _ -> refuse(OPENED_ONCE);
            case VenueWithdrawn _ when venue.status() == Status.WITHDRAWN ->
                become(venue.withdrawn(context.time()), WITHDRAWN_ONCE);
            case VenueWithdrawn _ -> withdraw(venue, context);
            case VenueUsed used -> report(venue, used.booking(), used.time(), used.persons(), USED, context);
            case VenueLeftEmpty empty -> report(venue, empty.booking(), empty.time(), 0, LEFT_EMPTY, context);
            case VenueEvent _ when venue.status() == Status.WITHDRAWN -> refuse(NOT_OPEN);
            case VenueClosedFor closed -> close(venue, closed, now);
            case VenueReopened reopened -> become(
                    venue.with(venue.bookings().with(venue.bookings().diary().reopen(reopened.closure()))), REOPENED);
            case VenueBooked booked when !isFor(booked.organisation(), context) -> refuse(NOT_ITS_OWN);
            case VenueBooked booked -> book(venue, booked, context);
            case VenueBookingCancelled cancelled -> cancel(venue, cancelled, context);
        };
    }

    /** The house, and an organisation for itself. */
    private static boolean isFor(String organisation, Context context) {
        return context.role() != Role.ORGANISATION || Actors.same(context.actor(), organisation);
    }

    private static Instant since(Context context) {
        return context.received()
                .minus(Duration.ofDays(context.policy().value(OrganisationsParameter.VENUE_NO_SHOW_DAYS)));
    }

    private static Decision<Venue> book(Venue venue, VenueBooked booked, Context context) {
        var bookings = venue.bookings();
        if (bookings.owners().containsKey(booked.booking())) {
            return refuse(BOOKED_ONCE);
        }
        var takes = Duration.between(booked.from(), booked.until());
        if (!takes.isPositive() || takes.compareTo(LONGEST) > 0) {
            return refuse(BAD_TIME);
        }
        if (booked.from().isBefore(context.received())) {
            return refuse(BEGUN);
        }
        var last = booked.from().plus(WEEK.multipliedBy(booked.weeks() - 1L));
        var ahead = WEEK.multipliedBy(context.policy().value(OrganisationsParameter.VENUE_WEEKS_AHEAD));
        if (last.isAfter(context.received().plus(ahead))) {
            return refuse(TOO_FAR_AHEAD);
        }
        if (context.role() == Role.ORGANISATION && context.policy().reaches(OrganisationsParameter.VENUE_NO_SHOWS,
                bookings.noShows(booked.organisation(), since(context)), 1)) {
            return refuse(STAYED_AWAY);
        }
        if (bookings.diary().appointments().size() + booked.weeks() > Bookings.MOST) {
            return refuse(FULL);
        }
        return enter(venue, booked, takes, context.received());
    }

    /** All of its times or none; but those at which the venue is closed. */
    private static Decision<Venue> enter(Venue venue, VenueBooked booked, Duration takes, Instant now) {
        var diary = venue.bookings().diary();
        var entered = new ArrayList<Instant>();
        var skipped = new ArrayList<Instant>();
        for (int number = 1; number <= booked.weeks(); number++) {
            var from = booked.from().plus(WEEK.multipliedBy(number - 1L));
            var time = new Appointment(Bookings.time(booked.booking(), number), from, from.plus(takes), "", null);
            switch (diary.enter(time, now, Terms.NONE)) {
                case Diary.Granted granted -> {
                    diary = granted.diary();
                    entered.add(from);
                }
                case Diary.Refused refused when refused.reason() == Reason.CLOSED -> skipped.add(from);
                case Diary.Refused _ -> {
                    return refuse(TAKEN);
                }
            }
        }
        return entered.isEmpty()
                ? refuse(CLOSED_THEN)
                : Decision.<Venue>become(
                        venue.with(venue.bookings().with(diary).owned(booked.booking(), booked.organisation())), BOOKED)
                        .emit(new VenueBookingMade(venue.id(), booked.booking(), booked.organisation(), entered,
                                skipped));
    }

    private static Decision<Venue> cancel(Venue venue, VenueBookingCancelled cancelled, Context context) {
        var owner = venue.bookings().owners().get(cancelled.booking());
        if (owner == null) {
            return refuse(BOOKING_UNKNOWN);
        }
        if (!isFor(owner, context)) {
            return refuse(NOT_ITS_OWN);
        }
        var now = context.received();
        var number = cancelled.time();
        var times = venue.bookings().diary().appointments().stream()
                .filter(one -> number == null
                        ? Bookings.bookingOf(one.id()).equals(cancelled.booking())
                        : one.id().equals(Bookings.time(cancelled.booking(), number)))
                .toList();
        if (times.isEmpty()) {
            return refuse(BOOKING_UNKNOWN);
        }
        var toCome = times.stream().filter(one -> one.from().isAfter(now)).toList();
        if (toCome.isEmpty()) {
            return refuse(BEGUN);
        }
        var notice = Duration.ofHours(context.policy().value(OrganisationsParameter.VENUE_CANCELLATION_HOURS));
        Rule rule = CANCELLED;
        var bookings = venue.bookings();
        for (var time : toCome) {
            var isLate = context.role() == Role.ORGANISATION && now.isAfter(time.from().minus(notice));
            bookings = bookings.with(released(bookings.diary(), time, now));
            if (isLate) {
                bookings = bookings.came(time.id(), venue.bookings().slot(time), context.fact(0));
                rule = CANCELLED_LATE;
            }
        }
        return become(venue.with(bookings), rule);
    }

    private static Diary released(Diary diary, Appointment time, Instant now) {
        return diary.release(time.id(), now) instanceof Diary.Granted granted ? granted.diary() : diary;
    }

    private static Decision<Venue> close(Venue venue, VenueClosedFor closed, Instant now) {
        var diary = venue.bookings().diary();
        if (diary.closures().size() >= Bookings.MOST
                && diary.closures().stream().noneMatch(one -> one.id().equals(closed.closure()))) {
            return refuse(FULL);
        }
        // What is over stays: nobody closes what has been.
        var from = closed.from().isBefore(now) ? now : closed.from();
        var closing = diary.close(new Closure(closed.closure(), from, closed.until()), now);
        return displaced(venue.with(venue.bookings().with(closing.diary())), closing.displaced(), CLOSED);
    }

    private static Decision<Venue> withdraw(Venue venue, Context context) {
        var now = context.received();
        var toCome = venue.bookings().diary().appointments().stream().filter(one -> one.from().isAfter(now)).toList();
        var bookings = venue.bookings();
        for (var time : toCome) {
            bookings = bookings.with(released(bookings.diary(), time, now));
        }
        return displaced(venue.with(bookings).withdrawn(context.time()), toCome, WITHDRAWN);
    }

    private static Decision<Venue> displaced(Venue venue, List<Appointment> displaced, Rule rule) {
        Decision.Become<Venue> after = become(venue, rule);
        return displaced.isEmpty()
                ? after
                : after.emit(new VenueBookingsDisplaced(venue.id(), displaced.stream().map(Appointment::id).toList()));
    }

    private static Decision<Venue> report(Venue venue, String booking, int number, int persons, Rule rule,
            Context context) {
        var time = Bookings.time(booking, number);
        var slot = venue.bookings().slot(time);
        if (slot == null) {
            return refuse(BOOKING_UNKNOWN);
        }
        if (context.time().isBefore(slot.from())) {
            return refuse(NOT_YET);
        }
        var fact = context.fact(persons);
        var known = venue.bookings().outcomes().get(time);
        return become(venue.with(venue.bookings().came(time, slot, fact)),
                known != null && fact.isOlderThan(known.persons()) ? SAID_SINCE : rule);
    }

    @Override
    public Decision.Become<Venue> reached(Venue venue, Deadline deadline, Context context) {
        var bookings = venue.bookings();
        var told = new ArrayList<VenueReportOverdue>();
        for (var time : bookings.open()) {
            if (!venue.reportDue(time).isAfter(context.time())) {
                var slot = bookings.slot(time);
                bookings = bookings.overdue(time.id(), slot);
                told.add(new VenueReportOverdue(venue.id(), time.id(), slot.organisation()));
            }
        }
        return Decision.<Venue>become(venue.with(bookings), REPORT_OVERDUE)
                .emit(told.toArray(VenueReportOverdue[]::new));
    }
}
