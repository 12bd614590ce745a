package org.chongshan.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.chongshan.core.Diary.Answer;
import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.Diary.Closure;
import org.chongshan.core.Diary.Granted;
import org.chongshan.core.Diary.Reason;
import org.chongshan.core.Diary.Refused;
import org.chongshan.core.Diary.Terms;
import org.chongshan.events.json.EventJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Diary.Terms.NONE;

class DiaryTest {
    private static final Instant NOW = at("08:00");

    private static Instant at(String time) {
        return Instant.parse("2023-05-20T" + time + ":00Z");
    }

    private static Appointment firm(String id, String from, String until) {
        return new Appointment(id, at(from), at(until), "", null);
    }

    private static Appointment held(String id, String from, String until, String heldUntil) {
        return new Appointment(id, at(from), at(until), "", at(heldUntil));
    }

    private static Diary with(Appointment... appointments) {
        var diary = Diary.EMPTY;
        for (var appointment : appointments) {
            diary = granted(diary.enter(appointment, NOW, NONE));
        }
        return diary;
    }

    private static Diary granted(Answer answer) {
        assertThat(answer).isInstanceOf(Granted.class);
        return ((Granted) answer).diary();
    }

    private static void assertRefused(Answer answer, Reason reason) {
        assertThat(answer).isEqualTo(new Refused(reason));
    }

    @Test
    void two_appointments_may_touch_but_not_overlap() {
        var diary = with(firm("a", "09:00", "10:00"));
        granted(diary.enter(firm("b", "10:00", "11:00"), NOW, NONE));
        granted(diary.enter(firm("b", "08:00", "09:00"), NOW, NONE));
        assertRefused(diary.enter(firm("b", "09:59", "11:00"), NOW, NONE), Reason.OVERLAP);
        assertRefused(diary.enter(firm("b", "09:15", "09:30"), NOW, NONE), Reason.OVERLAP);
        assertRefused(diary.enter(firm("b", "08:00", "11:00"), NOW, NONE), Reason.OVERLAP);
        assertRefused(diary.enter(firm("b", "11:00", "11:00"), NOW, NONE), Reason.EMPTY);
    }

    @Test
    void a_buffer_lies_before_and_after() {
        var diary = with(firm("a", "09:00", "10:00"));
        var buffer = NONE.apart(Duration.ofMinutes(15));
        granted(diary.enter(firm("b", "10:15", "11:00"), NOW, buffer));
        granted(diary.enter(firm("b", "08:00", "08:45"), NOW, buffer));
        assertRefused(diary.enter(firm("b", "10:14", "11:00"), NOW, buffer), Reason.OVERLAP);
        assertRefused(diary.enter(firm("b", "08:00", "08:46"), NOW, buffer), Reason.OVERLAP);
    }

    @Test
    void the_way_from_one_place_to_another_takes_its_time() {
        var way = NONE.apart((one, other) -> Duration.ofMinutes(one.place().equals(other.place()) ? 0 : 30));
        var diary = with(new Appointment("a", at("09:00"), at("10:00"), "here", null));
        granted(diary.enter(new Appointment("b", at("10:00"), at("11:00"), "here", null), NOW, way));
        assertRefused(diary.enter(new Appointment("b", at("10:29"), at("11:00"), "there", null), NOW, way),
                Reason.OVERLAP);
        granted(diary.enter(new Appointment("b", at("10:30"), at("11:00"), "there", null), NOW, way));
    }

    @Test
    void what_is_closed_takes_nothing_and_gives_back_what_was_in_the_way() {
        var diary = with(firm("a", "09:00", "10:00"), held("b", "10:00", "11:00", "08:30"),
                firm("c", "12:00", "13:00"));
        var noon = new Closure("repair", at("09:30"), at("12:00"));
        var closing = diary.close(noon, NOW);
        assertThat(closing.displaced()).extracting(Appointment::id).containsExactly("a", "b");
        assertThat(closing.diary().close(noon, NOW)).isEqualTo(new Diary.Closing(closing.diary(), List.of()));
        assertRefused(closing.diary().enter(firm("d", "11:59", "12:00"), NOW, NONE), Reason.CLOSED);
        assertRefused(closing.diary().move("c", at("11:00"), at("12:30"), NOW, NONE), Reason.CLOSED);
        granted(closing.diary().enter(firm("d", "09:00", "09:30"), NOW, NONE));
        granted(closing.diary().reopen("repair").enter(firm("d", "10:00", "12:00"), NOW, NONE));

        var shorter = closing.diary().close(new Closure("repair", at("09:30"), at("10:00")), NOW);
        granted(shorter.diary().enter(firm("d", "10:00", "12:00"), NOW, NONE));
        assertThat(diary.close(new Closure("repair", at("12:00"), at("09:00")), NOW))
                .isEqualTo(new Diary.Closing(diary, List.of()));
    }

    @Test
    void a_day_is_full_by_number_or_by_time_and_begins_at_midnight_of_the_bureau() {
        var diary = with(firm("a", "09:00", "10:00"), firm("b", "10:00", "11:00"));
        assertRefused(diary.enter(firm("c", "11:00", "12:00"), NOW, NONE.atMost(2)), Reason.DAY_FULL);
        assertRefused(diary.enter(firm("c", "11:00", "12:01"), NOW, NONE.atMost(Duration.ofHours(3))), Reason.DAY_FULL);
        granted(diary.enter(firm("c", "11:00", "12:00"), NOW, NONE.atMost(Duration.ofHours(3))));
        assertRefused(diary.enter(firm("c", "15:59", "17:00"), NOW, NONE.atMost(2)), Reason.DAY_FULL);
        granted(diary.enter(firm("c", "16:00", "17:00"), NOW, NONE.atMost(2)));
        granted(diary.move("b", at("11:00"), at("12:00"), NOW, NONE.atMost(2)));
    }

    @Test
    void a_hold_is_gone_at_the_instant_it_runs_out_whoever_notices() {
        var diary = with(held("a", "09:00", "10:00", "08:30"), held("b", "10:00", "11:00", "08:20"));
        assertThat(diary.nextExpiry()).isEqualTo(at("08:20"));
        granted(diary.confirm("a", at("08:29")));
        assertRefused(diary.confirm("a", at("08:30")), Reason.EXPIRED);
        assertRefused(diary.release("a", at("08:30")), Reason.EXPIRED);
        assertRefused(diary.move("a", at("12:00"), at("13:00"), at("08:30"), NONE), Reason.EXPIRED);
        granted(diary.enter(firm("c", "09:00", "10:00"), at("08:30"), NONE));
        assertRefused(diary.enter(firm("c", "09:00", "10:00"), at("08:29"), NONE), Reason.OVERLAP);

        assertThat(diary.lapsed(at("08:20"))).extracting(Appointment::id).containsExactly("b");
        var left = diary.at(at("08:20"));
        assertThat(left.nextExpiry()).isEqualTo(at("08:30"));
        assertRefused(left.confirm("b", NOW), Reason.UNKNOWN);
        assertThat(left.at(at("08:30"))).isEqualTo(Diary.EMPTY);
        assertThat(Diary.EMPTY.nextExpiry()).isNull();
        assertRefused(Diary.EMPTY.enter(held("a", "09:00", "10:00", "08:30"), at("08:30"), NONE), Reason.EXPIRED);
    }

    @Test
    void the_same_again_is_granted_as_it_stands_and_another_of_that_id_is_not() {
        var diary = with(held("a", "09:00", "10:00", "08:30"));
        var longer = held("a", "09:00", "10:00", "09:00");
        assertThat(diary.enter(longer, at("08:10"), NONE))
                .isEqualTo(new Granted(diary, held("a", "09:00", "10:00", "08:30")));
        assertRefused(diary.enter(held("a", "09:00", "10:01", "08:30"), NOW, NONE), Reason.ID_TAKEN);

        var confirmed = granted(diary.confirm("a", NOW));
        assertThat(confirmed.enter(longer, at("10:00"), NONE))
                .isEqualTo(new Granted(confirmed, firm("a", "09:00", "10:00")));
        assertThat(confirmed.confirm("a", at("10:00"))).isEqualTo(new Granted(confirmed, firm("a", "09:00", "10:00")));
        assertThat(granted(diary.enter(firm("a", "09:00", "10:00"), NOW, NONE))).isEqualTo(confirmed);
    }

    @Test
    void what_is_moved_keeps_its_hold_and_what_cannot_be_moved_stays() {
        var diary = with(held("a", "09:00", "10:00", "08:30"), firm("b", "10:00", "11:00"));
        assertThat(diary.move("a", at("09:30"), at("10:00"), NOW, NONE))
                .isEqualTo(new Granted(with(held("a", "09:30", "10:00", "08:30"), firm("b", "10:00", "11:00")),
                        held("a", "09:30", "10:00", "08:30")));
        assertRefused(diary.move("a", at("09:30"), at("10:30"), NOW, NONE), Reason.OVERLAP);
        assertRefused(diary.move("z", at("09:30"), at("10:00"), NOW, NONE), Reason.UNKNOWN);
    }

    @Test
    void the_past_is_forgotten_by_whole_days_and_can_no_longer_be_booked() {
        var yesterday = new Appointment("a", Instant.parse("2023-05-19T15:00:00Z"),
                Instant.parse("2023-05-19T15:50:00Z"), "", null);
        var diary = with(yesterday, firm("b", "09:00", "10:00")).close(new Closure("c", at("01:00"), at("02:00")), NOW)
                .diary();
        var today = diary.forgetBefore(at("08:00"));
        assertThat(today.bookableFrom()).isEqualTo("2023-05-19T16:00:00Z");
        assertThat(today.closures()).hasSize(1);
        assertRefused(today.enter(new Appointment("d", Instant.parse("2023-05-19T15:59:00Z"), at("01:00"), "", null),
                NOW, NONE), Reason.PAST);
        var closeToYesterday = new Appointment("d", Instant.parse("2023-05-19T16:05:00Z"), at("00:30"), "", null);
        assertRefused(today.enter(closeToYesterday, NOW, NONE.apart(Duration.ofMinutes(16))), Reason.OVERLAP);
        granted(today.enter(closeToYesterday, NOW, NONE.apart(Duration.ofMinutes(15))));

        var nextWeek = today.forgetBefore(Instant.parse("2023-05-27T04:00:00Z"));
        assertThat(nextWeek.appointments()).isEmpty();
        assertThat(nextWeek.closures()).isEmpty();
        assertThat(nextWeek.forgetBefore(NOW)).isEqualTo(nextWeek);
    }

    @Test
    void it_is_written_and_read_as_part_of_a_state() {
        var diary = with(held("a", "09:00", "10:00", "08:30"), firm("b", "10:00", "11:00"))
                .close(new Closure("c", at("12:00"), at("13:00")), NOW).diary().forgetBefore(NOW);
        assertThat(EventJson.readValue(EventJson.writeValue(diary), Diary.class)).isEqualTo(diary);
        assertThat(EventJson.readValue(EventJson.writeValue(Diary.EMPTY), Diary.class)).isEqualTo(Diary.EMPTY);
    }

    /** Something done to a diary at a time, which need not be later than the one before. */
    sealed interface Act {
        Instant now();

        record Enter(Appointment appointment, Instant now) implements Act {}

        record Confirm(String id, Instant now) implements Act {}

        record Release(String id, Instant now) implements Act {}

        record Move(String id, Instant from, Instant until, Instant now) implements Act {}

        record Close(Closure closure, Instant now) implements Act {}

        record Reopen(String id, Instant now) implements Act {}

        record Lapse(Instant now) implements Act {}

        record Forget(Instant now) implements Act {}
    }

    private static Diary act(Diary diary, Act act, Terms terms) {
        return switch (act) {
            case Act.Enter enter -> ifGranted(diary, diary.enter(enter.appointment(), enter.now(), terms));
            case Act.Confirm confirm -> ifGranted(diary, diary.confirm(confirm.id(), confirm.now()));
            case Act.Release release -> ifGranted(diary, diary.release(release.id(), release.now()));
            case Act.Move move -> ifGranted(diary, diary.move(move.id(), move.from(), move.until(), move.now(), terms));
            case Act.Close close -> diary.close(close.closure(), close.now()).diary();
            case Act.Reopen reopen -> diary.reopen(reopen.id());
            case Act.Lapse lapse -> diary.at(lapse.now());
            case Act.Forget forget -> diary.forgetBefore(forget.now());
        };
    }

    private static Diary ifGranted(Diary before, Answer answer) {
        return answer instanceof Granted granted ? granted.diary() : before;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatever_is_done_in_whatever_order_no_two_overlap_nothing_is_in_a_closure_and_no_day_is_too_full(
            @ForAll("acts") List<Act> acts, @ForAll("terms") Terms terms) {
        var diary = Diary.EMPTY;
        var forgotten = new ArrayList<Appointment>();
        for (var act : acts) {
            var before = diary.appointments();
            diary = act(diary, act, terms);
            var kept = diary.appointments();
            if (act instanceof Act.Forget) {
                before.stream().filter(appointment -> !kept.contains(appointment)).forEach(forgotten::add);
            }
            assertThat(kept).extracting(Appointment::id).doesNotHaveDuplicates();
            for (var one : kept) {
                assertThat(Stream.concat(kept.stream(), forgotten.stream()))
                        .allMatch(other -> one == other || isApart(one, other, terms));
            }
            for (var closure : diary.closures()) {
                assertThat(kept).noneMatch(appointment -> appointment.from().isBefore(closure.until())
                        && closure.from().isBefore(appointment.until()));
            }
            assertThat(kept.stream().collect(Collectors.groupingBy(Appointment::day)).values()).allMatch(
                    those -> those.size() <= terms.perDay() && timeOf(those).compareTo(terms.timePerDay()) <= 0);
        }
    }

    private static Duration timeOf(List<Appointment> those) {
        return those.stream().map(one -> Duration.between(one.from(), one.until())).reduce(Duration.ZERO,
                Duration::plus);
    }

    private static boolean isApart(Appointment one, Appointment other, Terms terms) {
        return one.from().isBefore(other.from())
                ? !one.until().plus(terms.gap().between(one, other)).isAfter(other.from())
                : !other.until().plus(terms.gap().between(other, one)).isAfter(one.from());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_is_confirmed_stays_until_it_is_released_moved_displaced_or_forgotten(@ForAll("acts") List<Act> acts,
            @ForAll("act") Act act, @ForAll("terms") Terms terms) {
        var before = after(acts);
        var confirmed = before.appointments().stream().filter(appointment -> appointment.heldUntil() == null)
                .filter(appointment -> switch (act) {
                    case Act.Release release -> !release.id().equals(appointment.id());
                    case Act.Move move -> !move.id().equals(appointment.id());
                    case Act.Close close ->
                        !before.close(close.closure(), close.now()).displaced().contains(appointment);
                    case Act.Forget forget -> appointment.until().isAfter(forget.now());
                    default -> true;
                }).toList();
        assertThat(act(before, act, terms).appointments()).containsAll(confirmed);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void no_hold_outlives_its_expiry(@ForAll("acts") List<Act> acts, @ForAll("instants") Instant later) {
        var diary = after(acts);
        assertThat(diary.at(later).appointments()).allMatch(appointment -> appointment.isLive(later));
        assertThat(diary.at(later).lapsed(later)).isEmpty();
        var next = diary.at(later).nextExpiry();
        assertThat(next == null || next.isAfter(later)).isTrue();
        for (var lapsed : diary.lapsed(later)) {
            assertRefused(diary.confirm(lapsed.id(), later), Reason.EXPIRED);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void entered_and_released_leaves_it_as_it_was(@ForAll("acts") List<Act> acts, @ForAll("entries") Act.Enter enter) {
        var before = after(acts);
        var isNew = before.appointments().stream().noneMatch(other -> other.id().equals(enter.appointment().id()));
        if (isNew && before.enter(enter.appointment(), enter.now(), NONE) instanceof Granted granted) {
            assertThat(granted(granted.diary().release(enter.appointment().id(), enter.now())))
                    .isEqualTo(before.at(enter.now()));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_is_done_twice_is_done_once(@ForAll("acts") List<Act> acts, @ForAll("act") Act act,
            @ForAll("terms") Terms terms) {
        var once = act(after(acts), act, terms);
        assertThat(act(once, act, terms)).isEqualTo(once);
    }

    private static Diary after(List<Act> acts) {
        var diary = Diary.EMPTY;
        for (var act : acts) {
            diary = act(diary, act, NONE);
        }
        return diary;
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return act().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Act> act() {
        Arbitrary<Act> enter = entries().map(Function.identity());
        Arbitrary<Act> confirm = Combinators.combine(ids(), instants()).as(Act.Confirm::new);
        Arbitrary<Act> release = Combinators.combine(ids(), instants()).as(Act.Release::new);
        Arbitrary<Act> move = Combinators.combine(ids(), instants(), lengths(), instants())
                .as((id, from, length, now) -> new Act.Move(id, from, from.plus(length), now));
        Arbitrary<Act> close = Combinators.combine(Arbitraries.of("x", "y"), instants(), lengths(), instants())
                .as((id, from, length, now) -> new Act.Close(new Closure(id, from, from.plus(length)), now));
        Arbitrary<Act> reopen = Combinators.combine(Arbitraries.of("x", "y"), instants()).as(Act.Reopen::new);
        Arbitrary<Act> lapse = instants().map(Act.Lapse::new);
        Arbitrary<Act> forget = instants().map(Act.Forget::new);
        return Arbitraries.frequencyOf(Tuple.of(12, enter), Tuple.of(4, confirm), Tuple.of(3, release),
                Tuple.of(3, move), Tuple.of(1, close), Tuple.of(1, reopen), Tuple.of(2, lapse), Tuple.of(1, forget));
    }

    @Provide
    Arbitrary<Act.Enter> entries() {
        Arbitrary<@Nullable Instant> expiries = instants().injectNull(0.3);
        return Combinators.combine(ids(), instants(), lengths(), Arbitraries.of("here", "there"), expiries, instants())
                .as((id, from, length, place, heldUntil,
                        now) -> new Act.Enter(new Appointment(id, from, from.plus(length), place, heldUntil), now));
    }

    @Provide
    Arbitrary<Terms> terms() {
        var ways = NONE.apart((one, other) -> Duration.ofMinutes(one.place().equals(other.place()) ? 0 : 40));
        return Arbitraries.of(NONE, NONE.apart(Duration.ofMinutes(20)), ways, ways.atMost(2), NONE.atMost(1),
                NONE.atMost(Duration.ofHours(8)));
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f");
    }

    /** Two days by twenty minutes, so that things meet. */
    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, 144).map(slot -> at("00:00").plus(Duration.ofMinutes(20L * slot)));
    }

    private static Arbitrary<Duration> lengths() {
        return Arbitraries.integers().between(0, 36).map(slots -> Duration.ofMinutes(20L * slots));
    }
}
