package org.chongshan.bureau;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Schedule;
import org.chongshan.core.FunctionSpec.Trigger;
import org.chongshan.core.Opening;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.relief.ReliefNotice.ReliefDeadlineBreached;
import org.chongshan.minors.activity.ActivityDecider;
import org.chongshan.minors.child.ChildDecider;
import org.chongshan.minors.practicebase.PracticeBaseDecider;
import org.chongshan.minors.station.StationDecider;
import org.chongshan.relief.consultation.ConsultationDecider;
import org.chongshan.relief.household.HouseholdDecider;
import org.chongshan.relief.lead.LeadDecider;
import org.chongshan.relief.payment.PaymentDecider;
import org.chongshan.relief.person.PersonDecider;
import org.chongshan.relief.referral.ReferralDecider;
import org.chongshan.relief.reliefcase.ReliefCaseDecider;
import org.chongshan.relief.reservefund.ReserveFundDecider;
import org.chongshan.relief.resource.ResourceDecider;
import org.chongshan.relief.subsidycycle.SubsidyCycleDecider;
import org.chongshan.relief.subsidycycle.SubsidyQuarterOpening;

/**
 * Every deployed function, stated once: the cloud is provisioned from it, {@code local} runs from it, ingest and relay
 * route by it.
 */
public final class Topology {
    private Topology() {}

    /** All functions. */
    public static final List<FunctionSpec> FUNCTIONS = List.of(new FunctionSpec("ingest", null, Trigger.POST, 1024, 15),
            query(Programme.RELIEF), relay(Programme.RELIEF), clock(Programme.RELIEF),
            new FunctionSpec("relief-sweep", Programme.RELIEF, Trigger.SWEEP, 1024, 60),
            scheduled("subsidy-quarter-opening", Programme.RELIEF, "0 0 1 1,4,7,10 ? *", new SubsidyQuarterOpening()),
            decider("household", "households", Programme.RELIEF, HouseholdDecider.class, Role.GRID, Role.STREET,
                    Role.DISTRICT, Role.AUDITOR),
            decider("lead", "leads", Programme.RELIEF, LeadDecider.class, Role.GRID, Role.STREET, Role.DISTRICT,
                    Role.AUDITOR),
            decider("relief-case", "relief-cases", Programme.RELIEF, ReliefCaseDecider.class, Role.STREET,
                    Role.DISTRICT, Role.AUDITOR).alarmingOn(ReliefDeadlineBreached.class),
            decider("reserve-fund", "reserve-funds", Programme.RELIEF, ReserveFundDecider.class, Role.STREET,
                    Role.DISTRICT, Role.AUDITOR),
            decider("payment", "payments", Programme.RELIEF, PaymentDecider.class, Role.STREET, Role.DISTRICT,
                    Role.AUDITOR),
            decider("person", "persons", Programme.RELIEF, PersonDecider.class, Role.STREET, Role.DISTRICT,
                    Role.AUDITOR),
            decider("consultation", "consultations", Programme.RELIEF, ConsultationDecider.class, Role.STREET,
                    Role.DISTRICT, Role.AUDITOR),
            decider("subsidy-cycle", "subsidy-cycles", Programme.RELIEF, SubsidyCycleDecider.class, Role.GRID,
                    Role.STREET, Role.DISTRICT, Role.AUDITOR),
            decider("resource", "resources", Programme.RELIEF, ResourceDecider.class, Role.STREET, Role.DISTRICT,
                    Role.AUDITOR),
            decider("referral", "referrals", Programme.RELIEF, ReferralDecider.class, Role.STATION, Role.STREET,
                    Role.DISTRICT, Role.AUDITOR),

            query(Programme.MINORS), relay(Programme.MINORS), clock(Programme.MINORS),
            decider("child", "children", Programme.MINORS, ChildDecider.class, Role.STATION, Role.DISTRICT),
            decider("practice-base", "practice-bases", Programme.MINORS, PracticeBaseDecider.class, Role.STATION,
                    Role.STREET, Role.DISTRICT, Role.DESK, Role.ORGANISATION, Role.AUDITOR),
            decider("activity", "activities", Programme.MINORS, ActivityDecider.class, Role.STATION, Role.STREET,
                    Role.DISTRICT),
            decider("station", "stations", Programme.MINORS, StationDecider.class, Role.STATION, Role.STREET,
                    Role.DISTRICT, Role.AUDITOR));

    private static FunctionSpec query(Programme programme) {
        return new FunctionSpec(programme.key() + "-query", programme, Trigger.GET, 1024, 15);
    }

    private static FunctionSpec relay(Programme programme) {
        return new FunctionSpec(programme.key() + "-relay", programme, Trigger.STREAM, 1024, 60);
    }

    private static FunctionSpec clock(Programme programme) {
        return new FunctionSpec(programme.key() + "-clock", programme, Trigger.MINUTE, 512, 55);
    }

    private static <S extends Aggregate, E extends Event> FunctionSpec decider(String name, String path,
            Programme programme, Class<? extends Decider<S, E>> decider, Role... readers) {
        return new FunctionSpec(name, programme, Trigger.QUEUE, 512, 30,
                new Collection<>(path, decider, Set.of(readers), names(readers)), null);
    }

    /** Stations and officers of street and district work with names. */
    private static Set<Role> names(Role... readers) {
        var officers = Set.of(Role.STATION, Role.STREET, Role.DISTRICT);
        return Arrays.stream(readers).filter(officers::contains).collect(Collectors.toSet());
    }

    private static FunctionSpec scheduled(String name, Programme programme, String cron, Opening opening) {
        return new FunctionSpec(name, programme, Trigger.SCHEDULE, 512, 60, null, new Schedule(cron, opening));
    }

    /** What Lambda is told to call, for every function. */
    public static final String HANDLER = "org.chongshan.lambda.LambdaHandler::handleRequest";

    /** What every function finds in its environment, wherever it is deployed, besides names and endpoints. */
    public static Map<String, String> environment(FunctionSpec function) {
        return Map.of("SPRING_CLOUD_FUNCTION_DEFINITION", function.name(), "JAVA_TOOL_OPTIONS",
                "-XX:+TieredCompilation -XX:TieredStopAtLevel=1");
    }

    /** The functions that have a queue. */
    public static List<FunctionSpec> queued() {
        return FUNCTIONS.stream().filter(function -> function.trigger().isQueued()).toList();
    }

    /** The functions one kind of trigger invokes. */
    public static List<FunctionSpec> triggeredBy(Trigger trigger) {
        return FUNCTIONS.stream().filter(function -> function.trigger() == trigger).toList();
    }

    /**
     * The function of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static FunctionSpec named(String name) {
        return FUNCTIONS.stream().filter(function -> function.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no function " + name + " in the topology"));
    }
}
