package org.chongshan.marriage.party;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Facts;
import org.chongshan.events.marriage.Party;
import org.chongshan.events.marriage.PartyEvent;
import org.chongshan.events.marriage.PartyEvent.PartyNamed;
import org.chongshan.events.marriage.PartyEvent.PartySought;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.marriage.party.PartyRule.*;

/** Parties: which applications name somebody, for whoever has lost the receipt. */
public record PartyDecider() implements Decider<Applicant, PartyEvent> {
    /** Where a number ends that has no index; nobody is there. */
    private static final String NOT_INDEXED = "not-indexed";

    @Override
    public String idOf(PartyEvent event) {
        return switch (event) {
            case PartyNamed named -> named.party();
            case PartySought sought -> Party.foundBy(sought.identityNumber()).orElse(NOT_INDEXED);
        };
    }

    @Override
    public Decision<Applicant> begin(String id, PartyEvent event, Context context) {
        return switch (event) {
            case PartyNamed named -> become(new Applicant(id, context.subdistrict(),
                    Facts.<String>none().with(context.fact(named.application()))), NAMED);
            case PartySought _ -> refuse(NOBODY_FOUND);
        };
    }

    @Override
    public Decision<Applicant> decide(Applicant applicant, PartyEvent event, Context context) {
        return switch (event) {
            case PartyNamed named -> become(new Applicant(applicant.id(), applicant.subdistrict(),
                    applicant.applications().with(context.fact(named.application()))), NAMED);
            case PartySought _ -> become(applicant, FOUND);
        };
    }
}
