package org.chongshan.eldercare;

import java.util.List;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Digest;
import org.chongshan.core.FunctionSpec.Schedule;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.eldercare.callback.CallbackDecider;
import org.chongshan.eldercare.carebed.CareBedDecider;
import org.chongshan.eldercare.caremonth.CareMonthDecider;
import org.chongshan.eldercare.caremonth.CareMonthOpening;
import org.chongshan.eldercare.carer.CarerDecider;
import org.chongshan.eldercare.caresettlement.CareSettlementDecider;
import org.chongshan.eldercare.centreactivity.CentreActivityDecider;
import org.chongshan.eldercare.economicstanding.EconomicStandingDecider;
import org.chongshan.eldercare.elder.ElderDecider;
import org.chongshan.eldercare.facility.FacilityDecider;
import org.chongshan.eldercare.homevisit.HomeVisitDecider;
import org.chongshan.eldercare.homevisit.VisitVerification;
import org.chongshan.eldercare.hotline.HotlineDecider;
import org.chongshan.eldercare.servicerequest.ServiceRequestDecider;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.CarerEvent.CarerConfirmed;
import org.chongshan.events.eldercare.CarerEvent.CarerHoldRequested;
import org.chongshan.events.eldercare.CarerEvent.CarerReleased;
import org.chongshan.events.eldercare.CarerEvent.CarerSighted;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHeld;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHoldLapsed;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerRefused;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerUnavailable;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedIn;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedOut;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitCompleted;
import org.chongshan.events.eldercare.HomeVisitEvent.TimesAdjusted;
import org.chongshan.events.eldercare.HomeVisitEvent.VisitDoubtsFound;
import org.chongshan.events.eldercare.HotlineNotice.EmergencyNotCalledBack;
import org.chongshan.events.eldercare.HotlineNotice.EmergencyUnanswered;
import org.chongshan.events.eldercare.ServiceRequestNotice.EmergencyStepOverdue;
import org.chongshan.events.eldercare.ServiceRequestNotice.EmergencyWithoutAddress;

import static org.chongshan.events.Role.*;

/** Elder care (濠享福): its functions, who reads what they keep, what they do by themselves. */
public final class Eldercare {
    private static final String WHEREVER_THE_ELDER_LIVES = "a carer goes wherever the elder lives, whichever subdistrict engaged them";

    private Eldercare() {}

    /** All functions of the programme. */
    public static final ProgrammeFunctions FUNCTIONS = new ProgrammeFunctions(Programme.ELDERCARE,
            List.of(collection("carer", "carers", CarerDecider.class, STREET, DISTRICT, ORGANISATION, AUDITOR)
                    .takingFromAnywhere(CarerHoldRequested.class, WHEREVER_THE_ELDER_LIVES)
                    .takingFromAnywhere(CarerConfirmed.class, WHEREVER_THE_ELDER_LIVES)
                    .takingFromAnywhere(CarerReleased.class, WHEREVER_THE_ELDER_LIVES)
                    .takingFromAnywhere(CarerSighted.class, WHEREVER_THE_ELDER_LIVES),
                    collection("home-visit", "home-visits", HomeVisitDecider.class, STATION, STREET, DISTRICT, CARE,
                            DESK, ORGANISATION, AUDITOR).takingFromAnywhere(CarerHeld.class, WHEREVER_THE_ELDER_LIVES)
                            .takingFromAnywhere(CarerRefused.class, WHEREVER_THE_ELDER_LIVES)
                            .takingFromAnywhere(CarerHoldLapsed.class, WHEREVER_THE_ELDER_LIVES)
                            .takingFromAnywhere(CarerUnavailable.class, WHEREVER_THE_ELDER_LIVES)
                            .takingFromAnywhere(VisitDoubtsFound.class, WHEREVER_THE_ELDER_LIVES)
                            .takingFromConfidants(CheckedIn.class, WHEREVER_THE_ELDER_LIVES)
                            .takingFromConfidants(CheckedOut.class, WHEREVER_THE_ELDER_LIVES)
                            .takingFromConfidants(HomeVisitCompleted.class, WHEREVER_THE_ELDER_LIVES)
                            .takingFromConfidants(TimesAdjusted.class, WHEREVER_THE_ELDER_LIVES)
                            .readAs(new VisitVerification()),
                    collection("care-settlement", "care-settlements", CareSettlementDecider.class, STREET, DISTRICT,
                            AUDITOR),
                    collection("hotline", "hotlines", HotlineDecider.class, DESK, DISTRICT, AUDITOR)
                            .alarmingOn(EmergencyUnanswered.class),
                    collection("callback", "callbacks", CallbackDecider.class, DESK, DISTRICT, AUDITOR)
                            .alarmingOn(EmergencyNotCalledBack.class),
                    collection("service-request", "service-requests", ServiceRequestDecider.class, STATION, STREET,
                            DISTRICT, DESK, ORGANISATION, AGENCY, AUDITOR)
                            .alarmingOn(EmergencyWithoutAddress.class, EmergencyStepOverdue.class),
                    collection("elder", "elders", ElderDecider.class, GRID, STREET, DISTRICT, CARE, AUDITOR),
                    collection("economic-standing", "economic-standings", EconomicStandingDecider.class, STREET,
                            DISTRICT, AUDITOR),
                    collection("care-month", "care-months", CareMonthDecider.class, STREET, DISTRICT, AUDITOR),
                    collection("care-bed", "care-beds", CareBedDecider.class, STREET, DISTRICT, ORGANISATION, AUDITOR),
                    collection("centre-activity", "centre-activities", CentreActivityDecider.class, GRID, STREET,
                            DISTRICT, CARE, DESK, ORGANISATION),
                    collection("facility", "facilities", FacilityDecider.class, GRID, STREET, DISTRICT, CARE, DESK,
                            ORGANISATION, AUDITOR)),
            List.of(new Digest(Programme.ELDERCARE),
                    new Schedule(Programme.ELDERCARE, "care-month-opening", "0 0 1 * ? *", new CareMonthOpening())));

    private static <S extends Aggregate, E extends Event> Collection<S, E> collection(String name, String path,
            Class<? extends Decider<S, E>> decider, Role... readers) {
        return Collection.of(Programme.ELDERCARE, name, path, decider, readers);
    }
}
