package org.chongshan.eldercare.hotline;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.Fact;
import org.chongshan.core.Listing;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.EldercareFigure;
import org.chongshan.eldercare.hotline.Call.Answer;
import org.chongshan.eldercare.hotline.Call.Ring;
import org.jspecify.annotations.Nullable;

/**
 * A hotline: its seats, and the calls that wait, ring, are spoken or were lately over. Who waits and who holds what is
 * derived from what is known of each call, so that word of it in any order ends in the same record.
 *
 * @param number   that is dialled
 * @param closedAt when it went out of service; null before
 * @param asOf     the latest time the platform has seen here: what depends on the clock is as of then
 * @param seats    by id
 * @param calls    by id; those that are over leave after a while
 * @param figures  by month of arrival, of the calls that have left, the latest {@value #MOST_MONTHS}
 * @param waiting  calls that wait or ring, in their order: emergencies first, then who came first; derived
 * @param held     by seat: the call it holds; derived
 */
record Hotline(String id, String subdistrict, String number, @Nullable Instant closedAt, Instant asOf,
        SortedMap<String, Seat> seats, SortedMap<String, Call> calls, SortedMap<String, Figures> figures,
        List<String> waiting, SortedMap<String, String> held) implements Aggregate {

    /** How many calls wait; who comes then is called back. */
    static final int MOST_WAITING = 100;
    /** How many calls that are over are remembered for late word. */
    static final int MOST_OVER = 200;
    /** How many months of figures are kept. */
    static final int MOST_MONTHS = 36;

    Hotline {
        calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
        var latest = latestAnswers(seats, calls);
        held = new TreeMap<>();
        var inOrder = new ArrayList<String>();
        for (var entry : calls.entrySet()) {
            var call = entry.getValue();
            if (overAt(call, latest, closedAt, asOf) == null) {
                var answer = call.answerInTime();
                if (answer != null) {
                    held.put(answer.value().seat(), entry.getKey());
                } else {
                    inOrder.add(entry.getKey());
                }
            }
        }
        var all = calls;
        inOrder.sort(Comparator.<String, Boolean>comparing(id1 -> !all.get(id1).emergency())
                .thenComparing(id1 -> all.get(id1).arrival(), Comparator.nullsLast(Fact.BY_TIME))
                .thenComparing(Comparator.naturalOrder()));
        waiting = List.copyOf(inOrder);
    }

    /** Where a hotline stands. */
    enum Status implements org.chongshan.core.Status {
        /** At least one seat takes calls. */
        STAFFED(Sight.LIST),
        /** No seat takes calls. */
        UNSTAFFED(Sight.LIST),
        /** Out of service. */
        CLOSED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a hotline stands in. */
    enum Listed implements Listing {
        /** Somebody waits; by who came first. */
        CALLS_WAITING,
        /** A seat has been in one call for long. */
        SEAT_STUCK,
        /** A seat that is open does not answer. */
        SEAT_UNATTENDED
    }

    /** What a hotline waits for. */
    enum Due implements Deadline {
        /** That a ring runs out. */
        RING,
        /** That a seat is free again for whoever waits. */
        WRAP_UP,
        /** That a caller has waited too long. */
        WAIT,
        /** That a seat has been in a call too long. */
        STUCK,
        /** That no more word is taken of a call that is over. */
        LATE_WORD
    }

    /** How a call that is over ended. */
    enum Ending {
        ANSWERED,
        ABANDONED,
        MISSED,
        UNMATCHED
    }

    static Hotline opened(String id, String subdistrict, String number, Instant now) {
        return new Hotline(id, subdistrict, number, null, now, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(),
                List.of(), new TreeMap<>());
    }

    Hotline at(Instant now) {
        return now.isAfter(asOf) ? with(closedAt, now, seats, calls, figures) : this;
    }

    Hotline closed(Instant at) {
        return with(closedAt == null || at.isBefore(closedAt) ? at : closedAt, asOf, seats, calls, figures);
    }

    Hotline seat(String seat, UnaryOperator<Seat> change) {
        var all = new TreeMap<>(seats);
        all.put(seat, change.apply(all.getOrDefault(seat, Seat.unheard())));
        return with(closedAt, asOf, all, calls, figures);
    }

    Hotline call(String call, Call now) {
        var all = new TreeMap<>(calls);
        all.put(call, now);
        return with(closedAt, asOf, seats, all, figures);
    }

    private Hotline with(@Nullable Instant closed, Instant now, SortedMap<String, Seat> allSeats,
            SortedMap<String, Call> allCalls, SortedMap<String, Figures> allFigures) {
        return new Hotline(id, subdistrict, number, closed, now, allSeats, allCalls, allFigures, List.of(),
                new TreeMap<>());
    }

    /** The call leaves; its figures and what its seat has to remember stay. */
    Hotline without(String gone) {
        var call = call(gone);
        var rest = new TreeMap<>(calls);
        rest.remove(gone);
        var months = new TreeMap<>(figures);
        months.merge(monthOf(call), counted(gone), Figures::and);
        while (months.size() > MOST_MONTHS) {
            months.remove(months.firstKey());
        }
        var others = new TreeMap<>(seats);
        var answer = call.answerInTime();
        if (answer != null) {
            var free = call.ended() == null ? answer.at() : call.ended().value();
            others.computeIfPresent(answer.value().seat(), (_, seat) -> seat.forgets(answer.at(), free));
        }
        return with(closedAt, asOf, others, rest, months);
    }

    private static String monthOf(Call call) {
        var at = call.arrival() == null ? call.lastWordAt() : call.arrival().at();
        return YearMonth.from(at.atZone(WorkingDays.ZONE)).toString();
    }

    private Figures counted(String over) {
        var call = call(over);
        var ending = ending(over);
        var answer = call.answerInTime();
        var arrival = call.arrival();
        var overAt = overAt(over);
        return new Figures(ending == Ending.ANSWERED ? 1 : 0, ending == Ending.ABANDONED ? 1 : 0,
                ending == Ending.MISSED ? 1 : 0, ending == Ending.UNMATCHED ? 1 : 0,
                arrival != null && call.emergency() ? 1 : 0,
                arrival == null || answer == null ? 0 : secondsBetween(arrival.at(), answer.at()),
                arrival == null || answer == null || overAt == null ? 0 : secondsBetween(answer.at(), overAt));
    }

    private static long secondsBetween(Instant one, Instant other) {
        return Math.max(0, Duration.between(one, other).toSeconds());
    }

    Call call(String call) {
        var known = calls.get(call);
        if (known == null) {
            throw new IllegalArgumentException("no such call");
        }
        return known;
    }

    boolean isRinging(String call) {
        return call(call).ring() != null;
    }

    /** When a call was over; null while somebody waits or speaks. */
    @Nullable
    Instant overAt(String call) {
        return overAt(call(call), latestAnswers(seats, calls), closedAt, asOf);
    }

    private static @Nullable Instant overAt(Call call, Map<String, Fact<?>> latest, @Nullable Instant closedAt,
            Instant asOf) {
        var answer = call.answerInTime();
        if (answer != null) {
            if (call.ended() != null) {
                return call.ended().at();
            }
            // Whoever answers the next call has no longer this one, whether its end is heard or not.
            var next = latest.get(answer.value().seat());
            return next == null || Fact.BY_TIME.compare(next, answer) <= 0 ? null : next.at();
        }
        if (call.abandonedAt() != null) {
            return call.abandonedAt();
        }
        if (call.ended() != null) {
            return call.ended().at();
        }
        var arrival = call.arrival();
        if (arrival == null) {
            return call.lastWordAt();
        }
        if (call.turnedAwayAt() != null) {
            return call.turnedAwayAt();
        }
        if (closedAt != null) {
            return closedAt.isAfter(arrival.at()) ? closedAt : arrival.at();
        }
        return asOf.isBefore(arrival.value().waitUntil()) ? null : arrival.value().waitUntil();
    }

    /** The latest answer of each seat, by its own time; of those that have left the record the time alone is known. */
    private static Map<String, Fact<?>> latestAnswers(Map<String, Seat> seats, Map<String, Call> calls) {
        var latest = new HashMap<String, Fact<?>>();
        seats.forEach((id, seat) -> {
            if (seat.answeredAt() != null) {
                latest.put(id, new Fact<>(id, seat.answeredAt(), ""));
            }
        });
        for (var call : calls.values()) {
            var answer = call.answerInTime();
            if (answer != null) {
                latest.merge(answer.value().seat(), answer,
                        (one, other) -> Fact.BY_TIME.compare(one, other) < 0 ? other : one);
            }
        }
        return latest;
    }

    /** How a call that is over ended. */
    Ending ending(String over) {
        var call = call(over);
        if (call.arrival() == null) {
            return Ending.UNMATCHED;
        }
        if (call.answerInTime() != null) {
            return Ending.ANSWERED;
        }
        if (call.abandonedAt() != null) {
            return Ending.ABANDONED;
        }
        return call.ended() != null ? Ending.ANSWERED : Ending.MISSED;
    }

    /** Calls that are over because nobody answered before they were. */
    Set<String> missed() {
        return overs().keySet().stream().filter(call -> ending(call) == Ending.MISSED).collect(Collectors.toSet());
    }

    /** Calls whose callers somebody has to call back, each with when it was over: nobody answered, and the number is known. */
    SortedMap<String, Instant> owedCallbacks() {
        return unanswered(call -> call.arrival() != null && call.arrival().value().caller() != null);
    }

    /** Emergencies that are over because nobody answered, each with when it was. */
    SortedMap<String, Instant> unansweredEmergencies() {
        return unanswered(Call::emergency);
    }

    private SortedMap<String, Instant> unanswered(Predicate<Call> which) {
        var all = overs();
        all.keySet().removeIf(
                id1 -> !which.test(call(id1)) || ending(id1) != Ending.ABANDONED && ending(id1) != Ending.MISSED);
        return all;
    }

    /** Whether a seat takes calls and has none, rings nowhere and has done with the last. */
    boolean isFree(String id) {
        var seat = seats.get(id);
        if (seat == null || !seat.isAttended() || held.containsKey(id) || closedAt != null) {
            return false;
        }
        return ringAt(id).isEmpty() && wrapUpUntil(id) == null;
    }

    /** The call that rings at a seat. */
    Optional<String> ringAt(String seat) {
        return calls.entrySet().stream().filter(one -> one.getValue().ring() != null)
                .filter(one -> one.getValue().ring().seat().equals(seat)).map(Map.Entry::getKey).findFirst();
    }

    /** Until when a seat still has to do with its last call; null when it has done. It is done when it says it is open. */
    @Nullable
    Instant wrapUpUntil(String id) {
        var standing = seats.getOrDefault(id, Seat.unheard()).standing();
        return endsAt(id).filter(end -> asOf.isBefore(end.value()))
                .filter(end -> standing == null || !standing.at().isAfter(end.at())).map(Fact::value)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    private Stream<Fact<Instant>> endsAt(String seat) {
        return calls.values().stream().filter(call -> {
            var answer = call.answerInTime();
            return answer != null && answer.value().seat().equals(seat);
        }).flatMap(call -> Stream.ofNullable(call.ended()));
    }

    /** The free seats, the one that has been free longest first. */
    List<String> freeSeats() {
        return seats.keySet().stream().filter(this::isFree)
                .sorted(Comparator.comparing(this::freeSince).thenComparing(Comparator.naturalOrder())).toList();
    }

    private Instant freeSince(String id) {
        var seat = seats.get(id);
        var left = seat == null || seat.freeFrom() == null ? Instant.MIN : seat.freeFrom();
        return endsAt(id).map(Fact::value).max(Comparator.naturalOrder()).filter(end -> end.isAfter(left)).orElse(left);
    }

    /** Calls that wait and ring nowhere, in their order. */
    List<String> unrung() {
        return waiting.stream().filter(call -> !isRinging(call)).toList();
    }

    /** Calls that are over, each with when it was. */
    SortedMap<String, Instant> overs() {
        var latest = latestAnswers(seats, calls);
        var at = new TreeMap<String, Instant>();
        calls.forEach((call, known) -> {
            var over = overAt(known, latest, closedAt, asOf);
            if (over != null) {
                at.put(call, over);
            }
        });
        return at;
    }

    /** Calls that leave the record: no word is taken of them any more, or too many are over, and they were first. */
    List<String> leaving() {
        var overs = overs();
        var inOrder = overs.keySet().stream()
                .sorted(Comparator.<String, Instant>comparing(overs::get).thenComparing(Comparator.naturalOrder()))
                .toList();
        var tooMany = Math.max(0, inOrder.size() - MOST_OVER);
        return Stream.concat(inOrder.stream().limit(tooMany), inOrder.stream().skip(tooMany)
                .filter(call -> !asOf.isBefore(overs.get(call).plus(call(call).lateWord())))).toList();
    }

    /** The seats that have been in a call for long, each with its call. */
    SortedMap<String, String> stuck() {
        var all = new TreeMap<String, String>();
        held.forEach((seat, call) -> {
            if (!asOf.isBefore(answerOf(call).value().stuckAt())) {
                all.put(seat, call);
            }
        });
        return all;
    }

    /** The answer that counts, of a call that is held. */
    Fact<Answer> answerOf(String heldCall) {
        var answer = call(heldCall).answerInTime();
        if (answer == null) {
            throw new IllegalArgumentException("nobody answered");
        }
        return answer;
    }

    /** Whether a ring can go on: its call waits, and its seat takes calls and has none. */
    boolean mayRingOn(String call) {
        var ring = call(call).ring();
        return ring != null && waiting.contains(call) && closedAt == null && !held.containsKey(ring.seat())
                && seats.getOrDefault(ring.seat(), Seat.unheard()).isAttended();
    }

    /** Those of the seats that let this call go before which count still: none when every free seat has. */
    TreeSet<String> letGoAmong(String call, List<String> free) {
        var letGo = new TreeSet<>(call(call).letGo());
        return letGo.containsAll(free) ? new TreeSet<>() : letGo;
    }

    @Override
    public Status status() {
        if (closedAt != null) {
            return Status.CLOSED;
        }
        return seats.values().stream().anyMatch(Seat::isAttended) ? Status.STAFFED : Status.UNSTAFFED;
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new EnumMap<Listed, String>(Listed.class);
        waiting.stream().flatMap(call -> Stream.ofNullable(call(call).arrival())).map(Fact::at)
                .min(Comparator.naturalOrder()).ifPresent(first -> lists.put(Listed.CALLS_WAITING, first.toString()));
        stuck().values().stream().map(call -> answerOf(call).at()).min(Comparator.naturalOrder())
                .ifPresent(since -> lists.put(Listed.SEAT_STUCK, since.toString()));
        seats.values().stream().flatMap(seat -> Stream.ofNullable(seat.unattendedAt())).min(Comparator.naturalOrder())
                .ifPresent(since -> lists.put(Listed.SEAT_UNATTENDED, since.toString()));
        return lists;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var due = new EnumMap<Due, Instant>(Due.class);
        calls.values().stream().map(Call::ring).flatMap(Stream::ofNullable).map(Ring::until)
                .min(Comparator.naturalOrder()).ifPresent(until -> due.put(Due.RING, until));
        if (!unrung().isEmpty()) {
            seats.keySet().stream()
                    .filter(seat -> seats.getOrDefault(seat, Seat.unheard()).isAttended() && !held.containsKey(seat))
                    .flatMap(seat -> Stream.ofNullable(wrapUpUntil(seat))).min(Comparator.naturalOrder())
                    .ifPresent(until -> due.put(Due.WRAP_UP, until));
        }
        waiting.stream().flatMap(call -> Stream.ofNullable(call(call).arrival()))
                .map(arrival -> arrival.value().waitUntil()).min(Comparator.naturalOrder())
                .ifPresent(until -> due.put(Due.WAIT, until));
        held.values().stream().filter(call -> !call(call).toldStuck()).map(call -> answerOf(call).value().stuckAt())
                .min(Comparator.naturalOrder()).ifPresent(at -> due.put(Due.STUCK, at));
        overs().entrySet().stream().map(over -> over.getValue().plus(call(over.getKey()).lateWord()))
                .min(Comparator.naturalOrder()).ifPresent(at -> due.put(Due.LATE_WORD, at));
        return due;
    }

    @Override
    public List<Count> counts() {
        return closedAt == null ? List.of(Count.of(EldercareFigure.HOTLINE_SEATS, seats.size())) : List.of();
    }
}
