package org.chongshan.local.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chongshan.events.marriage.DivorceEvent.DivorceApplicationReceived;
import org.chongshan.local.replay.District.Options;
import org.chongshan.local.replay.District.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DistrictTest {
    private static final Options SMALL = new Options(0.02, 2023, 5, 5, 1);

    @Property(tries = 5)
    void the_same_seed_makes_the_same_year_event_by_event(@ForAll @IntRange(min = 1) int seed) {
        var options = new Options(0.01, seed, 5, 5, 1);
        assertThat(District.year(options)).isEqualTo(District.year(options));
    }

    @Test
    void another_seed_makes_another_year() {
        assertThat(District.year(SMALL)).isNotEqualTo(District.year(new Options(0.02, 2024, 5, 5, 1)));
    }

    @Property(tries = 5)
    void what_is_posted_again_was_posted_before_with_the_same_content_and_everything_else_once(
            @ForAll @IntRange(min = 1) int seed) {
        var first = new HashMap<String, Posting>();
        for (var step : District.year(new Options(0.01, seed, 20, 20, 5))) {
            for (var posting : step.first()) {
                assertThat(first.put(posting.id(), posting)).as(posting.id()).isNull();
                assertThat(posting.at()).isEqualTo(step.at()).isAfterOrEqualTo(posting.time());
            }
            for (var posting : step.again()) {
                assertThat(posting.json()).isEqualTo(first.get(posting.id()).json());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5", "20, 0", "0, 30"})
    void about_as_much_comes_late_and_twice_as_was_chosen(int late, int repeated) {
        var steps = District.year(new Options(0.2, 2023, late, repeated, 0));
        var all = steps.stream().mapToInt(step -> step.first().size()).sum();
        assertThat(steps.stream().flatMap(step -> step.first().stream())
                .filter(posting -> posting.at().isAfter(posting.time())).count() * 100.0 / all)
                .isBetween(late * 0.8, late * 1.2 + 0.01);
        assertThat(steps.stream().mapToInt(step -> step.again().size()).sum() * 100.0 / all).isBetween(repeated * 0.8,
                repeated * 1.2 + 0.01);
    }

    @Test
    void a_whole_district_applies_for_divorce_from_november_of_the_year_before_on_and_on_most_working_days() {
        var days = District.year(new Options(1, 2023, 0, 0, 0)).stream().flatMap(step -> step.first().stream())
                .filter(posting -> posting.data() instanceof DivorceApplicationReceived).map(Posting::at).distinct()
                .sorted().toList();
        assertThat(days.getFirst()).isBetween(Instant.parse("2022-11-01T00:00:00Z"),
                Instant.parse("2022-11-15T00:00:00Z"));
        assertThat(days.size()).isGreaterThan(200);
    }

    @Test
    void time_does_not_go_back_from_step_to_step() {
        assertThat(District.year(SMALL).stream().map(Step::at).toList()).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"=, 10, 10, true", "=, 10, 11, false", ">, 10, 10, false", ">, 10, 11, true", ">=, 10, 10, true",
            ">=, 10, 9, false", "<=, 10, 10, true", "<=, 10, 11, false", "~, 0.30, 0.304, true",
            "~, 0.30, 0.311, false"})
    void a_relation_holds_as_the_source_says_it(String relation, String value, String reached, boolean holds) {
        var figure = new SourceFigure("marriage", "some", "x", relation, new BigDecimal(value), "x");
        assertThat(figure.holds(1, new BigDecimal(reached))).isEqualTo(holds);
    }

    @Test
    void every_figure_of_the_source_is_read_with_its_own_words() {
        var figures = SourceFigure.all();
        assertThat(figures).hasSize(44).allMatch(one -> !one.source().isEmpty());
        assertThat(figures).filteredOn(one -> one.figure().equals("divorces_registered")).singleElement()
                .extracting(SourceFigure::source, one -> one.value().intValue())
                .isEqualTo(List.of("2023年,全区离婚登记量为1543对", 1543));
        assertThat(figures.stream().map(SourceFigure::relation).distinct()).containsExactlyInAnyOrder("=", "<=", ">",
                ">=", "~");
    }

    @Test
    void a_part_of_a_district_has_less_of_what_happens_and_all_of_its_offices() {
        var half = new HashMap<String, BigDecimal>();
        SourceFigure.all().forEach(one -> half.put(one.figure(), one.of(0.5)));
        assertThat(half).containsAllEntriesOf(Map.of("family_care_beds", new BigDecimal("200"), "home_care_stations",
                new BigDecimal("177"), "divorces_registered", new BigDecimal("772"), "withdrawn_after_mediation_share",
                new BigDecimal("0.30")));
    }
}
