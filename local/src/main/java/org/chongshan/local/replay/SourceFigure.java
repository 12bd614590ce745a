package org.chongshan.local.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A figure the source states of 2023.
 *
 * @param source   its own words
 * @param relation how it states it: {@code =}, {@code >}, {@code >=}, {@code <=}, or {@code ~} for about
 */
record SourceFigure(String programme, String figure, String source, String relation, BigDecimal value, String unit) {

    /** Commas stand within the source's words too. */
    private static final Pattern LINE = Pattern.compile("([^,]+),([^,]+),\"?(.+?)\"?,([^,]+),([^,]+),([^,]+)");
    private static final BigDecimal ABOUT = new BigDecimal("0.01");
    /** What a smaller district has less of; of all else, its offices and what its policy says, it has as much. */
    private static final Set<String> SCALED = Set.of("hardship_persons_identified", "key_watch_persons",
            "activities_held", "activity_participations", "family_care_beds", "home_service_persons",
            "organisations_engaged", "projects_supported", "project_funds_fen", "project_beneficiaries",
            "divorces_registered");

    /** All of them, in the order of the source. */
    static List<SourceFigure> all() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SourceFigure.class.getResourceAsStream("/figures-2023.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(SourceFigure::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFigure read(String line) {
        var cells = LINE.matcher(line);
        if (!cells.matches()) {
            throw new IllegalStateException("not a figure: " + line);
        }
        return new SourceFigure(cells.group(1), cells.group(2), cells.group(3), cells.group(4),
                new BigDecimal(cells.group(5)), cells.group(6));
    }

    /** What is expected of a district of this part of the size. */
    BigDecimal of(double scale) {
        return SCALED.contains(figure) && scale != 1
                ? value.multiply(BigDecimal.valueOf(scale)).setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE)
                : value;
    }

    /** Whether a value stands to what is expected as the source says. */
    boolean holds(double scale, BigDecimal reached) {
        var compared = reached.compareTo(of(scale));
        return switch (relation) {
            case "=" -> compared == 0;
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "<=" -> compared <= 0;
            case "~" -> reached.subtract(value).abs().compareTo(ABOUT) <= 0;
            default -> throw new IllegalStateException("no relation " + relation);
        };
    }
}
