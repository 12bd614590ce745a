package org.chongshan.relief.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.Listing;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.PlanLine;
import org.jspecify.annotations.Nullable;

/**
 * A household (户) on the bureau's books.
 *
 * @param reliefPaidFen all relief that reached it, fen
 * @param standing      what the facts last verified say; null before they are
 * @param plan          the live plan (一户一策); null before one is adopted
 * @param keyWatch      null unless it is followed closely (重点关注)
 * @param subsidies     in-kind subsidies it is entitled to, by cycle
 * @param suspected     households with a member in common, by id, with the member
 * @param asking        relief cases that wait for its facts, by id, with their subdistrict
 */
record Household(String id, String subdistrict, List<Member> members, @Nullable Instant lastVisitedAt,
        long reliefPaidFen, @Nullable Standing standing, @Nullable Plan plan, @Nullable KeyWatch keyWatch,
        SortedMap<String, Subsidy> subsidies, SortedMap<String, String> suspected,
        SortedMap<String, String> asking) implements Aggregate {

    /**
     * What verified facts say.
     *
     * @param category   null for none
     * @param verifiedAt when the facts were verified
     * @param validUntil when they are too old
     * @param expired    whether that was stated
     */
    record Standing(@Nullable Category category, Instant verifiedAt, Instant validUntil, boolean expired) {}

    /**
     * A plan.
     *
     * @param version   from 1
     * @param reviewDue whether it was stated that it is to be looked at again
     */
    record Plan(int version, List<PlanLine> lines, LocalDate reviewOn, boolean reviewDue) {}

    /**
     * A household followed closely.
     *
     * @param followUpBy end of the day by which somebody has called
     * @param overdue    whether it was stated that nobody has
     */
    record KeyWatch(Instant since, Instant followUpBy, boolean overdue) {}

    /**
     * An in-kind subsidy.
     *
     * @param receipt of the hand-over; null while it is outstanding
     */
    record Subsidy(long parcels, @Nullable String receipt) {}

    /** Where it stands: the category it is recognised in, {@code to-verify} when the facts are too old. */
    enum Status implements org.chongshan.core.Status {
        REGISTERED(Sight.LIST),
        DESTITUTE(Sight.DEADLINE),
        MINIMUM_LIVING(Sight.DEADLINE),
        DESTITUTE_MARGIN(Sight.DEADLINE),
        LOW_INCOME_MARGIN(Sight.DEADLINE),
        EXPENDITURE_DRIVEN(Sight.DEADLINE),
        EMERGENCY(Sight.DEADLINE),
        TO_VERIFY(Sight.LIST);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists it may stand in. */
    enum Listed implements Listing {
        RECOGNISED,
        KEY_WATCH,
        KEY_WATCH_OVERDUE,
        PLAN_REVIEW_DUE,
        SUBSIDY_OUTSTANDING,
        SUSPECTED_DUPLICATES
    }

    /** What it may wait for. */
    enum Due implements Deadline {
        CATEGORY_EXPIRY,
        PLAN_REVIEW,
        FOLLOW_UP
    }

    static Household registered(String id, String subdistrict, List<Member> members) {
        return new Household(id, subdistrict, members, null, 0, null, null, null, new TreeMap<>(), new TreeMap<>(),
                new TreeMap<>());
    }

    Household visited(Instant at) {
        return new Household(id, subdistrict, members, at, reliefPaidFen, standing, plan, keyWatch, subsidies,
                suspected, asking);
    }

    Household relieved(long fen) {
        return new Household(id, subdistrict, members, lastVisitedAt, reliefPaidFen + fen, standing, plan, keyWatch,
                subsidies, suspected, asking);
    }

    Household standing(Standing now) {
        return new Household(id, subdistrict, members, lastVisitedAt, reliefPaidFen, now, plan, keyWatch, subsidies,
                suspected, asking);
    }

    Household plan(Plan now) {
        return new Household(id, subdistrict, members, lastVisitedAt, reliefPaidFen, standing, now, keyWatch, subsidies,
                suspected, asking);
    }

    Household keyWatch(@Nullable KeyWatch now) {
        return new Household(id, subdistrict, members, lastVisitedAt, reliefPaidFen, standing, plan, now, subsidies,
                suspected, asking);
    }

    Household subsidy(String cycle, Subsidy now) {
        var all = new TreeMap<>(subsidies);
        all.put(cycle, now);
        return new Household(id, subdistrict, members, lastVisitedAt, reliefPaidFen, standing, plan, keyWatch, all,
                suspected, asking);
    }

    Household suspected(String other, String member) {
        var all = new TreeMap<>(suspected);
        all.put(other, member);
        return new Household(id, subdistrict, members, lastVisitedAt, reliefPaidFen, standing, plan, keyWatch,
                subsidies, all, asking);
    }

    Household cleared(String other) {
        var all = new TreeMap<>(suspected);
        all.remove(other);
        return new Household(id, subdistrict, members, lastVisitedAt, reliefPaidFen, standing, plan, keyWatch,
                subsidies, all, asking);
    }

    Household asking(SortedMap<String, String> now) {
        return new Household(id, subdistrict, members, lastVisitedAt, reliefPaidFen, standing, plan, keyWatch,
                subsidies, suspected, now);
    }

    /** The category it stands in at a time; null for none, or when the facts are too old by then. */
    @Nullable
    Category categoryAt(Instant time) {
        return standing == null || !time.isBefore(standing.validUntil()) ? null : standing.category();
    }

    private boolean isRecognised() {
        return standing != null && standing.category() != null && !standing.expired();
    }

    @Override
    public Status status() {
        if (standing == null || standing.category() == null) {
            return Status.REGISTERED;
        }
        return standing.expired() ? Status.TO_VERIFY : Status.valueOf(standing.category().name());
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new EnumMap<Listed, String>(Listed.class);
        if (isRecognised()) {
            lists.put(Listed.RECOGNISED, status().word());
        }
        if (keyWatch != null) {
            lists.put(keyWatch.overdue() ? Listed.KEY_WATCH_OVERDUE : Listed.KEY_WATCH,
                    keyWatch.followUpBy().toString());
        }
        if (plan != null && plan.reviewDue()) {
            lists.put(Listed.PLAN_REVIEW_DUE, plan.reviewOn().toString());
        }
        subsidies.entrySet().stream().filter(subsidy -> subsidy.getValue().receipt() == null).findFirst()
                .ifPresent(subsidy -> lists.put(Listed.SUBSIDY_OUTSTANDING, subsidy.getKey()));
        if (!suspected.isEmpty()) {
            lists.put(Listed.SUSPECTED_DUPLICATES, "");
        }
        return lists;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var deadlines = new EnumMap<Due, Instant>(Due.class);
        if (isRecognised()) {
            deadlines.put(Due.CATEGORY_EXPIRY, standing.validUntil());
        }
        if (plan != null && !plan.reviewDue()) {
            deadlines.put(Due.PLAN_REVIEW, WorkingDays.endOf(plan.reviewOn()));
        }
        if (keyWatch != null && !keyWatch.overdue()) {
            deadlines.put(Due.FOLLOW_UP, keyWatch.followUpBy());
        }
        return deadlines;
    }
}
