package org.chongshan.eldercare.hotline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.eldercare.hotline.Call.Answer;
import org.chongshan.eldercare.hotline.Call.Arrival;
import org.chongshan.eldercare.hotline.Call.Ring;
import org.chongshan.eldercare.hotline.Seat.Standing;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.CallbackEvent.CallbackNotOwed;
import org.chongshan.events.eldercare.CallbackEvent.CallbackOwed;
import org.chongshan.events.eldercare.HotlineEvent;
import org.chongshan.events.eldercare.HotlineEvent.CallAbandoned;
import org.chongshan.events.eldercare.HotlineEvent.CallAnswered;
import org.chongshan.events.eldercare.HotlineEvent.CallArrived;
import org.chongshan.events.eldercare.HotlineEvent.CallEnded;
import org.chongshan.events.eldercare.HotlineEvent.CallMarkedEmergency;
import org.chongshan.events.eldercare.HotlineEvent.HotlineClosed;
import org.chongshan.events.eldercare.HotlineEvent.HotlineOpened;
import org.chongshan.events.eldercare.HotlineEvent.RingUnanswered;
import org.chongshan.events.eldercare.HotlineEvent.SeatClosed;
import org.chongshan.events.eldercare.HotlineEvent.SeatOpened;
import org.chongshan.events.eldercare.HotlineEvent.SeatPaused;
import org.chongshan.events.eldercare.HotlineNotice.EmergencyUnanswered;
import org.chongshan.events.eldercare.HotlineNotice.SeatRung;
import org.chongshan.events.eldercare.HotlineNotice.SeatStuck;
import org.chongshan.events.eldercare.HotlineNotice.SeatUnattended;
import org.jspecify.annotations.Nullable;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.hotline.HotlineRule.*;

/**
 * The hotline: a seat holds one call, nobody waits while a seat is free, emergencies come first, and whom nobody answers is
 * called back. What the exchange and the seats say are facts of their own time, in whatever order they come; to whom a call
 * rings is decided when the platform hears, and a ring's time runs from then.
 */
public record HotlineDecider() implements Decider<Hotline, HotlineEvent> {
    @Override
    public String idOf(HotlineEvent event) {
        return event.hotline();
    }

    @Override
    public Decision<Hotline> begin(String id, HotlineEvent event, Context context) {
        return event instanceof HotlineOpened opened
                ? become(Hotline.opened(id, context.subdistrict(), opened.number(), context.received()), OPENED)
                : early(HOTLINE_UNKNOWN);
    }

    @Override
    public Decision<Hotline> decide(Hotline hotline, HotlineEvent event, Context context) {
        return switch (event) {
            case HotlineOpened _ -> refuse(OPENED_ONCE);
            case HotlineClosed _ -> follow(hotline, hotline.closed(context.time()),
                    hotline.closedAt() == null ? CLOSED : CLOSED_ONCE, context);
            case SeatOpened opened -> stand(hotline, opened.seat(), Standing.OPEN, SEAT_OPENED, context);
            case SeatPaused paused -> stand(hotline, paused.seat(), Standing.PAUSED, SEAT_PAUSED, context);
            case SeatClosed closed -> stand(hotline, closed.seat(), Standing.CLOSED, SEAT_CLOSED, context);
            case CallArrived arrived -> arrive(hotline, arrived, context);
            case CallMarkedEmergency marked -> follow(hotline,
                    hotline.call(marked.call(), known(hotline, marked.call(), context).marked(context.time())),
                    EMERGENCY_MARKED, context);
            case RingUnanswered unanswered -> ringOut(hotline, unanswered, context);
            case CallAnswered answered -> answer(hotline, answered, context);
            case CallEnded ended -> end(hotline, ended.call(), context);
            case CallAbandoned abandoned -> abandon(hotline, abandoned.call(), context);
        };
    }

    @Override
    public Become<Hotline> reached(Hotline hotline, Deadline deadline, Context context) {
        return follow(hotline, hotline, null, context);
    }

    private static Decision<Hotline> stand(Hotline hotline, String seat, Standing standing, HotlineRule rule,
            Context context) {
        if (!hasRoomFor(hotline, seat, context)) {
            return refuse(TOO_MANY_SEATS);
        }
        var fact = context.fact(standing);
        var isOlder = hotline.seats().containsKey(seat) && fact.isOlderThan(hotline.seats().get(seat).standing());
        return follow(hotline, hotline.seat(seat, known -> known.stands(fact)), isOlder ? SEAT_CHANGED_SINCE : rule,
                context);
    }

    private static boolean hasRoomFor(Hotline hotline, String seat, Context context) {
        return hotline.seats().containsKey(seat)
                || context.policy().isWithin(EldercareParameter.HOTLINE_SEATS, hotline.seats().size() + 1L);
    }

    private static Call known(Hotline hotline, String call, Context context) {
        return hotline.calls().getOrDefault(call,
                Call.unheard(context.policy().value(EldercareParameter.LATE_WORD_MINUTES)));
    }

    private static Decision<Hotline> arrive(Hotline hotline, CallArrived arrived, Context context) {
        var known = known(hotline, arrived.call(), context);
        var waitUntil = context.time()
                .plus(Duration.ofMinutes(context.policy().value(EldercareParameter.CALL_WAIT_MINUTES)));
        var call = known.arrived(context.fact(new Arrival(arrived.caller(), waitUntil)), arrived.emergency());
        return follow(hotline, hotline.call(arrived.call(), call),
                known.arrival() == null ? CALL_ARRIVED : ARRIVED_ONCE, context);
    }

    private static Decision<Hotline> ringOut(Hotline hotline, RingUnanswered unanswered, Context context) {
        var call = hotline.calls().get(unanswered.call());
        var ring = call == null ? null : call.ring();
        if (ring == null || !ring.seat().equals(unanswered.seat())) {
            return follow(hotline, hotline, NOT_RUNG_THERE, context);
        }
        var steps = new ArrayList<Step>();
        var after = letGo(hotline, unanswered.call(), ring, context, steps);
        return follow(hotline, after, null, context, steps);
    }

    private static Decision<Hotline> answer(Hotline hotline, CallAnswered answered, Context context) {
        if (!hasRoomFor(hotline, answered.seat(), context)) {
            return refuse(TOO_MANY_SEATS);
        }
        var known = known(hotline, answered.call(), context);
        var stuckAt = context.time()
                .plus(Duration.ofMinutes(context.policy().value(EldercareParameter.STUCK_CALL_MINUTES)));
        var fact = context.fact(new Answer(answered.seat(), stuckAt));
        var call = known.answered(fact);
        var wasRung = known.ring() != null && known.ring().seat().equals(answered.seat());
        var after = hotline.seat(answered.seat(), Seat::answers).call(answered.call(), call);
        var counts = call.answerInTime();
        if (counts == null) {
            return follow(hotline, after, ANSWERED_TOO_LATE, context);
        }
        if (!counts.equals(fact)) {
            return follow(hotline, after, ANSWERED_BEFORE, context);
        }
        return follow(hotline, after, wasRung ? ANSWERED : PICKED_UP, context);
    }

    private static Decision<Hotline> end(Hotline hotline, String id, Context context) {
        var known = known(hotline, id, context);
        var freeAt = context.time().plusSeconds(context.policy().value(EldercareParameter.WRAP_UP_SECONDS));
        var after = hotline.call(id, known.ended(context.fact(freeAt)));
        if (known.ended() != null) {
            return follow(hotline, after, ENDED_ONCE, context);
        }
        return follow(hotline, after, known.answerInTime() == null ? ENDED_BEFORE_ITS_ANSWER : ENDED, context);
    }

    private static Decision<Hotline> abandon(Hotline hotline, String id, Context context) {
        var known = known(hotline, id, context);
        var call = known.abandoned(context.time());
        return follow(hotline, hotline.call(id, call), call.answerInTime() == null ? ABANDONED : ANSWERED_ALL_THE_SAME,
                context);
    }

    /** What follows from something, each with its rule. */
    private record Step(Rule rule, List<Event> emitted) {
        Step(Rule rule, Event... emitted) {
            this(rule, List.of(emitted));
        }
    }

    private static Become<Hotline> follow(Hotline before, Hotline after, @Nullable HotlineRule rule, Context context) {
        return follow(before, after, rule, context, new ArrayList<>());
    }

    /** All that follows as of now; what it followed from, unless that is the clock alone, is the last rule. */
    private static Become<Hotline> follow(Hotline before, Hotline after, @Nullable HotlineRule rule, Context context,
            List<Step> steps) {
        var hotline = after.at(now(context));
        tellWhoWaitedTooLong(before, hotline, steps);
        hotline = stopRings(hotline, context, steps);
        hotline = turnAway(hotline, steps);
        hotline = offer(hotline, context, steps);
        hotline = tellStuck(hotline, steps);
        tellCallbacks(before, hotline, steps);
        tellUnansweredEmergencies(before, hotline, steps);
        hotline = forget(hotline, steps);
        var rules = new ArrayList<Rule>();
        var emitted = new ArrayList<Event>();
        for (var step : steps) {
            rules.add(step.rule());
            emitted.addAll(step.emitted());
        }
        if (rule != null) {
            rules.add(rule);
        }
        return new Become<>(hotline, rules, emitted, Map.of());
    }

    /** What the platform has seen; a deadline is told at its own instant or later. */
    private static Instant now(Context context) {
        return context.role() == Role.SYSTEM && context.time().isAfter(context.received())
                ? context.time()
                : context.received();
    }

    private static void tellWhoWaitedTooLong(Hotline before, Hotline now, List<Step> steps) {
        var known = before.missed();
        for (var id : now.missed()) {
            var arrival = now.call(id).arrival();
            if (arrival != null && !known.contains(id) && !now.asOf().isBefore(arrival.value().waitUntil())) {
                steps.add(new Step(WAITED_TOO_LONG));
            }
        }
    }

    private static Hotline stopRings(Hotline hotline, Context context, List<Step> steps) {
        var now = hotline;
        for (var id : hotline.calls().keySet()) {
            var ring = now.call(id).ring();
            if (ring == null) {
                continue;
            }
            if (!now.mayRingOn(id)) {
                now = now.call(id, now.call(id).silent());
            } else if (!now.asOf().isBefore(ring.until())) {
                now = letGo(now, id, ring, context, steps);
            }
        }
        return now;
    }

    private static Hotline letGo(Hotline hotline, String call, Ring ring, Context context, List<Step> steps) {
        var most = context.policy().value(EldercareParameter.MISSED_RINGS);
        steps.add(new Step(RANG_OUT));
        var after = hotline.call(call, hotline.call(call).letGoBy(ring.seat())).seat(ring.seat(),
                seat -> seat.leavesRinging(most, hotline.asOf()));
        if (hotline.seats().getOrDefault(ring.seat(), Seat.unheard()).isAttended()
                && !after.seats().getOrDefault(ring.seat(), Seat.unheard()).isAttended()) {
            steps.add(new Step(UNATTENDED, new SeatUnattended(hotline.id(), ring.seat())));
        }
        return after;
    }

    /** Who has no room to wait is called back: the last in order, so that an emergency has room before others. */
    private static Hotline turnAway(Hotline hotline, List<Step> steps) {
        var now = hotline;
        while (now.waiting().size() > Hotline.MOST_WAITING) {
            var last = now.waiting().getLast();
            now = now.call(last, now.call(last).turnedAway(now.asOf()));
            steps.add(new Step(NO_ROOM_TO_WAIT));
        }
        return now;
    }

    /** Each who waits to a free seat, in order; an emergency also in place of another call that rings. */
    private static Hotline offer(Hotline hotline, Context context, List<Step> steps) {
        var now = hotline;
        for (var id : hotline.unrung()) {
            var free = now.freeSeats();
            if (!free.isEmpty()) {
                var letGo = now.letGoAmong(id, free);
                var seat = free.stream().filter(one -> !letGo.contains(one)).findFirst().orElse(free.getFirst());
                now = ring(now, id, seat, letGo, RUNG, context, steps);
            } else if (now.call(id).emergency()) {
                var other = lessUrgentRing(now);
                if (other.isEmpty()) {
                    break;
                }
                var ring = now.call(other.get()).ring();
                if (ring != null) {
                    now = ring(now.call(other.get(), now.call(other.get()).silent()), id, ring.seat(),
                            now.letGoAmong(id, List.of(ring.seat())), RUNG_INSTEAD, context, steps);
                }
            } else {
                break;
            }
        }
        return now;
    }

    /** Of the calls that ring and are no emergencies the last in order. */
    private static Optional<String> lessUrgentRing(Hotline hotline) {
        return hotline.waiting().reversed().stream()
                .filter(call -> hotline.isRinging(call) && !hotline.call(call).emergency()).findFirst();
    }

    private static Hotline ring(Hotline hotline, String call, String seat, TreeSet<String> letGo, HotlineRule rule,
            Context context, List<Step> steps) {
        var until = hotline.asOf().plusSeconds(context.policy().value(EldercareParameter.RING_SECONDS));
        steps.add(new Step(rule, new SeatRung(hotline.id(), call, seat, hotline.call(call).emergency(), until)));
        return hotline.call(call, hotline.call(call).rung(new Ring(seat, until), letGo));
    }

    private static Hotline tellStuck(Hotline hotline, List<Step> steps) {
        var now = hotline;
        for (var stuck : hotline.stuck().entrySet()) {
            var call = stuck.getValue();
            if (!now.call(call).toldStuck()) {
                now = now.call(call, now.call(call).stuckTold());
                steps.add(new Step(SEAT_STUCK, new SeatStuck(now.id(), stuck.getKey(), call, now.answerOf(call).at())));
            }
        }
        return now;
    }

    /** Who has to be called back now and had not before, or the other way. */
    private static void tellCallbacks(Hotline before, Hotline now, List<Step> steps) {
        var known = before.owedCallbacks();
        var owed = now.owedCallbacks();
        for (var id : now.calls().keySet()) {
            var call = now.call(id);
            var isMoreUrgent = known.containsKey(id) && call.emergency() && !before.call(id).emergency();
            if (owed.containsKey(id) == known.containsKey(id) && !(owed.containsKey(id) && isMoreUrgent)) {
                continue;
            }
            var callback = now.id() + "." + id;
            var over = owed.get(id);
            var arrival = call.arrival();
            // Of one number of words it is owed after it was not, by the mere passing of time, and never the other way.
            var revision = 2L * call.words() + (over == null ? 0 : 1);
            if (over != null && arrival != null && arrival.value().caller() != null) {
                steps.add(new Step(CALLBACK_OWED, new CallbackOwed(callback, now.id(), id, arrival.value().caller(),
                        call.emergency(), over, revision)));
            } else {
                steps.add(new Step(CALLBACK_NOT_OWED, new CallbackNotOwed(callback, now.id(), id, revision)));
            }
        }
    }

    /** Whether or not the number is known: nobody is called back of whom it is not. */
    private static void tellUnansweredEmergencies(Hotline before, Hotline now, List<Step> steps) {
        var known = before.unansweredEmergencies();
        now.unansweredEmergencies().forEach((id, over) -> {
            if (!known.containsKey(id)) {
                steps.add(new Step(EMERGENCY_UNANSWERED, new EmergencyUnanswered(now.id(), id, over)));
            }
        });
    }

    private static Hotline forget(Hotline hotline, List<Step> steps) {
        var now = hotline;
        for (var call : hotline.leaving()) {
            now = now.without(call);
            steps.add(new Step(LEFT));
        }
        return now;
    }
}
