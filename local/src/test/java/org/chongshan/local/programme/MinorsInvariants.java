package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import org.chongshan.local.programme.Books.Entry;
import tools.jackson.databind.JsonNode;

/** What must hold in the books of minors. */
final class MinorsInvariants implements Invariants {
    private static final Set<String> SIGN_UPS = Set.of("ChildEnrolled", "ChildWithdrawn");
    /** Of one instant the withdrawal counts, which sorts behind. */
    private static final Comparator<Entry> BY_OWN_TIME = Comparator.comparing(Entry::time).thenComparing(Entry::type);

    @Override
    public void audit(Books books) {
        noPlaceIsOverbookedAndNoneIsLost(books);
        books.promise(Promise.BALANCE);
        whoeverCameCountsOnce(books);
        books.promise(Promise.FACTS);
        whatIsKnownIsTheLatestByItsOwnTime(books);
    }

    private static void whatIsKnownIsTheLatestByItsOwnTime(Books books) {
        books.each("child", (child, state) -> {
            var known = state.path("known");
            books.latest(child, Set.of("ChildRiskAssessed"))
                    .ifPresent(assessed -> books.expect(assessed.id().equals(latest(known.path("assessments"))),
                            "%s stands by %s, its journal says %s", child, latest(known.path("assessments")),
                            assessed.id()));
            books.latest(child, Set.of("TierOverridden"))
                    .ifPresent(overridden -> books.expect(overridden.id().equals(latest(known.path("overrides"))),
                            "%s is overridden by %s, its journal says %s", child, latest(known.path("overrides")),
                            overridden.id()));
            books.latest(child, Set.of("ChildVisitRecorded"))
                    .ifPresent(visit -> books.expect(
                            visit.time().toString().equals(known.path("lastVisitAt").stringValue("")),
                            "%s was visited last at %s, its journal says %s", child, known.path("lastVisitAt"),
                            visit.time()));
        });
    }

    private static String latest(JsonNode facts) {
        return facts.path("all").path(facts.path("all").size() - 1).path("event").stringValue("");
    }

    private static void noPlaceIsOverbookedAndNoneIsLost(Books books) {
        books.each("activity", (activity, state) -> {
            var enrolled = Books.texts(state.path("enrolled"));
            var waiting = Books.texts(state.path("waiting"));
            books.promise(Promise.BALANCE);
            books.expect(enrolled.size() <= state.path("places").intValue(), "%s is over-booked: %s", activity,
                    enrolled);
            books.expect(waiting.isEmpty() || enrolled.size() == state.path("places").intValue(),
                    "%s has a place free, and %s wait", activity, waiting);
            var children = new ArrayList<>(enrolled);
            children.addAll(waiting);
            // Sign-ups and withdrawals count as of their own times, in whatever order they arrived.
            var last = new HashMap<String, Entry>();
            books.applied(activity).filter(entry -> SIGN_UPS.contains(entry.type())).forEach(entry -> last
                    .merge(entry.data().path("child").stringValue(""), entry, BinaryOperator.maxBy(BY_OWN_TIME)));
            var expected = last.keySet().stream().filter(child -> last.get(child).type().equals("ChildEnrolled"))
                    .collect(Collectors.toSet());
            books.promise(Promise.FACTS);
            books.expect(new HashSet<>(children).equals(expected) && children.size() == expected.size(),
                    "%s has %s, its journal says %s", activity, children, expected);
        });
    }

    private static void whoeverCameCountsOnce(Books books) {
        books.each("activity", (activity, state) -> {
            var attended = Books.texts(state.path("attended"));
            var came = books.applied(activity).filter(entry -> entry.type().equals("ChildAttended"))
                    .map(entry -> entry.data().path("child").stringValue("")).sorted().toList();
            var withPlace = Books.texts(state.path("enrolled"));
            books.expect(
                    attended.stream().sorted().toList()
                            .equals(came.stream().distinct().filter(withPlace::contains).toList()),
                    "%s counts %s, its journal says %s", activity, attended, came);
            books.expect(withPlace.containsAll(attended), "%s: %s came without a place", activity, attended);
        });
    }
}
