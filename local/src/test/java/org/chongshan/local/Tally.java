package org.chongshan.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Counts by kind and by what came of it, printed as a table. */
public final class Tally {
    private final String title;
    private final Map<String, Map<String, Long>> counts = new LinkedHashMap<>();

    public Tally(String title) {
        this.title = title;
    }

    public synchronized void count(String kind, String outcome) {
        counts.computeIfAbsent(kind, none -> new LinkedHashMap<>()).merge(outcome, 1L, Long::sum);
    }

    public synchronized long of(String outcome) {
        return counts.values().stream().mapToLong(row -> row.getOrDefault(outcome, 0L)).sum();
    }

    public synchronized long total() {
        return counts.values().stream().flatMap(row -> row.values().stream()).mapToLong(Long::longValue).sum();
    }

    @Override
    public synchronized String toString() {
        var outcomes = new TreeSet<String>();
        counts.values().forEach(row -> outcomes.addAll(row.keySet()));
        var out = new StringBuilder("| %-26s | tried |".formatted(title));
        outcomes.forEach(outcome -> out.append(" ").append(outcome).append(" |"));
        out.append("\n| --- |").append(" --- |".repeat(outcomes.size() + 1)).append("\n");
        counts.forEach((kind, row) -> line(out, kind, outcomes, row));
        var all = new LinkedHashMap<String, Long>();
        counts.values().forEach(row -> row.forEach((outcome, count) -> all.merge(outcome, count, Long::sum)));
        line(out, "all", outcomes, all);
        return out.toString();
    }

    private static void line(StringBuilder out, String kind, TreeSet<String> outcomes, Map<String, Long> row) {
        out.append("| %-26s | %5d |".formatted(kind, row.values().stream().mapToLong(Long::longValue).sum()));
        outcomes.forEach(outcome -> out
                .append((" %" + outcome.length() + "s |").formatted(row.containsKey(outcome) ? row.get(outcome) : "")));
        out.append("\n");
    }
}
