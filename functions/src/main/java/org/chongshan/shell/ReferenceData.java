package org.chongshan.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.chongshan.core.Policy;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.json.EventJson;

/** The reviewed files of this repository: the policy, the calendars, the subdistricts. */
public final class ReferenceData {
    private static final int FIRST_YEAR = 2023;

    private record Year(String source, Set<LocalDate> holidays, Set<LocalDate> workedWeekendDays) {}

    private ReferenceData() {}

    /** The bureau's policy, {@code policy.json}. */
    public static Policy policy() {
        return new Policy(List.of(EventJson.readValue(text("/policy.json"), Policy.Entry[].class)));
    }

    /**
     * The working days of every year that has a file {@code calendar/<year>.json}. The arrangement of a year is announced
     * the autumn before; a year without a file knows weekends alone.
     */
    public static WorkingDays workingDays() {
        var holidays = new HashSet<LocalDate>();
        var worked = new HashSet<LocalDate>();
        for (int year = FIRST_YEAR; ReferenceData.class.getResource(file(year)) != null; year++) {
            var one = EventJson.readValue(text(file(year)), Year.class);
            holidays.addAll(one.holidays());
            worked.addAll(one.workedWeekendDays());
        }
        return new WorkingDays(holidays, worked);
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
