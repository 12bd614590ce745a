package org.chongshan.bureau;

import java.util.List;
import java.util.Optional;

import org.chongshan.core.Translation;
import org.chongshan.events.Event;
import org.chongshan.events.marriage.CounsellingNotice.ViolenceReported;
import org.chongshan.events.minors.ChildEvent.InterventionAnswered;
import org.chongshan.events.minors.ChildEvent.ProtectionConcernReported;
import org.chongshan.events.minors.Concern;
import org.chongshan.events.minors.Intervention;
import org.chongshan.events.minors.InterventionAnswer;
import org.chongshan.events.minors.MinorsNotice.InterventionSought;
import org.chongshan.events.relief.Agency;
import org.chongshan.events.relief.ReferralEvent.ReferralSent;
import org.chongshan.events.relief.ReliefNotice.ReferralAnswered;

/** What the programmes have to say to each other, each in its own language: the only place that knows two of them. */
public final class ContextMap {
    private static final String CHILD = "child/";

    private ContextMap() {}

    /** All lines. */
    public static final List<Translation<?>> LINES = List.of(
            new Translation<>(InterventionSought.class, ContextMap::referral),
            new Translation<>(ReferralAnswered.class, ContextMap::answerForChild),
            new Translation<>(ViolenceReported.class, ContextMap::concern));

    /** The child's record has seen to the consent. */
    private static Optional<Event> referral(InterventionSought sought) {
        return Optional.of(new ReferralSent(sought.child() + "." + sought.intervention(), sought.household(),
                sought.member(), agency(sought.kind()), true, sought.need(), CHILD + sought.child()));
    }

    /** Whoever counsels must report, and says what is to be known; the notes stay where they are. */
    private static Optional<Event> concern(ViolenceReported violence) {
        return Optional.ofNullable(violence.child())
                .map(child -> new ProtectionConcernReported(child, Concern.VIOLENCE, true, violence.account()));
    }

    private static Agency agency(Intervention kind) {
        return switch (kind) {
            case MEDICAL -> Agency.HOSPITAL;
            case LEGAL -> Agency.LEGAL_AID;
            case PSYCHOTHERAPY, MEASUREMENT, TUTORING, FUNDING -> Agency.SOCIAL_ORGANISATION;
        };
    }

    /** An officer may have named a child as the origin too: it is answered only of a referral the child's record asked for. */
    private static Optional<Event> answerForChild(ReferralAnswered answered) {
        var child = answered.origin().replaceFirst("^" + CHILD, "");
        if (!answered.origin().startsWith(CHILD) || !answered.referral().startsWith(child + ".")) {
            return Optional.empty();
        }
        return Optional.of(new InterventionAnswered(child, answered.referral().substring(child.length() + 1),
                InterventionAnswer.valueOf(answered.outcome().name())));
    }
}
