package org.chongshan.events.organisations;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Checked;
import org.chongshan.events.Confidential;
import org.chongshan.events.Fault;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What the review panel (评审组) of a call accepts. It bears the call's id.
 */
public sealed interface ReviewPanelEvent extends OrganisationsEvent {
    /** Id of the call it reviews for. */
    String call();

    /**
     * A call was opened.
     *
     * @param openedBy token subject of whoever opened it
     */
    record ReviewPanelOpened(@Id String call, Instant proposalsUntil, String openedBy) implements ReviewPanelEvent {}

    /**
     * Somebody is to review.
     *
     * @param reviewer token subject
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ReviewerAppointed(@Id String call, @Id String reviewer) implements ReviewPanelEvent {}

    /**
     * A reviewer reviews no more; what they scored does not count.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ReviewerDismissed(@Id String call, @Id String reviewer,
            @Size(min = 2, max = 500) Confidential grounds) implements ReviewPanelEvent {}

    /**
     * A reviewer says which organisations they have a stake in; whoever has none says so by an empty list. Said again, the
     * list grows.
     *
     * @param stakes at most 50
     */
    @PostedBy({Role.ORGANISATION, Role.AGENCY})
    record ConflictDeclared(@Id String call,
            @Size(max = 50) List<@Valid Stake> stakes) implements ReviewPanelEvent, Checked {
        @Override
        public Stream<Fault> faults() {
            return IntStream.range(0, stakes.size())
                    .filter(i -> (stakes.get(i).leftOn() == null) == (stakes.get(i).kind() == StakeKind.SERVED_THERE))
                    .mapToObj(i -> new Fault("/stakes/" + i + "/leftOn", Fault.Code.MISSING,
                            "stands with SERVED_THERE, and with no other"));
        }
    }

    /**
     * An officer found that a reviewer has a stake in an organisation which they had not declared.
     *
     * @param grounds what was found, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ReviewerRecused(@Id String call, @Id String reviewer, @Id String organisation,
            @Size(min = 2, max = 500) Confidential grounds) implements ReviewPanelEvent {}

    /**
     * A proposal is eligible and is to be reviewed.
     */
    record ProposalEntered(@Id String call, @Id String proposal, @Id String organisation,
            @Min(1) long requestedFen) implements ReviewPanelEvent {}

    /**
     * A proposal is not to be reviewed after all.
     */
    record ProposalLeft(@Id String call, @Id String proposal) implements ReviewPanelEvent {}

    /**
     * A reviewer scored a proposal; said again, the last word counts.
     *
     * @param points  0 to 100
     * @param opinion 2 to 500 characters
     */
    @PostedBy({Role.ORGANISATION, Role.AGENCY})
    record ProposalReviewed(@Id String call, @Id String proposal, @Min(0) @Max(100) int points,
            @Size(min = 2, max = 500) Confidential opinion) implements ReviewPanelEvent {}

    /**
     * Every proposal has been scored by as many as it takes.
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ReviewConcluded(@Id String call) implements ReviewPanelEvent {}

    /**
     * The call was called off.
     */
    record ReviewPanelClosed(@Id String call) implements ReviewPanelEvent {}
}
