package org.chongshan.relief.household;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Rule;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Event;
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
import org.chongshan.events.relief.HouseholdEvent.SubsidyDelivered;
import org.chongshan.events.relief.HouseholdEvent.SubsidyDue;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.PersonEvent.MemberListed;
import org.chongshan.events.relief.ReliefCaseEvent.EconomicFactsStated;
import org.chongshan.events.relief.ReliefNotice.CategoryDecided;
import org.chongshan.events.relief.ReliefNotice.CategoryExpired;
import org.chongshan.events.relief.ReliefNotice.KeyWatchFollowUpOverdue;
import org.chongshan.events.relief.ReliefNotice.PlanReviewDue;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyEntitled;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyHandedOver;
import org.chongshan.relief.ReliefParameter;
import org.chongshan.relief.household.Household.KeyWatch;
import org.chongshan.relief.household.Household.Plan;
import org.chongshan.relief.household.Household.Standing;
import org.chongshan.relief.household.Household.Subsidy;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.relief.household.HouseholdRule.*;

/** Households: what is known of them, the category it puts them in, the plan for them, what they are entitled to. */
public record HouseholdDecider() implements Decider<Household, HouseholdEvent> {
    @Override
    public Household initial(String id) {
        return Household.unknown(id);
    }

    @Override
    public String idOf(HouseholdEvent event) {
        return event.household();
    }

    @Override
    public Decision<Household> decide(Household household, HouseholdEvent event, Context context) {
        return switch (event) {
            case HouseholdRegistered _ when household.subdistrict() != null -> refuse(REGISTERED_ONCE);
            case HouseholdRegistered registered -> register(household, registered, context);
            case EconomicFactsRequested _ when household.subdistrict() != null
                    && !household.subdistrict().equals(context.subdistrict()) ->
                refuse(FACTS_STAY_IN_THE_SUBDISTRICT);
            case EconomicFactsRequested requested -> answer(household, requested, context);
            case HouseholdEvent _ when household.subdistrict() == null -> refuse(HOUSEHOLD_UNKNOWN);

            case GridVisitRecorded visit when visit.hardship() == Hardship.NONE ->
                become(visited(household, context), VISIT_RECORDED);
            case GridVisitRecorded visit -> become(visited(household, context), HARDSHIP_FOUND_EARLY).emit(
                    new HardshipLeadReported(leadId(visit, context), household.id(), visit.hardship(), context.time()));
            case EconomicStatusVerified _ when household.standing() != null
                    && context.time().isBefore(household.standing().verifiedAt()) ->
                become(household, OLDER_FACTS);
            case EconomicStatusVerified facts -> recognise(household, facts, context);
            case ReliefDisbursed disbursed -> become(household.relieved(disbursed.amountFen()), RELIEF_ON_RECORD);

            case HouseholdPlanAdopted adopted when adopted.plan() != liveVersion(household) + 1 ->
                refuse(PLAN_OUTDATED);
            case HouseholdPlanAdopted adopted -> become(
                    household.plan(new Plan(adopted.plan(), adopted.lines(), adopted.reviewOn(), false)), PLAN_ADOPTED);

            case KeyWatchAdded _ when household.keyWatch() != null -> refuse(WATCHED_ONCE);
            case KeyWatchAdded _ ->
                become(household.keyWatch(new KeyWatch(context.time(), followUpBy(context.time(), context), false)),
                        KEY_WATCH_STARTED);
            case KeyWatchRemoved _ when household.keyWatch() == null -> refuse(WATCHED_ONCE);
            case KeyWatchRemoved _ -> become(household.keyWatch(null), KEY_WATCH_ENDED);

            case SubsidyDue due -> entitle(household, due, context);
            case SubsidyDelivered delivered -> handOver(household, delivered);

            case HouseholdDuplicateSuspected suspected ->
                become(household.suspected(suspected.other(), suspected.member()), DUPLICATE_SUSPECTED);
            case HouseholdDuplicateCleared cleared when !household.suspected().containsKey(cleared.other()) ->
                refuse(NOTHING_SUSPECTED);
            case HouseholdDuplicateCleared cleared -> become(household.cleared(cleared.other()), DUPLICATE_CLEARED);
        };
    }

    @Override
    public Decision<Household> deadlineReached(Household household, Context context) {
        var now = context.time();
        var next = household;
        var stated = new ArrayList<Event>();
        Rule rule = CATEGORY_EXPIRES;
        if (now.equals(household.expiryDue())) {
            var standing = requireNonNull(household.standing());
            next = next.standing(new Standing(standing.category(), standing.verifiedAt(), standing.validUntil(), true));
            stated.add(new CategoryExpired(household.id(), requireNonNull(standing.category())));
        }
        if (now.equals(household.reviewDue())) {
            var plan = requireNonNull(household.plan());
            next = next.plan(new Plan(plan.version(), plan.lines(), plan.reviewOn(), true));
            stated.add(new PlanReviewDue(household.id(), plan.version()));
            rule = PLAN_REVIEW_FALLS_DUE;
        }
        if (now.equals(household.followUpDue())) {
            var watch = requireNonNull(household.keyWatch());
            next = next.keyWatch(new KeyWatch(watch.since(), watch.followUpBy(), true));
            stated.add(new KeyWatchFollowUpOverdue(household.id(), watch.followUpBy()));
            rule = FOLLOW_UP_MISSED;
        }
        return become(next, rule).emit(stated.toArray(Event[]::new));
    }

    private static Decision<Household> register(Household none, HouseholdRegistered registered, Context context) {
        var listed = registered.members().stream().flatMap(Member::knownBy).map(by -> new MemberListed(by, none.id()))
                .toArray(Event[]::new);
        return become(none.registered(context.subdistrict(), registered.members()), HOUSEHOLD_REGISTERED).emit(listed);
    }

    /** A visit counts for key-watch too; one posted late never moves the next back. */
    private static Household visited(Household household, Context context) {
        var last = household.lastVisitedAt();
        if (last != null && last.isAfter(context.time())) {
            return household;
        }
        var visited = household.visited(context.time());
        var watch = household.keyWatch();
        return watch == null || context.time().isBefore(watch.since())
                ? visited
                : visited.keyWatch(new KeyWatch(watch.since(), followUpBy(context.time(), context), false));
    }

    private static Instant followUpBy(Instant from, Context context) {
        var day = from.atZone(WorkingDays.ZONE).toLocalDate();
        return WorkingDays.endOf(day.plusDays(context.policy().value(ReliefParameter.KEY_WATCH_FOLLOW_UP_DAYS)));
    }

    private static Decision<Household> recognise(Household household, EconomicStatusVerified facts, Context context) {
        var line = Categories.of(facts, context.policy());
        var months = context.policy().value(ReliefParameter.CATEGORY_VALID_MONTHS);
        var standing = new Standing(line.category(), context.time(),
                WorkingDays.endOf(context.date().plusMonths(months)), false);
        var emitted = new ArrayList<Event>();
        emitted.add(new CategoryDecided(household.id(), line.category()));
        household.asking().forEach((reliefCase, subdistrict) -> {
            if (subdistrict.equals(household.subdistrict())) {
                emitted.add(new EconomicFactsStated(reliefCase, household.id(), line.category()));
            }
        });
        var recognised = household.standing(standing).asking(new TreeMap<>());
        return Categories.noting(become(recognised, line.rule()).emit(emitted.toArray(Event[]::new)), facts,
                context.policy());
    }

    /** A case may ask about a household not on the books yet: it is answered once that is there and verified. */
    private static Decision<Household> answer(Household household, EconomicFactsRequested requested, Context context) {
        var standing = household.standing();
        if (standing != null && context.time().isBefore(standing.validUntil())) {
            return become(household, FACTS_STATED)
                    .emit(new EconomicFactsStated(requested.reliefCase(), household.id(), standing.category()));
        }
        var asking = new TreeMap<>(household.asking());
        asking.put(requested.reliefCase(), context.subdistrict());
        return become(household.asking(asking), FACTS_AWAITED);
    }

    private static int liveVersion(Household household) {
        return household.plan() == null ? 0 : household.plan().version();
    }

    private static Decision<Household> entitle(Household household, SubsidyDue due, Context context) {
        if (household.subsidies().containsKey(due.cycle())) {
            return refuse(ENTITLED_ONCE);
        }
        var category = household.categoryAt(context.time());
        var parcels = category == null ? 0 : context.policy().value(parcels(category));
        if (category == null || parcels == 0) {
            return refuse(NOT_RECOGNISED);
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
        var subsidy = household.subsidies().get(delivered.cycle());
        if (subsidy == null || subsidy.receipt() != null) {
            return refuse(NOTHING_OUTSTANDING);
        }
        Become<Household> handed = become(
                household.subsidy(delivered.cycle(), new Subsidy(subsidy.parcels(), delivered.receipt())),
                SUBSIDY_HANDED_OVER);
        return handed.emit(new SubsidyHandedOver(delivered.cycle(), household.id(), subsidy.parcels()));
    }

    /** One lead per household, hardship and day: two visits that find the same make one. */
    private static String leadId(GridVisitRecorded visit, Context context) {
        return visit.household() + "." + visit.hardship().name().toLowerCase(Locale.ROOT) + "."
                + DateTimeFormatter.BASIC_ISO_DATE.format(context.date());
    }
}
