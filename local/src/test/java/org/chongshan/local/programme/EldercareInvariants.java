package org.chongshan.local.programme;

import java.util.stream.Collectors;

/** What must hold in the books of elder care. */
final class EldercareInvariants implements Invariants {
    @Override
    public void audit(Books books) {
        everyKioskThatWasHeardOfIsKnown(books);
        HomeVisitInvariants.audit(books);
    }

    private static void everyKioskThatWasHeardOfIsKnown(Books books) {
        books.each("facility", (facility, state) -> {
            var heard = books.applied(facility).map(entry -> entry.data().path("kiosk").stringValue(""))
                    .filter(kiosk -> !kiosk.isEmpty()).collect(Collectors.toSet());
            var known = state.path("kiosks").propertyNames();
            books.expect(heard.size() == known.size() && heard.containsAll(known),
                    "%s knows the kiosks %s, its journal says %s", facility, known, heard);
        });
    }
}
