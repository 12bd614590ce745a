package org.chongshan.relief.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.Fact;
import org.chongshan.core.Facts;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Heading;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.PlanLine;
import org.chongshan.relief.ReliefFigure;
import org.jspecify.annotations.Nullable;

/**
 * A household (户) on the bureau's books.
 *
 * @param lastVisitedAt      the latest visit by its own time; null before there is one
 * @param nextVisitBy        by when a household on key-watch is called on after that visit; null before there is one
 * @param reliefPaidFen      all relief that reached it, fen
 * @param standing           what the facts last verified say; null before they are
 * @param plan               the live plan (一户一策); null before one is adopted
 * @param watch              what was said of key-watch (重点关注), as of its own time
 * @param followUpToldFor    the due time of a follow-up that was last stated as missed; null before there is one
 * @param keyWatch           whether it is followed closely, derived from visits and {@code watch}; null when it is not
 * @param subsidies          in-kind subsidies it is entitled to, by cycle: the last {@value #QUARTERS_KEPT}, older ones stand in
 *                           the journal
 * @param subsidiesWaiting   those that wait until an officer has looked at a suspicion, by cycle, as many
 * @param suspected          households of its subdistrict that list a member of it too, by id
 * @param suspectedElsewhere members that a household of another subdistrict lists too, of which nothing is known here; with
 *                           whether this one waits
 * @param asking             relief cases that wait for its facts, by id, with what they asked; at most {@value #MOST_ASKING}
 * @param struck             when hardship struck it
 */
record Household(String id, String subdistrict, List<Member> members, @Nullable Instant lastVisitedAt,
        @Nullable Instant nextVisitBy, long reliefPaidFen, @Nullable Standing standing, @Nullable Plan plan,
        Facts<Watch> watch, @Nullable Instant followUpToldFor, @Nullable KeyWatch keyWatch,
        SortedMap<String, Subsidy> subsidies, SortedMap<String, WaitingSubsidy> subsidiesWaiting,
        SortedMap<String, Suspicion> suspected, SortedMap<String, Boolean> suspectedElsewhere,
        SortedMap<String, Asked> asking, Struck struck) implements Aggregate {

    /** Ten years. */
    static final int QUARTERS_KEPT = 40;
    static final int MOST_ASKING = 40;
    /** Categories at the margin (边缘困难群体): beside minimum living and destitution. */
    private static final Set<Status> AT_THE_MARGIN = Set.of(Status.DESTITUTE_MARGIN, Status.LOW_INCOME_MARGIN,
            Status.EXPENDITURE_DRIVEN);

    Household {
        keyWatch = KeyWatch.of(watch, lastVisitedAt, nextVisitBy, followUpToldFor);
    }

    /** Where it stands: the category it is recognised in, {@code to-verify} when the facts are too old. */
    enum Status implements org.chongshan.core.Status {
        REGISTERED(Sight.LIST),
        DESTITUTE(Sight.DEADLINE),
        MINIMUM_LIVING(Sight.DEADLINE),
        DESTITUTE_MARGIN(Sight.DEADLINE),
        LOW_INCOME_MARGIN(Sight.DEADLINE),
        EXPENDITURE_DRIVEN(Sight.DEADLINE),
        EMERGENCY(Sight.DEADLINE),
        @InDigest(Heading.OVERDUE)
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
        @InDigest(Heading.DUE_TODAY)
        KEY_WATCH,
        @InDigest(Heading.OVERDUE)
        KEY_WATCH_OVERDUE,
        @InDigest(Heading.OVERDUE)
        PLAN_REVIEW_DUE,
        SUBSIDY_OUTSTANDING,
        SUBSIDY_WAITING,
        SUSPECTED_DUPLICATES,
        /** Recognised, in the order in which that expires. */
        @InDigest(Heading.EXPIRING)
        CATEGORY_EXPIRING
    }

    /** What it may wait for. */
    enum Due implements Deadline {
        CATEGORY_EXPIRY,
        PLAN_REVIEW,
        FOLLOW_UP
    }

    /**
     * What verified facts say.
     *
     * @param category   null for none
     * @param verifiedAt when the facts were verified
     * @param event      id of the event that stated them
     * @param persons    living there, heads
     * @param validUntil when they are too old
     * @param expired    whether that was stated
     */
    record Standing(@Nullable Category category, Instant verifiedAt, String event, int persons, Instant validUntil,
            boolean expired) {
        Fact<Standing> fact() {
            return new Fact<>(this, verifiedAt, event);
        }

        Standing expiryStated() {
            return new Standing(category, verifiedAt, event, persons, validUntil, true);
        }
    }

    /**
     * A plan.
     *
     * @param version   from 1
     * @param reviewDue whether it was stated that it is to be looked at again
     */
    record Plan(int version, List<PlanLine> lines, LocalDate reviewOn, boolean reviewDue) {}

    /**
     * That a household is followed closely, or no longer, from some time on.
     *
     * @param callBy end of the day by which somebody has called when nobody has since
     */
    record Watch(boolean on, Instant callBy) {}

    /**
     * A household followed closely.
     *
     * @param since      when that began, however often it was said again
     * @param followUpBy end of the day by which somebody has called: counted from the latest visit since then
     * @param overdue    whether it was stated that nobody has
     */
    record KeyWatch(Instant since, Instant followUpBy, boolean overdue) {
        static @Nullable KeyWatch of(Facts<Watch> said, @Nullable Instant visitedAt, @Nullable Instant nextVisitBy,
                @Nullable Instant toldFor) {
            Fact<Watch> began = null;
            for (var fact : said.all()) {
                if (!fact.value().on()) {
                    began = null;
                } else if (began == null) {
                    began = fact;
                }
            }
            if (began == null) {
                return null;
            }
            var called = visitedAt != null && nextVisitBy != null && !visitedAt.isBefore(began.at());
            var followUpBy = called ? nextVisitBy : began.value().callBy();
            return new KeyWatch(began.at(), followUpBy, followUpBy.equals(toldFor));
        }
    }

    /**
     * What a relief case asked.
     *
     * @param at       when
     * @param hardship what it asks relief for
     * @param struckOn the day on which that struck, as the case was told
     * @param earliest the first day on which it may have, when nothing else is known of it
     */
    record Asked(Instant at, Hardship hardship, LocalDate struckOn, LocalDate earliest) {
        /** The day that counts when nothing else is known. */
        LocalDate notEarlier() {
            return struckOn.isBefore(earliest) ? earliest : struckOn;
        }
    }

    /**
     * An in-kind subsidy.
     *
     * @param receipt of the hand-over; null while it is outstanding
     */
    record Subsidy(long parcels, @Nullable String receipt) {}

    /**
     * An in-kind subsidy the household would have, were it not suspected to stand in the books twice.
     *
     * @param category it was recognised in when the quarter reached it
     */
    record WaitingSubsidy(Category category, long parcels) {}

    /**
     * Another household lists members of this one.
     *
     * @param members by pseudonym
     * @param waits   whether this one's entitlements wait until an officer has looked
     */
    record Suspicion(SortedSet<String> members, boolean waits) {
        Suspicion over(String member, boolean thisOneWaits) {
            var all = new TreeSet<>(members);
            all.add(member);
            return new Suspicion(all, waits || thisOneWaits);
        }
    }

    static Household registered(String id, String subdistrict, List<Member> members) {
        return new Household(id, subdistrict, members, null, null, 0, null, null, Facts.none(), null, null,
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Struck.NOTHING);
    }

    /** Visited then; an earlier visit than the latest changes nothing. */
    Household visited(Instant at, Instant nextBy) {
        return lastVisitedAt != null && !lastVisitedAt.isBefore(at)
                ? this
                : new Household(id, subdistrict, members, at, nextBy, reliefPaidFen, standing, plan, watch,
                        followUpToldFor, null, subsidies, subsidiesWaiting, suspected, suspectedElsewhere, asking,
                        struck);
    }

    Household relieved(long fen) {
        return new Household(id, subdistrict, members, lastVisitedAt, nextVisitBy, reliefPaidFen + fen, standing, plan,
                watch, followUpToldFor, null, subsidies, subsidiesWaiting, suspected, suspectedElsewhere, asking,
                struck);
    }

    Household standing(Standing now) {
        return new Household(id, subdistrict, members, lastVisitedAt, nextVisitBy, reliefPaidFen, now, plan, watch,
                followUpToldFor, null, subsidies, subsidiesWaiting, suspected, suspectedElsewhere, asking, struck);
    }

    Household plan(Plan now) {
        return new Household(id, subdistrict, members, lastVisitedAt, nextVisitBy, reliefPaidFen, standing, now, watch,
                followUpToldFor, null, subsidies, subsidiesWaiting, suspected, suspectedElsewhere, asking, struck);
    }

    Household watched(Fact<Watch> said) {
        return new Household(id, subdistrict, members, lastVisitedAt, nextVisitBy, reliefPaidFen, standing, plan,
                watch.with(said), followUpToldFor, null, subsidies, subsidiesWaiting, suspected, suspectedElsewhere,
                asking, struck);
    }

    Household followUpToldFor(Instant due) {
        return new Household(id, subdistrict, members, lastVisitedAt, nextVisitBy, reliefPaidFen, standing, plan, watch,
                due, null, subsidies, subsidiesWaiting, suspected, suspectedElsewhere, asking, struck);
    }

    Household subsidy(String cycle, Subsidy now) {
        return subsidies(latest(subsidies, cycle, now), subsidiesWaiting);
    }

    Household subsidyWaits(String cycle, WaitingSubsidy now) {
        return subsidies(subsidies, latest(subsidiesWaiting, cycle, now));
    }

    /** What waited no longer does: it is entitled to all of it. */
    Household entitledToWhatWaited() {
        var all = this;
        for (var waiting : subsidiesWaiting.entrySet()) {
            all = all.subsidy(waiting.getKey(), new Subsidy(waiting.getValue().parcels(), null));
        }
        return all.subsidies(all.subsidies, new TreeMap<>());
    }

    private Household subsidies(SortedMap<String, Subsidy> entitled, SortedMap<String, WaitingSubsidy> waiting) {
        return new Household(id, subdistrict, members, lastVisitedAt, nextVisitBy, reliefPaidFen, standing, plan, watch,
                followUpToldFor, null, entitled, waiting, suspected, suspectedElsewhere, asking, struck);
    }

    /** Cycles of one subdistrict sort by their quarters. */
    private static <T> SortedMap<String, T> latest(SortedMap<String, T> known, String cycle, T now) {
        var all = new TreeMap<>(known);
        all.put(cycle, now);
        while (all.size() > QUARTERS_KEPT) {
            all.pollFirstEntry();
        }
        return all;
    }

    /** Whether a quarter has reached it; what lies before all that are kept has. */
    boolean isReachedBy(String cycle) {
        return subsidies.containsKey(cycle) || subsidiesWaiting.containsKey(cycle) || isForgotten(subsidies, cycle)
                || isForgotten(subsidiesWaiting, cycle);
    }

    private static boolean isForgotten(SortedMap<String, ?> known, String cycle) {
        return known.size() == QUARTERS_KEPT && cycle.compareTo(known.firstKey()) < 0;
    }

    /** Suspected over this member; {@code other} is null when it lies in another subdistrict. */
    Household suspected(@Nullable String other, String member, boolean waits) {
        var here = new TreeMap<>(suspected);
        var elsewhere = new TreeMap<>(suspectedElsewhere);
        if (other == null) {
            elsewhere.merge(member, waits, Boolean::logicalOr);
        } else {
            here.put(other, here.getOrDefault(other, new Suspicion(new TreeSet<>(), false)).over(member, waits));
        }
        return suspicions(here, elsewhere);
    }

    Household cleared(String other) {
        var here = new TreeMap<>(suspected);
        here.remove(other);
        return suspicions(here, suspectedElsewhere);
    }

    Household clearedElsewhere() {
        return suspicions(suspected, new TreeMap<>());
    }

    private Household suspicions(SortedMap<String, Suspicion> here, SortedMap<String, Boolean> elsewhere) {
        return new Household(id, subdistrict, members, lastVisitedAt, nextVisitBy, reliefPaidFen, standing, plan, watch,
                followUpToldFor, null, subsidies, subsidiesWaiting, here, elsewhere, asking, struck);
    }

    /** How many suspicions stand: pairs of a member and a household. */
    int suspicions() {
        return suspectedElsewhere.size()
                + suspected.values().stream().mapToInt(suspicion -> suspicion.members().size()).sum();
    }

    /** Whether its entitlements wait until an officer has looked. */
    boolean waits() {
        return suspectedElsewhere.containsValue(true) || suspected.values().stream().anyMatch(Suspicion::waits);
    }

    /** The members over whom it is suspected. */
    SortedSet<String> suspectedMembers() {
        var all = new TreeSet<>(suspectedElsewhere.keySet());
        suspected.values().forEach(suspicion -> all.addAll(suspicion.members()));
        return all;
    }

    Household asking(SortedMap<String, Asked> now) {
        return new Household(id, subdistrict, members, lastVisitedAt, nextVisitBy, reliefPaidFen, standing, plan, watch,
                followUpToldFor, null, subsidies, subsidiesWaiting, suspected, suspectedElsewhere, now, struck);
    }

    Household struck(Struck now) {
        return new Household(id, subdistrict, members, lastVisitedAt, nextVisitBy, reliefPaidFen, standing, plan, watch,
                followUpToldFor, null, subsidies, subsidiesWaiting, suspected, suspectedElsewhere, asking, now);
    }

    /** What verified facts say of a time; null when there are none, or when they are too old by then. */
    @Nullable
    Standing standingAt(Instant time) {
        return standing == null || !time.isBefore(standing.validUntil()) ? null : standing;
    }

    boolean isRecognised() {
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
        if (standing != null && isRecognised()) {
            lists.put(Listed.RECOGNISED, status().word());
            lists.put(Listed.CATEGORY_EXPIRING, standing.validUntil().toString());
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
        if (!subsidiesWaiting.isEmpty()) {
            lists.put(Listed.SUBSIDY_WAITING, subsidiesWaiting.firstKey());
        }
        if (!suspected.isEmpty() || !suspectedElsewhere.isEmpty()) {
            lists.put(Listed.SUSPECTED_DUPLICATES, "");
        }
        return lists;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var deadlines = new EnumMap<Due, Instant>(Due.class);
        if (standing != null && isRecognised()) {
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

    @Override
    public List<Count> counts() {
        var all = new ArrayList<Count>();
        if (standing != null && AT_THE_MARGIN.contains(status())) {
            all.add(Count.of(ReliefFigure.HARDSHIP_PERSONS_IDENTIFIED, standing.persons()));
        }
        if (keyWatch != null) {
            all.add(Count.of(ReliefFigure.KEY_WATCH_PERSONS, members.size()));
        }
        return all;
    }
}
