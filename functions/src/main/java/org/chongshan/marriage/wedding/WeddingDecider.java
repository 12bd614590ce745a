package org.chongshan.marriage.wedding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Rule;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Event;
import org.chongshan.events.marriage.WeddingEvent;
import org.chongshan.events.marriage.WeddingEvent.CollectiveWeddingAnnounced;
import org.chongshan.events.marriage.WeddingEvent.CollectiveWeddingBooked;
import org.chongshan.events.marriage.WeddingEvent.CollectiveWeddingCalledOff;
import org.chongshan.events.marriage.WeddingEvent.CoupleWed;
import org.chongshan.events.marriage.WeddingEvent.WeddingBookingCancelled;
import org.chongshan.events.marriage.WeddingEvent.WeddingBookingConfirmed;
import org.chongshan.events.marriage.WeddingEvent.WeddingHeld;
import org.chongshan.events.marriage.WeddingNotice.CouplesToTell;
import org.chongshan.events.marriage.WeddingNotice.WeddingPlaceLost;
import org.chongshan.events.marriage.WeddingNotice.WeddingPlaceOffered;
import org.chongshan.events.marriage.WeddingNotice.WeddingReportOverdue;
import org.chongshan.marriage.MarriageParameter;
import org.chongshan.marriage.wedding.Wedding.Due;
import org.chongshan.marriage.wedding.Wedding.Said;
import org.chongshan.marriage.wedding.Wedding.Status;
import org.chongshan.marriage.wedding.Wedding.What;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.marriage.wedding.WeddingRule.*;

/**
 * Collective weddings: places never over-booked, a waiting list in order, bookings that run out unless confirmed. A turn in the
 * queue, and whether a place was confirmed in time, go by when the platform heard.
 */
public record WeddingDecider() implements Decider<Wedding, WeddingEvent> {
    private static final String NOBODY = "";

    @Override
    public String idOf(WeddingEvent event) {
        return event.wedding();
    }

    @Override
    public Decision<Wedding> begin(String id, WeddingEvent event, Context context) {
        return event instanceof CollectiveWeddingAnnounced announced
                ? announce(id, announced, context)
                : early(WEDDING_UNKNOWN);
    }

    @Override
    public Decision<Wedding> decide(Wedding wedding, WeddingEvent event, Context context) {
        return switch (event) {
            case CollectiveWeddingAnnounced _ -> refuse(ANNOUNCED_ONCE);

            case WeddingEvent _ when wedding.status() == Status.CALLED_OFF -> refuse(NOT_AT_THIS_POINT);
            case CoupleWed wed -> wed(wedding, wed.couple(), context);

            case WeddingEvent _ when wedding.status() == Status.HELD -> refuse(NOT_AT_THIS_POINT);
            case CollectiveWeddingBooked booked -> book(wedding, booked.couple(), context);
            case WeddingBookingConfirmed confirmed -> confirm(wedding, confirmed.couple(), context);
            case WeddingBookingCancelled cancelled -> cancel(wedding, cancelled.couple(), context);
            case WeddingHeld _ when isBeforeItsDay(wedding, context) -> refuse(NOT_YET);
            case WeddingHeld _ -> become(wedding.ended(Status.HELD), HELD);
            case CollectiveWeddingCalledOff _ when !wedding.came().isEmpty() -> refuse(NOT_AT_THIS_POINT);
            case CollectiveWeddingCalledOff _ -> callOff(wedding);
        };
    }

    @Override
    public Become<Wedding> reached(Wedding wedding, Deadline deadline, Context context) {
        var now = context.now();
        return switch ((Due) deadline) {
            case CONFIRMATION -> tell(wedding, wedding.hearing(new Said(NOBODY, What.RAN_OUT, context.time(), now)),
                    NOT_CONFIRMED, NOBODY);
            case REPORT -> Decision.<Wedding>become(wedding.reportStatedLate(reportBy(WorkingDays.dayOf(now), context)),
                    REPORT_OVERDUE).emit(new WeddingReportOverdue(wedding.id(), wedding.reportBy()));
        };
    }

    private static Decision<Wedding> announce(String id, CollectiveWeddingAnnounced announced, Context context) {
        var day = WorkingDays.dayOf(announced.startsAt());
        if (day.isBefore(context.date())) {
            return refuse(STARTS_BEFORE_IT_IS_ANNOUNCED);
        }
        return become(
                Wedding.announced(id, context.subdistrict(), announced.places(), announced.startsAt(),
                        context.policy().value(MarriageParameter.WEDDING_CONFIRMATION_DAYS), reportBy(day, context)),
                ANNOUNCED);
    }

    private static Decision<Wedding> book(Wedding wedding, String couple, Context context) {
        var said = said(couple, What.BOOKED, context);
        if (hasBegun(wedding, context)) {
            return refuse(BOOKING_CLOSED);
        }
        if (!wedding.hasRoomFor(said)) {
            return refuse(TOO_MUCH_SAID);
        }
        var next = wedding.hearing(said);
        if (!next.places().include(couple)) {
            return tell(wedding, next, CANCELLED_SINCE, couple);
        }
        if (wedding.places().include(couple)) {
            return tell(wedding, next, BOOKED_ONCE, NOBODY);
        }
        return tell(wedding, next, next.places().placeOf(couple) == null ? WAITING : OFFERED, NOBODY);
    }

    private static Decision<Wedding> confirm(Wedding wedding, String couple, Context context) {
        var said = said(couple, What.CONFIRMED, context);
        if (hasBegun(wedding, context)) {
            return refuse(BOOKING_CLOSED);
        }
        if (!wedding.hasRoomFor(said)) {
            return refuse(TOO_MUCH_SAID);
        }
        var next = wedding.hearing(said);
        var place = next.places().placeOf(couple);
        return tell(wedding, next, place == null || place.offeredUntil() != null ? NOTHING_OFFERED : CONFIRMED, NOBODY);
    }

    private static Decision<Wedding> cancel(Wedding wedding, String couple, Context context) {
        var said = said(couple, What.CANCELLED, context);
        if (hasBegun(wedding, context)) {
            return refuse(BOOKING_CLOSED);
        }
        if (!wedding.hasRoomFor(said)) {
            return refuse(TOO_MUCH_SAID);
        }
        var next = wedding.hearing(said);
        if (!wedding.places().include(couple)) {
            return tell(wedding, next, NOT_BOOKED, couple);
        }
        return tell(wedding, next, next.places().include(couple) ? BOOKED_SINCE : CANCELLED, couple);
    }

    /** Who came may be posted after the wedding was reported held, and before the booking; it still counts. */
    private static Decision<Wedding> wed(Wedding wedding, String couple, Context context) {
        if (isBeforeItsDay(wedding, context)) {
            return refuse(NOT_YET);
        }
        if (wedding.came().contains(couple)) {
            return refuse(WED_ONCE);
        }
        if (wedding.came().size() >= Wedding.MOST_SAID) {
            return refuse(TOO_MUCH_SAID);
        }
        var next = wedding.seeing(couple);
        return become(next, next.wed().contains(couple) ? WED : CAME_WITHOUT_A_PLACE);
    }

    private static Decision<Wedding> callOff(Wedding wedding) {
        var everybody = new ArrayList<>(wedding.places().participants());
        everybody.addAll(wedding.places().waiting());
        return Decision.<Wedding>become(wedding.ended(Status.CALLED_OFF), CALLED_OFF)
                .emit(new CouplesToTell(wedding.id(), everybody));
    }

    /** Whoever has a place now and had none is offered it; whoever lost theirs without having said so is told. */
    private static Become<Wedding> tell(Wedding before, Wedding after, Rule rule, String whoSaidSo) {
        var events = new ArrayList<Event>();
        var had = before.places().participants();
        var have = after.places().participants();
        had.stream().filter(couple -> !have.contains(couple) && !couple.equals(whoSaidSo))
                .forEach(couple -> events.add(new WeddingPlaceLost(before.id(), couple)));
        for (var place : after.places().taken()) {
            var until = place.offeredUntil();
            if (!had.contains(place.participant()) && until != null) {
                events.add(new WeddingPlaceOffered(before.id(), place.participant(), until));
            }
        }
        return Decision.<Wedding>become(after, rule).emit(events.toArray(Event[]::new));
    }

    private static Said said(String couple, What what, Context context) {
        return new Said(couple, what, context.time(), context.received());
    }

    private static boolean hasBegun(Wedding wedding, Context context) {
        return !context.received().isBefore(wedding.startsAt());
    }

    private static boolean isBeforeItsDay(Wedding wedding, Context context) {
        return context.date().isBefore(WorkingDays.dayOf(wedding.startsAt()));
    }

    private static Instant reportBy(LocalDate day, Context context) {
        return WorkingDays.endOf(day.plusDays(context.policy().value(MarriageParameter.WEDDING_REPORT_DAYS)));
    }
}
