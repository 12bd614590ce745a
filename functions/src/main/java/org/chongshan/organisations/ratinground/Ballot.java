package org.chongshan.organisations.ratinground;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Fact;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.Vote;
import org.jspecify.annotations.Nullable;

/**
 * A committee and its votes. Whoever is tied to the organisation is of its members, and neither present nor in favour.
 *
 * @param members who sits on it
 * @param grade   what is voted on; null before a committee was convened
 * @param recused those who are tied to the organisation
 * @param votes   by member, the last word
 */
record Ballot(SortedSet<String> members, @Nullable Grade grade, SortedSet<String> recused,
        SortedMap<String, Fact<Vote>> votes) {

    static final Ballot NONE = new Ballot(new TreeSet<>(), null, new TreeSet<>(), new TreeMap<>());

    Ballot of(SortedSet<String> committee, Grade proposed) {
        return new Ballot(committee, proposed, new TreeSet<>(), votes);
    }

    Ballot recused(String member) {
        var all = new TreeSet<>(recused);
        all.add(member);
        return new Ballot(members, grade, all, votes);
    }

    Ballot voted(String member, Fact<Vote> vote) {
        var all = new TreeMap<>(votes);
        all.merge(member, vote, Fact::later);
        return new Ballot(members, grade, recused, all);
    }

    /** The member of that name, as the committee writes it; null when there is none. */
    @Nullable
    String member(String name) {
        return members.stream().filter(member -> Actors.same(member, name)).findAny().orElse(null);
    }

    /** How many are present: those whose vote is recorded, but for who is recused. */
    long present() {
        return votes.keySet().stream().filter(member -> !recused.contains(member)).count();
    }

    /** How many of them are in favour. */
    long inFavour() {
        return votes.entrySet().stream()
                .filter(vote -> !recused.contains(vote.getKey()) && vote.getValue().value() == Vote.FOR).count();
    }
}
