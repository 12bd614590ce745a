package org.chongshan.local.programme;

import org.chongshan.events.IdentityNumber;
import org.jspecify.annotations.Nullable;

/**
 * One event as somebody would post it on the day of the examples.
 *
 * @param type  without {@code org.chongshan.}
 * @param data  with {@code $street} for the subdistrict's code, {@code ?} for what tells one run's ids from another's, and
 *              {@code $number} for a resident number of nobody, which is another one in each run too
 * @param waits whether everything that follows from the examples before must have happened
 * @param at    when it happened, an instant; null of what happens on that day
 */
public record Example(String role, String type, String data, boolean waits, @Nullable String at) {
    /** One that may follow at once upon the one before. */
    public static Example of(String role, String type, String data) {
        return new Example(role, type, data, false, null);
    }

    /** One that rests on what followed from those before. */
    public static Example afterThat(String role, String type, String data) {
        return new Example(role, type, data, true, null);
    }

    /** The same, told late: it happened at this instant. */
    public Example at(String instant) {
        return new Example(role, type, data, waits, instant);
    }

    /** The data in a subdistrict, with ids that end in a suffix. */
    public String data(String street, String suffix) {
        return data.replace("$street", street).replace("?", suffix).replace("$number", number(suffix));
    }

    private static String number(String suffix) {
        var digits = "32060219600101" + "%03d".formatted(Math.floorMod(suffix.hashCode(), 1000));
        return digits + IdentityNumber.checkCharacter(digits);
    }
}
