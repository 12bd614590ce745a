package org.chongshan.relief.lead;

import java.time.Duration;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.Envelope;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.ReliefReturned;
import org.chongshan.events.relief.LeadEvent;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.events.relief.LeadEvent.LeadTriaged;
import org.chongshan.events.relief.LeadEvent.ReliefCaseClosed;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApplicationSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefRequested;
import org.chongshan.events.relief.Triage;
import org.chongshan.relief.UrgentWay;
import org.chongshan.relief.lead.Lead.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;

/** Hardship leads: early discovery, intervention, relief (早发现、早干预、早救助). */
public record LeadDecider() implements Decider<Lead, LeadEvent> {
    @Override
    public String idOf(LeadEvent event) {
        return event.lead();
    }

    @Override
    public Decision<Lead> begin(String id, LeadEvent event, Context context) {
        return switch (event) {
            case HardshipLeadReported reported when reported.hardship() == Hardship.NONE ->
                refuse(LeadRule.HARDSHIP_IS_NAMED);
            case HardshipLeadReported reported ->
                become(new Lead(id, context.subdistrict(), Status.REPORTED, reported.household(), reported.hardship(),
                        reported.observedAt(), null, null, 0, 0), LeadRule.LEAD_REPORTED);
            case LeadTriaged _ -> early(LeadRule.LEAD_UNKNOWN);
            // Relief names a lead by the case's own id: of a case that began without one there is none to come.
            case ReliefDisbursed _,ReliefReturned _,ReliefCaseClosed _ -> refuse(LeadRule.LEAD_UNKNOWN);
        };
    }

    @Override
    public Decision<Lead> decide(Lead lead, LeadEvent event, Context context) {
        return switch (event) {
            case HardshipLeadReported reported when !lead.isFor(reported.household(), reported.hardship()) ->
                refuse(LeadRule.REPORTED_OF_ANOTHER);
            // What ended is noticed again: somebody has to look at it again.
            case HardshipLeadReported reported when lead.hasEnded()
                    && reported.observedAt().isAfter(lead.observedAt()) ->
                become(lead.reopened(reported.observedAt()), LeadRule.LEAD_REOPENED);
            case HardshipLeadReported _ when lead.hasEnded() -> become(lead, LeadRule.LEAD_JOINED);
            case HardshipLeadReported reported -> become(lead.noticedAt(reported.observedAt()), LeadRule.LEAD_JOINED);
            case LeadTriaged _ when lead.status() != Status.REPORTED && lead.status() != Status.NOT_RELIEVED ->
                refuse(LeadRule.TRIAGED_ONCE);
            case LeadTriaged _ when context.time().plus(Envelope.CLOCK_TOLERANCE).isBefore(lead.observedAt()) ->
                refuse(LeadRule.TRIAGED_BEFORE_IT_WAS_NOTICED);
            case LeadTriaged triaged when isRelief(triaged.outcome()) != (triaged.amountFen() > 0) ->
                refuse(LeadRule.AMOUNT_BELONGS_TO_RELIEF);
            case LeadTriaged triaged when triaged.outcome() == Triage.URGENT_RELIEF
                    && !UrgentWay.isOpen(lead.observedAt(), context) ->
                refuse(LeadRule.NOT_URGENT_ANY_MORE);
            case LeadTriaged triaged -> triage(lead, triaged);

            case ReliefDisbursed disbursed when !lead.askedFor(disbursed.reliefCase())
                    || !lead.household().equals(disbursed.household()) ->
                refuse(LeadRule.NOT_ITS_CASE);
            case ReliefDisbursed _ when lead.returnsAhead() > 0 ->
                become(lead.returnsAhead(lead.returnsAhead() - 1).standing(Status.RELIEF_ASKED),
                        LeadRule.RELIEF_CAME_BACK);
            case ReliefDisbursed disbursed ->
                become(lead.relieved(Duration.between(lead.observedAt(), disbursed.paidAt()).toMinutes()),
                        LeadRule.LEAD_RELIEVED);
            case ReliefReturned returned when !lead.askedFor(returned.reliefCase())
                    || !lead.household().equals(returned.household()) ->
                refuse(LeadRule.NOT_ITS_CASE);
            case ReliefReturned _ when lead.status() != Status.RELIEVED ->
                become(lead.returnsAhead(lead.returnsAhead() + 1), LeadRule.CAME_BACK_BEFORE_IT_ARRIVED);
            case ReliefReturned _ -> become(lead.standing(Status.RELIEF_ASKED), LeadRule.RELIEF_CAME_BACK);
            case ReliefCaseClosed closed when lead.status() != Status.RELIEF_ASKED
                    || !closed.reliefCase().equals(lead.lastCase()) ->
                refuse(LeadRule.NOT_ITS_CASE);
            case ReliefCaseClosed closed -> become(lead.standing(Status.NOT_RELIEVED), LeadRule.CASE_BROUGHT_NO_RELIEF)
                    .noting("because", closed.because());
        };
    }

    private static boolean isRelief(Triage outcome) {
        return outcome == Triage.URGENT_RELIEF || outcome == Triage.ORDINARY_RELIEF;
    }

    private static Decision<Lead> triage(Lead lead, LeadTriaged triaged) {
        return switch (triaged.outcome()) {
            case URGENT_RELIEF ->
                become(lead.triaged(Status.RELIEF_ASKED, triaged.grounds()), LeadRule.URGENT_RELIEF_ASKED_FOR)
                        .emit(new UrgentReliefRequested(lead.nextCase(), lead.household(), lead.hardship(),
                                triaged.amountFen(), triaged.persons(), lead.id(), lead.observedAt()));
            case ORDINARY_RELIEF ->
                become(lead.triaged(Status.RELIEF_ASKED, triaged.grounds()), LeadRule.ORDINARY_RELIEF_APPLIED_FOR)
                        .emit(new ReliefApplicationSubmitted(lead.nextCase(), lead.household(), lead.hardship(),
                                triaged.amountFen(), triaged.persons(), lead.id(), lead.observedAt()));
            case REFERRAL -> become(lead.triaged(Status.REFERRED, triaged.grounds()), LeadRule.LEAD_REFERRED);
            case NO_ACTION -> become(lead.triaged(Status.CLOSED, triaged.grounds()), LeadRule.LEAD_CLOSED_WITH_GROUNDS);
        };
    }
}
