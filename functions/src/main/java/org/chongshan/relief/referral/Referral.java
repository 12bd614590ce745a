package org.chongshan.relief.referral;

import java.time.Instant;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.Listing;
import org.chongshan.events.relief.Agency;
import org.jspecify.annotations.Nullable;

/**
 * Joint work with another department or facility (转介).
 *
 * @param member      who is referred
 * @param origin      key of what asked for it in another programme; null when an officer did
 * @param facility    where the person is placed; null before
 * @param dueBy       when the answer, or the next look, is due; null when neither is
 * @param missed      whether it was stated that this passed
 * @param followUps   looks at how the person fares so far
 */
record Referral(String id, String subdistrict, Status status, String household, String member, Agency agency,
        @Nullable String origin, @Nullable String facility,
        @Nullable Instant dueBy, boolean missed, int followUps) implements Aggregate {

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        SENT(Sight.DEADLINE),
        ACCEPTED(Sight.LIST),
        DECLINED(Sight.ENDED),
        PLACED(Sight.DEADLINE),
        ENDED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists it may stand in. */
    enum Listed implements Listing {
        OVERDUE
    }

    /** What it may wait for. */
    enum Due implements Deadline {
        ANSWER,
        FOLLOW_UP
    }

    Referral answered(Status outcome) {
        return new Referral(id, subdistrict, outcome, household, member, agency, origin, facility, null, false,
                followUps);
    }

    Referral placed(String where, Instant followUpBy) {
        return new Referral(id, subdistrict, Status.PLACED, household, member, agency, origin, where, followUpBy, false,
                followUps);
    }

    Referral followedUp(@Nullable Instant next) {
        return new Referral(id, subdistrict, status, household, member, agency, origin, facility, next, false,
                followUps + 1);
    }

    Referral missedStated() {
        return new Referral(id, subdistrict, status, household, member, agency, origin, facility, dueBy, true,
                followUps);
    }

    @Override
    public String rank() {
        return dueBy == null ? "" : dueBy.toString();
    }

    @Override
    public Map<Listed, String> lists() {
        return missed ? Map.of(Listed.OVERDUE, rank()) : Map.of();
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return missed || dueBy == null ? Map.of() : Map.of(status == Status.SENT ? Due.ANSWER : Due.FOLLOW_UP, dueBy);
    }
}
