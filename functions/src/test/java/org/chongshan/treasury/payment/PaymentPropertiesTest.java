package org.chongshan.treasury.payment;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.Context;
import org.chongshan.core.Decision;
import org.chongshan.events.Role;
import org.chongshan.events.treasury.PaymentEvent;
import org.chongshan.events.treasury.PaymentEvent.PaymentOrdered;
import org.chongshan.events.treasury.PaymentEvent.PaymentReceiptRecorded;
import org.chongshan.events.treasury.PaymentEvent.PaymentReturned;
import org.chongshan.events.treasury.Purpose;
import org.chongshan.events.treasury.Receipt;
import org.chongshan.events.treasury.TreasuryNotice.PaymentSentBack;
import org.chongshan.events.treasury.TreasuryNotice.PaymentSettled;
import org.chongshan.shell.ReferenceData;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentPropertiesTest {
    private static final Instant NOW = Instant.parse("2023-03-02T04:00:00Z");
    private static final Context CONTEXT = new Context("E", NOW, NOW, "x", Role.STREET, "320613001",
            ReferenceData.policy().at(NOW), ReferenceData.workingDays());

    @Property
    void a_claim_is_paid_at_most_once_at_a_time_and_whoever_waits_has_a_turn_in_any_order_and_repetition(
            @ForAll("events") List<PaymentEvent> events) {
        var decider = new PaymentDecider();
        Payment payment = null;
        var paid = 0;
        for (var event : events) {
            var decision = payment == null
                    ? decider.begin("1", event, CONTEXT)
                    : decider.decide(payment, event, CONTEXT);
            if (decision instanceof Decision.Become<Payment> become) {
                payment = become.state();
                for (var emitted : become.emitted()) {
                    paid += emitted instanceof PaymentSettled ? 1 : 0;
                    paid -= emitted instanceof PaymentSentBack ? 1 : 0;
                }
            }
            assertThat(paid).isBetween(0, 1);
            if (payment != null) {
                assertThat(paid == 1).isEqualTo(payment.status() == Payment.Status.PAID);
                assertThat(payment.waiting()).hasSizeLessThanOrEqualTo(Payment.MOST_WAITING);
                assertThat(payment.over()).hasSizeLessThanOrEqualTo(Payment.ATTEMPTS_KEPT);
                assertThat(payment.receipts()).hasSizeLessThanOrEqualTo(Payment.RECEIPTS_KEPT);
                assertThat(payment.over()).extracting(Payment.Attempt::number).doesNotContain(payment.attempt())
                        .doesNotHaveDuplicates();
                assertThat(payment.waiting()).extracting(Payment.Order::origin).doesNotHaveDuplicates();
                assertThat(payment.status() == Payment.Status.ORDERED || payment.waiting().isEmpty())
                        .as("whoever waits, waits for an order that has no receipt").isTrue();
            }
        }
    }

    @Provide
    Arbitrary<List<PaymentEvent>> events() {
        Arbitrary<PaymentEvent> instructed = Combinators
                .combine(Arbitraries.of("A", "B", "C"), Arbitraries.longs().between(1, 100))
                .as((relief, fen) -> new PaymentOrdered("1", "H-1", fen, Purpose.TEMPORARY_RELIEF, "320613001",
                        "relief-case/" + relief, new TreeSet<>(List.of("street-9"))));
        var references = Arbitraries.integers().between(1, 12).map(number -> "V-" + number);
        Arbitrary<PaymentEvent> receipt = Combinators.combine(Arbitraries.of(Receipt.values()), references)
                .as((result, reference) -> new PaymentReceiptRecorded("1", result, reference));
        Arbitrary<PaymentEvent> returned = references.map(reference -> new PaymentReturned("1", reference));
        return Arbitraries.oneOf(instructed, receipt, returned).list().ofMaxSize(30);
    }
}
