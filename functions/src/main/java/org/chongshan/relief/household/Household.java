package org.chongshan.relief.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Word;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.PlanLine;
import org.jspecify.annotations.Nullable;

/**
 * A household (户) on the bureau's books.
 *
 * @param subdistrict   null before it is registered
 * @param reliefPaidFen all relief that reached it, fen
 * @param standing      what the facts last verified say; null before they are
 * @param plan          the live plan (一户一策); null before one is adopted
 * @param keyWatch      null unless it is followed closely (重点关注)
 * @param subsidies     in-kind subsidies it is entitled to, by cycle
 * @param suspected     households with a member in common, by id, with the member
 * @param asking        relief cases that wait for its facts, by id, with their subdistrict
 */
record Household(String id, @Nullable String subdistrict, List<Member> members, @Nullable Instant lastVisitedAt,
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

    static Household unknown(String id) {
        return new Household(id, null, List.of(), null, 0, null, null, null, new TreeMap<>(), new TreeMap<>(),
                new TreeMap<>());
    }

    Household registered(String inSubdistrict, List<Member> who) {
        return new Household(id, inSubdistrict, who, lastVisitedAt, reliefPaidFen, standing, plan, keyWatch, subsidies,
                suspected, asking);
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

    @Nullable
    Instant expiryDue() {
        return standing == null || standing.category() == null || standing.expired() ? null : standing.validUntil();
    }

    @Nullable
    Instant reviewDue() {
        return plan == null || plan.reviewDue() ? null : WorkingDays.endOf(plan.reviewOn());
    }

    @Nullable
    Instant followUpDue() {
        return keyWatch == null || keyWatch.overdue() ? null : keyWatch.followUpBy();
    }

    private boolean isRecognised() {
        return standing != null && standing.category() != null && !standing.expired();
    }

    /** The category's name while it is recognised in one, {@code to-verify} when the facts are too old. */
    @Override
    public String status() {
        if (standing == null || standing.category() == null) {
            return "registered";
        }
        return standing.expired() ? "to-verify" : Word.of(standing.category());
    }

    @Override
    public Map<String, String> lists() {
        var lists = new HashMap<String, String>();
        if (isRecognised()) {
            lists.put("recognised", status());
        }
        if (keyWatch != null) {
            lists.put(keyWatch.overdue() ? "key-watch-overdue" : "key-watch", keyWatch.followUpBy().toString());
        }
        if (plan != null && plan.reviewDue()) {
            lists.put("plan-review-due", plan.reviewOn().toString());
        }
        subsidies.entrySet().stream().filter(subsidy -> subsidy.getValue().receipt() == null).findFirst()
                .ifPresent(subsidy -> lists.put("subsidy-outstanding", subsidy.getKey()));
        if (!suspected.isEmpty()) {
            lists.put("suspected-duplicates", "");
        }
        return lists;
    }

    @Override
    public @Nullable Instant due() {
        var all = new ArrayList<@Nullable Instant>();
        all.add(expiryDue());
        all.add(reviewDue());
        all.add(followUpDue());
        return all.stream().flatMap(Stream::ofNullable).min(Comparator.naturalOrder()).orElse(null);
    }
}
