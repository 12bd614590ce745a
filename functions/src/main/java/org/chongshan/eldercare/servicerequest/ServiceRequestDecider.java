package org.chongshan.eldercare.servicerequest;

import java.time.Duration;
import java.util.Set;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Term;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.eldercare.servicerequest.ServiceRequest.Asked;
import org.chongshan.eldercare.servicerequest.ServiceRequest.Due;
import org.chongshan.eldercare.servicerequest.Step.Kind;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.BookingChannel;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitBooked;
import org.chongshan.events.eldercare.ServiceRequestEvent;
import org.chongshan.events.eldercare.ServiceRequestEvent.HardshipHeard;
import org.chongshan.events.eldercare.ServiceRequestEvent.HarmToChildHeard;
import org.chongshan.events.eldercare.ServiceRequestEvent.RequesterAnswered;
import org.chongshan.events.eldercare.ServiceRequestEvent.RequesterFollowedUp;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceAccepted;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceDispatched;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceHandled;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceRated;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceRequested;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceReturned;
import org.chongshan.events.eldercare.ServiceRequestEvent.ServiceWithdrawn;
import org.chongshan.events.eldercare.ServiceRequestNotice.ChildHarmHeard;
import org.chongshan.events.eldercare.ServiceRequestNotice.EmergencyStepOverdue;
import org.chongshan.events.eldercare.ServiceRequestNotice.EmergencyWithoutAddress;
import org.chongshan.events.eldercare.ServiceRequestNotice.HouseholdHardshipHeard;
import org.chongshan.events.eldercare.ServiceRequestNotice.ServiceStepOverdue;
import org.jspecify.annotations.Nullable;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.servicerequest.ServiceRequestRule.*;

/**
 * Requests for a service, in their closed loop: each step in its time, given back by whom it was dispatched to, opened again
 * when it did not help. An emergency books a visit at once; hardship and harm that are heard do not wait for the loop.
 */
public record ServiceRequestDecider() implements Decider<ServiceRequest, ServiceRequestEvent> {
    /** The item of the catalogue an emergency is visited for. */
    static final String EMERGENCY_ITEM = "emergency-call-response";

    @Override
    public String idOf(ServiceRequestEvent event) {
        return event.request();
    }

    @Override
    public Decision<ServiceRequest> begin(String id, ServiceRequestEvent event, Context context) {
        var begun = ServiceRequest.heardOf(id, context.subdistrict());
        return switch (event) {
            case ServiceRequested requested -> ask(begun, requested, context);
            case HardshipHeard heard -> hear(begun, heard, context);
            case HarmToChildHeard heard -> hear(begun, heard);
            case ServiceRequestEvent _ -> early(REQUEST_UNKNOWN);
        };
    }

    @Override
    public Decision<ServiceRequest> decide(ServiceRequest request, ServiceRequestEvent event, Context context) {
        return switch (event) {
            case ServiceRequested _ when request.asked() != null -> refuse(ASKED_ONCE);
            case ServiceRequested requested -> ask(request, requested, context);
            case HardshipHeard heard -> hear(request, heard, context);
            case HarmToChildHeard heard -> hear(request, heard);
            case ServiceRequestEvent _ when request.steps().size() >= ServiceRequest.MOST_STEPS ->
                refuse(TOO_MANY_STEPS);
            case ServiceAccepted _ ->
                step(request, Kind.ACCEPT, null, true, 0, dispatchBy(context), soon(context), context);
            case ServiceDispatched dispatched -> step(request, Kind.DISPATCH, dispatched.to(), true, 0,
                    inWorkingDays(EldercareParameter.REQUEST_HANDLING_WORKING_DAYS, context),
                    inHours(EldercareParameter.EMERGENCY_HANDLING_HOURS, context), context);
            case ServiceReturned returned ->
                step(request, Kind.GIVE_BACK, returned.by(), true, 0, dispatchBy(context), soon(context), context);
            case ServiceHandled handled -> step(request.outcome(context.fact(handled.outcome())), Kind.HANDLE,
                    handled.by(), true, 0, inWorkingDays(EldercareParameter.REQUEST_ANSWER_WORKING_DAYS, context),
                    inWorkingDays(EldercareParameter.REQUEST_ANSWER_WORKING_DAYS, context), context);
            case RequesterAnswered _ -> step(request, Kind.ANSWER, null, true, 0,
                    inWorkingDays(EldercareParameter.REQUEST_FOLLOW_UP_WORKING_DAYS, context),
                    inWorkingDays(EldercareParameter.REQUEST_FOLLOW_UP_WORKING_DAYS, context), context);
            case RequesterFollowedUp _ when isByTheHandler(request, context) -> refuse(HANDLER_DOES_NOT_FOLLOW_UP);
            case RequesterFollowedUp followedUp when followedUp.solved() -> {
                var rateBy = context.received()
                        .plus(Duration.ofDays(context.policy().value(EldercareParameter.REQUEST_RATING_DAYS)));
                yield step(request, Kind.FOLLOW_UP, null, true, 0, Term.at(rateBy), Term.at(rateBy), context);
            }
            case RequesterFollowedUp _ ->
                step(request, Kind.FOLLOW_UP, null, false, 0, dispatchBy(context), soon(context), context);
            case ServiceRated rated -> step(request, Kind.RATE, null, true, rated.stars(), null, null, context);
            case ServiceWithdrawn _ -> step(request, Kind.WITHDRAW, null, true, 0, null, null, context);
        };
    }

    @Override
    public Become<ServiceRequest> reached(ServiceRequest request, Deadline deadline, Context context) {
        return switch ((Due) deadline) {
            case STEP -> {
                var told = Decision.<ServiceRequest>become(request.told(context.time()), STEP_OVERDUE)
                        .emit(new ServiceStepOverdue(request.id(), request.nextStep(), context.time()));
                yield request.isEmergency()
                        ? told.emit(new EmergencyStepOverdue(request.id(), request.nextStep(), context.time()))
                        : told;
            }
            case RATING -> become(request.told(context.time()), NOT_RATED);
        };
    }

    private static Decision<ServiceRequest> ask(ServiceRequest request, ServiceRequested requested, Context context) {
        if (context.role() != Role.SYSTEM
                && (context.role() == Role.DESK) == (requested.channel() == BookingChannel.STAFF)) {
            return refuse(CHANNEL_IS_THE_SENDERS);
        }
        var isRead = requested.channel() == BookingChannel.HOTLINE || requested.channel() == BookingChannel.STAFF;
        var nextBy = requested.emergency()
                ? soon(context)
                : isRead ? dispatchBy(context) : inHours(EldercareParameter.REQUEST_ACCEPTANCE_HOURS, context);
        var asked = new Asked(context.time(), requested.channel(), requested.call(), requested.elder(),
                requested.place(), requested.emergency(), requested.need(), nextBy,
                context.policy().value(EldercareParameter.REQUEST_RETURNS));
        Become<ServiceRequest> decision = become(request.asked(context.subdistrict(), asked),
                isRead ? WRITTEN_DOWN : ASKED_AT_A_MACHINE);
        return requested.emergency() ? decision.and(send(decision.state(), asked, context)) : decision;
    }

    /** Somebody comes, wherever the elder's home is known. */
    private static Become<ServiceRequest> send(ServiceRequest request, Asked asked, Context context) {
        var elder = asked.elder();
        var place = asked.place();
        if (elder == null || place == null) {
            return Decision.<ServiceRequest>become(request, NOWHERE_TO_GO)
                    .emit(new EmergencyWithoutAddress(request.id()));
        }
        var policy = context.policy();
        var at = context.received()
                .plus(Duration.ofMinutes(policy.value(EldercareParameter.EMERGENCY_ARRIVAL_MINUTES)));
        return Decision.<ServiceRequest>become(request, VISIT_BOOKED)
                .emit(new HomeVisitBooked(request.id() + ".visit", elder, asked.channel(), Set.of(EMERGENCY_ITEM), at,
                        Math.toIntExact(policy.value(EldercareParameter.VISIT_MINUTES)), place));
    }

    private static Decision<ServiceRequest> hear(ServiceRequest request, HardshipHeard heard, Context context) {
        return Decision.<ServiceRequest>become(request.hardshipHeard(), HARDSHIP_HEARD)
                .emit(new HouseholdHardshipHeard(request.id(), heard.household(), heard.plight(), context.time()));
    }

    private static Decision<ServiceRequest> hear(ServiceRequest request, HarmToChildHeard heard) {
        return Decision.<ServiceRequest>become(request.harmHeard(), HARM_HEARD)
                .emit(new ChildHarmHeard(request.id(), heard.child(), heard.harm(), heard.observation()));
    }

    private static boolean isByTheHandler(ServiceRequest request, Context context) {
        var now = context.fact(new Step(Kind.FOLLOW_UP, null, true, 0, context.actor(), null, null));
        return request.courseAt(now).isHandler(context.actor());
    }

    private static Decision<ServiceRequest> step(ServiceRequest request, Kind kind, @Nullable String party,
            boolean solved, int stars, @Nullable Term nextBy, @Nullable Term emergencyNextBy, Context context) {
        var fact = context.fact(new Step(kind, party, solved, stars, context.actor(), nextBy, emergencyNextBy));
        var after = request.with(fact);
        if (after.course().counted().contains(context.event())) {
            return become(after, switch (kind) {
                case GIVE_BACK -> GIVEN_BACK;
                case FOLLOW_UP -> solved ? TAKEN : OPENED_AGAIN;
                case RATE -> RATED;
                case WITHDRAW -> WITHDRAWN;
                case ACCEPT, DISPATCH, HANDLE, ANSWER -> TAKEN;
            });
        }
        var course = after.courseAt(fact);
        if (kind == Kind.GIVE_BACK && course.isWith(party)) {
            return become(after, GIVEN_BACK_TOO_OFTEN);
        }
        return become(after,
                party != null && course.status() == ServiceRequest.Status.DISPATCHED
                        ? NOT_DISPATCHED_TO_THEM
                        : OUT_OF_TURN);
    }

    /** Whoever must act has the time from when the platform knows. */
    private static Term inHours(EldercareParameter hours, Context context) {
        return Term.at(context.received().plus(Duration.ofHours(context.policy().value(hours))));
    }

    private static Term inWorkingDays(EldercareParameter days, Context context) {
        return context.term(context.received(), context.policy().value(days));
    }

    private static Term dispatchBy(Context context) {
        return inHours(EldercareParameter.REQUEST_DISPATCH_HOURS, context);
    }

    private static Term soon(Context context) {
        return Term.at(context.received()
                .plus(Duration.ofMinutes(context.policy().value(EldercareParameter.EMERGENCY_STEP_MINUTES))));
    }
}
