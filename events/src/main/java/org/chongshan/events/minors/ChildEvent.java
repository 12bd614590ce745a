package org.chongshan.events.minors;

import java.time.LocalDate;
import java.util.Set;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Born;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a child's record accepts.
 */
public sealed interface ChildEvent extends MinorsEvent {
    /** Id of the child it concerns. */
    String child();

    /**
     * A child came into the four-colour library (四色管理).
     *
     * @param child     id given by the station
     * @param household its household in the bureau's books
     * @param member    pseudonym of the child from the population register
     * @param name      as registered
     * @param birthday  the day of birth, of a minor; no rule reckons with it
     */
    @PostedBy({Role.STATION})
    record ChildCaseOpened(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String child,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household, @Id String member, Personal name,
            @Born(lessThanYearsBefore = Born.MINOR) Personal birthday) implements ChildEvent {}

    /**
     * A child was visited at home, one to one.
     *
     * @param by           the stations that went; the cadence asks for both
     * @param observation  in the visitors' words, at most 500 characters
     */
    @PostedBy({Role.STATION})
    record ChildVisitRecorded(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child,
            @Size(min = 1, max = 2) Set<StationKind> by, Condition living, Condition schooling, Condition guardianship,
            @Size(max = 500) Personal observation) implements ChildEvent {}

    /**
     * Professionals assessed the three axes of risk.
     *
     * @param guardianship  of the guardianship (监护风险)
     * @param behaviour     of the child's behaviour (行为风险)
     * @param physiological of the child's body and mind (生理风险)
     * @param assessor      who assessed
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STATION, Role.ORGANISATION})
    record ChildRiskAssessed(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child, Level guardianship, Level behaviour,
            Level physiological, @Id String assessor,
            @Size(min = 2, max = 500) Confidential grounds) implements ChildEvent {}

    /**
     * The district puts a child in another tier than the axes say, for a time.
     *
     * @param until last day it holds, at most two years ahead
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.DISTRICT})
    record TierOverridden(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child, Tier tier, @Planned LocalDate until,
            @Size(min = 2, max = 500) Confidential grounds) implements ChildEvent {}

    /**
     * Professional help was sought for a child.
     *
     * @param intervention id
     * @param consent      whether the guardian, or whoever stands in for one, consents
     * @param need         what is asked for, 2 to 500 characters
     */
    @PostedBy({Role.STATION})
    record InterventionLinked(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child,
            @Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String intervention, Intervention kind,
            boolean consent, @Size(min = 2, max = 500) Personal need) implements ChildEvent {}

    /**
     * The help ended.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STATION})
    record InterventionClosed(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String intervention,
            @Size(min = 2, max = 500) Confidential grounds) implements ChildEvent {}

    /**
     * Whoever was asked to help answered.
     */
    record InterventionAnswered(@Id String child, @Id String intervention,
            InterventionAnswer answer) implements ChildEvent {}

    /**
     * Somebody worries about a child (强制报告).
     *
     * @param harm        whether the child is harmed or about to be
     * @param observation in the reporter's words, at most 500 characters
     */
    @PostedBy({Role.GRID, Role.STATION, Role.STREET, Role.DISTRICT, Role.DESK, Role.CARE, Role.AGENCY})
    record ProtectionConcernReported(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String child,
            Concern concern, boolean harm, @Size(max = 500) Personal observation) implements ChildEvent {}

    /**
     * Harm was seen in a subdistrict, to a child that is at home in another: it is an alert there too.
     *
     * @param child       the child's id and the subdistrict's code, with a dot between them
     * @param subdistrict code of the subdistrict it was seen in
     */
    record HarmSeen(@Id String child, String subdistrict) implements ChildEvent {}

    /**
     * Somebody takes an alert on.
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DISTRICT})
    record ProtectionAlertAcknowledged(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child) implements ChildEvent {}
}
