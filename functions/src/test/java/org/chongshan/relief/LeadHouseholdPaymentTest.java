package org.chongshan.relief;

import java.time.Instant;
import java.util.List;

import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.relief.DisbursementConfirmed;
import org.chongshan.events.relief.DisbursementFailed;
import org.chongshan.events.relief.DisbursementInstructed;
import org.chongshan.events.relief.DisbursementOrdered;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.GridVisitRecorded;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HardshipLeadReported;
import org.chongshan.events.relief.HouseholdRegistered;
import org.chongshan.events.relief.LeadTriaged;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.PaymentReceiptRecorded;
import org.chongshan.events.relief.Receipt;
import org.chongshan.events.relief.Relation;
import org.chongshan.events.relief.ReliefDisbursed;
import org.chongshan.events.relief.Triage;
import org.chongshan.events.relief.UrgentReliefRequested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

class LeadHouseholdPaymentTest {
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");
    private static final HouseholdRegistered REGISTERED = new HouseholdRegistered("1",
            List.of(new Member("M-1", new Personal("葛美云"), new Personal("320602196001010000"), Relation.HEAD)));
    private static final HardshipLeadReported LEAD = new HardshipLeadReported("1", "H-1", Hardship.BEREAVEMENT, NOON);
    private static final LeadTriaged URGENT = new LeadTriaged("1", Triage.URGENT_RELIEF, 300_000, 2,
            new Confidential("Nobody earns."));
    private static final DisbursementInstructed ORDER = new DisbursementInstructed("1", "C-1", "320613001", "H-1",
            300_000);
    private static final DisbursementInstructed ORDER_OF_ANOTHER_CASE = new DisbursementInstructed("1", "C-2",
            "320613001", "H-1", 200_000);
    private static final PaymentReceiptRecorded PAID = new PaymentReceiptRecorded("1", Receipt.PAID, "V-1");
    private static final PaymentReceiptRecorded FAILED = new PaymentReceiptRecorded("1", Receipt.FAILED, "V-1");

    private static GridVisitRecorded visit(Hardship found) {
        return new GridVisitRecorded("1", found, new Personal("seen"));
    }

    @Test
    void a_household_is_registered_once() {
        given(new HouseholdDecider()).happened(REGISTERED).when(REGISTERED).thenRefused(HouseholdRule.REGISTERED_ONCE);
    }

    @Test
    void a_visit_that_finds_hardship_makes_a_lead_of_that_local_day() {
        given(new HouseholdDecider()).happened(REGISTERED).at("2023-03-02T16:30:00Z").when(visit(Hardship.BEREAVEMENT))
                .then(
                        HouseholdRule.HARDSHIP_FOUND_EARLY,
                        new HardshipLeadReported("1.bereavement.20230303", "1", Hardship.BEREAVEMENT,
                                Instant.parse("2023-03-02T16:30:00Z")));
    }

    @Test
    void a_visit_that_finds_none_makes_none() {
        given(new HouseholdDecider()).happened(REGISTERED).when(visit(Hardship.NONE))
                .then(HouseholdRule.VISIT_RECORDED);
    }

    @Test
    void a_household_not_on_the_books_is_neither_visited_nor_relieved() {
        given(new HouseholdDecider()).when(visit(Hardship.NONE)).thenRefused(HouseholdRule.HOUSEHOLD_UNKNOWN);
        given(new HouseholdDecider()).when(new ReliefDisbursed("C", "C", "1", 5, NOON))
                .thenRefused(HouseholdRule.HOUSEHOLD_UNKNOWN);
    }

    @Test
    void a_triage_to_urgent_relief_opens_a_case_that_bears_the_leads_id() {
        given(new LeadDecider()).happened(LEAD).when(URGENT).then(LeadRule.URGENT_RELIEF_ASKED_FOR,
                new UrgentReliefRequested("1", "H-1", Hardship.BEREAVEMENT, 300_000, 2));
    }

    @Test
    void a_noticed_hardship_is_a_lead() {
        given(new LeadDecider()).when(LEAD).then(LeadRule.LEAD_REPORTED)
                .and(lead -> assertThat(lead.status()).isEqualTo("reported"));
    }

    @Test
    void a_lead_is_triaged_once_and_only_when_reported() {
        given(new LeadDecider()).happened(LEAD, URGENT).when(URGENT).thenRefused(LeadRule.TRIAGED_ONCE);
        given(new LeadDecider()).when(URGENT).thenRefused(LeadRule.LEAD_UNKNOWN);
        given(new LeadDecider()).happened(LEAD).when(LEAD).thenRefused(LeadRule.REPORTED_ONCE);
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
    void relief_that_arrives_tells_the_minutes_since_the_hardship_was_noticed() {
        given(new LeadDecider()).happened(LEAD, URGENT)
                .when(new ReliefDisbursed("1", "1", "H-1", 300_000, NOON.plusSeconds(5400)))
                .then(LeadRule.LEAD_RELIEVED).and(lead -> assertThat(lead.minutesToRelief()).isEqualTo(90));
    }

    @Test
    void a_payment_is_ordered_once_for_its_claim() {
        given(new PaymentDecider()).when(ORDER).then(PaymentRule.PAYMENT_ORDERED,
                new DisbursementOrdered("1", "320613001", "H-1", 300_000));
        given(new PaymentDecider()).happened(ORDER).when(ORDER).thenRefused(PaymentRule.ORDERED_ONCE);
    }

    @Test
    void another_case_under_the_same_claim_gets_nothing_and_its_hold_back() {
        var failure = new DisbursementFailed("1", "C-2", "320613001", 200_000, FailedBecause.CLAIM_ALREADY_PAID);
        given(new PaymentDecider()).happened(ORDER).when(ORDER_OF_ANOTHER_CASE).then(PaymentRule.CLAIM_TAKEN, failure);
        given(new PaymentDecider()).happened(ORDER, PAID).when(ORDER_OF_ANOTHER_CASE).then(PaymentRule.CLAIM_TAKEN,
                failure);
    }

    @Test
    void a_receipt_confirms_a_payment_once() {
        given(new PaymentDecider()).at(NOON.toString()).happened(ORDER).when(PAID).then(PaymentRule.RECEIPT_PAID,
                new DisbursementConfirmed("1", "C-1", "320613001", 300_000, NOON)).when(PAID)
                .thenRefused(PaymentRule.NOTHING_ORDERED);
        given(new PaymentDecider()).when(PAID).thenRefused(PaymentRule.NOTHING_ORDERED);
    }

    @Test
    void after_a_failed_receipt_the_claim_may_be_ordered_again() {
        given(new PaymentDecider()).happened(ORDER).when(FAILED).then(PaymentRule.RECEIPT_FAILED,
                new DisbursementFailed("1", "C-1", "320613001", 300_000, FailedBecause.RECEIPT_SAYS_SO)).when(ORDER)
                .then(PaymentRule.PAYMENT_ORDERED, new DisbursementOrdered("1", "320613001", "H-1", 300_000));
    }
}
