package org.chongshan.marriage.divorce;

import java.time.Instant;
import java.util.List;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.events.marriage.CounsellingAnswer;
import org.chongshan.events.marriage.DivorceEvent;
import org.chongshan.events.marriage.DivorceEvent.CounsellingOffered;
import org.chongshan.events.marriage.DivorceEvent.CoupleCounselled;
import org.chongshan.events.marriage.DivorceEvent.CoupleWatched;
import org.chongshan.events.marriage.DivorceOutcome;
import org.chongshan.events.marriage.MarriageNotice.DivorceApplicationClosed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.marriage.divorce.Couple.*;

/** Any order and repetition of what happened ends in one state, whether the clock ran meanwhile or not. */
class DivorceAnyOrderTest {
    private static final Instant LONG_AFTER = Instant.parse("2023-07-01T00:00:00Z");

    private static Told<DivorceEvent> told(int number, String time, DivorceEvent event) {
        return new Told<>("E-" + number, Instant.parse(time), event);
    }

    private static final List<Told<DivorceEvent>> BESIDE = List.of(told(1, "2023-01-13T02:00:00Z", APPLY),
            told(2, "2023-01-13T02:30:00Z", DECLINE),
            told(3, "2023-01-16T02:00:00Z", new CounsellingOffered(RECEIPT, CounsellingAnswer.ACCEPTED)),
            told(4, "2023-01-20T03:00:00Z",
                    new CoupleCounselled(RECEIPT, "S-1", Instant.parse("2023-01-20T02:00:00Z"))),
            told(5, "2023-02-20T03:00:00Z",
                    new CoupleCounselled(RECEIPT, "S-2", Instant.parse("2023-02-20T02:00:00Z"))),
            told(6, "2023-01-17T02:00:00Z", new CoupleWatched(RECEIPT, "V-1")),
            told(7, "2023-02-14T02:00:00Z", REFUSED), told(8, "2023-02-21T02:00:00Z", REFUSED));

    private static List<Told<DivorceEvent>> and(List<Told<DivorceEvent>> more) {
        return java.util.stream.Stream.concat(BESIDE.stream(), more.stream()).toList();
    }

    @Provide
    Arbitrary<List<Told<DivorceEvent>>> withdrawnAndDead() {
        return AnyOrder.of(and(
                List.of(told(9, "2023-02-06T02:00:00Z", SHE_WITHDRAWS), told(10, "2023-02-08T02:00:00Z", SHE_WITHDRAWS),
                        told(11, "2023-03-01T02:00:00Z", died("2023-02-27")))));
    }

    @Provide
    Arbitrary<List<Told<DivorceEvent>>> registered() {
        return AnyOrder.of(and(List.of(told(9, "2023-02-22T02:00:00Z", BOTH_COME),
                told(10, "2023-03-01T02:00:00Z", died("2023-02-27")))));
    }

    @Provide
    Arbitrary<List<Told<DivorceEvent>>> forgotten() {
        return AnyOrder.of(BESIDE);
    }

    private static void endsAs(DivorceOutcome outcome, List<Told<DivorceEvent>> order,
            List<Told<DivorceEvent>> inOrder) {
        var left = AnyOrder.left(new DivorceDecider(), order);
        assertThat(left.outcome()).isEqualTo(outcome);
        assertThat(left).isEqualTo(AnyOrder.left(new DivorceDecider(), inOrder));
        assertThat(AnyOrder.leftByTheClock(new DivorceDecider(), order, LONG_AFTER)).isEqualTo(left);
        assertThat(AnyOrder.emitted(new DivorceDecider(), order).stream()
                .filter(DivorceApplicationClosed.class::isInstance).map(DivorceApplicationClosed.class::cast)
                .map(DivorceApplicationClosed::outcome)).last().isEqualTo(outcome);
    }

    private static List<Told<DivorceEvent>> sorted(List<Told<DivorceEvent>> order) {
        return order.stream().distinct().sorted(java.util.Comparator.comparing(Told::time)).toList();
    }

    @Property(tries = 300)
    void the_first_withdrawal_is_the_end_and_it_was_mediated(
            @ForAll("withdrawnAndDead") List<Told<DivorceEvent>> order) {
        endsAs(DivorceOutcome.MEDIATED, order, sorted(order));
    }

    @Property(tries = 300)
    void a_registration_is_the_end_also_when_a_later_death_is_heard_of_first(
            @ForAll("registered") List<Told<DivorceEvent>> order) {
        endsAs(DivorceOutcome.REGISTERED, order, sorted(order));
    }

    @Property(tries = 300)
    void what_nobody_ends_lapses_in_one_way(@ForAll("forgotten") List<Told<DivorceEvent>> order) {
        var left = AnyOrder.leftByTheClock(new DivorceDecider(), order, LONG_AFTER);
        assertThat(left.outcome()).isEqualTo(DivorceOutcome.LAPSED);
        assertThat(left).isEqualTo(AnyOrder.leftByTheClock(new DivorceDecider(), sorted(order), LONG_AFTER));
    }
}
