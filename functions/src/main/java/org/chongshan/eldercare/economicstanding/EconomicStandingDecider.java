package org.chongshan.eldercare.economicstanding;

import java.util.TreeSet;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Fact;
import org.chongshan.core.Facts;
import org.chongshan.events.Event;
import org.chongshan.events.eldercare.EconomicHardship;
import org.chongshan.events.eldercare.EconomicStandingEvent;
import org.chongshan.events.eldercare.EconomicStandingEvent.ElderListed;
import org.chongshan.events.eldercare.EconomicStandingEvent.HouseholdHardshipStated;
import org.chongshan.events.eldercare.ElderEvent.HardshipStated;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.economicstanding.EconomicStandingRule.*;

/**
 * Relief speaks of households, elder care of persons: this hears the one and tells the others. It begins with what relief says,
 * so that nobody learns of a household by claiming to belong to it from another subdistrict.
 */
public record EconomicStandingDecider() implements Decider<EconomicStanding, EconomicStandingEvent> {
    @Override
    public String idOf(EconomicStandingEvent event) {
        return event.household();
    }

    @Override
    public Decision<EconomicStanding> begin(String id, EconomicStandingEvent event, Context context) {
        return switch (event) {
            case HouseholdHardshipStated stated ->
                become(new EconomicStanding(id, context.subdistrict(), Facts.none(), new TreeSet<>())
                        .stated(context.fact(stated.hardship())), HARDSHIP_STATED);
            case ElderListed _ -> early(NOTHING_STATED_YET);
        };
    }

    @Override
    public Decision<EconomicStanding> decide(EconomicStanding standing, EconomicStandingEvent event, Context context) {
        return switch (event) {
            case HouseholdHardshipStated stated -> {
                var fact = context.fact(stated.hardship());
                yield become(standing.stated(fact), HARDSHIP_STATED).emit(
                        standing.elders().stream().map(elder -> told(standing, elder, fact)).toArray(Event[]::new));
            }
            case ElderListed listed when !standing.elders().contains(listed.elder())
                    && standing.elders().size() >= EconomicStanding.MOST_ELDERS ->
                refuse(TOO_MANY_ELDERS);
            case ElderListed listed -> become(standing.with(listed.elder()), ELDER_TOLD).emit(standing.hardship().all()
                    .stream().map(fact -> told(standing, listed.elder(), fact)).toArray(Event[]::new));
        };
    }

    private static HardshipStated told(EconomicStanding standing, String elder, Fact<EconomicHardship> fact) {
        return new HardshipStated(elder, standing.id(), fact.value(), fact.at());
    }
}
