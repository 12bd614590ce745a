package org.chongshan.local.programme;

import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must hold in the books of elder care. */
final class EldercareInvariants implements Invariants {
    @Override
    public void audit(Books books) {
        everyKioskThatWasHeardOfIsKnown(books);
        noCareBedIsActiveThatNobodyAccepted(books);
        noPlaceIsOverbooked(books);
        aMonthCountsWhatItsEldersSay(books);
        HomeVisitInvariants.audit(books);
        HotlineInvariants.audit(books);
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

    private static void noCareBedIsActiveThatNobodyAccepted(Books books) {
        books.each("care-bed", (bed, state) -> {
            var cost = books.applied(bed).filter(entry -> entry.type().equals("CareBedBuilt"))
                    .mapToLong(entry -> entry.data().path("equipmentFen").longValue()
                            + entry.data().path("ageFriendlyFen").longValue()
                            + entry.data().path("smartFen").longValue())
                    .sum();
            books.expect(cost == state.path("costFen").longValue(), "%s costs %s, its journal says %d", bed,
                    state.path("costFen"), cost);
            var accepted = books.applied(bed).anyMatch(entry -> entry.type().equals("CareBedAccepted"));
            books.expect(accepted || !state.path("verdict").path("accepted").booleanValue(false),
                    "%s is active, and nobody accepted it", bed);
        });
    }

    private static void noPlaceIsOverbooked(Books books) {
        books.each("centre-activity", (activity, state) -> {
            var participants = Books.texts(state.path("participants"));
            books.expect(participants.size() <= state.path("places").intValue(), "%s is over-booked: %s", activity,
                    participants);
            books.expect(state.path("waiting").isEmpty() || participants.size() == state.path("places").intValue(),
                    "%s has a place free, and somebody waits", activity);
        });
    }

    /** What a subdistrict's month says is the sum of what the records of its elders say of that month. */
    private static void aMonthCountsWhatItsEldersSay(Books books) {
        var entitled = new TreeMap<String, Long>();
        var visits = new TreeMap<String, Long>();
        books.each("elder", (elder, state) -> state.path("months").forEachEntry((month, known) -> {
            var id = month + "." + state.path("subdistrict").stringValue("");
            entitled.merge(id, known.path("entitled").booleanValue(false) ? 1L : 0L, Long::sum);
            visits.merge(id, known.path("verified").longValue(), Long::sum);
        }));
        books.each("care-month", (month, state) -> {
            var id = Books.idOf(month);
            books.expect(state.path("entitled").longValue() == entitled.getOrDefault(id, 0L),
                    "%s counts %s entitled, its elders say %s", month, state.path("entitled"), entitled.get(id));
            books.expect(state.path("visits").longValue() == visits.getOrDefault(id, 0L),
                    "%s counts %s visits, its elders say %s", month, state.path("visits"), visits.get(id));
        });
    }
}
