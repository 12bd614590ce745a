package org.chongshan.relief.lead;

import java.time.Instant;

import org.chongshan.core.Aggregate;
import org.chongshan.events.Confidential;
import org.chongshan.events.relief.Hardship;
import org.jspecify.annotations.Nullable;

/**
 * A hardship lead (线索).
 *
 * @param subdistrict     null before it is reported
 * @param status          {@code reported}, {@code relief-asked}, {@code referred}, {@code closed} or {@code relieved}
 * @param observedAt      when the hardship was noticed
 * @param grounds         of the triage
 * @param minutesToRelief from noticed to paid, minutes
 */
record Lead(String id, @Nullable String subdistrict, String status, @Nullable String household,
        @Nullable Hardship hardship, @Nullable Instant observedAt, @Nullable Confidential grounds,
        @Nullable Long minutesToRelief) implements Aggregate {

    Lead triaged(String outcome, Confidential why) {
        return new Lead(id, subdistrict, outcome, household, hardship, observedAt, why, minutesToRelief);
    }

    Lead relieved(long minutes) {
        return new Lead(id, subdistrict, "relieved", household, hardship, observedAt, grounds, minutes);
    }

    @Override
    public String rank() {
        return observedAt == null ? "" : observedAt.toString();
    }
}
