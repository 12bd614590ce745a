package org.chongshan.organisations.proposal;

import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.GrantCallEvent.AwardReleased;
import org.chongshan.events.organisations.GrantCallEvent.CallTermsAsked;
import org.chongshan.events.organisations.GrantCallEvent.ProposalTakenBack;
import org.chongshan.events.organisations.GrantNotice.ProposalChecked;
import org.chongshan.events.organisations.GrantNotice.ProposalUnanswered;
import org.chongshan.events.organisations.OrganisationEvent.GrantProposalEnded;
import org.chongshan.events.organisations.OrganisationEvent.GrantStandingAsked;
import org.chongshan.events.organisations.ProjectEvent.ProjectAwarded;
import org.chongshan.events.organisations.ProposalEvent;
import org.chongshan.events.organisations.ProposalEvent.AwardGranted;
import org.chongshan.events.organisations.ProposalEvent.AwardLapsed;
import org.chongshan.events.organisations.ProposalEvent.AwardRefused;
import org.chongshan.events.organisations.ProposalEvent.CallTermsStated;
import org.chongshan.events.organisations.ProposalEvent.GrantStandingStated;
import org.chongshan.events.organisations.ProposalEvent.ProposalShortlisted;
import org.chongshan.events.organisations.ProposalEvent.ProposalSubmitted;
import org.chongshan.events.organisations.ProposalEvent.ProposalWithdrawn;
import org.chongshan.events.organisations.ProposalEvent.ReviewerBarred;
import org.chongshan.events.organisations.ProposalEvent.ReviewerCleared;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalEntered;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalLeft;
import org.chongshan.organisations.OrganisationsParameter;
import org.chongshan.organisations.proposal.Proposal.Asks;
import org.chongshan.organisations.proposal.Proposal.Plan;
import org.chongshan.organisations.proposal.Proposal.Reading;
import org.chongshan.organisations.proposal.Proposal.Stands;
import org.chongshan.organisations.proposal.Proposal.Status;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.organisations.proposal.ProposalRule.*;

/**
 * Proposals: eligible by what the call asks for and where the organisation stands, which both are asked; what came of it is
 * told to the organisation, so that its one place of the year is free again.
 */
public record ProposalDecider() implements Decider<Proposal, ProposalEvent> {
    @Override
    public String idOf(ProposalEvent event) {
        return event.proposal();
    }

    @Override
    public Decision<Proposal> begin(String id, ProposalEvent event, Context context) {
        return event instanceof ProposalSubmitted submitted ? submit(id, submitted, context) : early(PROPOSAL_UNKNOWN);
    }

    @Override
    public Decision<Proposal> decide(Proposal proposal, ProposalEvent event, Context context) {
        var status = proposal.status();
        return switch (event) {
            case ProposalSubmitted _ -> refuse(SUBMITTED_ONCE);
            case CallTermsStated terms when proposal.isAsked() && proposal.asks() == null ->
                heard(proposal.asking(new Asks(terms.floorFen(), terms.ceilingFen(), terms.fields(),
                        terms.lowestGrade(), terms.inTime(), terms.here())));
            case GrantStandingStated stands when proposal.isAsked() && proposal.stands() == null ->
                heard(proposal.standing(new Stands(stands.registered(), stands.grade(), stands.ratedUntil(),
                        stands.otherOfYear(), stands.unsettled(), stands.bannedUntil(), stands.recipient())));
            case GrantStandingStated _ when status == Status.WITHDRAWN ->
                Decision.<Proposal>become(proposal, HEARD).emit(freed(proposal));
            case CallTermsStated _,GrantStandingStated _ -> refuse(HEARD_BEFORE);

            case ReviewerCleared cleared ->
                become(proposal.readBy(cleared.reviewer(), new Reading(cleared.statement(), true)), READERS_CHANGED);
            case ReviewerBarred barred ->
                become(proposal.readBy(barred.reviewer(), new Reading(barred.statement(), false)), READERS_CHANGED);

            case ProposalShortlisted shortlisted when status == Status.ELIGIBLE ->
                become(proposal.shortlisted(shortlisted.amountFen()), SHORTLISTED);
            case AwardGranted granted when proposal.isInTheRunning() -> award(proposal, granted);
            case AwardGranted _ when status != Status.AWARDED && status != Status.LAPSED ->
                Decision.<Proposal>become(proposal, NOT_WANTED_ANY_MORE)
                        .emit(new AwardReleased(proposal.call(), proposal.id()));
            case AwardRefused refused when proposal.isInTheRunning() ->
                Decision.<Proposal>become(proposal.refused(refused.because()), REFUSED).emit(freed(proposal));
            case AwardLapsed _ when status == Status.AWARDED ->
                Decision.<Proposal>become(proposal.in(Status.LAPSED), LAPSED)
                        .emit(new AwardReleased(proposal.call(), proposal.id()), freed(proposal));
            case ProposalWithdrawn _ when isSomebodyElse(proposal.organisation(), context) -> refuse(NOT_ONES_OWN);
            case ProposalWithdrawn _ when proposal.isInTheRunning() ->
                Decision.<Proposal>become(proposal.in(Status.WITHDRAWN), WITHDRAWN).emit(
                        new ProposalLeft(proposal.call(), proposal.id()),
                        new ProposalTakenBack(proposal.call(), proposal.id()), freed(proposal));
            case ProposalWithdrawn _ when proposal.isAsked() ->
                Decision.<Proposal>become(proposal.in(Status.WITHDRAWN), WITHDRAWN).emit(freed(proposal));
            case ProposalShortlisted _,AwardGranted _,AwardRefused _,AwardLapsed _,ProposalWithdrawn _ ->
                refuse(NOT_AT_THIS_POINT);
        };
    }

    @Override
    public Become<Proposal> reached(Proposal proposal, Deadline deadline, Context context) {
        return Decision.<Proposal>become(proposal.in(Status.UNANSWERED), UNANSWERED)
                .emit(new ProposalUnanswered(proposal.id(), context.time()));
    }

    private static Decision<Proposal> submit(String id, ProposalSubmitted submitted, Context context) {
        if (isSomebodyElse(submitted.organisation(), context)) {
            return refuse(NOT_ONES_OWN);
        }
        var plan = new Plan(submitted.title(), submitted.field(), submitted.startsOn(), submitted.endsOn(),
                submitted.expectedPersonTimes(), submitted.subdistricts(), submitted.goals(), submitted.plan(),
                submitted.riskPlan(), submitted.contact());
        // What an officer took on paper was handed in when they say; whoever gains by an early time does not say it.
        var at = context.role() == Role.ORGANISATION ? context.received() : context.time();
        var answerBy = context.received()
                .plus(Duration.ofHours(context.policy().value(OrganisationsParameter.PROPOSAL_ANSWER_HOURS)));
        return Decision
                .<Proposal>become(Proposal.submitted(id, context.subdistrict(), submitted.call(),
                        submitted.organisation(), plan, submitted.requestedFen(), at, answerBy), SUBMITTED)
                .emit(new CallTermsAsked(submitted.call(), id, at),
                        new GrantStandingAsked(submitted.organisation(), id, WorkingDays.dayOf(at)));
    }

    private static boolean isSomebodyElse(String organisation, Context context) {
        return context.role() == Role.ORGANISATION && !Actors.same(context.actor(), organisation);
    }

    private static Decision<Proposal> heard(Proposal proposal) {
        var asks = proposal.asks();
        var stands = proposal.stands();
        if (asks == null || stands == null) {
            return become(proposal, HEARD);
        }
        var checks = Eligibility.of(proposal, asks, stands);
        var failed = checks.entrySet().stream().filter(check -> !check.getValue().satisfied()).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        var told = new ProposalChecked(proposal.id(), proposal.organisation(), failed);
        return failed.isEmpty()
                ? Decision.<Proposal>become(proposal.checked(Status.ELIGIBLE, checks), ELIGIBLE).emit(told,
                        new ProposalEntered(proposal.call(), proposal.id(), proposal.organisation(),
                                proposal.requestedFen()))
                : Decision.<Proposal>become(proposal.checked(Status.INELIGIBLE, checks), NOT_ELIGIBLE).emit(told,
                        freed(proposal));
    }

    private static Decision<Proposal> award(Proposal proposal, AwardGranted granted) {
        var plan = proposal.plan();
        return Decision.<Proposal>become(proposal.awarded(granted.amountFen()), AWARDED)
                .emit(new ProjectAwarded(proposal.id(), proposal.call(), proposal.organisation(),
                        requireNonNull(proposal.stands()).recipient(), plan.title(), plan.field(),
                        proposal.requestedFen(), granted.amountFen(), plan.startsOn(), plan.endsOn(),
                        plan.expectedPersonTimes(), plan.subdistricts(), granted.decidedBy()));
    }

    private static GrantProposalEnded freed(Proposal proposal) {
        return new GrantProposalEnded(proposal.organisation(), proposal.id());
    }
}
