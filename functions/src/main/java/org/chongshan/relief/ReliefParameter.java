package org.chongshan.relief;

import org.chongshan.core.Parameter;
import org.chongshan.core.Programme;

/** The numbers relief's rules take from the policy. */
enum ReliefParameter implements Parameter {
    /** Hours from request to payment. */
    URGENT_RELIEF_HOURS,
    /** Working days from payment to the papers. */
    RETROACTIVE_FILING_WORKING_DAYS;

    @Override
    public Programme programme() {
        return Programme.RELIEF;
    }
}
