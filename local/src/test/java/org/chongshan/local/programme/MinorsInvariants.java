package org.chongshan.local.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import org.chongshan.local.programme.Books.Entry;

/** What must hold in the books of minors. */
final class MinorsInvariants implements Invariants {
    private static final Set<String> SIGN_UPS = Set.of("ChildEnrolled", "ChildWithdrawn");
    /** Of one instant the withdrawal counts, which sorts behind. */
    private static final Comparator<Entry> BY_OWN_TIME = Comparator
            .<Entry, Instant>comparing(entry -> Instant.parse(entry.event().path("time").stringValue("")))
            .thenComparing(Entry::type);

    @Override
    public void audit(Books books) {
        noPlaceIsOverbookedAndNoneIsLost(books);
        whoeverCameCountsOnce(books);
    }

    private static void noPlaceIsOverbookedAndNoneIsLost(Books books) {
        books.each("activity", (activity, state) -> {
            var enrolled = Books.texts(state.path("enrolled"));
            var waiting = Books.texts(state.path("waiting"));
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
