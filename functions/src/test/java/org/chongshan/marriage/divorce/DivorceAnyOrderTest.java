package org.chongshan.marriage.divorce;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
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
import org.chongshan.events.marriage.EndedElsewhere;
import org.chongshan.events.marriage.MarriageNotice.DivorceApplicationClosed;
import org.chongshan.events.marriage.MarriageNotice.DivorceRegistrationDisputed;
import org.chongshan.events.marriage.MarriageNotice.DivorceRegistrationUndisputed;

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
        return Stream.concat(BESIDE.stream(), more.stream()).toList();
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

    // ---- a death stated by mistake, and taken back

    private static final Told<DivorceEvent> DEATH = told(20, "2023-02-09T02:00:00Z", died("2023-02-08"));
    private static final Told<DivorceEvent> RETRACTION = told(21, "2023-03-02T02:00:00Z", NOBODY_DIED);
    /** In the same instant; its id comes after that of the death. */
    private static final Told<DivorceEvent> RETRACTION_AT_ONCE = told(22, "2023-02-09T02:00:00Z", NOBODY_DIED);
    private static final Told<DivorceEvent> REGISTRATION = told(23, "2023-02-22T02:00:00Z", BOTH_COME);
    private static final List<Told<DivorceEvent>> OTHER_ENDS = List.of(told(9, "2023-02-10T02:00:00Z", SHE_WITHDRAWS),
            told(10, "2023-03-01T02:00:00Z", ended(EndedElsewhere.COURT_DIVORCE, "2023-02-27", "J-1")));

    @Provide
    Arbitrary<List<Told<DivorceEvent>>> retractedBesideOtherEnds() {
        return retracted().flatMap(retraction -> AnyOrder
                .of(and(Stream.concat(OTHER_ENDS.stream(), Stream.of(DEATH, retraction)).toList())));
    }

    @Provide
    Arbitrary<List<Told<DivorceEvent>>> retractedAlone() {
        return retracted().flatMap(retraction -> AnyOrder.of(and(List.of(DEATH, retraction))));
    }

    @Provide
    Arbitrary<List<Told<DivorceEvent>>> retractedAndRegistered() {
        return retracted().flatMap(retraction -> AnyOrder.of(and(List.of(DEATH, retraction, REGISTRATION))));
    }

    private static Arbitrary<Told<DivorceEvent>> retracted() {
        return Arbitraries.of(RETRACTION, RETRACTION_AT_ONCE);
    }

    @SafeVarargs
    private static List<Told<DivorceEvent>> without(List<Told<DivorceEvent>> order, Told<DivorceEvent>... those) {
        return sorted(order).stream().filter(told -> !List.of(those).contains(told)).toList();
    }

    @Property(tries = 300)
    void a_death_that_is_taken_back_leaves_what_there_is_without_it_and_another_end_counts(
            @ForAll("retractedBesideOtherEnds") List<Told<DivorceEvent>> order) {
        endsAs(DivorceOutcome.MEDIATED, order, without(order, DEATH));
    }

    @Property(tries = 300)
    void a_death_that_is_taken_back_leaves_what_there_is_without_it_and_its_time_runs_out(
            @ForAll("retractedAlone") List<Told<DivorceEvent>> order) {
        var decider = new DivorceDecider();
        var left = AnyOrder.left(decider, order);
        assertThat(left).isEqualTo(AnyOrder.left(decider, without(order, DEATH)));
        var neither = AnyOrder.left(decider, without(order, DEATH, RETRACTION, RETRACTION_AT_ONCE));
        assertThat(left.status()).isEqualTo(neither.status());
        assertThat(left.lists()).isEqualTo(neither.lists());
        assertThat(left.deadlines()).isEqualTo(neither.deadlines());
        var byTheClock = AnyOrder.leftByTheClock(decider, order, LONG_AFTER);
        assertThat(byTheClock.outcome()).isEqualTo(DivorceOutcome.LAPSED);
        assertThat(byTheClock).isEqualTo(AnyOrder.leftByTheClock(decider, without(order, DEATH), LONG_AFTER));
    }

    /** Who came while the death was believed in was refused, and has no certificate; who has one keeps it. */
    @Property(tries = 300)
    void a_registration_is_never_undone_and_none_comes_about_by_itself(
            @ForAll("retractedAndRegistered") List<Told<DivorceEvent>> order) {
        var decider = new DivorceDecider();
        var emitted = AnyOrder.emitted(decider, order);
        var registered = emitted.stream().anyMatch(event -> event instanceof DivorceApplicationClosed closed
                && closed.outcome() == DivorceOutcome.REGISTERED);
        var left = AnyOrder.left(decider, order);
        assertThat(left.course().isRegistered()).isEqualTo(registered);
        assertThat(left).isEqualTo(
                AnyOrder.left(decider, registered ? without(order, DEATH) : without(order, DEATH, REGISTRATION)));
        assertThat(emitted.stream().filter(DivorceRegistrationUndisputed.class::isInstance).count())
                .isEqualTo(emitted.stream().filter(DivorceRegistrationDisputed.class::isInstance).count());
    }
}
