package org.chongshan.local.programme;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.chongshan.local.programme.Books.Entry;

/** What must hold in the books of relief. */
final class ReliefInvariants implements Invariants {
    @Override
    public void audit(Books books) {
        everyFundBalancesToTheFen(books);
        nothingIsMatchedBeyondWhatWasPledged(books);
        noHouseholdIsEntitledTwice(books);
    }

    private static void everyFundBalancesToTheFen(Books books) {
        books.each("reserve-fund", (fund, state) -> {
            var name = Books.idOf(fund);
            var putIn = books.applied(fund)
                    .filter(entry -> Set.of("FundOpened", "FundReplenished").contains(entry.type()))
                    .mapToLong(entry -> entry.data().path("amountFen").longValue()).sum();
            books.expect(putIn == state.path("funded").longValue(), "%s has %d, put in were %d", fund,
                    state.path("funded").longValue(), putIn);

            var paid = new long[1];
            books.each("payment", (payment, one) -> {
                if (one.path("status").stringValue("").equals("paid")
                        && one.path("account").stringValue("").equals(name)) {
                    paid[0] += one.path("amountFen").longValue();
                }
            });
            books.expect(paid[0] == state.path("paid").longValue(), "%s paid %d, its payments are %d", fund,
                    state.path("paid").longValue(), paid[0]);

            var holds = new TreeMap<String, Long>();
            state.path("holds").properties().forEach(hold -> holds.put(hold.getKey(), hold.getValue().longValue()));
            var paying = new TreeMap<String, Long>();
            books.each("relief-case", (key, one) -> {
                if (one.path("phase").stringValue("").equals("PAYING")
                        && one.path("subdistrict").stringValue("").equals(name) && isPaidByFund(books, key)) {
                    paying.put(Books.idOf(key), one.path("request").path("amountFen").longValue());
                }
            });
            books.expect(holds.equals(paying), "%s holds %s, paying are %s", fund, holds, paying);
            var held = holds.values().stream().mapToLong(Long::longValue).sum();
            books.expect(putIn - paid[0] - held >= 0, "%s is overdrawn by %d", fund, held + paid[0] - putIn);
        });
    }

    /** Whether the last thing that set the case paying was its fund, and not the district's budget. */
    private static boolean isPaidByFund(Books books, String reliefCase) {
        return books.applied(reliefCase)
                .filter(entry -> Set.of("FundHeld", "UrgentReliefFunded", "ReliefApproved", "ReliefCaseDeliberated")
                        .contains(entry.type()))
                .max(Comparator.comparingLong(Entry::version)).filter(entry -> entry.type().equals("FundHeld"))
                .isPresent();
    }

    /** {@code pledged = left + withdrawn + matched}, and nothing was matched that was not pledged. */
    private static void nothingIsMatchedBeyondWhatWasPledged(Books books) {
        books.each("resource", (resource, state) -> {
            var matched = new long[1];
            state.path("matches").forEach(match -> matched[0] += match.path("quantity").longValue());
            matched[0] += state.path("delivered").longValue();
            books.expect(matched[0] + state.path("withdrawn").longValue() <= state.path("pledged").longValue(),
                    "%s is matched beyond its pledge: %s", resource, state);
        });
    }

    /** A quarter counts each household once, when it is entitled and when it has its parcels. */
    private static void noHouseholdIsEntitledTwice(Books books) {
        books.each("subsidy-cycle", (cycle, state) -> {
            for (var count : Map.of("SubsidyEntitled", "entitled", "SubsidyHandedOver", "delivered").entrySet()) {
                var households = books.applied(cycle).filter(entry -> entry.type().equals(count.getKey()))
                        .map(entry -> entry.data().path("household").stringValue("")).toList();
                books.expect(Books.isEachOnce(households), "%s: twice in %s", Books.idOf(cycle), households);
                books.expect(state.path(count.getValue()).longValue() == households.size(), "%s says %s of %s",
                        Books.idOf(cycle), state, households);
            }
        });
    }
}
