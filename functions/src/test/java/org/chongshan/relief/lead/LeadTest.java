package org.chongshan.relief.lead;

import java.time.Instant;

import org.chongshan.events.Confidential;
import org.chongshan.events.relief.ClosedBecause;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.ReliefReturned;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.events.relief.LeadEvent.LeadTriaged;
import org.chongshan.events.relief.LeadEvent.ReliefCaseClosed;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApplicationSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefRequested;
import org.chongshan.events.relief.Triage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** A lead never ends without an outcome. */
class LeadTest {
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");

    private static final HardshipLeadReported LEAD = new HardshipLeadReported("1", "H-1", Hardship.BEREAVEMENT, NOON);

    private static final LeadTriaged URGENT = new LeadTriaged("1", Triage.URGENT_RELIEF, 300_000, 2,
            new Confidential("Nobody earns."));

    @Test
    void a_triage_to_urgent_relief_opens_a_case_that_bears_the_leads_id() {
        given(new LeadDecider()).happened(LEAD).when(URGENT).then(LeadRule.URGENT_RELIEF_ASKED_FOR,
                new UrgentReliefRequested("1", "H-1", Hardship.BEREAVEMENT, 300_000, 2, "1", NOON));
    }

    @Test
    void a_noticed_hardship_is_a_lead() {
        given(new LeadDecider()).when(LEAD).then(LeadRule.LEAD_REPORTED)
                .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.REPORTED));
    }

    @Test
    void a_lead_is_triaged_once_and_only_when_reported() {
        given(new LeadDecider()).happened(LEAD, URGENT).when(URGENT).thenRefused(LeadRule.TRIAGED_ONCE);
        given(new LeadDecider()).when(URGENT).thenEarly(LeadRule.LEAD_UNKNOWN);
        given(new LeadDecider()).happened(LEAD).when(LEAD).then(LeadRule.LEAD_JOINED);
    }

    @Test
    void only_urgent_relief_names_an_amount() {
        given(new LeadDecider()).happened(LEAD)
                .when(new LeadTriaged("1", Triage.URGENT_RELIEF, 0, 2, new Confidential("why")))
                .thenRefused(LeadRule.AMOUNT_BELONGS_TO_RELIEF);
        given(new LeadDecider()).happened(LEAD)
                .when(new LeadTriaged("1", Triage.NO_ACTION, 1, 2, new Confidential("why")))
                .thenRefused(LeadRule.AMOUNT_BELONGS_TO_RELIEF);
        given(new LeadDecider()).happened(LEAD)
                .when(new LeadTriaged("1", Triage.NO_ACTION, 0, 2, new Confidential("why")))
                .then(LeadRule.LEAD_CLOSED_WITH_GROUNDS);
        given(new LeadDecider()).happened(LEAD)
                .when(new LeadTriaged("1", Triage.REFERRAL, 0, 2, new Confidential("why")))
                .then(LeadRule.LEAD_REFERRED);
    }

    @Test
    void hardship_noticed_again_after_its_lead_had_ended_opens_it_again() {
        var closed = new LeadTriaged("1", Triage.NO_ACTION, 0, 2, new Confidential("Small."));
        var again = new HardshipLeadReported("1", "H-1", Hardship.BEREAVEMENT, NOON.plusSeconds(60));
        given(new LeadDecider()).happened(LEAD, closed).when(LEAD).then(LeadRule.LEAD_JOINED).when(again)
                .then(LeadRule.LEAD_REOPENED).and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.REPORTED))
                .when(closed).then(LeadRule.LEAD_CLOSED_WITH_GROUNDS);
    }

    @Test
    void a_lead_whose_case_brought_no_relief_comes_back_and_becomes_another_case() {
        given(new LeadDecider()).happened(LEAD, URGENT).when(new ReliefCaseClosed("1", "1", ClosedBecause.REJECTED))
                .then(LeadRule.CASE_BROUGHT_NO_RELIEF)
                .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.NOT_RELIEVED)).when(URGENT)
                .then(LeadRule.URGENT_RELIEF_ASKED_FOR,
                        new UrgentReliefRequested("1.2", "H-1", Hardship.BEREAVEMENT, 300_000, 2, "1", NOON));
        given(new LeadDecider()).when(new ReliefCaseClosed("1", "1", ClosedBecause.REJECTED))
                .thenRefused(LeadRule.LEAD_UNKNOWN);
    }

    @Test
    void relief_that_came_back_has_not_arrived() {
        given(new LeadDecider()).happened(LEAD, URGENT, new ReliefDisbursed("1", "1", "H-1", 300_000, NOON))
                .when(new ReliefReturned("1", "1", "H-1", 300_000)).then(LeadRule.RELIEF_CAME_BACK)
                .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.RELIEF_ASKED));
    }

    @Test
    void relief_that_arrives_tells_the_minutes_since_the_hardship_was_noticed() {
        given(new LeadDecider()).happened(LEAD, URGENT)
                .when(new ReliefDisbursed("1", "1", "H-1", 300_000, NOON.plusSeconds(5400)))
                .then(LeadRule.LEAD_RELIEVED).and(lead -> assertThat(lead.minutesToRelief()).isEqualTo(90));
    }

    @Test
    void a_lead_triaged_to_ordinary_relief_applies_under_its_own_id() {
        given(new LeadDecider()).happened(LEAD)
                .when(new LeadTriaged("1", Triage.ORDINARY_RELIEF, 5, 2, new Confidential("Bills.")))
                .then(LeadRule.ORDINARY_RELIEF_APPLIED_FOR,
                        new ReliefApplicationSubmitted("1", "H-1", Hardship.BEREAVEMENT, 5, 2, "1", NOON));
    }
}
