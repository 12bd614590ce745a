package org.chongshan.organisations.grantcall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.GrantCallEvent;
import org.chongshan.events.organisations.GrantCallEvent.AwardDecided;
import org.chongshan.events.organisations.GrantCallEvent.AwardReleased;
import org.chongshan.events.organisations.GrantCallEvent.CallTermsAsked;
import org.chongshan.events.organisations.GrantCallEvent.GrantCallCalledOff;
import org.chongshan.events.organisations.GrantCallEvent.GrantCallClosed;
import org.chongshan.events.organisations.GrantCallEvent.GrantCallOpened;
import org.chongshan.events.organisations.GrantCallEvent.ObjectionAnswered;
import org.chongshan.events.organisations.GrantCallEvent.ObjectionRaised;
import org.chongshan.events.organisations.GrantCallEvent.ProposalTakenBack;
import org.chongshan.events.organisations.GrantCallEvent.ProposalsRanked;
import org.chongshan.events.organisations.GrantCallEvent.ShortlistPublished;
import org.chongshan.events.organisations.GrantNotice.ObjectionAnswerOverdue;
import org.chongshan.events.organisations.GrantNotice.ReviewOverdue;
import org.chongshan.events.organisations.GrantNotice.ShortlistOpen;
import org.chongshan.events.organisations.GrantTier;
import org.chongshan.events.organisations.NotAwardedBecause;
import org.chongshan.events.organisations.PassedOver;
import org.chongshan.events.organisations.ProposalEvent.AwardGranted;
import org.chongshan.events.organisations.ProposalEvent.AwardRefused;
import org.chongshan.events.organisations.ProposalEvent.CallTermsStated;
import org.chongshan.events.organisations.ProposalEvent.ProposalShortlisted;
import org.chongshan.events.organisations.RankedProposal;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewPanelClosed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewPanelOpened;
import org.chongshan.events.organisations.Shortlisting;
import org.chongshan.organisations.OrganisationsParameter;
import org.chongshan.organisations.grantcall.GrantCall.Answer;
import org.chongshan.organisations.grantcall.GrantCall.Candidate;
import org.chongshan.organisations.grantcall.GrantCall.Due;
import org.chongshan.organisations.grantcall.GrantCall.Objection;
import org.chongshan.organisations.grantcall.GrantCall.Place;
import org.chongshan.organisations.grantcall.GrantCall.Status;
import org.chongshan.organisations.grantcall.GrantCall.Terms;
import org.jspecify.annotations.Nullable;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.organisations.grantcall.GrantCallRule.*;

/**
 * Calls for proposals: one aggregate decides every award, so that whatever comes beside each other, they never come to more than
 * the budget. What officers did on paper counts as of its own time, and the journal says how late it was entered.
 */
public record GrantCallDecider() implements Decider<GrantCall, GrantCallEvent> {
    private static final int HUNDREDTHS = 100;

    @Override
    public String idOf(GrantCallEvent event) {
        return event.call();
    }

    @Override
    public Decision<GrantCall> begin(String id, GrantCallEvent event, Context context) {
        return event instanceof GrantCallOpened opened ? open(id, opened, context) : early(CALL_UNKNOWN);
    }

    @Override
    public Decision<GrantCall> decide(GrantCall call, GrantCallEvent event, Context context) {
        var status = call.status();
        return switch (event) {
            case GrantCallOpened _ -> refuse(OPENED_ONCE);
            case CallTermsAsked asked -> become(call, TERMS_STATED).emit(terms(call, asked, context));
            case AwardReleased released when placeOf(call, released.proposal()) == Place.AWARDED ->
                become(call.placed(released.proposal(), Place.RELEASED), RELEASED);
            case AwardReleased _ -> refuse(NOTHING_TO_RELEASE);
            case ProposalTakenBack back -> takeBack(call, back.proposal());

            case GrantCallEvent _ when call.hasEnded() -> refuse(NOT_AT_THIS_POINT);
            case ProposalsRanked ranked when status == Status.OPEN || status == Status.IN_REVIEW
                    || status == Status.REVIEW_OVERDUE ->
                become(call.ranked(ranked.ranking()), RANKED);
            case ProposalsRanked _ -> refuse(NOT_AT_THIS_POINT);
            case GrantCallCalledOff _ when call.awardedFen() > 0 -> refuse(AWARDS_STAND);
            case GrantCallCalledOff _ -> Decision.<GrantCall>become(call.in(Status.CALLED_OFF), CALLED_OFF)
                    .emit(new ReviewPanelClosed(call.id()));

            case GrantCallEvent _ when status != Status.RANKED && status != Status.PUBLISHED
                    && status != Status.AWARDING ->
                refuse(NOT_AT_THIS_POINT);
            case ShortlistPublished published -> publish(call, published, context);
            case ObjectionRaised raised -> object(call, raised, context);
            case ObjectionAnswered answered -> answer(call, answered, context);
            case AwardDecided award -> award(call, award, context);
            case GrantCallClosed _ when isPublished(call, context) || call.hasOpenObjection() ->
                refuse(NOT_AT_THIS_POINT);
            case GrantCallClosed _ -> close(call);
        };
    }

    @Override
    public Become<GrantCall> reached(GrantCall call, Deadline deadline, Context context) {
        return switch ((Due) deadline) {
            case SUBMISSION -> become(
                    call.inReview(context.term(context.time(),
                            context.policy().value(OrganisationsParameter.PROPOSAL_REVIEW_WORKING_DAYS))),
                    SUBMISSION_ENDED);
            case REVIEW -> Decision.<GrantCall>become(call.in(Status.REVIEW_OVERDUE), REVIEW_LATE)
                    .emit(new ReviewOverdue(call.id(), context.time()));
            case PUBLICATION -> become(call.in(Status.AWARDING), PUBLICATION_ENDED);
            case ANSWER -> answersLate(call, context.time());
        };
    }

    private static Decision<GrantCall> open(String id, GrantCallOpened opened, Context context) {
        if (opened.tier() == GrantTier.DISTRICT && context.role() != Role.DISTRICT) {
            return refuse(OF_THE_DISTRICT);
        }
        if (!opened.proposalsUntil().isAfter(context.time())) {
            return refuse(CLOSES_BEFORE_IT_OPENS);
        }
        var terms = new Terms(opened.title(), opened.tier(), opened.fields(), opened.budgetFen(), opened.floorFen(),
                opened.ceilingFen(), opened.lowestGrade(), opened.proposalsUntil());
        return Decision.<GrantCall>become(GrantCall.opened(id, context.subdistrict(), terms), OPENED)
                .emit(new ReviewPanelOpened(id, opened.proposalsUntil(), context.actor()));
    }

    private static CallTermsStated terms(GrantCall call, CallTermsAsked asked, Context context) {
        var terms = call.terms();
        return new CallTermsStated(asked.proposal(), call.id(), terms.floorFen(), terms.ceilingFen(), terms.fields(),
                terms.lowestGrade(), !call.hasEnded() && !asked.submittedAt().isAfter(terms.proposalsUntil()),
                context.subdistrict().equals(call.subdistrict()));
    }

    private static Decision<GrantCall> takeBack(GrantCall call, String proposal) {
        var known = call.takenBack(proposal);
        return become(placeOf(call, proposal) == Place.LISTED ? known.placed(proposal, Place.TAKEN_BACK) : known,
                TAKEN_BACK);
    }

    private static Decision<GrantCall> publish(GrantCall call, ShortlistPublished published, Context context) {
        var until = WorkingDays.endOf(
                context.date().plusDays(context.policy().value(OrganisationsParameter.SHORTLIST_PUBLICATION_DAYS)));
        var listed = new HashMap<String, Candidate>();
        var events = new ArrayList<Event>(List.of(new ShortlistOpen(call.id(), until)));
        for (var one : published.shortlist()) {
            var ranked = call.rankedAs(one.proposal());
            if (ranked.isEmpty() || call.takenBack().contains(one.proposal())) {
                return refuse(NOT_RANKED);
            }
            if (call.candidates().containsKey(one.proposal()) || listed.containsKey(one.proposal())) {
                return refuse(LISTED_ONCE);
            }
            if (!passes(ranked.get(), context)) {
                return refuse(TOO_FEW_POINTS);
            }
            if (isOutOfBounds(one, ranked.get(), call.terms())) {
                return refuse(AMOUNT_OUT_OF_BOUNDS);
            }
            listed.put(one.proposal(), new Candidate(one.amountFen(), until, Place.LISTED));
            events.add(new ProposalShortlisted(one.proposal(), one.amountFen(), until));
        }
        var passed = published.passedOver().stream().map(PassedOver::proposal).collect(Collectors.toSet());
        var next = call.published(listed, passed, context.actor(), until);
        return leavesOutABetterOne(next, context)
                ? refuse(BETTER_ONE_LEFT_OUT)
                : Decision.<GrantCall>become(next, PUBLISHED).emit(events.toArray(Event[]::new));
    }

    private static boolean passes(RankedProposal ranked, Context context) {
        return context.policy().reaches(OrganisationsParameter.PASSING_POINTS, ranked.hundredths(), HUNDREDTHS);
    }

    private static boolean isOutOfBounds(Shortlisting one, RankedProposal ranked, Terms terms) {
        return one.amountFen() < terms.floorFen() || one.amountFen() > terms.ceilingFen()
                || one.amountFen() > ranked.requestedFen();
    }

    private static boolean leavesOutABetterOne(GrantCall call, Context context) {
        var seen = new HashSet<>(call.candidates().keySet());
        for (var one : call.ranking()) {
            if (seen.isEmpty()) {
                return false;
            }
            if (!seen.remove(one.proposal()) && passes(one, context) && !call.passedOver().contains(one.proposal())
                    && !call.takenBack().contains(one.proposal())) {
                return true;
            }
        }
        return false;
    }

    private static Decision<GrantCall> object(GrantCall call, ObjectionRaised raised, Context context) {
        var candidate = call.candidates().get(raised.proposal());
        if (call.objections().containsKey(raised.objection())) {
            return refuse(RAISED_ONCE);
        }
        if (candidate == null || candidate.place() != Place.LISTED
                || context.time().isAfter(candidate.publishedUntil())) {
            return refuse(NOT_PUBLISHED);
        }
        if (call.objections().size() >= GrantCall.MOST_OBJECTIONS) {
            return refuse(TOO_MANY_OBJECTIONS);
        }
        var answerBy = WorkingDays.endOf(WorkingDays.dayOf(context.received())
                .plusDays(context.policy().value(OrganisationsParameter.OBJECTION_ANSWER_DAYS)));
        return become(call.with(raised.objection(),
                new Objection(raised.proposal(), context.actor(), raised.reason(), answerBy, Answer.OPEN, false)),
                OBJECTED);
    }

    private static Decision<GrantCall> answer(GrantCall call, ObjectionAnswered answered, Context context) {
        var objection = call.objections().get(answered.objection());
        if (objection == null || !objection.isOpen()) {
            return refuse(NO_SUCH_OBJECTION);
        }
        if (Actors.same(context.actor(), objection.by())) {
            return refuse(NOT_ONES_OWN);
        }
        var proposal = objection.proposal();
        if (!answered.upheld()) {
            return become(call.with(answered.objection(), objection.answered(Answer.DISMISSED)), ANSWERED);
        }
        var upheld = call.with(answered.objection(), objection.answered(Answer.UPHELD));
        return placeOf(call, proposal) == Place.LISTED
                ? Decision.<GrantCall>become(upheld.placed(proposal, Place.STRUCK_OFF), ANSWERED)
                        .emit(new AwardRefused(proposal, NotAwardedBecause.OBJECTION_UPHELD))
                : become(upheld, ANSWERED);
    }

    private static Decision<GrantCall> award(GrantCall call, AwardDecided award, Context context) {
        var proposal = award.proposal();
        var candidate = call.candidates().get(proposal);
        if (candidate == null || candidate.place() != Place.LISTED) {
            return refuse(NOT_ON_THE_SHORTLIST);
        }
        if (!context.time().isAfter(candidate.publishedUntil())) {
            return refuse(STILL_PUBLISHED);
        }
        if (call.hasOpenObjectionTo(proposal)) {
            return refuse(OBJECTION_OPEN);
        }
        if (award.amountFen() != candidate.amountFen()) {
            return refuse(NOT_THE_PUBLISHED_AMOUNT);
        }
        if (Actors.isAmong(context.actor(), call.publishers())) {
            return refuse(DUTIES_APART);
        }
        var left = call.terms().budgetFen() - call.awardedFen();
        if (award.amountFen() > left) {
            return refuse(OVER_BUDGET);
        }
        if (award.amountFen() > left - call.reservedBeforeFen(proposal)) {
            return refuse(BETTER_ONES_FIRST);
        }
        return Decision.<GrantCall>become(call.placed(proposal, Place.AWARDED), AWARDED)
                .noting("leftFen", left - award.amountFen())
                .emit(new AwardGranted(proposal, award.amountFen(), new TreeSet<>(Set.of(context.actor()))));
    }

    /** Whether or not the clock has come by. */
    private static boolean isPublished(GrantCall call, Context context) {
        return call.status() == Status.PUBLISHED && call.publishedUntil() != null
                && !context.time().isAfter(call.publishedUntil());
    }

    private static Decision<GrantCall> close(GrantCall call) {
        var told = call.ranking().stream().map(RankedProposal::proposal)
                .filter(proposal -> !call.takenBack().contains(proposal)).filter(proposal -> {
                    var place = placeOf(call, proposal);
                    return place == null || place == Place.LISTED;
                }).map(proposal -> new AwardRefused(proposal, NotAwardedBecause.CALL_CLOSED)).toArray(Event[]::new);
        return Decision.<GrantCall>become(call.in(Status.CLOSED), CLOSED).emit(told);
    }

    private static Become<GrantCall> answersLate(GrantCall call, Instant by) {
        var next = call;
        var told = new ArrayList<Event>();
        for (var each : call.objections().entrySet()) {
            var objection = each.getValue();
            if (objection.isOpen() && !objection.late() && objection.answerBy().equals(by)) {
                next = next.with(each.getKey(), objection.statedLate());
                told.add(new ObjectionAnswerOverdue(call.id(), each.getKey(), by));
            }
        }
        return Decision.<GrantCall>become(next, ANSWER_LATE).emit(told.toArray(Event[]::new));
    }

    private static @Nullable Place placeOf(GrantCall call, String proposal) {
        var candidate = call.candidates().get(proposal);
        return candidate == null ? null : candidate.place();
    }
}
