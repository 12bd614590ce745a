package org.chongshan.organisations.organisation;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The proposals and projects of an organisation (公益创投).
 *
 * @param proposals its one of each year: the year, by proposal; what has become a project stays
 * @param projects  what was said last of each project
 * @param engaged   the years in which it had one, whatever became of it
 */
record Grants(SortedMap<String, Integer> proposals, SortedMap<String, Stated> projects, SortedSet<Integer> engaged) {

    /** Of a project: whether it is settled. */
    record Stated(int statement, boolean settled) {}

    static Grants none() {
        return new Grants(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    }

    Grants proposing(String proposal, int year) {
        var all = new TreeMap<>(proposals);
        all.put(proposal, year);
        var years = new TreeSet<>(engaged);
        years.add(year);
        return new Grants(all, projects, years);
    }

    Grants without(String proposal) {
        var all = new TreeMap<>(proposals);
        all.remove(proposal);
        return new Grants(all, projects, engaged);
    }

    Grants stated(String project, Stated stated) {
        var all = new TreeMap<>(projects);
        all.merge(project, stated, (one, other) -> one.statement() > other.statement() ? one : other);
        return new Grants(proposals, all, engaged);
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
}
