package org.chongshan.relief.household;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.EconomicStatusVerified;
import org.chongshan.events.relief.HouseholdEvent.GridVisitRecorded;
import org.chongshan.events.relief.HouseholdEvent.HouseholdDuplicateCleared;
import org.chongshan.events.relief.HouseholdEvent.HouseholdDuplicateSuspected;
import org.chongshan.events.relief.HouseholdEvent.HouseholdPlanAdopted;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.HouseholdEvent.KeyWatchAdded;
import org.chongshan.events.relief.HouseholdEvent.KeyWatchRemoved;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.ReliefReturned;
import org.chongshan.events.relief.HouseholdEvent.SubsidyDelivered;
import org.chongshan.events.relief.HouseholdEvent.SubsidyDue;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.PersonEvent.ListingCleared;
import org.chongshan.events.relief.PersonEvent.MemberListed;
import org.chongshan.events.relief.ReliefCaseEvent.EconomicFactsStated;
import org.chongshan.events.relief.ReliefNotice.CategoryDecided;
import org.chongshan.events.relief.ReliefNotice.CategoryExpired;
import org.chongshan.events.relief.ReliefNotice.KeyWatchFollowUpOverdue;
import org.chongshan.events.relief.ReliefNotice.PlanReviewDue;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyEntitled;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyHandedOver;
import org.chongshan.relief.ReliefParameter;
import org.chongshan.relief.household.Household.Asked;
import org.chongshan.relief.household.Household.Due;
import org.chongshan.relief.household.Household.Plan;
import org.chongshan.relief.household.Household.Standing;
import org.chongshan.relief.household.Household.Subsidy;
import org.chongshan.relief.household.Household.WaitingSubsidy;
import org.chongshan.relief.household.Household.Watch;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.relief.household.HouseholdRule.*;

/** Households: what is known of them, the category it puts them in, the plan for them, what they are entitled to. */
public record HouseholdDecider() implements Decider<Household, HouseholdEvent> {
    /** Pairs of a member and another household that are kept; half of them may be such as make no one wait. */
    private static final int MOST_SUSPICIONS = 100;

    @Override
    public String idOf(HouseholdEvent event) {
        return event.household();
    }

    @Override
    public Decision<Household> begin(String id, HouseholdEvent event, Context context) {
        return event instanceof HouseholdRegistered registered
                ? register(id, registered, context)
                : early(HOUSEHOLD_UNKNOWN);
    }

    @Override
    public Decision<Household> decide(Household household, HouseholdEvent event, Context context) {
        return switch (event) {
            case HouseholdRegistered _ -> refuse(REGISTERED_ONCE);
            case EconomicFactsRequested _ when !household.subdistrict().equals(context.subdistrict()) ->
                refuse(FACTS_STAY_IN_THE_SUBDISTRICT);
            case EconomicFactsRequested requested -> answer(household, requested, context);

            case GridVisitRecorded visit when visit.hardship() == Hardship.NONE ->
                become(household.visited(context.time(), callBy(context)), VISIT_RECORDED);
            case GridVisitRecorded visit ->
                become(struck(household.visited(context.time(), callBy(context)), visit.hardship(), context),
                        HARDSHIP_FOUND_EARLY)
                        .emit(new HardshipLeadReported(leadId(visit, context), household.id(), visit.hardship(),
                                context.time()));
            case EconomicStatusVerified facts ->
                recognise(struck(household, facts.hardship(), context), facts, context);
            case ReliefReturned returned -> become(household.relieved(-returned.amountFen()), RELIEF_CAME_BACK);
            case ReliefDisbursed disbursed -> become(household.relieved(disbursed.amountFen()), RELIEF_ON_RECORD);

            case HouseholdPlanAdopted adopted when adopted.plan() != liveVersion(household) + 1 ->
                refuse(PLAN_OUTDATED);
            case HouseholdPlanAdopted adopted -> become(
                    household.plan(new Plan(adopted.plan(), adopted.lines(), adopted.reviewOn(), false)), PLAN_ADOPTED);

            case KeyWatchAdded _ -> watch(household, true, KEY_WATCH_STARTED, context);
            case KeyWatchRemoved _ -> watch(household, false, KEY_WATCH_ENDED, context);

            case SubsidyDue due -> entitle(household, due, context);
            case SubsidyDelivered delivered -> handOver(household, delivered);

            case HouseholdDuplicateSuspected suspected -> suspect(household, suspected);
            case HouseholdDuplicateCleared cleared -> clear(household, cleared, context);
        };
    }

    @Override
    public Become<Household> reached(Household household, Deadline deadline, Context context) {
        return switch ((Due) deadline) {
            case CATEGORY_EXPIRY -> {
                var standing = requireNonNull(household.standing());
                yield become(household.standing(standing.expiryStated()), CATEGORY_EXPIRES)
                        .emit(new CategoryExpired(household.id(), requireNonNull(standing.category())));
            }
            case PLAN_REVIEW -> {
                var plan = requireNonNull(household.plan());
                yield become(household.plan(new Plan(plan.version(), plan.lines(), plan.reviewOn(), true)),
                        PLAN_REVIEW_FALLS_DUE).emit(new PlanReviewDue(household.id(), plan.version()));
            }
            case FOLLOW_UP -> {
                var watch = requireNonNull(household.keyWatch());
                yield become(household.followUpToldFor(watch.followUpBy()), FOLLOW_UP_MISSED)
                        .emit(new KeyWatchFollowUpOverdue(household.id(), watch.followUpBy()));
            }
        };
    }

    private static Decision<Household> register(String id, HouseholdRegistered registered, Context context) {
        var listed = registered.members().stream().flatMap(Member::knownBy).map(by -> new MemberListed(by, id))
                .distinct().toArray(Event[]::new);
        return become(Household.registered(id, context.subdistrict(), registered.members()), HOUSEHOLD_REGISTERED)
                .emit(listed);
    }

    /** A household is due for a call so many days after the last, wherever the word of it was meanwhile: not from when it is read. */
    private static Instant callBy(Context context) {
        return WorkingDays
                .endOf(context.date().plusDays(context.policy().value(ReliefParameter.KEY_WATCH_FOLLOW_UP_DAYS)));
    }

    private static Decision<Household> watch(Household household, boolean on, HouseholdRule rule, Context context) {
        var watched = household.watched(context.fact(new Watch(on, callBy(context))));
        return become(watched, Objects.equals(watched.keyWatch(), household.keyWatch()) ? WATCH_UNCHANGED : rule);
    }

    private static Decision<Household> recognise(Household household, EconomicStatusVerified facts, Context context) {
        var line = Categories.of(facts, context.policy());
        var months = context.policy().value(ReliefParameter.CATEGORY_VALID_MONTHS);
        var standing = new Standing(line.category(), context.time(), context.event(), facts.persons(),
                WorkingDays.endOf(context.date().plusMonths(months)), false);
        var known = household.standing();
        if (known != null && standing.fact().isOlderThan(known.fact())) {
            return become(household, OLDER_FACTS);
        }
        var recognised = household.standing(standing);
        var emitted = new ArrayList<Event>();
        emitted.add(new CategoryDecided(household.id(), line.category()));
        var told = recognised;
        for (var waiting : household.asking().entrySet()) {
            if (recognised.standingAt(waiting.getValue().at()) != null) {
                var asking = new TreeMap<>(told.asking());
                asking.remove(waiting.getKey());
                var struckOn = struckOn(told, waiting.getValue(), context);
                told = told.asking(asking).struck(told.struck().told(waiting.getValue().hardship(), struckOn));
                emitted.add(stated(waiting.getKey(), told, waiting.getValue(), struckOn));
            }
        }
        return Categories.noting(become(told, line.rule()).emit(emitted.toArray(Event[]::new)), facts,
                context.policy());
    }

    /** A hardship was there on the day of an event, which for its claim lies not longer ago than anybody's word is taken for. */
    private static Household struck(Household household, Hardship hardship, Context context) {
        var earliest = earliest(WorkingDays.dayOf(context.received()), context);
        var day = context.date().isBefore(earliest) ? earliest : context.date();
        return household.struck(household.struck().on(hardship, day));
    }

    private static LocalDate earliest(LocalDate heardOn, Context context) {
        return heardOn.minusDays(context.policy().value(ReliefParameter.HARDSHIP_LOOK_BACK_DAYS));
    }

    /**
     * When the hardship of a case struck: by what is known of the day the case names, or else on that day, but not longer ago
     * than the case's own word is taken for. What a case was told of the same hardship stands.
     */
    private static LocalDate struckOn(Household household, Asked asked, Context context) {
        var days = context.policy().value(ReliefParameter.SAME_HARDSHIP_DAYS);
        var struck = household.struck();
        var first = struck.firstDay(asked.hardship(), asked.struckOn(), days)
                .or(() -> struck.firstDay(asked.hardship(), asked.notEarlier(), days)).orElse(asked.notEarlier());
        return struck.toldNear(asked.hardship(), first, days).orElse(first);
    }

    private static Decision<Household> answer(Household before, EconomicFactsRequested requested, Context context) {
        var asked = new Asked(context.time(), requested.hardship(), requested.struckOn(),
                earliest(requested.heardOn(), context));
        if (requested.urgent() || before.standingAt(context.time()) != null) {
            var struckOn = struckOn(before, asked, context);
            var household = before
                    .struck(before.struck().on(asked.hardship(), asked.notEarlier()).told(asked.hardship(), struckOn));
            return become(household, requested.urgent() ? KNOWN_FACTS_STATED : FACTS_STATED)
                    .noting("struckOn", struckOn).emit(stated(requested.reliefCase(), household, asked, struckOn));
        }
        if (before.asking().size() >= Household.MOST_ASKING) {
            return refuse(ASKED_BY_TOO_MANY);
        }
        var asking = new TreeMap<>(before.asking());
        asking.merge(requested.reliefCase(), asked, (one, other) -> one.at().isAfter(other.at()) ? one : other);
        return become(before.asking(asking).struck(before.struck().on(asked.hardship(), asked.notEarlier())),
                FACTS_AWAITED);
    }

    private static EconomicFactsStated stated(String reliefCase, Household household, Asked asked, LocalDate struckOn) {
        var standing = household.standingAt(asked.at());
        return new EconomicFactsStated(reliefCase, household.id(), standing == null ? null : standing.category(),
                household.members().size(), standing == null ? null : standing.persons(), struckOn);
    }

    private static int liveVersion(Household household) {
        return household.plan() == null ? 0 : household.plan().version();
    }

    private static Decision<Household> entitle(Household household, SubsidyDue due, Context context) {
        if (household.isReachedBy(due.cycle())) {
            return refuse(ENTITLED_ONCE);
        }
        var standing = household.standingAt(context.time());
        var category = standing == null ? null : standing.category();
        var parcels = category == null ? 0 : context.policy().value(parcels(category));
        if (category == null || parcels == 0) {
            return refuse(NOT_RECOGNISED);
        }
        if (household.waits()) {
            return become(household.subsidyWaits(due.cycle(), new WaitingSubsidy(category, parcels)), SUBSIDY_WAITS);
        }
        return become(household.subsidy(due.cycle(), new Subsidy(parcels, null)), SUBSIDY_ENTITLED)
                .emit(new SubsidyEntitled(due.cycle(), household.id(), category, parcels));
    }

    private static ReliefParameter parcels(Category category) {
        return switch (category) {
            case DESTITUTE -> ReliefParameter.PARCELS_DESTITUTE;
            case MINIMUM_LIVING -> ReliefParameter.PARCELS_MINIMUM_LIVING;
            case DESTITUTE_MARGIN -> ReliefParameter.PARCELS_DESTITUTE_MARGIN;
            case LOW_INCOME_MARGIN -> ReliefParameter.PARCELS_LOW_INCOME_MARGIN;
            case EXPENDITURE_DRIVEN -> ReliefParameter.PARCELS_EXPENDITURE_DRIVEN;
            case EMERGENCY -> ReliefParameter.PARCELS_EMERGENCY;
        };
    }

    private static Decision<Household> handOver(Household household, SubsidyDelivered delivered) {
        if (household.subsidiesWaiting().containsKey(delivered.cycle())) {
            return refuse(SUBSIDY_WAITS);
        }
        var subsidy = household.subsidies().get(delivered.cycle());
        if (subsidy == null || subsidy.receipt() != null) {
            return refuse(NOTHING_OUTSTANDING);
        }
        Become<Household> handed = become(
                household.subsidy(delivered.cycle(), new Subsidy(subsidy.parcels(), delivered.receipt())),
                SUBSIDY_HANDED_OVER);
        return handed.emit(new SubsidyHandedOver(delivered.cycle(), household.id(), subsidy.parcels()));
    }

    /** Whoever waits is told so however many others there are: each member makes a household wait once at most. */
    private static Decision<Household> suspect(Household household, HouseholdDuplicateSuspected suspected) {
        if (household.suspicions() >= (suspected.waits() ? MOST_SUSPICIONS : MOST_SUSPICIONS / 2)) {
            return refuse(SUSPECTED_ENOUGH);
        }
        return become(household.suspected(suspected.other(), suspected.member(), suspected.waits()),
                DUPLICATE_SUSPECTED);
    }

    private static Decision<Household> clear(Household household, HouseholdDuplicateCleared cleared, Context context) {
        if (household.suspected().containsKey(cleared.other())) {
            return looked(household, become(household.cleared(cleared.other()), DUPLICATE_CLEARED));
        }
        return context.role() == Role.DISTRICT && !household.suspectedElsewhere().isEmpty()
                ? looked(household, become(household.clearedElsewhere(), DUPLICATE_CLEARED_BY_THE_DISTRICT))
                : refuse(NOTHING_SUSPECTED);
    }

    /** The index of persons hears over whom it is suspected no more; what waited is entitled once nothing makes it wait. */
    private static Decision<Household> looked(Household before, Become<Household> cleared) {
        var household = cleared.state();
        var over = before.suspectedMembers();
        over.removeAll(household.suspectedMembers());
        var heard = cleared
                .emit(over.stream().map(member -> new ListingCleared(member, household.id())).toArray(Event[]::new));
        if (household.waits() || household.subsidiesWaiting().isEmpty()) {
            return heard;
        }
        var entitled = household
                .subsidiesWaiting().entrySet().stream().map(waiting -> new SubsidyEntitled(waiting.getKey(),
                        household.id(), waiting.getValue().category(), waiting.getValue().parcels()))
                .toArray(Event[]::new);
        return heard.and(become(household.entitledToWhatWaited(), SUBSIDY_NO_LONGER_WAITS).emit(entitled));
    }

    /** One lead per household, hardship and day: two visits that find the same make one. */
    private static String leadId(GridVisitRecorded visit, Context context) {
        return visit.household() + "." + visit.hardship().name().toLowerCase(Locale.ROOT) + "."
                + DateTimeFormatter.BASIC_ISO_DATE.format(context.date());
    }
}
