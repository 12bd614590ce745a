package org.chongshan.marriage.party;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Facts;

/**
 * Somebody who applied for divorce, known by the blind index of the identity number.
 *
 * @param applications numbers of the receipts, as of the days they were given
 */
record Applicant(String id, String subdistrict, Facts<String> applications) implements Aggregate {

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        /** It is looked up, and nothing is to be done. */
        KNOWN;

        @Override
        public Sight sight() {
            return Sight.ENDED;
        }
    }

    @Override
    public Status status() {
        return Status.KNOWN;
    }
}
