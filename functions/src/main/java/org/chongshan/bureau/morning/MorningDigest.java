package org.chongshan.bureau.morning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;
import org.chongshan.events.DigestEvent.DueStated;
import org.chongshan.events.DigestEvent.Line;
import org.chongshan.events.Heading;
import org.chongshan.events.Programme;
import org.chongshan.events.bureau.BureauNotice.MorningDigestStated;

/**
 * What a morning found in one subdistrict (晨报). A programme that found nothing is not in it.
 *
 * @param stated   whether its hour has come
 * @param overdue  records that somebody should have seen to; one that stands in two lists counts twice, here and below
 * @param dueToday records that somebody has to see to by the end of the day
 * @param expiring records that hold no longer than some days
 * @param breached records of which what was promised was not kept
 * @param found    by programme
 */
record MorningDigest(String id, String subdistrict, LocalDate day, boolean stated, long overdue, long dueToday,
        long expiring, long breached, SortedMap<Programme, Found> found) implements Aggregate {

    /** Where a digest stands. */
    enum Status implements org.chongshan.core.Status {
        /** Programmes are heard. */
        GATHERING(Sight.LIST),
        /** It was stated; what is heard late is added. */
        STATED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /**
     * What one programme's lists held.
     *
     * @param seenAt when they were read
     */
    record Found(Instant seenAt, List<Line> lines) {}

    /** A digest by its id, in which nothing stands yet; empty when it is no digest's. */
    static Optional<MorningDigest> named(String id) {
        var parts = id.split("\\.", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(id, parts[1], LocalDate.parse(parts[0]), false, new TreeMap<>()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static MorningDigest of(String id, String subdistrict, LocalDate day, boolean stated,
            SortedMap<Programme, Found> found) {
        return new MorningDigest(id, subdistrict, day, stated, count(found, Heading.OVERDUE),
                count(found, Heading.DUE_TODAY), count(found, Heading.EXPIRING), count(found, Heading.BREACHED), found);
    }

    private static long count(SortedMap<Programme, Found> found, Heading heading) {
        return found.values().stream().flatMap(one -> one.lines().stream()).filter(line -> line.heading() == heading)
                .mapToLong(Line::count).sum();
    }

    MorningDigest with(DueStated due) {
        var all = new TreeMap<>(found);
        all.put(due.programme(), new Found(due.seenAt(), due.lines()));
        return of(id, subdistrict, day, stated, all);
    }

    MorningDigest statedNow() {
        return of(id, subdistrict, day, true, found);
    }

    MorningDigestStated statement() {
        return new MorningDigestStated(id, day, overdue, dueToday, expiring, breached);
    }

    @Override
    public Status status() {
        return stated ? Status.STATED : Status.GATHERING;
    }

    @Override
    public String rank() {
        return day.toString();
    }
}
