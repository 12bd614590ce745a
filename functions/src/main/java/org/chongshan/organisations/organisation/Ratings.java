package org.chongshan.organisations.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chongshan.core.Fact;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.Grantor;
import org.jspecify.annotations.Nullable;

/**
 * The ratings of an organisation, granted, lowered and cancelled; which it has is derived from the days they hold from.
 *
 * @param grants   by the day they were granted
 * @param measures by their day: what lowered or cancelled one
 */
record Ratings(List<Fact<Grant>> grants, List<Fact<Measure>> measures) {
    /** How many of each a record keeps. */
    static final int MOST = 100;
    static final Ratings NONE = new Ratings(List.of(), List.of());

    /** In the order of their days, of one day of their events. */
    Ratings {
        grants = grants.stream().sorted(Comparator.comparing((Fact<Grant> fact) -> fact.value().on())
                .thenComparing(Fact::at).thenComparing(Fact::event)).toList();
        measures = measures.stream().sorted(Comparator.comparing((Fact<Measure> fact) -> fact.value().on())
                .thenComparing(Fact::at).thenComparing(Fact::event)).toList();
    }

    /**
     * A rating that was granted.
     *
     * @param reference number of the certificate, or the round
     * @param until     its last day
     * @param reapply   the day from which another may be applied for
     */
    record Grant(Grade grade, String reference, LocalDate on, LocalDate until, LocalDate reapply) {}

    /**
     * A rating that was lost.
     *
     * @param grade       what it was lowered to; null when it was cancelled
     * @param barredUntil the last day on which no application is taken
     */
    record Measure(@Nullable Grade grade, LocalDate on, LocalDate barredUntil) {}

    /**
     * The rating an organisation has, unless it has expired.
     *
     * @param grantor who granted it, and may lower it
     * @param since   the day from which it has this grade
     * @param until   its last day
     * @param reapply the day from which another may be applied for
     */
    record Rating(Grade grade, Grantor grantor, LocalDate since, LocalDate until, LocalDate reapply) {
        /** Whether it is valid on a day: on its last day it is. */
        boolean isValidOn(LocalDate day) {
            return !day.isAfter(until);
        }
    }

    boolean isFull() {
        return grants.size() >= MOST || measures.size() >= MOST;
    }

    Ratings granted(Fact<Grant> grant) {
        return new Ratings(Stream.concat(grants.stream(), Stream.of(grant)).toList(), measures);
    }

    Ratings lost(Fact<Measure> measure) {
        return new Ratings(grants, Stream.concat(measures.stream(), Stream.of(measure)).toList());
    }

    /** The last one granted, as what was done to it since has left it; empty when it was cancelled or none was granted. */
    Optional<Rating> current() {
        if (grants.isEmpty()) {
            return Optional.empty();
        }
        var last = grants.getLast().value();
        var has = new Rating(last.grade(), last.grade().grantor(), last.on(), last.until(), last.reapply());
        for (var measure : measures.stream().map(Fact::value).filter(one -> !one.on().isBefore(last.on())).toList()) {
            var lowered = measure.grade();
            if (lowered == null) {
                return Optional.empty();
            }
            has = new Rating(lowered, has.grantor(), measure.on(), has.until(), has.reapply());
        }
        return Optional.of(has);
    }

    /**
     * A time in which it had one grade.
     *
     * @param from  its first day
     * @param until its last
     */
    record Period(Grade grade, LocalDate from, LocalDate until) {}

    /** Every time in which it had a grade, in order: until the next is granted, it is lowered, cancelled or runs out. */
    List<Period> periods() {
        var all = new ArrayList<Period>();
        for (int i = 0; i < grants.size(); i++) {
            var grant = grants.get(i).value();
            var next = i + 1 < grants.size() ? grants.get(i + 1).value().on() : grant.until().plusDays(1);
            var last = next.isAfter(grant.until()) ? grant.until() : next.minusDays(1);
            @Nullable
            Grade grade = grant.grade();
            var from = grant.on();
            for (var measure : measures.stream().map(Fact::value)
                    .filter(one -> !one.on().isBefore(grant.on()) && !one.on().isAfter(last)).toList()) {
                if (grade != null) {
                    all.add(new Period(grade, from, measure.on().minusDays(1)));
                }
                grade = measure.grade();
                from = measure.on();
            }
            if (grade != null) {
                all.add(new Period(grade, from, last));
            }
        }
        return all.stream().filter(period -> !period.until().isBefore(period.from())).toList();
    }

    /** The last day on which it may not apply; null when it always may. */
    @Nullable
    LocalDate barredUntil() {
        return measures.stream().map(measure -> measure.value().barredUntil()).max(Comparator.naturalOrder())
                .orElse(null);
    }
}
