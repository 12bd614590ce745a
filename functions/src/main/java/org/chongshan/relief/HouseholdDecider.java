package org.chongshan.relief;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.relief.GridVisitRecorded;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HardshipLeadReported;
import org.chongshan.events.relief.HouseholdEvent;
import org.chongshan.events.relief.HouseholdRegistered;
import org.chongshan.events.relief.ReliefDisbursed;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.relief.HouseholdRule.HARDSHIP_FOUND_EARLY;
import static org.chongshan.relief.HouseholdRule.HOUSEHOLD_REGISTERED;
import static org.chongshan.relief.HouseholdRule.HOUSEHOLD_UNKNOWN;
import static org.chongshan.relief.HouseholdRule.REGISTERED_ONCE;
import static org.chongshan.relief.HouseholdRule.RELIEF_ON_RECORD;
import static org.chongshan.relief.HouseholdRule.VISIT_RECORDED;

/** Households: registration, visits that find hardship early, the relief that reached them. */
public record HouseholdDecider() implements Decider<Household, HouseholdEvent> {
    @Override
    public Household initial(String id) {
        return new Household(id, null, List.of(), null, 0);
    }

    @Override
    public String idOf(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered registered -> registered.household();
            case GridVisitRecorded visit -> visit.household();
            case ReliefDisbursed disbursed -> disbursed.household();
        };
    }

    @Override
    public Decision<Household> decide(Household household, HouseholdEvent event, Context context) {
        return switch (event) {
            case HouseholdRegistered _ when household.subdistrict() != null -> refuse(REGISTERED_ONCE);
            case HouseholdRegistered registered -> become(
                    new Household(household.id(), context.subdistrict(), registered.members(), null, 0),
                    HOUSEHOLD_REGISTERED);
            case GridVisitRecorded _ when household.subdistrict() == null -> refuse(HOUSEHOLD_UNKNOWN);
            case GridVisitRecorded visit when visit.hardship() == Hardship.NONE ->
                become(household.visited(context.time()), VISIT_RECORDED);
            case GridVisitRecorded visit -> become(household.visited(context.time()), HARDSHIP_FOUND_EARLY)
                    .emit(new HardshipLeadReported(leadId(visit, context), household.id(), visit.hardship(),
                            context.time()));
            case ReliefDisbursed _ when household.subdistrict() == null -> refuse(HOUSEHOLD_UNKNOWN);
            case ReliefDisbursed disbursed -> become(household.relieved(disbursed.amountFen()), RELIEF_ON_RECORD);
        };
    }

    /** One lead per household, hardship and day: two visits that find the same make one. */
    private static String leadId(GridVisitRecorded visit, Context context) {
        return visit.household() + "." + visit.hardship().name().toLowerCase(Locale.ROOT) + "."
                + DateTimeFormatter.BASIC_ISO_DATE.format(context.date());
    }
}
