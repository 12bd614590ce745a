package org.chongshan.relief.payment;

import java.time.Instant;

import org.chongshan.core.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one claim, and the cashier's register: what stands {@code ordered} is to be paid.
 *
 * @param id        the claim: household, cause, year
 * @param amountFen fen
 * @param attempts  how often it was ordered
 * @param reference of the receipt; null before there is one
 */
record Payment(String id, String subdistrict, Status status, String reliefCase, String fund, String household,
        long amountFen, int attempts, @Nullable String reference, @Nullable Instant paidAt) implements Aggregate {

    /** What became of the order. */
    enum Status implements org.chongshan.core.Status {
        /** On the cashier's list. */
        ORDERED(Sight.LIST),
        PAID(Sight.ENDED),
        /** The case it was ordered for has it again. */
        FAILED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    Payment receipt(Status outcome, String voucher, @Nullable Instant at) {
        return new Payment(id, subdistrict, outcome, reliefCase, fund, household, amountFen, attempts, voucher, at);
    }
}
