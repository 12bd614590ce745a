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
 * @param who   token subject, with {@code ?} as above; null for whoever has that role
 */
public record Example(String role, String type, String data, boolean waits, @Nullable String at, @Nullable String who) {
    /** One that may follow at once upon the one before. */
    public static Example of(String role, String type, String data) {
        return new Example(role, type, data, false, null, null);
    }

    /** One that rests on what followed from those before. */
    public static Example afterThat(String role, String type, String data) {
        return new Example(role, type, data, true, null, null);
    }

    /** The same, told late: it happened at this instant. */
    public Example at(String instant) {
        return new Example(role, type, data, waits, instant, who);
    }

    /** The same, by somebody of that name. */
    public Example by(String someone) {
        return new Example(role, type, data, waits, at, someone);
    }

    /** Token subject of whoever posts it. */
    String subject(String suffix) {
        return who == null ? role + "-17" : who.replace("?", suffix);
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
