package org.chongshan.marriage.party;

import java.util.TreeSet;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.events.Event;
import org.chongshan.events.marriage.DivorceEvent.OtherApplicationsStated;
import org.chongshan.events.marriage.Party;
import org.chongshan.events.marriage.PartyEvent;
import org.chongshan.events.marriage.PartyEvent.PartyApplicationStated;
import org.chongshan.events.marriage.PartyEvent.PartyNamed;
import org.chongshan.events.marriage.PartyEvent.PartySought;
import org.chongshan.marriage.party.Applicant.Standing;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.marriage.party.PartyRule.*;

/** Parties: which applications name somebody, for whoever has lost the receipt, and which of them run beside each other. */
public record PartyDecider() implements Decider<Applicant, PartyEvent> {
    /** Where a number ends that has no index; nobody is there. */
    private static final String NOT_INDEXED = "not-indexed";

    @Override
    public String idOf(PartyEvent event) {
        return switch (event) {
            case PartyNamed named -> named.party();
            case PartyApplicationStated stated -> stated.party();
            case PartySought sought -> Party.foundBy(sought.identityNumber()).orElse(NOT_INDEXED);
        };
    }

    @Override
    public Decision<Applicant> begin(String id, PartyEvent event, Context context) {
        return switch (event) {
            case PartyNamed named ->
                become(Applicant.unknown(id, context.subdistrict()).named(context.fact(named.application())), NAMED);
            case PartyApplicationStated _ -> early(NOBODY_FOUND);
            case PartySought _ -> refuse(NOBODY_FOUND);
        };
    }

    @Override
    public Decision<Applicant> decide(Applicant applicant, PartyEvent event, Context context) {
        return switch (event) {
            case PartyNamed named -> telling(applicant, applicant.named(context.fact(named.application())), NAMED);
            case PartyApplicationStated stated -> hear(applicant, stated);
            case PartySought _ -> become(applicant, FOUND);
        };
    }

    private static Decision<Applicant> hear(Applicant applicant, PartyApplicationStated stated) {
        var known = applicant.standing().get(stated.application());
        if (known != null && known.number() >= stated.number()) {
            return refuse(SAID_SINCE);
        }
        return telling(applicant, applicant.stands(stated.application(), new Standing(stated.runs(), stated.number())),
                stated.runs() ? RUNS_ON : ENDED);
    }

    /** What runs is told of what runs beside it, and when nothing does any more. What runs on may have missed something. */
    private static Become<Applicant> telling(Applicant before, Applicant now, PartyRule rule) {
        var running = now.running();
        if (running.equals(before.running())
                || rule != RUNS_ON && Math.max(running.size(), before.running().size()) < 2) {
            return become(now, rule);
        }
        var next = now.toldAgain();
        return Decision.<Applicant>become(next, running.size() > 1 ? BESIDE_EACH_OTHER : rule)
                .emit(running.stream().map(one -> {
                    var others = new TreeSet<>(running);
                    others.remove(one);
                    return new OtherApplicationsStated(one, next.id(), next.told(), others);
                }).toArray(Event[]::new));
    }
}
