package org.chongshan.bureau.figure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.chongshan.bureau.figure.YearFigure.Moment;
import org.chongshan.core.Figure;
import org.chongshan.core.Figure.Kind;
import org.chongshan.core.Policy;
import org.chongshan.core.Policy.Edition;
import org.chongshan.core.Sheet;
import org.chongshan.core.Sheet.Unreadable.Should;
import org.chongshan.core.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a year: of each its value, what it was when the year was closed, and of every subdistrict with the journal that
 * adds up to it. The district's is the sum of its subdistricts', and where each is counted but once the union.
 */
public final class YearSheet implements Sheet<YearFigure> {
    private static final String PROGRAMME = "programme";
    private static final String AS_KNOWN_ON = "asKnownOn";
    private static final String ON = "on";
    private static final String FIGURES = "figures";
    private static final String SUBDISTRICTS = "subdistricts";
    private static final String SUBDISTRICT = "subdistrict";

    private final List<FigureLine> lines;

    /** Of these lines, in this order. */
    public YearSheet(List<FigureLine> lines) {
        this.lines = List.copyOf(lines);
    }

    @Override
    public String names() {
        return "20[0-9]{2}";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(PROGRAMME, AS_KNOWN_ON, ON);
    }

    /**
     * What is read.
     *
     * @param on       the day stocks are read at
     * @param knownOn  the last day whose knowledge counts; null for all
     * @param closedOn the last day whose knowledge stood in the year when it was closed; null when it is not
     * @param records  by figure
     */
    private record Reading(int year, LocalDate on, @Nullable LocalDate knownOn, @Nullable LocalDate closedOn,
            Map<String, List<YearFigure>> records) {
        static Reading of(int year, LocalDate on, @Nullable LocalDate knownOn, List<YearFigure> records) {
            // All figures of a year are closed together, but for those nothing was heard of by then.
            var closedOn = records.stream().filter(one -> one.year() == year && one.closed() != null)
                    .map(one -> WorkingDays.dayOf(one.closesAt()).minusDays(1)).findFirst().orElse(null);
            return new Reading(year, on, knownOn, closedOn,
                    records.stream().collect(Collectors.groupingBy(YearFigure::figure)));
        }

        private boolean counts(Moment moment, @Nullable LocalDate known) {
            var from = moment.on();
            return (known == null || !moment.heardOn().isAfter(known)) && (from == null || !from.isAfter(on));
        }

        private List<YearFigure> of(Figure figure) {
            return records.getOrDefault(figure.word(), List.of()).stream()
                    .filter(one -> figure.meaning().kind() == Kind.FLOW ? one.year() == year : one.year() <= year)
                    .toList();
        }

        private long value(Figure figure, List<YearFigure> of, @Nullable LocalDate known) {
            var sums = new TreeMap<String, Long>();
            of.forEach(one -> one.sums(moment -> counts(moment, known))
                    .forEach((each, by) -> sums.merge(each, by, Math::addExact)));
            return figure.meaning().kind() == Kind.DIFFERENT
                    ? sums.values().stream().filter(sum -> sum > 0).count()
                    : sums.values().stream().mapToLong(Long::longValue).sum();
        }

        long value(Figure figure) {
            return value(figure, of(figure), knownOn);
        }

        /** What was known when its year was closed; null when it is not. */
        @Nullable
        Long whenClosed(Figure figure) {
            return closedOn == null ? null : value(figure, of(figure), closedOn);
        }

        /** Of each subdistrict the value, and the journals that add up to it. */
        List<Map<String, Object>> bySubdistrict(Figure figure) {
            var bySubdistrict = of(figure).stream()
                    .collect(Collectors.groupingBy(YearFigure::subdistrict, TreeMap::new, Collectors.toList()));
            var all = new ArrayList<Map<String, Object>>();
            bySubdistrict.forEach((subdistrict, own) -> {
                var part = new LinkedHashMap<String, Object>();
                part.put(SUBDISTRICT, subdistrict);
                part.put("value", value(figure, own, knownOn));
                part.put("traces",
                        own.stream().map(YearFigure::id).sorted().map(id -> "/v1/figures/" + id + "/journal").toList());
                all.add(part);
            });
            return all;
        }
    }

    @Override
    public List<String> columns() {
        return List.of("year", "on", AS_KNOWN_ON, "policy", "figure", "programme", "unit", "counts", "source", "kind",
                SUBDISTRICT, "value", "whenClosed", "correction", "part.figure", "part.value", "whole.figure",
                "whole.value", "parameter", "traces");
    }

    /** Of each figure a row of its own, and behind it one of each subdistrict, with what that adds and its traces. */
    @Override
    public List<Map<String, Object>> rows(String name, Map<String, String> parameters, List<YearFigure> records,
            Policy policy) {
        var year = of(name, parameters, records, policy);
        var figures = year.remove(FIGURES);
        var rows = new ArrayList<Map<String, Object>>();
        for (var figure : (List<?>) figures) {
            var own = new LinkedHashMap<>(year);
            ((Map<?, ?>) figure).forEach((member, value) -> own.put((String) member, value));
            var parts = own.remove(SUBDISTRICTS);
            rows.add(own);
            if (parts instanceof List<?> all) {
                for (var part : all) {
                    var row = new LinkedHashMap<String, Object>(own);
                    List.of("whenClosed", "correction").forEach(row::remove);
                    ((Map<?, ?>) part).forEach((member, value) -> row.put((String) member, value));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    @Override
    public Map<String, Object> of(String name, Map<String, String> parameters, List<YearFigure> records,
            Policy policy) {
        var year = Integer.parseInt(name);
        var last = YearFigure.lastDayOf(year);
        var asked = day(parameters, ON);
        if (asked != null && asked.getYear() != year) {
            throw new Unreadable(ON, Should.BE_OF_THE_YEAR, List.of());
        }
        var on = asked == null ? last : asked;
        var reading = Reading.of(year, on, day(parameters, AS_KNOWN_ON), records);
        var programme = parameters.get(PROGRAMME);
        var known = lines.stream().map(line -> line.programme().key()).distinct().sorted().toList();
        if (programme != null && !known.contains(programme)) {
            throw new Unreadable(PROGRAMME, Should.BE_ONE_OF, known);
        }
        var edition = policy.at(WorkingDays.endOf(on).minusSeconds(1));
        var sheet = new LinkedHashMap<String, Object>();
        sheet.put("year", year);
        sheet.put("on", on);
        if (reading.knownOn() != null) {
            sheet.put(AS_KNOWN_ON, reading.knownOn());
        }
        sheet.put("policy", edition.version());
        sheet.put(FIGURES, lines.stream().filter(line -> programme == null || line.programme().key().equals(programme))
                .map(line -> shown(line, reading, edition)).toList());
        return sheet;
    }

    private static @Nullable LocalDate day(Map<String, String> parameters, String name) {
        var text = parameters.get(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Unreadable(name, Should.BE_A_DAY, List.of());
        }
    }

    private static Map<String, Object> shown(FigureLine line, Reading reading, Edition edition) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("figure", line.word());
        shown.put("programme", line.programme().key());
        shown.put("unit", line.unit());
        shown.put("counts", line.states());
        if (!line.source().isEmpty()) {
            shown.put("source", line.source());
        }
        switch (line) {
            case FigureLine.Counted counted -> counted(shown, counted.figure(), reading);
            case FigureLine.Share share -> {
                var part = reading.value(share.part());
                var whole = reading.value(share.whole());
                shown.put("kind", "share");
                shown.put("value", whole == 0 ? null : (double) Math.round(part * 1000.0 / whole) / 1000);
                shown.put("part", Map.of("figure", share.part().word(), "value", part));
                shown.put("whole", Map.of("figure", share.whole().word(), "value", whole));
            }
            case FigureLine.Set set -> {
                shown.put("kind", "set");
                shown.put("value", edition.value(set.parameter()));
                shown.put("parameter", set.parameter().key());
            }
            case FigureLine.Catalogue catalogue -> {
                var items = edition.tariff().on(reading.on()).stream()
                        .filter(item -> item.name().startsWith(catalogue.programme().key() + ".")).toList();
                shown.put("kind", "catalogue");
                shown.put("value",
                        catalogue.groups()
                                ? items.stream().map(item -> item.group()).distinct().count()
                                : items.size());
            }
        }
        return shown;
    }

    private static void counted(Map<String, Object> shown, Figure figure, Reading reading) {
        var value = reading.value(figure);
        var closed = reading.whenClosed(figure);
        shown.put("kind", figure.meaning().kind().name().toLowerCase(Locale.ROOT));
        shown.put("value", value);
        if (closed != null) {
            shown.put("whenClosed", closed);
            shown.put("correction", value - closed);
        }
        shown.put(SUBDISTRICTS, reading.bySubdistrict(figure));
    }
}
