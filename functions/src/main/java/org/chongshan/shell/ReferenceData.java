package org.chongshan.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.chongshan.core.Policy;
import org.chongshan.core.StatutoryHolidays;
import org.chongshan.core.Tariff;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.json.EventJson;

/** Reads the reviewed files: the policy and the calendars. */
public final class ReferenceData {
    private static final int FIRST_YEAR = 2022;

    private record MovableHolidays(String source, List<StatutoryHolidays.Movable> years) {}

    private ReferenceData() {}

    /** The bureau's policy, {@code policy.json}, and its tariff, {@code tariff.json}. */
    public static Policy policy() {
        return new Policy(List.of(EventJson.readValue(text("/policy.json"), Policy.Entry[].class)),
                new Tariff(List.of(EventJson.readValue(text("/tariff.json"), Tariff.Item[].class))));
    }

    /**
     * The working days of every year that has a file {@code calendar/<year>.json}, the notice that arranges it; beyond
     * them, weekends and the statutory holidays.
     */
    public static WorkingDays workingDays() {
        var arrangements = new ArrayList<WorkingDays.Arrangement>();
        for (int year = FIRST_YEAR; ReferenceData.class.getResource(file(year)) != null; year++) {
            arrangements.add(EventJson.readValue(text(file(year)), WorkingDays.Arrangement.class));
        }
        return new WorkingDays(statutoryHolidays(), arrangements);
    }

    /** The statutory holidays; those that move by the table {@code calendar/movable-holidays.json}. */
    public static StatutoryHolidays statutoryHolidays() {
        return new StatutoryHolidays(
                EventJson.readValue(text("/calendar/movable-holidays.json"), MovableHolidays.class).years());
    }

    /** Codes of the district's subdistricts, {@code subdistricts.json}. */
    public static List<String> subdistricts() {
        return List.of(EventJson.readValue(text("/subdistricts.json"), String[].class));
    }

    private static String file(int year) {
        return "/calendar/" + year + ".json";
    }

    private static String text(String resource) {
        try (var in = Objects.requireNonNull(ReferenceData.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
