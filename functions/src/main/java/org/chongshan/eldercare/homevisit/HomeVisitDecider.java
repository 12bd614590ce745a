package org.chongshan.eldercare.homevisit;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.Catalogue;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.eldercare.homevisit.Asking.Answer;
import org.chongshan.eldercare.homevisit.HomeVisit.Booking;
import org.chongshan.eldercare.homevisit.HomeVisit.Charge;
import org.chongshan.eldercare.homevisit.HomeVisit.Doubts;
import org.chongshan.eldercare.homevisit.HomeVisit.Due;
import org.chongshan.eldercare.homevisit.HomeVisit.Entitlement;
import org.chongshan.eldercare.homevisit.HomeVisit.Plan;
import org.chongshan.eldercare.homevisit.HomeVisit.Sighting;
import org.chongshan.eldercare.homevisit.HomeVisit.Stated;
import org.chongshan.eldercare.homevisit.HomeVisit.Status;
import org.chongshan.eldercare.homevisit.Recorded.Report;
import org.chongshan.eldercare.homevisit.Said.Confirmation;
import org.chongshan.eldercare.homevisit.Said.Dispute;
import org.chongshan.eldercare.homevisit.Said.FollowUp;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.AdjustmentReason;
import org.chongshan.events.eldercare.BookingChannel;
import org.chongshan.events.eldercare.CareSettlementEvent.VisitCharged;
import org.chongshan.events.eldercare.CareSettlementEvent.VisitTakenOff;
import org.chongshan.events.eldercare.CarerEvent.CarerConfirmed;
import org.chongshan.events.eldercare.CarerEvent.CarerHoldRequested;
import org.chongshan.events.eldercare.CarerEvent.CarerReleased;
import org.chongshan.events.eldercare.CarerEvent.CarerSighted;
import org.chongshan.events.eldercare.CheckKind;
import org.chongshan.events.eldercare.DisputeOutcome;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitNotMade;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitStruck;
import org.chongshan.events.eldercare.ElderEvent.HomeVisitVerified;
import org.chongshan.events.eldercare.ElderEvent.VisitEntitlementAsked;
import org.chongshan.events.eldercare.HomeVisitEvent;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHeld;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHoldLapsed;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerRefused;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerUnavailable;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedIn;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedOut;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitAssigned;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitBooked;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitCancelled;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitCompleted;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitConfirmed;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitDisputed;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitFollowedUp;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitMoved;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitVoided;
import org.chongshan.events.eldercare.HomeVisitEvent.TimesAdjusted;
import org.chongshan.events.eldercare.HomeVisitEvent.TimesAdjustmentDecided;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitDisputeResolved;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitDoubtsFound;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitEntitlementStated;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitExceptionCleared;
import org.chongshan.events.eldercare.HomeVisitNotice.CheckOutMissing;
import org.chongshan.events.eldercare.HomeVisitNotice.DisputeReviewOverdue;
import org.chongshan.events.eldercare.HomeVisitNotice.HomeVisitOverdue;
import org.chongshan.events.eldercare.HomeVisitNotice.HomeVisitUnverified;
import org.chongshan.events.eldercare.ItemReport;
import org.chongshan.events.eldercare.Qualification;
import org.chongshan.events.eldercare.VisitNotMade;
import org.chongshan.events.eldercare.VoidedBecause;
import org.jspecify.annotations.Nullable;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.homevisit.HomeVisitRule.*;

/**
 * Home visits: a carer is found and held, the visit is recorded by whoever came and confirmed by whoever was visited, and each
 * word of either is weighed anew. Whatever changes what counts is stated: to the elder's record, to the provider's settlement
 * and to the carer's record, each statement numbered.
 */
public record HomeVisitDecider() implements Decider<HomeVisit, HomeVisitEvent> {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    private static final int SECONDS_A_MINUTE = 60;

    @Override
    public String idOf(HomeVisitEvent event) {
        return event.visit();
    }

    @Override
    public Decision<HomeVisit> begin(String id, HomeVisitEvent event, Context context) {
        return event instanceof HomeVisitBooked booked ? book(id, booked, context) : early(VISIT_UNKNOWN);
    }

    @Override
    public Decision<HomeVisit> decide(HomeVisit visit, HomeVisitEvent event, Context context) {
        return switch (event) {
            case HomeVisitBooked _ -> refuse(BOOKED_ONCE);

            case CarerHeld held -> held(visit, held, context);
            case CarerRefused refused -> notFound(visit, refused.asking(), Answer.REFUSED, context);
            case CarerHoldLapsed lapsed -> notFound(visit, lapsed.asking(), Answer.LAPSED, context);
            case CarerUnavailable gone -> notFound(visit, gone.asking(), Answer.UNAVAILABLE, context);
            case VisitDoubtsFound found -> doubt(visit, found, context);
            case VisitEntitlementStated said -> entitle(visit, said, context);

            case HomeVisitEvent _ when visit.status() == Status.VOIDED || visit.status() == Status.STRUCK ->
                refuse(NOT_AT_THIS_POINT);
            case HomeVisitMoved _,HomeVisitAssigned _ when visit.status() == Status.CANCELLED ->
                refuse(NOT_AT_THIS_POINT);
            case HomeVisitMoved _,HomeVisitAssigned _ when visit.hasBegun() -> refuse(HAS_BEGUN);
            case HomeVisitMoved moved -> move(visit, moved, context);
            case HomeVisitAssigned assigned -> assign(visit, assigned.carer(), context);

            case CheckedIn in -> checkIn(visit, in, context);
            case CheckedOut out -> checkOut(visit, out, context);
            case HomeVisitCompleted completed -> report(visit, completed, context);
            case TimesAdjusted adjusted -> adjust(visit, adjusted, context);
            case TimesAdjustmentDecided decided -> decideAdjustment(visit, decided, context);

            case HomeVisitConfirmed confirmed -> confirm(visit, confirmed, context);
            case HomeVisitDisputed disputed -> dispute(visit, disputed, context);
            case VisitDisputeResolved resolved -> resolve(visit, resolved, context);
            case HomeVisitCancelled cancelled -> cancel(visit, cancelled, context);
            case HomeVisitVoided voided -> settled(visit.voided(voided.reason()), VOIDED, context);
            case VisitExceptionCleared cleared -> clear(visit, cleared, context);
            case HomeVisitFollowedUp called ->
                isByHand(visit,
                        context)
                                ? refuse(DUTIES_APART)
                                : settled(
                                        visit.said(visit.said()
                                                .followedUp(context.fact(new FollowUp(called.rating(),
                                                        called.observation(), context.actor())))),
                                        FOLLOWED_UP, context);
        };
    }

    @Override
    public Become<HomeVisit> reached(HomeVisit visit, Deadline deadline, Context context) {
        var due = (Due) deadline;
        var by = context.time();
        var told = visit.told(visit.told().of(due, by));
        var elder = visit.booking().elder();
        return switch (due) {
            case WINDOW -> settled(letGo(told), WINDOW_MISSED, context).emit(released(visit))
                    .emit(new HomeVisitOverdue(visit.id(), elder, by));
            case CHECK_OUT -> settled(told, CHECK_OUT_MISSED, context).emit(new CheckOutMissing(visit.id(), elder, by));
            case VERIFICATION ->
                settled(told, NOT_VERIFIED_IN_TIME, context).emit(new HomeVisitUnverified(visit.id(), elder, by));
            case REVIEW -> settled(told, REVIEW_MISSED, context).emit(new DisputeReviewOverdue(visit.id(), elder, by));
        };
    }

    private static Decision<HomeVisit> book(String id, HomeVisitBooked booked, Context context) {
        var policy = context.policy();
        var isOffice = context.role() != Role.DESK;
        if (context.role() != Role.SYSTEM && isOffice != (booked.channel() == BookingChannel.STAFF)) {
            return refuse(CHANNEL_IS_THE_SENDERS);
        }
        var day = WorkingDays.dayOf(booked.plannedAt());
        if (booked.items().stream().anyMatch(item -> Catalogue.find(policy.tariff(), item, day).isEmpty())) {
            return refuse(ITEM_UNKNOWN);
        }
        if (booked.plannedMinutes() < policy.value(EldercareParameter.VISIT_MINUTES)) {
            return refuse(PLANNED_LONG_ENOUGH);
        }
        var booking = new Booking(booked.elder(), booked.channel(), new TreeSet<>(booked.items()), booked.place(),
                context.actor(), isOfficer(context), policy.value(EldercareParameter.VISIT_GRACE_MINUTES),
                policy.value(EldercareParameter.CHECK_OUT_GRACE_MINUTES),
                policy.value(EldercareParameter.VISIT_CONFIRMATION_DAYS));
        return become(HomeVisit.booked(id, context.subdistrict(), booking,
                context.fact(new Plan(booked.plannedAt(), booked.plannedMinutes()))), BOOKED);
    }

    private static boolean isOfficer(Context context) {
        return context.role() == Role.STREET || context.role() == Role.DISTRICT;
    }

    private static Decision<HomeVisit> move(HomeVisit visit, HomeVisitMoved moved, Context context) {
        var plan = context.fact(new Plan(moved.plannedAt(), moved.plannedMinutes()));
        if (moved.plannedMinutes() < context.policy().value(EldercareParameter.VISIT_MINUTES)) {
            return refuse(PLANNED_LONG_ENOUGH);
        }
        if (plan.isOlderThan(visit.plan())) {
            return become(visit, MOVED_SINCE);
        }
        var open = visit.open();
        var after = visit.moved(plan);
        if (open.isEmpty()) {
            return settled(after, MOVED, context);
        }
        return isAskedOften(visit)
                ? refuse(TOO_MANY_ASKED)
                : ask(after, open.get().carer(), open.get().number(), MOVED, context);
    }

    private static Decision<HomeVisit> assign(HomeVisit visit, String carer, Context context) {
        var open = visit.open();
        if (open.isPresent() && open.get().carer().equals(carer)) {
            return refuse(ASKED_ONCE);
        }
        return isAskedOften(visit)
                ? refuse(TOO_MANY_ASKED)
                : ask(visit, carer, null, ASKED, context).emit(released(visit));
    }

    private static boolean isAskedOften(HomeVisit visit) {
        return visit.askings().size() >= HomeVisit.MOST_ASKINGS;
    }

    private static Become<HomeVisit> ask(HomeVisit visit, String carer, @Nullable Integer instead, HomeVisitRule rule,
            Context context) {
        var plan = visit.plan().value();
        var from = plan.at().isBefore(context.received()) ? context.received() : plan.at();
        var number = visit.askings().size() + 1;
        var asking = new Asking(number, carer, Answer.ASKED,
                from.plus(Duration.ofMinutes(visit.booking().graceMinutes())), null, null);
        return settled(letGo(visit).with(asking), rule, context).emit(new CarerHoldRequested(carer, visit.id(), number,
                instead, plan.at(), plan.until(), visit.booking().place(), required(visit, context)));
    }

    private static SortedSet<Qualification> required(HomeVisit visit, Context context) {
        var day = WorkingDays.dayOf(visit.plan().value().at());
        var required = new TreeSet<Qualification>();
        visit.booking().items().stream().flatMap(item -> Catalogue.find(context.policy().tariff(), item, day).stream())
                .filter(item -> !item.requires().isEmpty())
                .forEach(item -> required.add(Qualification.valueOf(item.requires())));
        return required;
    }

    private static HomeVisit letGo(HomeVisit visit) {
        return visit.open().map(open -> visit.answered(open.number(), Answer.RELEASED)).orElse(visit);
    }

    private static Event[] released(HomeVisit visit) {
        return visit.open().stream().map(open -> new CarerReleased(open.carer(), visit.id(), open.number()))
                .toArray(Event[]::new);
    }

    /** What is known of the carer is kept even when the visit wants somebody else: they may have been there all the same. */
    private static Decision<HomeVisit> held(HomeVisit visit, CarerHeld held, Context context) {
        var asked = visit.numbered(held.asking());
        if (asked.isEmpty() || !asked.get().carer().equals(held.carer())) {
            return refuse(NOT_AT_THIS_POINT);
        }
        var known = visit.with(asked.get().of(held.provider(), held.kind()));
        if (asked.get().answer() != Answer.ASKED || visit.isOver()) {
            return settled(known, CARER_NOT_WANTED, context)
                    .emit(new CarerReleased(held.carer(), visit.id(), held.asking()));
        }
        return settled(known.answered(held.asking(), Answer.HELD), CARER_HELD, context)
                .emit(new CarerConfirmed(held.carer(), visit.id(), held.asking()));
    }

    private static Decision<HomeVisit> notFound(HomeVisit visit, int number, Answer answer, Context context) {
        var asked = visit.numbered(number);
        return asked.isEmpty() || !asked.get().isOpen()
                ? become(visit, CARER_NOT_WANTED)
                : settled(visit.answered(number, answer), CARER_NOT_FOUND, context);
    }

    private static Decision<HomeVisit> doubt(HomeVisit visit, VisitDoubtsFound found, Context context) {
        var known = visit.doubts();
        var isTheirs = visit.stated().sighting() != null && visit.stated().sighting().carer().equals(found.carer());
        return !isTheirs || found.carer().equals(known.carer()) && found.finding() <= known.finding()
                ? become(visit, DOUBTED_SINCE)
                : settled(visit.doubted(new Doubts(found.carer(), found.finding(), found.doubts())), DOUBTED, context);
    }

    private static Decision<HomeVisit> checkIn(HomeVisit visit, CheckedIn in, Context context) {
        if (!isTheirKind(in.kind(), context.role())) {
            return refuse(KIND_IS_THE_SENDERS);
        }
        if (!visit.wasAsked(in.carer())) {
            return refuse(CARER_NOT_ASKED);
        }
        if (visit.recorded().ins().all().size() >= Recorded.MOST_CHECKS) {
            return refuse(TOO_MANY_CHECKS);
        }
        var check = check(in.carer(), in.kind(), in.distanceMetres(), in.accuracyMetres(), context);
        return settled(visit.recorded(visit.recorded().in(context.fact(check))), CHECKED, context);
    }

    private static Decision<HomeVisit> checkOut(HomeVisit visit, CheckedOut out, Context context) {
        if (!isTheirKind(out.kind(), context.role())) {
            return refuse(KIND_IS_THE_SENDERS);
        }
        if (!visit.wasAsked(out.carer())) {
            return refuse(CARER_NOT_ASKED);
        }
        if (visit.recorded().outs().all().size() >= Recorded.MOST_CHECKS) {
            return refuse(TOO_MANY_CHECKS);
        }
        var check = check(out.carer(), out.kind(), out.distanceMetres(), out.accuracyMetres(), context);
        return settled(visit.recorded(visit.recorded().out(context.fact(check))), CHECKED, context);
    }

    private static boolean isTheirKind(CheckKind kind, Role role) {
        return switch (kind) {
            case APP -> role == Role.CARE;
            case TELEPHONE -> role == Role.DESK;
            case STAFF -> role == Role.ORGANISATION || role == Role.STREET;
        };
    }

    private static Check check(String carer, CheckKind kind, @Nullable Integer distance, @Nullable Integer accuracy,
            Context context) {
        var policy = context.policy();
        return new Check(carer, kind, distance, accuracy,
                distance != null && !policy.isWithin(EldercareParameter.CHECK_DISTANCE_METRES, distance),
                accuracy != null && !policy.isWithin(EldercareParameter.CHECK_ACCURACY_METRES, accuracy),
                context.actor(), isOfficer(context), policy.value(EldercareParameter.VISIT_MINUTES),
                policy.value(EldercareParameter.VISIT_FEE_FEN));
    }

    private static Decision<HomeVisit> report(HomeVisit visit, HomeVisitCompleted completed, Context context) {
        var items = completed.items();
        return items.stream().map(ItemReport::item).distinct().count() < items.size()
                ? refuse(ITEM_TWICE)
                : settled(visit.recorded(visit.recorded().reported(context.fact(new Report(items, context.actor())))),
                        REPORTED, context);
    }

    private static Decision<HomeVisit> adjust(HomeVisit visit, TimesAdjusted asked, Context context) {
        var known = visit.recorded().adjustments().all();
        if (!asked.startedAt().isBefore(asked.endedAt())) {
            return refuse(NO_TIME);
        }
        if (asked.reason() == AdjustmentReason.OTHER && asked.memo() == null) {
            return refuse(MEMO_FOR_ANOTHER_REASON);
        }
        if (known.stream().anyMatch(one -> one.value().id().equals(asked.adjustment()))) {
            return refuse(ADJUSTED_ONCE);
        }
        if (known.size() >= Recorded.MOST_ADJUSTMENTS) {
            return refuse(TOO_MANY_ADJUSTMENTS);
        }
        var adjustment = new Adjustment(asked.adjustment(), asked.startedAt(), asked.endedAt(), asked.reason(),
                asked.memo(), context.actor(), isOfficer(context), null, false);
        return settled(visit.recorded(visit.recorded().adjusted(context.fact(adjustment))), ADJUSTMENT_ASKED, context);
    }

    private static Decision<HomeVisit> decideAdjustment(HomeVisit visit, TimesAdjustmentDecided decided,
            Context context) {
        if (visit.recorded().adjustments().all().stream()
                .noneMatch(one -> one.value().id().equals(decided.adjustment()) && one.value().decidedBy() == null)) {
            return refuse(ADJUSTMENT_UNKNOWN);
        }
        return isByHand(visit, context)
                ? refuse(DUTIES_APART)
                : settled(
                        visit.recorded(
                                visit.recorded().decided(decided.adjustment(), context.actor(), decided.approved())),
                        ADJUSTMENT_DECIDED, context).noting("approved", decided.approved());
    }

    /** Whether it is by somebody who had a hand in the visit, and so gains or would judge their own work. */
    private static boolean isByHand(HomeVisit visit, Context context) {
        return Actors.isAmong(context.actor(), visit.recorded().hands());
    }

    private static Decision<HomeVisit> entitle(HomeVisit visit, VisitEntitlementStated said, Context context) {
        var known = visit.entitlement();
        return known != null && known.revision() >= said.revision()
                ? become(visit, ENTITLEMENT_SAID_SINCE)
                : settled(visit.entitled(
                        new Entitlement(said.on(), new TreeSet<>(said.failing()), said.away(), said.revision())),
                        ENTITLEMENT_KNOWN, context);
    }

    private static Decision<HomeVisit> confirm(HomeVisit visit, HomeVisitConfirmed confirmed, Context context) {
        return isByHand(visit,
                context)
                        ? refuse(DUTIES_APART)
                        : settled(
                                visit.said(
                                        visit.said()
                                                .confirmed(context.fact(new Confirmation(confirmed.by(),
                                                        context.actor(), new TreeSet<>(confirmed.items()))))),
                                CONFIRMED, context);
    }

    private static Decision<HomeVisit> dispute(HomeVisit visit, HomeVisitDisputed disputed, Context context) {
        if (visit.status() == Status.CANCELLED) {
            return refuse(NOT_AT_THIS_POINT);
        }
        if (visit.said().dispute() != null) {
            return refuse(DISPUTED_ONCE);
        }
        var reviewBy = context.term(context.received(),
                context.policy().value(EldercareParameter.DISPUTE_REVIEW_WORKING_DAYS));
        return settled(
                visit.said(visit.said().disputed(
                        new Dispute(context.actor(), context.time(), disputed.grounds(), reviewBy, null, null))),
                DISPUTED, context).noting("reviewBy", reviewBy);
    }

    private static Decision<HomeVisit> resolve(HomeVisit visit, VisitDisputeResolved resolved, Context context) {
        var dispute = visit.said().dispute();
        if (dispute == null || dispute.outcome() != null) {
            return refuse(NOT_AT_THIS_POINT);
        }
        if (isByHand(visit, context) || Actors.same(context.actor(), dispute.by())
                || Actors.same(context.actor(), visit.booking().by())) {
            return refuse(DUTIES_APART);
        }
        return settled(visit.said(visit.said().disputed(dispute.resolved(resolved.outcome(), context.actor()))),
                resolved.outcome() == DisputeOutcome.STANDS ? REVIEW_STANDS : REVIEW_STRIKES, context);
    }

    /** It counts unless somebody had come before, which a phone may say later. */
    private static Decision<HomeVisit> cancel(HomeVisit visit, HomeVisitCancelled cancelled, Context context) {
        if (visit.cancelled() != null) {
            return refuse(NOT_AT_THIS_POINT);
        }
        var after = visit.cancelled(context.fact(cancelled.reason()));
        return after.status() == Status.CANCELLED ? settled(after, CANCELLED, context) : refuse(HAS_BEGUN);
    }

    private static Decision<HomeVisit> clear(HomeVisit visit, VisitExceptionCleared cleared, Context context) {
        if (!visit.exceptions().contains(cleared.exception())) {
            return refuse(NO_SUCH_EXCEPTION);
        }
        if (isByHand(visit, context)) {
            return refuse(DUTIES_APART);
        }
        var all = new TreeSet<>(visit.cleared());
        all.add(cleared.exception());
        return settled(visit.cleared(all), EXCEPTION_CLEARED, context);
    }

    /** The visit as it stands after something became known, and everything that is to be told because of it. */
    private static Become<HomeVisit> settled(HomeVisit changed, HomeVisitRule rule, Context context) {
        var events = new ArrayList<Event>();
        var weighed = changed.weighed(Weighed.of(changed, context.policy().tariff()));
        var after = counted(asked(sighted(freed(weighed, events), events), events), events);
        var decided = Decision.<HomeVisit>become(after, rule).emit(events.toArray(Event[]::new));
        var charge = after.stated().charge();
        return Objects.equals(charge, changed.stated().charge())
                ? decided
                : decided.and(become(after, charge == null ? COUNTS_NO_MORE : VERIFIED));
    }

    /** Whoever was to come is free when nothing is to come any more, or somebody else came. */
    private static HomeVisit freed(HomeVisit visit, List<Event> events) {
        var came = visit.recorded().first();
        var open = visit.open();
        var isTheirs = open.isPresent() && came.isPresent() && came.get().value().carer().equals(open.get().carer());
        if (open.isEmpty() || isTheirs || came.isEmpty() && !visit.isOver()) {
            return visit;
        }
        events.add(new CarerReleased(open.get().carer(), visit.id(), open.get().number()));
        return visit.answered(open.get().number(), Answer.RELEASED);
    }

    /** Whoever came is told where they were. */
    private static HomeVisit sighted(HomeVisit visit, List<Event> events) {
        var sighting = sightingOf(visit);
        var stated = visit.stated();
        var known = stated.sighting();
        if (Objects.equals(sighting, known)) {
            return visit;
        }
        var number = stated.sightings();
        var after = visit;
        var place = visit.booking().place();
        if (known != null && (sighting == null || !sighting.carer().equals(known.carer()))) {
            events.add(new CarerSighted(known.carer(), visit.id(), ++number, null, null, place));
            after = after.doubted(Doubts.NONE);
        }
        if (sighting != null) {
            events.add(
                    new CarerSighted(sighting.carer(), visit.id(), ++number, sighting.from(), sighting.until(), place));
        }
        return after.stated(
                new Stated(stated.charge(), stated.notMade(), stated.statements(), sighting, number, stated.asked()));
    }

    /** Whether the elder is entitled is asked as soon as the day of the visit is known, and again when that becomes another. */
    private static HomeVisit asked(HomeVisit visit, List<Event> events) {
        var stated = visit.stated();
        var startedAt = visit.recorded().startedAt();
        var day = startedAt == null ? null : WorkingDays.dayOf(startedAt);
        if (day == null || visit.isOver() || day.equals(stated.asked())) {
            return visit;
        }
        events.add(new VisitEntitlementAsked(visit.booking().elder(), visit.id(), day));
        return visit.stated(new Stated(stated.charge(), stated.notMade(), stated.statements(), stated.sighting(),
                stated.sightings(), day));
    }

    private static @Nullable Sighting sightingOf(HomeVisit visit) {
        var recorded = visit.recorded();
        var from = recorded.startedAt();
        var until = recorded.endedAt();
        return from == null || until == null || visit.status() == Status.VOIDED || visit.status() == Status.CANCELLED
                ? null
                : recorded.first().map(in -> new Sighting(in.value().carer(), from, until)).orElse(null);
    }

    /** Elder and settlement are told what counts, once for each change, the latest with the highest number. */
    private static HomeVisit counted(HomeVisit visit, List<Event> events) {
        var stated = visit.stated();
        var old = stated.charge();
        var charge = visit.status() == Status.VERIFIED ? chargeOf(visit) : null;
        var notMade = charge == null ? notMade(visit) : null;
        var elder = visit.booking().elder();
        var revision = stated.statements();
        if (old != null && !old.equals(charge)) {
            events.add(new HomeVisitStruck(elder, visit.id(), old.provider(), old.startedAt(), ++revision));
            if (old.settlement() != null) {
                events.add(new VisitTakenOff(old.settlement(), old.provider(), visit.id(), old.feeFen()));
            }
        }
        if (charge != null && !charge.equals(old)) {
            events.add(new HomeVisitVerified(elder, visit.id(), charge.provider(), charge.startedAt(), charge.endedAt(),
                    (int) (visit.weighed().seconds() / SECONDS_A_MINUTE), charge.feeFen(), ++revision));
            if (charge.settlement() != null) {
                events.add(new VisitCharged(charge.settlement(), charge.provider(), visit.id(), charge.feeFen(),
                        officers(visit)));
            }
        }
        if (old == null && notMade != null && notMade != stated.notMade()) {
            events.add(new HomeVisitNotMade(elder, visit.id(), from(visit), notMade, ++revision));
        }
        return visit
                .stated(new Stated(charge, notMade, revision, stated.sighting(), stated.sightings(), stated.asked()));
    }

    private static Instant from(HomeVisit visit) {
        var startedAt = visit.recorded().startedAt();
        return startedAt == null ? visit.plan().value().at() : startedAt;
    }

    private static @Nullable Charge chargeOf(HomeVisit visit) {
        var weighed = visit.weighed();
        var provider = weighed.provider();
        var startedAt = weighed.startedAt();
        var endedAt = weighed.endedAt();
        if (provider == null || startedAt == null || endedAt == null) {
            return null;
        }
        var settlement = weighed.feeFen() == 0
                ? null
                : provider + "." + visit.subdistrict() + "." + MONTH.format(startedAt.atZone(WorkingDays.ZONE));
        return new Charge(settlement, provider, weighed.feeFen(), startedAt, endedAt);
    }

    private static SortedSet<String> officers(HomeVisit visit) {
        var officers = visit.recorded().officers();
        if (visit.booking().officer()) {
            officers.add(visit.booking().by());
        }
        return officers;
    }

    private static @Nullable VisitNotMade notMade(HomeVisit visit) {
        return switch (visit.status()) {
            case CANCELLED -> visit.cancelled() == null ? null : switch (visit.cancelled().value()) {
                case NOT_WANTED, IN_HOSPITAL, DIED, BOOKED_TWICE -> VisitNotMade.CANCELLED_BY_ELDER;
                case PROVIDER_UNABLE -> VisitNotMade.CANCELLED_BY_PROVIDER;
                case NO_CARER -> VisitNotMade.NO_CARER;
            };
            case VOIDED ->
                visit.voided() == VoidedBecause.NOT_AT_HOME ? VisitNotMade.NOT_AT_HOME : VisitNotMade.NOT_CARRIED_OUT;
            case STRUCK -> VisitNotMade.STRUCK;
            case UNVERIFIED -> !visit.weighed().passes(VisitTest.LONG_ENOUGH)
                    ? VisitNotMade.TOO_SHORT
                    : visit.weighed().isNotEntitled()
                            ? VisitNotMade.NOT_ENTITLED
                            : visit.weighed().passes(VisitTest.CONFIRMED)
                                    ? VisitNotMade.NOT_VERIFIED
                                    : VisitNotMade.NOT_CONFIRMED;
            case BOOKED, ASSIGNED, OVERDUE, UNDER_WAY, DONE, DISPUTED, VERIFIED -> null;
        };
    }
}
