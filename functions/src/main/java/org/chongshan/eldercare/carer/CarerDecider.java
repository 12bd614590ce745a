package org.chongshan.eldercare.carer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Diary;
import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.Diary.Closure;
import org.chongshan.core.Diary.Granted;
import org.chongshan.core.Diary.Reason;
import org.chongshan.core.Diary.Refused;
import org.chongshan.core.Diary.Terms;
import org.chongshan.core.Fact;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.eldercare.carer.Carer.Sighting;
import org.chongshan.eldercare.carer.Carer.Work;
import org.chongshan.events.Event;
import org.chongshan.events.eldercare.CarerEvent;
import org.chongshan.events.eldercare.CarerEvent.CarerAway;
import org.chongshan.events.eldercare.CarerEvent.CarerBack;
import org.chongshan.events.eldercare.CarerEvent.CarerConfirmed;
import org.chongshan.events.eldercare.CarerEvent.CarerEngaged;
import org.chongshan.events.eldercare.CarerEvent.CarerHoldRequested;
import org.chongshan.events.eldercare.CarerEvent.CarerLeft;
import org.chongshan.events.eldercare.CarerEvent.CarerReleased;
import org.chongshan.events.eldercare.CarerEvent.CarerSighted;
import org.chongshan.events.eldercare.CarerRefusal;
import org.chongshan.events.eldercare.Doubt;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHeld;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHoldLapsed;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerRefused;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerUnavailable;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitDoubtsFound;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.carer.CarerRule.*;

/**
 * Carers: a diary in which nothing overlaps, and a comparison of where they were. A visit that asks is always answered: held or
 * not, and told when what was held or taken is gone.
 */
public record CarerDecider() implements Decider<Carer, CarerEvent> {
    /** Between a visit and the number of its asking, in the id of an appointment; no id has it. */
    private static final String SEPARATOR = "/";

    @Override
    public String idOf(CarerEvent event) {
        return event.carer();
    }

    @Override
    public Decision<Carer> begin(String id, CarerEvent event, Context context) {
        return event instanceof CarerEngaged engaged
                ? become(Carer.engaged(id, context.subdistrict(), context.fact(workOf(engaged))), ENGAGED)
                : early(CARER_UNKNOWN);
    }

    @Override
    public Decision<Carer> decide(Carer carer, CarerEvent event, Context context) {
        return switch (event) {
            case CarerEngaged engaged -> engage(carer, context.fact(workOf(engaged)));
            case CarerLeft _ -> leave(carer, context);
            case CarerAway away -> away(carer, away, context);
            case CarerBack back -> become(carer.with(carer.diary().reopen(back.absence())), BACK);
            case CarerHoldRequested asked -> hold(carer, asked, context);
            case CarerConfirmed confirmed -> confirm(carer, confirmed, context);
            case CarerReleased released -> release(carer, released, context);
            case CarerSighted sighted -> sight(carer, sighted, context);
        };
    }

    @Override
    public Become<Carer> reached(Carer carer, Deadline deadline, Context context) {
        return Decision.<Carer>become(carer.with(carer.diary().at(context.time())), HOLD_LAPSED)
                .emit(lapsed(carer, context.time()));
    }

    private static Work workOf(CarerEngaged engaged) {
        return new Work(true, engaged.provider(), engaged.kind(), new TreeSet<>(engaged.qualifications()),
                engaged.name());
    }

    private static Decision<Carer> engage(Carer carer, Fact<Work> work) {
        return work.isOlderThan(carer.work()) ? become(carer, CHANGED_SINCE) : become(carer.with(work), ENGAGED);
    }

    private static Decision<Carer> leave(Carer carer, Context context) {
        var left = context.fact(carer.work().value().over());
        if (left.isOlderThan(carer.work())) {
            return become(carer, CHANGED_SINCE);
        }
        var now = context.received();
        var gone = carer.diary().at(now).appointments().stream()
                .filter(appointment -> !appointment.from().isBefore(context.time())).toList();
        var diary = carer.diary().at(now);
        for (var appointment : gone) {
            diary = without(diary, appointment.id(), now);
        }
        return Decision.<Carer>become(carer.with(left).with(diary), LEFT).emit(lapsed(carer, now))
                .emit(unavailable(carer, gone));
    }

    private static Decision<Carer> away(Carer carer, CarerAway away, Context context) {
        if (!away.from().isBefore(away.until())) {
            return refuse(NO_TIME);
        }
        var now = context.received();
        var before = carer.diary().forgetBefore(now);
        var others = before.closures().stream().filter(closure -> !closure.id().equals(away.absence())).count();
        if (others >= Carer.MOST_ABSENCES) {
            return refuse(TOO_MANY_ABSENCES);
        }
        var closing = before.close(new Closure(away.absence(), away.from(), away.until()), now);
        return Decision.<Carer>become(carer.with(closing.diary()), AWAY).emit(lapsed(carer, now))
                .emit(unavailable(carer, closing.displaced()));
    }

    private static Decision<Carer> hold(Carer carer, CarerHoldRequested asked, Context context) {
        var now = context.received();
        var diary = carer.diary().at(now).forgetBefore(now);
        if (asked.instead() != null) {
            diary = without(diary, appointment(asked.visit(), asked.instead()), now);
        }
        var work = carer.work().value();
        var free = carer.with(diary);
        if (!work.engaged()) {
            return no(carer, free, asked, CarerRefusal.LEFT, NOT_TO_BE_HAD, now);
        }
        if (!work.qualifications().containsAll(asked.requires())) {
            return no(carer, free, asked, CarerRefusal.NOT_QUALIFIED, NOT_QUALIFIED, now);
        }
        if (diary.appointments().size() >= Carer.MOST_APPOINTMENTS) {
            return no(carer, free, asked, CarerRefusal.DIARY_FULL, DIARY_FULL, now);
        }
        var until = now.plus(Duration.ofMinutes(context.policy().value(EldercareParameter.CARER_HOLD_MINUTES)));
        var wanted = new Appointment(appointment(asked.visit(), asked.asking()), asked.from(), asked.until(),
                asked.place(), until);
        return switch (diary.enter(wanted, now, terms(context))) {
            case Granted granted -> Decision.<Carer>become(carer.with(granted.diary()), HELD).emit(lapsed(carer, now))
                    .emit(new CarerHeld(asked.visit(), asked.asking(), carer.id(), work.provider(), work.kind()))
                    .noting("heldUntil", until);
            case Refused refused -> no(carer, free, asked, refusal(refused.reason()), NOT_TO_BE_HAD, now);
        };
    }

    /** The visit is told why; what it asked to be given back is given back all the same. */
    private static Decision<Carer> no(Carer before, Carer after, CarerHoldRequested asked, CarerRefusal why,
            CarerRule rule, Instant now) {
        return Decision.<Carer>become(after, rule).emit(lapsed(before, now))
                .emit(new CarerRefused(asked.visit(), asked.asking(), before.id(), why)).noting("reason", why);
    }

    private static CarerRefusal refusal(Reason reason) {
        return switch (reason) {
            case DAY_FULL -> CarerRefusal.DAY_FULL;
            case CLOSED -> CarerRefusal.AWAY;
            case PAST -> CarerRefusal.PAST;
            case OVERLAP, ID_TAKEN, EMPTY, EXPIRED, UNKNOWN -> CarerRefusal.ELSEWHERE;
        };
    }

    private static Terms terms(Context context) {
        var way = Duration.ofMinutes(context.policy().value(EldercareParameter.CARER_TRAVEL_MINUTES));
        return Terms.NONE.apart((one, other) -> one.place().equals(other.place()) ? Duration.ZERO : way)
                .atMost((int) context.policy().value(EldercareParameter.CARER_DAILY_VISITS))
                .atMost(Duration.ofMinutes(context.policy().value(EldercareParameter.CARER_DAILY_MINUTES)));
    }

    private static Decision<Carer> confirm(Carer carer, CarerConfirmed confirmed, Context context) {
        var now = context.received();
        return switch (carer.diary().confirm(appointment(confirmed.visit(), confirmed.asking()), now)) {
            case Granted granted ->
                Decision.<Carer>become(carer.with(granted.diary().at(now)), CONFIRMED).emit(lapsed(carer, now));
            case Refused refused when refused.reason() == Reason.EXPIRED ->
                Decision.<Carer>become(carer.with(carer.diary().at(now)), HOLD_LAPSED).emit(lapsed(carer, now));
            case Refused _ -> refuse(NOT_IN_THE_DIARY);
        };
    }

    private static Decision<Carer> release(Carer carer, CarerReleased released, Context context) {
        var now = context.received();
        return switch (carer.diary().release(appointment(released.visit(), released.asking()), now)) {
            case Granted granted ->
                Decision.<Carer>become(carer.with(granted.diary()), RELEASED).emit(lapsed(carer, now));
            case Refused _ -> refuse(NOT_IN_THE_DIARY);
        };
    }

    /** Whoever notices that holds have run out says so, once: they are out of the diary after it. */
    private static Event[] lapsed(Carer carer, Instant now) {
        return carer.diary().lapsed(now).stream()
                .map(appointment -> new CarerHoldLapsed(visitOf(appointment), askingOf(appointment), carer.id()))
                .toArray(Event[]::new);
    }

    private static Event[] unavailable(Carer carer, List<Appointment> displaced) {
        return displaced.stream()
                .map(appointment -> new CarerUnavailable(visitOf(appointment), askingOf(appointment), carer.id()))
                .toArray(Event[]::new);
    }

    private static Diary without(Diary diary, String appointment, Instant now) {
        return diary.release(appointment, now) instanceof Granted granted ? granted.diary() : diary;
    }

    private static String appointment(String visit, int asking) {
        return visit + SEPARATOR + asking;
    }

    private static String visitOf(Appointment appointment) {
        return appointment.id().substring(0, appointment.id().lastIndexOf(SEPARATOR));
    }

    private static int askingOf(Appointment appointment) {
        return Integer.parseInt(appointment.id().substring(appointment.id().lastIndexOf(SEPARATOR) + 1));
    }

    private static Decision<Carer> sight(Carer carer, CarerSighted sighted, Context context) {
        var known = carer.sightings().get(sighted.visit());
        if (known != null && known.number() >= sighted.sighting()) {
            return refuse(SIGHTED_SINCE);
        }
        var all = new TreeMap<>(carer.sightings());
        all.put(sighted.visit(),
                new Sighting(sighted.sighting(), sighted.from(), sighted.until(), sighted.place(), new TreeSet<>()));
        var way = Duration.ofMinutes(context.policy().value(EldercareParameter.IMPOSSIBLE_TRAVEL_MINUTES));
        var compared = compared(latest(all), way);
        var findings = carer.findings();
        var found = new ArrayList<Event>();
        for (var one : compared.entrySet()) {
            var before = carer.sightings().get(one.getKey());
            var doubts = one.getValue().doubts();
            if (before == null ? !doubts.isEmpty() : !before.doubts().equals(doubts)) {
                found.add(new VisitDoubtsFound(one.getKey(), carer.id(), ++findings, doubts));
            }
        }
        return Decision.<Carer>become(carer.sighted(compared, findings), SIGHTED).emit(found.toArray(Event[]::new));
    }

    /** The latest by their beginning; what is known not to have been counts as the oldest. */
    private static SortedMap<String, Sighting> latest(SortedMap<String, Sighting> all) {
        var kept = new TreeMap<>(all);
        all.entrySet().stream()
                .sorted(Map.Entry
                        .<String, Sighting>comparingByValue(
                                Comparator.comparing(Sighting::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.max(0, all.size() - Carer.SIGHTINGS_KEPT)).forEach(old -> kept.remove(old.getKey()));
        return kept;
    }

    private static SortedMap<String, Sighting> compared(SortedMap<String, Sighting> all, Duration way) {
        var compared = new TreeMap<String, Sighting>();
        all.forEach((visit, one) -> {
            var doubts = new TreeSet<Doubt>();
            all.forEach((other, another) -> {
                if (!visit.equals(other) && one.overlaps(another)) {
                    doubts.add(Doubt.OVERLAP);
                }
                if (!visit.equals(other) && one.isTooFarFrom(another, way)) {
                    doubts.add(Doubt.IMPOSSIBLE_TRAVEL);
                }
            });
            compared.put(visit, one.doubted(doubts));
        });
        return compared;
    }
}
