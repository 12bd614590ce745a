package org.chongshan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.chongshan.core.Count.Moved;
import org.chongshan.events.CountChanged;
import org.chongshan.events.CountChanged.Change;
import org.chongshan.events.Programme;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What a record counts for, and what changes in the figures when it becomes another. */
class CountTest {
    private static final LocalDate TODAY = LocalDate.parse("2023-05-20");

    private enum Tried implements Figure {
        HELD(Kind.FLOW),
        THERE(Kind.STOCK),
        KINDS(Kind.DIFFERENT);

        private final Kind kind;

        Tried(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Programme programme() {
            return Programme.RELIEF;
        }

        @Override
        public Meaning meaning() {
            return new Meaning(kind, "units", "What is tried.", "");
        }
    }

    private record Thing(String subdistrict, List<Count> counts) implements Aggregate {
        enum Status implements org.chongshan.core.Status {
            ANY;

            @Override
            public Sight sight() {
                return Sight.LIST;
            }
        }

        @Override
        public Status status() {
            return Status.ANY;
        }

        @Override
        public Map<? extends Deadline, Instant> deadlines() {
            return Map.of();
        }
    }

    private static Thing thing(Count... counts) {
        return new Thing("320613001", List.of(counts));
    }

    private static Moved moved(String subdistrict, String figure, String on, Change... changes) {
        return new Moved(subdistrict,
                new CountChanged(figure, on == null ? null : LocalDate.parse(on), List.of(changes)));
    }

    @Test
    void what_is_new_counts_and_what_stays_changes_nothing() {
        var one = thing(Count.of(Tried.THERE, 3));
        assertThat(Count.moved(null, one, TODAY))
                .containsExactly(moved("320613001", "2023.320613001.there", "2023-05-20", new Change(null, 3)));
        assertThat(Count.moved(one, thing(Count.of(Tried.THERE, 3)), TODAY.plusDays(1))).isEmpty();
        assertThat(Count.moved(one, thing(), TODAY.plusDays(1)))
                .containsExactly(moved("320613001", "2023.320613001.there", "2023-05-21", new Change(null, -3)));
    }

    @Test
    void what_happened_counts_in_its_own_year_and_is_corrected_there() {
        var held = thing(Count.on(LocalDate.parse("2022-12-31"), Tried.HELD, 50));
        assertThat(Count.moved(null, held, TODAY))
                .containsExactly(moved("320613001", "2022.320613001.held", null, new Change(null, 50)));
        assertThat(Count.moved(held, thing(Count.on(LocalDate.parse("2023-01-01"), Tried.HELD, 48)), TODAY))
                .containsExactly(moved("320613001", "2022.320613001.held", null, new Change(null, -50)),
                        moved("320613001", "2023.320613001.held", null, new Change(null, 48)));
    }

    @Test
    void what_ends_on_a_known_day_is_there_until_then() {
        var rated = thing(new Count(Tried.THERE, LocalDate.parse("2021-03-01"), 1, null),
                new Count(Tried.THERE, LocalDate.parse("2026-03-01"), -1, null));
        assertThat(Count.moved(null, rated, TODAY)).containsExactly(
                moved("320613001", "2021.320613001.there", "2021-03-01", new Change(null, 1)),
                moved("320613001", "2026.320613001.there", "2026-03-01", new Change(null, -1)));
    }

    @Test
    void of_different_ones_each_is_named_and_one_change_names_them_all() {
        assertThat(Count.moved(thing(Count.each(Tried.KINDS, "A"), Count.each(Tried.KINDS, "B")),
                thing(Count.each(Tried.KINDS, "B"), Count.each(Tried.KINDS, "B"), Count.each(Tried.KINDS, "C")), TODAY))
                .containsExactly(moved("320613001", "2023.320613001.kinds", "2023-05-20", new Change("A", -1),
                        new Change("B", 1), new Change("C", 1)));
    }

    @Test
    void what_moves_to_another_subdistrict_leaves_the_figures_of_its_own() {
        var there = new Thing("320613002", List.of(Count.of(Tried.THERE, 1)));
        assertThat(Count.moved(thing(Count.of(Tried.THERE, 1)), there, TODAY)).containsExactly(
                moved("320613001", "2023.320613001.there", "2023-05-20", new Change(null, -1)),
                moved("320613002", "2023.320613002.there", "2023-05-20", new Change(null, 1)));
    }

    @Test
    void a_count_that_cannot_be_added_up_is_a_mistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> Count.of(Tried.HELD, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Count.each(Tried.THERE, "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> Count.of(Tried.KINDS, 1));
    }
}
