package org.chongshan.events.eldercare;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Born;
import org.chongshan.events.Confidential;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the record of an old person accepts.
 */
public sealed interface ElderEvent extends EldercareEvent {
    /** Id of the elder it concerns. */
    String elder();

    /**
     * An old person came onto the books of elder care.
     *
     * @param elder          id given by whoever registers: a pseudonym
     * @param household      in relief's books; null when it is in none
     * @param bornOn         day of birth, in clear because a rule reckons with it
     * @param registeredHere whether the household registration (户籍) is in the district
     * @param livesHereSince day since which the person lives in the district; null when it does not
     * @param contact        whom to call in an emergency
     */
    @PostedBy({Role.GRID, Role.STREET})
    record ElderRegistered(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String elder,
            @Nullable @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household, Personal name, @Born LocalDate bornOn,
            boolean registeredHere, @Happened @Nullable LocalDate livesHereSince, Personal address,
            Personal contact) implements ElderEvent {}

    /**
     * The day of birth on the books was wrong.
     *
     * @param grounds what shows it, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record BirthdayCorrected(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder, @Born LocalDate bornOn,
            @Size(min = 2, max = 500) Confidential grounds) implements ElderEvent {}

    /**
     * An elder belongs to this household of relief's books from now on.
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ElderHouseholdStated(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household) implements ElderEvent {}

    /**
     * Where an elder is registered and lives from now on.
     *
     * @param registeredHere whether the household registration (户籍) is in the district
     * @param livesHereSince day since which the elder lives in the district; null when it does not
     * @param newHome        whether it is another home than before: what was built in that one is of no use any more
     */
    @PostedBy({Role.GRID, Role.STREET})
    record ResidenceChanged(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder, boolean registeredHere,
            @Happened @Nullable LocalDate livesHereSince, boolean newHome) implements ElderEvent {}

    /**
     * An elder's ability was assessed (GB/T 42195-2022).
     *
     * @param assessor who assessed
     * @param findings in the assessor's words, 2 to 500 characters
     */
    @PostedBy({Role.ORGANISATION, Role.AGENCY})
    record ElderAssessed(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder, AbilityGrade grade, @Id String assessor,
            @Size(min = 2, max = 500) Personal findings) implements ElderEvent {}

    /**
     * An elder went to hospital: nobody visits at home.
     */
    @PostedBy({Role.GRID, Role.STREET, Role.CARE, Role.AGENCY})
    record CareSuspended(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder) implements ElderEvent {}

    /**
     * An elder is back from hospital.
     */
    @PostedBy({Role.GRID, Role.STREET, Role.CARE, Role.AGENCY})
    record CareResumed(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder) implements ElderEvent {}

    /**
     * An elder died.
     */
    @PostedBy({Role.GRID, Role.STREET, Role.DISTRICT})
    record ElderDied(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder,
            @Happened LocalDate diedOn) implements ElderEvent {}

    /**
     * It was a mistake that an elder died.
     *
     * @param grounds what shows it, 2 to 500 characters
     */
    @PostedBy({Role.DISTRICT})
    record ElderDeathRetracted(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder,
            @Size(min = 2, max = 500) Confidential grounds) implements ElderEvent {}

    /**
     * What relief says of the economy of a household, told to an elder of it.
     *
     * @param since from when on
     */
    record HardshipStated(@Id String elder, @Id String household, EconomicHardship hardship,
            Instant since) implements ElderEvent {}

    /**
     * A month of care reached an elder: what it is entitled to is decided.
     *
     * @param careMonth month and subdistrict, such as {@code 2023-03.320613001}
     */
    record CareMonthDue(@Id String careMonth, @Id String elder) implements ElderEvent {}

    /**
     * Somebody has come to an elder's home: is the elder entitled to be visited on that day? It is answered, and answered again
     * whenever what is known of the elder makes it another answer.
     *
     * @param on the day the visit began (Asia/Shanghai); a later question of one visit replaces an earlier
     */
    record VisitEntitlementAsked(@Id String elder, @Id String visit, LocalDate on) implements ElderEvent {}

    /**
     * A home visit was verified: it counts. Of all that is said of one visit the highest revision holds.
     *
     * @param from     when it began: it belongs to the month in which that lies (Asia/Shanghai)
     * @param minutes  whole minutes, 0 or more
     * @param feeFen   what it costs; 0 when a volunteer came
     * @param revision counts what the visit's record says of it, from 1
     */
    record HomeVisitVerified(@Id String elder, @Id String visit, @Id String provider, Instant from, Instant until,
            @Min(0) int minutes, @Min(0) long feeFen, @Min(1) int revision) implements ElderEvent {}

    /**
     * A home visit that had been verified counts no more.
     *
     * @param from     when it had begun
     * @param revision counts what the visit's record says of it, from 1
     */
    record HomeVisitStruck(@Id String elder, @Id String visit, @Id String provider, Instant from,
            @Min(1) int revision) implements ElderEvent {}

    /**
     * A home visit did not come about, or was none.
     *
     * @param from     when it began or was to begin
     * @param revision counts what the visit's record says of it, from 1
     */
    record HomeVisitNotMade(@Id String elder, @Id String visit, Instant from, VisitNotMade reason,
            @Min(1) int revision) implements ElderEvent {}

    /**
     * A care bed for an elder is being prepared: it asks how the elder stands, now and from now on.
     */
    record ElderStandingAsked(@Id String elder, @Id String bed) implements ElderEvent {}
}
