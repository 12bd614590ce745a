package org.chongshan.relief.payment;

import java.time.Instant;

import org.chongshan.core.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one claim, and the cashier's register: what stands {@code ordered} is to be paid.
 *
 * @param id          the claim: household, cause, year
 * @param subdistrict null before it is ordered
 * @param status      {@code none}, {@code ordered}, {@code paid} or {@code failed}
 * @param amountFen   fen
 * @param attempts    how often it was ordered
 * @param reference   of the receipt
 */
record Payment(String id, @Nullable String subdistrict, String status, @Nullable String reliefCase,
        @Nullable String fund, @Nullable String household, long amountFen, int attempts, @Nullable String reference,
        @Nullable Instant paidAt) implements Aggregate {

    Payment receipt(String outcome, String voucher, @Nullable Instant at) {
        return new Payment(id, subdistrict, outcome, reliefCase, fund, household, amountFen, attempts, voucher, at);
    }
}
