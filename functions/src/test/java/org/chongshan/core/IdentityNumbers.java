package org.chongshan.core;

import org.chongshan.events.IdentityNumber;

/** Resident numbers of nobody, valid by GB 11643: one for each seed, of people born in the sixties. For tests. */
public final class IdentityNumbers {
    private IdentityNumbers() {}

    /** The number of a seed, 0 to 9 999 999. */
    public static String of(int seed) {
        var day = 1 + seed / 1_000 % 28;
        var month = 1 + seed / 28_000 % 12;
        var year = 1960 + seed / 336_000;
        var digits = "320602%04d%02d%02d%03d".formatted(year, month, day, seed % 1_000);
        return digits + IdentityNumber.checkCharacter(digits);
    }
}
