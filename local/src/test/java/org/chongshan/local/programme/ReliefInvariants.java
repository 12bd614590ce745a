package org.chongshan.local.programme;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.chongshan.core.Actors;
import org.chongshan.local.programme.Books.Entry;

/** What must hold in the books of relief. */
final class ReliefInvariants implements Invariants {
    private static final Set<String> DECISIONS = Set.of("ReliefApproved", "ReliefRejected", "UrgentReliefConfirmed",
            "UrgentReliefFunded");

    @Override
    public void audit(Books books) {
        books.promise(Promise.BALANCE);
        everyFundBalancesToTheFen(books);
        nothingIsMatchedBeyondWhatWasPledged(books);
        noHouseholdIsEntitledTwice(books);
        books.promise(Promise.ONE_HARDSHIP);
        oneHardshipIsPaidOnce(books);
        books.promise(Promise.FACTS);
        whatIsKnownIsTheLatestByItsOwnTime(books);
        books.promise(Promise.REACH);
        aClaimBelongsWhereItsHouseholdDoes(books);
        books.promise(Promise.DUTIES);
        whoeverAskedDecidesNothing(books);
        books.promise(Promise.ENDINGS);
        noLeadWaitsForACaseThatHasEnded(books);
    }

    private static void oneHardshipIsPaidOnce(Books books) {
        var paid = new TreeMap<String, String>();
        books.each("relief-case", (reliefCase, state) -> {
            var began = books.applied(reliefCase).findFirst();
            if (Set.of("PAID", "FILED").contains(state.path("phase").stringValue("")) && began.isPresent()
                    && began.get().data().path("struckAt").isString()) {
                var asked = began.get().data();
                var before = paid.put(
                        asked.path("household") + " " + asked.path("hardship") + " " + asked.path("struckAt"),
                        reliefCase);
                books.expect(before == null, "%s and %s were paid for one hardship", before, reliefCase);
            }
        });
    }

    private static void whatIsKnownIsTheLatestByItsOwnTime(Books books) {
        books.each("household", (household, state) -> {
            books.latest(household, Set.of("EconomicStatusVerified"))
                    .ifPresent(facts -> books.expect(
                            state.path("standing").path("event").stringValue("").equals(facts.id()),
                            "%s stands by %s, the latest facts are %s", household, state.path("standing"), facts.id()));
            books.latest(household, Set.of("GridVisitRecorded"))
                    .ifPresent(visit -> books.expect(
                            visit.time().toString().equals(state.path("lastVisitedAt").stringValue("")),
                            "%s was visited last at %s, its journal says %s", household, state.path("lastVisitedAt"),
                            visit.time()));
            books.latest(household, Set.of("KeyWatchAdded", "KeyWatchRemoved"))
                    .ifPresent(said -> books.expect(
                            said.type().equals("KeyWatchAdded") == state.path("keyWatch").isObject(),
                            "%s is watched: %s, its journal says last %s", household, state.path("keyWatch"),
                            said.type()));
        });
    }

    /** What is ordered is for a household of the same subdistrict. */
    private static void aClaimBelongsWhereItsHouseholdDoes(Books books) {
        books.each("payment", (payment, state) -> {
            var household = books.state("household/" + state.path("payee").stringValue(""));
            books.expect(household.isMissingNode() || household.path("subdistrict").equals(state.path("subdistrict")),
                    "%s is paid by %s to a household of %s", payment, state.path("subdistrict"),
                    household.path("subdistrict"));
        });
    }

    private static void whoeverAskedDecidesNothing(Books books) {
        books.each("relief-case", (reliefCase, state) -> {
            var asked = books.applied(reliefCase).findFirst().map(entry -> entry.attribute("actor")).orElse("");
            books.applied(reliefCase).filter(entry -> DECISIONS.contains(entry.type()))
                    .forEach(entry -> books.expect(!Actors.same(asked, entry.attribute("actor")),
                            "%s was asked for by %s, and so was its %s", reliefCase, asked, entry.type()));
        });
    }

    private static void noLeadWaitsForACaseThatHasEnded(Books books) {
        books.each("lead", (lead, state) -> {
            if (state.path("status").stringValue("").equals("relief-asked")) {
                var cases = state.path("cases").intValue();
                var last = books.state("relief-case/" + Books.idOf(lead) + (cases <= 1 ? "" : "." + cases));
                books.expect(
                        !Set.of("REJECTED", "CLOSED_DUPLICATE", "PAID", "FILED")
                                .contains(last.path("phase").stringValue("")),
                        "%s waits for a case that is %s", lead, last.path("phase"));
            }
        });
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
