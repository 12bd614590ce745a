package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.HashSet;

/** What must hold in the books of minors. */
final class MinorsInvariants implements Invariants {
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
            var expected = new HashSet<String>();
            books.applied(activity).forEach(entry -> {
                var child = entry.data().path("child").stringValue("");
                switch (entry.type()) {
                    case "ChildEnrolled" -> books.expect(expected.add(child), "%s: %s enrolled twice", activity, child);
                    case "ChildWithdrawn" ->
                        books.expect(expected.remove(child), "%s: %s withdrew unenrolled", activity, child);
                    default -> {
                    }
                }
            });
            books.expect(new HashSet<>(children).equals(expected) && children.size() == expected.size(),
                    "%s has %s, its journal says %s", activity, children, expected);
        });
    }

    private static void whoeverCameCountsOnce(Books books) {
        books.each("activity", (activity, state) -> {
            var attended = Books.texts(state.path("attended"));
            var came = books.applied(activity).filter(entry -> entry.type().equals("ChildAttended"))
                    .map(entry -> entry.data().path("child").stringValue("")).sorted().toList();
            books.expect(attended.stream().sorted().toList().equals(came), "%s counts %s, its journal says %s",
                    activity, attended, came);
            books.expect(Books.texts(state.path("enrolled")).containsAll(attended), "%s: %s came without a place",
                    activity, attended);
        });
    }
}
