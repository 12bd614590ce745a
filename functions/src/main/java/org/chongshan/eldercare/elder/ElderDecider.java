package org.chongshan.eldercare.elder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Map;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Fact;
import org.chongshan.core.Rule;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.eldercare.elder.Elder.Due;
import org.chongshan.eldercare.elder.Known.Assessment;
import org.chongshan.eldercare.elder.Known.Life;
import org.chongshan.eldercare.elder.Known.Opening;
import org.chongshan.eldercare.elder.Known.Residence;
import org.chongshan.eldercare.elder.Known.Visit;
import org.chongshan.events.Event;
import org.chongshan.events.eldercare.CareBedEvent.CareBedElderStated;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthCounted;
import org.chongshan.events.eldercare.EconomicStandingEvent.ElderListed;
import org.chongshan.events.eldercare.ElderEvent;
import org.chongshan.events.eldercare.ElderEvent.BirthdayCorrected;
import org.chongshan.events.eldercare.ElderEvent.CareMonthDue;
import org.chongshan.events.eldercare.ElderEvent.CareResumed;
import org.chongshan.events.eldercare.ElderEvent.CareSuspended;
import org.chongshan.events.eldercare.ElderEvent.ElderAssessed;
import org.chongshan.events.eldercare.ElderEvent.ElderDeathRetracted;
import org.chongshan.events.eldercare.ElderEvent.ElderDied;
import org.chongshan.events.eldercare.ElderEvent.ElderHouseholdStated;
import org.chongshan.events.eldercare.ElderEvent.ElderRegistered;
import org.chongshan.events.eldercare.ElderEvent.ElderStandingAsked;
import org.chongshan.events.eldercare.ElderEvent.HardshipStated;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitNotMade;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitStruck;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitVerified;
import org.chongshan.events.eldercare.ElderEvent.ResidenceChanged;
import org.chongshan.events.eldercare.ElderEvent.VisitEntitlementAsked;
import org.chongshan.events.eldercare.EldercareNotice.CareSlotsOffered;
import org.chongshan.events.eldercare.EldercareNotice.EligibilityDecided;
import org.chongshan.events.eldercare.EldercareNotice.MonthlyVisitsMissed;
import org.chongshan.events.eldercare.EldercareNotice.MonthlyVisitsRestated;
import org.chongshan.events.eldercare.EldercareNotice.ReassessmentDue;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitEntitlementStated;
import org.chongshan.events.eldercare.VisitNotMade;
import org.jspecify.annotations.Nullable;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.elder.ElderRule.*;

/** Old people: whether each is entitled to be visited at home, decided again with every fact, and what became of it each month. */
public record ElderDecider() implements Decider<Elder, ElderEvent> {
    private static final int MONTH = "2023-03".length();

    @Override
    public String idOf(ElderEvent event) {
        return event.elder();
    }

    @Override
    public Decision<Elder> begin(String id, ElderEvent event, Context context) {
        return event instanceof ElderRegistered registered ? register(id, registered, context) : early(ELDER_UNKNOWN);
    }

    @Override
    public Decision<Elder> decide(Elder elder, ElderEvent event, Context context) {
        var known = elder.known();
        return switch (event) {
            case ElderRegistered _ -> refuse(REGISTERED_ONCE);
            case BirthdayCorrected corrected ->
                hearing(elder, known.born(context.fact(corrected.bornOn())), BIRTHDAY_CORRECTED, context);
            case ResidenceChanged changed -> hearing(elder,
                    known.residence(context.fact(
                            new Residence(changed.registeredHere(), changed.livesHereSince(), changed.newHome()))),
                    RESIDENCE_STATED, context);
            case ElderHouseholdStated stated ->
                hearing(elder, known.household(context.fact(stated.household())), HOUSEHOLD_STATED, context)
                        .emit(new ElderListed(stated.household(), elder.id()));
            case HardshipStated stated when !known.hardship().containsKey(stated.household())
                    && known.hardship().size() >= Known.MOST_HOUSEHOLDS ->
                refuse(TOO_MANY_HOUSEHOLDS);
            case HardshipStated stated -> hearing(elder,
                    known.hardship(stated.household(),
                            new Fact<>(stated.hardship(), notAhead(stated.since(), context), context.event())),
                    HARDSHIP_KNOWN, context);
            case ElderAssessed _ when Actors.same(context.actor(), elder.file().registrar()) ->
                refuse(ASSESSOR_REGISTERED_THEM);
            case ElderAssessed assessed -> assess(elder, assessed, context);
            case CareSuspended _ -> hearing(elder, known.inHospital(context.fact(true)), SUSPENDED, context);
            case CareResumed _ -> hearing(elder, known.inHospital(context.fact(false)), RESUMED, context);
            case ElderDied died -> hearing(elder, known.life(context.fact(new Life(died.diedOn()))), DIED, context);
            case ElderDeathRetracted _ ->
                hearing(elder, known.life(context.fact(new Life(null))), DEATH_RETRACTED, context);

            case CareMonthDue due -> reach(elder, due, context);
            case VisitEntitlementAsked asked when known.isForgotten(Known.monthOf(asked.on())) ->
                refuse(MONTH_FORGOTTEN);
            case VisitEntitlementAsked asked when !known.hasRoomToAsk(asked.visit()) -> refuse(TOO_MANY_VISITS);
            case VisitEntitlementAsked asked -> entitle(elder, asked, context);
            case HomeVisitVerified verified -> visit(elder, verified.visit(),
                    new Visit(verified.from(), verified.minutes(), verified.feeFen(), null, verified.revision()),
                    VISIT_COUNTS, context);
            case HomeVisitStruck struck -> visit(elder, struck.visit(),
                    new Visit(struck.from(), 0, 0, VisitNotMade.STRUCK, struck.revision()), VISIT_STRUCK, context);
            case HomeVisitNotMade not -> visit(elder, not.visit(),
                    new Visit(not.from(), 0, 0, not.reason(), not.revision()), VISIT_NOT_MADE, context);

            case ElderStandingAsked asked when !known.beds().contains(asked.bed())
                    && known.beds().size() >= Known.MOST_BEDS ->
                refuse(TOO_MANY_BEDS);
            case ElderStandingAsked asked -> answer(elder, asked.bed(), context);
        };
    }

    @Override
    public Become<Elder> reached(Elder elder, Deadline deadline, Context context) {
        return switch ((Due) deadline) {
            case AGE -> hearing(elder, elder.known(), OLD_ENOUGH, context);
            case RESIDENCE -> hearing(elder, elder.known(), LIVES_HERE_FOR_LONG, context);
            case REASSESSMENT -> hearing(elder, elder.known(), REASSESSMENT_FALLS_DUE, context)
                    .emit(new ReassessmentDue(elder.id(), context.time()));
            case MONTH_CLOSE -> close(elder, elder.nextToClose().orElseThrow(), context);
        };
    }

    /** What is said holds from when it is said at the latest: nothing looks again at what begins later. */
    private static Instant notAhead(Instant since, Context context) {
        return since.isAfter(context.time()) ? context.time() : since;
    }

    private static Decision<Elder> register(String id, ElderRegistered registered, Context context) {
        var known = Known.NOTHING.born(context.fact(registered.bornOn())).residence(
                context.fact(new Residence(registered.registeredHere(), registered.livesHereSince(), false)));
        if (registered.household() != null) {
            known = known.household(context.fact(registered.household()));
        }
        var elder = Elder.registered(id, context.subdistrict(), registered, context.actor(), known, context.time(),
                Terms.of(context.policy()));
        var decided = telling(null, become(elder, REGISTERED));
        return registered.household() == null ? decided : decided.emit(new ElderListed(registered.household(), id));
    }

    private static Decision<Elder> assess(Elder elder, ElderAssessed assessed, Context context) {
        var months = context.policy().value(EldercareParameter.ASSESSMENT_VALID_MONTHS);
        var validUntil = WorkingDays.endOf(context.date().plusMonths(months));
        return hearing(elder,
                elder.known().assessed(context.fact(new Assessment(assessed.grade(), assessed.assessor(), validUntil))),
                ASSESSED, context);
    }

    private static Decision<Elder> reach(Elder elder, CareMonthDue due, Context context) {
        var month = due.careMonth().substring(0, MONTH);
        if (elder.known().openings().containsKey(month) || elder.known().isForgotten(month)) {
            return refuse(MONTH_REACHED_ONCE);
        }
        var closesAt = WorkingDays.endOf(YearMonth.parse(month).atEndOfMonth()
                .plusDays(context.policy().value(EldercareParameter.MONTH_CLOSE_DAYS)));
        var opening = new Opening(Terms.of(context.policy()),
                (int) context.policy().value(EldercareParameter.MONTHLY_VISITS), closesAt);
        return hearing(elder, elder.known().opened(month, opening), MONTH_REACHED, context);
    }

    private static Decision<Elder> visit(Elder elder, String id, Visit visit, ElderRule rule, Context context) {
        var known = elder.known();
        if (known.isForgotten(visit.month())) {
            return refuse(MONTH_FORGOTTEN);
        }
        if (!known.hasRoomForVisit(id)) {
            return refuse(TOO_MANY_VISITS);
        }
        var before = known.visits().get(id);
        if (before != null && before.revision() >= visit.revision()) {
            return hearing(elder, known, VISIT_SAID_SINCE, context);
        }
        var late = rule == VISIT_COUNTS && elder.month(visit.month()).closed();
        return hearing(elder, known.visit(id, visit), late ? VISIT_COUNTS_LATE : rule, context);
    }

    private static Decision<Elder> entitle(Elder elder, VisitEntitlementAsked asked, Context context) {
        var after = elder.hearing(elder.known().asked(asked.visit(), asked.on()), context.time(),
                Terms.of(context.policy()));
        return telling(elder, become(after, VISIT_ANSWERED)).emit(entitled(after, asked.visit(), asked.on()));
    }

    private static Decision<Elder> answer(Elder elder, String bed, Context context) {
        var after = elder.hearing(elder.known().bed(bed), context.time(), Terms.of(context.policy()));
        return telling(elder, become(after, BED_ANSWERED)).emit(stated(after, bed));
    }

    private static Become<Elder> close(Elder elder, String name, Context context) {
        var after = elder.hearing(elder.known(), context.time(), Terms.of(context.policy())).closing(name);
        var month = after.month(name);
        if (!month.entitled()) {
            return telling(elder, become(after, MONTH_NOT_ENTITLED));
        }
        if (month.missing().isEmpty()) {
            return telling(elder, become(after, month.owesNothing() ? MONTH_OWES_NOTHING : MONTH_COMPLETE));
        }
        return telling(elder, become(after, MONTH_SHORT)).emit(new MonthlyVisitsMissed(elder.id(),
                elder.careMonth(name), month.owed(), month.verified(), month.missing()));
    }

    private static Become<Elder> hearing(Elder elder, Known known, ElderRule rule, Context context) {
        return telling(elder, become(elder.hearing(known, context.time(), Terms.of(context.policy())), rule));
    }

    /** What it means that an elder has become another: for the elder, for each month, for the care beds. */
    private static Become<Elder> telling(@Nullable Elder before, Become<Elder> decided) {
        var after = decided.state();
        var all = decided;
        if (before == null || before.isEligible() != after.isEligible() || !before.failing().equals(after.failing())) {
            all = all.and(eligibility(after));
        }
        for (var name : after.months().keySet()) {
            all = all.and(month(before == null ? Month.NONE : before.month(name), after, name));
        }
        if (before != null && !stated(before, "").equals(stated(after, "", before.heard()))) {
            all = all.emit(after.known().beds().stream().filter(before.known().beds()::contains)
                    .map(bed -> stated(after, bed)).toArray(Event[]::new));
        }
        return before == null ? all : all.emit(entitlements(before, after));
    }

    /** What was said of visits and is said otherwise now. */
    private static Event[] entitlements(Elder before, Elder after) {
        return after.known().asked().entrySet().stream()
                .filter(visit -> visit.getValue().equals(before.known().asked().get(visit.getKey())))
                .filter(visit -> !before.entitlement(visit.getValue()).equals(after.entitlement(visit.getValue())))
                .map(visit -> entitled(after, visit.getKey(), visit.getValue())).toArray(Event[]::new);
    }

    private static VisitEntitlementStated entitled(Elder elder, String visit, LocalDate day) {
        var entitlement = elder.entitlement(day);
        return new VisitEntitlementStated(visit, day, entitlement.failing(), entitlement.away(), elder.heard());
    }

    private static Become<Elder> eligibility(Elder after) {
        var rule = switch (after.failing().size()) {
            case 0 -> ELIGIBLE;
            case 1 -> NEARLY_ELIGIBLE;
            default -> NOT_ELIGIBLE;
        };
        Become<Elder> decided = Decision.<Elder>become(after, rule)
                .emit(new EligibilityDecided(after.id(), after.isEligible(), after.failing()));
        for (var test : after.tests().entrySet()) {
            decided = decided.noting(test.getKey().name(), test.getValue().holds() ? "holds" : "fails");
        }
        return decided;
    }

    private static Become<Elder> month(Month before, Elder elder, String name) {
        var now = elder.month(name);
        var rules = new ArrayList<Rule>();
        var emitted = new ArrayList<Event>();
        var id = elder.careMonth(name);
        if (now.entitled() && !before.entitled() && !now.closed()) {
            rules.add(MONTH_ENTITLES);
            emitted.add(new CareSlotsOffered(elder.id(), id, now.slots()));
        }
        if (before.closed() && now.closed() && !now.missing().equals(before.missing())) {
            rules.add(MONTH_RESTATED);
            emitted.add(new MonthlyVisitsRestated(elder.id(), id, now.owed(), now.verified(), now.missing()));
        }
        var counted = new CareMonthCounted(id, elder.id(), one(now.entitled()) - one(before.entitled()),
                one(now.verified() > 0) - one(before.verified() > 0), now.verified() - before.verified(),
                now.minutes() - before.minutes(), one(!now.missing().isEmpty()) - one(!before.missing().isEmpty()),
                now.missing().size() - before.missing().size());
        if (!counted.equals(new CareMonthCounted(id, elder.id(), 0, 0, 0, 0, 0, 0))) {
            emitted.add(counted);
        }
        return new Become<>(elder, rules, emitted, Map.of());
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }

    private static CareBedElderStated stated(Elder elder, String bed) {
        return stated(elder, bed, elder.heard());
    }

    private static CareBedElderStated stated(Elder elder, String bed, long revision) {
        return new CareBedElderStated(bed, elder.id(), elder.isEligible(), elder.known().movedAt(),
                elder.known().diedOn(), revision);
    }
}
