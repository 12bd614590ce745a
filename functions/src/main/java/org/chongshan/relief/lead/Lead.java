package org.chongshan.relief.lead;

import java.time.Instant;

import org.chongshan.core.Aggregate;
import org.chongshan.events.Confidential;
import org.chongshan.events.relief.Hardship;
import org.jspecify.annotations.Nullable;

/**
 * A hardship lead (线索).
 *
 * @param observedAt      when the hardship was noticed
 * @param grounds         of the triage; null before it
 * @param minutesToRelief from noticed to paid, minutes; null before relief arrived
 */
record Lead(String id, String subdistrict, Status status, String household, Hardship hardship, Instant observedAt,
        @Nullable Confidential grounds, @Nullable Long minutesToRelief) implements Aggregate {

    /** How far it is. */
    enum Status implements org.chongshan.core.Status {
        REPORTED(Sight.LIST),
        RELIEF_ASKED(Sight.LIST),
        REFERRED(Sight.ENDED),
        CLOSED(Sight.ENDED),
        RELIEVED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    Lead triaged(Status outcome, Confidential why) {
        return new Lead(id, subdistrict, outcome, household, hardship, observedAt, why, minutesToRelief);
    }

    Lead relieved(long minutes) {
        return new Lead(id, subdistrict, Status.RELIEVED, household, hardship, observedAt, grounds, minutes);
    }

    @Override
    public String rank() {
        return observedAt.toString();
    }
}
