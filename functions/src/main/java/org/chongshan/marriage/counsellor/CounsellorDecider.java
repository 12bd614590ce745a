package org.chongshan.marriage.counsellor;

import java.time.Duration;
import java.util.ArrayList;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.Diary.Closure;
import org.chongshan.core.Diary.Terms;
import org.chongshan.core.Fact;
import org.chongshan.core.Rule;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorHeld;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorRefused;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorWithdrawn;
import org.chongshan.events.marriage.CounsellorEvent;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorAwayFor;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorBack;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorConfirmationRequested;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorEngaged;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorHoldRequested;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorLeft;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorReleased;
import org.chongshan.events.marriage.HoldRefusal;
import org.chongshan.marriage.Appointments;
import org.chongshan.marriage.Appointments.House;
import org.chongshan.marriage.Appointments.Step;
import org.chongshan.marriage.MarriageParameter;
import org.chongshan.marriage.counsellor.Counsellor.Engagement;
import org.chongshan.marriage.counsellor.Counsellor.Status;
import org.jspecify.annotations.Nullable;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.marriage.counsellor.CounsellorRule.*;

/**
 * Counsellors: who they are, and a diary that never overlaps. It answers whatever a session asks, whenever that comes; what
 * comes again is answered again and changes nothing. Holds count from when the platform hears, never from a device's clock.
 */
public record CounsellorDecider() implements Decider<Counsellor, CounsellorEvent> {
    @Override
    public String idOf(CounsellorEvent event) {
        return event.counsellor();
    }

    @Override
    public Decision<Counsellor> begin(String id, CounsellorEvent event, Context context) {
        return event instanceof CounsellorEngaged engaged
                ? become(new Counsellor(id, context.subdistrict(), engagement(engaged, context), null,
                        Appointments.NONE), ENGAGED)
                : early(COUNSELLOR_UNKNOWN);
    }

    @Override
    public Decision<Counsellor> decide(Counsellor counsellor, CounsellorEvent event, Context context) {
        var now = context.received();
        var all = counsellor.appointments();
        return switch (event) {
            case CounsellorEngaged engaged -> {
                var next = counsellor.engaged(engagement(engaged, context));
                yield become(next,
                        next.status() == Status.ENGAGED && next.engaged().event().equals(context.event())
                                ? ENGAGED
                                : SAID_SINCE);
            }
            case CounsellorLeft _ -> leave(counsellor, context);
            case CounsellorHoldRequested asked when counsellor.status() == Status.LEFT ->
                become(counsellor, HAS_LEFT).emit(new CounsellorRefused(Appointments.sessionOf(asked.appointment()),
                        asked.appointment(), HoldRefusal.LEFT));
            case CounsellorHoldRequested asked -> hold(counsellor, asked, context);
            case CounsellorConfirmationRequested asked -> confirm(counsellor, asked, context);
            case CounsellorReleased released ->
                answer(counsellor, all.release(released.appointment(), now, house(context)), RELEASED, null);
            case CounsellorAwayFor _ when !mayArrange(counsellor, context) -> refuse(NOT_THEIRS);
            case CounsellorBack _ when !mayArrange(counsellor, context) -> refuse(NOT_THEIRS);
            case CounsellorAwayFor away when !all.hasRoomFor(away.absence()) -> refuse(TOO_MANY_ABSENCES);
            case CounsellorAwayFor away -> answer(counsellor,
                    all.close(new Closure(away.absence(), away.from(), away.until()), now, house(context)), AWAY, null);
            case CounsellorBack back -> answer(counsellor, all.reopen(back.absence(), now, house(context)), BACK, null);
        };
    }

    private static Decision<Counsellor> leave(Counsellor counsellor, Context context) {
        var next = counsellor.left(context.fact(true));
        return next.status() == Status.LEFT && counsellor.status() == Status.ENGAGED
                ? answer(next, next.appointments().end(context.received()), LEFT, null)
                : become(next, SAID_SINCE);
    }

    /** The registry, and they themselves. */
    private static boolean mayArrange(Counsellor counsellor, Context context) {
        return context.role() == Role.REGISTRY || Actors.same(context.actor(), counsellor.id());
    }

    private static Fact<Engagement> engagement(CounsellorEngaged engaged, Context context) {
        return context.fact(new Engagement(engaged.kind(), engaged.organisation()));
    }

    @Override
    public Decision.Become<Counsellor> reached(Counsellor counsellor, Deadline deadline, Context context) {
        return answer(counsellor, counsellor.appointments().lapse(context.now(), house(context)), HOLDS_LAPSED, null);
    }

    private static Decision<Counsellor> hold(Counsellor counsellor, CounsellorHoldRequested asked, Context context) {
        var answered = counsellor.appointments().ask(
                new Appointment(asked.appointment(), asked.from(), asked.until(), "", asked.heldUntil()),
                context.received(), house(context));
        var session = Appointments.sessionOf(asked.appointment());
        var granted = answered.granted();
        return granted == null
                ? answer(counsellor, answered.step(), NOT_FREE,
                        new CounsellorRefused(session, asked.appointment(), answered.refusal()))
                : answer(counsellor, answered.step(), HELD,
                        granted.heldUntil() == null
                                ? new CounsellorConfirmed(session, granted.id())
                                : new CounsellorHeld(session, granted.id(), granted.heldUntil()));
    }

    private static Decision<Counsellor> confirm(Counsellor counsellor, CounsellorConfirmationRequested asked,
            Context context) {
        var answered = counsellor.appointments().confirm(asked.appointment(), context.received(), house(context));
        var session = Appointments.sessionOf(asked.appointment());
        return answered.granted() == null
                ? answer(counsellor, answered.step(), RAN_OUT,
                        new CounsellorRefused(session, asked.appointment(), HoldRefusal.EXPIRED))
                : answer(counsellor, answered.step(), CONFIRMED, new CounsellorConfirmed(session, asked.appointment()));
    }

    /** Whoever asked is answered first, then those who have to give, then those who move up. */
    private static Decision.Become<Counsellor> answer(Counsellor counsellor, Step step, Rule rule,
            @Nullable Event first) {
        var events = new ArrayList<Event>();
        if (first != null) {
            events.add(first);
        }
        step.out().forEach(one -> events.add(new CounsellorWithdrawn(Appointments.sessionOf(one.id()), one.id())));
        for (var one : step.moved()) {
            var until = one.heldUntil();
            if (until != null) {
                events.add(new CounsellorHeld(Appointments.sessionOf(one.id()), one.id(), until));
            }
        }
        return Decision.<Counsellor>become(counsellor.with(step.now()), rule).emit(events.toArray(Event[]::new));
    }

    private static House house(Context context) {
        return new House(
                Terms.NONE
                        .apart(Duration.ofMinutes(context.policy().value(MarriageParameter.COUNSELLING_BUFFER_MINUTES)))
                        .atMost(Math.toIntExact(context.policy().value(MarriageParameter.COUNSELLOR_SESSIONS_PER_DAY))),
                Duration.ofMinutes(context.policy().value(MarriageParameter.COUNSELLING_HOLD_MINUTES)));
    }
}
