package org.chongshan.events.eldercare;

import java.time.Instant;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a callback (未接来电回拨) accepts.
 */
public sealed interface CallbackEvent extends EldercareEvent {
    /** Id of the callback it concerns: the hotline's and the call's, with a dot between them. */
    String callback();

    /**
     * Nobody answered a call: the caller is called back. Of all that is said of one call the highest revision holds.
     *
     * @param caller   the number
     * @param missedAt when the caller hung up or was told to wait no longer
     * @param revision counts what the hotline has heard of the call
     */
    record CallbackOwed(@Id String callback, @Id String hotline, @Id String call, Personal caller, boolean emergency,
            Instant missedAt, @Min(1) long revision) implements CallbackEvent {}

    /**
     * The call was answered after all, as was heard late.
     *
     * @param revision counts what the hotline has heard of the call
     */
    record CallbackNotOwed(@Id String callback, @Id String hotline, @Id String call,
            @Min(1) long revision) implements CallbackEvent {}

    /**
     * A seat called back, and nobody answered.
     */
    @PostedBy({Role.DESK})
    record CallbackAttempted(@Id String callback, @Id String seat) implements CallbackEvent {}

    /**
     * A seat called back and spoke with the caller.
     */
    @PostedBy({Role.DESK})
    record CallbackMade(@Id String callback, @Id String seat) implements CallbackEvent {}
}
