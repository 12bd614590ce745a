package org.chongshan.marriage.counsellingroom;

import java.time.Duration;
import java.util.ArrayList;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.Diary.Closure;
import org.chongshan.core.Diary.Terms;
import org.chongshan.core.Rule;
import org.chongshan.events.Event;
import org.chongshan.events.marriage.CounsellingEvent.RoomConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.RoomHeld;
import org.chongshan.events.marriage.CounsellingEvent.RoomRefused;
import org.chongshan.events.marriage.CounsellingEvent.RoomWithdrawn;
import org.chongshan.events.marriage.CounsellingRoomEvent;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomClosedFor;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomConfirmationRequested;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomHoldRequested;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomOpened;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomReleased;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomReopened;
import org.chongshan.events.marriage.HoldRefusal;
import org.chongshan.marriage.Appointments;
import org.chongshan.marriage.Appointments.House;
import org.chongshan.marriage.Appointments.Step;
import org.chongshan.marriage.MarriageParameter;
import org.jspecify.annotations.Nullable;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.marriage.counsellingroom.CounsellingRoomRule.*;

/**
 * Counselling rooms: a diary that never overlaps. It answers whatever a session asks, whenever that comes; what comes again is
 * answered again and changes nothing. Holds count from when the platform hears, never from a device's clock.
 */
public record CounsellingRoomDecider() implements Decider<CounsellingRoom, CounsellingRoomEvent> {
    @Override
    public String idOf(CounsellingRoomEvent event) {
        return event.room();
    }

    @Override
    public Decision<CounsellingRoom> begin(String id, CounsellingRoomEvent event, Context context) {
        return event instanceof RoomOpened
                ? become(new CounsellingRoom(id, context.subdistrict(), Appointments.NONE), OPENED)
                : early(ROOM_UNKNOWN);
    }

    @Override
    public Decision<CounsellingRoom> decide(CounsellingRoom room, CounsellingRoomEvent event, Context context) {
        var now = context.received();
        var all = room.appointments();
        return switch (event) {
            case RoomOpened _ -> refuse(OPENED_ONCE);
            case RoomHoldRequested asked -> hold(room, asked, context);
            case RoomConfirmationRequested asked -> confirm(room, asked, context);
            case RoomReleased released ->
                answer(room, all.release(released.appointment(), now, house(context)), RELEASED, null);
            case RoomClosedFor closed when !all.hasRoomFor(closed.closure()) -> refuse(TOO_MANY_CLOSURES);
            case RoomClosedFor closed -> answer(room,
                    all.close(new Closure(closed.closure(), closed.from(), closed.until()), now, house(context)),
                    CLOSED, null);
            case RoomReopened reopened ->
                answer(room, all.reopen(reopened.closure(), now, house(context)), REOPENED, null);
        };
    }

    @Override
    public Decision.Become<CounsellingRoom> reached(CounsellingRoom room, Deadline deadline, Context context) {
        return answer(room, room.appointments().lapse(context.now(), house(context)), HOLDS_LAPSED, null);
    }

    private static Decision<CounsellingRoom> hold(CounsellingRoom room, RoomHoldRequested asked, Context context) {
        var answered = room.appointments().ask(
                new Appointment(asked.appointment(), asked.from(), asked.until(), "", asked.heldUntil()),
                context.received(), house(context));
        var session = Appointments.sessionOf(asked.appointment());
        var granted = answered.granted();
        return granted == null
                ? answer(room, answered.step(), NOT_FREE,
                        new RoomRefused(session, asked.appointment(), answered.refusal()))
                : answer(room, answered.step(), HELD,
                        granted.heldUntil() == null
                                ? new RoomConfirmed(session, granted.id())
                                : new RoomHeld(session, granted.id(), granted.heldUntil()));
    }

    private static Decision<CounsellingRoom> confirm(CounsellingRoom room, RoomConfirmationRequested asked,
            Context context) {
        var answered = room.appointments().confirm(asked.appointment(), context.received(), house(context));
        var session = Appointments.sessionOf(asked.appointment());
        return answered.granted() == null
                ? answer(room, answered.step(), RAN_OUT,
                        new RoomRefused(session, asked.appointment(), HoldRefusal.EXPIRED))
                : answer(room, answered.step(), CONFIRMED, new RoomConfirmed(session, asked.appointment()));
    }

    /** Whoever asked is answered first, then those who have to give, then those who move up. */
    private static Decision.Become<CounsellingRoom> answer(CounsellingRoom room, Step step, Rule rule,
            @Nullable Event first) {
        var events = new ArrayList<Event>();
        if (first != null) {
            events.add(first);
        }
        step.out().forEach(one -> events.add(new RoomWithdrawn(Appointments.sessionOf(one.id()), one.id())));
        for (var one : step.moved()) {
            var until = one.heldUntil();
            if (until != null) {
                events.add(new RoomHeld(Appointments.sessionOf(one.id()), one.id(), until));
            }
        }
        return Decision.<CounsellingRoom>become(room.with(step.now()), rule).emit(events.toArray(Event[]::new));
    }

    private static House house(Context context) {
        return new House(
                Terms.NONE.apart(
                        Duration.ofMinutes(context.policy().value(MarriageParameter.COUNSELLING_BUFFER_MINUTES))),
                Duration.ofMinutes(context.policy().value(MarriageParameter.COUNSELLING_HOLD_MINUTES)));
    }
}
