package org.chongshan.core;

import java.time.LocalDate;

import org.chongshan.events.IdentityNumber;

/** Resident numbers of nobody, valid by GB 11643, of people born from 1960 on. */
public final class IdentityNumbers {
    /** How many there are. */
    public static final int MANY = 10_000_000;

    private IdentityNumbers() {}

    /** The number of a seed from 0 to {@link #MANY}, exclusive: another one for each. */
    public static String of(int seed) {
        var born = LocalDate.of(1960, 1, 1).plusDays(seed / 1_000);
        var digits = "320602" + born.toString().replace("-", "") + "%03d".formatted(seed % 1_000);
        return digits + IdentityNumber.checkCharacter(digits);
    }
}
