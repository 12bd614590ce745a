package org.chongshan.relief;

import java.util.List;
import java.util.Set;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Digest;
import org.chongshan.core.FunctionSpec.RegistrySearch;
import org.chongshan.core.FunctionSpec.Schedule;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.relief.HouseholdEvent.HouseholdDuplicateSuspected;
import org.chongshan.events.relief.PersonEvent.ListingCleared;
import org.chongshan.events.relief.PersonEvent.MemberListed;
import org.chongshan.events.relief.ReliefNotice.ReliefDeadlineBreached;
import org.chongshan.relief.consultation.ConsultationDecider;
import org.chongshan.relief.household.HouseholdDecider;
import org.chongshan.relief.household.SocialRegistryGroup;
import org.chongshan.relief.lead.LeadDecider;
import org.chongshan.relief.person.PersonDecider;
import org.chongshan.relief.person.PersonFinder;
import org.chongshan.relief.referral.ReferralDecider;
import org.chongshan.relief.reliefcase.ReliefCaseDecider;
import org.chongshan.relief.reservefund.ReserveFundDecider;
import org.chongshan.relief.resource.ResourceDecider;
import org.chongshan.relief.subsidycycle.SubsidyCycleDecider;
import org.chongshan.relief.subsidycycle.SubsidyQuarterOpening;

import static org.chongshan.events.Role.*;

/** Relief (崇善助): its functions, who reads what they keep, what they do by themselves. */
public final class Relief {
    private Relief() {}

    /** All functions of the programme. */
    public static final ProgrammeFunctions FUNCTIONS = new ProgrammeFunctions(Programme.RELIEF,
            List.of(collection("household", "households", HouseholdDecider.class, GRID, STREET, DISTRICT, AUDITOR)
                    .takingFromAnywhere(HouseholdDuplicateSuspected.class,
                            "who stands in the books of two subdistricts concerns both; neither learns of the other"),
                    collection("lead", "leads", LeadDecider.class, GRID, STREET, DISTRICT, AUDITOR),
                    collection("relief-case", "relief-cases", ReliefCaseDecider.class, STREET, DISTRICT, AUDITOR)
                            .alarmingOn(ReliefDeadlineBreached.class),
                    collection("reserve-fund", "reserve-funds", ReserveFundDecider.class, STREET, DISTRICT, AUDITOR),
                    collection("person", "persons", PersonDecider.class, DISTRICT, AUDITOR)
                            .takingFromAnywhere(MemberListed.class, "a person is one wherever in the district")
                            .takingFromAnywhere(ListingCleared.class, "a person is one wherever in the district"),
                    collection("consultation", "consultations", ConsultationDecider.class, STREET, DISTRICT, AUDITOR),
                    collection("subsidy-cycle", "subsidy-cycles", SubsidyCycleDecider.class, GRID, STREET, DISTRICT,
                            AUDITOR),
                    collection("resource", "resources", ResourceDecider.class, STREET, DISTRICT, AUDITOR),
                    collection("referral", "referrals", ReferralDecider.class, STATION, STREET, DISTRICT, AUDITOR)),
            List.of(new Digest(Programme.RELIEF),
                    new Schedule(Programme.RELIEF, "subsidy-quarter-opening", "0 0 1 1,4,7,10 ? *",
                            new SubsidyQuarterOpening()),
                    new RegistrySearch<>(Programme.RELIEF, "social-registry", "person", new PersonFinder(), "household",
                            new SocialRegistryGroup(), Set.of(AGENCY))));

    private static <S extends Aggregate, E extends Event> Collection<S, E> collection(String name, String path,
            Class<? extends Decider<S, E>> decider, Role... readers) {
        return Collection.of(Programme.RELIEF, name, path, decider, readers);
    }
}
