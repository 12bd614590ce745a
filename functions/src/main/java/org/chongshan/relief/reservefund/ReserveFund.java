package org.chongshan.relief.reservefund;

import java.util.Map;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;

/**
 * A subdistrict's reserve fund (备用金), a ledger in fen: {@code funded = available + held + paid}, always.
 *
 * @param opened   whether the district opened it; before, it has nothing and refuses what is asked of it
 * @param funded   all that was ever put in
 * @param paid     all that was ever paid out
 * @param holds    what is set aside, by case
 * @param floorFen below this it asks to be replenished
 * @param asked    whether it has asked and was not yet heard
 */
record ReserveFund(String id, String subdistrict, boolean opened, long funded, long paid, Map<String, Long> holds,
        long floorFen, boolean asked) implements Aggregate {

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
        return new ReserveFund(id, subdistrict, false, 0, 0, Map.of(), 0, false);
    }

    ReserveFund opened(long fen, long floor) {
        return new ReserveFund(id, id, true, fen, 0, Map.of(), floor, false);
    }

    long held() {
        return holds.values().stream().mapToLong(Long::longValue).sum();
    }

    long available() {
        return funded - paid - held();
    }

    ReserveFund replenished(long fen) {
        return new ReserveFund(id, subdistrict, opened, funded + fen, paid, holds, floorFen, asked).heard();
    }

    ReserveFund hold(String reliefCase, long fen) {
        var more = new TreeMap<>(holds);
        more.put(reliefCase, fen);
        return new ReserveFund(id, subdistrict, opened, funded, paid, Map.copyOf(more), floorFen, asked);
    }

    ReserveFund settle(String reliefCase, long paidFen) {
        var fewer = new TreeMap<>(holds);
        fewer.remove(reliefCase);
        return new ReserveFund(id, subdistrict, opened, funded, paid + paidFen, Map.copyOf(fewer), floorFen, asked)
                .heard();
    }

    ReserveFund asked(boolean now) {
        return new ReserveFund(id, subdistrict, opened, funded, paid, holds, floorFen, now);
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
