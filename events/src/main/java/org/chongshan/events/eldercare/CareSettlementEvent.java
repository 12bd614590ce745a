package org.chongshan.events.eldercare;

import java.time.Instant;
import java.util.SortedSet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What the settlement of one provider, subdistrict and month accepts. Its id is {@code <provider>.<subdistrict>.<yyyymm>}.
 */
public sealed interface CareSettlementEvent extends EldercareEvent {
    /** How an id of one is written. */
    String ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9._-]{0,47}\\.[0-9]{9}\\.20[0-9]{2}(0[1-9]|1[0-2])$";

    /** Id of the settlement it concerns. */
    String settlement();

    /**
     * A visit counts, and is to be paid for.
     *
     * @param officers token subjects of officers who had a part in what is charged
     */
    record VisitCharged(@Pattern(regexp = CareSettlementEvent.ID_PATTERN) String settlement,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String provider, @Id String visit, @Min(1) long feeFen,
            SortedSet<String> officers) implements CareSettlementEvent {}

    /**
     * A visit that was charged does not count, or not so.
     */
    record VisitTakenOff(@Pattern(regexp = CareSettlementEvent.ID_PATTERN) String settlement,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String provider, @Id String visit,
            @Min(1) long feeFen) implements CareSettlementEvent {}

    /**
     * More was taken off in an earlier month than was charged there.
     *
     * @param amountFen less than nothing
     */
    record BalanceCarried(@Pattern(regexp = CareSettlementEvent.ID_PATTERN) String settlement,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String provider, @Id String from,
            @Max(-1) long amountFen) implements CareSettlementEvent {}

    /**
     * An officer confirmed the sum of a closed month; it is paid.
     *
     * @param amountFen the sum as the officer saw it
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record SettlementConfirmed(@Pattern(regexp = CareSettlementEvent.ID_PATTERN) String settlement,
            @Min(1) @Max(10_000_000_000L) long amountFen) implements CareSettlementEvent {}

    /**
     * The provider was paid.
     */
    record SettlementPaid(@Pattern(regexp = CareSettlementEvent.ID_PATTERN) String settlement, @Min(1) long amountFen,
            Instant paidAt) implements CareSettlementEvent {}

    /**
     * The provider was not paid, or the money came back.
     */
    record SettlementPaymentFailed(@Pattern(regexp = CareSettlementEvent.ID_PATTERN) String settlement,
            @Min(1) long amountFen) implements CareSettlementEvent {}
}
