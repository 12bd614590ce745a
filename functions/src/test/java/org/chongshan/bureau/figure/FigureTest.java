package org.chongshan.bureau.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chongshan.bureau.Figures;
import org.chongshan.core.AnyOrder;
import org.chongshan.events.CountChanged;
import org.chongshan.events.CountChanged.Change;
import org.chongshan.events.bureau.BureauNotice.FigureClosed;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chongshan.core.Given.given;

/** A figure adds up what records count for, and shows what it was. */
class FigureTest {
    private static final String DIVORCES = "2023.320613001.divorces_registered";
    private static final String SEATS = "2023.320613001.hotline_seats";
    private static final YearSheet SHEET = new YearSheet(Figures.LINES);

    private static CountChanged more(String figure, String on, long by) {
        return new CountChanged(figure, on == null ? null : LocalDate.parse(on), List.of(new Change(null, by)));
    }

    private static CountChanged each(String figure, String on, String which, long by) {
        return new CountChanged(figure, LocalDate.parse(on), List.of(new Change(which, by)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> line(String year, Map<String, String> asked, String figure,
            YearFigure... records) {
        var sheet = (Map<String, Object>) SHEET.of(year, asked, List.of(records), ReferenceData.policy());
        return ((List<Map<String, Object>>) sheet.get("figures")).stream()
                .filter(line -> line.get("figure").equals(figure)).findFirst().orElseThrow();
    }

    private static Object value(String year, Map<String, String> asked, String figure, YearFigure... records) {
        return line(year, asked, figure, records).get("value");
    }

    @Test
    void what_records_count_for_adds_up_and_is_taken_back() {
        given(new FigureDecider()).when(more(DIVORCES, null, 1)).then(FigureRule.COUNTED).when(more(DIVORCES, null, 1))
                .then(FigureRule.COUNTED).when(more(DIVORCES, null, -1)).then(FigureRule.COUNTED)
                .and(figure -> assertThat(figure.amount()).isEqualTo(1));
        given(new FigureDecider()).when(more("divorces", null, 1)).thenRefused(FigureRule.NO_SUCH_FIGURE);
    }

    @Test
    void a_year_is_closed_with_a_statement_and_what_is_heard_afterwards_corrects_it() {
        var figure = given(new FigureDecider()).at("2023-12-30T04:00:00Z").happened(more(DIVORCES, null, 1543))
                .whenDeadlineReached().then(FigureRule.YEAR_CLOSED, new FigureClosed("divorces_registered", 2023, 1543))
                .at("2024-03-01T04:00:00Z").when(more(DIVORCES, null, -1)).then(FigureRule.CORRECTED).state();
        assertThat(line("2023", Map.of(), "divorces_registered", figure)).containsEntry("value", 1542L)
                .containsEntry("whenClosed", 1543L).containsEntry("correction", -1L);
        assertThat(value("2023", Map.of("asKnownOn", "2024-02-29"), "divorces_registered", figure)).isEqualTo(1543L);
        assertThat(value("2022", Map.of(), "divorces_registered", figure)).isEqualTo(0L);
    }

    @Test
    void a_stock_is_read_at_a_day_over_all_years_and_by_what_was_known() {
        var last = given(new FigureDecider()).at("2022-06-01T04:00:00Z")
                .happened(more("2022.320613001.hotline_seats", "2022-06-01", 12)).state();
        var figure = given(new FigureDecider()).at("2023-03-01T04:00:00Z").happened(more(SEATS, "2023-03-01", 6))
                .at("2023-09-01T04:00:00Z").receivedAt("2023-10-05T04:00:00Z").happened(more(SEATS, "2023-09-01", -2))
                .state();
        assertThat(value("2022", Map.of(), "hotline_seats", last, figure)).isEqualTo(12L);
        assertThat(value("2023", Map.of(), "hotline_seats", last, figure)).isEqualTo(16L);
        assertThat(value("2023", Map.of("on", "2023-08-31"), "hotline_seats", last, figure)).isEqualTo(18L);
        assertThat(value("2023", Map.of("asKnownOn", "2023-09-30"), "hotline_seats", last, figure)).isEqualTo(18L);
    }

    @Test
    void different_ones_are_counted_once_in_a_subdistrict_and_in_the_district() {
        var one = given(new FigureDecider()).happened(each("2023.320613001.kiosk_modules", "2023-03-01", "MEALS", 2))
                .happened(each("2023.320613001.kiosk_modules", "2023-03-01", "NEWS", 1))
                .happened(each("2023.320613001.kiosk_modules", "2023-03-02", "NEWS", -1)).state();
        var other = given(new FigureDecider()).happened(each("2023.320613002.kiosk_modules", "2023-03-01", "MEALS", 1))
                .happened(each("2023.320613002.kiosk_modules", "2023-03-01", "HEALTH", 1)).state();
        assertThat(value("2023", Map.of(), "kiosk_modules", one, other)).isEqualTo(2L);
        assertThat(value("2023", Map.of("on", "2023-03-01"), "kiosk_modules", one, other)).isEqualTo(3L);
    }

    @Test
    void a_share_shows_its_parts_and_the_policys_numbers_their_parameter() {
        var mediated = given(new FigureDecider())
                .happened(more("2023.320613001.divorces_withdrawn_after_mediation", null, 661)).state();
        var closed = given(new FigureDecider()).happened(more("2023.320613001.divorce_applications_closed", null, 2204))
                .state();
        assertThat(line("2023", Map.of("programme", "marriage"), "withdrawn_after_mediation_share", mediated, closed))
                .containsEntry("value", 0.3)
                .containsEntry("whole", Map.of("figure", "divorce_applications_closed", "value", 2204L));
        assertThat(line("2023", Map.of(), "withdrawn_after_mediation_share")).containsEntry("value", null);
        assertThat(line("2023", Map.of(), "urgent_relief_hours")).containsEntry("value", 24L).containsEntry("parameter",
                "relief.urgent-relief-hours");
        assertThat(value("2023", Map.of(), "service_items")).isEqualTo(33L);
        assertThat(value("2023", Map.of(), "service_categories")).isEqualTo(4L);
    }

    @Test
    void what_a_sheet_does_not_know_it_says() {
        for (var asked : List.of(Map.of("on", "2024-01-01"), Map.of("on", "yesterday"),
                Map.of("asKnownOn", "2023-13-01"), Map.of("programme", "weather"))) {
            assertThatIllegalArgumentException().as("%s", asked)
                    .isThrownBy(() -> SHEET.of("2023", asked, List.of(), ReferenceData.policy()));
        }
    }

    @Property(tries = 200)
    void changes_in_any_order_end_in_one_figure(@ForAll @IntRange(min = 1, max = 40) int number, @ForAll long seed) {
        var random = new Random(seed);
        var changes = new ArrayList<>(IntStream.range(0, number)
                .mapToObj(i -> more(SEATS, "2023-0" + (1 + random.nextInt(9)) + "-01", random.nextInt(-3, 4)))
                .toList());
        var one = given(new FigureDecider());
        changes.forEach(one::happened);
        Collections.shuffle(changes, random);
        var other = given(new FigureDecider());
        changes.forEach(other::happened);
        assertThat(other.state()).isEqualTo(one.state());
        assertThat(one.state().changes().values()).as("nothing is kept of what is nothing").doesNotContain(0L);
    }

    @Test
    void a_figure_that_changed_every_day_and_was_often_late_stays_small() {
        var full = given(new FigureDecider());
        for (var day = LocalDate.parse("2023-01-01"); day.getYear() == 2023; day = day.plusDays(1)) {
            full.at(day + "T04:00:00Z").receivedAt(day + "T04:00:00Z").happened(more(SEATS, day.toString(), 1))
                    .receivedAt(day.plusDays(3) + "T04:00:00Z").happened(more(SEATS, day.toString(), 1));
        }
        assertThat(AnyOrder.stored(full.state())).isBetween(15_000, 40_000);
    }
}
