package org.chongshan.organisations.reviewpanel;

import java.time.LocalDate;
import java.util.ArrayList;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Rule;
import org.chongshan.events.Event;
import org.chongshan.events.organisations.GrantCallEvent.ProposalsRanked;
import org.chongshan.events.organisations.NotAwardedBecause;
import org.chongshan.events.organisations.ProposalEvent.AwardRefused;
import org.chongshan.events.organisations.ProposalEvent.ReviewerBarred;
import org.chongshan.events.organisations.ProposalEvent.ReviewerCleared;
import org.chongshan.events.organisations.ReviewPanelEvent;
import org.chongshan.events.organisations.ReviewPanelEvent.ConflictDeclared;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalEntered;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalLeft;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalReviewed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewConcluded;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewPanelClosed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewPanelOpened;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewerAppointed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewerDismissed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewerRecused;
import org.chongshan.organisations.OrganisationsParameter;
import org.chongshan.organisations.reviewpanel.ReviewPanel.Entry;
import org.chongshan.organisations.reviewpanel.ReviewPanel.Reviewer;
import org.chongshan.organisations.reviewpanel.ReviewPanel.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.organisations.reviewpanel.ReviewPanelRule.*;

/**
 * Review panels: whoever has a stake neither sees nor scores. Whether a stake still bars goes by the day on which something was
 * declared, entered or scored; what is found of it later takes the score away.
 */
public record ReviewPanelDecider() implements Decider<ReviewPanel, ReviewPanelEvent> {
    @Override
    public String idOf(ReviewPanelEvent event) {
        return event.call();
    }

    @Override
    public Decision<ReviewPanel> begin(String id, ReviewPanelEvent event, Context context) {
        return event instanceof ReviewPanelOpened opened
                ? become(ReviewPanel.opened(id, context.subdistrict(), opened.proposalsUntil(), opened.openedBy()),
                        CONVENED)
                : early(PANEL_UNKNOWN);
    }

    @Override
    public Decision<ReviewPanel> decide(ReviewPanel panel, ReviewPanelEvent event, Context context) {
        return switch (event) {
            case ReviewPanelOpened _ -> refuse(CONVENED_ONCE);
            case ReviewPanelClosed _ when panel.status() == Status.CLOSED -> refuse(REVIEW_OVER);
            case ReviewPanelClosed _ -> Decision.<ReviewPanel>become(panel.in(Status.CLOSED), CALLED_OFF)
                    .emit(panel.live().stream()
                            .map(proposal -> new AwardRefused(proposal, NotAwardedBecause.CALL_CALLED_OFF))
                            .toArray(Event[]::new));
            case ProposalEntered entered -> enter(panel, entered, context);
            case ProposalLeft left -> leave(panel, left.proposal());

            case ReviewPanelEvent _ when panel.status() != Status.REVIEWING -> refuse(REVIEW_OVER);
            case ReviewerAppointed appointed -> appoint(panel, appointed.reviewer(), context);
            case ReviewerDismissed dismissed -> panel
                    .reviewerNamed(dismissed.reviewer()).map(reviewer -> change(panel, reviewer,
                            panel.reviewers().get(reviewer).dismissedNow(), DISMISSED, context))
                    .orElse(refuse(NOT_APPOINTED));
            case ReviewerRecused recused -> panel.reviewerNamed(recused.reviewer())
                    .map(reviewer -> change(panel, reviewer,
                            panel.reviewers().get(reviewer).recusedFrom(recused.organisation()), RECUSED, context))
                    .orElse(refuse(NOT_APPOINTED));
            case ConflictDeclared declared -> declare(panel, declared, context);
            case ProposalReviewed reviewed -> review(panel, reviewed, context);
            case ReviewConcluded _ -> conclude(panel, context);
        };
    }

    private static Decision<ReviewPanel> appoint(ReviewPanel panel, String reviewer, Context context) {
        if (panel.reviewerNamed(reviewer).isPresent()) {
            return refuse(APPOINTED_ONCE);
        }
        if (Actors.same(reviewer, context.actor()) || Actors.same(reviewer, panel.openedBy())) {
            return refuse(NOT_ONES_OWN);
        }
        return panel.reviewers().size() >= ReviewPanel.MOST_REVIEWERS
                ? refuse(TOO_MANY_REVIEWERS)
                : become(panel.with(reviewer, Reviewer.APPOINTED), APPOINTED);
    }

    private static Decision<ReviewPanel> declare(ReviewPanel panel, ConflictDeclared declared, Context context) {
        var reviewer = panel.reviewerNamed(context.actor());
        if (reviewer.isEmpty() || panel.reviewers().get(reviewer.get()).dismissed()) {
            return refuse(NOT_APPOINTED);
        }
        var next = panel.reviewers().get(reviewer.get()).declaring(declared.stakes());
        return next.stakes().size() > ReviewPanel.MOST_STAKES
                ? refuse(TOO_MANY_STAKES)
                : change(panel, reviewer.get(), next, DECLARED, context);
    }

    /** Whoever may read a proposal from now on, or no more, is told to it. */
    private static Decision<ReviewPanel> change(ReviewPanel panel, String reviewer, Reviewer next, Rule rule,
            Context context) {
        var after = panel.with(reviewer, next);
        var events = new ArrayList<Event>();
        for (var proposal : panel.live()) {
            var before = panel.mayReview(reviewer, panel.entries().get(proposal), day(context), years(context));
            var now = after.mayReview(reviewer, panel.entries().get(proposal), day(context), years(context));
            if (now && !before) {
                events.add(new ReviewerCleared(proposal, reviewer, panel.stated() + events.size() + 1));
            } else if (before && !now) {
                events.add(new ReviewerBarred(proposal, reviewer, panel.stated() + events.size() + 1));
            }
        }
        return Decision.<ReviewPanel>become(after.stated(events.size()), rule).emit(events.toArray(Event[]::new));
    }

    /** What was taken back may be heard of before it has entered. */
    private static Decision<ReviewPanel> enter(ReviewPanel panel, ProposalEntered entered, Context context) {
        var proposal = entered.proposal();
        var known = panel.entries().get(proposal);
        if (known != null) {
            return refuse(ENTERED_ONCE);
        }
        if (panel.status() != Status.REVIEWING) {
            return Decision.<ReviewPanel>become(panel, ENTERED_TOO_LATE)
                    .emit(new AwardRefused(proposal,
                            panel.status() == Status.CLOSED
                                    ? NotAwardedBecause.CALL_CALLED_OFF
                                    : NotAwardedBecause.REVIEW_CONCLUDED));
        }
        if (panel.entries().size() >= ReviewPanel.MOST_ENTRIES) {
            return Decision.<ReviewPanel>become(panel, TOO_MANY_ENTRIES)
                    .emit(new AwardRefused(proposal, NotAwardedBecause.CALL_FULL));
        }
        var entry = new Entry(entered.organisation(), entered.requestedFen(), false);
        var next = panel.with(proposal, entry);
        var events = new ArrayList<Event>();
        next.reviewers().keySet().stream()
                .filter(reviewer -> next.mayReview(reviewer, entry, day(context), years(context)))
                .forEach(reviewer -> events
                        .add(new ReviewerCleared(proposal, reviewer, panel.stated() + events.size() + 1)));
        return Decision.<ReviewPanel>become(next.stated(events.size()), ENTERED).emit(events.toArray(Event[]::new));
    }

    private static Decision<ReviewPanel> leave(ReviewPanel panel, String proposal) {
        var known = panel.entries().get(proposal);
        if (known == null && panel.entries().size() >= ReviewPanel.MOST_ENTRIES) {
            return become(panel, LEFT);
        }
        return become(panel.with(proposal,
                known == null ? new Entry("", 0, true) : new Entry(known.organisation(), known.requestedFen(), true)),
                LEFT);
    }

    private static Decision<ReviewPanel> review(ReviewPanel panel, ProposalReviewed reviewed, Context context) {
        var entry = panel.entries().get(reviewed.proposal());
        var reviewer = panel.reviewerNamed(context.actor());
        if (reviewer.isEmpty() || panel.reviewers().get(reviewer.get()).dismissed()) {
            return refuse(NOT_APPOINTED);
        }
        if (!panel.reviewers().get(reviewer.get()).declared()) {
            return refuse(DECLARE_FIRST);
        }
        if (entry == null || entry.left()) {
            return refuse(NOT_ENTERED);
        }
        return panel.mayReview(reviewer.get(), entry, day(context), years(context))
                ? become(panel.scored(reviewed.proposal(), reviewer.get(), context.fact(reviewed.points())), REVIEWED)
                : refuse(HAS_A_STAKE);
    }

    private static Decision<ReviewPanel> conclude(ReviewPanel panel, Context context) {
        if (!context.time().isAfter(panel.proposalsUntil())) {
            return refuse(STILL_OPEN);
        }
        var years = years(context);
        var enough = panel.live().stream().allMatch(proposal -> context.policy()
                .reaches(OrganisationsParameter.SCORES_PER_PROPOSAL, panel.counted(proposal, years).size(), 1));
        return enough
                ? Decision.<ReviewPanel>become(panel.in(Status.CONCLUDED), CONCLUDED)
                        .emit(new ProposalsRanked(panel.id(), panel.ranking(years)))
                : refuse(TOO_FEW_SCORES);
    }

    private static LocalDate day(Context context) {
        return context.date();
    }

    private static long years(Context context) {
        return context.policy().value(OrganisationsParameter.REVIEWER_RECUSAL_YEARS);
    }
}
