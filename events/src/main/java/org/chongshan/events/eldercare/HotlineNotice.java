package org.chongshan.events.eldercare;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * What the hotline states: to its exchange, and to whoever looks after it.
 */
public sealed interface HotlineNotice extends EldercareEvent {
    /**
     * A call is offered to a seat: it rings there.
     *
     * @param until when it stops, and the call is offered to another
     */
    record SeatRung(@Id String hotline, @Id String call, @Id String seat, boolean emergency,
            Instant until) implements HotlineNotice {}

    /**
     * A seat that is open did not answer so often that it is offered no call any more.
     */
    record SeatUnattended(@Id String hotline, @Id String seat) implements HotlineNotice {}

    /**
     * A seat has been in one call for long.
     *
     * @param since when it answered
     */
    record SeatStuck(@Id String hotline, @Id String seat, @Id String call, Instant since) implements HotlineNotice {}

    /**
     * An emergency is over and nobody answered: the caller hung up or had waited too long. Somebody on duty hears of it.
     *
     * @param overAt when the caller hung up or was told to wait no longer
     */
    record EmergencyUnanswered(@Id String hotline, @Id String call, Instant overAt) implements HotlineNotice {}

    /**
     * Nobody called back in time whoever had an emergency. Somebody on duty hears of it.
     *
     * @param dueBy when somebody was to
     */
    record EmergencyNotCalledBack(@Id String callback, Instant dueBy) implements HotlineNotice {}

    /**
     * Nobody called back in time.
     *
     * @param dueBy when somebody was to
     */
    record CallbackOverdue(@Id String callback, boolean emergency, Instant dueBy) implements HotlineNotice {}
}
