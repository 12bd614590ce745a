package org.chongshan.relief.payment;

import java.time.Instant;

import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.PaymentEvent.DisbursementInstructed;
import org.chongshan.events.relief.PaymentEvent.PaymentReceiptRecorded;
import org.chongshan.events.relief.Receipt;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefNotice.DisbursementOrdered;
import org.junit.jupiter.api.Test;

import static org.chongshan.core.Given.given;

/** One payment for each claim. */
class PaymentTest {
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");

    private static final DisbursementInstructed ORDER = new DisbursementInstructed("1", "C-1", "320613001", "H-1",
            300_000);

    private static final DisbursementInstructed ORDER_OF_ANOTHER_CASE = new DisbursementInstructed("1", "C-2",
            "320613001", "H-1", 200_000);

    private static final PaymentReceiptRecorded PAID = new PaymentReceiptRecorded("1", Receipt.PAID, "V-1");

    private static final PaymentReceiptRecorded FAILED = new PaymentReceiptRecorded("1", Receipt.FAILED, "V-1");

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
        given(new PaymentDecider()).at(NOON.toString()).happened(ORDER).when(PAID)
                .then(PaymentRule.RECEIPT_PAID, new DisbursementConfirmed("1", "C-1", "320613001", 300_000, NOON))
                .when(PAID).thenRefused(PaymentRule.NOTHING_ORDERED);
        given(new PaymentDecider()).when(PAID).thenEarly(PaymentRule.NOTHING_ORDERED);
    }

    @Test
    void after_a_failed_receipt_the_claim_may_be_ordered_again() {
        given(new PaymentDecider()).happened(ORDER).when(FAILED)
                .then(PaymentRule.RECEIPT_FAILED,
                        new DisbursementFailed("1", "C-1", "320613001", 300_000, FailedBecause.RECEIPT_SAYS_SO))
                .when(ORDER)
                .then(PaymentRule.PAYMENT_ORDERED, new DisbursementOrdered("1", "320613001", "H-1", 300_000));
    }
}
