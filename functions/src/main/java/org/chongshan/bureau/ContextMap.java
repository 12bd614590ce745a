package org.chongshan.bureau;

import java.util.List;
import java.util.Optional;

import org.chongshan.core.Translation;
import org.chongshan.events.minors.ChildEvent.InterventionAnswered;
import org.chongshan.events.minors.Intervention;
import org.chongshan.events.minors.InterventionAnswer;
import org.chongshan.events.minors.MinorsNotice.InterventionSought;
import org.chongshan.events.relief.Agency;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.ReferralEvent.ReferralSent;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementReturned;
import org.chongshan.events.relief.ReliefNotice.DisbursementInstructed;
import org.chongshan.events.relief.ReliefNotice.ReferralAnswered;
import org.chongshan.events.treasury.PaymentEvent.PaymentOrdered;
import org.chongshan.events.treasury.Purpose;
import org.chongshan.events.treasury.TreasuryNotice.PaymentNotMade;
import org.chongshan.events.treasury.TreasuryNotice.PaymentSentBack;
import org.chongshan.events.treasury.TreasuryNotice.PaymentSettled;

/** What the programmes have to say to each other, each in its own language: the only place that knows two of them. */
public final class ContextMap {
    private static final String CHILD = "child/";
    private static final String RELIEF_CASE = "relief-case/";

    private ContextMap() {}

    /** All lines. */
    public static final List<Translation<?, ?>> LINES = List.of(
            new Translation<>(InterventionSought.class, ReferralSent.class, ContextMap::referral),
            new Translation<>(ReferralAnswered.class, InterventionAnswered.class, ContextMap::answerForChild),
            new Translation<>(DisbursementInstructed.class, PaymentOrdered.class, ContextMap::order),
            new Translation<>(PaymentSettled.class, DisbursementConfirmed.class,
                    paid -> caseOf(paid.origin()).map(relief -> new DisbursementConfirmed(paid.claim(), relief,
                            paid.account(), paid.amountFen(), paid.paidAt()))),
            new Translation<>(PaymentNotMade.class, DisbursementFailed.class,
                    not -> caseOf(not.origin()).map(relief -> new DisbursementFailed(not.claim(), relief, not.account(),
                            not.amountFen(), FailedBecause.valueOf(not.reason().name())))),
            new Translation<>(PaymentSentBack.class, DisbursementReturned.class, back -> caseOf(back.origin())
                    .map(relief -> new DisbursementReturned(back.claim(), relief, back.account(), back.amountFen()))));

    /** The child's record has seen to the consent. */
    private static Optional<ReferralSent> referral(InterventionSought sought) {
        return Optional.of(new ReferralSent(sought.child() + "." + sought.intervention(), sought.household(),
                sought.member(), agency(sought.kind()), true, sought.need(), CHILD + sought.child()));
    }

    private static Agency agency(Intervention kind) {
        return switch (kind) {
            case MEDICAL -> Agency.HOSPITAL;
            case LEGAL -> Agency.LEGAL_AID;
            case PSYCHOTHERAPY, MEASUREMENT, TUTORING, FUNDING -> Agency.SOCIAL_ORGANISATION;
        };
    }

    /** An officer may have named a child as the origin too: it is answered only of a referral the child's record asked for. */
    private static Optional<InterventionAnswered> answerForChild(ReferralAnswered answered) {
        return after(CHILD, answered.origin()).flatMap(
                child -> after(child + ".", answered.referral()).map(intervention -> new InterventionAnswered(child,
                        intervention, InterventionAnswer.valueOf(answered.outcome().name()))));
    }

    private static Optional<PaymentOrdered> order(DisbursementInstructed instructed) {
        return Optional.of(new PaymentOrdered(instructed.claim(), instructed.household(), instructed.amountFen(),
                Purpose.TEMPORARY_RELIEF, instructed.fund(), RELIEF_CASE + instructed.reliefCase(),
                instructed.decidedBy()));
    }

    private static Optional<String> caseOf(String origin) {
        return after(RELIEF_CASE, origin);
    }

    /** What follows a prefix; empty when it is not there. */
    private static Optional<String> after(String prefix, String text) {
        return text.startsWith(prefix) ? Optional.of(text.substring(prefix.length())) : Optional.empty();
    }
}
