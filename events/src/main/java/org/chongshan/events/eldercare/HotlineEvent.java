package org.chongshan.events.eldercare;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a hotline (服务热线) accepts.
 */
public sealed interface HotlineEvent extends EldercareEvent {
    /** Id of the hotline it concerns. */
    String hotline();

    /**
     * A hotline is in service.
     *
     * @param number that is dialled, 3 to 20 digits and hyphens
     */
    @PostedBy({Role.DISTRICT})
    record HotlineOpened(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Pattern(regexp = "^[0-9-]{3,20}$") String number) implements HotlineEvent {}

    /**
     * A hotline is out of service for good.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.DISTRICT})
    record HotlineClosed(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Size(min = 2, max = 500) Confidential grounds) implements HotlineEvent {}

    /**
     * Somebody sits at a seat and takes calls from now on; after a call, before wrap-up is over: is ready again.
     */
    @PostedBy({Role.DESK, Role.DISTRICT})
    record SeatOpened(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Id String seat) implements HotlineEvent {}

    /**
     * A seat takes no calls for a while; a call it holds goes on.
     */
    @PostedBy({Role.DESK, Role.DISTRICT})
    record SeatPaused(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Id String seat) implements HotlineEvent {}

    /**
     * Nobody sits at a seat any more; a call it holds goes on.
     */
    @PostedBy({Role.DESK, Role.DISTRICT})
    record SeatClosed(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Id String seat) implements HotlineEvent {}

    /**
     * Somebody calls and waits.
     *
     * @param call      id given by the exchange
     * @param caller    the number to call back; null when it is withheld
     * @param emergency whether the caller chose so in the menu
     */
    @PostedBy({Role.DESK})
    record CallArrived(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String call,
            @Nullable @Size(min = 3, max = 30) Personal caller, boolean emergency) implements HotlineEvent {}

    /**
     * A seat knows that a call is an emergency.
     */
    @PostedBy({Role.DESK})
    record CallMarkedEmergency(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String call) implements HotlineEvent {}

    /**
     * The exchange gave up ringing a seat that did not answer.
     */
    @PostedBy({Role.DESK})
    record RingUnanswered(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String call, @Id String seat) implements HotlineEvent {}

    /**
     * A seat answered a call.
     */
    @PostedBy({Role.DESK})
    record CallAnswered(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String call, @Id String seat) implements HotlineEvent {}

    /**
     * A call that was answered is over.
     */
    @PostedBy({Role.DESK, Role.DISTRICT})
    record CallEnded(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String call) implements HotlineEvent {}

    /**
     * The caller hung up before anybody answered.
     */
    @PostedBy({Role.DESK})
    record CallAbandoned(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String hotline,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String call) implements HotlineEvent {}
}
