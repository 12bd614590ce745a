package org.chongshan.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.chongshan.core.Places.Change;
import org.chongshan.core.Places.Place;
import org.chongshan.events.json.EventJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlacesTest {
    private static final Instant NOON = Instant.parse("2023-05-20T04:00:00Z");

    private static Places with(int capacity, String... participants) {
        var places = Places.of(capacity);
        for (var participant : participants) {
            places = places.join(participant).places();
        }
        return places;
    }

    @Test
    void the_first_have_a_place_and_the_others_wait_and_move_up_in_order() {
        var places = with(2, "a", "b", "c", "d");
        assertThat(places.participants()).containsExactly("a", "b");
        assertThat(places.waiting()).containsExactly("c", "d");
        assertThat(places.join("c")).isEqualTo(new Change(places, List.of(), List.of()));
        assertThat(places.leave("a")).isEqualTo(new Change(with(2, "b", "c", "d"), List.of("c"), List.of()));
        assertThat(places.leave("c")).isEqualTo(new Change(with(2, "a", "b", "d"), List.of(), List.of()));
        assertThat(places.leave("z")).isEqualTo(new Change(places, List.of(), List.of()));
    }

    @Test
    void with_more_places_the_list_moves_up_and_with_fewer_the_last_give_way_and_wait_before_all_others() {
        var places = with(3, "a", "b", "c", "d", "e");
        assertThat(places.resize(4)).isEqualTo(new Change(with(4, "a", "b", "c", "d", "e"), List.of("d"), List.of()));
        assertThat(places.resize(1))
                .isEqualTo(new Change(with(1, "a", "b", "c", "d", "e"), List.of(), List.of("b", "c")));
        assertThat(places.resize(-1).places()).isEqualTo(with(0, "a", "b", "c", "d", "e"));
    }

    @Test
    void once_closed_nobody_comes_in_and_nobody_waits() {
        var closed = with(2, "a", "b", "c").close();
        assertThat(closed.lost()).containsExactly("c");
        assertThat(closed.places().participants()).containsExactly("a", "b");
        assertThat(closed.places().join("d").places()).isEqualTo(closed.places());
        assertThat(closed.places().leave("a").places().participants()).containsExactly("b");
        assertThat(closed.places().resize(1))
                .isEqualTo(new Change(with(1, "a").close().places(), List.of(), List.of("b")));
    }

    @Test
    void what_is_offered_is_lost_at_its_instant_unless_confirmed_and_then_the_list_moves_up() {
        var offered = with(2, "a").join("b").offeredUntil(NOON).places().join("c").places().join("d").places();
        assertThat(offered.nextExpiry()).isEqualTo(NOON);
        assertThat(offered.placeOf("b")).isEqualTo(new Place("b", NOON));

        var confirmed = offered.confirm("b", NOON.minusSeconds(1));
        assertThat(confirmed).isEqualTo(with(2, "a", "b", "c", "d"));
        assertThat(confirmed.expire(NOON)).isEqualTo(new Change(confirmed, List.of(), List.of()));
        assertThat(confirmed.nextExpiry()).isNull();

        assertThat(offered.confirm("b", NOON)).isEqualTo(offered);
        assertThat(offered.confirm("c", NOON)).isEqualTo(offered);
        assertThat(offered.expire(NOON.minusSeconds(1)).places()).isEqualTo(offered);
        var later = offered.expire(NOON).offeredUntil(NOON.plusSeconds(60));
        assertThat(later.lost()).containsExactly("b");
        assertThat(later.gained()).containsExactly("c");
        assertThat(later.places().taken()).containsExactly(new Place("a", null), new Place("c", NOON.plusSeconds(60)));
        assertThat(later.places().waiting()).containsExactly("d");
    }

    @Test
    void they_are_written_and_read_as_part_of_a_state() {
        var places = with(1).join("a").offeredUntil(NOON).places().join("b").places();
        assertThat(EventJson.readValue(EventJson.writeValue(places), Places.class)).isEqualTo(places);
        assertThat(EventJson.readValue(EventJson.writeValue(places.close().places()), Places.class))
                .isEqualTo(places.close().places());
    }

    /** Something that happens to places. */
    sealed interface Act {
        record Join(String who, boolean offered) implements Act {}

        record Leave(String who) implements Act {}

        record Confirm(String who, Instant now) implements Act {}

        record Resize(int capacity) implements Act {}

        record Expire(Instant now) implements Act {}

        record Close() implements Act {}
    }

    private static Change act(Places places, Act act) {
        return switch (act) {
            case Act.Join(var who, var offered) -> offered ? places.join(who).offeredUntil(NOON) : places.join(who);
            case Act.Leave(var who) -> places.leave(who);
            case Act.Confirm(var who, var now) -> new Change(places.confirm(who, now), List.of(), List.of());
            case Act.Resize(var capacity) -> places.resize(capacity).offeredUntil(NOON.plusSeconds(60));
            case Act.Expire(var now) -> places.expire(now).offeredUntil(now.plusSeconds(60));
            case Act.Close() -> places.close();
        };
    }

    private static Places after(List<Act> acts) {
        var places = Places.of(2);
        for (var act : acts) {
            places = act(places, act).places();
        }
        return places;
    }

    private static List<String> inOrder(Places places) {
        var all = new ArrayList<>(places.participants());
        all.addAll(places.waiting());
        return all;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void never_more_are_taken_than_there_are_nobody_is_in_twice_and_nobody_waits_while_one_is_free(
            @ForAll("acts") List<Act> acts) {
        var places = after(acts);
        assertThat(places.taken().size()).isLessThanOrEqualTo(places.capacity());
        assertThat(inOrder(places)).doesNotHaveDuplicates();
        assertThat(places.waiting().isEmpty() || places.taken().size() == places.capacity()).isTrue();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whoever_came_first_stays_before_who_came_later(@ForAll("acts") List<Act> acts, @ForAll("act") Act act) {
        var before = after(acts);
        var stayed = inOrder(act(before, act).places());
        var expected = new ArrayList<>(inOrder(before));
        expected.retainAll(stayed);
        assertThat(stayed.subList(0, expected.size())).isEqualTo(expected);
        assertThat(stayed.size() - expected.size()).isBetween(0, act instanceof Act.Join ? 1 : 0);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nobody_gains_or_loses_unsaid(@ForAll("acts") List<Act> acts, @ForAll("act") Act act) {
        var before = after(acts);
        var change = act(before, act);
        var had = new HashSet<>(before.participants());
        change.lost().forEach(had::remove);
        had.addAll(change.gained());
        var in = new HashSet<>(inOrder(before));
        in.addAll(inOrder(change.places()));
        if (act instanceof Act.Leave(var who)) {
            had.remove(who);
            in.remove(who);
        }
        assertThat(change.places().participants()).containsExactlyInAnyOrderElementsOf(had);
        in.removeAll(change.lost());
        assertThat(inOrder(change.places())).containsAll(in);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void no_offer_outlives_its_instant(@ForAll("acts") List<Act> acts, @ForAll("instants") Instant now) {
        var next = act(after(acts), new Act.Expire(now)).places().nextExpiry();
        assertThat(next == null || next.isAfter(now)).isTrue();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_happens_twice_has_happened_once(@ForAll("acts") List<Act> acts, @ForAll("act") Act act) {
        var once = act(after(acts), act).places();
        assertThat(act(once, act)).isEqualTo(new Change(once, List.of(), List.of()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void all_who_came_may_come_again_in_whatever_order(@ForAll("acts") List<Act> acts,
            @ForAll("people") @Size(max = 10) List<String> people) {
        var places = after(acts);
        for (var person : people) {
            places = places.join(person).places();
        }
        var again = places;
        for (var person : people.reversed()) {
            again = again.join(person).places();
        }
        assertThat(again).isEqualTo(places);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return act().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<Act> act() {
        var people = Arbitraries.of("a", "b", "c", "d", "e", "f");
        Arbitrary<Act> firm = people.map(who -> new Act.Join(who, false));
        Arbitrary<Act> offered = people.map(who -> new Act.Join(who, true));
        Arbitrary<Act> leave = people.map(Act.Leave::new);
        Arbitrary<Act> confirm = people.flatMap(who -> instants().map(now -> new Act.Confirm(who, now)));
        Arbitrary<Act> resize = Arbitraries.integers().between(0, 4).map(Act.Resize::new);
        Arbitrary<Act> expire = instants().map(Act.Expire::new);
        return Arbitraries.integers().between(0, 40).flatMap(n -> n == 0
                ? Arbitraries.just(new Act.Close())
                : n < 10 ? firm : n < 20 ? offered : n < 26 ? leave : n < 31 ? confirm : n < 36 ? resize : expire);
    }

    @Provide
    Arbitrary<List<String>> people() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f").list();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.of(NOON.minusSeconds(1), NOON, NOON.plusSeconds(59), NOON.plusSeconds(60));
    }
}
