package org.chongshan.local.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must hold in the books of marriage. */
final class MarriageInvariants implements Invariants {
    private static final Set<String> ENDING = Set.of("WithdrawalRequested", "BothPartiesAppeared",
            "CaseEndedOtherwise");

    @Override
    public void audit(Books books) {
        everyViewingCountsOnce(books);
        nobodyIsDivorcedInTheCoolingOff(books);
        whatIsToldOfAnEndIsItsEnd(books);
        whoeverAppliesIsFound(books);
        whatRunsBesideAnotherSaysSo(books);
        CounsellingUnderTest.audit(books);
    }

    private static void everyViewingCountsOnce(Books books) {
        books.each("learning", (video, state) -> {
            var counted = state.path("viewings").propertyStream().mapToInt(place -> place.getValue().intValue()).sum();
            var watched = books.applied(video).filter(entry -> entry.type().equals("VideoWatched")).count();
            books.expect(counted == watched, "%s counts %s viewings, its journal has %s", video, counted, watched);
        });
    }

    private static void nobodyIsDivorcedInTheCoolingOff(Books books) {
        books.each("divorce", (application, state) -> {
            var end = state.path("course").path("end").path("value");
            if (end.path("outcome").stringValue("").equals("REGISTERED")) {
                var on = LocalDate.parse(end.path("on").stringValue(""));
                var coolingOff = LocalDate.parse(state.path("days").path("coolingOffLastDay").stringValue(""));
                books.expect(on.isAfter(coolingOff), "%s was registered on %s, in the cooling-off until %s",
                        application, on, coolingOff);
            }
        });
    }

    private static void whatIsToldOfAnEndIsItsEnd(Books books) {
        books.each("divorce", (application, state) -> {
            var told = new TreeSet<String>();
            books.applied(application).forEach(entry -> entry.emitted().forEach(event -> {
                if (event.path("type").stringValue("").endsWith("DivorceApplicationClosed")) {
                    told.clear();
                    told.add(event.path("data").path("outcome").stringValue(""));
                }
            }));
            var ended = books.applied(application).anyMatch(entry -> ENDING.contains(entry.type()));
            var end = state.path("course").path("end").path("value").path("outcome").stringValue("");
            books.expect(ended == !end.isEmpty(), "%s ended as “%s”, its journal says %s", application, end, ended);
            books.expect(end.isEmpty() || told.contains(end.equals("WITHDRAWN") ? told.first() : end),
                    "%s ended as %s, and %s was told", application, end, told);
        });
    }

    /** Of two that run and name one person each says so; of one that runs alone it is not said. */
    private static void whatRunsBesideAnotherSaysSo(Books books) {
        var running = new TreeMap<String, Set<String>>();
        var saying = new TreeSet<String>();
        books.each("divorce", (application, state) -> {
            var course = state.path("course");
            if (state.has("days") && course.path("end").path("value").isMissingNode()
                    && !course.path("stated").stringValue("").equals("TIME_OVER")) {
                for (var party : List.of("husband", "wife")) {
                    var number = state.path(party).path("identityNumber").stringValue("").split("\\.");
                    if (number.length == 5) {
                        running.computeIfAbsent(number[4], _ -> new TreeSet<>()).add(application);
                    }
                }
                if (state.path("beside").propertyStream()
                        .anyMatch(party -> !party.getValue().path("applications").isEmpty())) {
                    saying.add(application);
                }
            }
        });
        var expected = new TreeSet<String>();
        running.values().stream().filter(together -> together.size() > 1).forEach(expected::addAll);
        books.expect(saying.equals(expected), "%s say that another runs, of %s one does", saying, expected);
    }

    /** Each application a party is found by names somebody who applied. */
    private static void whoeverAppliesIsFound(Books books) {
        var found = new TreeSet<String>();
        books.each("divorce-party", (party, state) -> state.path("applications").path("all")
                .forEach(fact -> found.add(fact.path("value").stringValue(""))));
        books.each("divorce", (application, state) -> {
            if (state.has("days")) {
                books.expect(found.contains(Books.idOf(application)), "nobody finds %s", application);
            }
        });
    }
}
