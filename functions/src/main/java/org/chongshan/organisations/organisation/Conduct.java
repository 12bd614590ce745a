package org.chongshan.organisations.organisation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What stands against an organisation.
 *
 * @param penalties      by id
 * @param investigations by id: whether they run, the last word
 * @param bans           by id: the last day without grants
 * @param lifted         ids of bans that should not have been
 */
record Conduct(SortedMap<String, Penalty> penalties, SortedMap<String, Fact<Boolean>> investigations,
        SortedMap<String, LocalDate> bans, SortedSet<String> lifted) {

    /** How many of each a record keeps. */
    static final int MOST = 100;
    static final Conduct CLEAN = new Conduct(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());

    /** A penalty of an authority. */
    record Penalty(LocalDate on, boolean executed) {}

    Conduct penalty(String id, Penalty penalty) {
        var all = new TreeMap<>(penalties);
        all.put(id, penalty);
        return new Conduct(all, investigations, bans, lifted);
    }

    Conduct investigation(String id, Fact<Boolean> runs) {
        var all = new TreeMap<>(investigations);
        all.merge(id, runs, Fact::later);
        return new Conduct(penalties, all, bans, lifted);
    }

    Conduct banned(String id, LocalDate until) {
        var all = new TreeMap<>(bans);
        all.put(id, until);
        return new Conduct(penalties, investigations, all, lifted);
    }

    Conduct lifted(String id) {
        var all = new TreeMap<>(bans);
        all.remove(id);
        var allLifted = new TreeSet<>(lifted);
        allLifted.add(id);
        return new Conduct(penalties, investigations, all, allLifted);
    }

    /** Not punished in the calendar year before a day's or since, and nothing of a penalty is owed. */
    boolean isWithoutPenalty(LocalDate day) {
        return penalties.values().stream()
                .allMatch(penalty -> penalty.executed() && penalty.on().getYear() < day.getYear() - 1);
    }

    boolean isInvestigated() {
        return investigations.values().stream().anyMatch(Fact::value);
    }

    /** The last day without grants; null when it may have them. */
    @Nullable
    LocalDate bannedUntil() {
        return bans.values().stream().max(Comparator.naturalOrder()).orElse(null);
    }
}
