package org.chongshan.local.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/** What must hold between home visits, carers and settlements. */
final class HomeVisitInvariants {
    private static final Set<String> CLOSED = Set.of("ordered", "paid", "not-paid");

    private HomeVisitInvariants() {}

    static void audit(Books books) {
        settlementsAreTheFeesOfTheVisitsThatCount(books);
        nobodyIsInTwoPlaces(books);
        whoeverIsHeldForAVisitIsHeldInTheirDiary(books);
    }

    /** Of each provider and subdistrict, all months together: what goes on to the next month is not lost. */
    private static void settlementsAreTheFeesOfTheVisitsThatCount(Books books) {
        var due = new TreeMap<String, Long>();
        books.each("home-visit", (_, visit) -> {
            var charge = visit.path("stated").path("charge");
            if (charge.has("settlement")) {
                due.merge(withoutMonth(charge.path("settlement").stringValue("")), charge.path("feeFen").longValue(),
                        Long::sum);
            }
        });
        var settled = new TreeMap<String, Long>();
        books.each("care-settlement", (settlement, state) -> {
            var sum = state.path("chargedFen").longValue() - state.path("takenOffFen").longValue();
            settled.merge(withoutMonth(Books.idOf(settlement)), sum, Long::sum);
            var status = state.path("status").stringValue("");
            books.expect(!CLOSED.contains(status) || sum + state.path("carriedFen").longValue() > 0,
                    "%s is %s and nothing is due", settlement, status);
        });
        settled.forEach((provider, sum) -> books.expect(sum.equals(due.getOrDefault(provider, 0L)),
                "settlements of %s come to %d fen, its visits that count to %s", provider, sum, due.get(provider)));
        due.forEach((provider, sum) -> books.expect(settled.containsKey(provider), "%s is owed %d fen by no settlement",
                provider, sum));
    }

    private static String withoutMonth(String settlement) {
        return settlement.substring(0, settlement.lastIndexOf('.'));
    }

    private static void nobodyIsInTwoPlaces(Books books) {
        books.each("carer", (carer, state) -> {
            var appointments = new ArrayList<JsonNode>();
            state.path("diary").path("appointments").forEach(appointments::add);
            for (int i = 1; i < appointments.size(); i++) {
                var ended = Instant.parse(appointments.get(i - 1).path("until").stringValue(""));
                var begins = Instant.parse(appointments.get(i).path("from").stringValue(""));
                books.expect(!begins.isBefore(ended), "%s is at %s and at %s", carer, appointments.get(i - 1),
                        appointments.get(i));
            }
        });
    }

    private static void whoeverIsHeldForAVisitIsHeldInTheirDiary(Books books) {
        var entered = new HashSet<String>();
        books.each("carer", (carer, state) -> state.path("diary").path("appointments")
                .forEach(one -> entered.add(Books.idOf(carer) + " " + one.path("id").stringValue(""))));
        books.each("home-visit", (visit, state) -> {
            if (state.path("status").stringValue("").equals("assigned")) {
                var askings = state.path("askings");
                var last = askings.get(askings.size() - 1);
                var asking = last.path("carer").stringValue("") + " " + Books.idOf(visit) + "/"
                        + last.path("number").intValue();
                books.expect(entered.contains(asking), "%s has a carer in whose diary it does not stand: %s", visit,
                        asking);
            }
        });
    }
}
