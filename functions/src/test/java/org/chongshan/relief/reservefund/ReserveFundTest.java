package org.chongshan.relief.reservefund;

import java.time.Instant;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.Given;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementReturned;
import org.chongshan.events.relief.ReliefCaseEvent.FundHeld;
import org.chongshan.events.relief.ReliefCaseEvent.FundRefused;
import org.chongshan.events.relief.ReliefNotice.FundReplenishmentRequested;
import org.chongshan.events.relief.ReserveFundEvent;
import org.chongshan.events.relief.ReserveFundEvent.FundHoldRequested;
import org.chongshan.events.relief.ReserveFundEvent.FundOpened;
import org.chongshan.events.relief.ReserveFundEvent.FundReplenished;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.relief.reservefund.ReserveFundRule.*;

class ReserveFundTest {
    private static final FundOpened OPENED = new FundOpened("1", 1_000, 300);
    private static final DisbursementConfirmed PAID = new DisbursementConfirmed("X", "C-1", "1", 700,
            Instant.parse("2023-03-02T04:00:00Z"));
    private static final DisbursementFailed FAILED = new DisbursementFailed("X", "C-1", "1", 700,
            FailedBecause.RECEIPT_SAYS_SO);

    private static Given<ReserveFund, ReserveFundEvent> fund() {
        return given(new ReserveFundDecider()).happened(OPENED);
    }

    private static FundHoldRequested hold(String reliefCase, long fen) {
        return new FundHoldRequested("1", reliefCase, fen);
    }

    @Test
    void a_fund_is_opened_once_and_then_replenished() {
        given(new ReserveFundDecider()).when(new FundReplenished("1", 5)).thenEarly(FUND_UNKNOWN).when(OPENED)
                .then(FUND_OPENED).when(OPENED).thenRefused(OPENED_ONCE).when(new FundReplenished("1", 5))
                .then(FUND_REPLENISHED).and(fund -> assertThat(fund.available()).isEqualTo(1_005));
    }

    @Test
    void the_last_fen_is_held_and_one_more_refused() {
        fund().when(hold("C-1", 1_001)).then(NEVER_OVERDRAWN, new FundRefused("1", "C-1", 1_000));
        fund().when(hold("C-1", 1_000))
                .then(HELD_FOR_CASE, new FundHeld("1", "C-1", 1_000), new FundReplenishmentRequested("1", 0, 300))
                .when(hold("C-1", 1)).thenRefused(HELD_ONCE);
    }

    @Test
    void what_is_held_is_paid_or_released_once() {
        fund().happened(hold("C-1", 700)).when(PAID).then(PAID_FROM_HOLD).when(PAID).thenRefused(NOTHING_HELD)
                .and(fund -> assertThat(fund.paid()).isEqualTo(700));
        fund().happened(hold("C-1", 700)).when(FAILED).then(HOLD_RELEASED).when(FAILED).thenRefused(NOTHING_HELD)
                .and(fund -> assertThat(fund.available()).isEqualTo(1_000));
    }

    @Test
    void what_a_bank_paid_after_it_had_said_failed_is_on_record_and_what_it_sends_back_is_available_again() {
        given(new ReserveFundDecider())
                .happened(new FundOpened("320613001", 1_000, 0), new FundHoldRequested("320613001", "C-1", 300),
                        new DisbursementFailed("H", "C-1", "320613001", 300, FailedBecause.RECEIPT_SAYS_SO))
                .when(new DisbursementConfirmed("H", "C-1", "320613001", 300, Instant.parse("2023-03-02T04:00:00Z")))
                .then(ReserveFundRule.PAID_WITHOUT_HOLD).and(fund -> assertThat(fund.available()).isEqualTo(700))
                .when(new DisbursementReturned("H", "C-1", "320613001", 300)).then(ReserveFundRule.MONEY_CAME_BACK)
                .and(fund -> assertThat(fund.available()).isEqualTo(1_000))
                .when(new DisbursementReturned("H", "C-1", "320613001", 300)).thenRefused(ReserveFundRule.NOTHING_HELD);
    }

    @Property
    void whichever_of_failed_paid_after_all_and_sent_back_is_heard_first_the_ledger_ends_the_same(
            @ForAll("failedPaidAndReturned") List<ReserveFundEvent> order) {
        // Another case's payment stands in it: what comes back is never taken from that.
        var fund = fund().happened(new FundReplenished("1", 1_000), hold("C-2", 900),
                new DisbursementConfirmed("Y", "C-2", "1", 900, Instant.parse("2023-03-02T04:00:00Z")),
                hold("C-1", 700));
        order.forEach(fund::when);
        fund.and(one -> assertThat(one.available()).isEqualTo(1_100)).and(one -> assertThat(one.paid()).isEqualTo(900))
                .and(one -> assertThat(one.holds()).isEmpty()).and(one -> assertThat(one.returned()).isEmpty())
                .and(one -> assertThat(one.released()).isEmpty());
    }

    @Provide
    Arbitrary<List<ReserveFundEvent>> failedPaidAndReturned() {
        return Arbitraries.shuffle(List.of(FAILED, PAID, new DisbursementReturned("X", "C-1", "1", 700)));
    }

    @Test
    void money_that_is_heard_to_come_back_before_it_was_paid_counts_once_both_are_heard() {
        fund().happened(hold("C-1", 700)).when(new DisbursementReturned("X", "C-1", "1", 700))
                .then(CAME_BACK_BEFORE_IT_WAS_PAID).and(fund -> assertThat(fund.held()).isEqualTo(700)).when(PAID)
                .then(MONEY_CAME_BACK).and(fund -> assertThat(fund.available()).isEqualTo(1_000));
    }
}
