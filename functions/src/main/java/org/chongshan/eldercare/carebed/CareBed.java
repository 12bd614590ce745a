package org.chongshan.eldercare.carebed;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.Fact;
import org.chongshan.core.Facts;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.eldercare.EldercareFigure;
import org.chongshan.events.Heading;
import org.chongshan.events.eldercare.CareBedEvent.CareBedElderStated;
import org.chongshan.events.eldercare.Refit;
import org.jspecify.annotations.Nullable;

/**
 * A care bed in somebody's home (家庭养老床位).
 *
 * @param surveyedAt  when the home was surveyed
 * @param needs       what has to be refitted
 * @param works       what was built, as of its own time; at most {@value #MOST_WORKS}
 * @param costFen     of all of it
 * @param verdict     what the officer who looked last found; null before one has
 * @param acceptBy    when somebody has looked at what was built last; null while nothing waits for it
 * @param acceptLate  the last such time of which it was stated that nobody has; null before
 * @param elderStands how the elder stands, as the elder's record said last; null before it has answered
 * @param closedAt    when it was given up; null before
 */
record CareBed(String id, String subdistrict, String elder, Instant surveyedAt, SortedSet<Refit> needs,
        Facts<Works> works, long costFen, @Nullable Verdict verdict, @Nullable Instant acceptBy,
        @Nullable Instant acceptLate, @Nullable CareBedElderStated elderStands,
        @Nullable Instant closedAt) implements Aggregate {

    /** How often something is built for one bed. */
    static final int MOST_WORKS = 20;

    /** Where a care bed stands. */
    enum Status implements org.chongshan.core.Status {
        /** Nothing is built yet. */
        SURVEYED(Sight.LIST),
        /** Built; nobody has looked at it. */
        BUILT(Sight.DEADLINE),
        /** Has to be done again. */
        REJECTED(Sight.LIST),
        /** Accepted, in use. */
        ACTIVE(Sight.LIST),
        /** Given up. */
        CLOSED(Sight.ENDED),
        /** The elder has died or moved. */
        VACATED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a care bed stands in. */
    enum Listed implements Listing {
        /** Nobody has looked at what was built in time, by when. */
        @InDigest(Heading.OVERDUE)
        ACCEPTANCE_OVERDUE,
        /** In use, and the elder is no longer eligible. */
        NO_LONGER_ELIGIBLE
    }

    /** What a care bed waits for. */
    enum Due implements Deadline {
        /** That an officer looks at what was built. */
        ACCEPTANCE
    }

    /**
     * What was built.
     *
     * @param builder  who said so
     * @param acceptBy when somebody has looked at it
     */
    record Works(String provider, String builder, long equipmentFen, long ageFriendlyFen, long smartFen,
            Instant acceptBy) {
        long fen() {
            return equipmentFen + ageFriendlyFen + smartFen;
        }
    }

    /**
     * What an officer found.
     *
     * @param works    id of the event of the last works that were looked at
     * @param accepted or to be done again
     */
    record Verdict(String works, boolean accepted, Instant at, String by) {}

    CareBed {
        costFen = works.all().stream().mapToLong(fact -> fact.value().fen()).sum();
        var built = works.latest().orElse(null);
        acceptBy = built == null || verdict != null && verdict.works().equals(built.event())
                ? null
                : built.value().acceptBy();
    }

    CareBed built(Fact<Works> fact) {
        return new CareBed(id, subdistrict, elder, surveyedAt, needs, works.with(fact), 0, verdict, null, acceptLate,
                elderStands, closedAt);
    }

    CareBed found(Verdict now) {
        return new CareBed(id, subdistrict, elder, surveyedAt, needs, works, 0, now, null, acceptLate, elderStands,
                closedAt);
    }

    CareBed acceptanceLate(Instant due) {
        return new CareBed(id, subdistrict, elder, surveyedAt, needs, works, 0, verdict, null, due, elderStands,
                closedAt);
    }

    CareBed elderStands(CareBedElderStated said) {
        var isNewer = elderStands == null || said.revision() > elderStands.revision();
        return new CareBed(id, subdistrict, elder, surveyedAt, needs, works, 0, verdict, null, acceptLate,
                isNewer ? said : elderStands, closedAt);
    }

    CareBed closed(Instant at) {
        var first = closedAt == null || at.isBefore(closedAt) ? at : closedAt;
        return new CareBed(id, subdistrict, elder, surveyedAt, needs, works, 0, verdict, null, acceptLate, elderStands,
                first);
    }

    /** Whether its elder has died, or moved out of the home it was surveyed in. */
    boolean isVacated() {
        return elderStands != null && (elderStands.diedOn() != null
                || elderStands.movedAt() != null && elderStands.movedAt().isAfter(surveyedAt));
    }

    boolean isElderEligible() {
        return elderStands != null && elderStands.eligible();
    }

    @Override
    public Status status() {
        if (closedAt != null) {
            return Status.CLOSED;
        }
        if (isVacated()) {
            return Status.VACATED;
        }
        if (acceptBy != null) {
            return Status.BUILT;
        }
        if (verdict == null) {
            return Status.SURVEYED;
        }
        return verdict.accepted() ? Status.ACTIVE : Status.REJECTED;
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new EnumMap<Listed, String>(Listed.class);
        if (status() == Status.BUILT && acceptBy != null && acceptBy.equals(acceptLate)) {
            lists.put(Listed.ACCEPTANCE_OVERDUE, acceptBy.toString());
        }
        if (status() == Status.ACTIVE && elderStands != null && !elderStands.eligible()) {
            lists.put(Listed.NO_LONGER_ELIGIBLE, "");
        }
        return lists;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return status() == Status.BUILT && acceptBy != null && !acceptBy.equals(acceptLate)
                ? Map.of(Due.ACCEPTANCE, acceptBy)
                : Map.of();
    }

    @Override
    public List<Count> counts() {
        return status() == Status.ACTIVE ? List.of(Count.of(EldercareFigure.FAMILY_CARE_BEDS, 1)) : List.of();
    }
}
