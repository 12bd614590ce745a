package org.chongshan.relief.consultation;

import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Word;
import org.chongshan.events.Role;
import org.chongshan.events.relief.ConsultationEvent;
import org.chongshan.events.relief.ConsultationEvent.AttendanceConfirmed;
import org.chongshan.events.relief.ConsultationEvent.CaseDeliberated;
import org.chongshan.events.relief.ConsultationEvent.CaseIntroduced;
import org.chongshan.events.relief.ConsultationEvent.CaseTabled;
import org.chongshan.events.relief.ConsultationEvent.ConsultationClosed;
import org.chongshan.events.relief.ConsultationEvent.ConsultationConvened;
import org.chongshan.events.relief.ConsultationEvent.VerdictAccepted;
import org.chongshan.events.relief.ConsultationEvent.VerdictCameToNothing;
import org.chongshan.events.relief.ConsultationEvent.VerdictReviewed;
import org.chongshan.events.relief.ReliefCaseEvent.CaseIntroductionRequested;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefCaseDeliberated;
import org.chongshan.relief.ReliefParameter;
import org.chongshan.relief.consultation.Consultation.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;

/** Consultations: who is present, what is on the table, what they decide case by case (一事一议). */
public record ConsultationDecider() implements Decider<Consultation, ConsultationEvent> {
    @Override
    public String idOf(ConsultationEvent event) {
        return event.consultation();
    }

    @Override
    public Decision<Consultation> begin(String id, ConsultationEvent event, Context context) {
        return event instanceof ConsultationConvened convened
                ? become(convene(id, convened, context), ConsultationRule.CONVENED)
                : early(ConsultationRule.NOT_IN_SESSION);
    }

    /** Whoever convenes and is to attend has said so by convening. */
    private static Consultation convene(String id, ConsultationConvened convened, Context context) {
        var convoked = Consultation.convened(id, context.subdistrict(), new TreeSet<>(convened.attendees()));
        return Actors.isAmong(context.actor(), convened.attendees())
                ? convoked.attended(context.actor(), context.role())
                : convoked;
    }

    @Override
    public Decision<Consultation> decide(Consultation consultation, ConsultationEvent event, Context context) {
        return switch (event) {
            case ConsultationConvened _ -> refuse(ConsultationRule.CONVENED_ONCE);
            // What became of a verdict is heard and looked at after the end too.
            case VerdictAccepted accepted when consultation.unanswered().contains(accepted.reliefCase()) ->
                become(consultation.accepted(accepted.reliefCase()), ConsultationRule.CASE_TOOK_THE_VERDICT);
            case VerdictCameToNothing nothing when consultation.unanswered().contains(nothing.reliefCase()) ->
                become(consultation.cameToNothing(nothing.reliefCase(), nothing.because()),
                        ConsultationRule.VERDICT_CAME_TO_NOTHING).noting("because", Word.of(nothing.because()));
            case VerdictReviewed reviewed when consultation.toReview().contains(reviewed.reliefCase()) ->
                become(consultation.reviewed(reviewed.reliefCase()), ConsultationRule.VERDICT_REVIEWED);
            case VerdictAccepted _,VerdictCameToNothing _,VerdictReviewed _ -> refuse(ConsultationRule.NO_SUCH_VERDICT);
            case ConsultationEvent _ when consultation.status() != Status.IN_SESSION ->
                refuse(ConsultationRule.NOT_IN_SESSION);
            case AttendanceConfirmed _ when !Actors.isAmong(context.actor(), consultation.attendees()) ->
                refuse(ConsultationRule.NOT_CONVENED);
            case AttendanceConfirmed _ when Actors.isAmong(context.actor(), consultation.present().keySet()) ->
                refuse(ConsultationRule.ATTENDS_ONCE);
            case AttendanceConfirmed _ ->
                become(consultation.attended(context.actor(), context.role()), ConsultationRule.ATTENDS);
            case CaseTabled tabled when consultation.tabled().contains(tabled.reliefCase()) ->
                refuse(ConsultationRule.TABLED_ONCE);
            case CaseTabled _ when consultation.tabled().size() >= Consultation.MOST_TABLED ->
                refuse(ConsultationRule.TABLE_IS_FULL);
            case CaseTabled tabled -> become(consultation.tabled(tabled.reliefCase()), ConsultationRule.TABLED)
                    .emit(new CaseIntroductionRequested(tabled.reliefCase(), consultation.id()));
            case CaseIntroduced introduced when consultation.tabled().contains(introduced.reliefCase()) ->
                become(consultation.introduced(introduced.reliefCase(), introduced.requester()),
                        ConsultationRule.CASE_INTRODUCED);
            case CaseIntroduced _ -> refuse(ConsultationRule.NOT_ON_THE_TABLE);
            case CaseDeliberated deliberated -> deliberate(consultation, deliberated, context);
            case ConsultationClosed _ -> become(consultation.closed(), ConsultationRule.CLOSED);
        };
    }

    private static Decision<Consultation> deliberate(Consultation consultation, CaseDeliberated deliberated,
            Context context) {
        var reliefCase = deliberated.reliefCase();
        var present = consultation.present().size();
        if (!consultation.tabled().contains(reliefCase) || consultation.decided().containsKey(reliefCase)) {
            return refuse(ConsultationRule.NOT_ON_THE_TABLE);
        }
        // As far as the case has said; what it has not, it looks at itself.
        var requester = consultation.requesters().get(reliefCase);
        if (requester != null && (Actors.same(context.actor(), requester)
                || Actors.isAmong(requester, consultation.present().keySet()))) {
            return refuse(ConsultationRule.REQUESTER_NEVER_APPROVES);
        }
        if (!Actors.isAmong(context.actor(), consultation.present().keySet())) {
            return refuse(ConsultationRule.DELIBERATOR_ATTENDS);
        }
        if (!context.policy().reaches(ReliefParameter.CONSULTATION_QUORUM, present, 1)) {
            return refuse(ConsultationRule.NO_QUORUM);
        }
        if (deliberated.inFavour() > present || deliberated.inFavour() * 2 <= present) {
            return refuse(ConsultationRule.NO_MAJORITY);
        }
        return become(consultation.decided(reliefCase, deliberated.verdict()), ConsultationRule.DECIDED)
                .noting("present", present).noting("inFavour", deliberated.inFavour())
                .emit(new ReliefCaseDeliberated(reliefCase, consultation.id(), deliberated.verdict(),
                        deliberated.grounds(), new TreeSet<>(consultation.present().keySet()),
                        consultation.present().containsValue(Role.DISTRICT)));
    }
}
