package org.chongshan.eldercare.homevisit;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Fact;
import org.chongshan.core.Tariff;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.Catalogue;
import org.chongshan.events.eldercare.CarerKind;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it stands by what is known, each test with what it rests on. The six elements of a verified visit are here and in
 * the booking: what was done, for whom, by whom, on which day, where, from when to when.
 *
 * @param tests     every test
 * @param carer     who came; null before that is known
 * @param provider  whom they work for; null likewise
 * @param startedAt as it counts; null before that is known
 * @param endedAt   as it counts; null likewise
 * @param seconds   between the two
 * @param items     done and confirmed: what is paid for
 * @param unknown   done, and not in the catalogue of its day
 * @param isNotEntitled whether the elder's record says that the elder is not to be visited on that day
 * @param feeFen    what is paid for it; nothing when it was a volunteer
 */
record Weighed(SortedMap<VisitTest, Shown> tests, @Nullable String carer, @Nullable String provider,
        @Nullable Instant startedAt, @Nullable Instant endedAt, long seconds, SortedSet<String> items,
        SortedSet<String> unknown, boolean isNotEntitled, long feeFen) {

    /**
     * A test and what it rests on.
     *
     * @param fact in ids and numbers
     */
    record Shown(boolean passed, String fact) {}

    static final Weighed NOTHING = new Weighed(new TreeMap<>(), null, null, null, null, 0, new TreeSet<>(),
            new TreeSet<>(), false, 0);

    static Weighed of(HomeVisit visit, Tariff tariff) {
        var recorded = visit.recorded();
        var in = recorded.first().map(Fact::value).orElse(null);
        var carer = in == null ? null : in.carer();
        var asking = carer == null ? null : visit.heldOnce(carer);
        var startedAt = recorded.startedAt();
        var endedAt = recorded.endedAt();
        var seconds = startedAt == null || endedAt == null ? 0 : Duration.between(startedAt, endedAt).toSeconds();
        var report = recorded.report();
        var done = report == null ? new TreeSet<String>() : report.value().done();
        var day = WorkingDays.dayOf(startedAt == null ? visit.plan().value().at() : startedAt);
        var unknown = new TreeSet<String>();
        done.stream().filter(item -> Catalogue.find(tariff, item, day).isEmpty()).forEach(unknown::add);
        var items = new TreeSet<>(done);
        items.removeAll(unknown);
        var known = items.size();
        var confirmation = visit.said().confirmation();
        items.retainAll(confirmation == null ? new TreeSet<>() : confirmation.value().items());
        var free = asking != null && asking.kind() == CarerKind.VOLUNTEER;
        var least = in == null ? 0 : in.leastFeeFen();
        var prices = items.stream().flatMap(item -> Catalogue.find(tariff, item, day).stream())
                .mapToLong(Tariff.Item::priceFen).sum();
        var dispute = visit.said().dispute();

        var tests = new TreeMap<VisitTest, Shown>();
        tests.put(VisitTest.TIMES_KNOWN, new Shown(startedAt != null && endedAt != null, startedAt + "/" + endedAt));
        tests.put(VisitTest.CARER_HELD, new Shown(asking != null, String.valueOf(carer)));
        tests.put(VisitTest.LONG_ENOUGH,
                new Shown(in != null && seconds >= Duration.ofMinutes(in.leastMinutes()).toSeconds(),
                        seconds + " s of " + (in == null ? "?" : in.leastMinutes() + " min")));
        tests.put(VisitTest.ITEMS_KNOWN,
                new Shown(known > 0 && unknown.isEmpty(), known + " known, " + unknown.size() + " unknown"));
        tests.put(VisitTest.CONFIRMED, new Shown(
                confirmation != null && startedAt != null && !confirmation.at().isBefore(startedAt) && !items.isEmpty()
                        && !Actors.isAmong(confirmation.value().by(), recorded.hands()),
                confirmation == null
                        ? "no word"
                        : items.size() + " items, " + confirmation.value().whose() + " at " + confirmation.at()));
        var entitlement = visit.entitlement();
        var isAnswered = startedAt != null && entitlement != null && entitlement.on().equals(day);
        var isNotEntitled = isAnswered && !entitlement.lets(free);
        tests.put(VisitTest.ENTITLED,
                new Shown(isAnswered && !isNotEntitled, !isAnswered
                        ? "no word"
                        : entitlement.away()
                                ? "not at home"
                                : entitlement.failing().isEmpty() ? "entitled" : entitlement.failing() + " fails"));
        tests.put(VisitTest.UNDISPUTED, new Shown(dispute == null || dispute.isSettledFor(),
                dispute == null ? "no word" : "by " + dispute.at()));
        return new Weighed(tests, carer, asking == null ? null : asking.provider(), startedAt, endedAt, seconds, items,
                unknown, isNotEntitled, free ? 0 : Math.max(least, prices));
    }

    boolean passes(VisitTest test) {
        var shown = tests.get(test);
        return shown != null && shown.passed();
    }

    boolean passesAll() {
        return !tests.isEmpty() && tests.values().stream().allMatch(Shown::passed);
    }
}
