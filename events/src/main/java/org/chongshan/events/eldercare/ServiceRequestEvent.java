package org.chongshan.events.eldercare;

import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Checked;
import org.chongshan.events.Confidential;
import org.chongshan.events.Fault;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a service (服务工单) accepts, in its closed loop 受理-派单-办理-答复-回访-评价.
 */
public sealed interface ServiceRequestEvent extends EldercareEvent {
    /** Id of the request it concerns. */
    String request();

    /**
     * Somebody asks for a service.
     *
     * @param channel   how; a seat or an officer accepts it by writing it down, what a kiosk or an app takes is accepted later
     * @param call      id of the call it was asked for in; null when it was not, and always unless by the hotline
     * @param elder     whom it is for; null when that is nobody in the books
     * @param place     id of the community the elder lives in, as a home visit is booked by; null when it is not known
     * @param emergency whether somebody has to come at once
     * @param need      what is asked for, 2 to 500 characters
     */
    @PostedBy({Role.DESK, Role.GRID, Role.STATION, Role.STREET, Role.DISTRICT})
    record ServiceRequested(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String request,
            BookingChannel channel, @Nullable @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String call,
            @Nullable @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder, @Nullable @Id String place,
            boolean emergency, @Size(min = 2, max = 500) Personal need) implements ServiceRequestEvent, Checked {
        @Override
        public Stream<Fault> faults() {
            return call != null && channel != BookingChannel.HOTLINE
                    ? Stream.of(
                            new Fault("/call", Fault.Code.UNKNOWN_PROPERTY, "stands with the channel HOTLINE alone"))
                    : Stream.empty();
        }
    }

    /**
     * What a kiosk or an app took is accepted (受理).
     */
    @PostedBy({Role.DESK, Role.STREET, Role.DISTRICT})
    record ServiceAccepted(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String request) implements ServiceRequestEvent {}

    /**
     * Somebody is to handle it (派单).
     *
     * @param to id of the organisation, station or office
     */
    @PostedBy({Role.DESK, Role.STREET, Role.DISTRICT})
    record ServiceDispatched(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String request,
            @Id String to) implements ServiceRequestEvent {}

    /**
     * Whoever was to handle it gives it back: it is not theirs (退单).
     *
     * @param by      id of the organisation, station or office it was dispatched to
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.ORGANISATION, Role.STATION, Role.STREET, Role.AGENCY})
    record ServiceReturned(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String request, @Id String by,
            @Size(min = 2, max = 500) Confidential grounds) implements ServiceRequestEvent {}

    /**
     * It is handled (办理).
     *
     * @param by      id of the organisation, station or office it was dispatched to
     * @param outcome what was done, 2 to 500 characters
     */
    @PostedBy({Role.ORGANISATION, Role.STATION, Role.STREET, Role.AGENCY})
    record ServiceHandled(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String request, @Id String by,
            @Size(min = 2, max = 500) Personal outcome) implements ServiceRequestEvent {}

    /**
     * Whoever asked was told what was done (答复).
     */
    @PostedBy({Role.DESK, Role.ORGANISATION, Role.STATION, Role.STREET, Role.DISTRICT})
    record RequesterAnswered(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String request) implements ServiceRequestEvent {}

    /**
     * Whoever asked was asked whether it helped (回访), by somebody else than who handled it.
     *
     * @param solved      whether it did; otherwise it is opened again
     * @param observation in the caller's words, at most 500 characters
     */
    @PostedBy({Role.DESK, Role.STREET, Role.DISTRICT})
    record RequesterFollowedUp(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String request, boolean solved,
            @Size(max = 500) Personal observation) implements ServiceRequestEvent {}

    /**
     * Whoever asked rated it (评价).
     *
     * @param stars 1 to 5
     */
    @PostedBy({Role.DESK})
    record ServiceRated(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String request,
            @Min(1) @Max(5) int stars) implements ServiceRequestEvent {}

    /**
     * Whoever asked does not want it any more.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.DESK, Role.STREET, Role.DISTRICT})
    record ServiceWithdrawn(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String request,
            @Size(min = 2, max = 500) Confidential grounds) implements ServiceRequestEvent {}

    /**
     * Hardship of a household was heard while somebody asked: relief looks at it at once.
     *
     * @param household in the bureau's books
     */
    @PostedBy({Role.DESK, Role.STREET, Role.DISTRICT})
    record HardshipHeard(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String request,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household, Plight plight) implements ServiceRequestEvent {}

    /**
     * Harm to a child was heard while somebody asked: its station learns of it at once (强制报告).
     *
     * @param child       id of the child
     * @param observation what the station has to know, at most 500 characters
     */
    @PostedBy({Role.DESK, Role.STREET, Role.DISTRICT})
    record HarmToChildHeard(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String request,
            @Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String child, ChildHarm harm,
            @Size(max = 500) Personal observation) implements ServiceRequestEvent {}
}
