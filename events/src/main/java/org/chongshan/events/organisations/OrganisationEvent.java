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
     * @param incubator  the organisation that accompanies it: the subject of its token
     * @param volunteers how many it has, 0 to 10,000
     * @param contact    who speaks for it
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record TeamIncubated(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String organisation,
            @Size(min = 2, max = 100) String name, @Id String incubator, @Min(0) @Max(10_000) int volunteers,
            Personal contact) implements OrganisationEvent {}

    /**
     * A team has come a step further on its way. The first time that is known counts; of how far it has grown, the last word.
     *
     * @param volunteers      how many it has now, 0 to 10,000
     * @param activitiesAYear how many activities it holds, 0 to 10,000
     */
    @PostedBy({Role.ORGANISATION, Role.STREET, Role.DISTRICT})
    record IncubationMilestoneReached(@Id String organisation, IncubationMilestone milestone,
            @Min(0) @Max(10_000) int volunteers,
            @Min(0) @Max(10_000) int activitiesAYear) implements OrganisationEvent {}

    /**
     * An organisation was dissolved and struck off the register (注销), or a team fell apart, at the time of this event.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record OrganisationDissolved(@Id String organisation,
            @Size(min = 2, max = 500) Confidential grounds) implements OrganisationEvent {}

    /**
     * An organisation handed in the report on a year (年度工作报告). Each for itself; the district enters those on paper.
     *
     * @param year the year it reports on, 2000 to 2100
     */
    @PostedBy({Role.ORGANISATION, Role.DISTRICT})
    record AnnualReportFiled(@Id String organisation, @Min(2000) @Max(2100) int year) implements OrganisationEvent {}

    /**
     * The district concluded the annual check (年检) of a year; the last word on a year counts.
     *
     * @param year the year that was checked, 2000 to 2100
     */
    @PostedBy(Role.DISTRICT)
    record AnnualCheckConcluded(@Id String organisation, @Min(2000) @Max(2100) int year,
            AnnualCheck result) implements OrganisationEvent {}

    /**
     * An authority punished an organisation (行政处罚).
     *
     * @param penalty id given by whoever enters it
     * @param on      the day of the decision
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy(Role.DISTRICT)
    record PenaltyImposed(@Id String organisation, @Id(begins = true) String penalty, @Happened LocalDate on,
            @Size(min = 2, max = 500) Confidential grounds) implements OrganisationEvent {}

    /**
     * A penalty was executed: nothing of it is owed any more.
     */
    @PostedBy(Role.DISTRICT)
    record PenaltyExecuted(@Id String organisation, @Id String penalty) implements OrganisationEvent {}

    /**
     * An authority investigates an organisation, from the time of this event on.
     *
     * @param investigation id given by whoever enters it
     */
    @PostedBy(Role.DISTRICT)
    record InvestigationOpened(@Id String organisation,
            @Id(begins = true) String investigation) implements OrganisationEvent {}

    /**
     * An investigation has ended, at the time of this event.
     */
    @PostedBy(Role.DISTRICT)
    record InvestigationClosed(@Id String organisation, @Id String investigation) implements OrganisationEvent {}

    /**
     * A rating (评估等级) the platform has no round of: what the city or the province granted, or the district before the
     * organisation came onto these books.
     *
     * @param grantedBy  1A to 3A the district, 4A the city, 5A the province
     * @param on         the day of the certificate
     * @param certificate its number
     */
    @PostedBy(Role.DISTRICT)
    record RatingGranted(@Id String organisation, Grade grade, Grantor grantedBy, @Happened LocalDate on,
            @Id String certificate) implements OrganisationEvent {}

    /**
     * A rating round of the district was confirmed.
     *
     * @param on the day it was confirmed, from which the rating is valid
     */
    record RatingConfirmed(@Id String organisation, @Id String round, Grade grade,
            LocalDate on) implements OrganisationEvent {}

    /**
     * Whoever granted a rating lowered it, on the day of this event.
     *
     * @param grade   the lower one
     * @param by      who lowered it
     * @param grounds what follows the reason, 2 to 500 characters
     */
    @PostedBy(Role.DISTRICT)
    record RatingDowngraded(@Id String organisation, Grade grade, Grantor by, RatingLostBecause because,
            @Size(min = 2, max = 500) Confidential grounds) implements OrganisationEvent {}

    /**
     * Whoever granted a rating cancelled it, on the day of this event.
     *
     * @param by      who cancelled it
     * @param grounds what follows the reason, 2 to 500 characters
     */
    @PostedBy(Role.DISTRICT)
    record RatingCancelled(@Id String organisation, Grantor by, RatingLostBecause because,
            @Size(min = 2, max = 500) Confidential grounds) implements OrganisationEvent {}

    /**
     * A certificate and plaque that hold no more were handed back.
     */
    @PostedBy(Role.DISTRICT)
    record RatingCertificateReturned(@Id String organisation) implements OrganisationEvent {}

    /**
     * A rating round asks whether the organisation may be rated.
     *
     * @param grade the grade it applied for
     * @param on    the day it applied
     */
    record RatingEligibilityAsked(@Id String organisation, @Id String round, Grade grade,
            LocalDate on) implements OrganisationEvent {}

    /**
     * A case of an organisation was named an excellent one (优秀案例).
     *
     * @param by   who named it
     * @param year of the selection, 2000 to 2100
     */
    @PostedBy(Role.DISTRICT)
    record ExcellentCaseNamed(@Id String organisation, Grantor by,
            @Min(2000) @Max(2100) int year) implements OrganisationEvent {}

    /**
     * An organisation broke an agreement on a grant: it has none for some years from the day of this event on.
     *
     * @param ban     id, such as the project's
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy(Role.DISTRICT)
    record GrantBanned(@Id String organisation, @Id String ban,
            @Size(min = 2, max = 500) Confidential grounds) implements OrganisationEvent {}

    /**
     * It turned out that the organisation had not broken the agreement: the ban is lifted.
     */
    record GrantBanLifted(@Id String organisation, @Id String ban) implements OrganisationEvent {}

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
}
