package org.chongshan.treasury;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers the treasury's rules take from the policy. */
public enum TreasuryParameter implements Parameter {
    /** Days from an order to its receipt. */
    PAYMENT_RECEIPT_DAYS;

    @Override
    public Programme programme() {
        return Programme.TREASURY;
    }
}
