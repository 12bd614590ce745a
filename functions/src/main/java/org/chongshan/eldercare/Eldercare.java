package org.chongshan.eldercare;

import java.util.List;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Schedule;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.eldercare.carebed.CareBedDecider;
import org.chongshan.eldercare.caremonth.CareMonthDecider;
import org.chongshan.eldercare.caremonth.CareMonthOpening;
import org.chongshan.eldercare.centreactivity.CentreActivityDecider;
import org.chongshan.eldercare.economicstanding.EconomicStandingDecider;
import org.chongshan.eldercare.elder.ElderDecider;
import org.chongshan.eldercare.facility.FacilityDecider;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;

import static org.chongshan.events.Role.*;

/** Elder care (濠享福): its functions, who reads what they keep, what they do by themselves. */
public final class Eldercare {
    private Eldercare() {}

    /** All functions of the programme. */
    public static final ProgrammeFunctions FUNCTIONS = new ProgrammeFunctions(Programme.ELDERCARE,
            List.of(collection("elder", "elders", ElderDecider.class, GRID, STREET, DISTRICT, CARE, AUDITOR),
                    collection("economic-standing", "economic-standings", EconomicStandingDecider.class, STREET,
                            DISTRICT, AUDITOR),
                    collection("care-month", "care-months", CareMonthDecider.class, STREET, DISTRICT, AUDITOR),
                    collection("care-bed", "care-beds", CareBedDecider.class, STREET, DISTRICT, ORGANISATION, AUDITOR),
                    collection("centre-activity", "centre-activities", CentreActivityDecider.class, GRID, STREET,
                            DISTRICT, CARE, DESK, ORGANISATION),
                    collection("facility", "facilities", FacilityDecider.class, GRID, STREET, DISTRICT, CARE, DESK,
                            ORGANISATION, AUDITOR)),
            List.of(new Schedule(Programme.ELDERCARE, "care-month-opening", "0 0 1 * ? *", new CareMonthOpening())));

    private static <S extends Aggregate, E extends Event> Collection<S, E> collection(String name, String path,
            Class<? extends Decider<S, E>> decider, Role... readers) {
        return Collection.of(Programme.ELDERCARE, name, path, decider, readers);
    }
}
