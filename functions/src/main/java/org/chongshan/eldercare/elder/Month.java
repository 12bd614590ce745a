package org.chongshan.eldercare.elder;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.elder.Eligibility.Finding;
import org.chongshan.eldercare.elder.Known.Visit;
import org.chongshan.events.eldercare.CareSlot;
import org.chongshan.events.eldercare.VisitNotMade;

/**
 * An elder's month of home visits, derived from what is known.
 *
 * @param entitled whether all five tests held as it began
 * @param slots    the parts of it in each of which one visit is owed; none when the elder is not entitled
 * @param owed     visits: one for each slot but those the elder spent in hospital or was gone by the end of
 * @param verified visits that began in it
 * @param minutes  of them
 * @param feeFen   of them
 * @param closed   whether what is missing was stated
 * @param missing  why, one reason for each visit that is missing; none before it is closed
 */
record Month(boolean entitled, List<CareSlot> slots, int owed, int verified, int minutes, long feeFen, boolean closed,
        List<VisitNotMade> missing) {

    /** Nothing is known of it. */
    static final Month NONE = new Month(false, List.of(), 0, 0, 0, 0, false, List.of());

    /** What is known of a month, such as {@code 2023-03}. */
    static Month of(Known known, String name, boolean closed) {
        var month = YearMonth.parse(name);
        var begins = Known.startOf(month.atDay(1));
        var opening = known.openings().get(name);
        var entitled = opening != null
                && Eligibility.tests(known, opening.terms(), begins).values().stream().allMatch(Finding::holds)
                && !isGoneAt(known, begins);
        var slots = entitled ? slots(month, Objects.requireNonNull(opening).visits()) : List.<CareSlot>of();
        var owed = (int) slots.stream().filter(slot -> isOwed(known, slot, begins)).count();
        var visits = known.visits().entrySet().stream().filter(visit -> visit.getValue().month().equals(name))
                .sorted(Comparator.comparing((Map.Entry<String, Visit> visit) -> visit.getValue().from())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue).toList();
        var verified = visits.stream().filter(Visit::counts).toList();
        return new Month(entitled, slots, owed, verified.size(), verified.stream().mapToInt(Visit::minutes).sum(),
                verified.stream().mapToLong(Visit::feeFen).sum(), closed,
                closed ? missing(owed - verified.size(), visits) : List.of());
    }

    private static boolean isGoneAt(Known known, Instant begins) {
        var died = known.diedOn();
        return died != null && !Known.startOf(died).isAfter(begins);
    }

    /** Parts of a month as equal as days allow, as many as there are visits. */
    static List<CareSlot> slots(YearMonth month, int visits) {
        var days = month.lengthOfMonth();
        return IntStream.range(0, visits).mapToObj(i -> new CareSlot(month.atDay(i * days / visits + 1),
                month.atDay(Math.max((i + 1) * days / visits, 1)))).toList();
    }

    private static boolean isOwed(Known known, CareSlot slot, Instant monthBegins) {
        var until = WorkingDays.endOf(slot.until());
        var gone = known.gone(monthBegins);
        return (gone == null || !gone.isBefore(until))
                && !known.isInHospitalThroughout(Known.startOf(slot.from()), until);
    }

    /** Of those that were to be made and were not, in their order, why; of what nobody said anything, that. */
    private static List<VisitNotMade> missing(int number, List<Visit> visits) {
        if (number <= 0) {
            return List.of();
        }
        var said = visits.stream().flatMap(visit -> Stream.ofNullable(visit.notMade())).limit(number).toList();
        var all = new ArrayList<>(said);
        while (all.size() < number) {
            all.add(VisitNotMade.NOT_VERIFIED);
        }
        return List.copyOf(all);
    }

    /** Whether the elder had nobody to wait for: in hospital, say. */
    boolean owesNothing() {
        return owed == 0;
    }
}
