package org.chongshan.local.programme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;

/** What must hold in the books of marriage. */
final class MarriageInvariants implements Invariants {
    private static final Set<String> RUNNING = Set.of("cooling-off", "certificate-period");
    private static final Set<String> ENDED_BY_NOBODY = Set.of("cooling-off", "certificate-period", "lapsed",
            "not-accepted");

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
            var end = state.path("course").path("registered").path("value");
            if (end.has("on")) {
                var on = LocalDate.parse(end.path("on").stringValue(""));
                var coolingOff = LocalDate.parse(state.path("days").path("coolingOffLastDay").stringValue(""));
                books.expect(on.isAfter(coolingOff), "%s was registered on %s, in the cooling-off until %s",
                        application, on, coolingOff);
            }
        });
    }

    /** What was told of it last is where it stands; and it stands so because somebody said so who has not taken it back. */
    private static void whatIsToldOfAnEndIsItsEnd(Books books) {
        books.each("divorce", (application, state) -> {
            var status = books.standing().get(application);
            var told = new AtomicReference<>("");
            books.applied(application).forEach(entry -> entry.emitted().forEach(event -> {
                var type = event.path("type").stringValue("");
                if (type.endsWith("DivorceApplicationClosed")) {
                    told.set(event.path("data").path("outcome").stringValue("").toLowerCase(Locale.ROOT).replace('_',
                            '-'));
                } else if (type.endsWith("DivorceApplicationReopened")) {
                    told.set("");
                }
            }));
            var runs = RUNNING.contains(status) || status.equals("not-accepted");
            books.expect(told.get().equals(runs ? "" : status), "%s is %s, and “%s” was told", application, status,
                    told);
            var ended = isEnded(books, application);
            books.expect(ended != ENDED_BY_NOBODY.contains(status), "%s is %s, its journal says %s", application,
                    status, ended);
        });
    }

    private static boolean isEnded(Books books, String application) {
        var said = new TreeMap<String, Books.Entry>();
        books.applied(application)
                .filter(entry -> Set.of("CaseEndedOtherwise", "CaseEndRetracted").contains(entry.type()))
                .forEach(entry -> said.merge(entry.data().path("document").stringValue(""), entry,
                        BinaryOperator.maxBy(Comparator.comparing(Books.Entry::time).thenComparing(Books.Entry::id))));
        return said.values().stream().anyMatch(entry -> entry.type().equals("CaseEndedOtherwise"))
                || books.applied(application)
                        .anyMatch(entry -> Set.of("WithdrawalRequested", "BothPartiesAppeared").contains(entry.type()));
    }

    /** Of two that run and name one person each says so; of one that runs alone it is not said. */
    private static void whatRunsBesideAnotherSaysSo(Books books) {
        var running = new TreeMap<String, Set<String>>();
        var saying = new TreeSet<String>();
        books.each("divorce", (application, state) -> {
            if (RUNNING.contains(books.standing().get(application))) {
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
