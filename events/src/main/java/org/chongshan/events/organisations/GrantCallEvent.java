package org.chongshan.events.organisations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 * What a call for proposals (公益创投项目征集) accepts.
 */
public sealed interface GrantCallEvent extends OrganisationsEvent {
    /** Id of the call it concerns. */
    String call();

    /**
     * A district, street or community calls for proposals.
     *
     * @param title          2 to 100 characters
     * @param budgetFen      what all awards together come to at most
     * @param floorFen       what a project asks for at least
     * @param ceilingFen     what a project asks for at most
     * @param lowestGrade    the grade an organisation has at least; null when none is asked for
     * @param proposalsUntil by when proposals are handed in, that instant included
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record GrantCallOpened(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String call,
            @Size(min = 2, max = 100) String title, GrantTier tier, @Size(min = 1, max = 5) Set<ServiceField> fields,
            @Min(1) @Max(10_000_000_000L) long budgetFen, @Min(1) @Max(10_000_000_000L) long floorFen,
            @Min(1) @Max(10_000_000_000L) long ceilingFen, @Nullable Grade lowestGrade,
            @Planned Instant proposalsUntil) implements GrantCallEvent, Checked {
        @Override
        public Stream<Fault> faults() {
            var faults = Stream.<Fault>builder();
            if (floorFen > ceilingFen) {
                faults.add(new Fault("/floorFen", Fault.Code.OUT_OF_RANGE, "is the ceiling or less"));
            }
            if (ceilingFen > budgetFen) {
                faults.add(new Fault("/ceilingFen", Fault.Code.OUT_OF_RANGE, "is the budget or less"));
            }
            return faults.build();
        }
    }

    /**
     * A proposal asks what the call asks for.
     *
     * @param submittedAt when the proposal was handed in
     */
    record CallTermsAsked(@Id String call, @Id String proposal, Instant submittedAt) implements GrantCallEvent {}

    /**
     * The reviews are concluded.
     *
     * @param ranking of every proposal that was reviewed, the best first
     */
    record ProposalsRanked(@Id String call, List<RankedProposal> ranking) implements GrantCallEvent {}

    /**
     * An officer publishes who is to get an award (公示), in an order in which the budget goes as far as it does; published
     * again, the list grows.
     *
     * @param shortlist  1 to 100 more
     * @param passedOver why better ones are not on it
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ShortlistPublished(@Id String call, @Size(min = 1, max = 100) List<@Valid Shortlisting> shortlist,
            @Size(max = 100) List<@Valid PassedOver> passedOver) implements GrantCallEvent {}

    /**
     * Somebody objects to an award while the shortlist is published. Objections are signed: who reads the call's journal sees
     * who objected.
     *
     * @param objection id of the objection, of this call's
     * @param reason    2 to 500 characters
     */
    @PostedBy({Role.ORGANISATION, Role.DESK, Role.GRID, Role.STREET})
    record ObjectionRaised(@Id String call, @Id String objection, @Id String proposal,
            @Size(min = 2, max = 500) Personal reason) implements GrantCallEvent {}

    /**
     * An officer answers an objection.
     *
     * @param upheld whether the proposal comes off the list
     * @param answer 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ObjectionAnswered(@Id String call, @Id String objection, boolean upheld,
            @Size(min = 2, max = 500) Confidential answer) implements GrantCallEvent {}

    /**
     * An officer makes an award.
     *
     * @param amountFen as published
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record AwardDecided(@Id String call, @Id String proposal,
            @Min(1) @Max(10_000_000_000L) long amountFen) implements GrantCallEvent {}

    /**
     * An award came to nothing: there is no agreement, and nothing was paid.
     */
    record AwardReleased(@Id String call, @Id String proposal) implements GrantCallEvent {}

    /**
     * A proposal was taken back by whoever had made it.
     */
    record ProposalTakenBack(@Id String call, @Id String proposal) implements GrantCallEvent {}

    /**
     * Nothing more is awarded.
     *
     * @param grounds why the rest gets none, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record GrantCallClosed(@Id String call, @Size(min = 2, max = 500) Confidential grounds) implements GrantCallEvent {}

    /**
     * The call ends before anything was awarded.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record GrantCallCalledOff(@Id String call,
            @Size(min = 2, max = 500) Confidential grounds) implements GrantCallEvent {}
}
