package org.chongshan.local.programme;

import java.util.HashSet;
import java.util.Set;

/** What must hold in the books of the hotline, of callbacks and of requests for a service. */
final class HotlineInvariants {
    private static final Set<String> WORDS_OF_A_CALL = Set.of("CallArrived", "CallMarkedEmergency", "CallAnswered",
            "CallEnded", "CallAbandoned");

    private HotlineInvariants() {}

    static void audit(Books books) {
        aSeatHoldsOneCallAndRingsForNoneThen(books);
        everyCallThatWasHeardOfIsKnownOrCounted(books);
        whoIsOwedACallbackHasOne(books);
        aRequestIsWithWhomItWasDispatchedTo(books);
    }

    private static void aSeatHoldsOneCallAndRingsForNoneThen(Books books) {
        books.each("hotline", (line, state) -> {
            var busy = new HashSet<String>();
            state.path("held").propertyNames().forEach(seat -> books.expect(busy.add(seat), "%s: %s", line, seat));
            state.path("calls").forEachEntry((call, known) -> {
                var seat = known.path("ring").path("seat").stringValue("");
                books.expect(seat.isEmpty() || busy.add(seat), "%s: %s rings at %s, which is busy", line, call, seat);
            });
        });
    }

    private static void everyCallThatWasHeardOfIsKnownOrCounted(Books books) {
        books.each("hotline", (line, state) -> {
            var heard = new HashSet<String>();
            books.applied(line).filter(entry -> WORDS_OF_A_CALL.contains(entry.type()))
                    .forEach(entry -> heard.add(entry.data().path("call").stringValue("")));
            var counted = 0L;
            for (var month : state.path("figures")) {
                for (var ending : new String[]{"answered", "abandoned", "missed", "unmatched"}) {
                    counted += month.path(ending).longValue();
                }
            }
            var known = state.path("calls").size() + counted;
            books.expect(known >= heard.size(), "%s heard of %d calls and accounts for %d", line, heard.size(), known);
        });
    }

    /** The last the hotline said of a call is what the callback says. */
    private static void whoIsOwedACallbackHasOne(Books books) {
        books.each("callback", (callback, state) -> {
            var last = books.applied(callback).filter(entry -> entry.data().has("revision"))
                    .max(java.util.Comparator.comparingLong(entry -> entry.data().path("revision").longValue()));
            var owed = last.isPresent() && last.get().type().equals("CallbackOwed");
            books.expect(owed == state.path("owed").isObject(), "%s is owed %s, and says %s", callback, owed,
                    state.path("owed").isObject());
        });
    }

    private static void aRequestIsWithWhomItWasDispatchedTo(Books books) {
        books.each("service-request", (request, state) -> {
            var dispatched = new HashSet<String>();
            books.applied(request).filter(entry -> entry.type().equals("ServiceDispatched"))
                    .forEach(entry -> dispatched.add(entry.data().path("to").stringValue("")));
            var to = state.path("to").stringValue("");
            books.expect(to.isEmpty() || dispatched.contains(to), "%s is with %s, dispatched to %s", request, to,
                    dispatched);
        });
    }
}
