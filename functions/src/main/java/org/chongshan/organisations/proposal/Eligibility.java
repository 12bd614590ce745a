package org.chongshan.organisations.proposal;

import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.events.organisations.EligibilityCheck;
import org.chongshan.events.organisations.Grade;
import org.chongshan.organisations.proposal.Proposal.Asks;
import org.chongshan.organisations.proposal.Proposal.Checked;
import org.chongshan.organisations.proposal.Proposal.Stands;
import org.jspecify.annotations.Nullable;

/** What makes a proposal eligible: each check, with the fact it rests on. */
final class Eligibility {
    private static final String NONE = "none";

    private Eligibility() {}

    static SortedMap<EligibilityCheck, Checked> of(Proposal proposal, Asks asks, Stands stands) {
        var checks = new TreeMap<EligibilityCheck, Checked>();
        var requested = proposal.requestedFen();
        for (var check : EligibilityCheck.values()) {
            checks.put(check, switch (check) {
                case PLACE -> new Checked(asks.here(), proposal.subdistrict());
                case IN_TIME -> new Checked(asks.inTime(), proposal.submittedAt().toString());
                case FIELD ->
                    new Checked(asks.fields().contains(proposal.plan().field()), proposal.plan().field().name());
                case FLOOR -> new Checked(requested >= asks.floorFen(), requested + " fen of " + asks.floorFen());
                case CEILING -> new Checked(requested <= asks.ceilingFen(), requested + " fen of " + asks.ceilingFen());
                case REGISTERED -> new Checked(stands.registered(), Boolean.toString(stands.registered()));
                case GRADE -> new Checked(reaches(stands.grade(), asks.lowestGrade()),
                        stands.grade() == null ? NONE : stands.grade() + " until " + stands.ratedUntil());
                case ONE_A_YEAR -> absent(stands.otherOfYear());
                case NO_UNSETTLED_PROJECT -> absent(stands.unsettled());
                case NO_BAN -> absent(stands.bannedUntil());
            });
        }
        return checks;
    }

    private static boolean reaches(@Nullable Grade grade, @Nullable Grade lowest) {
        return lowest == null || grade != null && grade.compareTo(lowest) >= 0;
    }

    private static Checked absent(@Nullable Object fact) {
        return new Checked(fact == null, fact == null ? NONE : fact.toString());
    }
}
