package org.chongshan.minors.child;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.Listing;
import org.chongshan.events.Personal;
import org.chongshan.events.minors.AlertLevel;
import org.chongshan.events.minors.Intervention;
import org.chongshan.events.minors.InterventionAnswer;
import org.chongshan.events.minors.Level;
import org.chongshan.events.minors.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A child (困境儿童) in the four-colour library (四色管理).
 *
 * @param file             who the child is; null before the case is opened
 * @param axes             what was last assessed; null before
 * @param override         the district's tier; null unless one holds
 * @param tier             null before it is assessed
 * @param services         what the tier brings
 * @param history          every move between tiers, oldest first
 * @param lastVisitAt      by whichever station
 * @param lastJointVisitAt by both together
 * @param visitBy          end of the day by which both have visited
 * @param visitOverdue     whether it was stated that they have not
 * @param alert            null unless one is open
 * @param interventions    help sought, by id
 */
record Child(String id, String subdistrict, @Nullable File file, @Nullable Axes axes, @Nullable Override override,
        @Nullable Tier tier, SortedSet<Service> services, List<Move> history, @Nullable Instant lastVisitAt,
        @Nullable Instant lastJointVisitAt, @Nullable Instant visitBy, boolean visitOverdue, @Nullable Alert alert,
        SortedMap<String, Help> interventions) implements Aggregate {

    /** Where a child stands. */
    enum Status implements org.chongshan.core.Status {
        /** Somebody worries; nobody has opened a case. */
        REPORTED,
        /** In the library, not assessed yet. */
        UNASSESSED,
        /** At low risk, blue. */
        LOW,
        /** At medium-low risk, yellow. */
        MEDIUM_LOW,
        /** At medium-high risk, orange. */
        MEDIUM_HIGH,
        /** At high risk, red. */
        HIGH;

        @java.lang.Override
        public Sight sight() {
            return Sight.DEADLINE;
        }
    }

    /** The further lists a child stands in. */
    enum Listed implements Listing {
        /** By the day of the next joint visit. */
        VISIT_DUE,
        /** By the day the joint visit was due. */
        VISIT_OVERDUE,
        /** By the instant somebody has to act. */
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

    /** What professionals found, and when. */
    record Axes(Level guardianship, Level behaviour, Level physiological, Instant at) {}

    /**
     * The district's tier.
     *
     * @param until end of the last day it holds
     */
    record Override(Tier tier, Instant until) {}

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
     */
    record Alert(AlertLevel level, Instant actBy, boolean missed) {}

    /**
     * Help sought.
     *
     * @param answer null before there is one
     * @param closed whether it ended
     */
    record Help(Intervention kind, @Nullable InterventionAnswer answer, boolean closed) {}

    static Child begun(String id, String subdistrict) {
        return new Child(id, subdistrict, null, null, null, null, new TreeSet<>(), List.of(), null, null, null, false,
                null, new TreeMap<>());
    }

    Child in(String code) {
        return new Child(id, code, file, axes, override, tier, services, history, lastVisitAt, lastJointVisitAt,
                visitBy, visitOverdue, alert, interventions);
    }

    Child file(File opened) {
        return new Child(id, subdistrict, opened, axes, override, tier, services, history, lastVisitAt,
                lastJointVisitAt, visitBy, visitOverdue, alert, interventions);
    }

    Child axes(Axes found) {
        return new Child(id, subdistrict, file, found, override, tier, services, history, lastVisitAt, lastJointVisitAt,
                visitBy, visitOverdue, alert, interventions);
    }

    Child override(@Nullable Override now) {
        return new Child(id, subdistrict, file, axes, now, tier, services, history, lastVisitAt, lastJointVisitAt,
                visitBy, visitOverdue, alert, interventions);
    }

    Child visited(Instant at) {
        return new Child(id, subdistrict, file, axes, override, tier, services, history, at, lastJointVisitAt, visitBy,
                visitOverdue, alert, interventions);
    }

    Child visitedJointly(Instant at) {
        return new Child(id, subdistrict, file, axes, override, tier, services, history, at, at, visitBy, visitOverdue,
                alert, interventions);
    }

    Child visitBy(Instant by) {
        return new Child(id, subdistrict, file, axes, override, tier, services, history, lastVisitAt, lastJointVisitAt,
                by, false, alert, interventions);
    }

    Child visitMissed() {
        return new Child(id, subdistrict, file, axes, override, tier, services, history, lastVisitAt, lastJointVisitAt,
                visitBy, true, alert, interventions);
    }

    Child alert(@Nullable Alert now) {
        return new Child(id, subdistrict, file, axes, override, tier, services, history, lastVisitAt, lastJointVisitAt,
                visitBy, visitOverdue, now, interventions);
    }

    Child help(String intervention, Help now) {
        var all = new TreeMap<>(interventions);
        all.put(intervention, now);
        return new Child(id, subdistrict, file, axes, override, tier, services, history, lastVisitAt, lastJointVisitAt,
                visitBy, visitOverdue, alert, all);
    }

    Child moved(Move move) {
        var moves = new ArrayList<>(history);
        moves.add(move);
        var brings = move.to() == null ? new TreeSet<Service>() : Tiers.services(move.to());
        return new Child(id, subdistrict, file, axes, override, move.to(), brings, moves, lastVisitAt, lastJointVisitAt,
                visitBy, visitOverdue, alert, interventions);
    }

    @java.lang.Override
    public Status status() {
        if (file == null) {
            return Status.REPORTED;
        }
        return tier == null ? Status.UNASSESSED : Status.valueOf(tier.name());
    }

    @java.lang.Override
    public String rank() {
        return visitBy == null ? "" : visitBy.toString();
    }

    @java.lang.Override
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

    @java.lang.Override
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
}
