package org.chongshan.relief.lead;

import java.time.Instant;
import java.time.LocalDate;

import org.chongshan.core.Aggregate;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Confidential;
import org.chongshan.events.relief.Hardship;
import org.jspecify.annotations.Nullable;

/**
 * A hardship lead (线索).
 *
 * @param observedAt      when the hardship was noticed; of a lead reported anew, when it was noticed anew
 * @param grounds         of the last triage; null before it
 * @param cases           relief cases it has asked for so far
 * @param minutesToRelief from noticed to paid, minutes; null before relief arrived
 */
record Lead(String id, String subdistrict, Status status, String household, Hardship hardship, Instant observedAt,
        @Nullable Confidential grounds, int cases, @Nullable Long minutesToRelief) implements Aggregate {

    /** How far it is. */
    enum Status implements org.chongshan.core.Status {
        REPORTED(Sight.LIST),
        RELIEF_ASKED(Sight.LIST),
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

    static Lead reported(String id, String subdistrict, String household, Hardship hardship, Instant observedAt) {
        return new Lead(id, subdistrict, Status.REPORTED, household, hardship, observedAt, null, 0, null);
    }

    Lead in(Status next) {
        return new Lead(id, subdistrict, next, household, hardship, observedAt, grounds, cases, minutesToRelief);
    }

    /** Somebody noticed the same: it is measured from whoever noticed it first. */
    Lead noticedAt(Instant at) {
        return new Lead(id, subdistrict, status, household, hardship, at.isBefore(observedAt) ? at : observedAt,
                grounds, cases, minutesToRelief);
    }

    /** It is to be looked at once more, and measured anew. */
    Lead reopened(Instant at) {
        return new Lead(id, subdistrict, Status.REPORTED, household, hardship, at, null, cases, null);
    }

    Lead triaged(Status outcome, Confidential why) {
        return new Lead(id, subdistrict, outcome, household, hardship, observedAt, why, cases, minutesToRelief);
    }

    /** It asks for one more case. */
    Lead asking(Confidential why) {
        return new Lead(id, subdistrict, Status.RELIEF_ASKED, household, hardship, observedAt, why, cases + 1, null);
    }

    Lead relieved(long minutes) {
        return new Lead(id, subdistrict, Status.RELIEVED, household, hardship, observedAt, grounds, cases, minutes);
    }

    Lead notYetRelieved() {
        return new Lead(id, subdistrict, Status.RELIEF_ASKED, household, hardship, observedAt, grounds, cases, null);
    }

    /** Id of the case it asked for last: the first bears the lead's own, later ones a number too. */
    String reliefCase() {
        return cases <= 1 ? id : id + "." + cases;
    }

    /** Whether it asked for that case, last or before. */
    boolean askedFor(String reliefCase) {
        return cases > 0 && (reliefCase.equals(id) || reliefCase.startsWith(id + "."));
    }

    /** Whether nothing is under way: it has ended, or ended without relief. */
    boolean rests() {
        return status == Status.NOT_RELIEVED || status.sight() == org.chongshan.core.Status.Sight.ENDED;
    }

    boolean isFor(String someHousehold, Hardship someHardship) {
        return household.equals(someHousehold) && hardship == someHardship;
    }

    /** The day that counts as the one the hardship struck. */
    LocalDate struckOn() {
        return observedAt.atZone(WorkingDays.ZONE).toLocalDate();
    }

    @Override
    public String rank() {
        return observedAt.toString();
    }
}
