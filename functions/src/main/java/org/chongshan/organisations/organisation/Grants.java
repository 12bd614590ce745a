package org.chongshan.organisations.organisation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.core.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Where an organisation stands with grants (公益创投).
 *
 * @param proposals its one of each year: the year, by proposal
 * @param projects  what was said last of each project
 * @param bans      what was said last of each ban, by its own time
 */
record Grants(SortedMap<String, Integer> proposals, SortedMap<String, Stated> projects,
        SortedMap<String, Fact<Ban>> bans) {

    /** Of a project: whether it is settled. */
    record Stated(int statement, boolean settled) {}

    /** Until when it gets none, that day included; null when the ban was lifted. */
    record Ban(@Nullable LocalDate until) {}

    static Grants none() {
        return new Grants(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    Grants proposing(String proposal, int year) {
        var all = new TreeMap<>(proposals);
        all.put(proposal, year);
        return new Grants(all, projects, bans);
    }

    Grants without(String proposal) {
        var all = new TreeMap<>(proposals);
        all.remove(proposal);
        return new Grants(all, projects, bans);
    }

    Grants stated(String project, Stated stated) {
        var all = new TreeMap<>(projects);
        all.merge(project, stated, (one, other) -> one.statement() > other.statement() ? one : other);
        return new Grants(proposals, all, bans);
    }

    Grants banned(String ban, Fact<Ban> said) {
        var all = new TreeMap<>(bans);
        all.merge(ban, said, Fact::later);
        return new Grants(proposals, projects, all);
    }

    /** Another proposal or project of a year; null when there is none. */
    @Nullable
    String otherOf(int year, String than) {
        return proposals.entrySet().stream().filter(each -> each.getValue() == year && !each.getKey().equals(than))
                .map(each -> each.getKey()).findFirst().orElse(null);
    }

    /** A project that is not settled; null when all are. */
    @Nullable
    String unsettled() {
        return projects.entrySet().stream().filter(each -> !each.getValue().settled()).map(each -> each.getKey())
                .findFirst().orElse(null);
    }

    /** The last day of a ban that is in force on a day; null when none is. */
    @Nullable
    LocalDate bannedUntil(LocalDate day) {
        return bans.values().stream().map(ban -> ban.value().until()).filter(Objects::nonNull)
                .filter(until -> !day.isAfter(until)).max(Comparator.naturalOrder()).orElse(null);
    }
}
