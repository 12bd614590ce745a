package org.chongshan.relief.reservefund;

import java.util.Map;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A subdistrict's reserve fund (备用金), a ledger in fen: {@code funded = available + held + paid}, always.
 *
 * @param subdistrict null before it is opened
 * @param funded      all that was ever put in
 * @param paid        all that was ever paid out
 * @param holds       what is set aside, by case
 * @param floorFen    below this it asks to be replenished
 * @param asked       whether it has asked and was not yet heard
 */
record ReserveFund(String id, @Nullable String subdistrict, long funded, long paid, Map<String, Long> holds,
        long floorFen, boolean asked) implements Aggregate {

    long held() {
        return holds.values().stream().mapToLong(Long::longValue).sum();
    }

    long available() {
        return funded - paid - held();
    }

    ReserveFund replenished(long fen) {
        var more = new ReserveFund(id, subdistrict, funded + fen, paid, holds, floorFen, asked);
        return more.available() < floorFen ? more : more.asked(false);
    }

    ReserveFund hold(String reliefCase, long fen) {
        var more = new TreeMap<>(holds);
        more.put(reliefCase, fen);
        return new ReserveFund(id, subdistrict, funded, paid, Map.copyOf(more), floorFen, asked);
    }

    ReserveFund settle(String reliefCase, long paidFen) {
        var fewer = new TreeMap<>(holds);
        fewer.remove(reliefCase);
        var settled = new ReserveFund(id, subdistrict, funded, paid + paidFen, Map.copyOf(fewer), floorFen, asked);
        return settled.available() < floorFen ? settled : settled.asked(false);
    }

    ReserveFund asked(boolean now) {
        return new ReserveFund(id, subdistrict, funded, paid, holds, floorFen, now);
    }

    @Override
    public String status() {
        return available() < floorFen ? "below-floor" : "open";
    }
}
