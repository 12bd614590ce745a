package org.chongshan.minors.child;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.Fact;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.events.Heading;
import org.chongshan.events.Personal;
import org.chongshan.events.minors.AlertLevel;
import org.chongshan.events.minors.Intervention;
import org.chongshan.events.minors.InterventionAnswer;
import org.chongshan.events.minors.Tier;
import org.chongshan.minors.MinorsFigure;
import org.chongshan.minors.child.Known.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * A child (困境儿童) in the four-colour library (四色管理). What is known of it decides what holds: everything between
 * {@code known} and {@code interventions} is derived in {@link #derived}, so that facts in any order end in one record.
 *
 * @param file          who the child is; null before the case is opened
 * @param known         what is known, each fact as of its own time
 * @param override      the district's tier; null unless one holds
 * @param tier          null before it is assessed
 * @param services      what the tier brings
 * @param history       moves between tiers, oldest first; the latest
 * @param visitBy       end of the day by which both stations have visited; null when nothing asks for a visit
 * @param visitOverdue  whether it was stated that they have not
 * @param visitStated   the last day of which that was stated; null before
 * @param alert         null unless one is open
 * @param interventions help sought, by id
 */
record Child(String id, String subdistrict, @Nullable File file, Known known, Known.@Nullable Override override,
        @Nullable Tier tier, SortedSet<Service> services, List<Move> history, @Nullable Instant visitBy,
        boolean visitOverdue, @Nullable Instant visitStated, @Nullable Alert alert,
        SortedMap<String, Help> interventions) implements Aggregate {

    /** How many interventions a child's record keeps; of those that ended the oldest leave first. */
    static final int MOST_INTERVENTIONS = 40;

    /** Where a child stands. */
    enum Status implements org.chongshan.core.Status {
        /** Somebody worries; nobody has opened a case. */
        REPORTED(Sight.DEADLINE),
        /** Seen here, at home elsewhere, and taken on here: the child's own station follows it. */
        SEEN(Sight.ENDED),
        /** In the library, not assessed yet. */
        UNASSESSED(Sight.DEADLINE),
        /** At low risk, blue. */
        LOW(Sight.DEADLINE),
        /** At medium-low risk, yellow. */
        MEDIUM_LOW(Sight.DEADLINE),
        /** At medium-high risk, orange. */
        MEDIUM_HIGH(Sight.DEADLINE),
        /** At high risk, red. */
        HIGH(Sight.DEADLINE);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a child stands in. */
    enum Listed implements Listing {
        /** By the day of the next joint visit. */
        @InDigest(Heading.DUE_TODAY)
        VISIT_DUE,
        /** By the day the joint visit was due. */
        @InDigest(Heading.OVERDUE)
        VISIT_OVERDUE,
        /** By the instant somebody has to act. */
        @InDigest(Heading.DUE_TODAY)
        ALERTS
    }

    /** What a child's record waits for. */
    enum Due implements Deadline {
        /** The end of the district's override. */
        OVERRIDE,
        /** The next joint visit. */
        VISIT,
        /** That whoever the alert lies with acts. */
        ALERT
    }

    enum Service {
        FUNDING_SUPPORT,
        PROFESSIONAL_INTERVENTION,
        VISITS
    }

    /** Who the child is. */
    record File(String household, String member, Personal name, Personal birthday) {}

    /**
     * A move between tiers.
     *
     * @param from null when the child had none
     * @param to   null when it has none again
     * @param rule code of the rule that moved it
     */
    record Move(@Nullable Tier from, @Nullable Tier to, Instant at, String rule) {}

    /**
     * An open alert.
     *
     * @param level  with whom it lies
     * @param actBy  when it goes up
     * @param missed whether the highest level has let it pass
     * @param wentUp when it went up to each level that others before had let it pass to
     */
    record Alert(AlertLevel level, Instant actBy, boolean missed, SortedMap<AlertLevel, Instant> wentUp) {
        static Alert of(Alarm alarm) {
            return new Alert(alarm.level(), alarm.actBy(), false, new TreeMap<>());
        }

        /** To the next level, which has its own hours from now on; at the highest it is missed. */
        Alert up(Instant now, Duration hours) {
            if (level == AlertLevel.DISTRICT) {
                return new Alert(level, actBy, true, wentUp);
            }
            var next = AlertLevel.values()[level.ordinal() + 1];
            var all = new TreeMap<>(wentUp);
            all.put(next, now);
            return new Alert(next, now.plus(hours), false, all);
        }

        /** Who may take it on at a time: whoever it had gone up to by then, or stands above. */
        AlertLevel lowestAt(Instant time) {
            return wentUp.entrySet().stream().filter(up -> !up.getValue().isAfter(time)).map(Map.Entry::getKey)
                    .reduce((_, higher) -> higher).orElse(AlertLevel.STATION);
        }
    }

    /**
     * Help sought.
     *
     * @param soughtAt   when
     * @param answer     the last one by its own time; null before there is one
     * @param answeredAt when it was given; null before
     * @param closed     whether it ended
     */
    record Help(Intervention kind, Instant soughtAt, @Nullable InterventionAnswer answer, @Nullable Instant answeredAt,
            boolean closed) {
        Help answered(InterventionAnswer with, Instant at) {
            var later = answeredAt == null || answer == null || at.isAfter(answeredAt)
                    || at.equals(answeredAt) && with.compareTo(answer) > 0;
            return later ? new Help(kind, soughtAt, with, at, closed) : this;
        }

        Help ended() {
            return new Help(kind, soughtAt, answer, answeredAt, true);
        }
    }

    static Child begun(String id, String subdistrict, Instant now) {
        return derived(id, subdistrict, null, Known.nothing(now), null, null, new TreeMap<>());
    }

    private static Child derived(String id, String subdistrict, @Nullable File file, Known known,
            @Nullable Instant visitStated, @Nullable Alert alert, SortedMap<String, Help> interventions) {
        var override = known.overrideAt(known.asOf()).map(Fact::value).orElse(null);
        var tier = known.tierAt(known.asOf());
        var moves = known.moves();
        var visitBy = known.visitBy(moves);
        return new Child(id, subdistrict, file, known, override, tier,
                tier == null ? new TreeSet<>() : Tiers.services(tier), List.copyOf(moves), visitBy,
                visitBy != null && visitBy.equals(visitStated), visitStated, alert, interventions);
    }

    /** With more known: an alert that had gone up lies where it lay, one that was let pass is told anew. */
    Child knowing(Known more) {
        var open = more.open();
        if (open.isEmpty()) {
            // What it was raised for may be so long ago that it is not kept; only somebody takes an alert on.
            return derived(id, subdistrict, file, more, visitStated, alert, interventions);
        }
        var first = Alert.of(open.getFirst());
        var now = alert;
        if (now != null && now.missed() && !known.open().containsAll(open)) {
            var last = open.stream().max(Comparator.comparing(Alarm::knownAt)).orElseThrow();
            now = new Alert(now.level(), last.actBy(), false, now.wentUp());
        } else if (now == null || now.wentUp().isEmpty() && !first.actBy().isAfter(now.actBy())) {
            now = first;
        }
        return derived(id, subdistrict, file, more, visitStated, now, interventions);
    }

    /** Somebody has taken on what was known by a time; what is left of an alert that had not gone up is an alert of its own. */
    Child takenOn(Instant time) {
        var more = known.takenOnAt(time);
        var left = more.open();
        var still = left.isEmpty() ? null : alert;
        if (still != null && still.wentUp().isEmpty()) {
            still = Alert.of(left.getFirst());
        }
        return derived(id, subdistrict, file, more, visitStated, still, interventions);
    }

    /** In the library of a subdistrict, whoever spoke of the child before. */
    Child opened(String code, File who) {
        return derived(id, code, who, known, visitStated, alert, interventions);
    }

    Child visitMissed() {
        return derived(id, subdistrict, file, known, visitBy, alert, interventions);
    }

    Child alert(Alert now) {
        return derived(id, subdistrict, file, known, visitStated, now, interventions);
    }

    Child help(String intervention, Help now) {
        var all = new TreeMap<>(interventions);
        all.put(intervention, now);
        return derived(id, subdistrict, file, known, visitStated, alert, all);
    }

    Child withoutHelp(String intervention) {
        var all = new TreeMap<>(interventions);
        all.remove(intervention);
        return derived(id, subdistrict, file, known, visitStated, alert, all);
    }

    @Override
    public Status status() {
        if (file == null) {
            return visitBy == null && alert == null ? Status.SEEN : Status.REPORTED;
        }
        return tier == null ? Status.UNASSESSED : Status.valueOf(tier.name());
    }

    @Override
    public String rank() {
        return visitBy == null ? "" : visitBy.toString();
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new EnumMap<Listed, String>(Listed.class);
        if (visitBy != null) {
            lists.put(visitOverdue ? Listed.VISIT_OVERDUE : Listed.VISIT_DUE, visitBy.toString());
        }
        if (alert != null) {
            lists.put(Listed.ALERTS, alert.actBy().toString());
        }
        return lists;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var due = new EnumMap<Due, Instant>(Due.class);
        if (override != null) {
            due.put(Due.OVERRIDE, override.until());
        }
        if (visitBy != null && !visitOverdue) {
            due.put(Due.VISIT, visitBy);
        }
        if (alert != null && !alert.missed()) {
            due.put(Due.ALERT, alert.actBy());
        }
        return due;
    }

    @Override
    public List<Count> counts() {
        return tier == null || status() == Status.SEEN
                ? List.of()
                : List.of(Count.each(MinorsFigure.RISK_TIERS, tier.name()));
    }
}
