package org.chongshan.relief.reservefund;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chongshan.core.Aggregate;

/**
 * A subdistrict's reserve fund (备用金), a ledger in fen: {@code funded = available + held + paid}, always.
 *
 * @param opened   whether the district opened it; before, it has nothing and refuses what is asked of it
 * @param funded   all that was ever put in
 * @param paid     all that was ever paid out
 * @param holds    what is set aside, by case
 * @param released cases whose hold a failed payment released, the latest {@value #RELEASED_KEPT}: a bank may have paid them after all
 * @param returned of those with a hold or a released one, whose payment is known to have come back and not yet to have been made
 * @param floorFen below this it asks to be replenished
 * @param asked    whether it has asked and was not yet heard
 */
record ReserveFund(String id, String subdistrict, boolean opened, long funded, long paid, Map<String, Long> holds,
        List<String> released, SortedSet<String> returned, long floorFen, boolean asked) implements Aggregate {

    /** How many released holds are remembered. */
    static final int RELEASED_KEPT = 100;

    ReserveFund {
        returned = returned.stream().filter(one -> holds.containsKey(one) || released.contains(one))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it can go on paying. */
    enum Status implements org.chongshan.core.Status {
        UNOPENED,
        OPEN,
        BELOW_FLOOR;

        /** The district works through them. */
        @Override
        public Sight sight() {
            return Sight.LIST;
        }
    }

    /** A fund that is asked for money before the district opened it. */
    static ReserveFund unopened(String id, String subdistrict) {
        return new ReserveFund(id, subdistrict, false, 0, 0, Map.of(), List.of(), new TreeSet<>(), 0, false);
    }

    ReserveFund opened(long fen, long floor) {
        return new ReserveFund(id, id, true, fen, 0, Map.of(), List.of(), new TreeSet<>(), floor, false);
    }

    long held() {
        return holds.values().stream().mapToLong(Long::longValue).sum();
    }

    long available() {
        return funded - paid - held();
    }

    ReserveFund replenished(long fen) {
        return new ReserveFund(id, subdistrict, opened, funded + fen, paid, holds, released, returned, floorFen, asked)
                .heard();
    }

    ReserveFund hold(String reliefCase, long fen) {
        var more = new TreeMap<>(holds);
        more.put(reliefCase, fen);
        return new ReserveFund(id, subdistrict, opened, funded, paid, Map.copyOf(more), released, returned, floorFen,
                asked);
    }

    ReserveFund settle(String reliefCase, long paidFen) {
        var fewer = new TreeMap<>(holds);
        fewer.remove(reliefCase);
        return new ReserveFund(id, subdistrict, opened, funded, paid + paidFen, Map.copyOf(fewer), released, returned,
                floorFen, asked).heard();
    }

    /** The hold of a case is free again; should the bank have paid it after all, that is known. */
    ReserveFund release(String reliefCase) {
        var all = new ArrayList<>(released);
        all.add(reliefCase);
        return released(all.subList(Math.max(0, all.size() - RELEASED_KEPT), all.size())).settle(reliefCase, 0);
    }

    /** A case whose hold was released was paid after all. */
    ReserveFund paidAfterAll(String reliefCase, long fen) {
        return settle(reliefCase, fen).released(released.stream().filter(one -> !one.equals(reliefCase)).toList());
    }

    private ReserveFund released(List<String> now) {
        return new ReserveFund(id, subdistrict, opened, funded, paid, holds, List.copyOf(now), returned, floorFen,
                asked);
    }

    /** Whether what a case was paid from it, if it was, is still to be heard. */
    boolean mayStillPay(String reliefCase) {
        return holds.containsKey(reliefCase) || released.contains(reliefCase);
    }

    /** What a case was paid came back, which is heard before that it was paid. */
    ReserveFund returnedAhead(String reliefCase) {
        var all = new TreeSet<>(returned);
        all.add(reliefCase);
        return returned(all);
    }

    /** A case was paid, and it had come back: nothing left in the end. */
    ReserveFund paidAndReturned(String reliefCase) {
        var fewer = new TreeSet<>(returned);
        fewer.remove(reliefCase);
        return paidAfterAll(reliefCase, 0).returned(fewer);
    }

    private ReserveFund returned(SortedSet<String> now) {
        return new ReserveFund(id, subdistrict, opened, funded, paid, holds, released, now, floorFen, asked);
    }

    ReserveFund asked(boolean now) {
        return new ReserveFund(id, subdistrict, opened, funded, paid, holds, released, returned, floorFen, now);
    }

    /** What reaches its floor again may ask again. */
    private ReserveFund heard() {
        return available() < floorFen ? this : asked(false);
    }

    @Override
    public Status status() {
        if (!opened) {
            return Status.UNOPENED;
        }
        return available() < floorFen ? Status.BELOW_FLOOR : Status.OPEN;
    }
}
