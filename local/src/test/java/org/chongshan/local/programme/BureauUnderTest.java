package org.chongshan.local.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.chongshan.bureau.Topology;
import org.chongshan.core.Count;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.Programme;
import org.chongshan.events.json.EventJson;

/**
 * The bureau as a whole, as the harnesses know it. Nobody posts anything to it: what all others post makes its figures, and those
 * must be what a count of all records comes to.
 */
final class BureauUnderTest {
    static final ProgrammeUnderTest RECORD = new ProgrammeUnderTest(Programme.BUREAU, BureauUnderTest::nothing,
            BureauUnderTest::audit, List.of());

    /** Which day it is decides nothing but the year of a stock, and all years are added up. */
    private static final LocalDate ANY_DAY = LocalDate.parse("2023-12-31");

    private BureauUnderTest() {}

    private static List<Supplier<List<Post>>> nothing(Pen pen) {
        return List.of();
    }

    private static void audit(Books books) {
        books.promise(Promise.BALANCE);
        var shown = new TreeMap<String, Long>();
        books.each("figure", (figure, state) -> {
            var all = 0L;
            for (var change : state.path("changes").properties()) {
                var each = change.getKey().substring(change.getKey().lastIndexOf('/') + 1);
                shown.merge(overAllYears(Books.idOf(figure), each), change.getValue().longValue(), Math::addExact);
                all += change.getValue().longValue();
            }
            var traced = books.applied(figure).filter(entry -> entry.type().equals("CountChanged"))
                    .flatMap(entry -> entry.data().path("changes").valueStream())
                    .mapToLong(change -> change.path("by").longValue()).sum();
            books.expect(traced == all, "%s shows %d, its journal adds up to %d", figure, all, traced);
        });
        var counted = new TreeMap<String, Long>();
        Topology.collections().forEach(collection -> count(books, collection, counted));
        shown.values().removeIf(sum -> sum == 0);
        counted.values().removeIf(sum -> sum == 0);
        books.expect(shown.equals(counted), "the figures are %s, the records come to %s", shown, counted);
        books.each("disclosure", (disclosure, _) -> books.expect(books.applied(disclosure).count() == 1,
                "%s was stated more than once", disclosure));
        mornings(books);
    }

    /** What was last stated of a morning is what its lines come to, by heading. */
    private static void mornings(Books books) {
        books.each("morning-digest", (digest, state) -> {
            var found = new TreeMap<String, Long>();
            state.path("found").forEach(one -> one.path("lines").forEach(line -> found
                    .merge(line.path("heading").stringValue(""), line.path("count").longValue(), Long::sum)));
            var shown = new TreeMap<>(Map.of("OVERDUE", state.path("overdue").longValue(), "DUE_TODAY",
                    state.path("dueToday").longValue(), "EXPIRING", state.path("expiring").longValue(), "BREACHED",
                    state.path("breached").longValue()));
            shown.values().removeIf(count -> count == 0);
            books.expect(shown.equals(found), "%s shows %s, its lines come to %s", digest, shown, found);
            var stated = books.applied(digest).flatMap(entry -> entry.emitted().valueStream())
                    .filter(event -> event.path("type").stringValue("").endsWith("MorningDigestStated")).toList();
            books.expect(stated.isEmpty() != state.path("stated").booleanValue(false),
                    "%s has made %d statements, and its hour has come or not", digest, stated.size());
            if (!stated.isEmpty()) {
                books.expect(
                        stated.getLast().path("data").path("overdue").longValue() == state.path("overdue").longValue(),
                        "%s was stated otherwise than it stands", digest);
            }
        });
    }

    private static void count(Books books, Collection<?, ?> collection, Map<String, Long> counted) {
        books.each(collection.name(), (_, state) -> {
            var record = EventJson.readValue(state.toString(), collection.stateType());
            for (var moved : Count.moved(null, record, ANY_DAY)) {
                moved.change().changes()
                        .forEach(change -> counted.merge(
                                overAllYears(moved.change().figure(), Objects.toString(change.each(), "")), change.by(),
                                Math::addExact));
            }
        });
    }

    /** Subdistrict, figure, and which one. */
    private static String overAllYears(String figure, String each) {
        return figure.substring(figure.indexOf('.') + 1) + "/" + each;
    }
}
