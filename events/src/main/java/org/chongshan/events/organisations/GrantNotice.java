package org.chongshan.events.organisations;

import java.time.Instant;
import java.util.SortedSet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.Public;

/**
 * What calls, proposals and projects state: to officers, to organisations, and to the treasury.
 */
public sealed interface GrantNotice extends OrganisationsEvent {
    /**
     * A proposal is to be reviewed, or is not.
     *
     * @param failed the checks it does not satisfy; none when it is to be reviewed
     */
    record ProposalChecked(@Id String proposal, @Id String organisation,
            SortedSet<EligibilityCheck> failed) implements GrantNotice {}

    /**
     * The call or the organisation of a proposal has not answered: there may be none.
     */
    record ProposalUnanswered(@Id String proposal, Instant dueBy) implements GrantNotice {}

    /**
     * The reviews of a call are not concluded in time.
     */
    record ReviewOverdue(@Id String call, Instant dueBy) implements GrantNotice {}

    /**
     * A shortlist is published: whoever objects does so until then.
     */
    @Public("A shortlist is published, 公示: whoever objects has to know until when.")
    record ShortlistOpen(@Id String call, Instant publishedUntil) implements GrantNotice {}

    /**
     * Nobody answered an objection in time.
     */
    record ObjectionAnswerOverdue(@Id String call, @Id String objection, Instant dueBy) implements GrantNotice {}

    /**
     * There is no agreement yet, days after the award.
     */
    record AgreementOverdue(@Id String project, @Id String organisation, Instant dueBy) implements GrantNotice {}

    /**
     * A tranche that is due was not approved in time.
     */
    record TrancheOverdue(@Id String project, @Min(1) @Max(3) int tranche, Instant dueBy) implements GrantNotice {}

    /**
     * A tranche is to be paid.
     *
     * @param claim     what is paid at most once
     * @param account   the budget that bears it
     * @param decidedBy token subjects of those who made the award and approved the tranche
     */
    record TranchePaymentOrdered(@Id String project, @Id String claim, @Id String organisation, @Min(1) long amountFen,
            @Id String account, SortedSet<String> decidedBy) implements GrantNotice {}

    /**
     * A report is not there in time; without a reason the project is stopped.
     *
     * @param reasonBy by when a reason is given
     */
    record ProgressReportOverdue(@Id String project, ReportStage stage, Instant dueBy,
            Instant reasonBy) implements GrantNotice {}

    /**
     * Nobody evaluated a report in time.
     */
    record EvaluationOverdue(@Id String project, ReportStage stage, Instant dueBy) implements GrantNotice {}

    /**
     * A project passed an evaluation.
     *
     * @param personTimes whom it reached since the last one
     */
    record MilestonePassed(@Id String project, @Id String organisation, ReportStage stage,
            @Min(0) long personTimes) implements GrantNotice {}

    /**
     * A project was stopped: for publication (公示).
     */
    @Public("That a project was stopped is published, 公示, for whoever gives grants too.")
    record ProjectStopPublished(@Id String project, @Id String organisation,
            StoppedBecause because) implements GrantNotice {}

    /**
     * Nobody settled the accounts of a project in time.
     */
    record AccountsOverdue(@Id String project, Instant dueBy) implements GrantNotice {}

    /**
     * An organisation is to return money: what is left over, or what is clawed back.
     */
    record MoneyDemanded(@Id String project, @Id String organisation, @Min(1) long amountFen,
            Instant dueBy) implements GrantNotice {}

    /**
     * Money that was to be returned is not there in time.
     */
    record MoneyReturnOverdue(@Id String project, @Id String organisation, @Min(1) long amountFen,
            Instant dueBy) implements GrantNotice {}
}
