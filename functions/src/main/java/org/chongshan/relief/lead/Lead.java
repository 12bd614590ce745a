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
 * @param cases           how many relief cases it has become
 * @param returnsAhead    payments of which it was heard that they came back and not yet that they had arrived
 */
record Lead(String id, String subdistrict, Status status, String household, Hardship hardship, Instant observedAt,
        @Nullable Confidential grounds, @Nullable Long minutesToRelief, int cases,
        int returnsAhead) implements Aggregate {

    /** How far it is. */
    enum Status implements org.chongshan.core.Status {
        REPORTED(Sight.LIST),
        RELIEF_ASKED(Sight.LIST),
        /** Its case brought no relief; somebody looks again. */
        NOT_RELIEVED(Sight.LIST),
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
        return new Lead(id, subdistrict, outcome, household, hardship, observedAt, why, minutesToRelief,
                outcome == Status.RELIEF_ASKED ? cases + 1 : cases, returnsAhead);
    }

    Lead standing(Status now) {
        return new Lead(id, subdistrict, now, household, hardship, observedAt, grounds, null, cases, returnsAhead);
    }

    /** The hardship was noticed again after the lead had ended. */
    Lead reopened(Instant noticedAt) {
        return new Lead(id, subdistrict, Status.REPORTED, household, hardship, noticedAt, null, null, cases,
                returnsAhead);
    }

    /** Id of the case it becomes next: its own, and when that is taken one derived from it. */
    String nextCase() {
        return cases == 0 ? id : id + "." + (cases + 1);
    }

    /** Id of the case it became last. */
    String lastCase() {
        return cases <= 1 ? id : id + "." + cases;
    }

    /** Whether it became that case, last or before. */
    boolean askedFor(String reliefCase) {
        return cases > 0 && (reliefCase.equals(id) || reliefCase.startsWith(id + "."));
    }

    boolean isFor(String someHousehold, Hardship someHardship) {
        return household.equals(someHousehold) && hardship == someHardship;
    }

    /** Somebody noticed the same: it is measured from whoever noticed it first, in whatever order they are heard. */
    Lead noticedAt(Instant at) {
        return new Lead(id, subdistrict, status, household, hardship, at.isBefore(observedAt) ? at : observedAt,
                grounds, minutesToRelief, cases, returnsAhead);
    }

    boolean hasEnded() {
        return status().sight() == Status.Sight.ENDED || status == Status.NOT_RELIEVED;
    }

    Lead relieved(long minutes) {
        return new Lead(id, subdistrict, Status.RELIEVED, household, hardship, observedAt, grounds, minutes, cases,
                returnsAhead);
    }

    Lead returnsAhead(int now) {
        return new Lead(id, subdistrict, status, household, hardship, observedAt, grounds, minutesToRelief, cases, now);
    }

    @Override
    public String rank() {
        return observedAt.toString();
    }
}
