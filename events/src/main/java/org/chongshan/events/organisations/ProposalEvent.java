package org.chongshan.events.organisations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Checked;
import org.chongshan.events.Confidential;
import org.chongshan.events.Fault;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal (项目申报) accepts.
 */
public sealed interface ProposalEvent extends OrganisationsEvent {
    /** Id of the proposal it concerns. */
    String proposal();

    /**
     * An organisation proposes a project, in the subdistrict whose books the call is in; or an officer enters what it handed in on
     * paper.
     *
     * @param title               2 to 100 characters
     * @param requestedFen        what it asks for
     * @param expectedPersonTimes whom it means to reach, person-times
     * @param subdistricts        codes of where, 1 to 16
     * @param goals               what for, 2 to 2,000 characters
     * @param plan                how, 2 to 2,000 characters
     * @param riskPlan            what it does when something goes wrong, 2 to 2,000 characters
     * @param contact             who answers for it
     */
    @PostedBy({Role.ORGANISATION, Role.STREET, Role.DISTRICT})
    record ProposalSubmitted(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String proposal, @Id String call,
            @Id String organisation, @Size(min = 2, max = 100) String title, ServiceField field,
            @Min(1) @Max(10_000_000_000L) long requestedFen, @Planned LocalDate startsOn, @Planned LocalDate endsOn,
            @Min(1) @Max(1_000_000) int expectedPersonTimes,
            @Size(min = 1, max = 16) Set<@Pattern(regexp = "^[0-9]{9}$") String> subdistricts,
            @Size(min = 2, max = 2_000) Confidential goals, @Size(min = 2, max = 2_000) Confidential plan,
            @Size(min = 2, max = 2_000) Confidential riskPlan, Personal contact) implements ProposalEvent, Checked {
        @Override
        public Stream<Fault> faults() {
            return endsOn.isBefore(startsOn)
                    ? Stream.of(new Fault("/endsOn", Fault.Code.OUT_OF_RANGE, "lies on the day it starts or later"))
                    : Stream.empty();
        }
    }

    /**
     * The call says what it asks for.
     *
     * @param lowestGrade null when it asks for none
     * @param inTime      whether it was handed in while the call was open
     * @param here        whether it was handed in where the call is
     */
    record CallTermsStated(@Id String proposal, @Id String call, @Min(1) long floorFen, @Min(1) long ceilingFen,
            Set<ServiceField> fields, @Nullable Grade lowestGrade, boolean inTime,
            boolean here) implements ProposalEvent {}

    /**
     * The organisation says where it stands with grants. From then on this proposal is its one of the year, unless it named
     * something that stands against it.
     *
     * @param registered   whether it is in the register, and not dissolved
     * @param grade        null when it has none that is valid on the day
     * @param ratedUntil   the last day of the grade; null without one
     * @param otherOfYear  id of another proposal or project of that year; null without one
     * @param unsettled    id of a project whose accounts are not settled; null without one
     * @param bannedUntil  the last day of a ban; null without one that is in force on the day
     * @param recipient    who it is, as published
     */
    record GrantStandingStated(@Id String proposal, @Id String organisation, boolean registered, @Nullable Grade grade,
            @Nullable LocalDate ratedUntil, @Nullable String otherOfYear, @Nullable String unsettled,
            @Nullable LocalDate bannedUntil, Recipient recipient) implements ProposalEvent {}

    /**
     * A reviewer has declared that they have no stake in it, and may read it.
     *
     * @param reviewer  token subject
     * @param statement number of the panel's statement, for later ones replace earlier ones
     */
    record ReviewerCleared(@Id String proposal, @Id String reviewer, @Min(1) int statement) implements ProposalEvent {}

    /**
     * A reviewer may not read it any more.
     *
     * @param statement number of the panel's statement
     */
    record ReviewerBarred(@Id String proposal, @Id String reviewer, @Min(1) int statement) implements ProposalEvent {}

    /**
     * It is on the published shortlist.
     *
     * @param amountFen what it is to get
     */
    record ProposalShortlisted(@Id String proposal, @Min(1) long amountFen,
            Instant publishedUntil) implements ProposalEvent {}

    /**
     * It gets an award.
     *
     * @param decidedBy token subjects of those who decided it
     */
    record AwardGranted(@Id String proposal, @Min(1) long amountFen,
            SortedSet<String> decidedBy) implements ProposalEvent {}

    /**
     * It gets no award.
     */
    record AwardRefused(@Id String proposal, NotAwardedBecause because) implements ProposalEvent {}

    /**
     * Its award came to nothing: there is no agreement.
     */
    record AwardLapsed(@Id String proposal) implements ProposalEvent {}

    /**
     * Whoever made it takes it back, before it has an award.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.ORGANISATION, Role.STREET, Role.DISTRICT})
    record ProposalWithdrawn(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String proposal,
            @Size(min = 2, max = 500) Confidential grounds) implements ProposalEvent {}
}
