package org.chongshan.relief.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Fact;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.Term;
import org.chongshan.events.Heading;
import org.chongshan.events.relief.Agency;
import org.jspecify.annotations.Nullable;

/**
 * Joint work with another department or facility (转介).
 *
 * @param member    who is referred
 * @param origin    key of what asked for it in another programme; null when an officer did
 * @param facility  where the person is placed; null before
 * @param answerBy  when the department's answer is due
 * @param nextLook  by when somebody looks how the person fares, as the placement or the latest look since says by its own time;
 *                  null before either
 * @param followUps looks at how the person fares so far
 * @param toldFor   the due time that was last stated as missed; null before there is one
 * @param dueBy     when the answer, or the next look, is due, derived from the above; null when neither is
 * @param missed    whether it was stated that this passed, derived likewise
 */
record Referral(String id, String subdistrict, Status status, String household, String member, Agency agency,
        @Nullable String origin, @Nullable String facility, Term answerBy, @Nullable Fact<Instant> nextLook,
        int followUps, @Nullable Instant toldFor, @Nullable Instant dueBy, boolean missed) implements Aggregate {

    Referral {
        dueBy = switch (status) {
            case SENT -> answerBy.end();
            case PLACED -> nextLook == null ? null : nextLook.value();
            case ACCEPTED, DECLINED, ENDED -> null;
        };
        missed = dueBy != null && dueBy.equals(toldFor);
    }

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        @InDigest(Heading.DUE_TODAY)
        SENT(Sight.DEADLINE),
        ACCEPTED(Sight.LIST),
        DECLINED(Sight.ENDED),
        @InDigest(Heading.DUE_TODAY)
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
        @InDigest(Heading.OVERDUE)
        OVERDUE
    }

    /** What it may wait for. */
    enum Due implements Deadline {
        ANSWER,
        FOLLOW_UP
    }

    static Referral sent(String id, String subdistrict, String household, String member, Agency agency,
            @Nullable String origin, Term answerBy) {
        return new Referral(id, subdistrict, Status.SENT, household, member, agency, origin, null, answerBy, null, 0,
                null, null, false);
    }

    Referral now(Status next) {
        return new Referral(id, subdistrict, next, household, member, agency, origin, facility, answerBy, nextLook,
                followUps, toldFor, null, false);
    }

    Referral placed(String where, Fact<Instant> lookBy) {
        return new Referral(id, subdistrict, Status.PLACED, household, member, agency, origin, where, answerBy,
                Fact.later(nextLook, lookBy), followUps, toldFor, null, false);
    }

    Referral followedUp(Fact<Instant> lookBy) {
        return new Referral(id, subdistrict, status, household, member, agency, origin, facility, answerBy,
                Fact.later(nextLook, lookBy), followUps + 1, toldFor, null, false);
    }

    Referral told(Instant due) {
        return new Referral(id, subdistrict, status, household, member, agency, origin, facility, answerBy, nextLook,
                followUps, due, null, false);
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
    public List<Term> calendarTerms() {
        return missed || status != Status.SENT ? List.of() : List.of(answerBy);
    }

    @Override
    public Referral reckonedBy(Context context) {
        return calendarTerms().stream().noneMatch(Term::isProvisional)
                ? this
                : new Referral(id, subdistrict, status, household, member, agency, origin, facility,
                        answerBy.reckonedBy(context), nextLook, followUps, toldFor, null, false);
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return missed || dueBy == null ? Map.of() : Map.of(status == Status.SENT ? Due.ANSWER : Due.FOLLOW_UP, dueBy);
    }
}
