package org.chongshan.local.programme;

/**
 * One event as somebody would post it on the day of the examples.
 *
 * @param type  without {@code org.chongshan.}
 * @param data  with {@code $street} for the subdistrict's code, and {@code ?} for what tells one run's ids from another's
 * @param waits whether everything that follows from the examples before must have happened
 */
public record Example(String role, String type, String data, boolean waits) {
    /** One that may follow at once upon the one before. */
    public static Example of(String role, String type, String data) {
        return new Example(role, type, data, false);
    }

    /** One that rests on what followed from those before. */
    public static Example afterThat(String role, String type, String data) {
        return new Example(role, type, data, true);
    }

    /** The data in a subdistrict, with ids that end in a suffix. */
    public String data(String street, String suffix) {
        return data.replace("$street", street).replace("?", suffix);
    }
}
