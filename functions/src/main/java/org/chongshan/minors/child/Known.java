package org.chongshan.minors.child;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.chongshan.core.Fact;
import org.chongshan.core.Facts;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.minors.AlertLevel;
import org.chongshan.events.minors.Level;
import org.chongshan.events.minors.Tier;
import org.chongshan.minors.child.Child.Move;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a child, each as of its own time, whatever the order it came in; bounded. Tier, moves, the next visit and what
 * somebody has to take on at once are derived from it. The numbers the policy gave at the time of a fact stand with the fact.
 *
 * @param assessments what professionals found
 * @param overrides   what the district set
 * @param jointVisit  the last visit by both stations together; null before one
 * @param lastVisitAt the last visit by whichever station; null before one
 * @param reasons     for a visit soon: the opening of the case and every worry, by day; of each day the last
 * @param harms       as they became known, latest last
 * @param takenOn     what was known by then has been taken on; null before
 * @param asOf        when the platform last heard of the child: what holds now holds at that time
 */
record Known(Facts<Assessment> assessments, Facts<Override> overrides, @Nullable Fact<Cadence> jointVisit,
        @Nullable Instant lastVisitAt, SortedMap<LocalDate, Reason> reasons, Facts<Alarm> harms,
        @Nullable Instant takenOn, Instant asOf) {

    /** The three axes of risk. */
    record Axes(Level guardianship, Level behaviour, Level physiological) {}

    /**
     * What professionals found.
     *
     * @param visitDays to the next joint visit at the tier it makes
     * @param alarm     null unless it makes the highest tier
     */
    record Assessment(Axes axes, long visitDays, @Nullable Alarm alarm) {}

    /**
     * The district's tier.
     *
     * @param until     end of the last day it holds
     * @param visitDays to the next joint visit at that tier
     * @param alarm     null unless it is the highest tier
     */
    record Override(Tier tier, Instant until, long visitDays, @Nullable Alarm alarm) {}

    /** Days to the next joint visit, by tier; {@code unassessed} before there is one. */
    record Cadence(long high, long mediumHigh, long mediumLow, long low, long unassessed) {
        long days(@Nullable Tier tier) {
            return switch (tier) {
                case null -> unassessed;
                case HIGH -> high;
                case MEDIUM_HIGH -> mediumHigh;
                case MEDIUM_LOW -> mediumLow;
                case LOW -> low;
            };
        }
    }

    /**
     * Why the child is to be visited soon.
     *
     * @param at      when: a joint visit before it has not seen to it
     * @param event   id of the event that says so
     * @param visitBy when it is seen to
     */
    record Reason(Instant at, String event, Instant visitBy) {

        private static final Comparator<Reason> BY_TIME = Comparator.comparing(Reason::at).thenComparing(Reason::event);

        static Reason later(Reason one, Reason other) {
            return BY_TIME.compare(one, other) < 0 ? other : one;
        }

        boolean isSeenToBy(@Nullable Fact<Cadence> visit) {
            return visit != null && BY_TIME.compare(this, new Reason(visit.at(), visit.event(), visitBy)) < 0;
        }
    }

    /**
     * What somebody has to take on at once.
     *
     * @param knownAt when it could first be known
     * @param level   with whom it lies first
     * @param actBy   when that level has acted
     */
    record Alarm(Instant knownAt, AlertLevel level, Instant actBy) {

        static final Comparator<Alarm> BY_DUE = Comparator.comparing(Alarm::actBy).thenComparing(Alarm::level)
                .thenComparing(Alarm::knownAt);

        static Alarm sooner(Alarm one, Alarm other) {
            return BY_DUE.compare(one, other) <= 0 ? one : other;
        }
    }

    /** Where the tier comes from at a time: one of the two, or neither. */
    private record Source(@Nullable Fact<Override> override, @Nullable Fact<Assessment> assessed) {
        @Nullable
        Tier tier() {
            if (override != null) {
                return override.value().tier();
            }
            return assessed == null ? null : Tiers.of(assessed.value().axes()).tier();
        }

        long visitDays() {
            if (override != null) {
                return override.value().visitDays();
            }
            return assessed == null ? 0 : assessed.value().visitDays();
        }

        /** What made it the tier at a time. */
        ChildRule rule(Instant time) {
            if (override != null) {
                return ChildRule.OVERRIDDEN;
            }
            return assessed == null || assessed.at().isBefore(time)
                    ? ChildRule.OVERRIDE_ENDS
                    : Tiers.of(assessed.value().axes()).rule();
        }
    }

    static Known nothing(Instant asOf) {
        return new Known(Facts.none(), Facts.none(), null, null, new TreeMap<>(), Facts.none(), null, asOf);
    }

    Known at(Instant time) {
        return time.isAfter(asOf)
                ? new Known(assessments, overrides, jointVisit, lastVisitAt, reasons, harms, takenOn, time)
                : this;
    }

    Known assessed(Fact<Assessment> found) {
        return new Known(assessments.with(found), overrides, jointVisit, lastVisitAt, reasons, harms, takenOn, asOf);
    }

    Known overridden(Fact<Override> set) {
        return new Known(assessments, overrides.with(set), jointVisit, lastVisitAt, reasons, harms, takenOn, asOf);
    }

    Known visited(Instant at) {
        return lastVisitAt == null || lastVisitAt.isBefore(at)
                ? new Known(assessments, overrides, jointVisit, at, reasons, harms, takenOn, asOf)
                : this;
    }

    Known visitedJointly(Fact<Cadence> visit) {
        return new Known(assessments, overrides, Fact.later(jointVisit, visit), lastVisitAt, reasons, harms, takenOn,
                asOf).visited(visit.at());
    }

    Known toVisit(LocalDate day, Reason reason) {
        var all = new TreeMap<>(reasons);
        all.merge(day, reason, Reason::later);
        if (all.size() > Facts.KEPT) {
            all.pollFirstEntry();
        }
        return new Known(assessments, overrides, jointVisit, lastVisitAt, all, harms, takenOn, asOf);
    }

    /** Harm, ordered by when it became known: what was posted last is never the one that is not kept. */
    Known harmed(Alarm alarm, String event) {
        return new Known(assessments, overrides, jointVisit, lastVisitAt, reasons,
                harms.with(new Fact<>(alarm, alarm.knownAt(), event)), takenOn, asOf);
    }

    Known takenOnAt(Instant time) {
        return takenOn == null || takenOn.isBefore(time)
                ? new Known(assessments, overrides, jointVisit, lastVisitAt, reasons, harms, time, asOf)
                : this;
    }

    /** The district's tier that holds at a time. */
    Optional<Fact<Override>> overrideAt(Instant time) {
        return overrides.asOf(time).filter(set -> set.value().until().isAfter(time));
    }

    private Source sourceAt(Instant time) {
        return new Source(overrideAt(time).orElse(null), assessments.asOf(time).orElse(null));
    }

    @Nullable
    Tier tierAt(Instant time) {
        return sourceAt(time).tier();
    }

    /** Every move between tiers up to now, earliest first; the latest {@value Facts#KEPT}. */
    List<Move> moves() {
        var moves = new ArrayList<Move>();
        Tier tier = null;
        for (var time : times()) {
            var source = sourceAt(time);
            if (!time.isAfter(asOf) && source.tier() != tier) {
                moves.add(new Move(tier, source.tier(), time, source.rule(time).code()));
                tier = source.tier();
            }
        }
        return moves.subList(Math.max(0, moves.size() - Facts.KEPT), moves.size());
    }

    /**
     * End of the day by which both stations have visited: after the last joint visit by the tier of that moment; sooner by the
     * tier that holds now, and by every reason no joint visit has seen to since.
     */
    @Nullable
    Instant visitBy(List<Move> moves) {
        var last = jointVisit;
        var after = last == null ? Instant.MIN : last.at();
        var byCadence = last == null
                ? Stream.<Instant>empty()
                : Stream.of(inDays(last.at(), last.value().days(tierAt(last.at()))));
        var byTier = moves.stream().skip(Math.max(0, moves.size() - 1))
                .filter(move -> move.to() != null && move.at().isAfter(after))
                .map(move -> inDays(move.at(), sourceAt(move.at()).visitDays()));
        var byReason = reasons.values().stream().filter(reason -> !reason.isSeenToBy(last)).map(Reason::visitBy);
        return Stream.of(byCadence, byTier, byReason).flatMap(due -> due).min(Comparator.naturalOrder()).orElse(null);
    }

    /** What nobody has taken on, the most urgent first. */
    List<Alarm> open() {
        var taken = takenOn;
        return Stream.concat(harms.all().stream().map(Fact::value), risks().stream())
                .filter(alarm -> taken == null || alarm.knownAt().isAfter(taken)).sorted(Alarm.BY_DUE).toList();
    }

    /**
     * High risk, once for each time that somebody found it, or the district set it, after nobody had: known from the first who
     * did. An override to a lower tier hides none.
     */
    private List<Alarm> risks() {
        var alarms = new ArrayList<Alarm>();
        // Once others have gone, nobody knows what was before the earliest that is kept: it may be no news.
        var news = assessments.all().size() < Facts.KEPT;
        var high = false;
        for (var time : times()) {
            var wasHigh = high;
            high = tierAt(time) == Tier.HIGH
                    || assessments.asOf(time).filter(found -> found.value().alarm() != null).isPresent();
            var raised = alarmsAt(time).min(Alarm.BY_DUE);
            if (raised.isPresent() && news) {
                alarms.add(wasHigh ? Alarm.sooner(alarms.removeLast(), raised.get()) : raised.get());
            }
            news |= !high;
        }
        return alarms;
    }

    private Stream<Alarm> alarmsAt(Instant time) {
        return Stream
                .concat(assessments.all().stream().filter(found -> found.at().equals(time))
                        .map(found -> found.value().alarm()),
                        overrides.all().stream().filter(set -> set.at().equals(time)).map(set -> set.value().alarm()))
                .flatMap(Stream::ofNullable);
    }

    private SortedSet<Instant> times() {
        var times = new TreeSet<Instant>();
        assessments.all().forEach(found -> times.add(found.at()));
        overrides.all().forEach(set -> times.addAll(List.of(set.at(), set.value().until())));
        return times;
    }

    private static Instant inDays(Instant time, long days) {
        return WorkingDays.endOf(WorkingDays.dayOf(time).plusDays(days));
    }
}
