package org.chongshan.events.eldercare;

import java.time.Instant;
import java.util.SortedSet;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * What home visits and settlements state: to officers, and to the treasury.
 */
public sealed interface HomeVisitNotice extends EldercareEvent {
    /**
     * Nobody came in time: another carer is to be found.
     *
     * @param dueBy when somebody was to be there
     */
    record HomeVisitOverdue(@Id String visit, @Id String elder, Instant dueBy) implements HomeVisitNotice {}

    /**
     * Somebody came and has not gone for long.
     */
    record CheckOutMissing(@Id String visit, @Id String elder, Instant dueBy) implements HomeVisitNotice {}

    /**
     * A visit that has taken place does not count yet, days later.
     */
    record HomeVisitUnverified(@Id String visit, @Id String elder, Instant dueBy) implements HomeVisitNotice {}

    /**
     * Nobody reviewed a dispute in time.
     */
    record DisputeReviewOverdue(@Id String visit, @Id String elder, Instant dueBy) implements HomeVisitNotice {}

    /**
     * A month is closed and its sum is to be confirmed.
     */
    record SettlementClosed(@Id String settlement, @Id String provider,
            @Min(1) long amountFen) implements HomeVisitNotice {}

    /**
     * Nobody confirmed a settlement in time.
     */
    record SettlementConfirmationOverdue(@Id String settlement, @Id String provider,
            Instant dueBy) implements HomeVisitNotice {}

    /**
     * A provider is to be paid for a month.
     *
     * @param claim     what is paid at most once
     * @param account   the budget that bears it
     * @param decidedBy token subjects of those who confirmed it
     */
    record SettlementPaymentOrdered(@Id String settlement, @Id String claim, @Id String provider,
            @Min(1) long amountFen, @Id String account, SortedSet<String> decidedBy) implements HomeVisitNotice {}
}
