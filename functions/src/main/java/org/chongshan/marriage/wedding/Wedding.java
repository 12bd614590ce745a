package org.chongshan.marriage.wedding;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.Places;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Heading;
import org.chongshan.marriage.MarriageFigure;

/**
 * A collective wedding. Who has a place and who waits is derived in {@link #derived}: all that was said is gone through in the
 * order in which the platform heard it, so that what arrives in any order ends in one record.
 *
 * @param capacity         for how many couples
 * @param confirmationDays how many days a couple has to confirm what it is offered
 * @param reportBy         when somebody has said whether it was held
 * @param reportLate       whether it was stated that nobody has
 * @param said             what was said, as the platform heard it
 * @param came             who came, with a place or without
 * @param places           who has a place, firmly or for a time, and who waits
 * @param wed              who came and had a place
 */
record Wedding(String id, String subdistrict, Status status, int capacity, Instant startsAt, long confirmationDays,
        Instant reportBy, boolean reportLate, List<Said> said, SortedSet<String> came, Places places,
        SortedSet<String> wed) implements Aggregate {

    /** How much is said of one wedding, and how many come. */
    static final int MOST_SAID = 600;

    /** What somebody says. */
    enum What {
        /** A couple wants a place. */
        BOOKED,
        /** It will come. */
        CONFIRMED,
        /** It will not come. */
        CANCELLED,
        /** The clock: what was offered until now is lost. */
        RAN_OUT
    }

    /**
     * What was said of a couple.
     *
     * @param couple empty when it is the clock's
     * @param at     by the clock of whoever took it
     * @param heard  when the platform first knew
     */
    record Said(String couple, What what, Instant at, Instant heard) {
        static final Comparator<Said> AS_HEARD = Comparator.comparing(Said::heard).thenComparing(Said::at)
                .thenComparing(Said::what).thenComparing(Said::couple);
    }

    /** Where a wedding stands. */
    enum Status implements org.chongshan.core.Status {
        /** Couples book. */
        ANNOUNCED(Sight.DEADLINE),
        /** It took place. */
        HELD(Sight.ENDED),
        /** It will not take place. */
        CALLED_OFF(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a wedding stands in. */
    enum Listed implements Listing {
        /** Nobody has said whether it was held, by its beginning. */
        @InDigest(Heading.OVERDUE)
        REPORT_OVERDUE
    }

    /** What a wedding waits for. */
    enum Due implements Deadline {
        /** That a couple confirms the place it is offered. */
        CONFIRMATION,
        /** That somebody says whether it was held. */
        REPORT
    }

    static Wedding announced(String id, String subdistrict, int capacity, Instant startsAt, long confirmationDays,
            Instant reportBy) {
        return derived(id, subdistrict, Status.ANNOUNCED, capacity, startsAt, confirmationDays, reportBy, false,
                List.of(), new TreeSet<>());
    }

    private static Wedding derived(String id, String subdistrict, Status status, int capacity, Instant startsAt,
            long confirmationDays, Instant reportBy, boolean reportLate, List<Said> said, SortedSet<String> came) {
        var places = replayed(Places.of(capacity), said, startsAt, confirmationDays);
        var wed = new TreeSet<>(came);
        wed.retainAll(places.participants());
        return new Wedding(id, subdistrict, status, capacity, startsAt, confirmationDays, reportBy, reportLate, said,
                came, places, wed);
    }

    /** Of what was said of one couple the later by its own time counts, as far as it was known by then. */
    private static Places replayed(Places none, List<Said> said, Instant startsAt, long confirmationDays) {
        var places = none;
        var booked = new HashMap<String, Instant>();
        var cancelled = new HashMap<String, Instant>();
        for (var one : said) {
            var offeredUntil = offeredUntil(one.heard, startsAt, confirmationDays);
            for (var next = places.nextExpiry(); next != null && !next.isAfter(one.heard);) {
                places = places.expire(one.heard).offeredUntil(offeredUntil).places();
                next = places.nextExpiry();
            }
            switch (one.what) {
                case BOOKED -> {
                    booked.merge(one.couple, one.at, Wedding::later);
                    var out = cancelled.get(one.couple);
                    if (out == null || one.at.isAfter(out)) {
                        places = places.join(one.couple).offeredUntil(offeredUntil).places();
                    }
                }
                case CANCELLED -> {
                    cancelled.merge(one.couple, one.at, Wedding::later);
                    var in = booked.get(one.couple);
                    if (in == null || !in.isAfter(one.at)) {
                        places = places.leave(one.couple).offeredUntil(offeredUntil).places();
                    }
                }
                case CONFIRMED -> places = places.confirm(one.couple, one.heard);
                case RAN_OUT -> {
                }
            }
        }
        return places;
    }

    /** Whoever must act has their time from when the platform could tell them, and no longer than until it begins. */
    private static Instant offeredUntil(Instant heard, Instant startsAt, long days) {
        var end = WorkingDays.endOf(WorkingDays.dayOf(heard).plusDays(days));
        return end.isAfter(startsAt) ? startsAt : end;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    boolean hasRoomFor(Said one) {
        return said.contains(one) || said.size() < MOST_SAID;
    }

    Wedding hearing(Said one) {
        var all = Stream.concat(said.stream(), Stream.of(one)).distinct().sorted(Said.AS_HEARD).toList();
        return derived(id, subdistrict, status, capacity, startsAt, confirmationDays, reportBy, reportLate, all, came);
    }

    Wedding seeing(String couple) {
        var all = new TreeSet<>(came);
        all.add(couple);
        return derived(id, subdistrict, status, capacity, startsAt, confirmationDays, reportBy, reportLate, said, all);
    }

    Wedding ended(Status how) {
        return derived(id, subdistrict, how, capacity, startsAt, confirmationDays, reportBy, reportLate, said, came);
    }

    Wedding reportStatedLate(Instant again) {
        return derived(id, subdistrict, status, capacity, startsAt, confirmationDays, again, true, said, came);
    }

    @Override
    public String rank() {
        return startsAt.toString();
    }

    @Override
    public Map<Listed, String> lists() {
        return status == Status.ANNOUNCED && reportLate ? Map.of(Listed.REPORT_OVERDUE, startsAt.toString()) : Map.of();
    }

    @Override
    public Map<Due, Instant> deadlines() {
        if (status != Status.ANNOUNCED) {
            return Map.of();
        }
        var next = places.nextExpiry();
        return next == null ? Map.of(Due.REPORT, reportBy) : Map.of(Due.CONFIRMATION, next, Due.REPORT, reportBy);
    }

    @Override
    public List<Count> counts() {
        return status == Status.HELD
                ? List.of(Count.on(WorkingDays.dayOf(startsAt), MarriageFigure.COLLECTIVE_WEDDINGS_HELD, 1))
                : List.of();
    }
}
