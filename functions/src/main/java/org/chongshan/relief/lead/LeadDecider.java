package org.chongshan.relief.lead;

import java.time.Duration;
import java.util.Objects;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.LeadEvent;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.events.relief.LeadEvent.LeadTriaged;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApplicationSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefRequested;
import org.chongshan.events.relief.Triage;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;

/** Hardship leads: early discovery, intervention, relief (早发现、早干预、早救助). */
public record LeadDecider() implements Decider<Lead, LeadEvent> {
    @Override
    public Lead initial(String id) {
        return new Lead(id, null, "unknown", null, null, null, null, null);
    }

    @Override
    public String idOf(LeadEvent event) {
        return event.lead();
    }

    @Override
    public Decision<Lead> decide(Lead lead, LeadEvent event, Context context) {
        return switch (event) {
            case HardshipLeadReported _ when lead.subdistrict() != null -> refuse(LeadRule.REPORTED_ONCE);
            case HardshipLeadReported reported ->
                become(new Lead(lead.id(), context.subdistrict(), "reported", reported.household(), reported.hardship(),
                        reported.observedAt(), null, null), LeadRule.LEAD_REPORTED);
            case LeadTriaged _ when lead.subdistrict() == null -> refuse(LeadRule.LEAD_UNKNOWN);
            case LeadTriaged _ when !lead.status().equals("reported") -> refuse(LeadRule.TRIAGED_ONCE);
            case LeadTriaged triaged when isRelief(triaged.outcome()) != (triaged.amountFen() > 0) ->
                refuse(LeadRule.AMOUNT_BELONGS_TO_RELIEF);
            case LeadTriaged triaged -> triage(lead, triaged);
            case ReliefDisbursed _ when lead.subdistrict() == null -> refuse(LeadRule.LEAD_UNKNOWN);
            case ReliefDisbursed disbursed ->
                become(lead.relieved(Duration.between(lead.observedAt(), disbursed.paidAt()).toMinutes()),
                        LeadRule.LEAD_RELIEVED);
        };
    }

    private static boolean isRelief(Triage outcome) {
        return outcome == Triage.URGENT_RELIEF || outcome == Triage.ORDINARY_RELIEF;
    }

    private static Decision<Lead> triage(Lead lead, LeadTriaged triaged) {
        return switch (triaged.outcome()) {
            case URGENT_RELIEF ->
                become(lead.triaged("relief-asked", triaged.grounds()), LeadRule.URGENT_RELIEF_ASKED_FOR)
                        .emit(new UrgentReliefRequested(lead.id(), Objects.requireNonNull(lead.household()),
                                Objects.requireNonNull(lead.hardship()), triaged.amountFen(), triaged.persons()));
            case ORDINARY_RELIEF ->
                become(lead.triaged("relief-asked", triaged.grounds()), LeadRule.ORDINARY_RELIEF_APPLIED_FOR)
                        .emit(new ReliefApplicationSubmitted(lead.id(), Objects.requireNonNull(lead.household()),
                                Objects.requireNonNull(lead.hardship()), triaged.amountFen(), triaged.persons()));
            case REFERRAL -> become(lead.triaged("referred", triaged.grounds()), LeadRule.LEAD_REFERRED);
            case NO_ACTION -> become(lead.triaged("closed", triaged.grounds()), LeadRule.LEAD_CLOSED_WITH_GROUNDS);
        };
    }
}
