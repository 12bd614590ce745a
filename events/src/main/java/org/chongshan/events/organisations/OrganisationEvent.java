package org.chongshan.events.organisations;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Checked;
import org.chongshan.events.Confidential;
import org.chongshan.events.Fault;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a social organisation (社会组织), or a community team that is to become one, accepts.
 */
public sealed interface OrganisationEvent extends OrganisationsEvent {
    /** Id of the organisation it concerns: the subject of its token. */
    String organisation();

    /**
     * The district entered an organisation in its register (登记), or changed what the register says of it: the last entry
     * counts. A team that was registered keeps its id.
     *
     * @param creditCode   its unified social credit code
     * @param name         as registered, 2 to 100 characters
     * @param registeredOn the day of its first registration
     * @param contact      who speaks for it
     */
    @PostedBy(Role.DISTRICT)
    record OrganisationRegistered(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String organisation,
            @Pattern(regexp = CreditCode.PATTERN) String creditCode, OrganisationKind kind,
            @Size(min = 2, max = 100) String name, @Happened LocalDate registeredOn,
            Personal contact) implements OrganisationEvent, Checked {
        @Override
        public Stream<Fault> faults() {
            return creditCode.matches(CreditCode.PATTERN)
                    ? CreditCode.fault(creditCode, kind, "/creditCode").stream()
                    : Stream.empty();
        }
    }

    /**
     * A community team (社区社会组织), which has no credit code and is kept by its street, is accompanied on its way to an
     * organisation (相伴计划), from the time of this event on. Said again, the last word counts.
     *
     * @param name       what it is called, 2 to 100 characters
     * @param incubator  the organisation that accompanies it
     * @param volunteers how many it has, 0 to 10,000
     * @param contact    who speaks for it
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record TeamIncubated(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String organisation,
            @Size(min = 2, max = 100) String name, @Id String incubator, @Min(0) @Max(10_000) int volunteers,
            Personal contact) implements OrganisationEvent {}

    /**
     * An organisation was dissolved and struck off the register (注销), or a team fell apart, at the time of this event.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record OrganisationDissolved(@Id String organisation,
            @Size(min = 2, max = 500) Confidential grounds) implements OrganisationEvent {}

    /**
     * A proposal asks where the organisation stands with grants. Unless something stands against it, it is the organisation's
     * one of the year from then on.
     *
     * @param day on which it was handed in
     */
    record GrantStandingAsked(@Id String organisation, @Id String proposal,
            LocalDate day) implements OrganisationEvent {}

    /**
     * A proposal came to nothing: the organisation may make another of that year.
     */
    record GrantProposalEnded(@Id String organisation, @Id String proposal) implements OrganisationEvent {}

    /**
     * A project of the organisation is to be settled, or is settled.
     *
     * @param statement number of the statement, for later ones replace earlier ones
     */
    record GrantProjectStated(@Id String organisation, @Id String project, @Min(1) int statement,
            boolean settled) implements OrganisationEvent {}

    /**
     * The organisation gets no grant for a time, because it broke an agreement.
     *
     * @param ban   id of the ban, of this organisation's: the project's
     * @param until the last day
     */
    record GrantBanned(@Id String organisation, @Id String ban, LocalDate until) implements OrganisationEvent {}

    /**
     * It turned out that it had not.
     */
    record GrantBanLifted(@Id String organisation, @Id String ban) implements OrganisationEvent {}
}
