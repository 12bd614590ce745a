package org.chongshan.relief.payment;

import java.time.Instant;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.Context;
import org.chongshan.core.Decision;
import org.chongshan.events.Role;
import org.chongshan.events.relief.PaymentEvent;
import org.chongshan.events.relief.PaymentEvent.DisbursementInstructed;
import org.chongshan.events.relief.PaymentEvent.PaymentReceiptRecorded;
import org.chongshan.events.relief.Receipt;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefNotice.DisbursementOrdered;
import org.chongshan.shell.ReferenceData;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentPropertiesTest {
    private static final Instant NOW = Instant.parse("2023-03-02T04:00:00Z");
    private static final Context CONTEXT = new Context("E", NOW, NOW, "x", Role.STREET, "320613001",
            ReferenceData.policy().at(NOW), ReferenceData.workingDays());

    @Property
    void a_claim_is_paid_at_most_once_and_never_ordered_while_an_order_is_open(
            @ForAll("events") List<PaymentEvent> events) {
        var decider = new PaymentDecider();
        Payment payment = null;
        var paid = 0;
        var open = 0;
        for (var event : events) {
            var decision = payment == null
                    ? decider.begin("1", event, CONTEXT)
                    : decider.decide(payment, event, CONTEXT);
            if (decision instanceof Decision.Become<Payment> become) {
                payment = become.state();
                for (var emitted : become.emitted()) {
                    paid += emitted instanceof DisbursementConfirmed ? 1 : 0;
                    open += emitted instanceof DisbursementOrdered ? 1 : 0;
                }
                open -= event instanceof PaymentReceiptRecorded ? 1 : 0;
                // Another case under the claim is told so, and its hold is released; the order in hand stays.
                assertThat(become.emitted()).filteredOn(DisbursementFailed.class::isInstance).hasSizeLessThan(2);
            }
            assertThat(paid).isBetween(0, 1);
            assertThat(open).isBetween(0, 1);
            assertThat(paid + open).isLessThanOrEqualTo(1);
        }
    }

    @Provide
    Arbitrary<List<PaymentEvent>> events() {
        Arbitrary<PaymentEvent> instructed = Combinators
                .combine(Arbitraries.of("A", "B", "C"), Arbitraries.longs().between(1, 100))
                .as((relief, fen) -> new DisbursementInstructed("1", relief, "320613001", "H-1", fen));
        Arbitrary<PaymentEvent> receipt = Arbitraries.of(Receipt.values())
                .map(result -> new PaymentReceiptRecorded("1", result, "V-1"));
        return Arbitraries.oneOf(instructed, receipt).list().ofMaxSize(30);
    }
}
