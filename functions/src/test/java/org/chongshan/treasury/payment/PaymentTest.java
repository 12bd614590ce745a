package org.chongshan.treasury.payment;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

import org.chongshan.events.Role;
import org.chongshan.events.treasury.NotPaidBecause;
import org.chongshan.events.treasury.PaymentEvent.PaymentOrdered;
import org.chongshan.events.treasury.PaymentEvent.PaymentReceiptRecorded;
import org.chongshan.events.treasury.PaymentEvent.PaymentReturned;
import org.chongshan.events.treasury.Purpose;
import org.chongshan.events.treasury.Receipt;
import org.chongshan.events.treasury.TreasuryNotice.PaymentInitiated;
import org.chongshan.events.treasury.TreasuryNotice.PaymentMadeTwice;
import org.chongshan.events.treasury.TreasuryNotice.PaymentNotMade;
import org.chongshan.events.treasury.TreasuryNotice.PaymentReceiptOverdue;
import org.chongshan.events.treasury.TreasuryNotice.PaymentSentBack;
import org.chongshan.events.treasury.TreasuryNotice.PaymentSettled;
import org.chongshan.events.treasury.TreasuryNotice.PaymentWithdrawn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** One payment for each claim. */
class PaymentTest {
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");

    private static final PaymentOrdered ORDER = new PaymentOrdered("1", "H-1", 300_000, Purpose.TEMPORARY_RELIEF,
            "320613001", "relief-case/C-1", new TreeSet<>(List.of("street-9")));

    private static final PaymentOrdered ORDER_OF_ANOTHER_CASE = new PaymentOrdered("1", "H-1", 200_000,
            Purpose.TEMPORARY_RELIEF, "320613001", "relief-case/C-2", new TreeSet<>(List.of("street-9")));

    private static final PaymentOrdered AGAIN_FROM_THE_DISTRICT = new PaymentOrdered("1", "H-1", 300_000,
            Purpose.TEMPORARY_RELIEF, "district", "relief-case/C-1", new TreeSet<>(List.of("district-9")));

    private static final PaymentReceiptRecorded PAID = new PaymentReceiptRecorded("1", Receipt.PAID, "V-1");

    private static final PaymentReceiptRecorded FAILED_LATER = new PaymentReceiptRecorded("1", Receipt.FAILED, "V-9");
    private static final PaymentReceiptRecorded FAILED = new PaymentReceiptRecorded("1", Receipt.FAILED, "V-1");

    @Test
    void a_payment_is_ordered_once_for_its_claim() {
        given(new PaymentDecider()).when(ORDER).then(PaymentRule.PAYMENT_ORDERED,
                new PaymentInitiated("1", "H-1", 300_000, Purpose.TEMPORARY_RELIEF, "320613001"));
        given(new PaymentDecider()).happened(ORDER).when(ORDER).thenRefused(PaymentRule.ORDERED_ONCE);
    }

    @Test
    void another_case_under_the_same_claim_gets_nothing_and_its_hold_back() {
        var failure = new PaymentNotMade("1", "relief-case/C-2", "320613001", 200_000,
                NotPaidBecause.CLAIM_ALREADY_PAID);
        given(new PaymentDecider()).happened(ORDER, PAID).when(ORDER_OF_ANOTHER_CASE).then(PaymentRule.CLAIM_TAKEN,
                failure);
    }

    @Test
    void another_case_waits_while_the_order_in_hand_has_no_receipt_and_is_closed_when_it_is_paid() {
        given(new PaymentDecider()).at(NOON.toString()).happened(ORDER).when(ORDER_OF_ANOTHER_CASE)
                .then(PaymentRule.WAITS_FOR_ITS_TURN)
                .and(payment -> assertThat(payment.lists()).containsOnlyKeys(Payment.Listed.CONTESTED))
                .when(ORDER_OF_ANOTHER_CASE).thenRefused(PaymentRule.ORDERED_ONCE).when(PAID)
                .then(PaymentRule.RECEIPT_PAID, new PaymentSettled("1", "relief-case/C-1", "320613001", 300_000, NOON),
                        new PaymentNotMade("1", "relief-case/C-2", "320613001", 200_000,
                                NotPaidBecause.CLAIM_ALREADY_PAID));
    }

    @Test
    void when_the_order_in_hand_fails_the_next_in_turn_is_ordered() {
        given(new PaymentDecider()).happened(ORDER, ORDER_OF_ANOTHER_CASE).when(FAILED)
                .then(PaymentRule.PAYMENT_ORDERED,
                        new PaymentNotMade("1", "relief-case/C-1", "320613001", 300_000,
                                NotPaidBecause.RECEIPT_SAYS_SO),
                        new PaymentInitiated("1", "H-1", 200_000, Purpose.TEMPORARY_RELIEF, "320613001"))
                .and(payment -> assertThat(payment.attempts()).isEqualTo(2));
    }

    @Test
    void a_register_keeps_so_many_that_wait() {
        var payment = given(new PaymentDecider()).happened(ORDER);
        for (int i = 0; i < Payment.MOST_WAITING; i++) {
            payment.happened(order("W-" + i));
        }
        payment.when(order("more")).then(PaymentRule.TOO_MANY_WAIT, new PaymentNotMade("1", "relief-case/more",
                "320613001", 5, NotPaidBecause.TOO_MANY_WAIT_FOR_THE_CLAIM));
    }

    private static PaymentOrdered order(String reliefCase) {
        return new PaymentOrdered("1", "H-1", 5, Purpose.TEMPORARY_RELIEF, "320613001", "relief-case/" + reliefCase,
                new TreeSet<>(List.of("street-17")));
    }

    @Test
    void a_receipt_is_for_one_attempt_and_a_banks_file_read_twice_changes_nothing() {
        given(new PaymentDecider()).happened(ORDER, FAILED, ORDER).when(FAILED)
                .thenRefused(PaymentRule.RECEIPT_REPEATED).when(new PaymentReceiptRecorded("1", Receipt.PAID, "V-2"))
                .thenBy(PaymentRule.RECEIPT_PAID).and(payment -> assertThat(payment.attempts()).isEqualTo(2))
                .and(payment -> assertThat(payment.reference()).isEqualTo("V-2"));
    }

    @Test
    void a_bank_corrects_itself() {
        given(new PaymentDecider()).at(NOON.toString()).happened(ORDER, FAILED)
                .when(new PaymentReceiptRecorded("1", Receipt.PAID, "V-2")).then(PaymentRule.RECEIPT_CORRECTED,
                        new PaymentSettled("1", "relief-case/C-1", "320613001", 300_000, NOON));
    }

    @Test
    void what_a_bank_said_had_failed_it_corrects_under_the_same_reference() {
        given(new PaymentDecider()).at(NOON.toString()).happened(ORDER, FAILED).when(PAID)
                .then(PaymentRule.RECEIPT_CORRECTED,
                        new PaymentSettled("1", "relief-case/C-1", "320613001", 300_000, NOON))
                .when(FAILED).thenRefused(PaymentRule.RECEIPT_REPEATED);
    }

    @Test
    void an_order_made_in_place_of_one_that_was_paid_after_all_is_withdrawn() {
        given(new PaymentDecider()).at(NOON.toString()).happened(ORDER, FAILED, AGAIN_FROM_THE_DISTRICT).when(PAID)
                .then(PaymentRule.RECEIPT_CORRECTED,
                        new PaymentSettled("1", "relief-case/C-1", "320613001", 300_000, NOON),
                        new PaymentWithdrawn("1", "district", 300_000))
                .and(payment -> assertThat(payment.status()).isEqualTo(Payment.Status.PAID))
                .and(payment -> assertThat(payment.attempts()).isEqualTo(2))
                .and(payment -> assertThat(payment.account()).isEqualTo("320613001"));
    }

    @Test
    void the_case_whose_turn_it_was_closes_when_the_one_before_it_was_paid_after_all() {
        given(new PaymentDecider()).at(NOON.toString()).happened(ORDER, ORDER_OF_ANOTHER_CASE, FAILED).when(PAID).then(
                PaymentRule.RECEIPT_CORRECTED, new PaymentSettled("1", "relief-case/C-1", "320613001", 300_000, NOON),
                new PaymentWithdrawn("1", "320613001", 200_000),
                new PaymentNotMade("1", "relief-case/C-2", "320613001", 200_000, NotPaidBecause.CLAIM_ALREADY_PAID));
    }

    @Test
    void a_receipt_that_names_no_attempt_is_for_the_one_in_hand_at_its_own_time() {
        var twice = given(new PaymentDecider()).at(NOON.toString()).happened(ORDER, FAILED).at("2023-03-02T05:00:00Z")
                .happened(AGAIN_FROM_THE_DISTRICT).at("2023-03-02T04:30:00Z");
        twice.when(FAILED_LATER).thenRefused(PaymentRule.ATTEMPT_OVER)
                .when(new PaymentReceiptRecorded("1", Receipt.PAID, "V-2")).thenBy(PaymentRule.RECEIPT_CORRECTED)
                .and(payment -> assertThat(payment.attempt()).isEqualTo(1));
    }

    @Test
    void what_a_bank_paid_twice_is_in_sight_until_the_surplus_comes_back_and_the_claim_was_paid_once() {
        var second = new PaymentReceiptRecorded("1", Receipt.PAID, "V-2");
        given(new PaymentDecider()).happened(ORDER, FAILED, AGAIN_FROM_THE_DISTRICT, second).when(PAID)
                .then(PaymentRule.PAID_TWICE, new PaymentMadeTwice("1", "V-1", 300_000))
                .and(payment -> assertThat(payment.lists()).containsOnlyKeys(Payment.Listed.PAID_TWICE))
                .and(payment -> assertThat(payment.reference()).isEqualTo("V-2")).when(PAID)
                .thenRefused(PaymentRule.RECEIPT_REPEATED).when(new PaymentReturned("1", "V-1"))
                .then(PaymentRule.SURPLUS_CAME_BACK).and(payment -> assertThat(payment.lists()).isEmpty())
                .and(payment -> assertThat(payment.status()).isEqualTo(Payment.Status.PAID));
    }

    @Test
    void a_return_may_name_the_payment_that_came_back() {
        given(new PaymentDecider()).happened(ORDER, PAID).when(new PaymentReturned("1", "V-1"))
                .then(PaymentRule.SENT_BACK, new PaymentSentBack("1", "relief-case/C-1", "320613001", 300_000))
                .when(PAID).thenRefused(PaymentRule.RECEIPT_REPEATED);
        given(new PaymentDecider()).happened(ORDER, FAILED).when(new PaymentReturned("1", "V-1"))
                .thenRefused(PaymentRule.NOTHING_PAID);
    }

    @Test
    void a_case_that_orders_again_what_was_paid_for_it_is_no_duplicate_of_itself() {
        given(new PaymentDecider()).happened(ORDER, PAID).when(ORDER).thenRefused(PaymentRule.ORDERED_ONCE);
    }

    @Test
    void no_receipt_lies_before_its_order_but_for_clocks_that_differ() {
        var ordered = given(new PaymentDecider()).at(NOON.toString()).happened(ORDER);
        ordered.at("2023-03-02T03:54:59Z").when(PAID).thenRefused(PaymentRule.BEFORE_THE_ORDER)
                .at("2023-03-02T03:55:00Z").when(PAID)
                .then(PaymentRule.RECEIPT_PAID, new PaymentSettled("1", "relief-case/C-1", "320613001", 300_000, NOON));
    }

    @Test
    void whoever_asked_or_decided_records_no_receipt() {
        given(new PaymentDecider()).happened(order("C-1")).by("STREET-17", Role.CASHIER).when(PAID)
                .thenRefused(PaymentRule.DUTIES_APART).by("cashier-1", Role.CASHIER).when(PAID)
                .thenBy(PaymentRule.RECEIPT_PAID);
    }

    @Test
    void what_a_bank_sends_back_was_not_paid_and_may_be_ordered_again() {
        var back = new PaymentReturned("1", "V-2");
        given(new PaymentDecider()).when(back).thenEarly(PaymentRule.NOTHING_ORDERED).happened(ORDER).when(back)
                .thenRefused(PaymentRule.NOTHING_PAID).happened(PAID).when(back)
                .then(PaymentRule.SENT_BACK, new PaymentSentBack("1", "relief-case/C-1", "320613001", 300_000))
                .when(back).thenRefused(PaymentRule.RECEIPT_REPEATED).when(ORDER).then(PaymentRule.PAYMENT_ORDERED,
                        new PaymentInitiated("1", "H-1", 300_000, Purpose.TEMPORARY_RELIEF, "320613001"));
    }

    @Test
    void an_order_without_a_receipt_for_three_days_is_stated() {
        given(new PaymentDecider()).at(NOON.toString()).happened(ORDER).whenDeadlineReached()
                .then(PaymentRule.RECEIPT_OVERDUE, new PaymentReceiptOverdue("1", NOON))
                .and(payment -> assertThat(payment.lists()).containsOnlyKeys(Payment.Listed.OVERDUE));
    }

    @Test
    void a_receipt_confirms_a_payment_once() {
        given(new PaymentDecider()).at(NOON.toString()).happened(ORDER).when(PAID)
                .then(PaymentRule.RECEIPT_PAID, new PaymentSettled("1", "relief-case/C-1", "320613001", 300_000, NOON))
                .when(PAID).thenRefused(PaymentRule.RECEIPT_REPEATED).when(FAILED_LATER)
                .thenRefused(PaymentRule.NOTHING_ORDERED);
        given(new PaymentDecider()).when(PAID).thenEarly(PaymentRule.NOTHING_ORDERED);
    }

    @Test
    void after_a_failed_receipt_the_claim_may_be_ordered_again() {
        given(new PaymentDecider()).happened(ORDER).when(FAILED)
                .then(PaymentRule.RECEIPT_FAILED,
                        new PaymentNotMade("1", "relief-case/C-1", "320613001", 300_000,
                                NotPaidBecause.RECEIPT_SAYS_SO))
                .when(ORDER).then(PaymentRule.PAYMENT_ORDERED,
                        new PaymentInitiated("1", "H-1", 300_000, Purpose.TEMPORARY_RELIEF, "320613001"));
    }
}
