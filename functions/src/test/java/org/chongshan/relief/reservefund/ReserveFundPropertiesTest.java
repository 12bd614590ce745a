package org.chongshan.relief.reservefund;

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
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefCaseEvent.FundHeld;
import org.chongshan.events.relief.ReserveFundEvent;
import org.chongshan.events.relief.ReserveFundEvent.FundHoldRequested;
import org.chongshan.events.relief.ReserveFundEvent.FundOpened;
import org.chongshan.events.relief.ReserveFundEvent.FundReplenished;
import org.chongshan.shell.ReferenceData;

import static org.assertj.core.api.Assertions.assertThat;

class ReserveFundPropertiesTest {
    private static final Instant NOW = Instant.parse("2023-03-02T04:00:00Z");
    private static final Context CONTEXT = new Context("E", NOW, NOW, "x", Role.SYSTEM, "320613001",
            ReferenceData.policy().at(NOW), ReferenceData.workingDays());

    @Property
    void a_fund_never_pays_what_it_does_not_have_in_whatever_order_things_happen(
            @ForAll("events") List<ReserveFundEvent> events) {
        var decider = new ReserveFundDecider();
        ReserveFund fund = null;
        var funded = 0L;
        var promised = 0L;
        for (var event : events) {
            var decision = fund == null
                    ? decider.begin("320613001", event, CONTEXT)
                    : decider.decide(fund, event, CONTEXT);
            if (decision instanceof Decision.Become<ReserveFund> become) {
                var before = fund;
                fund = become.state();
                funded += switch (event) {
                    case FundOpened opened -> opened.amountFen();
                    case FundReplenished more -> more.amountFen();
                    default -> 0;
                };
                promised = become.emitted().stream().filter(FundHeld.class::isInstance).map(FundHeld.class::cast)
                        .mapToLong(FundHeld::amountFen).sum();
                assertThat(promised).isLessThanOrEqualTo(before == null ? 0 : Math.max(0, before.available()));
            }
            if (fund != null) {
                assertThat(fund.available() + fund.held() + fund.paid()).isEqualTo(funded);
            }
        }
    }

    @Provide
    Arbitrary<List<ReserveFundEvent>> events() {
        var fen = Arbitraries.longs().between(1, 1000);
        var relief = Arbitraries.of("A", "B", "C", "D");
        Arbitrary<ReserveFundEvent> opened = fen.map(amount -> new FundOpened("320613001", amount, 100));
        Arbitrary<ReserveFundEvent> more = fen.map(amount -> new FundReplenished("320613001", amount));
        Arbitrary<ReserveFundEvent> hold = Combinators.combine(relief, fen)
                .as((of, amount) -> new FundHoldRequested("320613001", of, amount));
        Arbitrary<ReserveFundEvent> paid = Combinators.combine(relief, fen)
                .as((of, amount) -> new DisbursementConfirmed("c", of, "320613001", amount, NOW));
        Arbitrary<ReserveFundEvent> failed = Combinators.combine(relief, fen).as(
                (of, amount) -> new DisbursementFailed("c", of, "320613001", amount, FailedBecause.RECEIPT_SAYS_SO));
        return Arbitraries.oneOf(opened, more, hold, hold, paid, failed).list().ofMaxSize(40);
    }
}
