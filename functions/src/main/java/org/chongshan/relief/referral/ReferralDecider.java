package org.chongshan.relief.referral;

import java.time.Instant;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Fact;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Role;
import org.chongshan.events.relief.ReferralEvent;
import org.chongshan.events.relief.ReferralEvent.FollowUpRecorded;
import org.chongshan.events.relief.ReferralEvent.PlacementEnded;
import org.chongshan.events.relief.ReferralEvent.PlacementStarted;
import org.chongshan.events.relief.ReferralEvent.ReferralAccepted;
import org.chongshan.events.relief.ReferralEvent.ReferralDeclined;
import org.chongshan.events.relief.ReferralEvent.ReferralSent;
import org.chongshan.events.relief.ReferralOutcome;
import org.chongshan.events.relief.ReliefNotice.ReferralAnswerOverdue;
import org.chongshan.events.relief.ReliefNotice.ReferralAnswered;
import org.chongshan.events.relief.ReliefNotice.ReferralFollowUpOverdue;
import org.chongshan.relief.ReliefParameter;
import org.chongshan.relief.referral.Referral.Due;
import org.chongshan.relief.referral.Referral.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;

/** Referrals: consent, the department's answer, placement, and looks at how the person fares afterwards. */
public record ReferralDecider() implements Decider<Referral, ReferralEvent> {
    @Override
    public String idOf(ReferralEvent event) {
        return event.referral();
    }

    @Override
    public Decision<Referral> begin(String id, ReferralEvent event, Context context) {
        return switch (event) {
            case ReferralSent sent when !sent.consent() -> refuse(ReferralRule.CONSENT_FIRST);
            case ReferralSent sent when sent.origin() != null && context.role() != Role.SYSTEM ->
                refuse(ReferralRule.ORIGIN_SPEAKS_FOR_ITSELF);
            case ReferralSent sent -> send(id, sent, context);
            case ReferralAccepted _,ReferralDeclined _,PlacementStarted _,PlacementEnded _,FollowUpRecorded _ ->
                early(ReferralRule.REFERRAL_UNKNOWN);
        };
    }

    @Override
    public Decision<Referral> decide(Referral referral, ReferralEvent event, Context context) {
        var status = referral.status();
        return switch (event) {
            case ReferralSent _ -> refuse(ReferralRule.SENT_ONCE);
            case ReferralAccepted _ when status != Status.SENT -> refuse(ReferralRule.ANSWERED_ONCE);
            case ReferralAccepted _ ->
                answer(become(referral.now(Status.ACCEPTED), ReferralRule.ACCEPTED), ReferralOutcome.ACCEPTED);
            case ReferralDeclined _ when status != Status.SENT -> refuse(ReferralRule.ANSWERED_ONCE);
            case ReferralDeclined _ ->
                answer(become(referral.now(Status.DECLINED), ReferralRule.DECLINED), ReferralOutcome.DECLINED);

            case PlacementStarted started when status == Status.ACCEPTED ->
                answer(become(referral.placed(started.facility(), lookBy(context)), ReferralRule.PLACEMENT_STARTED),
                        ReferralOutcome.PLACED);
            case PlacementEnded _ when status == Status.PLACED ->
                answer(become(referral.now(Status.ENDED), ReferralRule.PLACEMENT_ENDED), ReferralOutcome.ENDED);
            case FollowUpRecorded _ when status == Status.PLACED || status == Status.ACCEPTED
                    || status == Status.ENDED ->
                become(referral.followedUp(lookBy(context)), ReferralRule.FOLLOWED_UP);
            case PlacementStarted _,PlacementEnded _,FollowUpRecorded _ -> refuse(ReferralRule.NOT_AT_THIS_POINT);
        };
    }

    @Override
    public Become<Referral> reached(Referral referral, Deadline deadline, Context context) {
        return switch ((Due) deadline) {
            case ANSWER -> become(referral.told(context.time()), ReferralRule.ANSWER_MISSED)
                    .emit(new ReferralAnswerOverdue(referral.id(), referral.agency(), context.time()));
            case FOLLOW_UP -> become(referral.told(context.time()), ReferralRule.FOLLOW_UP_MISSED)
                    .emit(new ReferralFollowUpOverdue(referral.id(), context.time()));
        };
    }

    /** The department has its days from when it can first know. */
    private static Decision<Referral> send(String id, ReferralSent sent, Context context) {
        var answerBy = context.term(context.received(),
                context.policy().value(ReliefParameter.REFERRAL_ANSWER_WORKING_DAYS));
        return become(Referral.sent(id, context.subdistrict(), sent.household(), sent.member(), sent.agency(),
                sent.origin(), answerBy), ReferralRule.SENT).noting("answerBy", answerBy);
    }

    /** Whoever asked for it in another programme hears what became of it. */
    private static Decision<Referral> answer(Become<Referral> decision, ReferralOutcome outcome) {
        var referral = decision.state();
        return referral.origin() == null
                ? decision
                : decision.emit(new ReferralAnswered(referral.id(), referral.origin(), outcome));
    }

    /** How a person fares is looked at so long after the last look, wherever the word of it was meanwhile. */
    private static Fact<Instant> lookBy(Context context) {
        return context.fact(
                WorkingDays.endOf(context.date().plusMonths(context.policy().value(ReliefParameter.FOLLOW_UP_MONTHS))));
    }
}
