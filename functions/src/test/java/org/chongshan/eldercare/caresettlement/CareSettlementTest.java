package org.chongshan.eldercare.caresettlement;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.Context;
import org.chongshan.core.Deadlines;
import org.chongshan.core.Decision;
import org.chongshan.core.Given;
import org.chongshan.eldercare.caresettlement.CareSettlement.Listed;
import org.chongshan.eldercare.caresettlement.CareSettlement.Status;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.CareSettlementEvent;
import org.chongshan.events.eldercare.CareSettlementEvent.BalanceCarried;
import org.chongshan.events.eldercare.CareSettlementEvent.SettlementConfirmed;
import org.chongshan.events.eldercare.CareSettlementEvent.SettlementPaid;
import org.chongshan.events.eldercare.CareSettlementEvent.SettlementPaymentFailed;
import org.chongshan.events.eldercare.CareSettlementEvent.VisitCharged;
import org.chongshan.events.eldercare.CareSettlementEvent.VisitTakenOff;
import org.chongshan.events.eldercare.HomeVisitNotice.SettlementClosed;
import org.chongshan.events.eldercare.HomeVisitNotice.SettlementConfirmationOverdue;
import org.chongshan.events.eldercare.HomeVisitNotice.SettlementPaymentOrdered;
import org.chongshan.shell.CoreRule;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Calendars.BEFORE_THE_NOTICE;
import static org.chongshan.core.Calendars.WITH_THE_NOTICE;
import static org.chongshan.core.Given.given;
import static org.chongshan.eldercare.caresettlement.CareSettlementRule.*;

class CareSettlementTest {
    private static final String MARCH = "P-1.320613001.202303";
    private static final String APRIL = "P-1.320613001.202304";
    private static final Instant PAID_AT = Instant.parse("2023-04-10T02:00:00Z");

    private static VisitCharged charged(String settlement, String visit, long feeFen, String... officers) {
        return new VisitCharged(settlement, "P-1", visit, feeFen, new TreeSet<>(List.of(officers)));
    }

    private static VisitTakenOff off(String settlement, String visit, long feeFen) {
        return new VisitTakenOff(settlement, "P-1", visit, feeFen);
    }

    private static Given<CareSettlement, CareSettlementEvent> open() {
        return given(new CareSettlementDecider()).at("2023-03-05T02:00:00Z")
                .happened(charged(MARCH, "V-1", 3000, "street-1"), charged(MARCH, "V-2", 4500));
    }

    private static Given<CareSettlement, CareSettlementEvent> closed() {
        return open().whenDeadlineReached().thenBy(CLOSED).at("2023-04-06T02:00:00Z");
    }

    private static SettlementPaymentOrdered order(long amountFen, String by) {
        return new SettlementPaymentOrdered(MARCH, "home-care." + MARCH, "P-1", amountFen, "home-care-320613001",
                new TreeSet<>(List.of(by)));
    }

    @Test
    void visits_are_summed_to_the_fen_and_the_month_closes_at_the_end_of_the_cut_off_day() {
        open().when(charged(MARCH, "V-3", 1)).then(CHARGED)
                .and(settlement -> assertThat(settlement.dueFen()).isEqualTo(7501))
                .and(settlement -> assertThat(settlement.due()).isEqualTo("2023-04-05T16:00:00Z")).whenDeadlineReached()
                .then(CLOSED, new SettlementClosed(MARCH, "P-1", 7501))
                .and(settlement -> assertThat(settlement.lists()).containsKey(Listed.TO_DECIDE));
    }

    @Test
    void a_confirmation_due_in_a_year_without_its_notice_is_due_when_that_has_it() {
        var december = "P-1.320613001.202612";
        given(new CareSettlementDecider()).by(BEFORE_THE_NOTICE).at("2026-12-28T02:00:00Z")
                .happened(charged(december, "V-1", 3000, "street-1")).whenDeadlineReached().thenBy(CLOSED)
                .and(settlement -> assertThat(settlement.confirmBy().isProvisional()).isTrue()).by(WITH_THE_NOTICE)
                .at("2027-01-06T02:00:00Z").by("street-2", Role.STREET).when(charged(december, "V-2", 3000))
                .thenAlsoBy(CoreRule.RECKONED_ANEW)
                .and(settlement -> assertThat(settlement.confirmBy().isProvisional()).isFalse());
    }

    @Test
    void what_counts_no_more_is_taken_off_until_somebody_has_confirmed_the_month() {
        closed().when(off(MARCH, "V-1", 3000)).then(TAKEN_OFF)
                .and(settlement -> assertThat(settlement.dueFen()).isEqualTo(4500)).by("street-2", Role.STREET)
                .happened(new SettlementConfirmed(MARCH, 4500)).when(off(MARCH, "V-2", 4500))
                .then(PASSED_ON, off(APRIL, "V-2", 4500));
    }

    @Test
    void what_comes_after_the_month_has_closed_goes_to_the_next() {
        closed().when(charged(MARCH, "V-3", 3000, "street-1")).then(PASSED_ON, charged(APRIL, "V-3", 3000, "street-1"));
    }

    @Test
    void a_month_is_closed_from_its_cut_off_on_although_the_clock_has_not_come_by() {
        open().at("2023-04-05T15:59:59Z").when(charged(MARCH, "V-3", 3000)).then(CHARGED).at("2023-04-05T16:00:00Z")
                .when(charged(MARCH, "V-4", 3000))
                .then(PASSED_ON, new SettlementClosed(MARCH, "P-1", 10_500), charged(APRIL, "V-4", 3000))
                .by("street-2", Role.STREET).when(new SettlementConfirmed(MARCH, 10_500))
                .then(CONFIRMED, order(10_500, "street-2"));
    }

    @Test
    void what_was_struck_of_a_month_without_other_visits_is_borne_by_the_next_that_has_some() {
        given(new CareSettlementDecider()).when(off(MARCH, "V-1", 3000)).then(TAKEN_OFF).whenDeadlineReached()
                .then(NOTHING_DUE, new BalanceCarried(APRIL, "P-1", MARCH, -3000))
                .when(new BalanceCarried(MARCH, "P-1", "P-1.320613001.202302", -100))
                .then(PASSED_ON, new BalanceCarried(APRIL, "P-1", "P-1.320613001.202302", -100));
        given(new CareSettlementDecider()).when(new BalanceCarried(APRIL, "P-1", MARCH, -3000)).then(BALANCE_CARRIED)
                .when(charged(APRIL, "V-9", 3500)).then(CHARGED)
                .and(settlement -> assertThat(settlement.dueFen()).isEqualTo(500));
        closed().when(off(MARCH, "V-1", 7500)).then(NOTHING_DUE)
                .and(settlement -> assertThat(settlement.status()).isEqualTo(Status.NOTHING_DUE));
    }

    @Test
    void an_officer_who_had_no_part_in_it_confirms_the_sum_as_it_stands_and_it_is_paid() {
        closed().by("Street-1 ", Role.STREET).when(new SettlementConfirmed(MARCH, 7500)).thenRefused(DUTIES_APART)
                .by("street-2", Role.STREET).when(new SettlementConfirmed(MARCH, 7499)).thenRefused(NOT_THE_SUM)
                .when(new SettlementConfirmed(MARCH, 7500)).then(CONFIRMED, order(7500, "street-2"))
                .when(new SettlementConfirmed(MARCH, 7500)).thenRefused(NOT_AT_THIS_POINT)
                .when(new SettlementPaid(MARCH, 7500, PAID_AT)).then(PAID)
                .and(settlement -> assertThat(settlement.paidFen()).isEqualTo(7500))
                .when(new SettlementPaid(MARCH, 7500, PAID_AT)).thenRefused(NOT_AT_THIS_POINT);
        open().when(new SettlementConfirmed(MARCH, 7500)).thenRefused(NOT_AT_THIS_POINT);
        given(new CareSettlementDecider()).when(new SettlementConfirmed(MARCH, 1)).thenEarly(SETTLEMENT_UNKNOWN);
    }

    @Test
    void what_was_not_paid_or_came_back_is_confirmed_anew_under_the_same_claim() {
        closed().by("street-2", Role.STREET).happened(new SettlementConfirmed(MARCH, 7500))
                .when(new SettlementPaymentFailed(MARCH, 7500)).then(NOT_PAID)
                .and(settlement -> assertThat(settlement.lists()).containsKey(Listed.TO_DECIDE))
                .when(new SettlementConfirmed(MARCH, 7500)).then(CONFIRMED, order(7500, "street-2"))
                .happened(new SettlementPaid(MARCH, 7500, PAID_AT)).when(new SettlementPaymentFailed(MARCH, 7500))
                .then(NOT_PAID).and(settlement -> assertThat(settlement.paidFen()).isZero());
    }

    @Test
    void a_settlement_nobody_confirms_in_ten_working_days_is_stated_and_can_still_be_confirmed() {
        closed().and(settlement -> assertThat(settlement.due()).isEqualTo("2023-04-20T16:00:00Z")).whenDeadlineReached()
                .then(CONFIRMATION_MISSED,
                        new SettlementConfirmationOverdue(MARCH, "P-1", Instant.parse("2023-04-20T16:00:00Z")))
                .by("district-1", Role.DISTRICT).when(new SettlementConfirmed(MARCH, 7500))
                .then(CONFIRMED, order(7500, "district-1"));
    }

    @Test
    void officers_are_kept_up_to_a_number_and_what_another_charges_goes_to_the_next_month() {
        var given = open();
        for (int i = 0; i < CareSettlement.MOST_OFFICERS - 1; i++) {
            given.happened(charged(MARCH, "V-x" + i, 3000, "officer-" + i));
        }
        given.when(charged(MARCH, "V-9", 3000, "officer-0")).then(CHARGED).when(charged(MARCH, "V-9", 3000, "one-more"))
                .then(TOO_MANY_OFFICERS, charged(APRIL, "V-9", 3000, "one-more"));
        assertThat(AnyOrder.stored(given.state())).isLessThan(20_000);
    }

    /** Charged, taken off, or a month closes and is confirmed. */
    sealed interface Step {
        record Charge(int visit, int month, int feeFen) implements Step {}

        record Strike(int visit) implements Step {}

        record Close() implements Step {}

        record Confirm() implements Step {}
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_sum_of_all_settlements_is_the_sum_of_fees_less_what_was_struck_in_any_order(
            @ForAll("steps") List<Step> steps) {
        var books = new HashMap<String, CareSettlement>();
        var charged = new HashMap<Integer, VisitCharged>();
        var paid = new ArrayList<SettlementPaymentOrdered>();
        var expected = 0L;
        for (var step : steps) {
            switch (step) {
                case Step.Charge one when !charged.containsKey(one.visit()) -> {
                    var event = charged("P-1.320613001.20230" + one.month(), "V-" + one.visit(), one.feeFen());
                    charged.put(one.visit(), event);
                    expected += one.feeFen();
                    tell(books, event, paid);
                }
                case Step.Strike one when charged.containsKey(one.visit()) -> {
                    var event = charged.remove(one.visit());
                    expected -= event.feeFen();
                    tell(books, off(event.settlement(), event.visit(), event.feeFen()), paid);
                }
                case Step.Close _ -> firstIn(books, Status.OPEN).ifPresent(one -> {
                    var context = context(one.cutOffAt());
                    var told = Deadlines.reached(new CareSettlementDecider(), one, context);
                    books.put(one.id(), told.state());
                    told.emitted().forEach(event -> {
                        if (event instanceof CareSettlementEvent passed) {
                            tell(books, passed, paid);
                        }
                    });
                });
                case Step.Confirm _ -> firstIn(books, Status.TO_CONFIRM)
                        .ifPresent(one -> tell(books, new SettlementConfirmed(one.id(), one.dueFen()), paid));
                default -> {
                }
            }
            var charges = books.values().stream().mapToLong(CareSettlement::chargedFen).sum();
            var struck = books.values().stream().mapToLong(CareSettlement::takenOffFen).sum();
            assertThat(charges - struck).isEqualTo(expected);
            var open = books.values().stream().filter(CareSettlement::isUndecided).mapToLong(CareSettlement::dueFen)
                    .sum();
            assertThat(open + paid.stream().mapToLong(SettlementPaymentOrdered::amountFen).sum())
                    .as("what is paid and what is still to be paid").isEqualTo(expected);
        }
        assertThat(paid).extracting(SettlementPaymentOrdered::claim).doesNotHaveDuplicates();
    }

    private static java.util.Optional<CareSettlement> firstIn(Map<String, CareSettlement> books, Status status) {
        return books.values().stream().filter(one -> one.status() == status)
                .min(java.util.Comparator.comparing(CareSettlement::id));
    }

    private static Context context(Instant time) {
        return new Context("E", time, time, "street-9", Role.STREET, "320613001", ReferenceData.policy().at(time),
                ReferenceData.workingDays());
    }

    private static void tell(Map<String, CareSettlement> books, CareSettlementEvent first,
            List<SettlementPaymentOrdered> paid) {
        Deque<CareSettlementEvent> waiting = new ArrayDeque<>(List.of(first));
        var decider = new CareSettlementDecider();
        while (!waiting.isEmpty()) {
            var event = waiting.remove();
            var known = books.get(event.settlement());
            var context = context(Instant.parse("2023-03-05T02:00:00Z"));
            var decision = known == null
                    ? decider.begin(event.settlement(), event, context)
                    : decider.decide(known, event, context);
            if (decision instanceof Decision.Become<CareSettlement> become) {
                books.put(event.settlement(), become.state());
                become.emitted().forEach(out -> {
                    switch (out) {
                        case CareSettlementEvent passed -> waiting.add(passed);
                        case SettlementPaymentOrdered ordered -> paid.add(ordered);
                        default -> {
                        }
                    }
                });
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var visits = Arbitraries.integers().between(1, 12);
        Arbitrary<Step> charge = Combinators
                .combine(visits, Arbitraries.integers().between(1, 3), Arbitraries.integers().between(1, 9000))
                .as(Step.Charge::new);
        Arbitrary<Step> strike = visits.map(Step.Strike::new);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, charge), net.jqwik.api.Tuple.of(3, strike),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Step.Close())),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Step.Confirm()))).list().ofMaxSize(60);
    }
}
