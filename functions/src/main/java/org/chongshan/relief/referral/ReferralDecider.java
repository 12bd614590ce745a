package org.chongshan.relief.referral;

import java.time.Instant;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.WorkingDays;
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
                answer(become(referral.answered(Status.ACCEPTED), ReferralRule.ACCEPTED), ReferralOutcome.ACCEPTED);
            case ReferralDeclined _ when status != Status.SENT -> refuse(ReferralRule.ANSWERED_ONCE);
            case ReferralDeclined _ ->
                answer(become(referral.answered(Status.DECLINED), ReferralRule.DECLINED), ReferralOutcome.DECLINED);

            case PlacementStarted started when status == Status.ACCEPTED ->
                answer(become(referral.placed(started.facility(), followUpBy(context)), ReferralRule.PLACEMENT_STARTED),
                        ReferralOutcome.PLACED);
            case PlacementEnded _ when status == Status.PLACED ->
                answer(become(referral.answered(Status.ENDED), ReferralRule.PLACEMENT_ENDED), ReferralOutcome.ENDED);
            case FollowUpRecorded _ when status == Status.PLACED ->
                become(referral.followedUp(followUpBy(context)), ReferralRule.FOLLOWED_UP);
            case FollowUpRecorded _ when status == Status.ACCEPTED || status == Status.ENDED ->
                become(referral.followedUp(null), ReferralRule.FOLLOWED_UP);
            case PlacementStarted _,PlacementEnded _,FollowUpRecorded _ -> refuse(ReferralRule.NOT_AT_THIS_POINT);
        };
    }

    @Override
    public Become<Referral> reached(Referral referral, Deadline deadline, Context context) {
        return switch ((Due) deadline) {
            case ANSWER -> become(referral.missedStated(), ReferralRule.ANSWER_MISSED)
                    .emit(new ReferralAnswerOverdue(referral.id(), referral.agency(), context.time()));
            case FOLLOW_UP -> become(referral.missedStated(), ReferralRule.FOLLOW_UP_MISSED)
                    .emit(new ReferralFollowUpOverdue(referral.id(), context.time()));
        };
    }

    private static Decision<Referral> send(String id, ReferralSent sent, Context context) {
        var answerBy = context.calendar().endAfter(context.time(),
                context.policy().value(ReliefParameter.REFERRAL_ANSWER_WORKING_DAYS));
        return become(new Referral(id, context.subdistrict(), Status.SENT, sent.household(), sent.member(),
                sent.agency(), sent.origin(), null, answerBy, false, 0), ReferralRule.SENT)
                .noting("answerBy", answerBy);
    }

    /** Whoever asked for it in another programme hears what became of it. */
    private static Decision<Referral> answer(Become<Referral> decision, ReferralOutcome outcome) {
        var referral = decision.state();
        return referral.origin() == null
                ? decision
                : decision.emit(new ReferralAnswered(referral.id(), referral.origin(), outcome));
    }

    private static Instant followUpBy(Context context) {
        return WorkingDays.endOf(context.date().plusMonths(context.policy().value(ReliefParameter.FOLLOW_UP_MONTHS)));
    }
}
