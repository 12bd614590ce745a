package org.chongshan.local.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the year's sheet shows of one figure of the source, and whether its traces add up to that.
 *
 * @param value  null when the sheet has no value
 * @param traced what the journals of all subdistricts add up to; null of what is set, stands in the catalogue, or is a share
 * @param trace  the first journal, and behind an arrow the cause of its first entry, which whoever does not read the records
 *               does not see; else where the number comes from
 */
record Reached(SourceFigure source, @Nullable BigDecimal value, @Nullable Long traced, String trace) {

    private static final String DIFFERENT = "different";

    boolean holds(double scale) {
        return value != null && source.holds(scale, value)
                && (traced == null || value.compareTo(BigDecimal.valueOf(traced)) == 0);
    }

    /** All figures of the source, as somebody of the district reads them. */
    static List<Reached> read(Client client) throws InterruptedException {
        var sheet = client.read(Town.district(), "/v1/figures/2023");
        var shown = new HashMap<String, JsonNode>();
        sheet.path("figures").forEach(figure -> shown.put(figure.path("figure").stringValue(""), figure));
        var all = new ArrayList<Reached>();
        for (var source : SourceFigure.all()) {
            var figure = shown.get(source.figure());
            all.add(figure == null
                    ? new Reached(source, null, null, "no such figure")
                    : read(client, source, figure, LocalDate.parse(sheet.path("on").stringValue(""))));
        }
        return all;
    }

    private static Reached read(Client client, SourceFigure source, JsonNode figure, LocalDate on)
            throws InterruptedException {
        var value = figure.path("value").isNumber() ? figure.path("value").decimalValue() : null;
        if (!figure.has("subdistricts")) {
            return new Reached(source, value, null, switch (figure.path("kind").stringValue("")) {
                case "set" -> "policy " + figure.path("parameter").stringValue("");
                case "share" -> figure.path("part").path("value") + " of " + figure.path("whole").path("value");
                default -> "catalogue";
            });
        }
        var kind = figure.path("kind").stringValue("");
        var sums = new HashMap<String, Long>();
        @Nullable
        String trace = null;
        for (var subdistrict : figure.path("subdistricts")) {
            for (var journal : subdistrict.path("traces")) {
                var cause = add(client, journal.stringValue(""), kind.equals("flow") ? LocalDate.MAX : on, sums);
                if (trace == null) {
                    trace = journal.stringValue("") + (cause == null ? "" : " → " + cause);
                }
            }
        }
        var traced = kind.equals(DIFFERENT)
                ? sums.values().stream().filter(sum -> sum > 0).count()
                : sums.values().stream().mapToLong(Long::longValue).sum();
        return new Reached(source, value, traced, Objects.requireNonNullElse(trace, ""));
    }

    /** Adds what a journal says up to a day, by what is told apart. */
    private static @Nullable String add(Client client, String journal, LocalDate until, Map<String, Long> sums)
            throws InterruptedException {
        String first = null;
        var cursor = "";
        do {
            var page = client.read(Town.district(), journal + cursor);
            for (var entry : page.path("items")) {
                var data = entry.path("event").path("data");
                var day = data.path("on").stringValue(null);
                if (!entry.path("outcome").stringValue("").equals("applied")
                        || day != null && LocalDate.parse(day).isAfter(until)) {
                    continue;
                }
                for (var change : data.path("changes")) {
                    sums.merge(Objects.requireNonNullElse(change.path("each").stringValue(null), ""),
                            change.path("by").longValue(), Long::sum);
                }
                if (first == null && entry.has("cause")) {
                    first = entry.path("cause").stringValue("");
                }
            }
            cursor = page.has("cursor") ? "?cursor=" + page.path("cursor").stringValue("") : "";
        } while (!cursor.isEmpty());
        return first;
    }
}
