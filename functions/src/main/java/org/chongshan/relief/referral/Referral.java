package org.chongshan.relief.referral;

import java.time.Instant;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.events.relief.Agency;
import org.jspecify.annotations.Nullable;

/**
 * Joint work with another department or facility (转介).
 *
 * @param subdistrict null before it is sent
 * @param status      {@code none}, {@code sent}, {@code accepted}, {@code declined}, {@code placed} or {@code ended}
 * @param member      who is referred
 * @param origin      key of what asked for it in another programme; null when an officer did
 * @param facility    where the person is placed; null before
 * @param dueBy       when the answer, or the next look, is due; null when neither is
 * @param missed      whether it was stated that this passed
 * @param followUps   looks at how the person fares so far
 */
record Referral(String id, @Nullable String subdistrict, String status, @Nullable String household,
        @Nullable String member, @Nullable Agency agency, @Nullable String origin, @Nullable String facility,
        @Nullable Instant dueBy, boolean missed, int followUps) implements Aggregate {

    Referral answered(String outcome) {
        return new Referral(id, subdistrict, outcome, household, member, agency, origin, facility, null, false,
                followUps);
    }

    Referral placed(String where, Instant followUpBy) {
        return new Referral(id, subdistrict, "placed", household, member, agency, origin, where, followUpBy, false,
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
    public Map<String, String> lists() {
        return missed ? Map.of("overdue", rank()) : Map.of();
    }

    @Override
    public @Nullable Instant due() {
        return missed ? null : dueBy;
    }
}
